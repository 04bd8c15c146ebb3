"""Codebooks: loaded from a file or by the name of a shipped one, or refused with every complaint at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sayso.books import codebook_ready
from sayso.model.books import Codebook
from sayso.model.errors import BadBook

SHIPPED = Path(__file__).parent.parent / "data" / "codebooks"

#: A codebook is written by people; 31 indicators with all their examples take 0.2 MB.
_LARGEST_FILE = 8_000_000


def shipped() -> tuple[str, ...]:
    """The names of the codebooks that come with Sayso, sorted."""
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.yaml")))


def load(path: str | Path) -> Codebook:
    """The codebook of a file, or the shipped one of that name; raises `BadBook` with every complaint and its line."""
    file = SHIPPED / f"{path}.yaml" if str(path) in shipped() else Path(path)
    data = _bytes(file)
    known = codebook_ready.of(data)
    if known is not None:
        return replace(known, path=str(path))
    # What reads and checks YAML is loaded for other codebooks alone.
    from sayso.books.codebook_reading import read

    return read(data, str(path) if file.parent == SHIPPED else str(file), str(path))


def _bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadBook((f"{path}:1: cannot be read: {error.strerror}",)) from error
    if len(data) > _LARGEST_FILE:
        raise BadBook((f"{path}:1: larger than {_LARGEST_FILE // 1_000_000} MB, which no codebook is",))
    return data
