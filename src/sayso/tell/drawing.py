"""Pieces that every drawing shares: escaped SVG elements, cut labels, days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from markupsafe import Markup, escape

from sayso.tell.phrases import clean


def element(name: str, inside: Markup | str = "", /, **attributes: object) -> Markup:
    """An SVG element; every value is escaped, `class_` and the like lose their underscore."""
    written = "".join(
        f' {escape(key.rstrip("_").replace("__", ":").replace("_", "-"))}="{escape(_shown(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    body = inside if isinstance(inside, Markup) else escape(clean(inside))
    return Markup(f"<{name}{written}>{body}</{name}>")


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".rstrip("0").rstrip(".")
    return clean(str(value))


def together(parts: Iterable[Markup]) -> Markup:
    """The parts one after another, each in its line."""
    return Markup("\n").join(parts)


def cut(words: str, most: int) -> str:
    """The words, ended by "…" where they are longer than that."""
    shown = clean(words)
    return shown if len(shown) <= most else shown[: most - 1].rstrip() + "…"


def day(iso: str | None) -> int | None:
    """An ISO day as a whole number of days, or None where there is none or it is no day of our calendar."""
    if not iso:
        return None
    try:
        return date.fromisoformat(iso[:10]).toordinal()
    except ValueError:
        return None
