"""A matter or an origin explained: why so many origins, and why not more."""

from __future__ import annotations

from sayso.tell.explain_claim import hop_words, quoted, why_not
from sayso.tell.findings import Finding, finding, origin_label
from sayso.tell.index import Index, Row, who, words_at
from sayso.tell.phrases import counted

#: So many claims of one origin are listed before the rest is only counted.
_LISTED = 50


def matter_lines(index: Index, matter: Row) -> list[str]:
    """Why the matter counts so many origins, which claims were merged and by what, and what speaks against it."""
    told = finding(index, matter)
    standing = told.standing
    lines = [
        f"matter {matter['id']}: reported: {told.heading} ({matter['kind']})",
        "  " + "".join(words for words, _ in told.base),
        *_why(matter, standing),
    ]
    for at, id in enumerate(_resting(matter, standing), 1):
        lines += _origin(index, at, id, [claim for claim in standing if claim["origin"] == id])
    lines += _low(index, matter)
    lines += _against(index, told, standing)
    if matter["credibility"] is None:
        return [*lines, f"no credibility: {matter['why']}"]
    return [*lines, f"credibility {matter['credibility']}: {matter['why']}"]


def _resting(matter: Row, standing: list[Row]) -> list[str]:
    return list(dict.fromkeys([*matter["origins"]["ids"], *(claim["origin"] for claim in standing)]))


def _why(matter: Row, standing: list[Row]) -> list[str]:
    low, high = matter["origins"]["low"], matter["origins"]["high"]
    chains = {tuple((hop["name"], hop["written"], hop["kind"]) for hop in claim["chain"]) for claim in standing}
    count = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    more = len(standing)
    lines = [
        f"Why {count}"
        + (
            f", why not {more:,}: {counted(more, 'claim')} {'stands' if more == 1 else 'stand'} for it"
            if more > high
            else ":"
        )
    ]
    if not standing:
        return [*lines, "  no claim stands for it"]
    lines.append(
        f"  told over {counted(len(chains), 'distinct chain')}; origins kept apart are not shown to be dependent"
    )
    return lines


def _origin(index: Index, at: int, id: str, claims: list[Row]) -> list[str]:
    row = index.origins.get(id)
    why = f": {row['why']}" if row else ""
    lines = [f"origin {at}, {id}: {origin_label(index, id)}{why}"]
    for claim in claims[:_LISTED]:
        chain = " → ".join(who(hop) for hop in claim["chain"])
        lines.append(f"    {claim['id']}  {claim['path']} {claim['start']}–{claim['end']}: {quoted(claim['quote'])}")
        lines.append(f"        {chain}; {claim['certainty']}")
    if len(claims) > _LISTED:
        lines.append(f"    {_LISTED} of {len(claims):,} claims shown")
    ids = {claim["id"] for claim in claims} | {claim["report"] for claim in claims}
    ties = {tie["id"]: tie for each in sorted(ids) for tie in index.ties_of.get(each, ()) if tie["from"] in ids}
    for tie in ties.values():
        if tie["to"] in ids or tie["to"] is None:
            lines += _merged(index, tie)
    return lines


def _merged(index: Index, tie: Row) -> list[str]:
    verb, target = ("merged by", tie["to"]) if tie["to"] else ("traced by", f"{tie['to_name']} (not in the case)")
    sure = "certain" if tie["certain"] else f"probability {tie['probability']:.2f}"
    words = [quoted(words_at(index, report, start, end)) for report, start, end in tie["spans"][:2]]
    return [
        f"    {verb} {tie['type']} ({sure}), {tie['id']}: {tie['from']} to {target}: {tie['why']}",
        *([f"        its words: {' / '.join(words)}"] if words else []),
    ]


def _low(index: Index, matter: Row) -> list[str]:
    origins = matter["origins"]
    if origins["low"] == origins["high"]:
        return []
    lines = [f"If every possible tie holds, {origins['low']:,}:"]
    lines += [f"    {_group(index, matter, group)}" for group in origins["groups"]]
    ends = {each["id"]: each["origin"] for each in index.of(matter["claims"])}
    joined = set(origins["ids"])
    for claim in matter["claims"]:
        for tie in index.ties_of.get(claim, ()):
            pair = {ends.get(tie["from"]), ends.get(tie["to"] or "")}
            if tie["from"] == claim and len(pair & joined) > 1:
                lines += _merged(index, tie)
    return lines


def _group(index: Index, matter: Row, group: list[str]) -> str:
    """A group of origins that every tie would make one, and whether it enters the low count at all."""
    words = "one origin: " + " + ".join(f"{origin_label(index, each)} ({each})" for each in group)
    sure = {claim["origin"] for claim in index.of(matter["claims"]) if claim["certainty"] != "possible"}
    if not sure & set(group):
        return f"{words}; only possibly about this, so in the high count alone"
    if all(index.origins.get(each, {}).get("kind") == "not stated" for each in group):
        return f"{words}; no teller is stated, so in the high count alone"
    return words


def _against(index: Index, told: Finding, standing: list[Row]) -> list[str]:
    matter = told.matter
    lines = ["against: " + "".join(words for words, _ in told.against)]
    lines += [
        f"    not counted: {claim['id']} {quoted(claim['quote'])}: {why_not(claim, matter)}"
        for claim in told.claims
        if claim not in standing
    ]
    lines += [
        f"    possibly the same, in the high count alone: {claim['id']} {quoted(claim['quote'])}"
        for claim in index.of(matter["possible"])
        if claim not in told.claims
    ]
    for each in matter["contradictions"]:
        sides = " against ".join(", ".join(side) for side in each["claims"])
        lines.append(f"contradiction of {each['type']}: {each['why']} ({sides})")
    lines += [f"given: {value}: {givers} ({', '.join(claims)})" for value, givers, claims in told.values]
    lines += [f"related, not counted: {each}" for each in matter["related"]]
    return [*lines, f"falls without: {told.falls}", "get next: " + "".join(words for words, _ in told.next)]


def origin_lines(index: Index, origin: Row) -> list[str]:
    """What an origin is, which claims go back to it, and why they do."""
    lines = [f"origin {origin['id']}: {origin_label(index, origin['id'])} ({origin['kind']})", f"  {origin['why']}"]
    claims = index.of(origin["claims"])
    lines.append(f"{counted(len(claims), 'claim')} in {counted(len(origin['reports']), 'report')}:")
    for claim in claims[:_LISTED]:
        lines.append(f"  {claim['id']}  {claim['path']} {claim['start']}–{claim['end']}: {quoted(claim['quote'])}")
        lines.append(f"      {hop_words(claim['chain'][0])}")
    if len(claims) > _LISTED:
        lines.append(f"  {_LISTED} of {len(claims):,} claims shown")
    return lines + _origin(index, 1, origin["id"], claims)[1 + 2 * min(len(claims), _LISTED) :]
