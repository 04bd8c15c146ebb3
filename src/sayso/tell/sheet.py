"""The sheet: all that an assessment says and rests on, masked and JSON-ready; every format is made from it alone."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from sayso import __version__
from sayso.model.books import Codebook
from sayso.model.picture import Picture
from sayso.model.report import Report
from sayso.model.telling import PROTECTED_KINDS, PUBLISHERS
from sayso.tell.concluding import in_order, sentence_row
from sayso.tell.hiding import OPEN, Hiding, hiding
from sayso.tell.masking import Masker, mask_spans, masker
from sayso.tell.outlook import fall_rows, trend_rows
from sayso.tell.passages import paragraph, passage_row, passages_of
from sayso.tell.printer import printer
from sayso.tell.rows import Row, hidden_claim, matter_row, origin_row, report_row, source_row, tie_row

#: The version of the sheet's own shape; a reader of another shape says so instead of guessing.
SHAPE = "sayso assessment 1"

#: Of a tie with many spans (a copied report has one a sentence) so many are carried with their words.
TIE_SPANS = 6


def sheet(picture: Picture, names: bool = False) -> Row:
    """The whole picture as one JSON-ready value; nothing else reaches a page."""
    hidden = OPEN if names else _hidden(picture)
    hide = Masker(None) if names else masker(_names(picture, hidden))
    texts = {report.id: hide.of(mask_spans(report.text, hidden.spans.get(report.id, ()))) for report in picture.reports}
    claims, passages = _claims(picture, hidden, texts)
    passages |= _tie_passages(picture, texts)
    return {
        "shape": SHAPE,
        "maker": {"name": "sayso", "version": __version__, "printer": printer()},
        "case": picture.name,
        "names": names,
        "codebook": _codebook(picture.codebook),
        "reports": [_report(report, hidden, hide) for report in picture.reports],
        "claims": claims,
        "matters": [_masked(matter_row(hidden.of_matter(matter)), hide) for matter in picture.matters],
        "origins": [_masked(origin_row(hidden.of_origin(origin), names), hide) for origin in picture.origins],
        "ties": [_masked(tie_row(hidden.of_tie(tie)), hide) for tie in picture.ties],
        "sources": sources(picture),
        "unread": [{"path": hide.of(each.path), "why": hide.of(each.why)} for each in picture.unread],
        "sentences": in_order([sentence_row(each, hide) for each in picture.sentences]),
        "falls": fall_rows(picture),
        "trends": trend_rows(picture),
        "passages": [passages[each] for each in sorted(passages)],
    }


def sources(picture: Picture) -> list[Row]:
    """A row for every outlet of the case and every outlet or agency that a chain names, by name."""
    entries = {entry.name: entry for entry in picture.sources}
    reports = Counter(report.outlet for report in picture.reports if report.outlet)
    claims: Counter[str] = Counter()
    kinds: dict[str, str] = dict.fromkeys(reports, "outlet")
    for claim in picture.claims:
        named = {hop.name: hop.kind for hop in claim.chain if hop.name and hop.kind in PUBLISHERS}
        for name, kind in named.items():
            claims[name] += claim.counts
            kinds.setdefault(name, kind.value)
    return [source_row(name, entries.get(name), reports[name], claims[name], kinds[name]) for name in sorted(kinds)]


def _hidden(picture: Picture) -> Hiding:
    texts = {report.id: report.text for report in picture.reports}
    return hiding(picture.claims, dict(picture.protected), texts.get, texts)


def _names(picture: Picture, hidden: Hiding) -> set[str]:
    """Names that are hidden in the whole case; a single word might be somebody else's elsewhere."""
    found = {origin.name for origin in picture.origins if origin.name and origin.kind in PROTECTED_KINDS}
    whole = {name for names in hidden.kinds.values() for name in names if len(name.split()) > 1}
    return whole | {name for name in found if len(name.split()) > 1 or not _written_small(name, picture)}


def _written_small(name: str, picture: Picture) -> bool:
    """Whether a text writes the name as a common word ("Residents described", "residents said")."""
    small = re.compile(rf"(?<!\w){re.escape(name.lower())}(?!\w)")
    return any(small.search(report.text) for report in picture.reports)


def _codebook(codebook: Codebook) -> Row:
    return {
        "name": codebook.name,
        "version": codebook.version,
        "title": codebook.title,
        "scope": codebook.scope,
        "indicators": [
            {
                "code": each.code,
                "family": each.family,
                "name": each.name,
                "definition": each.definition,
                "kind": each.kind,
                "speaks_for": each.speaks_for,
            }
            for each in codebook.indicators
        ],
    }


def _report(report: Report, hidden: Hiding, hide: Masker) -> Row:
    row = report_row(report, hidden.spans.get(report.id, ()), hidden.shows)
    return {
        key: hide.of(value) if key in ("path", "title", "url", "why") and value else value for key, value in row.items()
    }


def _masked(row: Row, hide: Masker) -> Row:
    def of(value: Any) -> Any:
        if isinstance(value, str):
            return hide.of(value)
        return [{k: of(v) for k, v in each.items()} for each in value] if _is_rows(value) else value

    return {
        key: of(value) if key in ("why", "name", "to_name", "contradictions") else value for key, value in row.items()
    }


def _is_rows(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _claims(picture: Picture, hidden: Hiding, texts: dict[str, str]) -> tuple[list[Row], dict[str, Row]]:
    rows, passages = [], {}
    for claim in picture.claims:
        row = hidden_claim(claim, hidden) | {"quote": texts[claim.report][claim.start : claim.end]}
        held = []
        for start, end in passages_of(row, texts[claim.report]):
            passage = passage_row(claim.report, texts[claim.report], start, end)
            passages[passage["id"]] = passage
            held.append(passage["id"])
        rows.append(row | {"passages": held})
    return rows, passages


def _tie_passages(picture: Picture, texts: dict[str, str]) -> dict[str, Row]:
    found = {}
    for tie in picture.ties:
        for span in tie.spans[:TIE_SPANS]:
            if span.report in texts:
                start, end = paragraph(texts[span.report], span.start, span.end)
                passage = passage_row(span.report, texts[span.report], start, end)
                found[passage["id"]] = passage
    return found
