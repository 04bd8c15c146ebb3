"""Original bytes, stored once, named by their SHA-256, never changed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from sayso.model.errors import BadInput
from sayso.model.ids import sha256_of
from sayso.store.settings import ORIGINALS, write_whole

#: Files written at the same time: each waits for the disk, which takes in several in one go.
_AT_ONCE = 4


def place_of(case: Path, sha256: str) -> Path:
    """Where the bytes with that hash stand."""
    return case / ORIGINALS / sha256[:2] / sha256[2:]


def keep_all(case: Path, found: Iterable[bytes]) -> None:
    """All of the bytes now stand in the case, on the disk and whole."""
    several = list(dict.fromkeys(found))
    if len(several) < 2:
        for data in several:
            keep(case, data)
        return
    with ThreadPoolExecutor(min(_AT_ONCE, len(several))) as threads:
        list(threads.map(partial(keep, case), several))


def keep(case: Path, data: bytes) -> str:
    """The hash of the bytes, which now stand in the case, on the disk and whole."""
    sha256 = sha256_of(data)
    path = place_of(case, sha256)
    if path.is_file() and path.stat().st_size == len(data):
        return sha256
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(
            f"cannot be made ({error.strerror}); nothing that was added is lost", str(path.parent)
        ) from error
    with os.scandir(path.parent) as beside:
        parts = [Path(each) for each in beside if each.name.startswith(f".{path.name}.")]
    for left in parts:
        if not _alive(left.suffixes[-2][1:]):  # of a run that was killed while writing
            left.unlink(missing_ok=True)
    write_whole(path, data)
    return sha256


def _alive(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, ValueError):
        return False
    except PermissionError:
        return True
    return True


def fetched(case: Path, sha256: str) -> bytes | None:
    """The bytes with that hash as they stand now, or None where they are gone."""
    path = place_of(case, sha256)
    return path.read_bytes() if path.is_file() else None
