"""What every page works with: the case, its desk, the doors, and the one worker that brings counts up to date."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from threading import Condition, Lock, Thread
from typing import Any

from sayso import api
from sayso.desk.desk import Desk
from sayso.desk.showing import hiding_of
from sayso.store import View, paging, withholding
from sayso.store.readers import Readers
from sayso.tell import rows
from sayso.web.errands import Errands
from sayso.web.sessions import Doors

log = logging.getLogger("sayso.web")

#: So long nobody decides anything before a run of quick decisions is counted.
_MOMENT_S = 0.5

#: So many made values are kept for the case as it stands; each is a page's worth, never all claims.
_KEPT = 64


class Host:
    """One served case; `names` shows the names of protected people, on this machine."""

    def __init__(self, folder: Path, doors: Doors, *, names: bool = False) -> None:
        self.case = api.open(folder)
        View(folder).close()  # a case of an earlier version is brought up to date before several threads open it
        self.folder, self.doors, self.names = folder, doors, names
        self.desk: Desk = self.case.desk
        self.readers = self.desk.room.readers = Readers(folder)
        self.errands = Errands()
        self.codebook = self.case.codebook()
        self.indicators = {each.code: each for each in self.codebook.indicators}
        self.settling = Settling(self.desk)
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def view(self) -> View:
        """The case, open for reading at one moment."""
        return View(self.folder, self.readers)

    def last_of(self, coder: str) -> list[int]:
        """The number of the coder's last decision that stands and is no undo, as a list of one or none."""
        with self.view() as view:
            standing = view.standing_decisions()
        return [each.number for each in reversed(standing) if each.who == coder][:1]

    def since(self, coder: str) -> int:
        """The number of the coder's last decision: what came after it is news to that person."""
        with self.view() as view:
            return max((each.number for each in view.decisions() if each.who == coder), default=0)

    def matter_row(self, id: str) -> dict[str, Any] | None:
        """The matter that has or had that id, without the names that are hidden; None where there is none."""
        with self.desk.room.fresh() as view:
            found = view.matter(id)
            if found is None:
                return None
            ids = [*found.claims, *found.possible]
            held = view.ask(lambda connection: paging.claims(connection, ids)).values()
            return rows.matter_row(hiding_of(view, held, self.names).of_matter(found))

    def sums(self) -> dict[str, Any]:
        """What the case holds, counted by the database, and the matters with the widest base."""
        with self.view() as view:
            found = view.summary(self.codebook)
        shown = self.desk.matters(limit=len(found.matters), names=self.names)["rows"]
        status = dict(found.by_status)
        return {
            "sums": {
                "reports": sum(status.values()) + len(found.unread),
                "read": status.get("read", 0),
                "failed": len(found.unread),
                "outlets": len(found.outlets),
                "claims": found.claims,
                "accepted": found.accepted,
                "matters": found.matters_total,
                "origins": found.origins_total,
                "contradictions": found.contradictions_total,
            },
            "matters": shown,
        }

    def places(self, name: str) -> list[dict[str, Any]]:
        """The places that a name may mean, or the one of that id, likeliest first."""
        found: list[dict[str, Any]] = self.desk.places(name)
        known = self.desk.room.entry(name) if not found and ":" in name else None
        if known is None:
            return found
        return [{"id": known.id, "name": known.name, "precision": known.precision.value, "within": list(known.within)}]

    def prepared(self, seconds: float) -> bool:
        """Whether it is known of every report what it hides, within so many seconds; beside the pages it becomes so."""
        if self._known():
            return True
        self.settling.ask()
        self.settling.wait(seconds)
        return self._known() or bool(self.settling.trouble)

    def _known(self) -> bool:
        with self.view() as view:
            return not view.ask(withholding.is_unsettled)

    def state(self) -> tuple[int, int]:
        """How often the case has changed, and which revision its counts were made from."""
        with self.view() as view:
            return view.revision(), view.linked_by()[0]

    def kept(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What was made of the case as it stands now; made again once the case has changed."""
        whole = (key, self.state())
        with self._lock:
            if whole in self._kept:
                self._kept.move_to_end(whole)
                return self._kept[whole]
        made = make()
        with self._lock:
            self._kept[whole] = made
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return made


class Settling:
    """One thread that brings the counts up to date after decisions, so that no page waits for it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._changed = Condition()
        self._asked = self._busy = self._soon = False
        self._asks = 0
        self._thread: Thread | None = None
        self.trouble = ""

    @property
    def busy(self) -> bool:
        """Whether counts are being brought up to date, or are about to be."""
        with self._changed:
            return self._asked or self._busy

    def ask(self, *, soon: bool = True) -> None:
        """The counts will follow what was decided; several asks while one runs are one more run.

        Not soon: once nobody has asked for a moment, so that a run of quick decisions is counted once.
        """
        with self._changed:
            self._asked = True
            self._soon = self._soon or soon
            self._asks += 1
            self._changed.notify_all()
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._work, name="sayso-settling", daemon=True)
                self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Whether the counts were up to date within so many seconds."""
        with self._changed:
            if self._asked and seconds >= _MOMENT_S:
                self._soon = True
                self._changed.notify_all()
            return self._changed.wait_for(lambda: not (self._asked or self._busy), seconds)

    def _pause(self) -> None:
        """A run of quick decisions has come to an end, or somebody waits for the counts."""
        asks = -1
        while not self._soon and asks != self._asks:
            asks = self._asks
            self._changed.wait(_MOMENT_S)

    def _work(self) -> None:
        while True:
            with self._changed:
                if not self._asked:
                    self._thread = None
                    self._changed.notify_all()
                    return
                self._pause()
                self._asked, self._soon, self._busy = False, False, True
            try:
                self._desk.settle()
                trouble = ""
            except Exception as error:
                log.exception("the counts could not be brought up to date")
                trouble = str(error)
            with self._changed:
                self._busy, self.trouble = False, trouble
                self._changed.notify_all()
