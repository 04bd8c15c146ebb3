"""The claims of the invented case."""

from __future__ import annotations

from dataclasses import replace

from tell_building import claim, hop, many, place, when
from tell_texts import GROUP

from sayso.model.claim import Claim, Review
from sayso.model.coding import Stage
from sayso.model.telling import Access, Certainty, Seen, Side, TellerKind


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
