"""The assessment as Markdown: the same findings, each number a link to its claims."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.tell.carried import in_markdown
from sayso.tell.concluding import qualified
from sayso.tell.findings import Finding, findings, looks_for, range_of, widest
from sayso.tell.index import Index, Row, who
from sayso.tell.numbers import numbers
from sayso.tell.outlook import expected, falls_told, numbers_said
from sayso.tell.phrases import clean, counted
from sayso.tell.scope import scope

#: So many claims of a finding are quoted; the data at the end of the file carries all.
_QUOTED = 50

#: So many outlets are named, and so many findings told, those with the widest base.
_OUTLETS, _FINDINGS = 60, 500

#: So many months of a trend and so many origins without which something would change are told.
_MONTHS, _ORIGINS = 120, 100


def plain(words: str) -> str:
    """Words that Markdown leaves alone: nothing in them makes a link, a heading, an element or a footnote."""
    harmless = clean(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_{}\[\]()#|~^])", r"\\\1", harmless)


def _n(text: str, id: str) -> str:
    return f"[{text}](#{id.replace(':', '-').split('-')[0] if not id.startswith('n:') else 'coverage'})"


def _words(words: Iterable[tuple[str, str | None]]) -> str:
    return "".join(_n(text, id) if id else plain(text) for text, id in words)


def markdown(index: Index) -> str:
    """The whole file, made from the index alone."""
    lines = [f"# {plain(index.sheet['case'])}: what is reported", "", *_concluded(index), *_coverage(index)]
    told = findings(index)
    kept = {each.matter["id"] for each in widest([each for _, group in told for each in group], _FINDINGS)}
    for indicator, group in told:
        lines += [f"## {plain(indicator['name'])} ({plain(indicator['code'])})", "", plain(indicator["definition"]), ""]
        shown = [each for each in group if each.matter["id"] in kept]
        for each in shown:
            lines += _finding(index, each)
        if len(shown) < len(group):
            lines += [f"{len(shown):,} of {len(group):,} findings shown; all are in the data below.", ""]
    lines += _trends(index) + _falls(index) + _lists(index)
    return "\n".join([*lines, in_markdown(index.sheet), ""])


def _concluded(index: Index) -> list[str]:
    rows = index.sheet.get("sentences", [])
    lines = ["## What is concluded", ""] if rows else []
    for row in rows:
        rests = ", ".join(f"[{id}](#{id})" for id in row["rests"])
        lines += [f"**{plain(row['text'])}** {plain(qualified(row))}".rstrip(), ""]
        lines += [f"Rests on {rests}. Written by {plain(row['who'])}, {row['when']}.", ""]
        if row["stale"]:
            lines += [f"Its evidence has changed since: {plain(' '.join(row['changed']))}", ""]
    return lines


def _coverage(index: Index) -> list[str]:
    known, covered = numbers(index), scope(index)
    book = index.sheet["codebook"]

    def told(id: str, noun: str, plural: str | None = None) -> str:
        return f"- {counted(known[id].value, noun, plural)} (`{id}`)"

    return [
        f"Codebook: {plain(book['title'])} {plain(book['version'])}. More reports are not more events.",
        "",
        "Each number has an id; `sayso explain CASE ID` leads to what it counts.",
        "",
        '<a id="coverage"></a>',
        told("n:reports:read", "report read", "reports read"),
        told("n:reports:unsupported-language", "report in a language not read", "reports in languages not read")
        + ": "
        + (", ".join(plain(code) for code, _ in covered.unread_languages) or "none"),
        told("n:reports:failed", "report failed", "reports failed"),
        told("n:reports:duplicate", "duplicate"),
        told("n:unread", "file could not be read", "files could not be read"),
        told("n:outlets", "outlet") + f": {_outlets(index) or 'none'}",
        told("n:reports:no-outlet", "report whose outlet is not known", "reports whose outlet is not known"),
        f"- printed {covered.first or 'at no known date'} to {covered.last or 'no known date'}",
        told("n:claims", "claim"),
        told("n:claims:accepted", "claim accepted by a person", "claims accepted by a person"),
        told("n:matters", "matter"),
        told("n:origins", "origin"),
        told("n:contradictions", "contradiction"),
        told("n:unplaced", "claim states no place", "claims state no place"),
        "- not reported (which is not zero): " + (", ".join(plain(row["code"]) for row in covered.silent) or "none"),
        f"- {looks_for(index)}",
        "",
    ]


def _outlets(index: Index) -> str:
    named = [f"{plain(row['name'])} {row['reports']:,}" for row in index.sheet["sources"] if row["in_case"]]
    return ", ".join(named[:_OUTLETS]) + (f" … {_OUTLETS} of {len(named):,} shown" if len(named) > _OUTLETS else "")


def _finding(index: Index, finding: Finding) -> list[str]:
    id = finding.matter["id"]
    lines = [f'<a id="{id}"></a>', f"### Reported: {plain(finding.heading)}", "", _words(finding.base) + ".", ""]
    lines += [
        f"- happened: {plain(finding.happened)}; printed: {plain(finding.printed)}",
        f"- kind: {finding.matter['kind']}; scope: {plain(finding.scope)}",
        f"- against: {_words(finding.against)}",
        f"- falls without: {plain(finding.falls)}",
        f"- get next: {_words(finding.next)}",
    ]
    lines += [f"- given: {plain(value)} ({plain(givers)})" for value, givers, _ in finding.values]
    if told := range_of(finding):
        lines.append(f"- {plain(told)}")
    lines += [f"- contradiction of {each['type']}: {plain(each['why'])}" for each in finding.matter["contradictions"]]
    lines.append("")
    for claim in finding.claims[:_QUOTED]:
        lines += _claim(index, claim)
    if len(finding.claims) > _QUOTED:
        lines += [f"{_QUOTED} of {len(finding.claims):,} claims shown.", ""]
    return lines


def _claim(index: Index, claim: Row) -> list[str]:
    report = index.reports.get(claim["report"], {})
    chain = " → ".join(plain(who(hop)) for hop in claim["chain"])
    return [
        f"> {plain(claim['quote'])}",
        ">",
        f"> {chain}; {claim['certainty']}; {plain(report.get('published') or 'undated')}, {plain(claim['path'])}"
        f" {claim['start']} to {claim['end']}; {claim['id']}",
        "",
    ]


def _trends(index: Index) -> list[str]:
    """Event matters by month, with the outlets that were active; a gap is no coverage, not zero."""
    lines = ["## Event matters by month", ""]
    for row in index.sheet["trends"]:
        lines += [f"### {plain(row['indicator'])}: {plain(row['why'])}", ""]
        lines += ["| month | event matters | active outlets | expected (90 %) |", "| --- | --- | --- | --- |"]
        for point in row["points"][-_MONTHS:]:
            month, outlets = point["period"], point["outlets"]
            seen = _n(f"{point['matters']:,}", f"n:events:{row['indicator']}:{month}") if point["matters"] else "0"
            active = _n(f"{outlets:,}", f"n:active:{month}") if outlets else "no coverage"
            shown = seen if point["matters"] or outlets else ""
            lines.append(f"| {month} | {shown} | {active} | {expected(point) if outlets else ''} |")
        if len(row["points"]) > _MONTHS:
            lines += ["", f"The last {_MONTHS} of {len(row['points']):,} months shown."]
        lines += ["", *(f"- {month}: {plain(id)}" for month, id in row["dated"]), ""]
    return lines


def _falls(index: Index) -> list[str]:
    """What would change without one origin, those on which most matters stand alone first."""
    lines = ["## What would change without one origin", ""]
    told = falls_told(index)
    for row, label, changes in told[:_ORIGINS]:
        head = f"**{plain(label)}** ({row['origin']}): {row['changed']:,} would change, {row['falls']:,} would fall"
        lines.append(f"- {head}")
        for each, words in changes:
            after = numbers_said(each["after"]) if each["after"]["reports"] else "nothing left"
            lines.append(f"  - {plain(words)} ({each['matter']}): {numbers_said(each['before'])} → {after}")
    if len(told) > _ORIGINS:
        lines.append(f"- {_ORIGINS} of {len(told):,} shown; all are in the data below")
    return [*lines, ""] if told else [*lines, "Nothing would.", ""]


def _lists(index: Index) -> list[str]:
    lines = ["## Sources", "", "| source | control | country | interest | reports |", "| --- | --- | --- | --- | --- |"]
    for row in index.sheet["sources"]:
        cells = (row["name"], row["control"], row["country"] or "", row["interest"] or "", f"{row['reports']:,}")
        lines.append("| " + " | ".join(plain(cell) for cell in cells) + " |")
    unread = [f"- {plain(each['path'])}: {plain(each['why'])}" for each in index.sheet["unread"]]
    if unread:
        lines += ["", f"## {counted(len(unread), 'file')} could not be read", "", *unread]
    return [*lines, ""]
