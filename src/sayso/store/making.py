"""A new case: a folder that becomes one in its last step, or not at all."""

from __future__ import annotations

from pathlib import Path

from sayso.model.errors import BadInput
from sayso.store.opening import created
from sayso.store.settings import DATABASE, ORIGINALS, SETTINGS, Settings, is_case, write_settings, write_whole


def make(case: Path, *, name: str, codebook: bytes, suffix: str, made_by: str) -> None:
    """The folder is a case with that codebook; `BadInput` with exit code 2 where it already is one or is in use."""
    if is_case(case):
        raise BadInput("is a case already; add to it with `sayso add`", str(case), exit_code=2)
    if case.exists() and (not case.is_dir() or any(each.name not in _OURS for each in case.iterdir())):
        raise BadInput("exists and is no case; name a new or an empty folder", str(case), exit_code=2)
    try:
        case.mkdir(parents=True, exist_ok=True)
        (case / ORIGINALS).mkdir(exist_ok=True)
        for left in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm"):  # of a run that was cut short
            (case / left).unlink(missing_ok=True)
    except OSError as error:
        raise BadInput(f"cannot be made ({error.strerror}); choose a folder you may write to", str(case)) from error
    write_whole(case / f"codebook{suffix}", codebook)
    created(case)
    write_settings(case, Settings(name=name, codebook=f"codebook{suffix}", made_by=made_by))


#: What a run of `new` that was cut short may have left; anything else in the folder is somebody's own.
_OURS = {ORIGINALS, DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", SETTINGS, "codebook.yaml", "codebook.yml"}
