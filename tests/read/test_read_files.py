from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.books.register import Register, shipped
from sayso.model.errors import BadInput
from sayso.model.picture import Unread
from sayso.model.report import Report, Status
from sayso.read.items import Given, Item
from sayso.read.listing import listing
from sayso.read.reading import again, items, read_one, reports, text_again

BODY = "Officials said that dozens of fighters had left their posts in the north because pay was late and food short."


@pytest.fixture(scope="module")
def register() -> Register:
    return shipped()


def put(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def read(paths: list[Path], register: Register, manifest: Path | None = None) -> dict[str, Report | Unread]:
    return {value.path: value for value in reports(paths, manifest, register)}


def whole(value: Report | Unread) -> Report:
    assert isinstance(value, Report), value
    return value


def test_a_folder_is_read_in_order_with_posix_paths(tmp_path: Path, register: Register) -> None:
    put(
        tmp_path,
        b_dot_txt=BODY,
        sub__a_dot_md=BODY,
        a_dot_htm=f"<p>{BODY}</p><p>{BODY} Again.</p>",
        _dot_hidden_dot_txt=BODY,
    )
    assert list(read([tmp_path], register)) == ["a.htm", "b.txt", "sub/a.md"]


def test_a_single_file_goes_by_its_name(tmp_path: Path, register: Register) -> None:
    put(tmp_path, sub__x_dot_txt=BODY)
    assert list(read([tmp_path / "sub" / "x.txt"], register)) == ["x.txt"]


def test_the_text_is_frozen_line_ends_and_mark_apart(tmp_path: Path, register: Register) -> None:
    put(tmp_path, x_dot_txt=b"\xef\xbb\xbfMen quit \xe2\x80\x94\r\n\r\n  They left.\rNow\xc2\xa0so. \t\n\n")
    report = whole(read([tmp_path], register)["x.txt"])
    assert report.text == "Men quit —\n\n  They left.\nNow\u00a0so. \t\n\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_are_told_apart(tmp_path: Path, register: Register, encoding: str) -> None:
    words = f"Rebels quit the café\n\n{BODY} “No pay,” one said."
    put(tmp_path, x_dot_txt=words.encode(encoding))
    assert whole(read([tmp_path], register)["x.txt"]).text == words


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b" \r\n\xef\xbb\xbf ", "empty"),
        (b"abc\x00def", "NUL"),
        (bytes(range(256)) * 20, "binary"),
        (b"%PDF-1.7 x", "PDF"),
        (b"PK\x03\x04 x", "zip"),
        (b"\xff\xfeM\x00\xd8", "UTF-16"),
        (b"\x01\x02\x03\x04\x05abc", "binary"),
    ],
)
def test_what_is_no_text_says_so(tmp_path: Path, register: Register, content: bytes, why: str) -> None:
    found = read([put(tmp_path, x_dot_txt=content)], register)["x.txt"]
    assert isinstance(found, Unread)
    assert why in found.why


def test_fifty_megabytes_of_one_line_are_refused_unread(tmp_path: Path, register: Register) -> None:
    with (tmp_path / "x.txt").open("wb") as stream:
        stream.truncate(50_000_000)
    found = read([tmp_path], register)["x.txt"]
    assert isinstance(found, Unread)
    assert "50 MB" in found.why


def test_a_manifest_says_of_files_and_its_faults_are_told(tmp_path: Path, register: Register) -> None:
    rows = (
        "path,outlet,published,url,title\na.txt,Reuters,2016-02-30,,\nb.txt,,2017-03,https://x.example/b,Men quit\n"
        "gone.txt,AFP,2016,,\na.txt,AP,2016,,\n,AP,,,\n"
    )
    put(tmp_path, a_dot_txt=BODY, b_dot_txt=BODY, manifest_dot_csv=rows)
    found = read([tmp_path], register)
    a, b = whole(found["a.txt"]), whole(found["b.txt"])
    assert (a.outlet, a.published) == ("Reuters", None)
    assert a.why is not None and "2016-02-30" in a.why
    assert b.published is not None and b.published.edtf == "2017-03"
    assert (b.outlet, b.url, b.title) == (None, "https://x.example/b", "Men quit")
    whys = {path: value.why for path, value in found.items() if isinstance(value, Unread)}
    assert sorted(whys) == ["gone.txt", "manifest.csv#1", "manifest.csv#4", "manifest.csv#5"]


def test_a_manifest_by_flag_may_lie_elsewhere(tmp_path: Path, register: Register) -> None:
    put(
        tmp_path,
        texts__a_dot_txt=BODY,
        m_dot_csv="path,outlet\ntexts/a.txt,AFP\n",
        n_dot_csv="path,outlet\na.txt,AFP\n",
    )
    for name in ("m.csv", "n.csv"):
        found = read([tmp_path / "texts"], register, tmp_path / name)
        assert whole(found["a.txt"]).outlet == "Agence France-Presse"


def test_a_file_that_is_no_manifest_is_refused(tmp_path: Path, register: Register) -> None:
    put(tmp_path, m_dot_csv="file,outlet\nx,y\n", a_dot_txt=BODY)
    with pytest.raises(BadInput, match="path"):
        list(reports([tmp_path / "a.txt"], tmp_path / "m.csv", register))
    with pytest.raises(BadInput):
        list(reports([tmp_path / "a.txt"], tmp_path / "none.csv", register))


def test_rows_of_tables_are_reports(tmp_path: Path, register: Register) -> None:
    table = f'\ufeffText;Outlet;Published\n"Men quit.\n\nThey ""left"". {BODY}";The Hindu;2019-03\n;x;\n{BODY};a;b;c\n'
    lines = [
        json.dumps({"text": BODY, "outlet": "AP"}),
        "{broken",
        "[1]",
        json.dumps({"text": 5}),
        r'{"text": "a \ud800 b"}',
    ]
    put(tmp_path, t_dot_csv=table, l_dot_jsonl="\n".join([*lines, json.dumps({"text": BODY})]))
    found = read([tmp_path], register)
    one = whole(found["t.csv#1"])
    assert one.text.startswith('Men quit.\n\nThey "left".')
    assert (one.outlet, one.published and one.published.edtf) == ("The Hindu", "2019-03")
    assert whole(found["l.jsonl#1"]).outlet == "Associated Press"
    assert isinstance(found["l.jsonl#6"], Report)
    whys = {path: value.why for path, value in found.items() if isinstance(value, Unread)}
    assert sorted(whys) == ["l.jsonl#2", "l.jsonl#3", "l.jsonl#4", "l.jsonl#5", "t.csv#2", "t.csv#3"]
    assert "Line 2" in whys["l.jsonl#2"]


def test_a_table_without_texts_is_one_complaint(tmp_path: Path, register: Register) -> None:
    put(tmp_path, x_dot_csv="name,age\n" + "a,1\n" * 50)
    assert [type(value) for value in read([tmp_path], register).values()] == [Unread]


def test_links_out_of_the_folder_are_refused(tmp_path: Path, register: Register) -> None:
    put(tmp_path, out__secret_dot_txt=BODY, case__a_dot_txt=BODY)
    (tmp_path / "case" / "l.txt").symlink_to(tmp_path / "out" / "secret.txt")
    (tmp_path / "case" / "d").symlink_to(tmp_path / "out")
    found = read([tmp_path / "case"], register)
    assert isinstance(found["l.txt"], Unread)
    assert isinstance(found["d"], Unread)
    assert "d/secret.txt" not in found


def test_a_link_that_leads_nowhere_is_called_one(tmp_path: Path, register: Register) -> None:
    put(tmp_path, a_dot_txt=BODY)
    (tmp_path / "loop").symlink_to("loop")
    found = read([tmp_path], register)["loop"]
    assert isinstance(found, Unread) and "a link that leads nowhere" in found.why


def test_names_with_controls_are_shown_escaped(tmp_path: Path, register: Register) -> None:
    (tmp_path / "evil\x1b[31m.txt").write_text(BODY)
    (tmp_path / "rlo\u202etxt.txt").write_text(f"Men \u202equit the lake\n\n{BODY}")
    found = read([tmp_path], register)
    assert list(found) == ["evil\\x1b[31m.txt", "rlo\\u202etxt.txt"]
    assert whole(found["rlo\\u202etxt.txt"]).title == "Men \\u202equit the lake"


def test_reading_again_gives_equal_values(tmp_path: Path, register: Register) -> None:
    page = f"<html><title>Men quit</title><body><h1>Men quit the lake</h1><p>{BODY}</p><p>{BODY} So.</p></body>"
    put(tmp_path, a_dot_txt=BODY, b_dot_html=page, c_dot_jsonl=json.dumps({"text": BODY, "outlet": "AP"}))
    for taken in items([tmp_path], None, register):
        report = whole(taken.value)
        assert again(taken.raw, report.path, taken.given, register) == report
        assert text_again(taken.raw, report.path) == report.text


def test_ids_hang_on_bytes_outlet_and_url_alone(register: Register) -> None:
    raw = BODY.encode()
    one = whole(again(raw, "a.txt", Given("AP"), register))
    assert whole(again(raw, "b.txt", Given("AP", published="2016"), register)).id == one.id
    assert whole(again(raw, "a.txt", Given("AFP"), register)).id != one.id
    assert whole(again(raw, "a.txt", Given("AP", url="https://x.example"), register)).id != one.id


def test_a_report_that_is_not_english_is_kept_and_says_so(register: Register) -> None:
    words = (
        "Les combattants ont quitté leurs positions la semaine dernière parce que leur solde n'était plus versée. " * 3
    )
    report = whole(again(words.encode(), "a.txt", Given(), register))
    assert (report.status, report.language) == (Status.UNSUPPORTED, "fr")
    assert report.why is not None and "French" in report.why


def test_the_future_is_refused_only_where_now_is_told(register: Register) -> None:
    given = Given(published="2031-05-01")
    assert whole(again(BODY.encode(), "a.txt", given, register)).published is not None
    report = whole(again(BODY.encode(), "a.txt", given, register, now="2026-11-20"))
    assert report.published is None
    assert report.why is not None and "future" in report.why


def test_a_file_that_went_away_is_told(tmp_path: Path, register: Register) -> None:
    gone = read_one(Item("a.txt", tmp_path / "a.txt"), register).value
    assert isinstance(gone, Unread)


def test_listing_reads_no_report(tmp_path: Path) -> None:
    put(tmp_path, a_dot_txt=b"\x00\x00")
    (item,) = listing([tmp_path])
    assert isinstance(item, Item)
