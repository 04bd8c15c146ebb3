"""Tables of reports: CSV and JSON lines, a row a report."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from sayso.read.decoding import MAX_BYTES

#: Columns a row of reports may have; others are kept in the stored row and not used.
COLUMNS = ("text", "outlet", "published", "url", "title")
#: How many characters of the first line decide what separates the columns.
_SAMPLE = 4096

csv.field_size_limit(MAX_BYTES)


def header_of(start: bytes) -> tuple[str, ...]:
    """The names of a CSV's columns, lower case, from its first bytes."""
    words = start.decode("utf-8-sig", "replace").lstrip("\n\r")
    line = next(csv.reader(io.StringIO(words), delimiter=separator_of(words)), [])
    return tuple(name.strip().lower() for name in line)


def separator_of(text: str) -> str:
    """What separates a CSV's columns: the most frequent of comma, semicolon and tab in its first line."""
    first = text.lstrip("\n\r\ufeff")[:_SAMPLE].split("\n", 1)[0]
    return max(",;\t", key=first.count)


def csv_rows(text: str) -> Iterator[tuple[int, dict[str, str] | str]]:
    """Each row of a CSV with its number from 1: its values by column, or a sentence that says what is wrong."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text), strict=False)
    header: list[str] | None = None
    number = 0
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            number += 1
            yield number, f"The row at line {reader.line_num} cannot be read ({error})."
            continue
        if not any(cell.strip() for cell in row):
            continue
        if header is None:
            header = [name.strip().lstrip("\ufeff").lower() for name in row]
            continue
        number += 1
        yield number, _by_column(header, row, reader.line_num)


def _by_column(header: list[str], row: list[str], line: int) -> dict[str, str] | str:
    if len(row) > len(header) and any(cell.strip() for cell in row[len(header) :]):
        return f"The row at line {line} has {len(row)} columns, the header {len(header)}; put quotes around its text."
    return dict(zip(header, row, strict=False))


def json_row(line: bytes, number: int) -> dict[str, str] | str:
    """The values of one JSON line, or a sentence that says what is wrong with it."""
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        what = getattr(error, "msg", None) or type(error).__name__
        return f"Line {number} is not JSON ({what})."
    if not isinstance(value, dict):
        return f"Line {number} is JSON, but no object with a text."
    wrong = [key for key in COLUMNS if not isinstance(value.get(key), str | None)]
    if wrong:
        return f"Line {number}: {wrong[0]} is not a string."
    return {key: value[key] for key in COLUMNS if value.get(key) is not None}


def row_bytes(values: dict[str, str]) -> bytes:
    """A row of a CSV as one JSON line, in which form it is stored and can be read again."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
