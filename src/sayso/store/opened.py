"""A case held open for reading, of one moment, until it is closed or renewed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection

from sayso.store.opening import connected, explained
from sayso.store.readers import Readers

T = TypeVar("T")


class Opened:
    """A case, open for reading over a connection of its own, or over one that `readers` lend."""

    def __init__(self, case: Path, readers: Readers | None = None) -> None:
        self.case = case
        self._readers = readers
        self._connection: Connection = readers.lend() if readers else connected(case, writable=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """The case is no longer held open."""
        if self._readers is None:
            self._connection.close()
        else:
            self._readers.take_back(self._connection)

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with explained(self.case):
            if not self._connection.in_transaction():
                self._connection.begin()
            yield self._connection

    def renew(self) -> None:
        """From now on the view shows the case as it stands now."""
        if self._connection.in_transaction():
            self._connection.rollback()

    def ask(self, question: Callable[[Connection], T]) -> T:
        """The answer to a question that another module of the store puts to the database, of the same moment."""
        with self._read() as connection:
            return question(connection)
