"""Who published a report: manifest, else page, else text, else not known; look-alikes are warned of, never matched."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from sayso.model.books import OutletFinder
from sayso.read.dates import things
from sayso.read.layout import Layout

#: Letters of other scripts that look like Latin ones, in Cyrillic, Greek and Armenian; the small ones cover capitals.
_ALIKE = str.maketrans(
    "аеорсухіјѕһӏԁԛԝвкмнтгзпӀαεορτυνικχβγηωօսոհցգ",
    "aeopcyxijshldqwbkmhtrznlaeoptuvikxbynwounhgq",
)
_DIGITS = str.maketrans("0135", "oles")
_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))\W*(?:\d{4}\W*)*(?:by )?([^.|\d][^|\d]{2,60}?)\W*(?:\d{4}"
    r"|all rights.*|\.\s.*|inc\b.*|ltd\b.*)?",
    re.IGNORECASE,
)
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Publisher:
    """The outlet by the register's name where known, else as written; and sentences to warn the analyst."""

    name: str | None
    written: str | None
    warnings: tuple[str, ...] = ()


def publisher(
    given: str | None, url: str | None, tree: HtmlElement | None, layout: Layout, register: OutletFinder
) -> Publisher:
    """Who published the report, and warnings about names and addresses made to look like another's."""
    warnings = _warnings_of_url(url, register) if url else ()
    if given:
        return _named(given, register, warnings)
    known = register.find(urlsplit(url).hostname or "") if url and not warnings and "//" in url else None
    if known is not None:
        return Publisher(known.name, urlsplit(url or "").hostname, warnings)
    for written in (*(_of_page(tree) if tree is not None else ()), *_of_text(layout, register)):
        found = _named(written, register, warnings)
        if found.name is not None:
            return found
    return Publisher(None, None, warnings)


def _named(written: str, register: OutletFinder, warnings: tuple[str, ...]) -> Publisher:
    known = register.find(written)
    if known is not None:
        return Publisher(known.name, written, warnings)
    alike = look_alike(written, register)
    if alike is not None:
        sentence = f"The outlet's name only looks like {alike}: it is written with other letters, and is not matched."
        return Publisher(written, written, (*warnings, sentence))
    return Publisher(written, written, warnings)


def look_alike(written: str, register: OutletFinder) -> str | None:
    """The register's outlet that a name or domain is made to look like, if it is not that outlet's own."""
    bare = "".join(char for char in unicodedata.normalize("NFKC", written) if unicodedata.category(char) != "Cf")
    folded = bare.casefold().translate(_ALIKE)
    plain = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    for candidate in (folded, plain, plain.translate(_DIGITS)):
        found = register.find(candidate) if candidate != written.casefold() else None
        if found is not None:
            return found.name
    return None


def _warnings_of_url(url: str, register: OutletFinder) -> tuple[str, ...]:
    """Sentences about an address that is made to look like that of an outlet of the register."""
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ("Its address cannot be read and says nothing of the outlet.",)
    if not host or register.find(host) is not None:
        return ()
    readable = _unpunycoded(host)
    alike = look_alike(readable, register) or _borrowed(host, register)
    if alike is not None:
        return (f"Its address {host} looks like that of {alike} but is not; it says nothing of the outlet.",)
    return (f"Its address {host} is written in look-alike letters.",) if "xn--" in host and _mixed(readable) else ()


def _unpunycoded(host: str) -> str:
    try:
        return host.encode("ascii").decode("idna") if "xn--" in host else host
    except UnicodeError:
        return host


def _mixed(host: str) -> bool:
    return any(_LATIN.search(label) and not label.isascii() for label in host.split("."))


def _borrowed(host: str, register: OutletFinder) -> str | None:
    """The outlet whose domain's own word another domain borrows, as in example-news.co for example.com."""
    labels = host.removeprefix("www.").split(".")
    words = [word for label in labels[:-1] for word in (label.split("-") if "-" in label else ())]
    inside = [".".join(labels[: number + 1]) for number in range(1, len(labels) - 1)]
    for candidate in (*inside, *(f"{word}.com" for word in words if len(word) > 4)):
        found = register.find(candidate)
        if found is not None:
            return found.name
    return None


def _of_page(tree: HtmlElement) -> list[str]:
    """Names that a page gives itself, best first."""
    found = [
        (node.get("content") or "").strip()
        for node in tree.iter("meta")
        if (node.get("property") or node.get("name") or "").lower() in ("og:site_name", "application-name")
    ]
    for node in tree.iter("script"):
        if (node.get("type") or "").lower() == "application/ld+json":
            found += _publishers(node.text or "")
    return [" ".join(name.split()) for name in found if name]


def _publishers(markup: str) -> list[str]:
    try:
        value = json.loads(markup)
    except (ValueError, RecursionError):
        return []
    named = [item.get("publisher") for item in things(value)]
    return [str(one["name"]) for one in named if isinstance(one, dict) and isinstance(one.get("name"), str)]


def _of_text(layout: Layout, register: OutletFinder) -> list[str]:
    """Names in a copyright line of the text; an agency's copyright is a credit, not the outlet."""
    found: list[str] = []
    for block in (*layout.blocks[: layout.body], *layout.blocks[layout.body + 1 :]):
        match = _COPYRIGHT.fullmatch(block.text) if len(block.text) <= 160 else None
        name = match[1].strip() if match else ""
        known = register.find(name) if name else None
        if name and not (known and known.agency) and len(name.split()) <= 8:
            found.append(name)
    return found
