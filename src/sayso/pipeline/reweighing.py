"""Matters tied and weighed anew, in lots, and written where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from sayso.link.citing import cited_dependences, seen_of
from sayso.link.linking import Tied, tied_in
from sayso.link.matters import shown
from sayso.link.mentioning import mentioned
from sayso.link.related import MOST_RELATED, related, shelf_of, topic_of
from sayso.link.retelling import Retellings
from sayso.link.sharing import Sharing
from sayso.link.wording import Wordings
from sayso.link.wordties import Desk, dependences_of
from sayso.model.binding import Bound, Dependence, Gathering
from sayso.model.finding import Matter, Tie
from sayso.pipeline.holding import Held
from sayso.pipeline.regathering import gathering_of
from sayso.pipeline.standings import knot_of, led_to, outlets_named, topic_text
from sayso.store.chunking import chunks
from sayso.store.knots import Knot
from sayso.store.rows import of_seen
from sayso.weigh.weighing import Scales, matter_of, roots_in, scales_of, weigh_one

#: Matters worked on at once; bounds what is at hand.
_AT_ONCE = 200

Topics = dict[str, dict[tuple[str, str], tuple[str, ...]]]


@dataclass(slots=True)
class Weighing:
    """What weighing anew needs and gathers: matters with other claims (`fresh`), least matters of topics before any
    changed, knots as they were, voices that gained or lost claims, ties whose aim may have moved."""

    held: Held
    fresh: Mapping[str, Gathering]
    topics: Topics = field(default_factory=dict)
    before: dict[str, Knot] = field(default_factory=dict)
    stale: set[str] = field(default_factory=set)
    aimed: set[str] = field(default_factory=set)

    def lots(self, matters: Iterable[str]) -> Iterator[list[Gathering]]:
        """The matters in lots, all their claims at hand, each with the slots it is shown by."""
        for some in chunks(sorted(matters), _AT_ONCE):
            kept = self.held.index.derived.matters(id for id in some if id not in self.fresh)
            found = [
                self.fresh[id] if id in self.fresh else gathering_of(kept[id])
                for id in some
                if id in self.fresh or id in kept
            ]
            self.held.take_claims(claim for each in found for claim in (*each.claims, *each.possible))
            yield [shown(each, self.held.claims) for each in found]
            self.held.lighten()

    def tie(self, matters: Iterable[str]) -> None:
        """Ties the matters anew, and traces their claims."""
        for lot in self.lots(matters):
            desk = self._desk(lot)
            tied = {each.id: tied_in(each, desk, self.held.shelf()) for each in lot}
            self._put_ties(tied)
            self._put_knots(lot)
            self._trace(lot, tied)

    def _desk(self, lot: Sequence[Gathering]) -> Desk:
        held = self.held
        reports = {held.claims[claim].report for each in lot for claim in (*each.claims, *each.possible)}
        facts = held.facts(reports)
        weights = held.books.weights
        retellings = Retellings(held.reports, weights.common)
        return Desk(Wordings(held.claims, held.reports), Sharing(facts), weights, held.claims, retellings)

    def _put_ties(self, tied: Mapping[str, Tied]) -> None:
        knots, derived, out = self.held.index.knots, self.held.index.derived, self.held.ruled.rejected
        before = {tie for found in knots.tied(tied).values() for tie in found}
        made = {id: led_to(each.dependences) for id, each in tied.items()}
        knots.put_tied(made)
        now = {tie for found in made.values() for tie in found}
        by_words = {tie.id: tie for each in tied.values() for tie in each.ties}
        self.aimed |= (before | now) - by_words.keys()
        lost = before - now
        derived.drop_ties(lost - knots.leading(lost).keys() - knots.naming(lost).keys())
        derived.put_ties(tie for id, tie in sorted(by_words.items()) if id not in out)
        derived.drop_ties(by_words.keys() & out)

    def _put_knots(self, lot: Sequence[Gathering]) -> None:
        made = [knot_of(each, self.held.claims) for each in lot]
        knots = self.held.index.knots
        old = knots.of(each.matter for each in made)
        self.before.update((id, each) for id, each in old.items() if id not in self.before)
        self.remember({each.topic for each in chain(made, old.values())})
        knots.put(each for each in made if old.get(each.matter) != each)

    def remember(self, topics: Iterable[str]) -> None:
        """The least matters of topics are kept in mind, as they are before any of theirs changes."""
        for topic in sorted(set(topics) - self.topics.keys()):
            self.topics[topic] = self.least(topic)

    def least(self, topic: str) -> dict[tuple[str, str], tuple[str, ...]]:
        """The least matters of each kind and stage of an indicator and actor."""
        found = self.held.index.knots.least(topic, MOST_RELATED)
        return {(kind, stage): ids for shelf, ids in found.items() for kind, _, stage in [shelf.partition("|")]}

    def _trace(self, lot: Sequence[Gathering], tied: Mapping[str, Tied]) -> None:
        """The voices that the claims of the lot are traced to are kept; those that changed are stale."""
        out = self.held.ruled.rejected
        by_matter = {id: tuple(d for d in each.dependences if d.tie not in out) for id, each in tied.items()}
        scales = self._scales(lot, by_matter)
        roots = {c: root for each in lot for c, root in roots_in(weigh_one(each, scales), self.held.voices).items()}
        rows = self.held.index.standing.of_claims(sorted(roots))
        moved = {claim: root for claim, root in roots.items() if rows[claim].root != root}
        self.stale |= {rows[claim].root for claim in moved} - {""}
        self.stale |= set(moved.values())
        self.held.index.standing.set_roots(moved)

    def _scales(self, lot: Sequence[Gathering], by_matter: Mapping[str, tuple[Dependence, ...]]) -> Scales:
        held = self.held
        ids = {claim for each in lot for claim in (*each.claims, *each.possible)}
        claims = [held.claims[claim] for claim in sorted(ids)]
        voices = {claim: held.voices[claim] for claim in ids}
        ruled = held.ruled.decided("same origin"), held.ruled.decided("not the same origin")
        bound = Bound((), (), voices, dict(by_matter), {}, *ruled)
        return scales_of(bound, list(held.reports.values()), claims, held.books.codebook)

    def weigh(self, matters: Iterable[str]) -> None:
        """Weighs the matters anew and writes them, not yet held against others."""
        least: Topics = {}
        for lot in self.lots(matters):
            scales = self._scales(lot, self._dependences(lot))
            origin_of = self.held.index.standing.origins(sorted(scales.claims))
            told = self.told(lot)
            made = []
            for each in lot:
                topic = topic_text(topic_of(each))
                if topic not in least:
                    least[topic] = self.least(topic)
                whole = replace(each, related=related(shelf_of(each), least[topic], told.get(each.id, ())))
                made.append(matter_of(weigh_one(whole, scales), scales, origin_of))
            self.held.index.derived.put_matters(made)
            self.see([each for each in lot if each.id in self.fresh])

    def told(self, matters: Iterable[Gathering | Matter]) -> dict[str, set[str]]:
        """For matters, those with claims told in one breath with theirs."""
        home = {claim: each.id for each in matters for claim in each.claims}
        standing = self.held.index.standing
        pairs = standing.breaths(sorted(home))
        there = standing.homes({other for _, other in pairs})
        found: dict[str, set[str]] = {}
        for claim, other in pairs:
            if other in there and there[other] != home[claim]:
                found.setdefault(home[claim], set()).add(there[other])
        return found

    def relate(self, matters: Iterable[str]) -> None:
        """These matters list those that are now related to them; nothing else of them changes."""
        least: Topics = {}
        for some in chunks(sorted(matters), _AT_ONCE):
            found = self.held.index.derived.matters(some)
            told = self.told(found.values())
            made = {}
            for id, each in found.items():
                topic = topic_text(topic_of(gathering_of(each)))
                if topic not in least:
                    least[topic] = self.least(topic)
                made[id] = related(shelf_of(gathering_of(each)), least[topic], told.get(id, ()))
            self.held.index.derived.put_matters(
                replace(each, related=made[id]) for id, each in found.items() if each.related != made[id]
            )

    def _dependences(self, lot: Sequence[Gathering]) -> dict[str, tuple[Dependence, ...]]:
        """Who rests on whom within the matters, read from the ties that stand."""
        index, out = self.held.index, self.held.ruled.rejected
        tied = index.knots.tied(each.id for each in lot)
        ties: dict[str, Tie] = index.derived.ties(sorted({tie for found in tied.values() for tie in found}))
        shelf, made = self.held.shelf(), {}
        for each in lot:
            words = [ties[t] for t in tied.get(each.id, ()) if t in ties and ties[t].type.value not in _NAMED]
            found = [
                *cited_dependences(each, self.held.claims, shelf),
                *(d for _, rests in mentioned(each, self.held.claims, shelf) for d in rests),
                *(d for tie in words for d in dependences_of(tie)),
            ]
            ordered = sorted(found, key=lambda d: (d.child, d.parent, d.tie))
            made[each.id] = tuple(d for d in ordered if d.tie not in out)
        return made

    def see(self, lot: Sequence[Gathering]) -> None:
        """What is seen of the hops of the claims of these matters is written."""
        held = self.held
        claims = [held.claims[claim] for each in lot for claim in each.claims]
        shelf = held.shelf(key for claim in claims for key in outlets_named(claim, held.names))
        on: dict[str, frozenset[str]] = {}
        for each in lot:
            reports = frozenset(held.claims[claim].report for claim in (*each.claims, *each.possible))
            on.update(dict.fromkeys(each.claims, reports))
        seen: dict[str, dict[int, str]] = {}
        for (claim, hop), state in seen_of(claims, shelf, on).items():
            seen.setdefault(claim, {})[hop] = state
        held.index.standing.put_seen({claim: of_seen(found) for claim, found in seen.items()})


_NAMED = frozenset({"citation", "credit"})
