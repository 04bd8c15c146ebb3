"""What pages read: the queue, and one claim, report, matter or origin with all that belongs to it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sayso.desk.activity import decision_row, hidden_names, masked, undone_by
from sayso.desk.asking import choice, refused
from sayso.desk.room import Room
from sayso.desk.showing import claim_rows, hiding_in, hiding_of
from sayso.model.errors import BadInput
from sayso.model.finding import Tie
from sayso.store import View, desking, paging, rows
from sayso.store.counting import queued
from sayso.store.log import read_log
from sayso.store.paging import Page
from sayso.tell.masking import mask_spans
from sayso.tell.rows import matter_row, origin_row, report_row, tie_row

Row = dict[str, Any]

#: What a list of claims can be narrowed to.
STATES = (*paging.STATES, "mine", "all")

#: So many rows at once are enough for any page.
_MOST = 1000


def page_of(offset: int, limit: int) -> Page:
    """The part of a list, checked."""
    if offset < 0 or not 0 <= limit <= _MOST:
        raise refused(f"a page begins at 0 or later and has at most {_MOST:,} rows", f"{offset}, {limit}")
    return Page(offset, limit)


class Reading:
    """The reading half of the desk."""

    room: Room

    def queue(
        self,
        *,
        state: str = "unreviewed",
        who: str | None = None,
        indicator: Sequence[str] = (),
        offset: int = 0,
        limit: int = 50,
        names: bool = False,
    ) -> Row:
        """A page of the claims of that state, those first whose rejection would change most."""
        page = page_of(offset, limit)
        choice(state, STATES, "state")
        if state == "mine" and not who:
            raise refused("say whose: mine needs a name")
        with self.room.fresh() as view:
            ids, total = view.ask(lambda connection: queued(connection, (state, who or ""), indicator, page))
            found = claim_rows(view, ids, names)
        return {"rows": found, "total": total, "offset": offset, "limit": limit}

    def claim(self, id: str, names: bool = False) -> Row:
        """The claim of that id with its decisions; `BadInput` with exit code 4 where there is none."""
        with self.room.fresh() as view:
            found = view.claim(id)
            if found is None:
                raise BadInput("no claim has that id", id, exit_code=4)
            (row,) = claim_rows(view, [found.id], names)
            return row | {"decisions": _decisions(view, {found.id, id}, names)}

    def report(self, id: str, names: bool = False) -> Row:
        """The report of that id with its text, masked, its claims and its ties to others."""
        with self.room.fresh() as view:
            found = view.report(id)
            if found is None:
                raise BadInput("no report has that id", id, exit_code=4)
            ids = view.ask(lambda connection: paging.claims_in(connection, id))
            hidden = hiding_of(view, (), names, [id])
            return {
                "report": report_row(found, hidden.spans.get(id, ()), names),
                "text": mask_spans(found.text, hidden.spans.get(id, ())),
                "claims": claim_rows(view, ids, names),
                "ties": _ties(view, [id, *ids], names),
                "decisions": _decisions(view, {id}, names),
            }

    def claims(self, ids: Sequence[str], names: bool = False) -> list[Row]:
        """The claims of these ids, in this order; those that are not there are left out."""
        with self.room.fresh() as view:
            return claim_rows(view, ids, names)

    def matter(self, id: str, names: bool = False, *, offset: int = 0, limit: int | None = None) -> Row:
        """The matter that has or had that id with its ties and decisions, and its claims or a page of them."""
        with self.room.fresh() as view:
            found = view.matter(id)
            if found is None:
                raise BadInput("no matter has or had that id", id, exit_code=4)
            ids = [*found.claims, *found.possible]
            hidden = hiding_in(view, ids, names)
            return {
                "matter": matter_row(hidden.of_matter(found)),
                "claims": claim_rows(view, _part(ids, offset, limit), names),
                "total": len(ids),
                "ties": _ties(view, found.claims, names),
                "decisions": _decisions(view, {id, found.id, *found.claims}, names),
            }

    def origin(self, id: str, names: bool = False, *, offset: int = 0, limit: int | None = None) -> Row:
        """The origin that has or had that id with its decisions, and its claims or a page of them."""
        with self.room.fresh() as view:
            found = view.origin(id)
            if found is None:
                raise BadInput("no origin has or had that id", id, exit_code=4)
            held = view.ask(lambda connection: paging.claims(connection, found.claims))
            hidden = hiding_of(view, held.values(), names, found.reports)
            return {
                "origin": origin_row(hidden.of_origin(found), names),
                "claims": claim_rows(view, _part(found.claims, offset, limit), names),
                "total": len(found.claims),
                "decisions": _decisions(view, {id, found.id, *found.claims}, names),
            }

    def matters(self, *, offset: int = 0, limit: int = 50, names: bool = False) -> Row:
        """A page of the matters, those with the widest base first."""
        page = page_of(offset, limit)
        with self.room.fresh() as view:
            found, total = view.ask(lambda connection: paging.matter_page(connection, page))
            ids = [id for matter in found for id in (*matter.claims, *matter.possible)]
            hidden = hiding_in(view, ids, names)
            shown = [matter_row(hidden.of_matter(each)) for each in found]
        return {"rows": shown, "total": total, "offset": offset, "limit": limit}

    def origins(self, *, offset: int = 0, limit: int = 50, names: bool = False) -> Row:
        """A page of the origins, those with the most claims first."""
        page = page_of(offset, limit)
        with self.room.fresh() as view:
            found, total = view.ask(lambda connection: paging.origin_page(connection, page))
            hidden = hiding_of(view, (), names, {report for origin in found for report in origin.reports})
            shown = [origin_row(hidden.of_origin(each), names) for each in found]
        return {"rows": shown, "total": total, "offset": offset, "limit": limit}


def _part(ids: Sequence[str], offset: int, limit: int | None) -> Sequence[str]:
    return ids[offset:] if limit is None else ids[offset : offset + limit]


def _decisions(view: View, about: Collection[str], names: bool) -> list[Row]:
    log = view.ask(lambda connection: read_log(connection, about))
    if not log:
        return []
    gone = undone_by(log)
    hide = hidden_names(view, names)
    return [masked(decision_row(entry, gone.get(entry.number)), hide) for entry in log]


def _ties(view: View, ends: Sequence[str], names: bool) -> list[Row]:
    found: list[Tie] = [rows.to_tie(value) for value in view.ask(lambda c: desking.ties_of(c, ends))]
    concerned = {span.report for tie in found for span in tie.spans}
    hidden = hiding_of(view, (), names, concerned)
    return [tie_row(hidden.of_tie(tie)) for tie in found]
