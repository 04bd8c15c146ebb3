"""From tellers to origins: a table of small cases with the interval that each must give."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from link_making import CODEBOOK, Outlets, claim, entry, hop, prose, report

from sayso.model.claim import Claim
from sayso.model.finding import Linked, TieType
from sayso.model.report import Credit, Report, Status
from sayso.model.telling import Access, Certainty, Hop, Seen, Side, TellerKind
from sayso.pipeline.linked import linked

K = TellerKind
Told = tuple[str, tuple[Hop, ...]]


def link_of(*told: Told, register: Outlets | None = None) -> Linked:
    """One claim for each pair of outlet and tellers; equal outlets share one report."""
    reports: dict[str, Report] = {}
    claims: list[Claim] = []
    for number, (outlet, tellers) in enumerate(told):
        made = reports.setdefault(outlet, report(outlet, prose(number)))
        claims.append(claim(made, *tellers, number=sum(each.report == made.id for each in claims) * 9))
    return linked(list(reports.values()), claims, (), register or Outlets(), CODEBOOK)


def interval(found: Linked) -> tuple[int, int]:
    """The count of the one matter."""
    assert len(found.matters) == 1
    return found.matters[0].origins.low, found.matters[0].origins.high


def saw(name: str | None, written: str) -> Hop:
    return hop(name, K.RESIDENT, Side.CIVILIAN, Access.SAW, written=written)


def paper(name: str) -> Hop:
    return hop(name, K.OUTLET)


def doc(written: str) -> Hop:
    return hop(None, K.DOCUMENT, written=written)


CASES: tuple[tuple[str, Callable[[], Linked], tuple[int, int]], ...] = (
    ("two who saw it, in one outlet, are two",
     lambda: link_of(("A", (saw(None, "a fisherman"),)), ("A", (saw(None, "a shopkeeper"),))), (2, 2)),
    ("one witness in five outlets is one",
     lambda: link_of(*((outlet, (saw("Ada Pell", "Ada Pell"),)) for outlet in "ABCDE")), (1, 1)),
    ("titles and marks do not make two of one",
     lambda: link_of(("A", (hop("Col. Adá Pell"),)), ("B", (hop("Ada Pell"),))), (1, 1)),
    ("spellings of one name may be one person",
     lambda: link_of(("A", (hop("Mohammed al-Adnani"),)), ("B", (hop("Muhammad Al Adnani"),))), (1, 2)),
    ("speakers of one institution are one by the low count",
     lambda: link_of(("A", (hop("Ada Pell", affiliation="Body"),)), ("B", (hop("Bo Tarn", affiliation="Body"),))),
     (1, 2)),
    ("an unnamed local source in four outlets may be one or four",
     lambda: link_of(*((outlet, (hop(None, K.UNKNOWN, written="a local source"),)) for outlet in "ABCD")), (1, 4)),
    ("unnamed tellers of different kinds are two",
     lambda: link_of(("A", (hop(None, K.OFFICIAL),)), ("B", (hop(None, K.RESIDENT),))), (2, 2)),
    ("a collective that the report later names is that speaker",
     lambda: link_of(("A", (hop(None, K.EXPERT, written="experts"),)), ("A", (hop("Ada Pell", K.EXPERT),))), (1, 1)),
    ("unless the text sets them apart",
     lambda: link_of(("A", (hop(None, K.EXPERT, written="other experts"),)), ("A", (hop("Ada Pell", K.EXPERT),))),
     (2, 2)),
    ("a bare assertion adds nothing to low and one to high", lambda: link_of(("A", ())), (0, 1)),
    ("a headline adds nothing to the teller in the body",
     lambda: link_of(("A", ()), ("A", (hop("Ada Pell"),))), (1, 1)),
    ("others confirm it: nobody is named",
     lambda: link_of(("A", (hop(None, K.UNKNOWN, written="others"),)), ("B", (hop("Ada Pell"),))), (1, 1)),
    ("hearsay in two reports is one origin at most",
     lambda: link_of(*(("AB"[n], (hop(None, K.UNKNOWN, written="others"),)) for n in range(2))), (0, 1)),
    ("reportedly is no origin",
     lambda: link_of(("A", (hop(None, K.UNKNOWN, written="reportedly", certainty=Certainty.REPORTED),))), (0, 1)),
    ("all papers of one find are one by the low count",
     lambda: link_of(("A", (doc("a letter"),)), ("A", (doc("a pay list"),))), (1, 2)),
    ("those who cite one unseen outlet are one",
     lambda: link_of(("A", (paper("Far Agency"),)), ("B", (paper("Far Agency"),))), (0, 1)),
    ("unnamed tellers through one unseen outlet are one",
     lambda: link_of(("A", (hop(None, K.ARMED_GROUP), paper("Far"))), ("B", (hop(None, K.ARMED_GROUP), paper("Far")))),
     (1, 1)),
    ("one who cites an outlet with two witnesses adds nothing and merges nobody",
     lambda: link_of(("A", (saw("Ada Pell", "x"),)), ("A", (saw("Bo Tarn", "y"),)), ("B", (paper("A"),))), (2, 2)),
    ("outlets that cite each other are one, and nobody",
     lambda: link_of(("A", (paper("B"),)), ("B", (paper("C"),)), ("C", (paper("A"),))), (0, 1)),
)  # fmt: skip


@pytest.mark.parametrize(("made", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_intervals(made: Callable[[], Linked], expected: tuple[int, int]) -> None:
    assert interval(made()) == expected


def test_own_people_are_an_origin_and_owners_merge_by_the_low_count() -> None:
    reports = [report("A", "a of its own"), report("B", "b of its own")]
    claims = [claim(each, access=Access.SAW) for each in reports]
    owned = Outlets((entry("A", "Holding"), entry("B", "Holding")))
    assert interval(linked(reports, claims, (), Outlets(), CODEBOOK)) == (2, 2)
    assert interval(linked(reports, claims, (), owned, CODEBOOK)) == (1, 2)


def test_a_credited_wire_story_is_the_agency() -> None:
    credit = Credit(0, 5, "(AGY)", "dateline", "Agency")
    reports = [report(name, f"{name} prints it", credits=(credit,)) for name in "ABC"]
    found = linked(reports, [claim(each) for each in reports], (), Outlets(), CODEBOOK)
    assert interval(found) == (0, 1)
    assert {tie.type for tie in found.ties} == {TieType.CREDIT}
    assert found.origins[0].name == "Agency"


def test_a_hop_is_seen_where_its_own_report_is_in_the_case() -> None:
    found = link_of(("A", (paper("B"),)), ("B", (hop("Ada Pell"),)), ("C", (paper("Elsewhere"),)))
    states = sorted(set(found.seen.values()))
    assert states == [Seen.NO.value, Seen.YES.value]
    cited = next(tie for tie in found.ties if tie.to_name == "B")
    assert cited.certain and cited.target is not None
    unseen = next(tie for tie in found.ties if tie.to_name == "Elsewhere")
    assert unseen.target is None and "not in the case" in unseen.why


def test_a_report_in_a_language_not_read_serves_as_a_hop() -> None:
    foreign = report("B", "nichts gelesen", status=Status.UNSUPPORTED)
    mine = report("A", "words of its own")
    found = linked([foreign, mine], [claim(mine, paper("B"))], (), Outlets(), CODEBOOK)
    assert Seen.NOT_READ.value in found.seen.values()
    assert interval(found) == (0, 1)


def test_every_tie_has_spans_a_reason_and_a_maker() -> None:
    text = "A long sentence that both of them print word for word on the day after it happened there."
    reports = [report("A", text), report("B", text + " And more.", "2020-03-07")]
    claims = [
        claim(each, hop(name), sentence=(0, len(text)))
        for each, name in zip(reports, ("Ada Pell", "Bo Tarn"), strict=True)
    ]
    found = linked(reports, claims, (), Outlets(), CODEBOOK)
    tie = next(tie for tie in found.ties if tie.type is TieType.TEXT_REUSE)
    assert (tie.source, tie.target, tie.certain) == (claims[1].id, claims[0].id, True)
    assert {span.report for span in tie.spans} == {each.id for each in reports}
    assert all(each.why and each.maker.name and each.spans for each in found.ties)
    assert interval(found) == (1, 1)


def test_every_claim_has_its_origin_and_every_count_names_its_origins() -> None:
    found = link_of(("A", (hop("Ada Pell"),)), ("B", (hop("Bo Tarn"),)), ("C", ()))
    origins = {origin.id: origin for origin in found.origins}
    matter = found.matters[0]
    assert set(matter.origins.ids) == set(origins) and matter.origins.high == len(matter.origins.ids)
    assert all(claim in origins[found.origin_of[claim]].claims for claim in matter.claims)
    assert all(origin.id == "o" + min(origin.claims)[1:] for origin in found.origins)
