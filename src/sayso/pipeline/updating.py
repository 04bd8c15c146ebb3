"""A case kept up to date in memory: reports come one by one, and matters follow."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.books import tie_weights
from sayso.link.linking import Books
from sayso.link.updating import Linker
from sayso.model.books import Codebook, OutletFinder
from sayso.model.claim import Claim
from sayso.model.decision import Decision
from sayso.model.finding import Linked
from sayso.model.report import Report
from sayso.weigh.updating import Weigher


class Updating:
    """A linked and weighed case that takes in one report at a time, with the result of doing all at once."""

    def __init__(
        self, reports: Sequence[Report], claims: Sequence[Claim], decisions: Sequence[Decision],
        register: OutletFinder, codebook: Codebook,
    ) -> None:  # fmt: skip
        self._linker = Linker(reports, claims, decisions, Books(register, codebook, tie_weights.load()))
        self._weigher = Weigher(self._linker.bound, reports, claims, codebook)
        linker = self._linker
        self._weigher.update(linker.gatherings, linker.where, set(linker.gatherings), set())

    def add(self, report: Report, claims: Sequence[Claim]) -> set[str]:
        """Takes in one report with its claims; returns the ids of the matters that read differently now."""
        changed, gone = self._linker.add(report, claims)
        self._weigher.take(report, claims)
        return self._weigher.update(self._linker.gatherings, self._linker.where, changed, gone)

    def linked(self) -> Linked:
        """Everything, as linking and weighing the whole case at once gives it."""
        return self._weigher.linked(self._linker.whole())
