"""Scores dates against documents with TIMEX3 marks."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sayso.model.report import Published
from sayso.model.slots import When
from sayso.model.span import Span
from sayso.resolve.dates import dates

#: The documents mark dates in their first sentences only; later ones carry names and coreference.
_MARKED_SENTENCES = 6
_DATE = re.compile(r"[0-9]{3,4}(?:-(?:[0-9]{2}(?:-[0-9]{2})?|W[0-9]{2}|Q[1-4]))?")


@dataclass(frozen=True, slots=True)
class Document:
    """Sentences as spans of one text, the publication date, and for each sentence the values marked there."""

    text: str
    sentences: tuple[Span, ...]
    published: Published | None
    values: tuple[tuple[str, ...], ...]


def read(path: Path) -> Document:
    """The document with the dates that are values of days, weeks, months, quarters, years or decades."""
    root = ET.parse(path).getroot()
    pieces: list[str] = []
    spans: list[Span] = []
    sentence_of: dict[str, int] = {}
    length = 0
    for token in root.findall("token"):
        number = int(token.get("sentence", "0"))
        sentence_of[token.get("t_id", "")] = number
        written = token.text or ""
        if number >= _MARKED_SENTENCES:
            continue
        blank = "" if written in ".,;:!?)%'’" or written.startswith(("'", "’")) else " "
        start = length + len(blank)
        pieces.append(blank + written)
        length = start + len(written)
        if len(spans) > number:
            spans[-1] = Span(spans[-1].start, length)
        else:
            spans.append(Span(start, length))
    return Document("".join(pieces), tuple(spans), _published(root), _values(root, sentence_of, len(spans)))


def _published(root: ET.Element) -> Published | None:
    for mark in root.iter("TIMEX3"):
        value = mark.get("value", "")
        if mark.get("functionInDocument") == "CREATION_TIME" and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            return Published(value, value, value, "manifest")
    return None


def _values(root: ET.Element, sentence_of: dict[str, int], sentences: int) -> tuple[tuple[str, ...], ...]:
    found: list[list[str]] = [[] for _ in range(sentences)]
    for mark in root.iter("TIMEX3"):
        anchors = [sentence_of[each.get("t_id", "")] for each in mark.findall("token_anchor")]
        value = mark.get("value", "")
        value = re.sub(r"(-XX)+$|-WE$|T.*$", "", value)
        if mark.get("type") == "DATE" and anchors and anchors[0] < sentences and _DATE.fullmatch(value):
            found[anchors[0]].append(value)
    return tuple(tuple(each) for each in found)


def values(when: When) -> list[str]:
    """The TIMEX3 values of one date of ours: of a range both ends, of "since" and "until" the end that is written."""
    left, _, right = when.edtf.replace("~", "").partition("/")
    opening = re.match(r"(since|until|till|by|before|after|starting|up to|as late)", when.written, re.IGNORECASE)
    if opening and right:
        return [_point(right if left == ".." else left)]
    if re.search(r"\bto\b|\band\b|[0-9]\s?[-–]\s?[0-9]|until|through", when.written) and right:
        return [_point(left), _point(right)]
    return [] if _is_duration(when) else [_whole(when)]


def _is_duration(when: When) -> bool:
    return bool(
        re.search(r"\b(?:past|last|next|coming)\s+(?:\w+\s+)?(?:days|weeks|months|years|decades?)\b", when.written)
    )


def _point(edtf: str) -> str:
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}|[0-9]{4}-(?:0[1-9]|1[0-2])", edtf):
        return edtf
    return edtf.rstrip("X") if edtf.endswith("X") else edtf


def _whole(when: When) -> str:
    """The least week, month, quarter, year or decade that the interval fills or lies in."""
    if when.earliest is None or when.latest is None or "/" not in when.edtf:
        return _point(when.edtf.replace("~", ""))
    first, last = date.fromisoformat(when.earliest), date.fromisoformat(when.latest)
    if "weekend" in when.written or (first.weekday() == 0 and last - first == timedelta(days=6)):
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02}"
    if (first.year, first.month) == (last.year, last.month) and not re.search(r"\byear\b", when.written):
        return f"{first.year:04}-{first.month:02}"
    if "quarter" in when.written.lower() or re.match(r"Q[1-4]", when.written):
        return f"{first.year:04}-Q{(first.month + 2) // 3}"
    return f"{first.year:04}"


def ours(document: Document) -> list[list[str]]:
    """The values we give for each sentence of a document."""
    return [
        [
            value
            for when in dates(document.text, span, document.published)
            if isinstance(when, When)
            for value in values(when)
        ]
        for span in document.sentences
    ]


def counts(documents: list[Document], found: list[list[list[str]]]) -> tuple[int, int, int]:
    """How many values agree, how many we give, how many are marked."""
    right = given = gold = 0
    for document, mine in zip(documents, found, strict=True):
        for given_here, marked in zip(mine, document.values, strict=True):
            right += (Counter(given_here) & Counter(marked)).total()
            given, gold = given + len(given_here), gold + len(marked)
    return right, given, gold


def scores(documents: list[Document], found: list[list[list[str]]]) -> str:
    """One line with precision, recall and F1 in per cent."""
    right, given, gold = counts(documents, found)
    precision, recall = right / max(given, 1), right / max(gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return (
        f"P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1:5.1f}  ({right} of {given} given, {gold} gold)"
    )


def misses(documents: list[Document], found: list[list[list[str]]]) -> None:
    """Prints every sentence where values differ, for reading."""
    for document, given in zip(documents, found, strict=True):
        for span, mine, theirs in zip(document.sentences, given, document.values, strict=True):
            if Counter(mine) != Counter(theirs):
                extra, missed = Counter(mine) - Counter(theirs), Counter(theirs) - Counter(mine)
                print(
                    "extra",
                    sorted(extra),
                    "missed",
                    sorted(missed),
                    document.published and document.published.edtf,
                    "|",
                    span.of(document.text),
                )
