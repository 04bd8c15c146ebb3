"""Pronouns and bare "some", "others", "another": where they stand and whom they take up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.model.mention import Mention, Role
from sayso.model.span import Sentence, Span, Token
from sayso.resolve.mentions_draft import Draft

#: Pronoun → (plural, persons only).
_PRONOUNS = {
    "they": True,
    "them": True,
    "their": True,
    "themselves": True,
    "he": False,
    "him": False,
    "his": False,
    "himself": False,
    "she": False,
    "her": False,
    "it": False,
    "its": False,
}
_THINGS = frozenset(("it", "its"))
#: Bare words that stand for people; True where they mean several.
_BARE = {
    "some": True,
    "others": True,
    "many": True,
    "several": True,
    "most": True,
    "few": True,
    "those": True,
    "these": True,
    "both": True,
    "hundreds": True,
    "dozens": True,
    "thousands": True,
    "scores": True,
    "another": False,
    "one": False,
    "none": True,
    "all": True,
    "two": True,
    "three": True,
    "four": True,
    "five": True,
    "six": True,
    "seven": True,
    "eight": True,
    "nine": True,
    "ten": True,
    "majority": True,
    "rest": True,
    "former": True,
    "latter": True,
    "men": True,
    "man": False,
    "year-old": False,
}
_FOLLOWS = frozenset(
    """who whom have has had are were was is do does did will would can could may might must should of from in at just
    also even never reportedly allegedly simply still then later now already refused said say says told left fled went
    came took gave got began ran made became fell lost sought wanted want fear feared chose hid kept turned tried
    requested asked claimed complained ended crossed returned escaped surrendered deserted defected joined died
    expressed reported described spoke threw sold paid broke cited admitted apparently openly quietly , -- –
    —""".split()
)
#: These alone prove little: "some of the villages", "in one from Paris".
_NEEDS_VERB = frozenset("of from in at ,".split()) | {"--", "–", "—"}
_NOT_BEFORE = frozenset("no any a an than".split())
_OPENING, _CLOSING = "“", "”"


def bare(number: int, sentence: Sentence, taken: frozenset[int]) -> Iterator[Draft]:
    """The pronouns and bare words of a sentence that stand for people or a group."""
    found, done = sentence.tokens, 0
    for at in range(len(found)):
        draft = _bare_at(number, found, at)
        if draft is None or draft.first < done or not taken.isdisjoint(range(draft.first, draft.last)):
            continue
        yield draft
        done = draft.last


def _bare_at(number: int, found: Sequence[Token], at: int) -> Draft | None:
    token = found[at]
    if token.lower in _PRONOUNS and token.text not in ("IT", "HE"):
        return Draft(number, at, at + 1, at, Role.MEMBERS, _PRONOUNS[token.lower], kind="pronoun")
    if token.lower not in _BARE or not _stands_alone(found, at):
        return None
    first = at - 1 if at and found[at - 1].lower in ("the", "yet", "still") else at
    first = max(0, at - 2) if token.lower == "year-old" else first
    last = at + 3 if _of_them(found, at) else at + 1
    return Draft(number, first, last, at, Role.MEMBERS, _BARE[token.lower], kind="bare")


def _of_them(found: Sequence[Token], at: int) -> bool:
    return at + 2 < len(found) and found[at + 1].lower == "of" and found[at + 2].lower in ("them", "these", "those")


def _stands_alone(found: Sequence[Token], at: int) -> bool:
    word = found[at].lower
    after = found[at + 1].lower if at + 1 < len(found) else ""
    before = found[at - 1].lower if at else ""
    if _of_them(found, at):
        return True
    if word in ("men", "man"):
        return before == "the" and after not in ("of", "who")
    if word in ("former", "latter", "majority", "rest") and before != "the":
        return False
    if before in _NOT_BEFORE or (word in ("those", "these") and after != "who") or (word == "one" and before != ""):
        return False
    if word == "all" or (word == "others" and after not in ("of",)):
        return word == "others"
    if after in _NEEDS_VERB:
        return word in ("another", "some", "several", "many") and after in ("from", "in", "at") and _at_start(found, at)
    return after in _FOLLOWS or after.endswith("ed")


def _at_start(found: Sequence[Token], at: int) -> bool:
    return at == 0 or found[at - 1].lower in (",", ";", "and", "while", "but", "“", '"')


def settled(drafts: Sequence[Draft], sentences: Sequence[Sentence], quoted: Sequence[Span]) -> list[Mention]:
    """The mentions of a text in order, each pronoun with the role, name and span of its antecedent."""
    out: list[Mention] = []
    placed: list[tuple[Draft, Mention]] = []
    for at, draft in enumerate(drafts):
        mention = _plain(draft, sentences[draft.sentence])
        if draft.kind in ("pronoun", "bare"):
            antecedent = _antecedent(draft, mention, placed, sentences, quoted)
            antecedent = antecedent or _ahead(draft, drafts[at + 1 :], sentences)
            if antecedent is None:
                continue
            mention = _taking_up(mention, antecedent, whole=draft.kind == "pronoun")
        out.append(mention)
        placed.append((draft, mention))
    return out


def _taking_up(mention: Mention, antecedent: Mention, *, whole: bool) -> Mention:
    return replace(
        mention,
        pronoun=True,
        role=antecedent.role,
        name=antecedent.name,
        part=antecedent.part if whole else None,
        antecedent=antecedent.antecedent or antecedent.span,
    )


def _ahead(draft: Draft, after: Sequence[Draft], sentences: Sequence[Sentence]) -> Mention | None:
    """A single member named later in the sentence: “He would not fight,” says the file on one Belgian."""
    for other in after:
        if other.sentence != draft.sentence:
            return None
        if (
            other.role in (Role.MEMBERS, Role.CIVILIANS)
            and not other.plural
            and other.kind == "noun"
            and not draft.plural
        ):
            return _plain(other, sentences[other.sentence])
    return None


def _plain(draft: Draft, sentence: Sentence) -> Mention:
    tokens = sentence.tokens
    start, end = tokens[draft.first].start, tokens[draft.last - 1].end
    return Mention(start, end, "", draft.role, draft.name, draft.part, draft.plural)


def _antecedent(
    draft: Draft,
    mention: Mention,
    placed: Sequence[tuple[Draft, Mention]],
    sentences: Sequence[Sentence],
    quoted: Sequence[Span],
) -> Mention | None:
    """The best mention before: in this sentence, else in the two before it that reach into this paragraph."""
    word = sentences[draft.sentence].tokens[draft.head].lower
    in_quote = any(span.holds(mention.span) for span in quoted)
    best: tuple[float, Mention] | None = None
    for other, candidate in reversed(placed):
        gap = draft.sentence - other.sentence
        if gap > _REACH:
            break
        score = _fit(draft, word, other, candidate) - _GAP * gap
        if score > 0:
            outside = not any(span.holds(candidate.span) for span in quoted)
            score -= _ACROSS_QUOTE if in_quote == outside and other.sentence == draft.sentence else 0.0
            score += _HERE if gap == 0 else 0.0
            score -= _OBJECT if gap == 0 and word in _OBJECTS and other.first <= _SUBJECT_WITHIN else 0.0
            score -= _SPEAKER if in_quote and outside and candidate.role is Role.PERSON else 0.0
            score += _SAYS if _says(draft, sentences) and candidate.role in _SPEAKERS else 0.0
        if score > 0 and (best is None or score > best[0]):
            best = (score, candidate)
    return best[1] if best else None


#: How far back, in sentences, an antecedent is sought, and what a sentence's distance and a quotation mark between
#: cost against the fit below; set by hand on invented paragraphs, see tests/resolve/test_resolve_mentions_pronouns.py.
_REACH, _GAP, _ACROSS_QUOTE = 3, 1.0, 1.5
#: Who speaks is not who he speaks of; who says something is likelier a speaker; the same sentence is likelier than
#: one before.
_SPEAKER, _SAYS, _HERE = 3.5, 3.5, 1.0
#: The subject of a sentence is seldom its object ("The front offered them pay").
_OBJECT = 3.0
_OBJECTS = frozenset(("them", "him", "others"))
_SPEAKERS = (Role.PERSON, Role.CIVILIANS)
_SAYING = frozenset("said says told tells added adds explained explains noted claimed argued warned".split())


def _says(draft: Draft, sentences: Sequence[Sentence]) -> bool:
    tokens = sentences[draft.sentence].tokens
    closing = draft.first > 0 and not tokens[draft.first - 1].text.isalnum()
    return closing and draft.last < len(tokens) and tokens[draft.last].lower in _SAYING


_FITS_PLURAL = {
    Role.MEMBERS: 4.0,
    Role.FAMILY: 2.5,
    Role.LEADER: 3.0,
    Role.CIVILIANS: 3.5,
    Role.OUTSIDER: 2.5,
    Role.GROUP: 3.4,
    Role.PERSON: 2.8,
    Role.DOCUMENT: 0.0,
}
_FITS_SINGULAR = {Role.PERSON: 4.0, Role.LEADER: 4.0, Role.MEMBERS: 3.6, Role.CIVILIANS: 3.0, Role.OUTSIDER: 1.0}
_FITS_THING = {Role.GROUP: 4.0, Role.OUTSIDER: 2.0}
_FITS_BARE = {Role.MEMBERS: 4.5, Role.CIVILIANS: 3.0, Role.LEADER: 2.0, Role.OUTSIDER: 1.5, Role.FAMILY: 1.5}
_SUBJECT = 0.8
_MEN = frozenset(("men", "man", "year-old"))


def _fit(draft: Draft, word: str, other: Draft, candidate: Mention) -> float:
    """How well an earlier mention fits a pronoun: by number and role, better if it opens its sentence."""
    subject = _SUBJECT if other.first <= _SUBJECT_WITHIN else 0.0
    if draft.kind == "bare":
        if word in _MEN and candidate.role is not Role.MEMBERS:
            return 0.0
        return _FITS_BARE.get(candidate.role, 0.0) + (subject if candidate.plural else -1.0)
    if word in _THINGS:
        return (
            0.0
            if candidate.plural and candidate.role is not Role.GROUP
            else _FITS_THING.get(candidate.role, 0) + subject
        )
    if draft.plural:
        single = not candidate.plural and candidate.role is not Role.GROUP
        return 0.0 if single else _FITS_PLURAL[candidate.role] + subject
    return 0.0 if candidate.plural else _FITS_SINGULAR.get(candidate.role, 0.0) + subject


#: A mention that starts within so many tokens is taken for its sentence's subject.
_SUBJECT_WITHIN = 2


def quotations(text: str) -> tuple[Span, ...]:
    """The stretches of a text between quotation marks, within one paragraph each."""
    spans, start = [], -1
    for at, mark in enumerate(text):
        if mark == "\n":
            start = -1
        elif mark == _OPENING or (mark == '"' and start < 0):
            start = at
        elif start >= 0 and mark in (_CLOSING, '"'):
            spans.append(Span(start, at + 1))
            start = -1
    return tuple(spans)
