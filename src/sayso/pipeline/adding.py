"""Files into a case: read, analysed, stored report by report, then linked and weighed; may be stopped and repeated."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from sayso.model.errors import BadBook, Bug
from sayso.model.ids import sha256_of
from sayso.model.picture import Analysis, Unread
from sayso.model.report import Report, Status
from sayso.pipeline.relinking import relink
from sayso.pipeline.stages import Stages
from sayso.pipeline.working import Work, Worked, analysed, worked
from sayso.read.items import Given, Item
from sayso.store import View, Writer
from sayso.store.identity import Arrival, Standing


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
        for item in found:
            if isinstance(item, Unread):
                self.fail(_place_of(item, roots), item)
                continue
            number = self._known(item)
            if number is None:
                yield item
            else:
                self.writer.met(number)
                self.count("unchanged", item.path)

    def _known(self, item: Item) -> int | None:
        try:
            raw = item.row if item.row is not None else item.file.read_bytes()
        except OSError:
            return None  # reading it will say why
        self.view.renew()
        return self.view.unchanged(sha256_of(raw), found_at(item), given_of(item.given), self.stages.made_by)

    def store(self, each: Worked) -> None:
        """The worked item is in the case, original first, or listed as unread."""
        report = each.taken.value
        place = found_at(each.item)
        if isinstance(report, Unread):
            self.fail(place, report)
            return
        if each.broken:
            raise BadBook(each.broken)
        why = each.fault and f"a fault of ours stopped its analysis ({each.fault}); please report it"
        if why := why or _unstorable(report):
            self.fail(place, Unread(report.path, why))
            return
        self.writer.keep_original(each.taken.raw)
        arrival = Arrival(report, place, given_of(each.taken.given), self.stages.made_by)
        try:
            standing = self._put(arrival, each.analysis)
        except Bug as error:
            self.fail(place, Unread(report.path, f"a fault of ours kept it out ({error}); please report it"))
            return
        if report.why and standing not in _WORDS:
            self.remarks.append(Unread(report.path, report.why))
        self.count(_WORDS.get(standing) or _status_word(report), report.path)

    def _put(self, arrival: Arrival, analysis: Analysis | None) -> Standing:
        """What the report was to the case, which now holds it; analysed again where its id or metadata are others
        than its bytes alone say."""
        known, done = self.writer.put(arrival, analysis, self._within(analysis))
        while not done:
            analysis = analysed(known.report, self.stages.analyse)
            known, done = self.writer.put(arrival, analysis, self._within(analysis))
        return known.standing

    def _within(self, analysis: Analysis | None) -> dict[str, Sequence[str]]:
        claims = analysis.claims if analysis else ()
        return {place.id: self.stages.within(place.id) for claim in claims for place in claim.places}


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
        for each in worked(items, Work(stages.take, stages.analyse), processes):
            run.store(each)
        # A path that was only mistyped is told, not kept: nothing would ever take it off the list again.
        mistyped = {place_of(path) for path in paths if not path.exists()}
        kept = [(place, unread) for place, unread in run.unread if place not in mistyped]
        writer.settle_unread([place_of(path) for path in paths], kept)
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


def _unstorable(report: Report) -> str | None:
    try:
        report.text.encode("utf-8")
    except UnicodeEncodeError:
        return "its text holds half a character (a lone surrogate); save it as UTF-8"
    return None


def _status_word(report: Report) -> str:
    return "unsupported" if report.status is Status.UNSUPPORTED else "read"
