"""Findings: what an assessment says of each matter, in words that can be counted again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.tell.getting import wanted
from sayso.tell.index import Index, Row, counts, is_contrary, standing, taken_back, who, withheld
from sayso.tell.phrases import clean, date_words, number, value_of

#: A run of words, each with the id of the number that it prints, or None.
Words = tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One matter as an assessment tells it; every number in it is named by an id."""

    matter: Row
    claims: list[Row]  # those that stand for it, then the others
    standing: list[Row]
    heading: str
    words: str  # of the fullest claim that stands for it, to tell it from others with the same heading
    base: Words
    happened: str
    printed: str
    scope: str
    against: Words
    falls: str
    next: Words
    values: tuple[tuple[str, str, tuple[str, ...]], ...]  # value, who gave it, claims


def findings(index: Index) -> list[tuple[Row, list[Finding]]]:
    """Per indicator in the order of the codebook its findings, the widest base first."""
    told: dict[str, list[Finding]] = {code: [] for code in index.indicators}
    for matter in index.sheet["matters"]:
        told.setdefault(matter["indicator"], []).append(finding(index, matter))
    unknown = {"name": "", "definition": "", "speaks_for": "neutral", "family": ""}
    return [
        (index.indicators.get(code, unknown | {"code": code, "name": code}), sorted(each, key=_weight))
        for code, each in told.items()
        if each
    ]


def _weight(finding: Finding) -> tuple[int, int, int, str]:
    matter = finding.matter
    return -matter["origins"]["low"], -matter["origins"]["high"], -matter["reports"], matter["id"]


def finding(index: Index, matter: Row) -> Finding:
    """What the assessment says of one matter."""
    held = index.of(matter["claims"])
    told = standing(held, matter)
    return Finding(
        matter,
        told + [claim for claim in held if claim not in told],
        told,
        heading(index, matter),
        clean(_fullest(told or held)["quote"]) if held else "",
        base(matter, told),
        _happened(held),
        _printed(index, held),
        ", ".join(sorted({claim["scope"] for claim in told if claim["scope"] != "unstated"})) or "not stated",
        _against(index, matter, held),
        _falls(index, matter, told),
        _next(matter, told),
        _values(index, matter),
    )


def _fullest(claims: list[Row]) -> Row:
    """The claim whose own words say most of how many, where, when and with whom; of equals the first."""

    def said(claim: Row) -> int:
        slots = (claim["quantity"], claim["time"], claim["other"], *claim["places"])
        return sum(
            slot is not None and slot["start"] is not None and claim["start"] <= slot["start"] < claim["end"]
            for slot in slots
        )

    return max(claims, key=said)


def heading(index: Index, matter: Row) -> str:
    """What is reported, of whom, where and when."""
    row = index.indicators.get(matter["indicator"])
    parts = [row["name"] if row else matter["indicator"]]
    if matter["actor"]:
        parts.append(", ".join(part for part in (matter["actor"]["name"], matter["actor"]["part"]) if part))
    if matter["place"]:
        parts.append(matter["place"]["name"])
    if matter["time"] and matter["time"]["basis"] != "tense":
        parts.append(date_words(matter["time"]["edtf"]))
    return " · ".join(parts)


def widest(told: Iterable[Finding], most: int) -> list[Finding]:
    """The findings with the widest base over all indicators, the widest first."""
    return sorted(told, key=_weight)[:most]


def label(index: Index, matter: Row, actor: bool) -> str:
    """The heading without its time, and without its actor where all are about one."""
    row = index.indicators.get(matter["indicator"])
    parts = [row["name"] if row else matter["indicator"]]
    if actor and matter["actor"]:
        parts.append(", ".join(part for part in (matter["actor"]["name"], matter["actor"]["part"]) if part))
    elif matter["actor"] and matter["actor"]["part"]:
        parts.append(matter["actor"]["part"])
    return " · ".join([*parts, matter["place"]["name"]] if matter["place"] else parts)


def base(matter: Row, told: list[Row]) -> Words:
    """The base in words: reports, outlets and origins together, sides, access, and how many a person accepted."""
    id, origins = matter["id"], matter["origins"]
    words: list[tuple[str, str | None]] = [
        (f"{matter['reports']:,}", f"{id}:reports"),
        (" report, " if matter["reports"] == 1 else " reports, ", None),
        (f"{matter['outlets']:,}", f"{id}:outlets"),
        (" outlet, " if matter["outlets"] == 1 else " outlets, ", None),
    ]
    if origins["low"] == origins["high"]:
        words += [(f"{origins['high']:,}", f"{id}:high"), (" origin" if origins["high"] == 1 else " origins", None)]
    else:
        words += [("origins ", None), (f"{origins['low']:,}", f"{id}:low"), (" to ", None)]
        words.append((f"{origins['high']:,}", f"{id}:high"))
    words += [(", ", None), *_sides(id, matter["sides"]), (", ", None), *_access(id, matter["access"]), ("; ", None)]
    words += [(f"{matter['accepted']:,}", f"{id}:accepted"), (" of ", None), (f"{len(told):,}", f"{id}:standing")]
    words.append((" claim accepted" if len(told) == 1 else " claims accepted", None))
    return tuple(words)


def _sides(id: str, sides: dict[str, int]) -> Words:
    if not sides:
        return (("no side stated", None),)
    if len(sides) == 1:
        only = next(iter(sides))
        return (("no side known" if only == "unknown" else f"all {only}", None),)
    words: list[tuple[str, str | None]] = [("sides: ", None)]
    for at, (side, count) in enumerate(sorted(sides.items(), key=lambda pair: (-pair[1], pair[0]))):
        words += [(f"{', ' if at else ''}{side} ", None), (f"{count:,}", f"{id}:side:{side}")]
    return tuple(words)


def _access(id: str, access: dict[str, int]) -> Words:
    saw, record = access.get("saw", 0), access.get("own record", 0)
    words: list[tuple[str, str | None]] = [(f"{saw:,}", f"{id}:access:saw")] if saw else [("none", None)]
    words.append((" said to have seen it", None))
    if record:
        words += [(", ", None), (f"{record:,}", f"{id}:access:own-record"), (" from own records", None)]
    return tuple(words)


def _happened(claims: list[Row]) -> str:
    times = [claim["time"] for claim in claims if claim["time"] and claim["time"]["basis"] != "tense"]
    if not times:
        return "no time stated"
    first = min((time["earliest"] for time in times if time["earliest"]), default=None)
    last = max((time["latest"] for time in times if time["latest"]), default=None)
    return _ends(first, last)


def _printed(index: Index, claims: list[Row]) -> str:
    rows = [index.reports[claim["report"]] for claim in claims if claim["report"] in index.reports]
    written = {row["published"] for row in rows}
    if len(written) == 1 and (only := next(iter(written))):
        return date_words(only)
    first = min((row["published_earliest"] for row in rows if row["published_earliest"]), default=None)
    last = max((row["published_latest"] for row in rows if row["published_latest"]), default=None)
    return _ends(first, last) if first or last else "no date known"


def _ends(first: str | None, last: str | None) -> str:
    if first == last and first:
        return first
    return f"{first or 'open'} to {last or 'open'}"


def _against(index: Index, matter: Row, held: list[Row]) -> Words:
    against = matter["against"]
    out = taken_back(matter)
    contrary = [claim for claim in held if counts(claim) and is_contrary(claim) and claim["id"] not in out]
    if against["high"] or contrary:
        ends = "" if against["low"] == against["high"] else f" (at least {against['low']:,})"
        words = ", ".join(dict.fromkeys(who(claim["chain"][0]) for claim in contrary))
        tail = " origin" if against["high"] == 1 else " origins"
        told = f"{tail}{ends} against it" + (f": {words}" if words else "")
        return (f"{against['high']:,}", f"{matter['id']}:against"), (told, None)
    return ("none found in ", None), (f"{index.read:,}", "n:reports:read"), (f" reports; {looks_for(index)}", None)


def looks_for(index: Index) -> str:
    """What the codebook mostly looks for, so that silence is not taken for evidence."""
    tally = Counter(row["speaks_for"] for row in index.indicators.values())
    if tally["decay"] > tally["holding"]:
        return "the codebook looks mostly for decay"
    return (
        "the codebook looks mostly for holding" if tally["holding"] > tally["decay"] else "the codebook looks for both"
    )


def origin_label(index: Index, id: str) -> str:
    """An origin in a word or two: its name, else its kind and outlets."""
    row = index.origins.get(id)
    if row is None:
        return id
    if row["name"]:
        return str(row["name"])
    first = [claim["chain"][0] for claim in index.of(row["claims"])]
    if any(hop["named"] and not hop["name"] for hop in first):
        kind = withheld(row["kind"])
        return f"{kind}, in {', '.join(row['outlets'])}" if row["outlets"] else kind
    kind = "teller not stated" if row["kind"] in ("not stated", "unknown") else f"unnamed {row['kind']}"
    return f"{kind} in {', '.join(row['outlets'])}" if row["outlets"] else kind


def _falls(index: Index, matter: Row, told: list[Row]) -> str:
    origins, high = matter["origins"], matter["origins"]["high"]
    if not high:
        return "it counts no origin as it stands"
    if high == 1:
        return f"its only origin, {', '.join(origin_label(index, each) for each in origins['ids'])}"
    if origins["low"] == 0:
        return "no origin is certain, so there is nothing that it would fall without"
    if origins["low"] == 1:
        return _one_for_certain(index, matter, told)
    return f"no single origin: without any one, at least {origins['low'] - 1:,} would remain"


def _one_for_certain(index: Index, matter: Row, told: list[Row]) -> str:
    """What carries a finding whose low count is one and whose high count is more."""
    merged = [group for group in matter["origins"]["groups"] if len(group) > 1]
    if merged:
        labels = ", ".join(origin_label(index, each) for each in merged[0])
        return f"no single origin for certain; but if every tie holds, these are one: {labels}"
    sure = dict.fromkeys(claim["origin"] for claim in told if claim["certainty"] != "possible")
    stated = [each for each in sure if index.origins.get(each, {}).get("kind") != "not stated"]
    if len(stated) == 1:
        return f"{origin_label(index, stated[0])}; its other origins are only possible or not stated"
    return "no single origin for certain"


def _next(matter: Row, told: list[Row]) -> Words:
    """The unseen text whose reading could merge or part most origins."""
    best = wanted(told)
    if best is None:
        return (("no report is named that is not in the case", None),)
    id, claims, origins = matter["id"], len(best.claims), len(best.origins)
    why = "in the case in a language not read" if best.unread else "not in the case"
    return (
        (f"{best.name}, {why}: ", None),
        (f"{claims:,}", f"{id}:next:claims"),
        (" claim and " if claims == 1 else " claims and ", None),
        (f"{origins:,}", f"{id}:next:origins"),
        (f" {'origin' if origins == 1 else 'origins'} rest on what that says", None),
    )


def _values(index: Index, matter: Row) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    told = []
    for group in matter["quantities"]:
        value = value_of(group["low"], group["high"], group["unit"], group["measure"], group["of"])
        if group["time"]:
            value += f", {date_words(group['time'])}"
        givers = dict.fromkeys(_giver(claim) for claim in index.of(group["claims"]))
        told.append((value, ", ".join(givers), tuple(group["claims"])))
    return tuple(told)


def _giver(claim: Row) -> str:
    first, last = claim["chain"][0], claim["chain"][-1]
    return who(first) if first is last else f"{who(first)} in {who(last)}"


def range_of(finding: Finding) -> str | None:
    """The lowest and the highest value given, where they differ; nothing in between is made up."""
    groups = [group for group in finding.matter["quantities"] if not group["time"]]
    if len(groups) < 2 or len({(g["unit"], g["measure"]) for g in groups}) != 1:
        return None
    lows = [group["low"] for group in groups if group["low"] is not None]
    highs = [group["high"] for group in groups]
    if not lows:
        return None
    top = number(max(highs)) if all(high is not None for high in highs) else "no upper bound"
    return f"lowest {number(min(lows))}, highest {top}; never averaged"
