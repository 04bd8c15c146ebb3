"""The review desk of a case: what pages and commands ask of it, and what they tell it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sayso.desk import deciding, pairing
from sayso.desk.activity import Acting, Row, decision_row
from sayso.desk.agreement import Agreeing
from sayso.desk.editing import Desk as Against
from sayso.desk.editing import edited
from sayso.desk.keeping import Keeping
from sayso.desk.reading import Reading
from sayso.desk.room import Room
from sayso.desk.searching import Searching
from sayso.desk.sentences import Writing
from sayso.desk.showing import hiding_of
from sayso.model.decision import Decision
from sayso.store import View, Writer, edits
from sayso.store.deciding import Said
from sayso.tell.rows import hidden_claim

What = Callable[[View], list[Said]]


class Desk(Reading, Searching, Acting, Writing, Agreeing, Keeping):
    """One case's desk; every method opens the case for as long as it needs, so several threads may share it."""

    def __init__(self, folder: Path, codebook: Path, writing: Callable[[str, str | None], Writer]) -> None:
        self.room = Room(folder, codebook, writing)

    def decide(
        self, about: str, says: str, *, value: str = "", why: str = "", who: str | None = None, settle: bool = True
    ) -> Row:
        """The decision about a claim, tie, source or anything else that has an id, now in the log."""
        return self.decide_all([about], says, value=value, why=why, who=who, settle=settle)[0]

    def decide_all(
        self,
        abouts: Sequence[str],
        says: str,
        *,
        value: str = "",
        why: str = "",
        who: str | None = None,
        settle: bool = True,
    ) -> list[Row]:
        """The same decision about each of these, an entry each; all of them or none."""
        return self._put(lambda view: deciding.said(view, abouts, (says, value), why), who, settle)

    def undo(self, number: int, *, why: str = "", who: str | None = None, settle: bool = True) -> Row:
        """The entry that takes back the decision of that number; everything is as it was without it."""
        return self._put(lambda view: [Said("", "undo", str(number), why)], who, settle)[0]

    def join(self, one: str, other: str, *, why: str = "", who: str | None = None, settle: bool = True) -> list[Row]:
        """Two matters, or claims, are one from now on."""
        return self._put(lambda view: pairing.joined(view, one, other, why), who, settle)

    def split(self, claims: Sequence[str], *, why: str = "", who: str | None = None, settle: bool = True) -> list[Row]:
        """The claims are no longer of the matter that they are in."""
        return self._put(lambda view: pairing.parted(view, claims, why), who, settle)

    def same_origin(
        self, one: str, other: str, *, why: str = "", who: str | None = None, settle: bool = True
    ) -> list[Row]:
        """Two origins, or claims, rest on one say-so from now on."""
        return self._put(lambda view: pairing.same_origin(view, one, other, why), who, settle)

    def not_same_origin(
        self, claims: Sequence[str], *, why: str = "", who: str | None = None, settle: bool = True
    ) -> list[Row]:
        """The claims no longer rest on the say-so of the rest of their origin."""
        return self._put(lambda view: pairing.other_origin(view, claims, why), who, settle)

    def grade(self, source: str, grade: str, *, why: str, who: str | None = None) -> Row:
        """The reliability of a source, A to F, with its reason; "" takes the grade away."""
        return self.decide(source, "grade", value=grade, why=why, who=who)

    def owner(self, source: str, owner: str, *, why: str, who: str | None = None, settle: bool = True) -> Row:
        """Who owns a source, as far as counting goes; "" for nobody known."""
        return self.decide(source, "owner", value=owner, why=why, who=who, settle=settle)

    def adjudicate(self, claim: str, says: str, *, why: str, who: str | None = None, settle: bool = True) -> Row:
        """The last word on a claim, "accept" or "reject", whatever single coders said or will say."""
        return self.decide(claim, "adjudicate", value=says, why=why, who=who, settle=settle)

    def edit(
        self, claim: str, changes: Mapping[str, Any], *, why: str = "", who: str | None = None, settle: bool = True
    ) -> Row:
        """The edit with the claim that it makes, which takes the old one's place."""
        with self.room.view() as view:
            old = deciding.standing_claim(view, claim)
            against = Against(view.text(old.report) or "", self.room.linker.books.codebook, self.room.entry)
        with self.room.writing("edit", who) as writer:
            new = edited(old, changes, writer.who, against)
            said = Said(old.id, "edit", edits.value_of(dict(changes), new), why)
            entry = writer.decide_all([said])[0]
        if settle:
            self.settle()
        with self.room.fresh() as view:
            made = view.claim(new.id) or new
            row = hidden_claim(made, hiding_of(view, [made], names=False))
        return {"decision": decision_row(entry), "claim": row, "superseded": old.id}

    def places(self, name: str) -> list[Row]:
        """The places that a name may mean, likeliest first."""
        return [
            {
                "id": each.id,
                "name": each.name,
                "precision": each.precision.value,
                "country": each.country,
                "within": list(within),
            }
            for each, within in self.room.places(name)
        ]

    def settle(self) -> bool:
        """Whether anything had to be brought up to date: counts, matters and the order of work follow decisions."""
        return self.room.settle()

    def settled(self) -> bool:
        """Whether everything is up to date."""
        return self.room.settled()

    def _put(self, what: What, who: str | None, settle: bool) -> list[Row]:
        with self.room.view() as view:
            said = what(view)
        with self.room.writing(said[0].says, who) as writer:
            made: list[Decision] = writer.decide_all(said)
        if settle:
            self.settle()
        return [decision_row(entry) for entry in made]
