"""What a file carries: the sheet inside a page or Markdown, and how it is found there again."""

from __future__ import annotations

import json
import re
from typing import Any

#: With more claims than this the rows are packed, which takes a third off a file of many megabytes.
PLAIN = 2000

#: The element of a page that holds the sheet; it is data, no browser runs it.
_OPEN, _CLOSE = '<script type="application/json" id="sayso-data">', "</script>"

#: The comment of a Markdown file that holds the sheet.
_MD_OPEN, _MD_CLOSE = "<!-- sayso-data ", " -->"


def canonical(value: Any) -> str:
    """The one JSON text of a value: keys sorted, no spare space."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def packed(value: Any) -> Any:
    """The value with the keys of each list of like rows written once: `{"=": keys, "+": [values of a row, …]}`."""
    if isinstance(value, dict):
        return {key: packed(each) for key, each in value.items()}
    if not isinstance(value, list):
        return value
    if len(value) > 1 and all(isinstance(each, dict) and each.keys() == value[0].keys() for each in value):
        keys = sorted(value[0])
        return {"=": keys, "+": [[packed(each[key]) for key in keys] for each in value]}
    return [packed(each) for each in value]


def unpacked(value: Any) -> Any:
    """The value as it was before it was packed."""
    if isinstance(value, list):
        return [unpacked(each) for each in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"=", "+"}:
        return [dict(zip(value["="], map(unpacked, row), strict=True)) for row in value["+"]]
    return {key: unpacked(each) for key, each in value.items()}


def in_page(sheet: Any) -> str:
    """The sheet as an element of a page; nothing in it can end the element."""
    return f"{_OPEN}{_harmless(sheet)}{_CLOSE}"


def in_markdown(sheet: Any) -> str:
    """The sheet as a comment of a Markdown file; nothing in it can end the comment."""
    return f"{_MD_OPEN}{_harmless(sheet).replace('--', chr(92) + 'u002d' + chr(92) + 'u002d')}{_MD_CLOSE}"


def carried(text: str, suffix: str) -> Any:
    """The sheet that a file carries; raises ValueError, with the reason, where there is none."""
    if suffix == ".json":
        value = json.loads(text)
        if isinstance(value, dict):
            value.pop("findings", None)
        return value
    opening, closing = (_OPEN, _CLOSE) if suffix == ".html" else (_MD_OPEN, _MD_CLOSE)
    found = text.rfind(opening)
    if found < 0:
        raise ValueError("it carries no data of Sayso")
    start = found + len(opening)
    return unpacked(json.loads(text[start : text.index(closing, start)]))


def _harmless(sheet: Any) -> str:
    return re.sub(
        "[<>&\u2028\u2029]",
        lambda sign: f"\\u{ord(sign.group()):04x}",
        canonical(packed(sheet) if len(sheet["claims"]) > PLAIN else sheet),
    )
