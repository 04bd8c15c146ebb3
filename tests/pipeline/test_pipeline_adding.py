from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from stand_in import stages, words

import sayso
from sayso.api import Case
from sayso.model.errors import BadInput
from sayso.pipeline import working
from sayso.pipeline.adding import Added


@pytest.fixture
def case(tmp_path: Path) -> Case:
    book = tmp_path / "mini.yaml"
    book.write_text(
        'name: mini\nversion: "1"\ntitle: Mini\nscope: any\nindicators:\n  - code: desertion\n'
        "    family: leaving\n    name: Desertion\n    definition: Members leave.\n    examples:\n"
        "      - Five men {deserted} last week.\n"
    )
    return sayso.new(tmp_path / "case", codebook=book)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    for number in range(6):
        (made / f"{number}.txt").write_text(words(number))
    return made


def add(case: Case, *paths: Path, manifest: Path | None = None, workers: int = 1, made_by: str = "one") -> Added:
    return case.add(paths, manifest, workers=workers, stages=stages(made_by))


def numbers(added: Added) -> tuple[int, int, int, int, int]:
    return added.read, added.unchanged, added.unsupported, added.duplicate, len(added.failed)


def as_text(rows: Sequence[object]) -> str:
    return json.dumps(rows, sort_keys=True)


def test_reports_are_read_once_and_then_unchanged(case: Case, folder: Path) -> None:
    assert numbers(add(case, folder)) == (6, 0, 0, 0, 0)
    before = as_text([case.claims(), case.matters(), case.origins()])
    again = add(case, folder)
    assert numbers(again) == (0, 6, 0, 0, 0)
    assert (again.claims, again.matters) == (6, len(case.matters()))
    assert as_text([case.claims(), case.matters(), case.origins()]) == before


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_neither_workers_nor_portions_change_the_result(tmp_path: Path, case: Case, folder: Path, workers: int) -> None:
    add(case, folder, workers=workers)
    other = sayso.new(tmp_path / "other", codebook=tmp_path / "mini.yaml")
    for path in sorted(folder.iterdir(), reverse=True):
        add(other, path)
    for rows in ("reports", "claims", "matters", "origins", "ties", "sources"):
        assert as_text(getattr(case, rows)()) == as_text(getattr(other, rows)())


@pytest.mark.parametrize("workers", [1, 2])
def test_a_file_that_lies_under_two_paths_is_read_once(case: Case, folder: Path, workers: int) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "6.txt").write_text(words(6))
    (folder / "sub" / "empty.txt").write_text("")
    assert numbers(add(case, folder, folder / "sub", workers=workers)) == (7, 1, 0, 0, 1)
    assert numbers(add(case, folder, folder / "sub", workers=workers)) == (0, 8, 0, 0, 1)
    assert len(case.reports()) == 8


@pytest.mark.parametrize("together", [1, 2, 64])
def test_how_many_are_stored_together_changes_nothing(
    tmp_path: Path, case: Case, folder: Path, together: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "copy.txt").write_text(words(2))
    (folder / "empty.txt").write_text("")
    add(case, folder, workers=1)
    other = sayso.new(tmp_path / "other", codebook=tmp_path / "mini.yaml")
    monkeypatch.setattr(working, "_TOGETHER", together)
    monkeypatch.setattr(working, "_TOGETHER_S", 60.0)
    add(other, folder, workers=2)
    for rows in ("reports", "claims", "matters", "origins", "ties", "sources"):
        assert as_text(getattr(case, rows)()) == as_text(getattr(other, rows)())


def test_stopped_half_way_it_holds_whole_reports_and_goes_on(
    case: Case, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "_TOGETHER", 2)

    def stop(done: int, path: str) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        case.add(folder, workers=2, stages=stages(), watch=stop)
    assert [len(rows) for rows in (case.reports(), case.claims(), case.matters())] == [3, 3, 0]
    assert numbers(add(case, folder, workers=2)) == (3, 3, 0, 0, 0)
    whole = sayso.new(tmp_path / "other", codebook=tmp_path / "mini.yaml")
    add(whole, folder)
    for rows in ("reports", "claims", "matters", "origins", "ties", "sources"):
        assert as_text(getattr(case, rows)()) == as_text(getattr(whole, rows)())


def test_originals_hold_the_bytes_as_they_were(case: Case, tmp_path: Path) -> None:
    file = tmp_path / "crlf.txt"
    file.write_bytes(b"\xef\xbb\xbf" + words(1).replace("\n", "\r\n").encode())
    add(case, file)
    (kept,) = [path for path in (case.folder / "originals").rglob("*") if path.is_file()]
    assert kept.read_bytes() == file.read_bytes()


def test_rows_of_a_table_are_reports(case: Case, tmp_path: Path) -> None:
    rows = [{"text": words(n), "outlet": "Wire", "url": f"https://example.org/{n}"} for n in range(3)]
    file = tmp_path / "in.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in [*rows, rows[0]]))
    assert numbers(add(case, file)) == (3, 0, 0, 1, 0)
    assert numbers(add(case, file)) == (0, 4, 0, 0, 0)
    assert [(row["path"], row["status"]) for row in case.reports()] == [
        ("in.jsonl#1", "read"),
        ("in.jsonl#2", "read"),
        ("in.jsonl#3", "read"),
        ("in.jsonl#4", "duplicate"),
    ]


def test_what_cannot_be_read_is_listed_with_its_reason_and_stops_nothing(case: Case, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "photo.png").write_bytes(b"\x89PNG")
    (folder / "trips.txt").write_text(words(9) + " They trip over it.")
    added = add(case, folder, folder / "absent.txt", workers=2)
    assert added.read == 6
    why = {each.path: each.why for each in added.failed}
    assert set(why) == {"empty.txt", "binary.txt", "photo.png", "trips.txt", "absent.txt"}
    assert "fault of ours" in why["trips.txt"]
    assert [row["path"] for row in case.reports() if row["status"] == "failed"] == sorted(set(why) - {"absent.txt"})
    (folder / "trips.txt").write_text(words(9))
    assert "trips.txt" not in {each.path for each in add(case, folder).failed}
    assert len([row for row in case.reports() if row["status"] == "failed"]) == 3


def test_names_that_are_no_text_are_read_all_the_same(case: Case, tmp_path: Path) -> None:
    folder = tmp_path / "names"
    folder.mkdir()
    for name in (b"caf\xe9.txt", "سلام.txt".encode(), b"a#1.txt", b"-rf.txt", b"$(x).txt"):
        (folder / os.fsdecode(name)).write_text(words(len(name)) + name.decode("latin-1"))
    (folder / os.fsdecode(b"\xff.txt")).write_text("")
    assert numbers(add(case, folder)) == (5, 0, 0, 0, 1)
    assert numbers(add(case, folder)) == (0, 5, 0, 0, 1)


def test_nothing_that_can_be_read_is_said_so(case: Case, tmp_path: Path) -> None:
    assert not add(case, tmp_path / "absent.txt").anything


def test_another_language_is_kept_and_not_coded(case: Case, tmp_path: Path) -> None:
    file = tmp_path / "fr.txt"
    file.write_text(
        "La ville est encerclée depuis trois semaines. Selon le maire, plusieurs hommes ont quitté la garnison dans "
        "la nuit de dimanche à lundi, et la route du nord reste fermée. Cinq men deserted, disent les marchands."
    )
    assert numbers(add(case, file)) == (0, 0, 1, 0, 0)
    assert case.claims() == []
    assert [row["status"] for row in case.reports()] == ["unsupported language"]


def test_a_later_manifest_changes_metadata_and_makes_no_second_report(case: Case, folder: Path) -> None:
    add(case, folder)
    ids = [row["id"] for row in case.reports()]
    manifest = folder.parent / "later.csv"
    manifest.write_text("path,outlet,published,url\nreports/0.txt,The Post,2016-03,\n")
    assert numbers(add(case, folder, manifest=manifest)) == (1, 5, 0, 0, 0)
    rows = case.reports()
    assert [row["id"] for row in rows] == ids
    assert (rows[0]["outlet"], rows[0]["published"]) == ("The Post", "2016-03")
    assert case.claims()[0]["chain"][-1]["name"] == "The Post"
    assert numbers(add(case, folder, manifest=manifest)) == (0, 6, 0, 0, 0)
    assert numbers(add(case, folder)) == (0, 6, 0, 0, 0)
    assert case.reports() == rows


def test_the_same_bytes_from_another_outlet_are_another_report(case: Case, tmp_path: Path) -> None:
    for outlet in ("one", "two"):
        (tmp_path / outlet).mkdir()
        (tmp_path / outlet / "a.txt").write_text(words(1))
        (tmp_path / outlet / "manifest.csv").write_text(f"path,outlet,published,url\na.txt,{outlet},,\n")
        add(case, tmp_path / outlet)
    assert [row["outlet"] for row in sorted(case.reports(), key=lambda row: str(row["outlet"]))] == ["one", "two"]
    assert len(case.claims()) == 2
    assert len([path for path in (case.folder / "originals").rglob("*") if path.is_file()]) == 1


def test_another_reader_reads_everything_again_and_decisions_stay(case: Case, folder: Path) -> None:
    add(case, folder)
    claim = case.claims()[0]["id"]
    case.decide(claim, "reject", why="a rumour")
    assert numbers(add(case, folder, made_by="two")) == (6, 0, 0, 0, 0)
    assert [row["review"] for row in case.claims()] == ["rejected", *["proposed"] * 5]
    held = {claim for row in case.matters() for claim in row["claims"]}
    assert claim not in held


def test_a_decision_is_counted_at_once(case: Case, folder: Path) -> None:
    add(case, folder)
    before = case.matters()
    case.decide(case.claims()[0]["id"], "reject", why="a rumour")
    after = case.matters()
    assert after != before
    add(case)
    assert case.matters() == after


def test_a_narrowed_list_holds_what_fits(case: Case, folder: Path) -> None:
    (folder / "manifest.csv").write_text("path,outlet,published,url\n0.txt,Post,2016-03-05,\n1.txt,Wire,2017,\n")
    add(case, folder)
    assert len(case.claims(indicator="desertion")) == 6
    assert [row["path"] for row in case.claims(outlet="Post")] == ["0.txt"]
    assert [row["path"] for row in case.claims(since="2016", until="2016-12")] == ["0.txt"]
    assert [row["path"] for row in case.reports(published_since="2017")] == ["1.txt"]
    assert len(case.matters(outlet="Post")) == 1
    assert {row["name"] for row in case.sources()} == {"Post", "Wire"}
    with pytest.raises(BadInput, match="no date"):
        case.claims(since="soon")


def test_what_if_an_outlet_is_left_out(case: Case, folder: Path) -> None:
    (folder / "manifest.csv").write_text("path,outlet,published,url\n0.txt,Post,2016-03-05,\n1.txt,Wire,2017,\n")
    add(case, folder)
    changed = case.whatif(["outlet:Post"])
    assert changed
    assert all(row["before"] != row["after"] for row in changed)
    for wrong, code in (("origin:o0", 4), ("kind:king", 2), ("moon:full", 2)):
        with pytest.raises(BadInput) as refused:
            case.whatif([wrong])
        assert refused.value.exit_code == code


def test_what_if_it_were_an_earlier_day(case: Case, folder: Path) -> None:
    (folder / "manifest.csv").write_text("path,outlet,published,url\n0.txt,Post,2016-03-05,\n1.txt,Wire,2017,\n")
    add(case, folder)
    changed = case.whatif(as_of="2017-06-30")
    assert {row["after"]["reports"] for row in changed} == {0}


def test_lists_as_files(case: Case, folder: Path, tmp_path: Path) -> None:
    (folder / "manifest.csv").write_text("path,outlet,published,url\n0.txt,=1+1,2016-03-05,\n")
    add(case, folder)
    names = [path.name for path, _ in case.export("jsonl", tmp_path / "lines")]
    assert names == [f"{name}.jsonl" for name in ("reports", "claims", "matters", "origins", "ties", "sources")]
    assert [json.loads(line) for line in (tmp_path / "lines/claims.jsonl").open()] == case.claims()
    case.export("csv", tmp_path / "tables")
    assert "'=1+1" in (tmp_path / "tables/reports.csv").read_text()
    with pytest.raises(BadInput, match="not an empty folder"):
        case.export("csv", tmp_path / "tables")
