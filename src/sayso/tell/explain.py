"""The whole way from an id to the characters it rests on, in plain lines."""

from __future__ import annotations

from sayso.model.picture import Picture
from sayso.tell.explain_claim import claim_lines, quoted
from sayso.tell.explain_matter import matter_lines, origin_lines
from sayso.tell.index import Index, Row, index, words_at
from sayso.tell.narrowing import narrowed
from sayso.tell.numbers import Number, numbers
from sayso.tell.phrases import clean, counted
from sayso.tell.sheet import sheet

#: So many ids behind a number are listed before the rest is only counted.
_LISTED = 200

#: A shorter beginning of an id would soon name two things.
_SHORTEST_PREFIX = 5


def explain(picture: Picture, id: str, names: bool = False) -> tuple[str, ...]:
    """Lines that explain a claim, matter, origin, report, tie or number; none where the id is unknown.

    The beginning of an id will do where only one id begins so.
    """
    found = index(sheet(narrowed(picture, id), names))
    return tuple(clean(line) for line in _lines(found, id))


def _lines(index: Index, id: str) -> list[str]:
    if id.startswith("n:") or ":" in id:
        number = numbers(index).get(id)
        return _number_lines(index, number) if number else []
    whole = _whole(index, id)
    if whole in index.claims:
        return claim_lines(index, index.claims[whole])
    if whole in index.matters:
        return matter_lines(index, index.matters[whole])
    if whole in index.origins:
        return origin_lines(index, index.origins[whole])
    if whole in index.reports:
        return _report_lines(index, index.reports[whole])
    return tie_lines(index, index.ties[whole]) if whole in index.ties else []


def _whole(index: Index, id: str) -> str:
    if len(id) < _SHORTEST_PREFIX:
        return id
    tables = (index.claims, index.matters, index.origins, index.reports, index.ties)
    fits = [known for table in tables for known in table if known.startswith(id)]
    return fits[0] if len(fits) == 1 else id


def _number_lines(index: Index, number: Number) -> list[str]:
    lines = [f"{number.id}: {number.value:,} {number.says}"]
    lines += [f"  {_one(index, each)}" for each in number.of[:_LISTED]]
    if len(number.of) > _LISTED:
        lines.append(f"  {_LISTED:,} of {len(number.of):,} shown")
    return lines


def _one(index: Index, id: str) -> str:
    if id in index.claims:
        claim = index.claims[id]
        return f"{id}  {claim['indicator']}, {claim['path']} {claim['start']}–{claim['end']}: “{claim['quote']}”"
    if id in index.reports:
        report = index.reports[id]
        why = f"; {report['why']}" if report["why"] else ""
        return (
            f"{id}  {report['path']}, {report['outlet'] or 'outlet not known'}, {report['published'] or 'undated'}{why}"
        )
    if id in index.origins:
        origin = index.origins[id]
        return f"{id}  {origin['name'] or origin['kind']}: {counted(len(origin['claims']), 'claim')}"
    matter = index.matters.get(id.partition("#")[0])
    if matter is None:
        return id
    if "#" in id:
        contradiction = matter["contradictions"][int(id.partition("#")[2])]
        return f"{matter['id']}  {contradiction['type']}: {contradiction['why']}"
    return f"{id}  {matter['indicator']}: {counted(len(matter['claims']), 'claim')}"


def _report_lines(index: Index, report: Row) -> list[str]:
    dated = f"{report['published']} (from {report['published_from']})" if report["published"] else "undated"
    lines = [
        f"report {report['id']}: {report['path']}",
        f"  outlet: {report['outlet'] or 'not known'}, published: {dated}, language: {report['language']}",
        f"  status: {report['status']}" + (f": {report['why']}" if report["why"] else ""),
        f"  sha256 {report['sha256']}, {report['characters']:,} characters",
    ]
    if report["title"]:
        lines.append(f"  title: {report['title']}")
    held = [claim for claim in index.sheet["claims"] if claim["report"] == report["id"]]
    lines.append(f"{counted(len(held), 'claim')}:")
    lines += [f"  {_one(index, claim['id'])}" for claim in held[:_LISTED]]
    ties = index.ties_of.get(report["id"], [])
    for tie in ties[:_LISTED]:
        lines += [f"  {line}" for line in tie_lines(index, tie)]
    return lines


def tie_lines(index: Index, tie: Row) -> list[str]:
    """A tie with its reason and the words it rests on."""
    target = tie["to"] or f"{tie['to_name']}, which is not in the case"
    sure = "certain" if tie["certain"] else f"not certain, probability {tie['probability']:.2f}"
    lines = [f"tie {tie['id']}: {tie['type']}, {sure}: {tie['from']} rests on {target}", f"  {tie['why']}"]
    for report, start, end in tie["spans"]:
        row = index.reports.get(report)
        lines.append(f"  {row['path'] if row else report} {start}–{end}: {quoted(words_at(index, report, start, end))}")
    return [*lines, f"  made by {tie['maker']['name']} {tie['maker']['version']}"]
