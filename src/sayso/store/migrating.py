"""Older cases, brought up to date after a copy is kept; the only part that needs the migration library."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from sayso.model.errors import BadInput
from sayso.store.opening import _connect, explained
from sayso.store.settings import DATABASE


def script() -> Config:
    """The migrations, without any file of settings."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.set_main_option("path_separator", "os")
    return config


def newest() -> str | None:
    """The revision that the migrations lead to."""
    return ScriptDirectory.from_config(script()).get_current_head()


def migrate(case: Path, found: str) -> None:
    """The case is up to date, and a copy of it as it was stands beside it as `case.db.before-…`."""
    config = script()
    if found and found not in {each.revision for each in ScriptDirectory.from_config(config).walk_revisions()}:
        raise BadInput(f"was made by a later Sayso (version {found} of its tables); update Sayso", str(case))
    _copy(case / DATABASE, case / f"{DATABASE}.before-{found or 'nothing'}")
    with explained(case), _connect(case, writable=True) as connection:
        config.attributes["connection"] = connection
        with connection.begin():
            command.upgrade(config, "head")


def _copy(source: Path, target: Path) -> None:
    partial = target.with_name(target.name + ".part")
    partial.unlink(missing_ok=True)
    with closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(partial)) as there:
        here.backup(there)
    partial.replace(target)
