"""Scores claims against a hand-coded gold: who was found, who told, with which slots; one to one, as many as can be.

A claim answers a gold line of the same report where the indicator is the same and they overlap by at least half
the shorter span; the matching is one to one and as large as it can be. Gold lines marked `optional` or `headline`
may be found or not: they are matched last, and are neither misses nor false alarms.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.evaluate.matching import one_to_one

Row = dict[str, Any]

# The contract's rule for held-back scoring: at least half of the shorter span.
OVERLAP = 0.5
# Written fractions are rounded ("one third" as 0.333), so values agree within one percent.
TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class Result:
    """Pairs of gold line and claim, the gold lines missed, and the claims that answer nothing."""

    pairs: tuple[tuple[Row, Row], ...]
    missed: tuple[Row, ...]
    false: tuple[Row, ...]


def required(line: Row) -> bool:
    """Whether leaving this gold line out is a miss."""
    return not (line.get("optional") or line.get("headline"))


def overlap(a: Row, b: Row) -> float:
    """The share of the shorter span that both spans cover."""
    common = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return float(max(0, common) / max(1, min(a["end"] - a["start"], b["end"] - b["start"])))


def matched(gold: Sequence[Row], claims: Sequence[Row]) -> dict[int, int]:
    """A largest one-to-one matching from gold lines to claims, required lines first."""
    edges = [_candidates(line, claims) for line in gold]
    order = sorted(range(len(gold)), key=lambda n: not required(gold[n]))
    return one_to_one(edges, order)


def _candidates(line: Row, claims: Sequence[Row]) -> list[int]:
    """The claims that may answer this line, those with the most in common first."""
    fits = [
        number
        for number, claim in enumerate(claims)
        if (claim["path"], claim["indicator"]) == (line["path"], line["indicator"]) and overlap(line, claim) >= OVERLAP
    ]
    return sorted(fits, key=lambda n: (-_common(line, claims[n]), n))


def _common(line: Row, claim: Row) -> float:
    """How well spans coincide: characters in both over characters in either."""
    both = max(0, min(line["end"], claim["end"]) - max(line["start"], claim["start"]))
    return float(both / max(1, max(line["end"], claim["end"]) - min(line["start"], claim["start"])))


def compare(gold: Sequence[Row], claims: Sequence[Row], coded: Iterable[str] | None = None) -> Result:
    """The pairs, misses and false alarms of one answer, over the reports that are coded.

    `coded` are their paths; without it, those that the gold names.
    """
    paths = {line["path"] for line in gold} if coded is None else set(coded)
    ours = [claim for claim in claims if claim["path"] in paths]
    found = matched(gold, ours)
    pairs = tuple((gold[line], ours[found[line]]) for line in sorted(found))
    used = set(found.values())
    missed = tuple(line for n, line in enumerate(gold) if n not in found and required(line))
    false = tuple(claim for n, claim in enumerate(ours) if n not in used)
    return Result(pairs, missed, false)


def same_hop(hop: Row, ours: Row, text: str | None = None) -> bool:
    """Whether our hop is the gold's teller: its words overlap one of the gold's, or the name is the same."""
    if hop["start"] is None:
        return bool(hop["kind"] == ours["kind"]) or _any_words(hop.get("also", []), ours)
    spans = [(hop["start"], hop["end"]), *hop.get("also", [])]
    if hop.get("via"):
        spans.append(hop["via"])
    return _any_words(spans, ours) or _same_name(hop, ours, text)


def _any_words(spans: Iterable[Sequence[int]], ours: Row) -> bool:
    start, end = ours.get("start"), ours.get("end")
    if start is None or end is None:
        return False
    return any(min(high, end) > max(low, start) for low, high in spans)


def _same_name(hop: Row, ours: Row, text: str | None) -> bool:
    """Whether names agree: the gold's name, or the gold's words in the text, and ours, one inside the other."""
    theirs = {(hop.get("name") or "").casefold()}
    if text is not None:
        theirs.add(text[hop["start"] : hop["end"]].casefold())
    mine = {(ours.get("name") or "").casefold()}
    pairs = [(_plain(a), _plain(b)) for a in theirs for b in mine]
    return any(a and b and (f" {a} " in f" {b} " or f" {b} " in f" {a} ") for a, b in pairs)


def _plain(words: str) -> str:
    """The words without their marks: a comma after a name is no part of it."""
    return " ".join(re.findall(r"[\w'’-]+", words))


def speaker_right(line: Row, claim: Row, text: str | None = None) -> bool:
    """Whether the first hop is the gold's first hop."""
    if len(line["chain"]) == 1 or not claim["chain"]:
        return len(claim["chain"]) == len(line["chain"])
    return len(claim["chain"]) > 1 and same_hop(line["chain"][0], claim["chain"][0], text)


def chain_right(line: Row, claim: Row, text: str | None = None) -> bool:
    """Whether every hop but the outlet is the gold's, in order, with none left out and none added."""
    if len(line["chain"]) != len(claim["chain"]):
        return False
    return all(same_hop(a, b, text) for a, b in zip(line["chain"][:-1], claim["chain"][:-1], strict=True))


def quantity_right(line: Row, claim: Row) -> bool:
    """Whether bounds and the period agree; units are words and are not compared."""
    ours, gold = claim.get("quantity"), line["quantity"]
    if ours is None:
        return False
    bounds = all(_close(gold[key], ours.get(key)) for key in ("low", "high"))
    return bounds and gold.get("per") == ours.get("per")


def _close(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= TOLERANCE * max(abs(a), abs(b))


def place_right(line: Row, claim: Row) -> bool:
    """Whether every place of the gold is there in its role, by its words."""
    return all(any(_same_place(place, ours) for ours in claim.get("places") or []) for place in line["places"])


def _same_place(place: Row, ours: Row) -> bool:
    return bool(ours["role"] == place["role"]) and _any_words([(place["start"], place["end"])], ours)


def time_right(line: Row, claim: Row) -> bool:
    """Whether earliest and latest day agree."""
    ours = claim.get("time") or {}
    return all(line["time"][key] == ours.get(key) for key in ("earliest", "latest"))


def figures(result: Result, texts: dict[str, str]) -> dict[str, tuple[int, int]]:
    """Each figure as right of how many; recall over required lines, slots over the pairs whose gold has the slot."""
    pairs = result.pairs
    answered = sum(required(line) for line, _ in pairs)
    needed = answered + len(result.missed)

    def share(test: Any, slot: str | None = None) -> tuple[int, int]:
        those = [(line, claim) for line, claim in pairs if slot is None or line.get(slot)]
        return sum(bool(test(line, claim)) for line, claim in those), len(those)

    return {
        "recall": (answered, needed),
        "precision": (len(pairs), len(pairs) + len(result.false)),
        "speaker": share(lambda g, c: speaker_right(g, c, texts.get(g["path"]))),
        "chain": share(lambda g, c: chain_right(g, c, texts.get(g["path"]))),
        "quantity": share(quantity_right, "quantity"),
        "place": share(place_right, "places"),
        "time": share(time_right, "time"),
        "certainty": share(lambda g, c: g["certainty"] == c["certainty"]),
        "negated": share(lambda g, c: bool(g["negated"]) == bool(c["negated"])),
        "stage": share(lambda g, c: g["stage"] == c["stage"]),
    }


def rows_of(path: Path) -> list[Row]:
    """The JSON lines of a file, blank ones left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def frozen_text(path: Path) -> str:
    """A file's text as it is frozen: UTF-8, one BOM stripped, line ends made LF."""
    return path.read_bytes().decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")


def _listed(title: str, rows: Iterable[Row], texts: dict[str, str]) -> Iterable[str]:
    yield f"\n{title}"
    for row in sorted(rows, key=lambda r: (r["path"], r["start"], r["end"], r["indicator"])):
        words = texts.get(row["path"], "")[row["start"] : row["end"]] or row.get("quote", "")
        yield f"  {row['path']} [{row['start']}, {row['end']}) {row['indicator']}: {words!r}"


def _wrong(result: Result, texts: dict[str, str]) -> Iterable[str]:
    """One line for each pair whose chain or quantity is not the gold's."""
    yield "\nfound, but told by another chain or with another quantity"
    for line, claim in result.pairs:
        faults = [] if chain_right(line, claim, texts.get(line["path"])) else ["chain"]
        if line["quantity"] and not quantity_right(line, claim):
            faults.append("quantity")
        if faults:
            hops = " > ".join(f"{hop['kind']}:{hop.get('written') or hop.get('name') or ''}" for hop in claim["chain"])
            wanted = " > ".join(_hop_words(hop, texts.get(line["path"], "")) for hop in line["chain"])
            where = f"{line['path']} [{line['start']}, {line['end']}) {line['indicator']}"
            yield f"  {where}: {', '.join(faults)}\n    want {wanted}\n    got  {hops} {claim.get('quantity') or ''}"


def _hop_words(hop: Row, text: str) -> str:
    return f"{hop['kind']}:{text[hop['start'] : hop['end']] if hop['start'] is not None else ''}"


def report(result: Result, texts: dict[str, str], quiet: bool) -> str:
    """The figures, then what was missed, what was added, and what was told wrongly."""
    lines = []
    for name, (right, of) in figures(result, texts).items():
        lines.append(f"{name:10} {right / of if of else 1.0:6.3f}  ({right} of {of})")
    if not quiet:
        lines.extend(_listed("missed", result.missed, texts))
        lines.extend(_listed("false alarms", result.false, texts))
        lines.extend(_wrong(result, texts))
    return "\n".join(lines)
