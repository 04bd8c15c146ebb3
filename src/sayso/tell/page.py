"""The assessment as one HTML page: no network, no script, nothing that is not escaped."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sayso.tell.carried import in_page
from sayso.tell.chainart import MOST, chain_art, drawn
from sayso.tell.concluding import qualified
from sayso.tell.drawing import cut
from sayso.tell.evidence import evidence
from sayso.tell.explain_claim import why_not
from sayso.tell.findings import Finding, findings, heading, looks_for, origin_label, range_of, widest
from sayso.tell.index import Index, Row, counts
from sayso.tell.linking import claim_links, end_link, linked, listed, words
from sayso.tell.numbers import numbers
from sayso.tell.outlook import expected, falls_told, few_by_date, numbers_said
from sayso.tell.phrases import clean
from sayso.tell.places import located
from sayso.tell.scope import scope
from sayso.tell.timeline import ROWS, timeline
from sayso.tell.worldmap import world_map

#: So many claims stand with their passages on the page; the data at its end carries all. Sets the size of the file:
#: about 5 kB a claim.
CLAIMS_SHOWN = 1000

#: So many rows of a list are shown before the rest is only counted.
ROWS_SHOWN = 1000

#: So many findings are told in full, those with the widest base; about 4 kB each.
FINDINGS_SHOWN = 500

#: So many findings stand in the overview, which should be read at one sitting.
OVERVIEW = 30

#: So many ties are named under an origin of a finding.
_TIES = 6

#: With no more claims than this their passages stand open; with more a reader opens the ones wanted.
_OPEN = 40


@dataclass(frozen=True, slots=True)
class _Parts:
    """What is drawn before the page is put together."""

    evidences: dict[str, list[Markup]]
    arts: dict[str, Markup]
    loose: list[Markup]
    shown: frozenset[str]


def page(index: Index) -> str:
    """The whole page, made from the index alone."""
    known = numbers(index)
    style = (files("sayso.tell") / "templates" / "assessment.css").read_text("utf-8")
    environment = _environment()
    told = findings(index)
    every = [finding for _, group in told for finding in group]
    full = {finding.matter["id"] for finding in widest(every, FINDINGS_SHOWN)}
    parts = _parts(index, [finding for finding in every if finding.matter["id"] in full], environment)
    covered = scope(index)
    kept = {finding.matter["id"] for finding in widest(every, ROWS)}
    in_time = [finding for finding in every if finding.matter["id"] in kept]
    links = partial(claim_links, index, parts.shown, ROWS_SHOWN)
    return environment.get_template("assessment.html").render(
        sheet=index.sheet,
        told=told,
        all_findings=every,
        full=full,
        overview=widest(every, OVERVIEW),
        in_time=in_time,
        quarrels=[finding for finding in every if finding.matter["contradictions"]],
        cut=cut,
        scope=covered,
        timeline=timeline(index, in_time),
        map=world_map(index),
        located=located(index),
        style=Markup(style),
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        n=partial(linked, known),
        known=known,
        words=partial(words, known),
        claim_links=links,
        end_link=partial(end_link, index, parts.shown),
        listed=listed(known, covered.unit),
        shown=parts.shown,
        total_claims=len(index.claims),
        open=len(index.claims) <= _OPEN,
        rows_shown=ROWS_SHOWN,
        evidences=parts.evidences,
        arts=parts.arts,
        loose=parts.loose,
        data=Markup(in_page(index.sheet)),
        looks_for=looks_for(index),
        range_of=range_of,
        origin_label=partial(origin_label, index),
        origin_why=lambda id: index.origins[id]["why"] if id in index.origins else "",
        origin_claims=partial(_origin_claims, index),
        origin_ties=partial(_origin_ties, index),
        falls_told=falls_told(index),
        few=few_by_date(index),
        said=numbers_said,
        qualified=qualified,
        expected=expected,
        heading=lambda id: heading(index, index.matters[id]) if id in index.matters else id,
        sides_told=_sides_told(index),
    )


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("sayso.tell", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_told,
    )


def _told(value: Any) -> Any:
    """What a template prints: text without control characters, markup as it is."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else clean(value, line=False)


def _parts(index: Index, every: Sequence[Finding], environment: Environment) -> _Parts:
    """Claims with their words, each anchored once, and the drawings of their chains; the first so many."""
    template = environment.get_template("claim.html")
    anchored: set[str] = set()
    evidences: dict[str, list[Markup]] = {}
    arts: dict[str, Markup] = {}

    def card(id: str, note: str) -> Markup:
        first = id not in anchored
        anchored.add(id)
        return Markup(template.render(e=evidence(index, index.claims[id]), anchored=first, note=note))

    for finding in every:
        room = max(0, CLAIMS_SHOWN - len(anchored))
        shown = [c for at, c in enumerate(finding.claims) if at < room or c["id"] in anchored]
        standing = {claim["id"] for claim in finding.standing}
        notes = ("" if c["id"] in standing else why_not(c, finding.matter) for c in shown)
        cards = [card(claim["id"], note) for claim, note in zip(shown, notes, strict=True)]
        if len(shown) < len(finding.claims):
            cards.append(Markup("<p>{:,} of {:,} claims shown.</p>").format(len(shown), len(finding.claims)))
        evidences[finding.matter["id"]] = cards
        if len(shown) > 1 and (art := chain_art(finding.claims)):
            arts[finding.matter["id"]] = art + _undrawn(finding)
    rest = [id for id in index.claims if id not in index.matters_of]
    loose = [card(id, "counts for no matter") for id in rest[: max(0, CLAIMS_SHOWN - len(anchored))]]
    return _Parts(evidences, arts, loose, frozenset(anchored))


def _undrawn(finding: Finding) -> Markup:
    some, whole = drawn(finding.claims)
    return Markup("<p>{} of {:,} tellers drawn.</p>").format(some, whole) if whole > MOST else Markup("")


def _origin_claims(index: Index, id: str, among: Iterable[str]) -> list[str]:
    held = set(index.origins[id]["claims"]) if id in index.origins else set()
    return [claim for claim in among if claim in held]


def _origin_ties(index: Index, id: str, among: Iterable[str]) -> list[Row]:
    """The first ties that lead claims of a finding to an origin; the list of ties has all."""
    ids = _origin_claims(index, id, among)
    found = {tie["id"]: tie for each in ids for tie in index.ties_of.get(each, ()) if tie["from"] == each}
    return list(found.values())[:_TIES]


def _sides_told(index: Index) -> dict[str, str]:
    """Per outlet the sides of the first hops that it passed on, the most frequent first."""
    found: dict[str, Counter[str]] = {}
    for claim in index.sheet["claims"]:
        name = claim["chain"][-1]["name"]
        if name and counts(claim):
            found.setdefault(name, Counter())[claim["chain"][0]["side"]] += 1
    return {name: ", ".join(_often(sides)) for name, sides in found.items()}


def _often(sides: Counter[str]) -> list[str]:
    return sorted(sides, key=lambda side: (-sides[side], side))
