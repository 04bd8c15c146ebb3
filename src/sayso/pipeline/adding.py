"""Files into a case: read, analysed, stored in groups, then linked and weighed; may be stopped and repeated."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path

import msgspec

from sayso.model.errors import BadBook, Bug
from sayso.model.ids import sha256_of
from sayso.model.picture import Unread
from sayso.model.report import Report, Status
from sayso.pipeline.relinking import relink
from sayso.pipeline.stages import Stages
from sayso.pipeline.working import Work, Worked, analysed, worked
from sayso.read.items import Given, Item
from sayso.store import View, Writer
from sayso.store.chunking import chunks
from sayso.store.grouping import Brought
from sayso.store.identity import Arrival, Known, Met, Standing

#: Items that the case is asked about at once.
_LOOKED_UP = 16


@dataclass(frozen=True, slots=True)
class Added:
    """What one run of adding did, and how much the case now holds."""

    read: int
    unchanged: int
    unsupported: int
    duplicate: int
    failed: tuple[Unread, ...]
    claims: int
    matters: int
    remarks: tuple[Unread, ...] = ()  # what was odd about reports that were kept all the same, such as a bad date

    @property
    def anything(self) -> bool:
        """Whether any report was read, or known already."""
        return bool(self.read or self.unchanged or self.duplicate)


@dataclass(slots=True)
class _Run:
    """One run as it goes."""

    writer: Writer
    view: View
    stages: Stages
    watch: Callable[[int, str], None]
    counts: dict[str, int] = field(
        default_factory=lambda: {"read": 0, "unchanged": 0, "unsupported": 0, "duplicate": 0}
    )
    unread: list[tuple[str, Unread]] = field(default_factory=list)
    again: list[tuple[str, str]] = field(default_factory=list)
    around: dict[str, Sequence[str]] = field(default_factory=dict)
    remarks: list[Unread] = field(default_factory=list)
    done: int = 0

    def count(self, what: str, path: str) -> None:
        self.counts[what] += 1
        self.done += 1
        self.watch(self.done, path)

    def fail(self, place: str, unread: Unread) -> None:
        self.unread.append((place, unread))
        self.done += 1
        self.watch(self.done, unread.path)

    def new_items(self, found: Iterable[Item | Unread], roots: Sequence[Path]) -> Iterator[Item]:
        """The items that have to be read; what the case has already is counted, what cannot be read is noted."""
        for some in chunks(self._listed(found, roots), _LOOKED_UP):
            self.view.renew()
            numbers = self.view.unchanged(list(map(_met, some)), self.stages.made_by)
            for item, number in zip(some, numbers, strict=True):
                if number is None:
                    yield item
                else:
                    self.writer.met(number)
                    self.count("unchanged", item.path)

    def _listed(self, found: Iterable[Item | Unread], roots: Sequence[Path]) -> Iterator[Item]:
        """The items to be looked at; a file that is listed under two paths only once."""
        seen: dict[str, str] = {}
        for item in found:
            if isinstance(item, Unread):
                self.fail(_place_of(item, roots), item)
                continue
            if item.row is None:  # rows are too many to remember, and one file's are all others
                place, given = found_at(item), given_of(item.given)
                if place in seen and given in ("", seen[place]):
                    self.again.append((place, item.path))
                    continue
                seen.setdefault(place, given)
            yield item

    def count_again(self) -> None:
        """Files that were listed under another path as well are unchanged, unless they could not be read."""
        unread = {place for place, _ in self.unread}
        for place, path in self.again:
            if place not in unread:
                self.count("unchanged", path)

    def store(self, group: Sequence[Worked]) -> None:
        """The worked items are in the case, originals first, or listed as unread."""
        sound = list(takewhile(lambda each: not each.broken, group))
        refused = [_refused(each) for each in sound]
        kept = [each for each, why in zip(sound, refused, strict=True) if why is None]
        self.writer.keep_originals(each.taken.raw for each in kept)
        told = iter(self._put([brought for each in kept for brought in self._brought(each)]))
        for each, why in zip(sound, refused, strict=True):
            self._tell(each, why or next(told))
        if len(sound) < len(group):
            raise BadBook(group[len(sound)].broken)

    def _brought(self, each: Worked) -> Iterator[Brought]:
        report = each.taken.value
        if isinstance(report, Report):
            given = given_of(each.taken.given)
            yield Arrival(report, found_at(each.item), given, self.stages.made_by), each.analysis

    def _put(self, found: Sequence[Brought]) -> list[Known | Bug]:
        """What the reports were to the case, which now holds them; analysed again where their ids or metadata are
        others than their bytes alone say."""
        told: list[Known | Bug] = []
        rest = list(found)
        while rest:
            put = self.writer.put_all(rest, self._within(rest))
            told += put.told
            del rest[: len(put.told)]
            if put.waits:
                rest[0] = rest[0][0], analysed(put.waits.report, self.stages.analyse)
        return told

    def _within(self, found: Sequence[Brought]) -> Mapping[str, Sequence[str]]:
        for _, analysis in found:
            for place in (place for claim in (analysis.claims if analysis else ()) for place in claim.places):
                if place.id not in self.around:
                    self.around[place.id] = self.stages.within(place.id)
        return self.around

    def _tell(self, each: Worked, became: Unread | Known | Bug) -> None:
        path = each.taken.value.path
        if isinstance(became, Bug):
            became = Unread(path, f"a fault of ours kept it out ({became}); please report it")
        if isinstance(became, Unread):
            self.fail(found_at(each.item), became)
            return
        word = _WORDS.get(became.standing)
        if became.report.why and word is None:
            self.remarks.append(Unread(path, became.report.why))
        self.count(word or _status_word(became.report), path)


_WORDS = {Standing.SAME: "unchanged", Standing.DUPLICATE: "duplicate"}


def add(
    paths: Sequence[Path],
    manifest: Path | None,
    stages: Stages,
    *,
    writer: Writer,
    workers: int | None = None,
    watch: Callable[[int, str], None] = lambda done, path: None,
) -> Added:
    """What adding the files did; afterwards the case is up to date, linked and weighed."""
    with View(writer.case) as view:
        run = _Run(writer, view, stages, watch)
        items = run.new_items(stages.listing(paths, manifest), paths)
        processes = workers if workers is not None else os.cpu_count() or 1
        for group in worked(items, Work(stages.take, stages.analyse), processes):
            run.store(group)
        run.count_again()
        # A path that was only mistyped is told, not kept: nothing would ever take it off the list again.
        mistyped = {place_of(path) for path in paths if not path.exists()}
        kept = {place: unread for place, unread in run.unread if place not in mistyped}
        writer.settle_unread([place_of(path) for path in paths], sorted(kept.items(), key=lambda each: each[0]))
        relink(view, writer, stages)
        view.renew()
        claims, matters = view.totals()
    failed = tuple(sorted((unread for _, unread in run.unread), key=_by_path))
    remarks = tuple(sorted(run.remarks, key=_by_path))
    return Added(**run.counts, failed=failed, claims=claims, matters=matters, remarks=remarks)


def _by_path(unread: Unread) -> tuple[str, str]:
    return unread.path, unread.why


def found_at(item: Item) -> str:
    """Where the item stands on this machine."""
    row = item.path[item.path.rindex("#") :] if item.row is not None else ""
    return f"{place_of(item.file)}{row}"


def place_of(path: Path) -> str:
    """The whole path as text; bytes of a name that are no text stand as escapes."""
    return os.fsencode(path.resolve()).decode("utf-8", "backslashreplace")


def given_of(given: Given) -> str:
    """What was given for a report, as one text to compare; "" for nothing."""
    says = (given.outlet, given.published, given.url, given.title)
    return msgspec.json.encode(says).decode() if any(says) else ""


def _place_of(unread: Unread, roots: Sequence[Path]) -> str:
    for root in roots:
        if root.is_dir():
            return f"{place_of(root)}/{unread.path}"
        if root.name == unread.path.rpartition("#")[0] or root.name == unread.path:
            return place_of(root) + unread.path[len(root.name) :]
    return unread.path


def _met(item: Item) -> Met | None:
    try:
        raw = item.row if item.row is not None else item.file.read_bytes()
    except OSError:
        return None  # reading it will say why
    return Met(sha256_of(raw), found_at(item), given_of(item.given))


def _refused(each: Worked) -> Unread | None:
    report = each.taken.value
    if isinstance(report, Unread):
        return report
    why = each.fault and f"a fault of ours stopped its analysis ({each.fault}); please report it"
    why = why or _unstorable(report)
    return Unread(report.path, why) if why else None


def _unstorable(report: Report) -> str | None:
    try:
        report.text.encode("utf-8")
    except UnicodeEncodeError:
        return "its text holds half a character (a lone surrogate); save it as UTF-8"
    return None


def _status_word(report: Report) -> str:
    return "unsupported" if report.status is Status.UNSUPPORTED else "read"
