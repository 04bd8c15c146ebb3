"""Connections to a case's database: one writer at a time, readers never in its way."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import MsgspecError
from sqlalchemy import Connection, Engine, create_engine, event, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from sayso.model.errors import BadInput
from sayso.store.desk_tables import TRIGGERS
from sayso.store.index_tables import ALL
from sayso.store.schema import FULL_TEXT, HEAD, version
from sayso.store.settings import DATABASE, is_case

#: How long a writer waits for another before it gives up; linking ten thousand reports holds the lock for seconds.
_PATIENCE_S = 120.0

#: The statements of so many cases are kept ready; making one ready takes as long as running it.
_ENGINES = 8

_ADVICE = {
    "readonly": "the case cannot be written; give yourself write permission or copy the case folder",
    "disk is full": "the disk is full; make room and repeat the command, nothing that was added is lost",
    "disk i/o error": "the disk refused a write (full, over a quota or gone); make room and repeat the command",
    "locked": "another process has been writing for too long; wait until it has finished and repeat the command",
    "malformed": "the database is damaged; restore the case from a backup, or make a new one from the originals",
    "not a database": "the database is damaged; restore the case from a backup, or make a new one from the originals",
    "unable to open": "the database cannot be opened; check that it exists and that you may read it",
}


@contextmanager
def explained(case: Path) -> Iterator[None]:
    """What the database refuses inside is told as one sentence that names the file and says what to do."""
    try:
        yield
    except DatabaseError as error:
        said = str(error.orig).lower()
        for words, advice in _ADVICE.items():
            if words in said:
                raise BadInput(advice, str(case / DATABASE)) from error
        raise
    except MsgspecError as error:
        raise BadInput(f"{_ADVICE['malformed']} ({error})", str(case / DATABASE)) from error


def connected(case: Path, *, writable: bool) -> Connection:
    """An open connection; a case made by an older Sayso is brought up to date first, with a copy kept."""
    if not is_case(case):
        raise BadInput("is no case; make one with `sayso new`", str(case), exit_code=2)
    with explained(case):
        connection = _connect(case, writable=writable)
        found = _version_of(connection)
        if found != HEAD:
            connection.close()
            from sayso.store.migrating import migrate

            migrate(case, found)
            connection = _connect(case, writable=writable)
    return connection


def created(case: Path) -> None:
    """The case's database exists, empty and up to date."""
    with explained(case):
        connection = _connect(case, writable=True, create=True)
        with connection, connection.begin():
            ALL.create_all(connection)
            for statement in (*FULL_TEXT, *TRIGGERS):
                connection.exec_driver_sql(statement)
            connection.execute(version.insert().values(version_num=HEAD))


def _version_of(connection: Connection) -> str:
    with connection.begin():
        return str(connection.execute(select(version.c.version_num)).scalar() or "")


def _connect(case: Path, *, writable: bool, create: bool = False) -> Connection:
    path = case / DATABASE
    mode = "rwc" if create else "rw"
    if not writable and not _may_write(case):
        # A database in write-ahead mode needs its side files; without write permission it opens only as it stands.
        wal = path.with_name(path.name + "-wal")
        mode = "ro" if wal.exists() and wal.stat().st_size else "ro&immutable=1"
    return _engine(path.resolve(), mode, "BEGIN IMMEDIATE" if writable else "BEGIN", create).connect()


@lru_cache(_ENGINES)  # what is kept are statements that were made ready, no connection and nothing of a case
def _engine(path: Path, mode: str, begin: str, create: bool) -> Engine:
    engine = create_engine("sqlite://", creator=lambda: _opened(path, mode, create), poolclass=NullPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _opened(path: Path, mode: str, create: bool) -> Any:
    uri = f"{path.as_uri()}?mode={mode}"
    raw = sqlite3.connect(uri, uri=True, timeout=_PATIENCE_S, isolation_level=None, check_same_thread=False)
    raw.execute("PRAGMA foreign_keys=ON")
    if create:
        raw.execute("PRAGMA journal_mode=WAL")
    if mode.startswith("rw"):
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute("PRAGMA secure_delete=ON")
    return raw


def _may_write(case: Path) -> bool:
    return os.access(case, os.W_OK) and os.access(case / DATABASE, os.W_OK)
