"""Lists as files: JSON lines, byte-exact, or CSV for spreadsheets, in which no cell starts a formula."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sayso.model.errors import BadInput
from sayso.store.settings import write_whole

Row = dict[str, Any]

#: A cell that begins so (after blanks) is read as a formula or command by a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def written(lists: Mapping[str, Sequence[Row]], format: str, folder: Path) -> list[tuple[Path, int]]:
    """Each file written and its number of rows; `BadInput` where the folder holds something else already."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadInput("exists and is not an empty folder; name a new one", str(folder), exit_code=2)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(f"cannot be made ({error.strerror})", str(folder)) from error
    done = []
    for name, rows in lists.items():
        path = folder / f"{name}.{format}"
        write_whole(path, (_lines(rows) if format == "jsonl" else table(rows)).encode("utf-8"))
        done.append((path, len(rows)))
    return done


def _lines(rows: Sequence[Row]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n" for row in rows)


def table(rows: Sequence[Row]) -> str:
    """The rows as CSV in which no cell starts a formula; columns are the keys, sorted."""
    out = io.StringIO(newline="")
    columns = sorted({key for row in rows for key in row})
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
    return out.getvalue()


def _cell(value: object) -> str | int | float:
    """The value as a cell; values with parts as JSON, and a quote before what a spreadsheet would run."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
    lines = words.splitlines() or [""]
    return (
        f"'{words}"
        if any(line.lstrip(" \xa0").startswith(_FORMULA) for line in lines) or words[:1].isspace()
        else words
    )
