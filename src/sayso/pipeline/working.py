"""Reading and analysing in several processes, with results in the order of what went in."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing.connection import wait

from sayso.model.errors import BadBook, BadInput
from sayso.model.picture import Analysis, Unread
from sayso.model.report import Report, Status
from sayso.read.items import Item, Taken

#: Fewer items than this are worked off at once: starting processes costs more than it saves.
_POOL_FROM = 4

#: Items under way per process; enough to keep all busy, few enough to hold memory down.
_AHEAD = 4


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


def worked(items: Iterable[Item], work: Work, processes: int) -> Iterator[Worked]:
    """Every item worked, in order, whatever the number of processes."""
    coming = iter(items)
    first = list(islice(coming, _POOL_FROM))
    if processes <= 1 or len(first) < _POOL_FROM:
        yield from map(work, chain(first, coming))
        return
    # The first item is worked here: what it loads on the way, forked workers then share instead of loading it again.
    yield work(first.pop(0))
    # Forked workers also need no importable main module; where there is no safe fork, they start afresh.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    pool = ProcessPoolExecutor(processes, mp_context=context, initializer=_prepare, initargs=(work, os.getpid()))
    waiting: deque[Future[Worked]] = deque()
    try:
        for item in chain(first, coming):
            waiting.append(pool.submit(_do, item))
            if len(waiting) >= processes * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        why = "a process that reads was ended from outside, often for want of memory; repeat it with --workers 1"
        raise BadInput(why) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


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
