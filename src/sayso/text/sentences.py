"""Sentences of a frozen text, by nupunkt and a few rules where it errs on news."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

import nupunkt

from sayso.model.span import Sentence, Span
from sayso.text.paragraphs import paragraphs
from sayso.text.tokens import tokens

# A sentence that ends so goes on: titles, ranks and short forms before a name or number.
_OPEN_END = re.compile(
    r"(?:^|[\s(“\"])(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|St|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Brig|Adm|Gov|Sen|Rep|Pres|No|Nos"
    r"|Bde|Bn|Div|Sgt\. 1st Class|Lt\. Col|Lt\. Gen|Maj\. Gen|Brig\. Gen|approx|c|vs|et al|i\.e|e\.g)\.$",
    re.IGNORECASE,
)
# "GAO, Mali (SPA) - ", "BAGHDAD/ERBIL (AP) —", "LONDON, March 3 -": where and by whom, before the first sentence.
_DATELINE = re.compile(
    r"[A-ZÀ-Ý][A-ZÀ-Ý'’./ -]{2,40}(?:, [\w.,'’ -]{2,40}?)?\s?(?:\([^()\n]{2,40}\)\s?)?"
    r"(?:--|[-–—])\s+(?=[\"“‘A-ZÀ-Ý0-9])"
)
# "Dara'a, July 3 (Sahel Wire) - ": a place in small letters is a dateline where a day or a sender follows it.
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?"
_PLAIN_DATELINE = re.compile(
    rf"(?:\((?:[A-ZÀ-Ý][\w'’.-]+[ ,/]+){{1,4}}{_DAY}\)|(?:[A-ZÀ-Ý][\w'’.-]+[ ,/]+){{1,4}}"
    rf"(?:{_DAY}\s?,?\s?(?:\([^()\n]{{2,40}}\)\s?)?|\([A-Z][^()\n]{{1,40}}\)\s?))\s?"
    r"(?:--|[-–—:])\s+(?=[\"“‘A-ZÀ-Ý0-9])"
)
# "2. Twelve men", "(b) The group", "17:42 - The ministry", "• Two camps": the mark of an item, not its words.
_ITEM = re.compile(
    r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+|\[?\d{1,2}[:.]\d{2}\]?(?:\s?(?:[ap]\.?m\.?|GMT|UTC|h))?\s*(?:[-–—:|]\s*|\s)|[•▪*·-]\s+)"
    r"(?=[\"“‘]?[A-ZÀ-Ý0-9])"
)
# A stop behind a plain word ends a sentence, also where the word is somebody's short form ("ill.", "month.").
_PLAIN_STOP = re.compile(r"(?<![\w.'’-])([a-z]{2,})(?:\.[\"”’)\]]*|[!?])\s+(?=[\"“‘(\[]?[A-ZÀ-Ý])")
_SHORT_FORMS = frozenset(
    (
        "approx dept est inc ltd corp univ etc fig vol tel nos no art sec para ext min max incl cit st mr mrs ms dr "
        "vs al ed eds pp eg ie ca cf gen col lt capt sgt maj prof rev hon"
    ).split()
)
_LETTERS = re.compile(r"\w")
#: nupunkt is asked for at most this much at once; a longer paragraph is cut at white space. Its time grows faster than
#: its input beyond some hundred thousand characters, and no sentence is longer.
_CHUNK = 20_000


def sentences(
    text: str, debris: Iterable[Span] = (), headline: Span | None = None, captions: Iterable[Span] = ()
) -> tuple[Sentence, ...]:
    """The sentences of a text in order, each with its tokens and paragraph number; none crosses a paragraph."""
    out, debris, captions = [], tuple(debris), tuple(captions)
    for number, paragraph in enumerate(paragraphs(text)):
        marks = {
            "debris": any(2 * span.overlap(paragraph) > len(paragraph) for span in debris),
            "headline": headline is not None and 2 * headline.overlap(paragraph) > len(paragraph),
            "caption": any(2 * span.overlap(paragraph) > len(paragraph) for span in captions),
        }
        for span in _spans(text, paragraph):
            inner = (
                marks if marks["debris"] else {**marks, "debris": any(s.overlap(span) * 2 > len(span) for s in debris)}
            )
            out.append(Sentence(span.start, span.end, number, tokens(text, span.start, span.end), **inner))
    return tuple(out)


def _spans(text: str, paragraph: Span) -> list[Span]:
    marks = (pattern.match(text, paragraph.start, paragraph.end) for pattern in (_ITEM, _DATELINE, _PLAIN_DATELINE))
    dateline = next((mark for mark in marks if mark is not None), None)
    if dateline is not None and dateline.end() < paragraph.end:
        head = _trimmed(text, paragraph.start, dateline.end())
        return [head, *_spans(text, Span(dateline.end(), paragraph.end))]
    merged: list[Span] = []
    for chunk in _chunks(text, paragraph):
        bounds = (Span(chunk.start + start, chunk.start + end) for start, end in nupunkt.sent_spans(chunk.of(text)))
        for span in (part for bound in bounds for part in _parted(text, bound)):
            if not len(span):
                continue
            if merged and _continues(text, merged[-1], span):
                merged[-1] = Span(merged[-1].start, span.end)
            else:
                merged.append(span)
    return merged


def _parted(text: str, span: Span) -> list[Span]:
    """The span, cut behind each stop that follows a plain word in small letters."""
    cuts = [
        found.end()
        for found in _PLAIN_STOP.finditer(text, span.start, span.end)
        if found.group(1) not in _SHORT_FORMS and found.end() < span.end
    ]
    edges = [span.start, *cuts, span.end]
    return [_trimmed(text, start, end) for start, end in pairwise(edges)]


def _chunks(text: str, paragraph: Span) -> list[Span]:
    chunks, start = [], paragraph.start
    while paragraph.end - start > _CHUNK:
        cut = text.rfind(" ", start, start + _CHUNK)
        cut = cut if cut > start else start + _CHUNK
        chunks.append(Span(start, cut))
        start = cut
    chunks.append(Span(start, paragraph.end))
    return chunks


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _continues(text: str, before: Span, span: Span) -> bool:
    """Whether a boundary found by nupunkt is none: a title before a name, or a small letter after the stop."""
    words = span.of(text)
    if not _LETTERS.search(words):
        return True
    return words[0].islower() or _OPEN_END.search(before.of(text)[-24:]) is not None
