"""The settings of a case: one readable file in its folder."""

from __future__ import annotations

import json
import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from sayso.model.errors import BadInput

SETTINGS = "case.toml"
DATABASE = "case.db"
ORIGINALS = "originals"


@dataclass(frozen=True, slots=True)
class Settings:
    """What `case.toml` holds: the case's name, the file of its codebook, and the version that made it."""

    name: str
    codebook: str
    made_by: str


def is_case(case: Path) -> bool:
    """Whether the folder is a case."""
    return (case / SETTINGS).is_file() and (case / DATABASE).is_file()


def read_settings(case: Path) -> Settings:
    """The settings of the case; `BadInput` where the file is not what Sayso wrote."""
    path = case / SETTINGS
    if not is_case(case):
        raise BadInput("is no case; make one with `sayso new`", str(case), exit_code=2)
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        return Settings(name=str(values["name"]), codebook=str(values["codebook"]), made_by=str(values["made_by"]))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError) as error:
        raise BadInput(f"cannot be read ({error}); it needs name, codebook and made_by", str(path)) from error


def write_settings(case: Path, settings: Settings) -> None:
    """The settings stand in the case's folder; the case exists from this moment on."""
    lines = (
        "# Settings of a Sayso case. The codebook is a file in this folder.",
        f"name = {_quoted(settings.name)}",
        f"codebook = {_quoted(settings.codebook)}",
        f"made_by = {_quoted(settings.made_by)}",
        "",
    )
    write_whole(case / SETTINGS, "\n".join(lines).encode("utf-8"))


def write_whole(path: Path, data: bytes) -> None:
    """The file holds the bytes, or does not exist: never a part of them, even if the power fails."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with partial.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise BadInput(f"cannot be written ({error.strerror}); nothing that was added is lost", str(path)) from error
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _quoted(words: str) -> str:
    # JSON's escapes are a subset of TOML's, but for DEL, which TOML wants escaped.
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
