"""The Python API: it mirrors the commands one to one, and gives the rows that they print."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from sayso import __version__
from sayso.model.errors import BadInput
from sayso.model.ids import id_of
from sayso.model.picture import Picture, Summary, Unread
from sayso.model.report import Report, Status
from sayso.pipeline import hiding
from sayso.pipeline.lookups import outlet_names, place_ids, register
from sayso.pipeline.narrowing import Narrow, filters_of
from sayso.store import View
from sayso.store.filters import Filters, last_day
from sayso.store.making import make
from sayso.store.settings import is_case, read_settings
from sayso.tell import rows

if TYPE_CHECKING:
    from sayso.desk.desk import Desk
    from sayso.pipeline.adding import Added
    from sayso.pipeline.stages import Stages
    from sayso.pipeline.verifying import Verified
    from sayso.store import Writer

Row = dict[str, Any]
Paths = str | PathLike[str] | Iterable[str | PathLike[str]]


def new(case: str | PathLike[str], codebook: str | PathLike[str] = "cohesion", name: str | None = None) -> Case:
    """A new case in that folder, with a shipped codebook or one of your own; `BadBook` names every fault in it."""
    from sayso.books import codebook as books

    folder = Path(case)
    books.load(str(codebook))
    source = books.SHIPPED / f"{codebook}.yaml" if str(codebook) in books.shipped() else Path(codebook)
    make(
        folder,
        name=name or folder.resolve().name,
        codebook=source.read_bytes(),
        suffix=source.suffix,
        made_by=f"sayso {__version__}",
    )
    return Case(folder)


def open(case: str | PathLike[str]) -> Case:
    """The case in that folder; `BadInput` where there is none."""
    return Case(Path(case))


def demo(case: str | PathLike[str]) -> tuple[Case, Added]:
    """A case made of the shipped samples, and what adding them did; one that is there already is brought up to date."""
    opened = Case(Path(case)) if is_case(Path(case)) else new(case, name="demo")
    return opened, opened.add(Path(__file__).parent / "data" / "samples" / "reports")


def verify(what: str | PathLike[str]) -> Verified:
    """What was recomputed of a case, or of an assessment's file, and what does not hold."""
    path = Path(what)
    if not path.is_file():
        return open(path).verify()
    from sayso.pipeline.verifying import Verified
    from sayso.tell.verify import verify_file

    return Verified(str(path), tuple(verify_file(path)))


def ground(lines: Iterable[bytes | str | Mapping[str, Any]]) -> Iterator[Row]:
    """Each line, JSON or an object with text and claim, with whether the claim stands in the text, where and why."""
    from sayso.pipeline.grounding import ground as grounded

    return grounded(lines)


class Case:
    """One case; every method opens it for as long as it needs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings = read_settings(folder)
        self._desk: Desk | None = None

    @property
    def codebook_path(self) -> Path:
        """The file of the case's codebook."""
        return self.folder / self.settings.codebook

    def stages(self) -> Stages:
        """The real stages with this case's books."""
        from sayso.pipeline.wiring import stages_of

        return stages_of(self.codebook_path, now=_today())

    def add(
        self,
        paths: Paths = (),
        manifest: str | PathLike[str] | None = None,
        *,
        workers: int | None = None,
        watch: Callable[[int, str], None] = lambda done, path: None,
        stages: Stages | None = None,
    ) -> Added:
        """What reading the files did; the case is then up to date."""
        from sayso.pipeline.adding import add

        each = [paths] if isinstance(paths, str | PathLike) else list(paths)
        with self.writing("add") as writer:
            return add(
                [Path(path) for path in each],
                Path(manifest) if manifest is not None else None,
                stages or self.stages(),
                writer=writer,
                workers=workers,
                watch=watch,
            )

    def writing(self, why: str, who: str | None = None) -> Writer:
        """The case opened for writing, in the name of the one who runs this program."""
        from sayso.store import Writer

        return Writer(self.folder, who=who or _who(), when=datetime.now(UTC).isoformat(timespec="seconds"), why=why)

    def decide(self, about: str, says: str, *, value: str = "", why: str = "", who: str | None = None) -> Row:
        """The decision, now in the log; counts, matters and the assessment follow it at once."""
        return self.desk.decide(about, says, value=value, why=why, who=who)

    @property
    def desk(self) -> Desk:
        """The review desk of the case: decisions, the order of work, search, sentences, agreement."""
        from sayso.desk.desk import Desk

        if self._desk is None:
            self._desk = Desk(self.folder, self.codebook_path, self.writing)
        return self._desk

    def reports(self, *, names: bool = False, **narrow: Unpack[Narrow]) -> list[Row]:
        """The reports, by path; files that failed are among them."""
        filters = self._filters(narrow)
        with View(self.folder) as view:
            found = [*view.reports(with_text=True, filters=filters)]
            hidden = hiding.hidden(view, view.claims(), names)
            if filters == Filters():
                found += [_failed(unread) for unread in view.unread()]
        found.sort(key=lambda report: (report.path, report.id))
        return [rows.report_row(report, hidden.spans.get(report.id, ()), names) for report in found]

    def claims(self, *, names: bool = False, **narrow: Unpack[Narrow]) -> list[Row]:
        """The claims, by path, start, end, indicator and id."""
        filters = self._filters(narrow)
        with View(self.folder) as view:
            found = view.claims(filters)
            hidden = hiding.hidden(view, view.claims() if narrow else found, names)
        return [rows.hidden_claim(claim, hidden) for claim in found]

    def matters(self, *, names: bool = False, **narrow: Unpack[Narrow]) -> list[Row]:
        """The matters, by id; narrowed, those that one of the claims that fit is about. Their numbers stay whole."""
        filters = self._filters(narrow)
        with View(self.folder) as view:
            keep, hidden = _keeper(view, filters), hiding.hidden(view, view.claims(), names)
            return [rows.matter_row(hidden.of_matter(each)) for each in view.matters() if keep(each.claims)]

    def origins(self, *, names: bool = False, **narrow: Unpack[Narrow]) -> list[Row]:
        """The origins, by id; narrowed, those that one of the claims that fit rests on."""
        filters = self._filters(narrow)
        with View(self.folder) as view:
            keep, hidden = _keeper(view, filters), hiding.hidden(view, view.claims(), names)
            return [rows.origin_row(hidden.of_origin(each), names) for each in view.origins() if keep(each.claims)]

    def ties(self, *, names: bool = False, **narrow: Unpack[Narrow]) -> list[Row]:
        """The ties, by id; narrowed, those that one of the claims or reports that fit takes part in."""
        filters = self._filters(narrow)
        with View(self.folder) as view:
            keep, hidden = _keeper(view, filters), hiding.hidden(view, view.claims(), names)
            return [
                rows.tie_row(hidden.of_tie(each))
                for each in view.ties()
                if keep((each.source, each.target or "", *(span.report for span in each.spans)))
            ]

    def sources(self, **narrow: Unpack[Narrow]) -> list[Row]:
        """The outlets and agencies that reports were printed by or that chains name, by name."""
        from sayso.desk.sources import with_decisions
        from sayso.pipeline.sourcing import sources, sources_of
        from sayso.store import sourcing

        filters = self._filters(narrow)
        with View(self.folder) as view:
            if narrow:
                found = sources(view.reports(filters=filters), view.claims(filters))
            else:
                found = sources_of(view.ask(sourcing.printed), view.ask(sourcing.through))
            log = view.decisions()
        known = register()
        plain = (rows.source_row(e.name, known.find(e.name), e.reports, e.claims, e.kind) for e in found)
        return with_decisions(list(plain), log)

    def attributions(self) -> list[Row]:
        """Every act of telling in every report that was read, in text order, whatever the report is about."""
        from sayso.pipeline.wiring import tellings_of

        told = tellings_of(self.codebook_path)
        with View(self.folder) as view:
            read = [report for report in view.reports(with_text=True) if report.status is Status.READ]
        return [
            {
                "report": report.id,
                "path": report.path,
                "sources": [[span.start, span.end] for span in each.sources],
                "cues": [[span.start, span.end] for span in each.cues],
                "contents": [[span.start, span.end] for span in each.contents],
                "parent": each.parent,
            }
            for report in read
            for each in told(report)
        ]

    def summary(self, *, names: bool = False) -> Summary:
        """The sums that `sayso show` prints."""
        from sayso.pipeline.trending import with_trends

        with View(self.folder) as view:
            found = with_trends(view.summary(self.codebook()), view.happened(), view.printed())
            told = [view.claim(id) for matter in found.matters for id in (*matter.claims, *matter.possible)]
            return found if names else hiding.hidden(view, [each for each in told if each]).of_summary(found)

    def codebook(self) -> Any:
        """The case's codebook."""
        from sayso.books import codebook as books

        return books.load(self.codebook_path)

    def _picture(self) -> Picture:
        """The whole case, with names; what tells of it masks them."""
        with View(self.folder) as view:
            return view.picture(self.codebook(), register().outlets)

    def explain(self, id: str, *, names: bool = False) -> tuple[str, ...]:
        """Lines that lead from the id to the characters it rests on; `BadInput` with exit code 4 for an unknown one."""
        from sayso.tell.explain import explain

        with View(self.folder) as view:
            present = view.present_id(id)
        lines = explain(self._picture(), present, names)
        if not lines:
            raise BadInput("no number, matter, origin, claim, report or tie has that id", id, exit_code=4)
        return lines if present == id else (f"{id} is now {present}", *lines)

    def whatif(self, without: Sequence[str] = (), *, as_of: str | None = None, each: str | None = None) -> list[Row]:
        """Which matters change when something is left out, with their numbers before and after; with each "origin",
        what changes without one origin after the other."""
        from sayso.pipeline.whatif import changes, each_origin, leaving

        if each not in (None, "origin"):
            raise BadInput("cannot be left out one by one; write origin", repr(each), exit_code=2)
        if bool(without or as_of) == bool(each):
            raise BadInput("say what to leave out: --without and --as-of, or --each origin", exit_code=2)
        with View(self.folder) as view:
            left = leaving(without, last_day(as_of) if as_of else None, view.present_origin)
            held = (view.reports(with_text=True), view.claims(), view.standing_decisions())
        if each:
            return each_origin(held, register(), self.codebook())
        return changes(held, left, register(), self.codebook())

    def assess(self, path: str | PathLike[str], *, names: bool = False) -> None:
        """The assessment stands in the file, in the format of its ending."""
        self.desk.publish(path, names=names)

    def verify(self) -> Verified:
        """Everything recomputed; what does not hold is named."""
        from sayso.pipeline.verifying import verified

        with View(self.folder) as view:
            return verified(view, self.stages())

    def export(self, format: str, folder: str | PathLike[str], *, names: bool = False) -> list[tuple[Path, int]]:
        """The files written, a list each, with their numbers of rows; formats are "jsonl" and "csv"."""
        from sayso.pipeline.exporting import written

        lists = {
            "reports": self.reports(names=names),
            "claims": self.claims(names=names),
            "matters": self.matters(names=names),
            "origins": self.origins(names=names),
            "ties": self.ties(names=names),
            "sources": self.sources(),
        }
        return written(lists, format, Path(folder))

    def show(self, *, names: bool = False) -> None:
        """The summary, printed."""
        from rich.console import Console

        from sayso.tell import terminal

        terminal.show(self.summary(names=names), Console(highlight=False))

    def _filters(self, narrow: Narrow) -> Filters:
        return filters_of(narrow, place_ids, outlet_names)


def _keeper(view: View, filters: Filters) -> Callable[[Sequence[str]], bool]:
    if filters == Filters():
        return lambda ids: True
    wanted = {claim.id for claim in view.claims(filters)}
    if not filters.of_claims:
        wanted |= {report.id for report in view.reports(filters=filters)}
    return lambda ids: not wanted.isdisjoint(ids)


def _failed(unread: Unread) -> Report:
    """A file that could not be read, as a line among the reports; none of its bytes are kept."""
    id = id_of("r", "failed", unread.path, unread.why)
    return Report(id, unread.path, "", "", status=Status.FAILED, why=unread.why)


def _who() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a machine without a user of that number
        return "unknown"


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
