"""Links inside a page: from every number to what it counts, from every id to where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from sayso.model.month import only_year
from sayso.tell.index import Index
from sayso.tell.numbers import Number
from sayso.tell.periods import UNDATED
from sayso.tell.phrases import clean

#: So much of a claim's id is shown where the whole would drown the sentence; the link has the whole.
_SHORT = 7

#: Parts after the kind in the id of a count of claims by period: code, period and an empty end. Other counts of claims
#: lead to the findings.
_WITH_PERIOD = 3

#: Numbers of a matter that count what stands under it as claims; the others count origins.
_OF_CLAIMS = ("reports", "outlets", "claims", "standing", "accepted", "next:claims")

#: Sections of a page that answer for a kind of number.
_SECTIONS = {
    "reports": "reports",
    "language": "reports",
    "outlets": "sources",
    "outlet": "sources",
    "unread": "unread",
    "origins": "origins",
    "ties": "ties",
    "contradictions": "contradictions",
    "events": "trends",
    "active": "trends",
}


def anchor(id: str) -> str:
    """Where on the page what a number counts is shown."""
    head, _, rest = id.partition(":")
    if head != "n":
        if head.startswith("o"):
            return head
        return f"{head}-claims" if rest in _OF_CLAIMS else f"{head}-origins"
    kind, _, of = rest.partition(":")
    if kind == "matters" or (kind == "claims" and ":" not in of and of != "accepted"):
        return f"i-{of}" if of else "findings"
    return _SECTIONS.get(kind, id)


def linked(known: dict[str, Number], id: str) -> Markup:
    """A number by its id, as a link."""
    number = known[clean(id)]
    return _link(f"{number.value:,}", number)


def words(known: dict[str, Number], told: Iterable[tuple[str, str | None]]) -> Markup:
    """Words with their numbers as links."""
    return Markup("").join(_link(text, known[id]) if id else escape(clean(text)) for text, id in told)


def _link(text: str, number: Number) -> Markup:
    link = '<a class="n" href="#{}" data-n="{}" title="{} ({})">{}</a>'
    return Markup(link).format(anchor(number.id), number.id, clean(number.says), number.id, text)


def claim_links(index: Index, shown: frozenset[str], most: int, ids: Sequence[str]) -> Markup:
    """Links to claims; ids of claims that the page does not show stay plain."""
    links = [_claim_link(index, shown, id) for id in ids[:most]]
    if len(ids) > most:
        links.append(Markup("{:,} of {:,} shown").format(most, len(ids)))
    return Markup(" ").join(links)


def _claim_link(index: Index, shown: frozenset[str], id: str) -> Markup:
    if id not in shown:
        return Markup('<span class="id">{}</span>').format(id)
    claim = index.claims[id]
    title = f"{claim['path']}: {claim['quote']}"
    return Markup('<a class="id" href="#{}" title="{}">{}</a>').format(id, clean(title), id[:_SHORT])


def end_link(index: Index, shown: frozenset[str], id: str) -> Markup:
    """A link to the end of a tie: a claim or a report."""
    if id in index.reports:
        row = index.reports[id]
        return Markup('<a href="#{}"><bdi>{}</bdi></a>').format(id, clean(row["outlet"] or row["path"]))
    claim = index.claims.get(id)
    name = clean(str(claim["chain"][-1]["name"] or claim["path"])) if claim else ""
    return Markup("<bdi>{}</bdi> {}").format(name, _claim_link(index, shown, id))


def listed(known: dict[str, Number], unit: str) -> list[tuple[str, Sequence[str]]]:
    """The numbers whose claims the page lists by id: of claims, in the page's own periods, and of places."""
    found: list[tuple[str, Sequence[str]]] = []
    for number in known.values():
        _, kind, *rest = [*number.id.split(":"), ""]
        if not number.id.startswith("n:") or kind not in ("claims", "place", "unplaced", "unlocated"):
            continue
        by_period = len(rest) == _WITH_PERIOD and (rest[1] == UNDATED or _is(unit, rest[1]))
        if kind != "claims" or by_period or rest[0] == "accepted":
            found.append((number.id, number.of))
    return found


def _is(unit: str, period: str) -> bool:
    if only_year(period):
        return unit != "year"
    if unit == "quarter":
        return "Q" in period
    return "Q" not in period and ("-" in period) == (unit == "month")
