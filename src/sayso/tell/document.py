"""The assessment as a text document (DOCX) and as pages (PDF), both made from the sheet alone."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

from sayso.model.errors import BadInput
from sayso.tell.concluding import qualified
from sayso.tell.findings import findings, widest
from sayso.tell.index import Index, index
from sayso.tell.page import page
from sayso.tell.phrases import clean, counted

#: What these need that not everybody wants to install.
_EXTRA = "needs the extra packages; install them with `pip install 'sayso[publish]'`, or write .html or .md"

#: So many findings are told, those with the widest base, and so many claims of each are quoted.
_FINDINGS, _QUOTED = 200, 10

#: The same sheet gives the same bytes: no file says when it was made.
_TIME = (1980, 1, 1, 0, 0, 0)


def document(sheet: dict[str, Any]) -> bytes:
    """The sealed sheet as a DOCX file."""
    try:
        from docx import Document
    except ImportError as error:
        raise BadInput(f"a .docx file {_EXTRA}") from error
    found, made = index(sheet), Document()
    made.core_properties.created = made.core_properties.modified = datetime(*_TIME[:3], tzinfo=UTC)
    made.core_properties.author, made.core_properties.title = "Sayso", clean(sheet["case"])
    made.add_heading(f"{clean(sheet['case'])}: what is reported", 0)
    made.add_paragraph("Everything here is what reports say. More reports are not more events.")
    _conclusions(made, found)
    _findings(made, found)
    made.add_heading("How to check this", 1)
    made.add_paragraph(
        "The same assessment as .html or .md carries all it rests on; `sayso verify FILE` checks it. The data of this "
        f"file has the hash {sheet['sha256']}."
    )
    out = io.BytesIO()
    made.save(out)
    return _undated(out.getvalue())


def _conclusions(made: Any, found: Index) -> None:
    rows = found.sheet["sentences"]
    if rows:
        made.add_heading("What is concluded", 1)
    for row in rows:
        made.add_paragraph().add_run(clean(row["text"])).bold = True
        if said := qualified(row):
            made.add_paragraph(clean(said))
        made.add_paragraph(f"Rests on {', '.join(row['rests'])}. {clean(row['who'])}, {row['when']}.")
        if row["stale"]:
            made.add_paragraph(f"Its evidence has changed since: {clean(' '.join(row['changed']))}")


def _findings(made: Any, found: Index) -> None:
    told = findings(found)
    kept = {each.matter["id"] for each in widest([each for _, group in told for each in group], _FINDINGS)}
    for indicator, group in told:
        shown = [each for each in group if each.matter["id"] in kept]
        if shown:
            made.add_heading(f"{clean(indicator['name'])} ({clean(indicator['code'])})", 1)
        for each in shown:
            made.add_heading("Reported: " + clean(each.heading), 2)
            made.add_paragraph(clean("".join(words for words, _ in each.base)))
            if against := "".join(words for words, _ in each.against):
                made.add_paragraph(clean(against))
            for claim in each.claims[:_QUOTED]:
                report = found.reports[claim["report"]]
                named = f"{report['outlet'] or 'outlet not known'}, {report['published'] or 'no date'}"
                made.add_paragraph(clean(f"“{claim['quote']}” ({named}; {claim['id']})"), style="List Bullet")
            if len(each.claims) > _QUOTED:
                made.add_paragraph(f"{_QUOTED} of {counted(len(each.claims), 'claim')} quoted.")


def _undated(data: bytes) -> bytes:
    """The same archive with every part dated alike."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = zipfile.ZipInfo(name, _TIME)
            part.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(part, before.read(name))
    return out.getvalue()


def pages(sheet: dict[str, Any]) -> bytes:
    """The sealed sheet as a PDF file, printed from the page."""
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as error:  # OSError: the libraries that draw its letters are missing
        raise BadInput(f"a .pdf file {_EXTRA} ({error})") from error
    made = HTML(string=page(index(sheet)), url_fetcher=_refuse)
    return bytes(made.write_pdf(pdf_identifier=sheet["sha256"].encode()))


def _refuse(url: str, *args: Any, **kwargs: Any) -> NoReturn:
    """Nothing is ever fetched: all that a page shows is in it."""
    raise ValueError(f"{url} is not fetched")


MADE = {".docx": document, ".pdf": pages}


def write_document(sheet: dict[str, Any], path: Path) -> None:
    """The file holds the assessment in the format of its ending."""
    data = MADE[path.suffix.lower()](sheet)
    try:
        path.write_bytes(data)
    except OSError as error:
        raise BadInput(f"the assessment cannot be written: {error.strerror}", str(path)) from error
