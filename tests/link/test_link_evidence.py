"""Evidence by rung: what counts, how much, and what never counts alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from link_making import CODEBOOK, Outlets, claim, count, hop, prose, report

from sayso.books import tie_weights
from sayso.link.evidence import LEAST_ITEMS, NAMES, Evidence, Told, evidence_of, probability
from sayso.link.retelling import NOTHING as ALIKE_IN_NOTHING
from sayso.link.retelling import Retold, Stems, retold, telling_of
from sayso.link.slots import printed_days
from sayso.link.wording import wording_of
from sayso.model.claim import Claim
from sayso.model.finding import Linked, TieType
from sayso.model.report import Report
from sayso.model.telling import TellerKind
from sayso.pipeline.linked import linked

NOTHING = Evidence(0, 0, 0, 0, 0, 0, 0, 0, ALIKE_IN_NOTHING, 0, 0, False)


def only(name: str) -> Evidence:
    """That evidence in full and nothing else."""
    given: dict[str, Any] = {name: 1.0}
    return replace(NOTHING, **given)


def sharing(values: int) -> Linked:
    """Two unrelated reports that give so many equal values, each about another indicator or unit."""
    reports = [report(name, prose(n, 300)) for n, name in enumerate("AB")]
    claims: list[Claim] = []
    for at in reports:
        for number in range(values):
            unit = replace(count(100 + 7 * number), unit=f"unit {number}")
            claims.append(claim(at, hop(f"Teller {at.outlet}"), number=10 * number, quantity=unit))
    return linked(reports, claims, (), Outlets(), CODEBOOK)


@pytest.mark.parametrize("values", [1, 2, 3])
def test_same_values_count_for_nothing_below_four(values: int) -> None:
    found = sharing(values)
    assert not [tie for tie in found.ties if tie.type is TieType.SAME_VALUE]
    assert {(m.origins.low, m.origins.high) for m in found.matters} == {(2, 2)}


def test_many_same_values_are_weak_evidence_and_never_certain() -> None:
    found = sharing(8)
    ties = [tie for tie in found.ties if tie.type is TieType.SAME_VALUE]
    assert ties and not any(tie.certain for tie in ties)
    assert {(m.origins.low, m.origins.high) for m in found.matters} == {(1, 2)}


def test_a_shared_quotation_of_one_speaker_is_evidence_and_of_two_is_none() -> None:
    quote = "“We walked all night and nobody came after us until the sun was up,” the man said."
    reports = [report(name, f"{quote} {prose(n)}") for n, name in enumerate("AB")]

    def shared(*names: str) -> float:
        told = [claim(at, hop(name, TellerKind.RESIDENT), sentence=(0, len(quote)))
                for at, name in zip(reports, names, strict=True)]  # fmt: skip
        words = [wording_of(each, at, [], printed_days(at)) for each, at in zip(told, reports, strict=True)]
        quoted = [replace(each, quoted=frozenset({("we", "walked")})) for each in words]
        return evidence_of(quoted[0], quoted[1], Told(None, 0, 0.0, ALIKE_IN_NOTHING)).quote

    assert shared("Ada Pell", "Ada Pell") == 1.0
    assert shared("Ada Pell", "Bo Tarn") == 0.0


def test_more_evidence_never_makes_a_tie_less_likely_but_for_names_that_differ() -> None:
    weights = tie_weights.load()
    bare = probability(NOTHING, weights)
    for name in ("runs", "words", "text", "quote", "detail", "items"):
        assert probability(only(name), weights) >= bare
    for name in ("names_differ", "kinds_differ", "rival"):
        assert probability(only(name), weights) <= bare
    for told in (Retold(1, 0, 0, 0, 0), Retold(0, 1, 0, 0, 0), Retold(0, 0, 1, 0, 0), Retold(0, 0, 0, 1, 0)):
        assert probability(replace(NOTHING, retold=told), weights) >= bare
        assert probability(replace(NOTHING, retold=told), weights) < weights.certain
    assert len(weights.values) == len(NAMES)


def test_a_retelling_keeps_rare_words_in_their_order_and_another_account_does_not() -> None:
    first = "The men crept through a culvert beneath the orchard, buried a mattress and pawned the turbine of the mill."
    again = "Through the culvert below an orchard they went; a mattress was buried, a turbine pawned."
    other = "A midwife counted lanterns on the quay and heard a violin across the harbour until the candles were spent."
    stems = Stems(tie_weights.common())
    told = [telling_of(report(name, text), stems) for name, text in zip("ABC", (first, again, other), strict=True)]
    copied, apart = retold(told[0], told[1]), retold(told[0], told[2])
    assert copied.share > 0.5 and copied.order > 0.4
    assert apart.share == 0.0 and apart.order == 0.0


def test_no_single_weak_rung_is_certain() -> None:
    weights = tie_weights.load()
    for name in ("words", "quote", "items", "near"):
        assert probability(only(name), weights) < weights.certain
    assert LEAST_ITEMS == 4


def test_short_sentences_that_coincide_are_not_certain() -> None:
    reports = [report(name, f"They fled. {prose(n)}") for n, name in enumerate("AB")]
    claims = [claim(at, hop(f"Teller {at.outlet}"), span=(0, 9), sentence=(0, 10)) for at in reports]
    found = linked(reports, claims, (), Outlets(), CODEBOOK)
    assert not any(tie.certain for tie in found.ties if tie.type is TieType.TEXT_REUSE)
    assert found.matters[0].origins.high == 2


def test_no_report_is_needed_twice() -> None:
    made: Report = report("A", prose(1))
    assert linked([made, made], [claim(made)], (), Outlets(), CODEBOOK).matters[0].reports == 1
