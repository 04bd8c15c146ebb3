"""Invented reports and claims for the tests of linking and weighing, made by hand: nothing is read."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sayso.model.books import Codebook, Control, Indicator, Outlet
from sayso.model.claim import Claim, claim_id
from sayso.model.coding import Stage
from sayso.model.ids import sha256_of
from sayso.model.report import Published, Report, report_id
from sayso.model.slots import Actor, Place, Precision, Quantity, When
from sayso.model.telling import Access, Certainty, Hop, Seen, Side, TellerKind


def indicator(code: str, kind: str, family: str = "leaving") -> Indicator:
    """An indicator that says no more than its code and kind."""
    return Indicator(code, family, code, "", (), kind, "decay", (), (), (), (), 1)


CODEBOOK = Codebook(
    "cohesion", "1", "", "",
    (indicator("desertion", "event"), indicator("low_morale", "state", "withholding"),
     indicator("malingering", "pattern", "withholding"), indicator("defeat", "event", "losses"),
     indicator("strength", "state", "numbers")),
    {}, {}, "",
)  # fmt: skip

MARSH = Place("where", "Marshtown", "p1", 1.0, 1.0, Precision.TOWN, "Marshtown", 0, 9, ("p9",))
FIELD = Place("where", "Fieldton", "p2", 2.0, 2.0, Precision.TOWN, "Fieldton", 0, 8, ("p9",))
PROVINCE = Place("where", "Reed Province", "p9", 1.5, 1.5, Precision.PROVINCE, "Reed Province", 0, 13, ())
FRONT = Actor("Reed Front", None, "Reed Front", 0, 10)


@dataclass(frozen=True, slots=True)
class Outlets:
    """A register of a few invented outlets."""

    entries: tuple[Outlet, ...] = ()

    def find(self, name: str) -> Outlet | None:
        """The outlet of that name."""
        return next((each for each in self.entries if name in (each.name, *each.aliases)), None)


def entry(
    name: str, owner: str | None = None, country: str | None = None, control: Control = Control.PRIVATE
) -> Outlet:
    """One outlet of the register."""
    return Outlet(name, (), country, owner, control, False, (), "", "invented")


def when(day: str, last: str | None = None, precision: str = "day") -> When:
    """A stated time."""
    return When(day if last is None else f"{day}/{last}", day, last or day, precision, "stated", day, 0, 1)


def report(outlet: str | None, text: str = "", day: str | None = "2020-03-05", **more: Any) -> Report:
    """A report of an invented outlet; without a text it gets one that shares nothing with any other."""
    words = text or f"{outlet} wrote nothing that others wrote."
    published = Published(day, day, day, "manifest") if day else None
    sha = sha256_of(words.encode())
    return Report(report_id(sha, None, outlet, None), f"{outlet}.txt", sha, words, outlet, outlet, published,
                  language="en", **more)  # fmt: skip


def hop(
    name: str | None, kind: TellerKind = TellerKind.OFFICIAL, side: Side = Side.THIRD,
    access: Access = Access.UNSTATED, **more: Any,
) -> Hop:  # fmt: skip
    """One teller."""
    given: dict[str, Any] = {"written": name or f"a {kind.value}", "start": 0, "end": 1, "cue": None}
    given |= {"inferred": False, "seen": Seen.NO, "certainty": Certainty.ASSERTED}
    return Hop(name=name, kind=kind, side=side, access=access, named=name is not None, **(given | more))


def claim(at: Report, *tellers: Hop, **more: Any) -> Claim:
    """A claim of desertion at Marshtown on one day, told by these; keywords change anything."""
    number = more.pop("number", 0)
    outlet = hop(at.outlet, TellerKind.OUTLET, written=at.outlet or "", access=more.pop("access", Access.UNSTATED))
    start, end = more.pop("span", (number, min(len(at.text), number + 9)))
    given: dict[str, Any] = {
        "indicator": "desertion", "sentence": (start, min(len(at.text), start + 60)),
        "certainty": Certainty.ASSERTED, "negated": False,
        "stage": Stage.DONE, "trend": None, "scope": "unit", "actor": FRONT, "places": (MARSH,),
        "time": when("2020-03-04"),
    }  # fmt: skip
    given |= more
    name = claim_id(at.id, start, end, given["indicator"], "cohesion")
    return Claim(id=name, report=at.id, path=at.path, codebook="cohesion", start=start, end=end,
                 quote=at.text[start:end], chain=(*tellers, outlet), **given)  # fmt: skip


def count(number: float, written: str = "") -> Quantity:
    """An exact count of people."""
    return Quantity(number, number, number, "people", None, None, "count", False, written or str(number), 0, 1)


def at_place(place: Place) -> tuple[Place, ...]:
    """The places of a claim that has this one."""
    return (place,)


def days_after(day: str, days: int) -> str:
    """An ISO day so many days on."""
    return date.fromordinal(date.fromisoformat(day).toordinal() + days).isoformat()


def without(one: Claim, **changes: Any) -> Claim:
    """The claim with other slots."""
    return replace(one, **changes)


_STEMS = ("bar", "lom", "tis", "ven", "kor", "sul", "mip", "dra")
_ENDS = ("", "an", "ek", "os")
_WORDS = tuple(f"{stem}{end}" for stem in _STEMS for end in _ENDS)


def prose(seed: int, words: int = 40) -> str:
    """Words that are not those of another seed."""
    rolled = random.Random(seed)
    own = "".join("abcdefghij"[int(digit)] for digit in str(seed))
    return " ".join(f"{rolled.choice(_WORDS)}{own}" for _ in range(words)) + "."
