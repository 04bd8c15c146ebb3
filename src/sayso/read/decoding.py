"""Bytes to frozen text: decoded, line ends made LF, one byte order mark stripped, nothing else changed."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

#: Largest report in bytes. A long magazine report is below 0.2 MB, a novel 1 MB; more is a dump, not a report.
MAX_BYTES = 5_000_000

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})""", re.IGNORECASE)
#: How far into a page its charset is looked for, as browsers do.
_META_WITHIN = 4096
#: Share of control characters above which decoded text is called binary; text of any script has none but tab and LF.
_CONTROL_SHARE = 0.02
_CONTROLS = re.compile(r"[\x01-\x08\x0b\x0e-\x1f\x7f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
#: Share of NUL bytes at even or odd places that marks UTF-16 without a mark, for mostly Latin text.
_NUL_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was read as; `guessed` when neither file nor page named it."""

    text: str
    encoding: str
    guessed: bool = False


def decode(raw: bytes, *, page: bool = False, limit: int = MAX_BYTES) -> Decoded | str:
    """The text of at most `limit` bytes, or a sentence that says why there is none."""
    problem = _not_text(raw, limit)
    if problem:
        return problem
    found = _by_mark(raw) or _by_zeros(raw) or _by_name(raw, page)
    if isinstance(found, str):
        return found
    return checked(found)


def checked(found: Decoded) -> Decoded | str:
    """The decoded text with its line ends made LF, or why it cannot be kept."""
    text = found.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip("\ufeff\u200b \t\n\u00a0"):
        return "The file is empty."
    if "\x00" in text:
        return f"It holds a NUL character at place {text.index(chr(0))}, so it is not plain text."
    half = _SURROGATE.search(text)
    if half:
        return f"It holds half a character (a lone surrogate) at place {half.start()}; save it again as UTF-8."
    if len(_CONTROLS.findall(text)) > _CONTROL_SHARE * len(text):
        return "It is full of control characters, so it is a binary file, not text."
    return Decoded(text, found.encoding, found.guessed)


def _not_text(raw: bytes, limit: int) -> str | None:
    if not raw:
        return "The file is empty."
    if len(raw) > limit:
        size, most = len(raw) // 1_000_000, limit // 1_000_000
        return f"It is {size} MB, more than the {most} MB a report may have; split it into its reports."
    kind = next((kind for magic, kind in _MAGIC if raw.startswith(magic)), None)
    return f"It is {kind}, not text; export it as text or HTML first." if kind else None


def _by_mark(raw: bytes) -> Decoded | str | None:
    for mark, name in _BOMS:
        if raw.startswith(mark):
            try:
                return Decoded(raw[len(mark) :].decode(name), name)
            except UnicodeDecodeError as error:
                return (
                    f"It is marked as {name.upper()}, but byte {error.start + len(mark)} does not fit; save it again."
                )
    return None


def _by_zeros(raw: bytes) -> Decoded | str | None:
    """UTF-16 without a mark, told by where its NUL bytes stand; other NUL bytes mean a binary file."""
    zeros = raw.count(0)
    if not zeros:
        return None
    for start, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        here = raw[start::2].count(0)
        if here > _NUL_SHARE * len(raw) / 2 and zeros - here < here / 10:
            try:
                return Decoded(raw.decode(name), name, guessed=True)
            except UnicodeDecodeError:
                continue
    return "It holds NUL bytes, so it is a binary file, not text."


def _by_name(raw: bytes, page: bool) -> Decoded | str:
    names = ["utf-8"]
    if page and (named := _META.search(raw[:_META_WITHIN])):
        names.insert(0, named.group(1).decode("ascii"))
    for name in names:
        try:
            return Decoded(raw.decode(_web_name(name)), name.lower())
        except (UnicodeDecodeError, LookupError):
            continue
    return _detected(raw)


def _web_name(name: str) -> str:
    """The encoding that the web means by a name: Latin-1 labels mean windows-1252."""
    low = name.lower()
    if low in ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii"):
        return "cp1252"
    if low.replace("-", "") in ("utf7", "unicode11utf7", "idna", "punycode", "rot13", "unicodeescape"):
        raise LookupError(name)  # never an encoding of a page; UTF-7 hides markup
    info = codecs.lookup(name)
    if not info._is_text_encoding:
        raise LookupError(name)
    return info.name


def _detected(raw: bytes) -> Decoded | str:
    from resiliparse.parse.encoding import detect_encoding

    name = detect_encoding(raw) or "cp1252"
    for candidate in (name, "cp1252"):
        try:
            return Decoded(raw.decode(candidate), candidate.lower(), guessed=True)
        except (UnicodeDecodeError, LookupError):
            continue
    return f"Its encoding is not known (it looks like {name}, but does not fit); save it again as UTF-8."
