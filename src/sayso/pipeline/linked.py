"""Linking and weighing, one after the other: what a case's reports and claims amount to."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.books import tie_weights
from sayso.link.linking import Books, link
from sayso.model.books import Codebook, OutletFinder
from sayso.model.claim import Claim
from sayso.model.decision import Decision
from sayso.model.finding import Linked
from sayso.model.report import Report
from sayso.pipeline.owners import owned
from sayso.weigh.weighing import weigh


def linked(
    reports: Sequence[Report],
    claims: Sequence[Claim],
    decisions: Sequence[Decision],
    register: OutletFinder,
    codebook: Codebook,
) -> Linked:
    """The ties, origins and weighed matters of a case; the order of reports and claims changes nothing."""
    books = Books(owned(register, decisions), codebook, tie_weights.load())
    return weigh(link(reports, claims, decisions, books), reports, claims, codebook)
