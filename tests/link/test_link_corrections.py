"""What an outlet takes back is seen however it is put, and what only looks like it is left alone."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from link_making import Outlets, claim, hop, report

from sayso.link.corrections import heard, taking_of
from sayso.link.voices import Names
from sayso.model.binding import Taking
from sayso.model.claim import Claim
from sayso.model.report import Report
from sayso.model.telling import TellerKind

NAMES = Names(Outlets())

#: Texts with the claim in brackets, and the outlet that takes it back; the report's own is the Delta Herald.
TELLS_AGAIN = (
    ("An earlier version of this article said that [forty men had deserted]. It was fourteen.", "delta herald"),
    ("The original version of our report incorrectly stated [forty men had left the Front].", "delta herald"),
    ("This story originally reported that [forty men deserted at Marshtown].", "delta herald"),
    ("Correction: A previous version gave the number wrongly and said [forty men had fled].", "delta herald"),
    ("Our report on Tuesday that [forty men had deserted] was wrong.", "delta herald"),
    ("We wrongly reported on Monday that [a unit had gone over to the army].", "delta herald"),
    ("We have withdrawn our report that [forty men deserted].", "delta herald"),
    ("We were mistaken in reporting that [forty men deserted].", "delta herald"),
    ("Our article of 5 March contained an error. It said [forty men had deserted].", "delta herald"),
    ("We have retracted our report of Monday. The article claimed that [forty men deserted].", "delta herald"),
    ("Due to an editing error, this article earlier said [forty men had deserted].", "delta herald"),
    ("The Reed Courier has retracted its report that [forty men deserted].", "reed courier"),
    ("The Reed Courier on Friday withdrew its story about how [forty men deserted].", "reed courier"),
    ("The Reed Courier, a daily, has since withdrawn the story that [forty men deserted].", "reed courier"),
    ("Reed Courier no longer stands by its report that [forty men deserted].", "reed courier"),
    ("The Reed Courier was wrong to report that [forty men deserted], it said.", "reed courier"),
    ("The Reed Courier’s now-retracted story said [forty men deserted].", "reed courier"),
    ("The Reed Courier withdrew a report on Friday. The story said that [forty men deserted].", "reed courier"),
    ("The Reed Courier said its report that [forty men deserted] was wrong.", "reed courier"),
)

#: Texts whose claim takes nothing back, though words of correction stand in or near it.
LEAVES = (
    "The Reed Courier has not retracted its report that [forty men deserted].",
    "The Reed Courier refused to retract its report that [forty men deserted].",
    "The Reed Courier stands by its report that [forty men deserted].",
    "The army asked the Reed Courier to withdraw its report that [forty men deserted].",
    "[Forty men deserted] while the army withdrew its guns from the ridge.",
    "An earlier version of the treaty said that [forty men had deserted].",
    "The army withdrew from the town and [forty men deserted].",
    "The first report said that [forty men deserted].",
    "The governor corrected himself: [forty men deserted].",
    "An earlier version of this article said that four had gone; in fact [forty men deserted].",
    "The Reed Courier has retracted its report on fuel. Separately, [forty men deserted], residents said.",
)


def _marked(text: str, outlet: str = "Delta Herald", **more: object) -> tuple[Claim, Report]:
    start, end = text.index("["), text.index("]") - 1
    bare = text.replace("[", "").replace("]", "")
    at = report(outlet, bare)
    first = max((match.end() for match in re.finditer(r"[.\n] ?", bare[:start])), default=0)
    last = min((match.end() for match in re.finditer(r"\.", bare) if match.end() > end), default=len(bare))
    return claim(at, span=(start, end), sentence=(first, last), **more), at


@pytest.mark.parametrize(("text", "outlet"), TELLS_AGAIN)
def test_what_is_taken_back_is_seen(text: str, outlet: str) -> None:
    assert taking_of(*_marked(text), NAMES) == Taking(outlet, repeats=True)


@pytest.mark.parametrize("text", LEAVES)
def test_what_is_not_taken_back_is_left_alone(text: str) -> None:
    assert taking_of(*_marked(text), NAMES) is None


def test_the_agency_is_the_one_that_the_claim_came_through() -> None:
    bare, at = _marked("The agency has withdrawn its story that [forty men deserted].")
    named = replace(bare, chain=(hop("Dune Wire", TellerKind.AGENCY), *bare.chain))
    assert taking_of(named, at, NAMES) == Taking("dune wire", repeats=True)
    assert taking_of(bare, at, NAMES) == Taking("", repeats=True)


def test_a_report_that_no_longer_stands_takes_all_of_itself_back() -> None:
    for note in (
        "This article has been retracted.",
        "We have withdrawn this report.",
        "This story was later withdrawn.",
    ):
        one, at = _marked(f"{note}\n\nOn Monday [forty men deserted].")
        assert taking_of(one, at, NAMES) == Taking("delta herald", repeats=True, whole=True)
    one, at = _marked("RETRACTED: Men leave the Front\n\nOn Monday [forty men deserted].")
    assert taking_of(one, at, NAMES) == Taking("delta herald", repeats=True, whole=True)


def test_what_a_notice_says_itself_is_not_told_again() -> None:
    one, at = _marked("Correction: [no man deserted at Marshtown].", negated=True)
    assert taking_of(one, at, NAMES) == Taking("delta herald", repeats=False)


def test_a_voice_knows_the_outlets_it_came_through_the_last_first() -> None:
    at = report("Delta Herald", "Forty men deserted, the Reed Courier wrote, citing Dune Wire.")
    told = claim(at, hop("Dune Wire", TellerKind.AGENCY), hop("Reed Courier", TellerKind.OUTLET))
    assert heard(told, at, NAMES).through == ("delta herald", "reed courier", "dune wire")
