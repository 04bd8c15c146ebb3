"""Long work beside the pages: each errand is a command of its own process, so that no page waits for it."""

from __future__ import annotations

import subprocess
import sys
from collections import OrderedDict
from collections.abc import Hashable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock

#: So many errands run at once; each may need as much memory as `sayso add`.
AT_ONCE = 2

#: So many results are kept.
_KEPT = 32

#: No errand takes longer; linking ten thousand reports anew takes minutes.
_LONGEST_S = 1800.0


@dataclass(frozen=True, slots=True)
class Result:
    """What a command printed, and its exit code."""

    code: int
    out: str
    told: str


class Errands:
    """Commands under way and done, by what was asked."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="sayso-errand")
        self._asked: OrderedDict[Hashable, Future[Result]] = OrderedDict()
        self._lock = Lock()

    def result(self, key: Hashable, arguments: Sequence[str], wait: float) -> Result | None:
        """The result of `sayso` with these arguments, or None while it is under way; the same key asks once."""
        with self._lock:
            if key not in self._asked:
                self._asked[key] = self._pool.submit(_run, tuple(arguments))
                self._trim()
            asked = self._asked[key]
            self._asked.move_to_end(key)
        try:
            return asked.result(wait)
        except TimeoutError:
            return None

    def _trim(self) -> None:
        for key in [key for key, each in self._asked.items() if each.done()]:
            if len(self._asked) <= _KEPT:
                return
            del self._asked[key]


def _run(arguments: tuple[str, ...]) -> Result:
    try:
        done = subprocess.run(
            [sys.executable, "-m", "sayso", *arguments],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=_LONGEST_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Result(1, "", "it took too long and was stopped")
    return Result(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))
