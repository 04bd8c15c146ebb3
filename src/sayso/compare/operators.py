"""What a clause commits to: denials, negations, doubts, conditions and plans that govern its verb."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.compare.frames import Frame
from sayso.compare.phrases import Phrase
from sayso.model.meaning import Meaning

#: A chain of clauses is followed so far up; no sentence of news hangs deeper.
_DEEPEST = 12
_DENYING_PREPOSITIONS = frozenset({"without", "instead of", "rather than", "far from", "against", "from"})
_OPEN_WORDS = frozenset("before until till lest than".split())
_FEW = frozenset({"no", "neither", "few", "any"})
_COPULAS = frozenset("be seem appear remain become look sound".split())
#: Words of one kind of operator are one: "hardly" and "not" both negate.
_NEGATED = "negated"


def signature(frame: Frame, frames: Sequence[Frame], meaning: Meaning) -> tuple[str, ...]:
    """Every operator that governs the frame's verb, sorted; frames with equal signatures commit to the same."""
    found = _own(frame, meaning) + _above(frame, frames, meaning, 0)
    negations = [operator for operator in found if operator == _NEGATED]
    return tuple(sorted({operator for operator in found if operator != _NEGATED})) + tuple(negations)


def _own(frame: Frame, meaning: Meaning) -> list[str]:
    """The operators inside the clause: adverbs and modals."""
    words = [*frame.group.adverbs, *frame.adverbs, *frame.group.modals, *frame.shared]
    found = [meaning.adverbs.get(word) or meaning.modals.get(word) or "" for word in words]
    cited = [phrase for word, phrase in frame.places if word == "according to"]
    return [operator for operator in found if operator] + [
        doubt for phrase in cited for doubt in doubts_of(phrase, meaning)
    ]


def _above(frame: Frame, frames: Sequence[Frame], meaning: Meaning, depth: int) -> list[str]:
    """The operators of what the clause hangs from."""
    found = _of_word(frame, meaning)
    if frame.governor is None or depth > _DEEPEST:
        return found + (_of_noun(frame, meaning) if frame.link == "that" else [])
    governor = frames[frame.governor]
    if frame.link == "sub":
        return found + _above(governor, frames, meaning, depth + 1)
    if frame.link in ("rel", "reduced"):
        return found + _of_owner(frame)
    found += _of_link(frame, governor, meaning)
    own = [f"above: {operator}" for operator in [*_own(governor, meaning), *_of_teller(governor, meaning)]]
    return found + own + _above(governor, frames, meaning, depth + 1)


def _of_noun(frame: Frame, meaning: Meaning) -> list[str]:
    """What the noun that the clause hangs from does to it: "reports that …", "no sign that …"."""
    kind = meaning.clause_nouns.get(frame.noun, f"open: {frame.noun or 'that'}")
    return [] if kind == "passed" else [kind]


def _of_teller(governor: Frame, meaning: Meaning) -> list[str]:
    """What the teller does to what he tells: "no one says", "rumours have it", "a forged letter says"."""
    found = [f"when {governor.word}"] if governor.link == "sub" and governor.word != "inverted" else []
    phrase = governor.subject
    if phrase is None:
        return found
    return found + doubts_of(phrase, meaning) + ([phrase.quantity] if phrase.quantity in _FEW else [])


def doubts_of(phrase: Phrase, meaning: Meaning) -> list[str]:
    """Whether the words for a teller call it doubtful."""
    if phrase.mods & meaning.doubtful or phrase.head in meaning.doubtful:
        return ["doubted"]
    kind = meaning.clause_nouns.get(phrase.head, "passed")
    return [] if kind == "passed" else [kind]


def _of_owner(frame: Frame) -> list[str]:
    phrase = frame.subject
    return ["open"] if phrase is not None and phrase.quantity in ("no", "any", "neither") else []


def _of_word(frame: Frame, meaning: Meaning) -> list[str]:
    """What the conjunction that opens the clause does to it."""
    if frame.link == "sub":
        if frame.word in meaning.conditions:
            return [f"condition: {frame.word}"]
        if frame.word == "whether":
            return ["whether"]
        return [f"open: {frame.word}"] if frame.word in _OPEN_WORDS else []
    if frame.link == "prep":
        if frame.word in _DENYING_PREPOSITIONS:
            return [_NEGATED]
        return [] if frame.word in meaning.passes_prepositions else [f"open: {frame.word}"]
    return []


def _of_link(frame: Frame, governor: Frame, meaning: Meaning) -> list[str]:
    key = governor.group.key
    if key in _COPULAS and (governor.adjectives or key == "be"):
        return _of_copula(frame, governor, meaning)
    if frame.link in ("that", "aside of"):
        return _of_telling(frame, key, meaning)
    kind = meaning.governors.get(key)
    if frame.link == "to":
        if governor.passive and key in meaning.passes_that and kind is None:
            return ["alleged"]
        return [kind] if kind else [] if key in meaning.passes_to else [f"open: {key}"]
    return [kind] if kind and frame.link == "prep" else [kind] if kind and not governor.objects else []


def _of_telling(frame: Frame, key: str, meaning: Meaning) -> list[str]:
    noun = meaning.clause_nouns.get(frame.noun, "") if frame.noun else ""
    found = [noun] if noun and noun != "passed" else []
    if key in meaning.passes_that:
        return found
    kind = meaning.governors.get(key)
    if kind is None and frame.link == "that":
        return found or ([] if noun else [f"open: {key}"])
    return [*found, kind] if kind else found


def _of_copula(frame: Frame, governor: Frame, meaning: Meaning) -> list[str]:
    """ "It is likely that …", "are unable to …": the adjective or noun decides."""
    words = [*governor.adjectives, *(adverb for adverb in governor.adverbs if adverb in meaning.clause_adjectives)]
    kinds = [meaning.clause_adjectives.get(word, f"open: {word}") for word in words]
    if not kinds:
        nouns = [phrase.head for phrase in governor.objects]
        kinds = [meaning.clause_nouns.get(noun, f"open: {noun}") for noun in nouns] or ["open: be"]
    found: list[str] = []
    for kind in kinds:
        found += ["likely", _NEGATED] if kind == "unlikely" else [] if kind == "passed" else [kind]
    return found
