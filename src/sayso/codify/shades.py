"""How a passage states what it states: stage, negation, certainty, trend and scope, as written there."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from sayso.codify import lexicon
from sayso.model.coding import Stage
from sayso.model.span import Token

_STAGE_NAMES = frozenset(str(stage) for stage in Stage)
#: A word this far before the trigger still governs it ("none of the men of the second brigade have deserted").
_REACH = 8
#: Before a noun the governing word stands close ("threats of desertion").
_NOUN_REACH = 3
_MODAL = frozenset({"will", "would"})
_STAGES = (
    (Stage.THREATENED, lexicon.THREATENING),
    (Stage.WISHED, lexicon.WISHING),
    (Stage.ASKED, lexicon.ASKING),
    (Stage.ATTEMPTED, lexicon.ATTEMPTING),
    (Stage.ORDERED, lexicon.ORDERING),
)
#: After these "to", the act took place: "were forced to flee", "managed to escape", "began to desert".
_CARRIED_OUT = frozenset(
    "forced managed began begun started continued continue obliged compelled able chose decided led prompted caused "
    "pushed driven used made refused failed came".split()
)
#: After these, a word in -ed is a participle, not the verb of the clause ("the wounded men", "of hired men").
_NO_SUBJECT = (
    lexicon.BE | lexicon.PREPOSITIONS | lexicon.POSSESSIVES | lexicon.CONJUNCTIONS | {"", "to", ",", "the", "a"}
)
#: "need", "feed" and "shed" are no past forms.
_SHORTEST_PAST = 4


@dataclass(frozen=True, slots=True)
class Passage:
    """A clause around a trigger: token positions, the actor's first token, parts of speech, and what the rule says."""

    tokens: tuple[Token, ...]
    clause: tuple[int, int]
    trigger: tuple[int, int]
    actor: tuple[int, int] | None
    tags: dict[str, set[str]]
    shades: tuple[str, ...]
    kind: str

    def words(self, first: int, end: int) -> list[str]:
        """The words of a stretch of the sentence."""
        return [token.lower for token in self.tokens[max(0, first) : end]]

    @property
    def before(self) -> list[str]:
        """The words of the clause before the trigger, from its subject on where that stands further left."""
        first = self.clause[0] if self.actor is None else min(self.clause[0], self.actor[0])
        return self.words(max(first, self.trigger[0] - 2 * _REACH), self.trigger[0])

    @property
    def whole(self) -> list[str]:
        """The words of the clause."""
        first = self.clause[0] if self.actor is None else min(self.clause[0], self.actor[0])
        return self.words(first, self.clause[1])


def stage_of(passage: Passage) -> Stage:
    """How far the act went: what the rule states, else what governs the trigger, else its tense."""
    for shade in passage.shades:
        if shade in _STAGE_NAMES:
            return Stage(shade)
    near = passage.before[-_REACH:]
    governing = near if "to" in near[-3:] else near[-_NOUN_REACH:] if _nominal(passage) else []
    for stage, words in _STAGES:
        if words & set(governing):
            return stage
    return _by_tense(passage, near)


def _nominal(passage: Passage) -> bool:
    tags = passage.tags.get(passage.words(*passage.trigger)[0], set())
    return bool(tags) and not any(tag.startswith("V") for tag in tags)


def _by_tense(passage: Passage, near: list[str]) -> Stage:
    words = passage.words(*passage.trigger)
    tags = passage.tags.get(words[0], set())
    progressive = words[0].endswith("ing") and lexicon.BE & set(near[-4:])
    if progressive:
        return Stage.ONGOING
    if "to" in near[-2:] and not _CARRIED_OUT & set(near):
        return Stage.UNSTATED if passage.kind == "event" else Stage.ONGOING
    if tags & {"VBD", "VBN"} or lexicon.PAST & set(words) or lexicon.PAST & set(near):
        return Stage.DONE
    if _CARRIED_OUT & lexicon.HAPPENED & set(near) or (passage.kind == "event" and _told_as_past(passage.whole)):
        return Stage.DONE
    if passage.kind != "event" or tags & {"VBZ", "VBP", "VB"} or lexicon.PRESENT & set(passage.whole):
        return Stage.ONGOING
    return Stage.DONE


def _told_as_past(clause: list[str]) -> bool:
    """Whether the first finite verb of a clause is past or perfect: "was", "had", "have fled", "provoked"."""
    for before, word, *following in zip(["", *clause], clause, [*clause[1:], ""], [*clause[2:], "", ""], strict=False):
        if word in lexicon.HAVE:
            return word == "had" or any(after.endswith(("ed", "en")) for after in following)
        if word in lexicon.PAST:
            return True
        if word in lexicon.PRESENT | lexicon.PREDICTING | lexicon.POSSIBLE:
            return False
        if word.endswith("ed") and before not in _NO_SUBJECT and len(word) > _SHORTEST_PAST:
            return True
    return False


def is_negated(passage: Passage) -> bool:
    """Whether the indicator is denied by the grammar of its own clause ("none deserted", "without desertions")."""
    near = passage.before[-_REACH:]
    if "," in near:
        near = near[len(near) - near[::-1].index(",") :]
    actor = passage.words(*passage.actor)[:1] if passage.actor else []
    for number, word in enumerate(near):
        if word in lexicon.NEGATORS and near[number + 1 : number + 2] not in (["only"], ["just"], ["long"]):
            return True
    return bool(set(actor) & {"no", "none", "neither", "nobody"})


def certainty_of(passage: Passage) -> str:
    """The commitment that stands inside the passage; asserted where nothing tells otherwise."""
    clause, before = set(passage.whole), set(passage.before)
    tail = passage.words(passage.trigger[1], passage.clause[1])
    if _asked(passage):
        return "asked"
    modals = before | set(passage.words(*passage.trigger)[:2])
    if _predicts(passage) or ("going" in before and "to" in before) or _would_follow(tail):
        return "predicted"
    if any(shade in passage.shades for shade in ("possible", "predicted")):
        return next(shade for shade in passage.shades if shade in ("possible", "predicted"))
    if modals & lexicon.POSSIBLE and not {"not", "n't"} & (before | set(passage.words(*passage.trigger))):
        return "possible"
    if clause & lexicon.ALLEGED:
        return "alleged"
    return "reported" if clause & lexicon.REPORTED else "asserted"


def _predicts(passage: Passage) -> bool:
    """Whether a word of the future governs the trigger; "the will to fight" and "would not" are none."""
    words = (
        passage.before + passage.words(*passage.trigger)[:2] + passage.words(passage.trigger[1], passage.trigger[1] + 1)
    )
    return any(
        word in lexicon.PREDICTING
        and not (word in _MODAL and (before in lexicon.BEFORE_NOUN or after in lexicon.AFTER_NOUN))
        for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False)
    )


def _would_follow(tail: list[str]) -> bool:
    return tail[:2] in (["will", "increase"], ["will", "rise"], ["will", "grow"], ["is", "likely"], ["are", "likely"])


def _asked(passage: Passage) -> bool:
    first = passage.words(passage.clause[0], passage.clause[0] + 1)
    end = passage.words(passage.clause[1] - 1, passage.clause[1] + 1)
    return bool(set(first) & {"if", "whether", "unless"}) or "?" in end


def trend_of(passage: Passage) -> str | None:
    """The trend as stated in the clause near the trigger, or by the rule."""
    for shade in passage.shades:
        if shade in ("rising", "falling", "steady"):
            return shade
    near = set(passage.words(max(passage.clause[0], passage.trigger[0] - _REACH + 2), passage.trigger[1] + 3))
    near &= set(passage.whole)
    for name, words in (("rising", lexicon.RISING), ("falling", lexicon.FALLING), ("steady", lexicon.STEADY)):
        if near & words:
            return name
    return None


def scope_of(passage: Passage) -> str:
    """How much of the group it concerns, as the clause says it."""
    for shade in passage.shades:
        if shade in ("group-wide", "unit", "individual"):
            return shade
    clause = passage.whole
    subject = passage.words(*passage.actor) if passage.actor else []
    if set(clause) & lexicon.GROUP_WIDE:
        return "group-wide"
    if set(subject) & lexicon.UNITS or set(clause) & lexicon.UNITS:
        return "unit"
    article = passage.words(passage.actor[0] - 1, passage.actor[0]) if passage.actor and passage.actor[0] else []
    if subject and {subject[0], *article} & lexicon.SINGULAR and not subject[-1].endswith("s"):
        return "individual"
    return "local" if _is_local(passage) else "unstated"


def _is_local(passage: Passage) -> bool:
    tokens = passage.tokens[passage.clause[0] : passage.clause[1]]
    return any(token.lower in lexicon.LOCAL and after.text[:1].isupper() for token, after in pairwise(tokens))
