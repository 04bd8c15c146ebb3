"""Connections that stay open between readings, and what was worked out of a case while it stood unchanged."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from sqlalchemy import Connection

from sayso.model.errors import BadInput
from sayso.store.opening import connected
from sayso.store.settings import DATABASE

T = TypeVar("T")

#: So many connections wait for the next reading; each keeps some megabytes of the case at hand.
_IDLE = 4

#: So many things are remembered by one connection; the largest, the ledger, is some megabytes at 100,000 claims.
_REMEMBERED = 48

_MEMORY = "remembered"


class Readers:
    """Open connections to one case, lent to one view after the other; close them when nobody reads any more."""

    def __init__(self, case: Path) -> None:
        self._case = case
        self._idle: list[tuple[tuple[int, int], Connection]] = []
        self._lent: dict[int, tuple[int, int]] = {}
        self._lock = Lock()

    def lend(self) -> Connection:
        """A connection that nobody else has, to the file that is the case's database now."""
        file = self._file()
        connection = self._waiting(file)
        if connection is None:
            connection = connected(self._case, writable=False)
            connection.info[_MEMORY] = _Memory()
        with self._lock:
            self._lent[id(connection)] = file
        return connection

    def _waiting(self, file: tuple[int, int]) -> Connection | None:
        """A connection to that file that waits; those to a file that was there before are closed."""
        while True:
            with self._lock:
                if not self._idle:
                    return None
                held, connection = self._idle.pop()
            if held == file:
                return connection
            connection.close()

    def take_back(self, connection: Connection) -> None:
        """The connection holds no moment of the case any more, and waits for the next view."""
        with self._lock:
            file = self._lent.pop(id(connection), None)
        if file is None:
            return
        if connection.in_transaction():
            connection.rollback()
        with self._lock:
            waits = len(self._idle) < _IDLE
            if waits:
                self._idle.append((file, connection))
        if not waits:
            connection.close()

    def close(self) -> None:
        """No connection waits any more."""
        with self._lock:
            idle, self._idle = self._idle, []
        for _, connection in idle:
            connection.close()

    def _file(self) -> tuple[int, int]:
        try:
            found = (self._case / DATABASE).stat()
        except OSError as error:
            raise BadInput(f"cannot be opened ({error.strerror}); is the case still there?", str(self._case)) from error
        return found.st_dev, found.st_ino


class _Memory:
    """What one connection worked out, while nobody changed the case."""

    def __init__(self) -> None:
        self._stands = -1
        self._held: OrderedDict[Hashable, Any] = OrderedDict()

    def get(self, connection: Connection, key: Hashable, make: Callable[[], T]) -> T:
        """What is remembered under the key, else what is made now."""
        stands = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
        if stands != self._stands:
            self._held.clear()
            self._stands = stands
        if key not in self._held:
            self._held[key] = make()
            while len(self._held) > _REMEMBERED:
                self._held.popitem(last=False)
        self._held.move_to_end(key)
        found: T = self._held[key]
        return found


def remembers(connection: Connection) -> bool:
    """Whether the connection is one of those that remember."""
    return _MEMORY in connection.info


def remembered(connection: Connection, key: Hashable, make: Callable[[], T]) -> T:
    """What was made of the case as the connection sees it; made again once another has changed the case.

    A connection of its own, above all one that writes, remembers nothing.
    """
    memory: _Memory | None = connection.info.get(_MEMORY)
    return make() if memory is None else memory.get(connection, key, make)
