"""Reading and analysing in several processes, with results in the order of what went in."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent import futures
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from itertools import chain, islice
from multiprocessing.connection import wait

from sayso.model.errors import BadBook, BadInput
from sayso.model.picture import Analysis, Unread
from sayso.model.report import Report, Status
from sayso.read.items import Item, Taken

#: Fewer items than this are worked off at once: starting processes costs more than it saves.
_POOL_FROM = 4

#: Items under way per process. A report about something else is through in 5 ms, one on topic takes 200 ms; while one
#: process is at that one and it is first in line, the others must find enough to do behind it. Two processes took 6.6 s
#: at 4 and 4.4 s at 64 for 300 reports, of which one in ten slept for 0.2 s and the others for 4 ms (3.5 s at best).
_AHEAD = 64

#: Bytes under way, above which no more is begun: bounds what is at hand where reports are large.
_BYTES_AHEAD = 50_000_000

#: Reports that are stored together at most, and how long the first of them may wait for the others: what is lost where
#: the run is stopped.
_TOGETHER = 64
_TOGETHER_S = 0.5


@dataclass(frozen=True, slots=True)
class Worked:
    """One item, read, and analysed where it is a report that can be.

    `fault` is what our own part failed with; `broken` are the complaints about a book that it could not use.
    """

    item: Item
    taken: Taken
    analysis: Analysis | None
    fault: str | None = None
    broken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """What is done with each item."""

    take: Callable[[Item], Taken]
    analyse: Callable[[Report], Analysis]

    def __call__(self, item: Item) -> Worked:
        taken = self.take(item)
        if isinstance(taken.value, Unread):
            return Worked(item, taken, None)
        try:
            return Worked(item, taken, analysed(taken.value, self.analyse))
        except BadBook as error:
            return Worked(item, taken, None, broken=error.complaints)
        except Exception as error:  # one report that trips us must not keep the others out; it is listed as failed
            return Worked(item, taken, None, f"{type(error).__name__}: {error}")


def analysed(report: Report, analyse: Callable[[Report], Analysis]) -> Analysis:
    """The report's analysis; empty for one in a language that is not read."""
    return analyse(report) if report.status is Status.READ else Analysis(report.id, (), (), ())


def worked(items: Iterable[Item], work: Work, processes: int) -> Iterator[list[Worked]]:
    """Every item worked, in order, whatever the number of processes, in groups that are to be stored together."""
    coming = iter(items)
    first = list(islice(coming, _POOL_FROM))
    if processes <= 1 or len(first) < _POOL_FROM:
        yield from _by_time(map(work, chain(first, coming)))
        return
    # The first item is worked here: what it loads on the way, forked workers then share instead of loading it again.
    yield [work(first.pop(0))]
    # Forked workers also need no importable main module; where there is no safe fork, they start afresh.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    pool = ProcessPoolExecutor(processes, mp_context=context, initializer=_prepare, initargs=(work, os.getpid()))
    try:
        yield from _Line(pool, chain(first, coming), processes * _AHEAD).groups()
    except BrokenProcessPool as error:
        why = "a process that reads was ended from outside, often for want of memory; repeat it with --workers 1"
        raise BadInput(why) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _by_time(coming: Iterator[Worked]) -> Iterator[list[Worked]]:
    """What comes, in groups that are neither large nor waited for long."""
    for each in coming:
        group, until = [each], time.monotonic() + _TOGETHER_S
        while len(group) < _TOGETHER and time.monotonic() < until and (one := next(coming, None)):
            group.append(one)
        yield group


@dataclass(slots=True)
class _Line:
    """Items under way in a pool of processes, in order."""

    pool: ProcessPoolExecutor
    coming: Iterator[Item]
    most: int
    waiting: deque[tuple[int, Future[Worked]]] = field(default_factory=deque)
    size: int = 0

    def groups(self) -> Iterator[list[Worked]]:
        """All items worked, in groups that are neither large nor waited for long."""
        self._fill()
        while self.waiting:
            group = [self._next()]
            until = time.monotonic() + _TOGETHER_S
            while self.waiting and len(group) < _TOGETHER and self._comes_by(until):
                group.append(self._next())
            yield group

    def _fill(self) -> None:
        while len(self.waiting) < self.most and self.size < _BYTES_AHEAD and (item := next(self.coming, None)):
            size = _size(item)
            self.waiting.append((size, self.pool.submit(_do, item)))
            self.size += size

    def _comes_by(self, until: float) -> bool:
        future = self.waiting[0][1]
        return future.done() or bool(futures.wait([future], max(0, until - time.monotonic())).done)

    def _next(self) -> Worked:
        size, future = self.waiting.popleft()
        found = future.result()
        self.size -= size
        self._fill()
        return found


def _size(item: Item) -> int:
    try:
        return len(item.row) if item.row is not None else item.file.stat().st_size
    except OSError:
        return 0  # reading it will say why


_work: list[Work] = []  # one process's own work, set once when it starts


def _prepare(work: Work, parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # stopping is the parent's business
    _work.append(work)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _do(item: Item) -> Worked:
    return _work[-1](item)


def _end_with(parent: int) -> None:
    """Ends this process when the one that started it is gone, however that ended."""
    started_by = multiprocessing.parent_process()
    if started_by is not None and started_by.pid == parent:
        wait([started_by.sentinel])
        os._exit(1)
