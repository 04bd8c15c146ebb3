"""A case as it stands at one moment, for reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, RowMapping, exists, select

from sayso.model.books import Codebook, Outlet
from sayso.model.claim import Claim
from sayso.model.decision import Decision
from sayso.model.finding import Matter, Origin, Tie
from sayso.model.picture import Picture, Summary, Unread
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.model.telling import Attribution
from sayso.model.trend import Happened, Printed
from sayso.store import checking, deriving, found, moving, originals, rows, schema, summing
from sayso.store.filters import Filters, claim_conditions, report_conditions
from sayso.store.identity import Met, unchanged
from sayso.store.log import read_log, standing_decisions
from sayso.store.opened import Opened
from sayso.store.settings import Settings, read_settings

_ALL = Filters()
_NO_SPANS = rows.of_spans(())


class View(Opened):
    """A case, open for reading; all answers of one view are of one moment. Close it, or use it in a `with`."""

    def settings(self) -> Settings:
        """The case's settings."""
        return read_settings(self.case)

    def revision(self) -> int:
        """How often the case has changed."""
        with self._read() as connection:
            return deriving.revision(connection)

    def linked_by(self) -> tuple[int, str]:
        """The revision that the derived rows were made from (-1: none), and what made them."""
        with self._read() as connection:
            return deriving.linked_revision(connection), deriving.get_meta(connection, "linked_by") or ""

    def unchanged(self, met: Sequence[Met | None], made_by: str) -> list[int | None]:
        """For each the row of a report read from there before that would be read the same again, else None."""
        with self._read() as connection:
            return unchanged(connection, met, made_by)

    def reports(self, *, with_text: bool = False, filters: Filters = _ALL) -> tuple[Report, ...]:
        """The reports, by path; texts only where they are asked for."""
        report, text = schema.report, schema.text
        query = select(report, text.c.text) if with_text else select(report)
        if with_text:
            query = query.outerjoin(text, text.c.number == report.c.number)
        query = query.where(*report_conditions(filters)).order_by(report.c.path, report.c.id)
        if filters.of_claims:
            claim = schema.claim
            query = query.where(exists().where(claim.c.report == report.c.number, *claim_conditions(filters)))
        with self._read() as connection:
            repeated = self._repeated_texts(connection) if with_text else {}
            return tuple(
                rows.to_report(
                    row, (row.text if row.text is not None else repeated.get(row.key, "")) if with_text else ""
                )
                for row in connection.execute(query)
            )

    @staticmethod
    def _repeated_texts(connection: Connection) -> dict[str, str]:
        """The texts of reports that have duplicates, which keep none of their own, by key."""
        report, text = schema.report, schema.text
        keys = select(report.c.key).where(report.c.status == "duplicate")
        query = select(report.c.key, text.c.text).join(text).where(report.c.key.in_(keys))
        return {row.key: row.text for row in connection.execute(query)}

    def report(self, id: str) -> Report | None:
        """The report with that id, with its text."""
        report, text = schema.report, schema.text
        query = select(report, text.c.text).outerjoin(text).where(report.c.id == id)
        with self._read() as connection:
            row = connection.execute(query).first()
            if row is None:
                return None
            words = row.text if row.text is not None else self._repeated_texts(connection).get(row.key, "")
            return rows.to_report(row, words)

    def text(self, id: str) -> str | None:
        """The frozen text of the report with that id."""
        report = self.report(id)
        return report.text if report else None

    def original(self, sha256: str) -> bytes | None:
        """The original bytes with that hash, or None where they are gone."""
        return originals.fetched(self.case, sha256)

    def claims(self, filters: Filters = _ALL) -> tuple[Claim, ...]:
        """The claims, by path, start, end, indicator and id."""
        claim, report, linked = schema.claim, schema.report, schema.linked
        query = (
            select(claim.c.value, claim.c.review, report.c.path, linked.c.origin, linked.c.seen)
            .join(report, report.c.number == claim.c.report)
            .outerjoin(linked, linked.c.claim == claim.c.id)
            .where(*claim_conditions(filters), *report_conditions(filters))
            .order_by(report.c.path, claim.c.start, claim.c.end, claim.c.indicator, claim.c.id)
        )
        with self._read() as connection:
            return tuple(rows.to_claim(row) for row in connection.execute(query))

    def claim(self, id: str) -> Claim | None:
        """The claim with that id, or the one that took its place when its report was read again."""
        claim, report, linked, replaced = schema.claim, schema.report, schema.linked, schema.replaced
        with self._read() as connection:
            new = connection.execute(select(replaced.c.new).where(replaced.c.old == id)).scalar()
            query = (
                select(claim.c.value, claim.c.review, report.c.path, linked.c.origin, linked.c.seen)
                .join(report, report.c.number == claim.c.report)
                .outerjoin(linked, linked.c.claim == claim.c.id)
                .where(claim.c.id == (new or id))
            )
            row = connection.execute(query).first()
            return rows.to_claim(row) if row else None

    def matters(self) -> tuple[Matter, ...]:
        """The matters, by id."""
        with self._read() as connection:
            return found.matters(connection)

    def matter(self, id: str) -> Matter | None:
        """The matter that has or once had that id."""
        with self._read() as connection:
            return found.matter(connection, id)

    def origins(self) -> tuple[Origin, ...]:
        """The origins, by id."""
        with self._read() as connection:
            return found.origins(connection)

    def origin(self, id: str) -> Origin | None:
        """The origin that has or once had that id."""
        with self._read() as connection:
            return found.origin(connection, id)

    def present_origin(self, id: str) -> str | None:
        """The id of the origin that has or once had that id."""
        return origin.id if (origin := self.origin(id)) else None

    def ties(self) -> tuple[Tie, ...]:
        """The ties, by id."""
        with self._read() as connection:
            return found.ties(connection)

    def present_id(self, id: str) -> str:
        """The id under which a matter, origin or claim of a former id stands now; else the id itself."""
        look = {"m": self.matter, "o": self.origin, "c": self.claim}.get(id[:1])
        present = look(id) if look and ":" not in id else None
        return present.id if present else id

    def attributions(self) -> Iterator[tuple[str, str, tuple[Attribution, ...]]]:
        """Each report's id, path and attributions, by path."""
        report, reading = schema.report, schema.reading
        query = select(report.c.id, report.c.path, reading.c.attributions).join(reading)
        with self._read() as connection:
            listed = connection.execute(query.order_by(report.c.path, report.c.id)).all()
        for row in listed:
            yield row.id, row.path, rows.to_attributions(row.attributions)

    def protected(self) -> tuple[tuple[str, tuple[Span, ...]], ...]:
        """Each report's id with the spans of its text that are masked unless names are asked for."""
        report, reading = schema.report, schema.reading
        query = select(report.c.id, reading.c.protected).join(reading).where(reading.c.protected != _NO_SPANS)
        with self._read() as connection:
            listed = connection.execute(query.order_by(report.c.id)).all()
        return tuple((row.id, rows.to_spans(row.protected)) for row in listed)

    def unread(self) -> tuple[Unread, ...]:
        """What could not be read, by path."""
        query = select(schema.unread).order_by(schema.unread.c.path, schema.unread.c.found_at)
        with self._read() as connection:
            return tuple(Unread(row.path, row.why) for row in connection.execute(query))

    def decisions(self) -> tuple[Decision, ...]:
        """The whole decision log, oldest first."""
        with self._read() as connection:
            return read_log(connection)

    def standing_decisions(self) -> tuple[Decision, ...]:
        """The decisions that hold, each about the claim that is there now."""
        with self._read() as connection:
            moved = {row.old: row.new for row in connection.execute(select(schema.replaced)) if row.new}
            return moving.moved(standing_decisions(read_log(connection)), moved)

    def unattached(self) -> tuple[Decision, ...]:
        """The standing decisions about claims that re-reading took away and nothing took the place of."""
        with self._read() as connection:
            lost = {row.old for row in connection.execute(select(schema.replaced)) if not row.new}
            log = read_log(connection)
        return tuple(entry for entry in standing_decisions(log) if entry.about in lost)

    def damage(self) -> tuple[str, ...]:
        """A sentence for each fault that the database finds in itself; empty where it is whole."""
        with self._read() as connection:
            return tuple(checking.damage(connection))

    def misfiled(self) -> tuple[str, ...]:
        """A sentence for each thing that lists would find under what it is not."""
        with self._read() as connection:
            return tuple(checking.misfiled(connection))

    def totals(self) -> tuple[int, int]:
        """How many claims and matters the case has."""
        with self._read() as connection:
            return summing.totals(connection)

    def outlets(self) -> tuple[str, ...]:
        """The names of the outlets that published reports of the case."""
        query = select(schema.report.c.outlet).where(schema.report.c.outlet.is_not(None)).distinct()
        with self._read() as connection:
            return tuple(sorted(connection.execute(query).scalars()))

    def entries(self) -> tuple[RowMapping, ...]:
        """Every write: who, when and why."""
        with self._read() as connection:
            return tuple(connection.execute(select(schema.entry).order_by(schema.entry.c.number)).mappings())

    def summary(self, codebook: Codebook) -> Summary:
        """The sums that `sayso show` prints."""
        with self._read() as connection:
            return summing.summary(connection, self.settings().name, codebook, self.unread())

    def happened(self) -> tuple[Happened, ...]:
        """The event matters that have an origin, with their times."""
        with self._read() as connection:
            return summing.happened(connection)

    def printed(self) -> tuple[Printed, ...]:
        """The reports by outlet and days of publication."""
        with self._read() as connection:
            return summing.printed(connection)

    def picture(self, codebook: Codebook, register: Mapping[str, Outlet] | Sequence[Outlet] = ()) -> Picture:
        """The whole case at this moment; `register` are the known outlets, of which the named ones are kept."""
        known = register.values() if isinstance(register, Mapping) else register
        reports, claims = self.reports(with_text=True), self.claims()
        named = {each.outlet for each in reports} | {hop.name for each in claims for hop in each.chain}
        return Picture(
            name=self.settings().name,
            codebook=codebook,
            reports=reports,
            claims=claims,
            matters=self.matters(),
            origins=self.origins(),
            ties=self.ties(),
            unread=self.unread(),
            decisions=self.decisions(),
            sources=tuple(sorted((each for each in known if each.name in named), key=lambda each: each.name)),
            protected=self.protected(),
        )
