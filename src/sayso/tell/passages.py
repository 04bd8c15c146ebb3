"""Passages: the paragraphs that claims stand in, carried so that an assessment can be read and checked offline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.model.ids import sha256_of

#: A paragraph longer than this is cut down to a window; ten times the median paragraph of a news report.
LONGEST = 1800

#: How much of a too long paragraph is kept on either side of the words.
_MARGIN = 500

Row = dict[str, Any]


def paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """The paragraph that holds `[start, end)`, or a window of it that begins and ends between words."""
    first = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    last = len(text) if stop < 0 else stop
    if last - first <= LONGEST:
        return first, last
    if start - first > _MARGIN:
        gap = text.find(" ", start - _MARGIN, start)
        first = start - _MARGIN if gap < 0 else gap + 1
    if last - end > _MARGIN:
        gap = text.rfind(" ", end, end + _MARGIN)
        last = end + _MARGIN if gap < 0 else gap
    return first, last


def passage_row(report: str, masked: str, start: int, end: int) -> Row:
    """A passage of a report's masked text with its hash."""
    words = masked[start:end]
    digest = sha256_of(words.encode("utf-8", "surrogatepass"))
    return {
        "id": f"{report}:{start}-{end}",
        "report": report,
        "start": start,
        "end": end,
        "text": words,
        "sha256": digest,
    }


def spans_of(claim: Row) -> Iterator[tuple[str, int, int, str]]:
    """Every stretch of its report that a claim's row points at: what it is, where, and the words it must cover."""
    yield "claim", claim["start"], claim["end"], claim["quote"]
    for hop in claim["chain"]:
        if hop["start"] is not None:
            yield "source", hop["start"], hop["end"], hop["written"]
        if hop["cue"] is not None:
            yield "cue", hop["cue"]["start"], hop["cue"]["end"], hop["cue"]["written"]
    for slot in ("actor", "other", "quantity", "time"):
        value = claim[slot]
        if value is not None and value["start"] is not None:
            yield slot, value["start"], value["end"], value["written"]
    for place in claim["places"]:
        yield "place", place["start"], place["end"], place["written"]


def passages_of(claim: Row, text: str) -> tuple[tuple[int, int], ...]:
    """The passages that a claim needs: first the one it stands in, then those where its other words stand."""
    first, last = claim["sentence"]
    last = first + len(text[first:last].rstrip())
    wanted = [paragraph(text, min(first, claim["start"]), max(last, claim["end"]))]
    for _, start, end, _ in sorted(spans_of(claim), key=lambda span: (span[1], span[2])):
        if not any(low <= start and end <= high for low, high in wanted):
            wanted.append(paragraph(text, start, end))
    return tuple(wanted)
