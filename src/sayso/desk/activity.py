"""What was decided, as rows and sentences: who, when, why, and whether it still stands; newest first."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any

from sayso.desk.room import Room
from sayso.model.decision import Decision
from sayso.store import View, desking, log
from sayso.store.paging import Page
from sayso.tell.masking import Masker, masker

Row = dict[str, Any]

_TOLD = {
    "accept": "{who} accepted {about}",
    "reject": "{who} rejected {about}",
    "unsure": "{who} was unsure of {about}",
    "note": "{who} wrote a note on {about}",
    "edit": "{who} edited {about}, which makes {value}",
    "adjudicate": "{who} settled {about}: {value}",
    "same": "{who} said that {about} and {value} are about the same matter",
    "not the same": "{who} said that {about} is about another matter than {value}",
    "same origin": "{who} said that {about} and {value} rest on the same origin",
    "not the same origin": "{who} said that {about} rests on another origin than {value}",
    "grade": "{who} graded {about} {value}",
    "owner": "{who} said that {about} is owned by {value}",
    "sentence": "{who} wrote a sentence",
    "drop": "{who} took out a sentence",
    "view": "{who} kept a view as {about}",
    "publish": "{who} answered the questions before publishing",
    "undo": "{who} took back decision {value}",
}


def decision_row(entry: Decision, undone: int | None = None) -> Row:
    """A decision as the desk and `sayso activity --json` give it; `undone` is the number of what took it back."""
    return {
        "number": entry.number,
        "who": entry.who,
        "when": entry.when,
        "why": entry.why,
        "about": entry.about,
        "says": entry.says,
        "value": value_of(entry),
        "stands": undone is None,
        "undone_by": undone,
    }


def value_of(entry: Decision) -> Any:
    """The value, read; of an edit the changes and the id of the claim that it makes."""
    if entry.says in ("note", "adjudicate", "undo"):
        return entry.value
    try:
        value = json.loads(entry.value)
    except ValueError:
        return entry.value
    if entry.says == "edit" and isinstance(value, dict):
        return {"changes": value["changes"], "claim": value["claim"]["id"]}
    return value


def undone_by(entries: Sequence[Decision]) -> dict[int, int]:
    """For each entry that is taken back, the number of the entry that took it back."""
    found: dict[int, int] = {}
    for entry in reversed(entries):
        if entry.says == "undo" and entry.number not in found:
            found[int(entry.value)] = entry.number
    return found


def told(row: Row) -> str:
    """The decision as a sentence, without its reason."""
    value = row["value"]
    if row["says"] == "edit":
        value = value["claim"]
    several = ", ".join(value) if isinstance(value, list) else str(value or "nobody known")
    if row["says"] == "view" and not value:
        return f"{row['who']} keeps the view {row['about'].removeprefix('view:')} no more."
    about = row["about"].removeprefix("outlet:").removeprefix("view:")
    return _TOLD[row["says"]].format(who=row["who"], about=about, value=several) + "."


def links_of(row: Row) -> list[str]:
    """The ids that the row names."""
    value = row["value"]
    if row["says"] == "edit":
        value = [value["claim"]]
    named = value if isinstance(value, list) else []
    return list(dict.fromkeys(each for each in (row["about"], *named) if each and ":" not in each))


def masked(row: Row, hide: Masker) -> Row:
    """The row without the names that are hidden anywhere in the case: reasons and notes are free text."""

    def of(value: Any) -> Any:
        if isinstance(value, str):
            return hide.of(value)
        if isinstance(value, list):
            return [of(each) for each in value]
        return {key: of(each) for key, each in value.items()} if isinstance(value, dict) else value

    return row | {"why": of(row["why"]), "value": of(row["value"])}


def hidden_names(view: View, names: bool) -> Masker:
    """A masker of every name that any report of the case hides."""
    return Masker(None) if names else masker(view.ask(desking.names_hidden))


def _concerns(entry: Decision, ids: Collection[str]) -> bool:
    return any(each in ids for each in (entry.about, *links_of(decision_row(entry))))


class Acting:
    """The part of the desk that tells what was done."""

    room: Room

    def activity(
        self,
        *,
        since: int = 0,
        who: str | None = None,
        about: str | Collection[str] | None = None,
        offset: int = 0,
        limit: int = 100,
        names: bool = False,
    ) -> Row:
        """A page of the decisions after number `since`, newest first; of one coder, or about some ids."""
        from sayso.desk.reading import page_of

        part: Page = page_of(offset, limit)
        wanted = {about} if isinstance(about, str) else set(about) if about is not None else None
        with self.room.fresh() as view:
            if wanted is None:
                held, total = view.ask(lambda c: log.page(c, since, who, part.offset, part.limit))
            else:
                named = [each for each in view.ask(lambda c: log.naming(c, wanted)) if _concerns(each, wanted)]
                found = [each for each in reversed(named) if each.number > since and who in (None, each.who)]
                held, total = found[part.offset : part.offset + part.limit], len(found)
            last, gone = view.ask(log.newest), undone_by(view.ask(lambda c: log.read_log(c, says=())))
            hide = hidden_names(view, names or not held)
        shown = (decision_row(each, gone.get(each.number)) for each in held)
        return {
            "rows": [masked(row, hide) | {"told": told(row), "links": links_of(row)} for row in shown],
            "total": total,
            "last": last,
            "offset": part.offset,
            "limit": part.limit,
        }

    def coders(self) -> list[Row]:
        """Who decided anything, by name, with how many decisions they made and on how many claims they said what."""
        with self.room.fresh() as view:
            found, claims = view.ask(log.coders), view.ask(desking.claims_by_coder)
        return [{"who": who, "decisions": found[who], "claims": claims.get(who, 0)} for who in sorted(found)]
