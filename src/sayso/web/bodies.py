"""Bodies of requests, read strictly: a flat JSON object or a form, as the one JSON text that handlers decode."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl

#: The largest body; a long note or a sentence of an assessment is a few kilobytes.
LARGEST = 1 << 20

#: So many fields a form may have; bulk decisions send one field an object.
MOST_FIELDS = 2000

JSON, FORM = "application/json", "application/x-www-form-urlencoded"


class Unreadable(ValueError):
    """A body that is not read; its words say why."""


def as_json(body: bytes, content_type: str) -> bytes:
    """The body as JSON text without doubled keys, NaN or depth; raises `Unreadable`, with the reason."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind == FORM:
        return _dumped(_form(body))
    if kind == JSON:
        return _dumped(_object(body))
    if not body.strip():
        return b"{}"
    raise Unreadable(f"a body is {FORM} or {JSON}")


def _form(body: bytes) -> dict[str, Any]:
    try:
        pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
    except ValueError as error:
        raise Unreadable("the form is not UTF-8, or has too many fields") from error
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            held = found[key]
            found[key] = [*held, value] if isinstance(held, list) else [held, value]
        else:
            found[key] = value
    return found


def _object(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_constant)
    except Unreadable:
        raise
    except RecursionError as error:
        raise Unreadable("the JSON is too deep") from error
    except ValueError as error:
        raise Unreadable(f"the JSON cannot be read: {error}") from error
    if not isinstance(value, dict):
        raise Unreadable("the JSON is no object")
    if any(isinstance(each, dict) for each in value.values()):
        raise Unreadable("the JSON object holds another object")
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Unreadable("a key stands twice in the JSON")
    return found


def _no_constant(word: str) -> float:
    raise Unreadable(f"{word} is no number")


def _dumped(value: dict[str, Any]) -> bytes:
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except (ValueError, RecursionError) as error:  # lone surrogates, or lists too deep
        raise Unreadable("the body holds letters that cannot be kept, or is too deep") from error
