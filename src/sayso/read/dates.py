"""When a report was published: manifest, else page, else text, else not known; never a file's date, never today."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from lxml import etree
from lxml.html import HtmlElement

from sayso.model.report import Published
from sayso.read.edtf import bounded, given_date
from sayso.read.layout import Layout
from sayso.read.written_dates import DATE, dated, written_date

#: Properties of a page that give the original date, best first.
_META = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "dc.date.created", "dcterms.created", "parsely-pub-date",
    "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publication-date",
    "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
_LABELLED = re.compile(
    rf"(?:first )?(?:published|posted|issued|date|dated|publication date|created|released)(?: on| at|:| -)*\s*"
    rf"(?:[a-z]+day,? )?{DATE}",
    re.IGNORECASE | re.ASCII,
)
_ALONE = re.compile(
    rf"[\W_]*(?:[a-z]+day,?\s+)?{DATE}(?:[\s|,·at-]+\d{{1,2}}[:.]\d{{2}}.{{0,20}})?[\W_]*", re.IGNORECASE | re.ASCII
)
_DATELINE = re.compile(
    rf"[A-Z][\w'’ ,.-]{{1,60}}?[,(\s]+{DATE}\s*[)]?\s*(?:\([^()]{{2,40}}\))?\s*[—–:-]", re.ASCII | re.IGNORECASE
)
_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\))\D{0,80}(?:\d{4}\s?[-–]\s?)?(\d{4})(?!\d)", re.IGNORECASE)
#: Lines that may carry a publication date are short.
_LONGEST = 160


def published(
    given: str | None, tree: HtmlElement | None, layout: Layout, now: str | None
) -> tuple[Published | None, tuple[str, ...]]:
    """The publication date, and sentences about dates that were refused; `now` is an ISO day or None."""
    refused: list[str] = []
    if given:
        found = given_date(given, "manifest", now)
        if isinstance(found, Published):
            return found, ()
        worded = written_date(given, "manifest")
        if worded is not None and not _future(worded, now):
            return worded, ()
        refused.append(f"Its publication date {found}")
    for candidate in (of_page(tree) if tree is not None else None, of_text(layout)):
        if candidate is None:
            continue
        if not _future(candidate, now):
            return candidate, tuple(refused)
        refused.append(f"The {candidate.basis} gives {candidate.edtf}, a date in the future; it is left out.")
    return None, tuple(refused)


def _future(found: Published, now: str | None) -> bool:
    return now is not None and found.earliest is not None and found.earliest > now


def of_page(tree: HtmlElement) -> Published | None:
    """The original date in a page's own metadata."""
    found = _of_linked_data(tree) or _of_meta(tree)
    return found if found is not None else _of_htmldate(tree)


def _day_of(written: str) -> Published | None:
    found = given_date(written, "page")
    return found if isinstance(found, Published) else written_date(written, "page")


def _of_linked_data(tree: HtmlElement) -> Published | None:
    for node in tree.iter("script"):
        if (node.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            value = json.loads(node.text or "")
        except (ValueError, RecursionError):
            continue
        for item in things(value):
            written = item.get("datePublished")
            if isinstance(written, str) and (found := _day_of(written)) is not None:
                return found
    return None


def things(value: object) -> list[dict[str, object]]:
    """The objects of a page's linked data, those of a graph included."""
    listed = value if isinstance(value, list) else [value]
    found: list[dict[str, object]] = []
    for item in listed[:50]:
        if isinstance(item, dict):
            found.append(item)
            graph = item.get("@graph")
            found += [part for part in graph[:50] if isinstance(part, dict)] if isinstance(graph, list) else []
    return found


def _of_meta(tree: HtmlElement) -> Published | None:
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = (node.get("property") or node.get("name") or node.get("itemprop") or "").lower()
        if name in _META:
            found.setdefault(name, node.get("content") or "")
    return next((date for name in _META if name in found and (date := _day_of(found[name])) is not None), None)


def _of_htmldate(tree: HtmlElement) -> Published | None:
    """What the date library finds by its quick search, a first of the month only where the page writes it out."""
    from htmldate import find_date

    markup = etree.tostring(tree, encoding="unicode", method="html")
    try:
        written = find_date(
            markup, extensive_search=False, original_date=True, min_date="1990-01-01", max_date="2100-12-31"
        )
    except Exception:  # a library over hostile markup: no date is better than no report
        return None
    match = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", written or "")
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    if day == 1 and not re.search(
        rf"{year}[-/.]?0?{month}[-/.]?0?1(?!\d)|\b0?1(?:st)?[ ./-]|[a-z]\.? 0?1(?:st)?,", markup
    ):
        return None
    return bounded(year, month, day, "page")


def of_text(layout: Layout) -> Published | None:
    """The date that the text itself prints: a labelled or lone date near head or end, a dateline, a copyright year."""
    head, tail = layout.blocks[: layout.body + 1], layout.blocks[layout.tail :]
    for pattern in (_LABELLED, _ALONE):
        for block in (*head, *tail):
            match = pattern.match(block.text) if len(block.text) <= _LONGEST else None
            found = dated(match, "text") if match else None
            if found is not None:
                return found
    for block in head:
        match = _DATELINE.match(block.text[:_LONGEST])
        if match and (found := dated(match, "text")) is not None:
            return found
    for block in reversed((*head, *tail)):
        match = _COPYRIGHT.search(block.text) if len(block.text) <= _LONGEST else None
        found = bounded(int(match[1]), None, None, "text") if match else None
        if found is not None:
            return replace(found, basis="text")
    return None
