"""The claims that count, as linking keeps them: where each stands, whose say-so it is, its matter and origin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, update

from sayso.store.chunking import chunks
from sayso.store.index_tables import breath, cites, maybe, standing
from sayso.store.schema import linked


class Stands(NamedTuple):
    """One claim as it is kept; `slots` and `teller` are JSON, `root` is "" until it is traced."""

    claim: str
    report: int
    block: str
    slots: str
    loose: bool
    sentence: str
    voice: str
    teller: str
    root: str = ""


_COLUMNS = tuple(standing.c[name] for name in Stands._fields)


class Standing:
    """The rows of claims that count."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _rows(self, query: Select[Any]) -> Iterator[Stands]:
        for row in self._connection.execute(query):
            yield Stands(*row)

    def of_reports(self, reports: Iterable[int], *, loose: bool = False) -> list[Stands]:
        """The claims of some reports; only those that leave out a slot where these are asked for."""
        found: list[Stands] = []
        for some in chunks(reports):
            query = select(*_COLUMNS).where(standing.c.report.in_(some))
            found += self._rows(query.where(standing.c.loose) if loose else query)
        return found

    def of_claims(self, claims: Iterable[str]) -> dict[str, Stands]:
        """The claims of these ids that count."""
        found: dict[str, Stands] = {}
        for some in chunks(claims):
            found.update((each.claim, each) for each in self._rows(select(*_COLUMNS).where(standing.c.claim.in_(some))))
        return found

    def in_block(self, block: str) -> list[tuple[str, str, str | None]]:
        """Each claim of a block with its slots and its matter."""
        query = select(standing.c.claim, standing.c.slots, linked.c.matter)
        joined = query.outerjoin(linked, linked.c.claim == standing.c.claim).where(standing.c.block == block)
        return [(claim, slots, matter) for claim, slots, matter in self._connection.execute(joined).all()]

    def with_sentences(self, sentences: Iterable[str]) -> dict[str, list[tuple[str, int]]]:
        """For each sentence the claims that stand in it, with their reports, least ids first."""
        found: dict[str, list[tuple[str, int]]] = {}
        for some in chunks(sentences):
            query = select(standing.c.sentence, standing.c.claim, standing.c.report)
            for row in self._connection.execute(query.where(standing.c.sentence.in_(some)).order_by(standing.c.claim)):
                found.setdefault(row[0], []).append((row[1], row[2]))
        return found

    def traced(self, roots: Sequence[str]) -> Iterator[tuple[str, str, int, str, str, str | None]]:
        """Root, claim, report, voice, teller and present origin of the claims traced to some voices, by root and id."""
        columns = (standing.c.root, standing.c.claim, standing.c.report, standing.c.voice, standing.c.teller,
                   linked.c.origin)  # fmt: skip
        query = select(*columns).outerjoin(linked, linked.c.claim == standing.c.claim)
        query = query.order_by(standing.c.root, standing.c.claim)
        for some in chunks(roots):
            for row in self._connection.execute(query.where(standing.c.root.in_(some))):
                yield (row[0], row[1], row[2], row[3], row[4], row[5])

    def put(self, rows: Iterable[Stands]) -> None:
        """These claims count, as they are given."""
        for some in chunks(rows, 5000):
            self._connection.execute(insert(standing).prefix_with("OR REPLACE"), [each._asdict() for each in some])

    def drop(self, claims: Sequence[str]) -> None:
        """These claims no longer count."""
        for some in chunks(claims):
            for table in (standing, linked, cites, breath, maybe):
                self._connection.execute(delete(table).where(table.c.claim.in_(some)))

    def set_roots(self, roots: Mapping[str, str]) -> None:
        """The claims are traced to these voices."""
        query = update(standing).where(standing.c.claim == bindparam("at")).values(root=bindparam("to"))
        for some in chunks(roots.items(), 5000):
            self._connection.execute(query, [{"at": claim, "to": root} for claim, root in some])

    def homes(self, claims: Iterable[str]) -> dict[str, str]:
        """The matter of each claim that has one."""
        return {claim: matter for claim, (matter, _) in self.places(claims).items() if matter}

    def origins(self, claims: Iterable[str]) -> dict[str, str]:
        """The origin of each claim that has one."""
        return {claim: origin for claim, (_, origin) in self.places(claims).items() if origin}

    def places(self, claims: Iterable[str]) -> dict[str, tuple[str | None, str]]:
        """Matter and origin of some claims."""
        found: dict[str, tuple[str | None, str]] = {}
        for some in chunks(claims):
            query = select(linked.c.claim, linked.c.matter, linked.c.origin).where(linked.c.claim.in_(some))
            found.update((row[0], (row[1], row[2])) for row in self._connection.execute(query))
        return found

    def put_homes(self, homes: Mapping[str, str]) -> None:
        """The claims are about these matters."""
        known = self.places(homes)
        query = update(linked).where(linked.c.claim == bindparam("at")).values(matter=bindparam("to"))
        for some in chunks(homes.items(), 5000):
            moved = [{"at": c, "to": m} for c, m in some if c in known and known[c][0] != m]
            fresh = [{"claim": c, "matter": m, "origin": "", "seen": ""} for c, m in some if c not in known]
            if moved:
                self._connection.execute(query, moved)
            if fresh:
                self._connection.execute(insert(linked), fresh)

    def put_origins(self, origins: Mapping[str, str]) -> None:
        """The claims have these origins."""
        query = update(linked).where(linked.c.claim == bindparam("at")).values(origin=bindparam("to"))
        for some in chunks(origins.items(), 5000):
            self._connection.execute(query, [{"at": claim, "to": origin} for claim, origin in some])

    def put_seen(self, seen: Mapping[str, str]) -> None:
        """What was seen of the hops of these claims, as text."""
        known: dict[str, str] = {}
        for some in chunks(seen):
            query = select(linked.c.claim, linked.c.seen).where(linked.c.claim.in_(some))
            known.update((row[0], row[1]) for row in self._connection.execute(query))
        change = update(linked).where(linked.c.claim == bindparam("at")).values(seen=bindparam("to"))
        for made in chunks(((claim, text) for claim, text in seen.items() if known.get(claim) != text), 5000):
            self._connection.execute(change, [{"at": claim, "to": text} for claim, text in made])

    def put_names(self, outlets: Iterable[tuple[str, str]], breaths: Iterable[tuple[str, str]]) -> None:
        """Claims name these outlets, by key and claim, and are told in one breath with these claims."""
        for some in chunks(sorted(set(outlets)), 5000):
            self._connection.execute(insert(cites), [{"outlet": key, "claim": claim} for key, claim in some])
        both = {pair for one, other in breaths for pair in ((one, other), (other, one))}
        for some in chunks(sorted(both), 5000):
            rows = [{"claim": one, "other": other} for one, other in some]
            self._connection.execute(insert(breath).prefix_with("OR REPLACE"), rows)

    def drop_names(self, claims: Iterable[str]) -> None:
        """The claims name no outlet and are told in no breath."""
        for some in chunks(claims):
            self._connection.execute(delete(cites).where(cites.c.claim.in_(some)))
            self._connection.execute(delete(breath).where(breath.c.claim.in_(some) | breath.c.other.in_(some)))

    def naming(self, outlets: Iterable[str]) -> dict[str, list[str]]:
        """The claims that name each outlet."""
        found: dict[str, list[str]] = {}
        for some in chunks(outlets):
            for row in self._connection.execute(select(cites).where(cites.c.outlet.in_(some)).order_by(cites.c.claim)):
                found.setdefault(row.outlet, []).append(row.claim)
        return found

    def breaths(self, claims: Iterable[str]) -> list[tuple[str, str]]:
        """The pairs told in one breath whose first is one of these claims."""
        found: list[tuple[str, str]] = []
        for some in chunks(claims):
            query = select(breath.c.claim, breath.c.other).where(breath.c.claim.in_(some))
            found += [(row[0], row[1]) for row in self._connection.execute(query)]
        return found
