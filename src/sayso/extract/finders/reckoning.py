"""`In his telling, …`, `By the count of the clinic, …`, `In the view of a monk, …`: whose account it is."""

from __future__ import annotations

from sayso.extract.following import phrase_after
from sayso.extract.frame import Frame
from sayso.extract.lexicon import Lexicon
from sayso.extract.line import Line
from sayso.extract.phrases import phrase_ending
from sayso.model.span import Span
from sayso.model.telling import Certainty

#: Nouns of somebody's account, with how surely he gives it.
_ACCOUNTS = {
    **dict.fromkeys(("telling", "account", "words", "version", "count", "tally", "own"), Certainty.ASSERTED),
    **dict.fromkeys(("reckoning", "estimate", "estimation", "calculation"), Certainty.ASSERTED),
    **dict.fromkeys(("view", "opinion", "judgement", "judgment", "eyes", "belief"), Certainty.POSSIBLE),
}
_LEADS = frozenset({"in", "by", "on"})
#: "by his own account": so far behind the small word the noun stands.
_NOUN_WITHIN = 6
#: What stands before it is a clause from so many words on.
_CLAUSE = 2


class Reckoning:
    """Finds an account, a count or a view with its owner; the rest of the sentence is what it holds."""

    name = "reckoning"
    version = "1"
    finds = (
        ("In his telling, the front had lost its guns.", "In his telling", "his", "the front had lost its guns"),
        ("By the count of two nurses, ten men had fled.", "By the count of", "two nurses", "ten men had fled"),
        ("By the clinic's own count, ten men fled.", "By the clinic's own count", "the clinic", "ten men fled"),
    )
    leaves = ("In the view from the hill lay the camp.", "By the count of three, they had run.", "In words they won.")

    def frames(self, line: Line, lexicon: Lexicon) -> list[Frame]:
        """The frames of this kind in one sentence."""
        if _ACCOUNTS.keys().isdisjoint(line.lows):
            return []
        for first in range(line.last_word()):
            opens = first == 0 or line.low(first - 1) in {",", "and", "but", "“", '"'}
            if line.low(first) not in _LEADS or line.quoted[first] or not opens:
                continue
            noun = next(
                (k for k in range(first + 2, min(first + _NOUN_WITHIN + 1, line.last_word())) if _is_noun(line, k)),
                None,
            )
            frame = self._frame(line, first, noun, lexicon) if noun is not None else None
            if frame is not None:
                return [frame]
        return []

    def _frame(self, line: Line, first: int, noun: int, lexicon: Lexicon) -> Frame | None:
        owned = _owner(line, first, noun)
        if owned is None:
            return None
        source, end = owned
        if line.low(end + 1) != "," and end < line.last_word():
            return None
        told = line.span(end + 2, line.last_word()) if end + 2 <= line.last_word() else _before(line, first)
        if told is None or not _may_tell(line, source, lexicon):
            return None
        cue = line.span(first, noun + (line.low(noun + 1) == "of"))
        return Frame(self.name, line.span(*source), cue, (told,), _ACCOUNTS[line.low(noun)])


def _is_noun(line: Line, index: int) -> bool:
    return line.low(index) in _ACCOUNTS and line.low(index) != "own"


def _owner(line: Line, first: int, noun: int) -> tuple[tuple[int, int], int] | None:
    """The owner's tokens, and the last token of the whole phrase."""
    if line.low(noun + 1) == "of":
        source = phrase_after(line, noun + 2)
        return (source, source[1]) if source is not None else None
    last = noun - 1 - (line.low(noun - 1) == "own")
    if last == first + 1 and line.tag(last) == "PRP$":
        return (last, last), noun
    if line.low(last) in {"'s", "’s", "'", "’"}:
        return (max(first + 1, phrase_ending(line, last - 1)), last - 1), noun
    return None


def _may_tell(line: Line, source: tuple[int, int], lexicon: Lexicon) -> bool:
    words = range(source[0], source[1] + 1)
    return any(line.tag(k) in {"PRP$", "NNP"} or line.low(k) in lexicon.tellers for k in words) or (
        line.low(source[0]) in {"the", "a", "an"} and any(line.tag(k) == "NN" for k in words)
    )


def _before(line: Line, first: int) -> Span | None:
    return line.span(0, first - 2) if first > _CLAUSE and line.low(first - 1) == "," else None
