"""The assessment: one file that carries all it rests on, as a page, as Markdown or as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sayso.model.errors import BadInput
from sayso.model.ids import sha256_of
from sayso.model.picture import Picture
from sayso.tell.carried import canonical
from sayso.tell.findings import findings
from sayso.tell.index import Index, index
from sayso.tell.markdown import markdown
from sayso.tell.numbers import of_case
from sayso.tell.page import page
from sayso.tell.sheet import sheet

#: What carries all it rests on, and can be verified without the case.
FORMATS = (".html", ".md", ".json")

#: What is made for reading and printing alone.
PRINTED = (".docx", ".pdf")


def write(picture: Picture, path: Path, names: bool = False) -> None:
    """Writes the assessment in the format of the path's ending; raises `BadInput` for any other ending."""
    suffix, made = check(path), sealed(sheet(picture, names))
    if suffix in PRINTED:
        from sayso.tell.document import write_document

        write_document(made, path)
        return
    text = render(made, suffix)
    try:
        path.write_bytes(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise BadInput(f"the assessment cannot be written: {error.strerror}", str(path)) from error


def check(path: Path) -> str:
    """The ending of the path, which says the format; raises `BadInput` for any other."""
    suffix = path.suffix.lower()
    if suffix not in FORMATS + PRINTED:
        raise BadInput(f"an assessment ends in {', '.join(FORMATS + PRINTED)}", str(path), exit_code=2)
    return suffix


def sealed(rows: dict[str, Any], stated: dict[str, int] | None = None) -> dict[str, Any]:
    """The sheet with its numbers, counted where none are stated, and the hash of all that it carries."""
    counted = of_case(index(rows)) if stated is None else stated
    whole = rows | {"numbers": counted}
    text = canonical(whole)
    again: dict[str, Any] = json.loads(text)  # keys in the order in which a reader of the file finds them
    return again | {"sha256": sha256_of(text.encode("utf-8", "surrogatepass"))}


def render(sheet: dict[str, Any], suffix: str) -> str:
    """The assessment made from a sealed sheet alone; the same sheet gives the same text."""
    found = index(sheet)
    if suffix == ".html":
        return page(found)
    return markdown(found) if suffix == ".md" else _json(found)


def _json(found: Index) -> str:
    told = [
        {
            "matter": each.matter["id"],
            "heading": "Reported: " + each.heading,
            "base": "".join(words for words, _ in each.base),
            "happened": each.happened,
            "printed": each.printed,
            "scope": each.scope,
            "against": "".join(words for words, _ in each.against),
            "falls without": each.falls,
            "get next": "".join(words for words, _ in each.next),
        }
        for _, group in findings(found)
        for each in group
    ]
    return json.dumps(found.sheet | {"findings": told}, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
