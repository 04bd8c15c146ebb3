"""Whether a frame is a telling, so that its teller may stand in a chain: not a plan, an attitude or a hearer."""

from __future__ import annotations

import re

from sayso.extract.frame import Frame
from sayso.extract.lexicon import Lexicon
from sayso.extract.model_frames import FINDER as MODEL
from sayso.model.telling import Teller, TellerKind

#: Behind these words in the passive stands no teller but a hearer.
_HEARING = re.compile(
    r"\b(?:was|were|is|are|been|being)\s+(?:\w+ly\s+)?(?:promised|offered|assured|informed|ordered)$", re.IGNORECASE
)
#: A phrase of place or manner is nobody: "On the other side: …", "In Gao".
_NO_ONE = re.compile(
    r"(?:on|in|at|under|behind|beside|beyond|across|among|between|from|with)\s+(?:the|a|an|this|that|one|his|her|its|[A-Z])",
    re.IGNORECASE,
)
#: Nor is a day, a month, a number, or a clause.
_NO_TELLER = re.compile(
    r"(?:(?:(?:on|last|this|next|late|early)\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:in\s+)?(?:january|february|"
    r"march|april|may|june|july|august|september|october|november|december)|today|yesterday|tonight|later|then|"
    r"there|here|what|which|that|this|(?:me|him|them|us)\s+\w.*|"
    r"a charge which\b.*|\d[\d,.]*|(?:he|she|they|it) (?:is|was|are|were)\b.*)",
    re.IGNORECASE,
)


def tells(text: str, frame: Frame, teller: Teller, lexicon: Lexicon) -> bool:
    """Whether a frame is a telling: the rules found it, or its cue holds a word of telling and it has a source."""
    if _is_nobody(text, frame, teller):
        return False
    if frame.finder != MODEL or _is_set_before_quote(text, frame):
        return True
    words = re.findall(r"[a-z]+", frame.cue.of(text).lower())
    known = (lexicon.verbs, lexicon.document_verbs, lexicon.nouns)
    if frame.source is None:
        return False
    if not any(word in forms for word in words for forms in known) and not _is_beside_quote(text, frame):
        return False
    return frame.source.start > frame.cue.start or not _is_done_to(words)


def _is_nobody(text: str, frame: Frame, teller: Teller) -> bool:
    """Whether the words of a source name who was told or promised something, or no one at all."""
    if frame.source is None:
        return False
    words = frame.source.of(text)
    if _NO_TELLER.fullmatch(words.strip(" ,")):
        return True
    if frame.source.start > frame.cue.start:
        return False
    nobody = teller.kind is TellerKind.UNKNOWN and _NO_ONE.match(words) is not None
    return nobody or _HEARING.search(frame.cue.of(text)) is not None


def _is_set_before_quote(text: str, frame: Frame) -> bool:
    """Whether a colon sets words about somebody before his quotation: "A nun in Kidal is less sure: “They …”"."""
    if frame.source is None:
        return False
    return any(
        content.of(text)[:1] in {"“", '"'} and text[: content.start].rstrip().endswith(":")
        for content in frame.contents
    )


#: So close behind a quotation stand those who laughed, sighed or shrugged it.
_BESIDE = 3


def _is_beside_quote(text: str, frame: Frame) -> bool:
    """Whether source and cue stand right behind a quotation that ends with a comma: "“…,” she laughs"."""
    if frame.source is None or len(frame.source) + len(frame.cue) > _SHORT:
        return False
    first, last = min(frame.source.start, frame.cue.start), max(frame.source.end, frame.cue.end)
    if last - first > len(frame.source) + len(frame.cue) + 1:
        return False
    return any(
        content.of(text)[-1:] in {"”", '"'}
        and content.of(text)[-2:-1] in {",", "?", "!"}
        and 0 <= first - content.end <= _BESIDE
        for content in frame.contents
    )


#: A longer source and cue is a clause of its own.
_SHORT = 60
_BE = frozenset({"is", "are", "was", "were", "been", "being", "be"})
#: Of those to whom this is done the words are, all the same.
_CITED = frozenset({"quoted", "cited", "reported", "overheard", "recorded"})


def _is_done_to(cue: list[str]) -> bool:
    """Whether a cue is passive, so that what stands before it is spoken of ("was declared dead") and does not tell."""
    return bool(_BE & set(cue[:-1])) and cue[-1].endswith(("ed", "ld", "wn", "en", "ade")) and cue[-1] not in _CITED
