"""An invented case: the "Jazira Front", its outlets and its people do not exist; the places do."""

from __future__ import annotations

from dataclasses import replace

from sayso.model.books import Codebook, Control, Indicator, Outlet
from sayso.model.claim import Claim, Maker, Review, claim_id
from sayso.model.coding import Stage
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
from sayso.model.ids import id_of, matter_id, origin_id, sha256_of
from sayso.model.picture import Picture, Summary, Unread
from sayso.model.report import Published, Report, Status, report_id
from sayso.model.slots import Actor, Place, Precision, Quantity, When
from sayso.model.span import Span
from sayso.model.telling import Access, Certainty, Cue, Hop, Seen, Side, TellerKind

MAKER = Maker("invented", "1")
GROUP = "Jazira Front"


def _indicator(code: str, family: str, name: str, speaks_for: str = "decay", kind: str = "event") -> Indicator:
    return Indicator(code, family, name, f"Members: {name.lower()}.", (), kind, speaks_for, (), (), (), (), 1)


CODEBOOK = Codebook(
    "invented",
    "1",
    "Cohesion of an invented armed group",
    "Any armed group.",
    (
        _indicator("desertion", "leaving", "Desertion"),
        _indicator("malingering", "withholding", "Malingering", kind="pattern"),
        _indicator("pay_cut", "means", "Pay cut", kind="state"),
        _indicator("deserter_punishment", "control", "Punishment of deserters"),
        _indicator("mutiny", "withholding", "Mutiny"),
        _indicator("recruitment_change", "numbers", "Change in recruitment", kind="state"),
        _indicator("resilience", "holding", "Resilience", "holding", "pattern"),
        _indicator("leader_loss", "losses", "Loss of a leader"),
    ),
    {},
    {},
    "invented.toml",
)

# (path, outlet, published, title, text)
_TEXTS = (
    (
        "01-wire.txt",
        "Euphrates Wire",
        "2031-03-14",
        "Fighters flee post near Shaddadi",
        "SHADDADI (Euphrates Wire) - About forty fighters of the Jazira Front abandoned their post near Shaddadi on "
        'March 12, the provincial police chief said. "They left their rifles behind," Colonel Anwar Sabri said.\n\n'
        "Sabri said the men walked south toward Markada.\n\nA Front statement denied that anyone had left.",
    ),
    (
        "02-daily.txt",
        "Khabur Daily",
        "2031-03-15",
        "Forty quit the Front",
        "About forty fighters of the Jazira Front abandoned their post near Shaddadi on March 12, the provincial "
        "police chief said, Euphrates Wire reported.\n\nTwo of them, Yusuf Dalal, a former member, said, had not been "
        "paid since January.",
    ),
    (
        "03-courier.txt",
        "Northern Courier",
        "2031-03-16",
        "Front unit vanishes",
        "Around sixty men deserted the Front at Shaddadi last week, according to Euphrates Wire.\n\nA relative of one "
        "of the men told the Courier that she saw the empty post herself.",
    ),
    (
        "04-radio.txt",
        "Radio Sinjar Plain",
        "2031-04-02",
        "Pay falls by half",
        "The Jazira Front cut the monthly pay of its fighters from 300 dollars to 150 dollars, a letter found in "
        "Markada shows.\n\nThe letter was released by the coalition. A Belgian fighter named Karim Vael confirmed the "
        "cut, and said that dozens claim back pain to stay away from the line.",
    ),
    (
        "05-daily.txt",
        "Khabur Daily",
        "2031-04-05",
        "Letter shows pay cut",
        "The Front halved the pay of its men to 150 dollars, Radio Sinjar Plain reported, citing a captured letter.",
    ),
    (
        "06-gazette.txt",
        "State Gazette",
        "2031-04-20",
        "Traitors shot in Hasakah",
        "The Jazira Front executed 12 of its own men in Hasakah for leaving the front line, the Interior Ministry said "
        "on Tuesday.\n\nResidents saw the bodies in the square.",
    ),
    (
        "07-courier.txt",
        "Northern Courier",
        "2031-04-21",
        "Executions reported in Hasakah",
        "Twenty deserters were shot in Hasakah on Monday, two residents who watched the killing told the Courier.",
    ),
    (
        "08-wire.txt",
        "Euphrates Wire",
        "2031-05",
        "Recruits dry up",
        "The flow of recruits to the Front has fallen from 900 a month to about 100, the analyst Dr. Ines Quell said. "
        "It is likely that whole units will refuse orders by summer, she said.",
    ),
    (
        "09-front.txt",
        "Voice of the Jazira",
        "2031-05-03",
        "The ranks stand firm",
        "Our ranks are firm and the fallen commanders have been replaced, the Front's spokesman said.\n\n"
        "No fighter has left, he said.",
    ),
    (
        "10-daily.txt",
        "Khabur Daily",
        "2031-06-11",
        "Commander reported dead",
        "The Front's commander in Tal Afar was reportedly killed in June, and his deputy took over within a day.",
    ),
    (
        "11-arabic.txt",
        "صوت الفرات",
        "2031-04-22",
        "إعدامات في الحسكة",
        "أعدمت جبهة الجزيرة عشرين من مقاتليها في الحسكة.",
    ),
    (
        "12-courier.txt",
        "Northern Courier",
        "2031-06-20",
        "<script>alert(1)</script> Deserters of Raqqa",
        "In Raqqa province, hundreds of fighters of the Jazira Front have deserted since May, a monitor said.\n\n"
        "The monitor, Zagros Watch, counts only men seen by its own staff.",
    ),
)


def _published(edtf: str) -> Published:
    if len(edtf) == len("2031-05"):
        return Published(edtf, f"{edtf}-01", f"{edtf}-31", "manifest")
    return Published(edtf, edtf, edtf, "manifest")


def _report(path: str, outlet: str, edtf: str, title: str, text: str) -> Report:
    sha = sha256_of(text.encode())
    arabic = outlet.startswith("ص")
    return Report(
        report_id(sha, None, outlet, None),
        path,
        sha,
        text,
        outlet,
        outlet,
        _published(edtf),
        title,
        "ar" if arabic else "en",
        Status.UNSUPPORTED if arabic else Status.READ,
        "Arabic is not read yet" if arabic else None,
        "https://courier.example/karim-vael" if path.startswith("04") else None,
    )


REPORTS = tuple(_report(*row) for row in _TEXTS)
TEXT = {report.path[:2]: report for report in REPORTS}


def _at(text: str, words: str | None) -> tuple[int | None, int | None]:
    if not words:
        return None, None
    start = text.index(words)
    return start, start + len(words)


def hop(
    number: str,
    words: str,
    kind: TellerKind,
    side: Side,
    cue: str = "",
    **more: object,
) -> Hop:
    text = TEXT[number].text
    start, end = _at(text, words)
    told = None
    if cue:
        at = text.index(cue)
        told = Cue(cue, at, at + len(cue))
    values: dict[str, object] = {
        "name": words or None,
        "written": words,
        "start": start,
        "end": end,
        "kind": kind,
        "side": side,
        "access": Access.UNSTATED,
        "named": bool(words) and words[:1].isupper(),
        "inferred": False,
        "seen": Seen.YES,
        "cue": told,
        "certainty": Certainty.ASSERTED,
    }
    return Hop(**(values | more))  # type: ignore[arg-type]


def outlet(number: str) -> Hop:
    name = TEXT[number].outlet
    return hop(number, "", TellerKind.OUTLET, Side.THIRD, name=name, named=True)


PLACES = {
    "Shaddadi": (36.06, 40.73, Precision.TOWN),
    "Hasakah": (36.5, 40.75, Precision.TOWN),
    "Tal Afar": (36.38, 42.45, Precision.TOWN),
    "Raqqa province": (35.95, 39.01, Precision.PROVINCE),
    "Markada": (35.75, 40.77, Precision.TOWN),
}


def claim(number: str, quote: str, code: str, chain: tuple[Hop, ...], **more: object) -> Claim:
    report = TEXT[number]
    text = report.text
    start = text.index(quote)
    end = start + len(quote)
    before = max(text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0, text.rfind("\n", 0, start) + 1)
    stop = min((at for at in (text.find(". ", end), text.find("\n", end)) if at >= 0), default=len(text) - 1)
    values: dict[str, object] = {
        "actor": Actor(GROUP, None, "Front", *_some(text, "Front")) if "Front" in text else None,
        "certainty": min((h.certainty for h in chain), key=list(Certainty).index),
        "negated": False,
        "stage": Stage.DONE,
        "trend": None,
        "scope": "local",
    } | more
    made = Claim(
        claim_id(report.id, start, end, code, "invented"),
        report.id,
        report.path,
        code,
        "invented",
        start,
        end,
        quote,
        (before, stop + 1),
        chain=(*chain, outlet(number)),
        maker=MAKER,
        **values,  # type: ignore[arg-type]
    )
    return replace(made, origin=origin_id(made.id))


def _some(text: str, words: str) -> tuple[int, int]:
    start = max(text.find(words), 0)
    return start, start + len(words)


def place(number: str, name: str, written: str | None = None, role: str = "where") -> Place:
    latitude, longitude, precision = PLACES[name]
    start, end = _some(TEXT[number].text, written or name)
    return Place(role, name, f"p:{name}", latitude, longitude, precision, written or name, start, end)


def when(number: str, edtf: str, first: str | None, last: str | None, written: str, basis: str = "stated") -> When:
    start, end = _some(TEXT[number].text, written) if written else (None, None)
    return When(edtf, first, last, "day" if first == last else "month", basis, written, start, end)


def many(number: str, low: float | None, high: float | None, written: str, **more: object) -> Quantity:
    start, end = _some(TEXT[number].text, written)
    values: dict[str, object] = {"unit": "persons", "measure": "count", "of": None, "per": None, "about": False} | more
    return Quantity(low, low, high, written=written, start=start, end=end, **values)  # type: ignore[arg-type]


def _claims() -> dict[str, Claim]:
    kind, side = TellerKind, Side
    unnamed: dict[str, object] = {"name": None, "named": False}
    police: dict[str, object] = {"name": "Anwar Sabri", "named": True, "affiliation": "provincial police"}
    made = {
        "flight": claim(
            "01",
            "About forty fighters of the Jazira Front abandoned their post near Shaddadi on March 12",
            "desertion",
            (hop("01", "the provincial police chief", kind.OFFICIAL, side.ADVERSARY, "said", **police),),
            quantity=many("01", 40, 40, "About forty", about=True),
            places=(place("01", "Shaddadi"),),
            time=when("01", "2031-03-12", "2031-03-12", "2031-03-12", "March 12"),
            review=Review.ACCEPTED,
        ),
        "flight_denied": claim(
            "01",
            "anyone had left",
            "desertion",
            (
                hop(
                    "01",
                    "A Front statement",
                    kind.ARMED_GROUP,
                    side.OWN,
                    "denied that",
                    certainty=Certainty.DENIED,
                    name=GROUP,
                ),
            ),
        ),
        "flight_daily": claim(
            "02",
            "About forty fighters of the Jazira Front abandoned their post near Shaddadi on March 12",
            "desertion",
            (
                hop("02", "the provincial police chief", kind.OFFICIAL, side.ADVERSARY, "said", **police),
                hop("02", "Euphrates Wire", kind.AGENCY, side.THIRD, "reported"),
            ),
            quantity=many("02", 40, 40, "About forty", about=True),
            places=(place("02", "Shaddadi"),),
            time=when("02", "2031-03-12", "2031-03-12", "2031-03-12", "March 12"),
        ),
        "unpaid": claim(
            "02",
            "had not been paid since January",
            "pay_cut",
            (hop("02", "Yusuf Dalal", kind.FORMER_MEMBER, side.OWN, "said"),),
            time=when("02", "2031-01/2031-03-15", "2031-01-01", "2031-03-15", "since January"),
        ),
        "flight_courier": claim(
            "03",
            "Around sixty men deserted the Front at Shaddadi last week",
            "desertion",
            (hop("03", "Euphrates Wire", kind.AGENCY, side.THIRD, "according to"),),
            quantity=many("03", 60, 60, "Around sixty", about=True),
            places=(place("03", "Shaddadi"),),
            time=when("03", "2031-03-03/2031-03-09", "2031-03-03", "2031-03-09", "last week", "relative"),
        ),
        "post_seen": claim(
            "03",
            "the empty post",
            "desertion",
            (
                hop(
                    "03",
                    "A relative of one of the men",
                    kind.RELATIVE,
                    side.CIVILIAN,
                    "told",
                    access=Access.SAW,
                    **unnamed,
                ),
            ),
            places=(place("03", "Shaddadi"),),
        ),
        "pay": claim(
            "04",
            "cut the monthly pay of its fighters from 300 dollars to 150 dollars",
            "pay_cut",
            (hop("04", "a letter", kind.DOCUMENT, side.OWN, "shows", access=Access.OWN_RECORD, seen=Seen.NO),),
            quantity=many("04", 150, 150, "150 dollars", unit="USD", measure="amount", per="month"),
            time=when("04", "../2031-04-02", None, "2031-04-02", "", "tense"),
            custody="found in Markada; released by the coalition",
            scope="group-wide",
        ),
        "pay_fighter": claim(
            "04",
            "the cut",
            "pay_cut",
            (hop("04", "A Belgian fighter named Karim Vael", kind.FIGHTER, side.OWN, "confirmed", name="Karim Vael"),),
        ),
        "backs": claim(
            "04",
            "dozens claim back pain to stay away from the line",
            "malingering",
            (
                hop(
                    "04",
                    "A Belgian fighter named Karim Vael",
                    kind.FIGHTER,
                    side.OWN,
                    "said that",
                    name="Karim Vael",
                ),
            ),
            quantity=many("04", 24, 99, "dozens"),
            reason=("illness",),
        ),
        "pay_daily": claim(
            "05",
            "halved the pay of its men to 150 dollars",
            "pay_cut",
            (
                hop("05", "a captured letter", kind.DOCUMENT, side.OWN, "citing", seen=Seen.NO),
                hop("05", "Radio Sinjar Plain", kind.OUTLET, side.THIRD, "reported"),
            ),
            quantity=many("05", 150, 150, "150 dollars", unit="USD", measure="amount", per="month"),
        ),
        "shot": claim(
            "06",
            "executed 12 of its own men in Hasakah for leaving the front line",
            "deserter_punishment",
            (hop("06", "the Interior Ministry", kind.OFFICIAL, side.ADVERSARY, "said"),),
            quantity=many("06", 12, 12, "12"),
            places=(place("06", "Hasakah"),),
        ),
        "shot_seen": claim(
            "07",
            "Twenty deserters were shot in Hasakah on Monday",
            "deserter_punishment",
            (hop("07", "two residents", kind.RESIDENT, side.CIVILIAN, "told", access=Access.SAW, **unnamed),),
            quantity=many("07", 20, 20, "Twenty"),
            places=(place("07", "Hasakah"),),
            time=when("07", "2031-04-21", "2031-04-21", "2031-04-21", "Monday", "relative"),
        ),
        "recruits": claim(
            "08",
            "The flow of recruits to the Front has fallen from 900 a month to about 100",
            "recruitment_change",
            (hop("08", "Dr. Ines Quell", kind.EXPERT, side.THIRD, "said", access=Access.ASSESSMENT),),
            quantity=many("08", 100, 100, "about 100", measure="rate", per="month", about=True),
            trend="falling",
            scope="group-wide",
            time=when("08", "../2031-05", None, "2031-05-31", "", "tense"),
        ),
        "refuse_soon": claim(
            "08",
            "whole units will refuse orders by summer",
            "mutiny",
            (hop("08", "she", kind.EXPERT, side.THIRD, "she said", certainty=Certainty.PREDICTED, name="Ines Quell"),),
            stage=Stage.UNSTATED,
        ),
        "firm": claim(
            "09",
            "Our ranks are firm and the fallen commanders have been replaced",
            "resilience",
            (hop("09", "the Front's spokesman", kind.ARMED_GROUP, side.OWN, "said", name=GROUP),),
            scope="group-wide",
        ),
        "none_left": claim(
            "09",
            "No fighter has left",
            "desertion",
            (hop("09", "he", kind.ARMED_GROUP, side.OWN, "he said", name=GROUP),),
            negated=True,
            scope="group-wide",
        ),
        "commander": claim(
            "10",
            "The Front's commander in Tal Afar was reportedly killed in June",
            "leader_loss",
            (
                hop(
                    "10",
                    "",
                    kind.UNKNOWN,
                    side.UNKNOWN,
                    "reportedly",
                    certainty=Certainty.REPORTED,
                    seen=Seen.NO,
                    named=False,
                ),
            ),
            places=(place("10", "Tal Afar"),),
            time=when("10", "2031-06", "2031-06-01", "2031-06-11", "in June"),
        ),
        "hundreds": claim(
            "12",
            "hundreds of fighters of the Jazira Front have deserted since May",
            "desertion",
            (hop("12", "a monitor", kind.MONITOR, side.THIRD, "said", name="Zagros Watch", access=Access.SAW),),
            quantity=many("12", 100, 999, "hundreds"),
            places=(place("12", "Raqqa province"),),
            time=when("12", "2031-05/2031-06-20", "2031-05-01", "2031-06-20", "since May"),
        ),
    }
    return _linked(made)


def _linked(made: dict[str, Claim]) -> dict[str, Claim]:
    shared = {
        "flight_daily": "flight",
        "flight_courier": "flight",
        "pay_daily": "pay",
        "none_left": "firm",
        "flight_denied": "firm",
        "backs": "pay_fighter",
    }
    for name, first in shared.items():
        made[name] = replace(made[name], origin=made[first].origin)
    return made


CLAIMS = _claims()


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

SOURCES = (
    Outlet("Euphrates Wire", (), "IQ", None, Control.PRIVATE, True, (), "", "invented", "B"),
    Outlet("Khabur Daily", (), "SY", None, Control.PRIVATE, False, (), "", "invented"),
    Outlet("Northern Courier", (), "GB", "Courier Trust", Control.PRIVATE, False, (), "", "invented", "B"),
    Outlet("Radio Sinjar Plain", (), "IQ", None, Control.PUBLIC, False, (), "", "invented"),
    Outlet(
        "State Gazette",
        (),
        "SY",
        "Government",
        Control.STATE,
        False,
        (),
        "The voice of the Front's opponent.",
        "x",
        "D",
    ),
    Outlet(
        "Voice of the Jazira",
        (),
        None,
        GROUP,
        Control.ARMED_GROUP,
        False,
        (),
        "The voice of the Front.",
        "x",
        "E",
        GROUP,
    ),
)


def protected() -> tuple[tuple[str, tuple[Span, ...]], ...]:
    found = []
    for number, name in (("02", "Yusuf Dalal"), ("04", "Karim Vael")):
        start = TEXT[number].text.index(name)
        found.append((TEXT[number].id, (Span(start, start + len(name)),)))
    return tuple(found)


def picture() -> Picture:
    return Picture(
        "jazira (invented)",
        CODEBOOK,
        REPORTS,
        tuple(sorted(CLAIMS.values(), key=lambda c: (c.path, c.start, c.end, c.indicator, c.id))),
        MATTERS,
        tuple(sorted(ORIGINS, key=lambda o: o.id)),
        tuple(sorted(TIES, key=lambda t: t.id)),
        (Unread("13-broken.html", "it is empty: save the page again"),),
        (),
        SOURCES,
        protected(),
    )


def summary() -> Summary:
    whole = picture()
    months: dict[tuple[str, str], int] = {}
    dates = {report.id: report.published.edtf[:7] if report.published else "" for report in REPORTS}
    for each in whole.claims:
        key = (each.indicator, (each.time.earliest or each.time.latest or "")[:7] if each.time else dates[each.report])
        months[key] = months.get(key, 0) + 1
    outlets: dict[str, int] = {}
    for report in REPORTS:
        outlets[report.outlet or ""] = outlets.get(report.outlet or "", 0) + 1
    return Summary(
        whole.name,
        CODEBOOK,
        (("read", 11), ("unsupported language", 1), ("failed", 0), ("duplicate", 0)),
        tuple(sorted(outlets.items(), key=lambda pair: (-pair[1], pair[0]))),
        len(whole.claims),
        1,
        tuple((code, month, count) for (code, month), count in sorted(months.items())),
        MATTERS,
        len(MATTERS),
        3,
        len(ORIGINS),
        whole.unread,
        ("ar",),
    )
