"""What linking and weighing would find in the invented case."""

from __future__ import annotations

from tell_claims import CLAIMS
from tell_texts import GROUP, MAKER, REPORTS, TEXT

from sayso.model.finding import (
    Contradiction,
    Count,
    Matter,
    MatterKind,
    Origin,
    QuantityGroup,
    Tie,
    TieSpan,
    TieType,
)
from sayso.model.ids import id_of, matter_id
from sayso.model.telling import Certainty


def _tie(kind: TieType, source: str, target: str | None, name: str | None, why: str, certain: bool = True) -> Tie:
    cites, cited = CLAIMS[source], CLAIMS[target] if target else None
    spans = [TieSpan(cites.report, cites.start, cites.end)]
    if cited:
        spans.append(TieSpan(cited.report, cited.start, cited.end))
    return Tie(
        id_of("t", kind, cites.id, cited.id if cited else name),
        kind,
        cites.id,
        cited.id if cited else None,
        name,
        certain,
        1.0 if certain else 0.62,
        tuple(spans),
        why,
        MAKER,
    )


TIES = (
    _tie(TieType.CITATION, "flight_daily", "flight", None, "Khabur Daily names Euphrates Wire as its source."),
    _tie(TieType.CITATION, "flight_courier", "flight", None, "Northern Courier names Euphrates Wire as its source."),
    _tie(TieType.CITATION, "pay_daily", "pay", None, "Khabur Daily names Radio Sinjar Plain as its source."),
    _tie(TieType.CITATION, "pay", None, "a letter found in Markada", "The radio cites a letter that is not here."),
    _tie(TieType.SHARED_DETAIL, "shot_seen", "shot", None, "Both put the killing in Hasakah within a day.", False),
)


def _origin(first: str, name: str | None, kind: str, members: tuple[str, ...], why: str) -> Origin:
    claims = [CLAIMS[each] for each in members]
    reports = {claim.report for claim in claims}
    outlets = sorted({r.outlet or "" for r in REPORTS if r.id in reports})
    ids = tuple(sorted(claim.id for claim in claims))
    return Origin(CLAIMS[first].origin, name, kind, ids, tuple(sorted(reports)), tuple(outlets), why)


ORIGINS = (
    _origin(
        "flight",
        "Anwar Sabri",
        "official",
        ("flight", "flight_daily", "flight_courier"),
        "All three go back to the provincial police chief.",
    ),
    _origin("post_seen", None, "relative", ("post_seen",), "A relative who says that she saw it."),
    _origin("unpaid", "Yusuf Dalal", "former member", ("unpaid",), "Yusuf Dalal speaks for himself."),
    _origin("pay", "a letter found in Markada", "document", ("pay", "pay_daily"), "Both rest on one letter."),
    _origin("pay_fighter", "Karim Vael", "fighter", ("pay_fighter", "backs"), "One fighter, Karim Vael."),
    _origin("shot", "Interior Ministry", "official", ("shot",), "The ministry speaks."),
    _origin("shot_seen", None, "resident", ("shot_seen",), "Two residents who watched."),
    _origin("recruits", "Ines Quell", "expert", ("recruits",), "One analyst."),
    _origin("refuse_soon", "Ines Quell", "expert", ("refuse_soon",), "One analyst."),
    _origin("firm", GROUP, "armed group", ("firm", "none_left", "flight_denied"), "The Front speaks."),
    _origin("commander", None, "not stated", ("commander",), "No teller is given."),
    _origin("hundreds", "Zagros Watch", "monitor", ("hundreds",), "One monitor."),
)


def _count(low: int, *ids: str) -> Count:
    return Count(low, len(ids), tuple(sorted(ids)), tuple((each,) for each in sorted(ids)))


def _matter(kind: MatterKind, members: tuple[str, ...], origins: Count, against: Count, **more: object) -> Matter:
    claims = [CLAIMS[each] for each in members]
    standing = [c for c in claims if c.certainty != Certainty.DENIED and not c.negated]
    first = claims[0]
    where = next((c.place for c in claims if c.place), None)
    time = next((c.time for c in claims if c.time), None)
    reports = {claim.report for claim in standing}
    outlets = {TEXT[r.path[:2]].outlet for r in REPORTS if r.id in reports}
    return Matter(
        matter_id(min(c.id for c in claims)),
        kind,
        first.indicator,
        first.actor,
        where,
        time,
        tuple(sorted(c.id for c in claims)),
        len(reports),
        len(outlets),
        origins,
        against,
        **more,  # type: ignore[arg-type]
    )


def _ids(*names: str) -> tuple[str, ...]:
    return tuple(CLAIMS[name].id for name in names)


def _values(low: float, high: float, *names: str, unit: str = "persons") -> QuantityGroup:
    origins = tuple(sorted({CLAIMS[name].origin for name in names}))
    return QuantityGroup(low, high, unit, None, "count" if unit == "persons" else "amount", _ids(*names), origins)


def _o(name: str) -> str:
    return CLAIMS[name].origin


NONE = Count(0, 0)

MATTERS = (
    _matter(
        MatterKind.EVENT,
        ("flight", "flight_daily", "flight_courier", "post_seen", "flight_denied"),
        _count(2, _o("flight"), _o("post_seen")),
        _count(1, _o("firm")),
        sides=(("adversary", 1), ("civilian", 1)),
        access=(("saw", 1), ("unstated", 1)),
        quantities=(_values(40, 40, "flight", "flight_daily"), _values(60, 60, "flight_courier")),
        contradictions=(
            Contradiction(
                "count", (_ids("flight", "flight_daily"), _ids("flight_courier")), "About forty against around sixty."
            ),
            Contradiction("denial", (_ids("flight"), _ids("flight_denied")), "The Front denies that anyone left."),
        ),
        credibility=3,
        why="Two origins, one of which says that it saw; the Front denies it.",
        accepted=1,
    ),
    _matter(
        MatterKind.STATE,
        ("pay", "pay_daily", "pay_fighter"),
        _count(1, _o("pay"), _o("pay_fighter")),
        NONE,
        sides=(("own", 2),),
        access=(("own record", 1), ("unstated", 1)),
        quantities=(_values(150, 150, "pay", "pay_daily", unit="USD"),),
        credibility=3,
        why="A letter of the group itself, and one fighter.",
    ),
    _matter(MatterKind.STATE, ("unpaid",), _count(1, _o("unpaid")), NONE, sides=(("own", 1),), credibility=3, why="."),
    _matter(MatterKind.PATTERN, ("backs",), _count(1, _o("pay_fighter")), NONE, sides=(("own", 1),), why="A pattern."),
    _matter(
        MatterKind.EVENT,
        ("shot", "shot_seen"),
        Count(
            1,
            2,
            tuple(sorted((_o("shot"), _o("shot_seen")))),
            (tuple(sorted((_o("shot"), _o("shot_seen")))),),
        ),
        NONE,
        sides=(("adversary", 1), ("civilian", 1)),
        access=(("saw", 1), ("unstated", 1)),
        quantities=(_values(12, 12, "shot"), _values(20, 20, "shot_seen")),
        contradictions=(Contradiction("count", (_ids("shot"), _ids("shot_seen")), "12 against 20."),),
        credibility=3,
        why="Perhaps one origin.",
    ),
    _matter(
        MatterKind.STATE,
        ("recruits",),
        _count(1, _o("recruits")),
        NONE,
        sides=(("third", 1),),
        quantities=(_values(100, 100, "recruits"),),
        credibility=4,
        why="One analyst.",
    ),
    _matter(MatterKind.FORECAST, ("refuse_soon",), NONE, NONE, why="A forecast counts no origin."),
    _matter(MatterKind.PATTERN, ("firm",), _count(1, _o("firm")), NONE, sides=(("own", 1),), why="A pattern."),
    _matter(
        MatterKind.EVENT,
        ("commander",),
        Count(0, 1, (_o("commander"),), ((_o("commander"),),)),
        NONE,
        sides=(("unknown", 1),),
        credibility=6,
        why="Nobody is named.",
    ),
    _matter(
        MatterKind.EVENT,
        ("hundreds",),
        _count(1, _o("hundreds")),
        NONE,
        sides=(("third", 1),),
        access=(("saw", 1),),
        quantities=(_values(100, 999, "hundreds"),),
        credibility=3,
        why="One monitor.",
    ),
)
