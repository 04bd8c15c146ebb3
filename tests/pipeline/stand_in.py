"""Stages with real reading and linking, and a plain analysis that needs no books."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from sayso.books import tie_weights
from sayso.books.register import Register
from sayso.link.linking import Books
from sayso.model.books import Codebook, Indicator
from sayso.model.claim import Claim, claim_id
from sayso.model.coding import Stage
from sayso.model.decision import Decision
from sayso.model.finding import Linked
from sayso.model.picture import Analysis, Unread
from sayso.model.report import Report
from sayso.model.telling import Access, Certainty, Hop, Seen, Side, TellerKind
from sayso.pipeline.linked import linked
from sayso.pipeline.stages import Stages
from sayso.read.items import Item, Taken
from sayso.read.listing import listing
from sayso.read.reading import read_one

REGISTER = Register(())
INDICATOR = Indicator("desertion", "leaving", "Desertion", "", (), "event", "decay", (), (), (), (), 1)
CODEBOOK = Codebook("mini", "1", "Mini", "", (INDICATOR,), {}, {}, "mini.yaml")
_DESERTED = re.compile(r"[\w-]+ (?:men|fighters|soldiers) deserted")


def listed(paths: Sequence[Path], manifest: Path | None) -> Iterable[Item | Unread]:
    """The real listing."""
    return listing(paths, manifest)


def take(item: Item) -> Taken:
    """The real reading, without a register."""
    return read_one(item, REGISTER)


def analyse(report: Report) -> Analysis:
    """A claim for each "… men deserted"; a text that says "trip" trips it."""
    if "trip" in report.text:
        raise RuntimeError("tripped")
    return Analysis(report.id, (), tuple(_claim(report, found) for found in _DESERTED.finditer(report.text)), ())


def _claim(report: Report, found: re.Match[str]) -> Claim:
    hop = Hop(
        report.outlet, "", None, None, TellerKind.OUTLET, Side.UNKNOWN, Access.UNSTATED, bool(report.outlet), False,
        Seen.YES, None, Certainty.ASSERTED,
    )  # fmt: skip
    start, end = found.span()
    return Claim(
        claim_id(report.id, start, end, "desertion", "mini"), report.id, report.path, "desertion", "mini", start, end,
        found.group(), (start, end), Certainty.ASSERTED, False, Stage.DONE, None, "unstated", (hop,),
    )  # fmt: skip


def link(reports: Sequence[Report], claims: Sequence[Claim], decisions: Sequence[Decision]) -> Linked:
    """The real linking and weighing."""
    return linked(reports, claims, decisions, REGISTER, CODEBOOK)


def within(place: str) -> Sequence[str]:
    """No place lies in another."""
    return ()


def stages(made_by: str = "one") -> Stages:
    """The stages as one value."""
    return Stages(listed, take, analyse, link, within, made_by, Books(REGISTER, CODEBOOK, tie_weights.load()))


def words(number: int) -> str:
    """An English report, unlike the others, with one claim."""
    return (
        f"Town number {number}\n\nIn the {number}th week of the siege, {number + 2} men deserted from the garrison, "
        f"the mayor of the town said on Monday. Traders at the market number {number} had seen them leave at night "
        "with their rifles, and the road to the north was closed for the rest of the day.\n"
    )
