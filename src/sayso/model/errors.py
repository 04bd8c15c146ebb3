"""The three exceptions of the house, under one base; everything else that can go wrong is a value."""

from __future__ import annotations


class SaysoError(Exception):
    """Base of everything Sayso raises on purpose; `exit_code` is what a command ends with."""

    exit_code = 1


class BadInput(SaysoError):
    """A file or argument cannot be used; the message names it and says what to do."""

    def __init__(self, why: str, where: str = "", *, exit_code: int = 1) -> None:
        super().__init__(f"{where}: {why}" if where else why)
        self.why = why
        self.where = where
        self.exit_code = exit_code


class BadBook(SaysoError):
    """A codebook or word list is broken; carries every complaint, each with file and line."""

    exit_code = 5

    def __init__(self, complaints: tuple[str, ...]) -> None:
        super().__init__("\n".join(complaints))
        self.complaints = complaints


class Bug(SaysoError):
    """An invariant of ours broke; the only error that shows a traceback."""

    exit_code = 70
