"""Cases, reports and claims made by hand, for the tests of the store."""

from __future__ import annotations

from pathlib import Path

from sayso.model.claim import Claim, claim_id
from sayso.model.coding import Stage
from sayso.model.finding import Count, Linked, Matter, MatterKind, Origin
from sayso.model.ids import matter_id, origin_id, sha256_of
from sayso.model.picture import Analysis
from sayso.model.report import Published, Report, Status, report_id
from sayso.model.slots import Place, Precision, When
from sayso.model.telling import Access, Certainty, Hop, Seen, Side, TellerKind
from sayso.store import View, Writer
from sayso.store.identity import Arrival, Known
from sayso.store.making import make

TEXT = "Five men deserted near Kidal in March. The governor called it a lie. More deserted later."


def case_at(folder: Path) -> Path:
    """A new, empty case."""
    make(folder, name="test", codebook=b"name: mini\n", suffix=".yaml", made_by="sayso test")
    return folder


def writer(case: Path) -> Writer:
    """The case, open for writing."""
    return Writer(case, who="Ada", when="2026-01-02T03:04:05+00:00", why="test")


def report_of(
    path: str = "a.txt", text: str = TEXT, outlet: str | None = None, published: Published | None = None
) -> Report:
    """A report as reading makes it."""
    sha = sha256_of(text.encode())
    return Report(
        id=report_id(sha, None, outlet, None),
        path=path,
        sha256=sha,
        text=text,
        outlet=outlet,
        published=published,
        language="en",
        status=Status.READ,
    )


def arrival_of(report: Report, folder: str = "/in", made_by: str = "one") -> Arrival:
    """The report as it comes in from a folder."""
    given = f'["{report.outlet}",null,null,null]' if report.outlet else ""
    return Arrival(report, f"{folder}/{report.path}", given, made_by)


def claim_of(report: Report, quote: str = "Five men deserted", indicator: str = "desertion", **more: object) -> Claim:
    """A claim of the report with one hop, the outlet."""
    start = report.text.index(quote)
    end = start + len(quote)
    hop = Hop(
        name=report.outlet,
        written="",
        start=None,
        end=None,
        kind=TellerKind.OUTLET,
        side=Side.UNKNOWN,
        access=Access.UNSTATED,
        named=bool(report.outlet),
        inferred=False,
        seen=Seen.NO,
        cue=None,
        certainty=Certainty.ASSERTED,
    )
    values: dict[str, object] = {
        "id": claim_id(report.id, start, end, indicator, "mini"),
        "report": report.id,
        "path": report.path,
        "indicator": indicator,
        "codebook": "mini",
        "start": start,
        "end": end,
        "quote": quote,
        "sentence": (start, end),
        "certainty": Certainty.ASSERTED,
        "negated": False,
        "stage": Stage.DONE,
        "trend": None,
        "scope": "unstated",
        "chain": (hop,),
    }
    return Claim(**(values | more))  # type: ignore[arg-type]


def in_march(text: str = TEXT) -> When:
    """The month of March 2016 as the text writes it."""
    at = text.index("March")
    return When("2016-03", "2016-03-01", "2016-03-31", "month", "stated", "March", at, at + 5)


def in_kidal(text: str = TEXT) -> Place:
    """The place the text names."""
    at = text.index("Kidal")
    return Place("where", "Kidal", "p1", 18.4, 1.4, Precision.TOWN, "Kidal", at, at + 5)


def put(case: Path, report: Report, *claims: Claim, folder: str = "/in", made_by: str = "one") -> Known:
    """What the report was to the case, which now holds it."""
    with writer(case) as open_case:
        known, done = open_case.put(
            arrival_of(report, folder, made_by), Analysis(report.id, (), claims, ()), {"p1": ("region", "country")}
        )
        assert done
    return known


def linked_of(*claims: Claim) -> Linked:
    """All claims on one matter, each an origin of its own."""
    least = min(claim.id for claim in claims)
    matter = Matter(
        id=matter_id(least),
        kind=MatterKind.EVENT,
        indicator=claims[0].indicator,
        actor=None,
        place=None,
        time=None,
        claims=tuple(sorted(claim.id for claim in claims)),
        reports=len({claim.report for claim in claims}),
        outlets=1,
        origins=Count(1, len(claims)),
        against=Count(0, 0),
    )
    origins = tuple(Origin(origin_id(c.id), None, "not stated", (c.id,), (c.report,), (), "") for c in claims)
    of = {claim.id: origin_id(claim.id) for claim in claims}
    return Linked((), origins, (matter,), of, {(claims[0].id, 0): Seen.YES.value})


def claims_in(case: Path) -> tuple[Claim, ...]:
    """The claims of the case."""
    with View(case) as view:
        return view.claims()
