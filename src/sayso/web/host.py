"""What every page works with: the case, its desk, the doors, and the one worker that brings counts up to date."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from threading import Condition, Lock, Thread
from typing import Any, Protocol

from sayso import api
from sayso.pipeline import hiding
from sayso.store import View
from sayso.tell import rows
from sayso.web.sessions import Doors

log = logging.getLogger("sayso.web")

#: So many made values are kept for the case as it stands; each is a page's worth, never all claims.
_KEPT = 64


class Host:
    """One served case; `names` shows the names of protected people, on this machine."""

    def __init__(self, folder: Path, doors: Doors, *, names: bool = False) -> None:
        self.case = api.open(folder)
        self.folder, self.doors, self.names = folder, doors, names
        self.codebook = self.case.codebook()
        self.indicators = {each.code: each for each in self.codebook.indicators}
        self.settling = Settling(_Nothing())
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def view(self) -> View:
        """The case, open for reading at one moment."""
        return View(self.folder)

    def coders(self) -> list[str]:
        """Under which names decisions were made, the latest first."""
        with self.view() as view:
            return list(dict.fromkeys(each.who for each in reversed(view.decisions())))

    def sums(self) -> dict[str, Any]:
        """What the case holds, counted by the database, and the matters with the widest base."""
        with self.view() as view:
            found = view.summary(self.codebook)
            told = [view.claim(id) for matter in found.matters for id in (*matter.claims, *matter.possible)]
            hidden = hiding.hidden(view, [each for each in told if each], self.names)
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
            "matters": [rows.matter_row(hidden.of_matter(each)) for each in found.matters],
        }

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


class Settles(Protocol):
    """What brings counts up to date."""

    def settle(self) -> bool:
        """Whether something was done."""


class _Nothing:
    def settle(self) -> bool:
        return False


class Settling:
    """One thread that brings the counts up to date after decisions, so that no page waits for it."""

    def __init__(self, desk: Settles) -> None:
        self._desk = desk
        self._changed = Condition()
        self._asked = self._busy = False
        self._thread: Thread | None = None
        self.trouble = ""

    @property
    def busy(self) -> bool:
        """Whether counts are being brought up to date, or are about to be."""
        with self._changed:
            return self._asked or self._busy

    def ask(self) -> None:
        """The counts will follow what was decided; several asks while one runs are one more run."""
        with self._changed:
            self._asked = True
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._work, name="sayso-settling", daemon=True)
                self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Whether the counts were up to date within so many seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: not (self._asked or self._busy), seconds)

    def _work(self) -> None:
        while True:
            with self._changed:
                if not self._asked:
                    self._thread = None
                    self._changed.notify_all()
                    return
                self._asked, self._busy = False, True
            try:
                self._desk.settle()
                trouble = ""
            except Exception as error:
                log.exception("the counts could not be brought up to date")
                trouble = str(error)
            with self._changed:
                self._busy, self.trouble = False, trouble
                self._changed.notify_all()
