from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest
from case_making import case_at, claim_of, claims_in, linked_of, put, report_of, writer
from sqlalchemy import Table

from sayso.model.errors import BadInput
from sayso.model.ids import sha256_of
from sayso.store import View, Writer, desk_tables, index_tables, migrating, schema
from sayso.store.making import make
from sayso.store.originals import fetched, keep, place_of
from sayso.store.schema import HEAD, metadata
from sayso.store.settings import read_settings


def test_originals_are_stored_once_by_their_hash(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    sha = keep(case, b"bytes\r\n")
    assert sha == keep(case, b"bytes\r\n") == sha256_of(b"bytes\r\n")
    assert fetched(case, sha) == b"bytes\r\n"
    assert [p.name for p in (case / "originals").rglob("*") if p.is_file()] == [sha[2:]]
    assert place_of(case, sha).parent.name == sha[:2]


def test_a_part_of_an_original_is_written_anew(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    sha = keep(case, b"whole")
    place_of(case, sha).write_bytes(b"wh")
    assert fetched(case, keep(case, b"whole")) == b"whole"


def test_settings_are_read_back(tmp_path: Path) -> None:
    make(tmp_path / "c", name='a "quoted"\\ \x7f näme\n', codebook=b"", suffix=".yaml", made_by="sayso 1")
    settings = read_settings(tmp_path / "c")
    assert (settings.name, settings.codebook, settings.made_by) == (
        'a "quoted"\\ \x7f näme\n',
        "codebook.yaml",
        "sayso 1",
    )


def test_a_folder_in_use_is_refused(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    with pytest.raises(BadInput, match="is a case already") as refused:
        case_at(case)
    assert refused.value.exit_code == 2
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "diary.txt").write_text("mine")
    with pytest.raises(BadInput, match="exists and is no case"):
        case_at(tmp_path / "mine")


def test_what_a_killed_new_left_is_taken_over(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    (case / "case.toml").unlink()
    with pytest.raises(BadInput, match="is no case"):
        View(case)
    put(case_at(case), report_of())


def test_a_fresh_case_stands_at_the_newest_migration(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    with closing(sqlite3.connect(case / "case.db")) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert set(metadata.tables) <= tables
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert migrating.newest() == HEAD


def test_a_case_of_a_later_sayso_is_refused(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    with closing(sqlite3.connect(case / "case.db")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(BadInput, match="later Sayso"):
        View(case)


def test_an_older_case_is_copied_and_then_brought_up_to_date(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    report = report_of()
    put(case, report, claim_of(report))
    with closing(sqlite3.connect(case / "case.db")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ''")
        connection.execute("DELETE FROM alembic_version")
    assert len(claims_in(case)) == 1
    assert (case / "case.db.before-nothing").is_file()
    with closing(sqlite3.connect(case / "case.db")) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)


def test_migrations_lead_to_the_tables_of_a_fresh_case(tmp_path: Path) -> None:
    fresh, old = case_at(tmp_path / "fresh"), case_at(tmp_path / "old")
    base = [each for each in vars(schema).values() if isinstance(each, Table)]
    every = (*vars(desk_tables).values(), *vars(index_tables).values())
    later = {each.name for each in every if isinstance(each, Table) and each not in base}
    with closing(sqlite3.connect(old / "case.db")) as connection, connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            if not name.startswith("text_"):
                connection.execute(f"DROP TRIGGER {name}")
        for name in ("shown_words", *sorted(later)):
            connection.execute(f"DROP TABLE {name}")
        for name in ("report_printed", "decision_says"):
            connection.execute(f"DROP INDEX {name}")
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
    View(old).close()
    assert made_of(old) == made_of(fresh)


def made_of(case: Path) -> dict[str, str]:
    """The statements that the case's tables, indexes and triggers were made by, without what makes no difference."""
    with closing(sqlite3.connect(case / "case.db")) as connection:
        found = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {
            name: "".join(sql.replace("IF NOT EXISTS", "").split()).replace('"', "")
            for name, sql in found
            if name != "alembic_version"
        }


def test_opening_a_current_case_needs_no_migration_library(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    import subprocess

    code = f"import sys; from pathlib import Path; from sayso.store import View; View(Path({str(case)!r})).close(); "
    code += "print('alembic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("at", [0, 5000])
def test_a_damaged_database_is_told_in_one_sentence(tmp_path: Path, at: int) -> None:
    case = case_at(tmp_path / "case")
    for number in range(20):
        report = report_of(f"{number}.txt", f"Report {number}. Five men deserted." * 40)
        put(case, report, claim_of(report))
    with closing(sqlite3.connect(case / "case.db")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray((case / "case.db").read_bytes())
    data[at : at + 30000] = b"\xff" * len(data[at : at + 30000])
    (case / "case.db").write_bytes(bytes(data))
    with pytest.raises(BadInput, match="damaged"), View(case) as view:
        view.reports(with_text=True)
        view.claims()
        if view.damage():
            raise BadInput("damaged")


def _limited(case: Path) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    try:
        for number in range(100):
            report = report_of(f"{number}.txt", f"Report {number}. Five men deserted." * 300)
            put(case, report, claim_of(report))
    except BadInput as error:
        print(error, flush=True)
        os._exit(9 if "room" in str(error) or "disk" in str(error) else 8)
    os._exit(0)


def _unprivileged(case: Path) -> None:
    if os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    with View(case) as view:
        assert len(view.claims()) == 1
    try:
        with writer(case) as open_case:
            open_case.decide("c1", "note")
    except BadInput as error:
        os._exit(9 if "permission" in str(error) else 8)
    os._exit(0)


def _in_child(work: Callable[[Path], None], case: Path) -> int | None:
    if sys.platform == "win32":
        pytest.skip("needs fork")
    child = get_context("fork").Process(target=work, args=(case,))
    child.start()
    child.join(60)
    return child.exitcode


def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    report = report_of()
    put(case, report, claim_of(report))
    assert _in_child(_limited, case) == 9
    with View(case) as view:
        assert view.damage() == ()
        kept = view.reports(with_text=True)
        assert len(view.claims()) == len(kept)
    put(case, report_of("after.txt", "Five men deserted."), claim_of(report_of("after.txt", "Five men deserted.")))


def test_a_read_only_case_can_be_read_and_says_that_it_cannot_be_written(tmp_path: Path) -> None:
    case = case_at(tmp_path / "case")
    report = report_of()
    put(case, report, claim_of(report))
    for each in [*case.rglob("*"), case]:
        each.chmod(0o555 if each.is_dir() else 0o444)
    for above in case.parents:
        if not os.access(above, os.W_OK):
            break
        if above.owner() == "root" and above.stat().st_mode & 0o005 != 0o005 and str(above).startswith("/tmp"):
            above.chmod(above.stat().st_mode | 0o055)
    try:
        assert _in_child(_unprivileged, case) == 9
    finally:
        for each in [case, *case.rglob("*")]:
            each.chmod(0o755 if each.is_dir() else 0o644)


def _write_many(case: Path, name: str) -> None:
    for number in range(25):
        report = report_of(f"{name}{number}.txt", f"{name} {number}: Five men deserted.")
        claim = claim_of(report)
        put(case, report, claim, folder=f"/{name}")
        with Writer(case, who=name, when="2026", why="both at once") as open_case, View(case) as view:
            open_case.link(linked_of(*view.claims()), view.revision(), "one")
            open_case.decide(claim.id, "note", value="x")
    os._exit(0)


def test_two_writers_lose_nothing_and_see_no_lock(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("needs fork")
    case = case_at(tmp_path / "case")
    context = get_context("fork")
    both = [context.Process(target=_write_many, args=(case, name)) for name in ("ada", "ben")]
    for each in both:
        each.start()
    for each in both:
        each.join(120)
    assert [each.exitcode for each in both] == [0, 0]
    with View(case) as view:
        assert len(view.reports()) == len(view.claims()) == len(view.decisions()) == 50
        assert view.damage() == ()
