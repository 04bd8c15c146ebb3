"""Places: the names of places in a report, with role, coordinates and precision, or why one could not be resolved."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sayso.model.books import GazetteerEntry
from sayso.model.slots import Place, Precision, Unresolved
from sayso.model.span import Sentence, Token
from sayso.resolve.mentions_draft import is_capitalised, is_title_case
from sayso.resolve.places_choice import FAMOUS, chosen
from sayso.resolve.places_context import Cue, acts, cue_before, extent


class Places(Protocol):
    """What this stage asks of a gazetteer."""

    def ranked(self, name: str, near: Collection[str] = ()) -> tuple[tuple[GazetteerEntry, int], ...]:
        """The places of that name, each with how it was found."""

    def adjectives(self) -> Mapping[str, str]:
        """Adjective of nationality → country code."""


#: Marks of `ranked`: the name is also a common word; it was found by its consonants alone.
_COMMON, _SKELETON = 4, 2
_LONGEST = 5
#: Small words inside names: "Democratic Republic of the Congo", "Mocimboa da Praia", "Ayn al Arab".
_INSIDE = frozenset("of the de da do del la al el ar as ash ad an ez es and".split())
_NEVER = frozenset("the a i he she they it we you in on at of from to and but for by is was".split())
#: Beyond this many countries named in a text, a report speaks of the world, and naming a country proves little.
_MANY_COUNTRIES = 12


@dataclass(frozen=True, slots=True)
class _Found:
    first: int
    last: int
    ranked: tuple[tuple[GazetteerEntry, int], ...]


def places(
    text: str, sentences: Sequence[Sentence], gazetteer: Places, context: Iterable[str] = ()
) -> tuple[Place | Unresolved, ...]:
    """The places a report names as places, in text order; `context` are codes of countries it is known to be about."""
    live = [sentence for sentence in sentences if not sentence.debris]
    near = frozenset(context) | _mentioned(live, gazetteer)
    out: list[Place | Unresolved] = []
    for sentence in live:
        out.extend(_in_sentence(text, sentence, gazetteer, near))
    return tuple(out)


def _mentioned(sentences: Iterable[Sentence], gazetteer: Places) -> frozenset[str]:
    """The countries a text names, by name or adjective."""
    adjectives = gazetteer.adjectives()
    codes: set[str] = set()
    for sentence in sentences:
        for token in sentence.tokens:
            if not token.text[0].isupper():
                continue
            if token.text in adjectives:
                codes.add(adjectives[token.text])
            else:
                codes.update(
                    entry.country
                    for entry, _ in gazetteer.ranked(token.text)
                    if entry.precision is Precision.COUNTRY and entry.country
                )
    return frozenset(codes) if len(codes) <= _MANY_COUNTRIES else frozenset()


def _in_sentence(
    text: str, sentence: Sentence, gazetteer: Places, near: frozenset[str]
) -> list[Place | Unresolved]:
    tokens, out = sentence.tokens, []
    title = is_title_case(sentence)
    at, before = 0, None  # what came of the last name: (end token, role) of a place, (end token, None) of a refusal
    while at < len(tokens):
        found = _longest(text, tokens, at, gazetteer, near)
        if found is None:
            at += 1
            continue
        result, before = _resolved(text, tokens, found, before, (gazetteer, near, title))
        if result is not None:
            out.append(result)
        at = before[0]
    return out


def _longest(
    text: str, tokens: Sequence[Token], at: int, gazetteer: Places, near: frozenset[str]
) -> _Found | None:
    if not is_capitalised(tokens[at]) or tokens[at].lower in _NEVER:
        return None
    last = at + 1
    while last < len(tokens) and last - at < _LONGEST and (is_capitalised(tokens[last]) or tokens[last].text in _INSIDE):
        last += 1
    for end in range(last, at, -1):
        if not is_capitalised(tokens[end - 1]):
            continue
        ranked = gazetteer.ranked(text[tokens[at].start : tokens[end - 1].end], near)
        if ranked:
            return _Found(at, end, ranked)
    return None


def _resolved(
    text: str,
    tokens: Sequence[Token],
    found: _Found,
    before: tuple[int, str | None] | None,
    setting: tuple[Places, frozenset[str], bool],
) -> tuple[Place | Unresolved | None, tuple[int, str | None]]:
    """What becomes of a name: a place, a reason, or nothing; and where to go on, with the role for a list's next."""
    gazetteer, near, title = setting
    span = (found.first, found.last) if title else extent(tokens, found.first, found.last)
    if span is None:
        return None, (found.last, None)
    cue = cue_before(tokens, span[0], gazetteer.adjectives())
    inherited = before is not None and cue.joint and before[0] == span[0] - 1
    role = cue.role or (before[1] if inherited and before is not None else None)
    if cue.barred or (inherited and role is None) or (role is None and acts(tokens, span[1])):
        return None, (span[1], None)
    explicit = cue.country or _country_after(text, tokens, span[1], gazetteer)
    precision = cue.precision or _precision_after(tokens, found.last, span[1])
    entry = chosen(found.ranked, explicit, near, precision)
    written = text[tokens[span[0]].start : tokens[span[1] - 1].end]
    start, end = tokens[span[0]].start, tokens[span[1] - 1].end
    if isinstance(entry, str):
        reason = Unresolved(written, start, end, entry) if role is not None else None
        return reason, (span[1], role)
    if not _convinces(entry, dict_how(found, entry), role, near, title):
        return None, (span[1], None)
    onward = _past_country(text, tokens, span[1], gazetteer, entry)
    place = Place(
        role or "where", entry.name, entry.id, entry.latitude, entry.longitude, entry.precision, written, start, end
    )
    return place, (onward, role or "where")


def dict_how(found: _Found, entry: GazetteerEntry) -> int:
    """How the chosen place was found."""
    return next(how for other, how in found.ranked if other.id == entry.id)


def _convinces(entry: GazetteerEntry, how: int, role: str | None, near: frozenset[str], title: bool) -> bool:
    """Whether a name is enough: a country needs a preposition, a common word as well, a small far town too."""
    if role is not None:
        return not title or entry.country in near or entry.population >= FAMOUS
    if how & (_COMMON | _SKELETON) or entry.precision in (Precision.COUNTRY, Precision.REGION):
        return False
    return entry.country in near and (not title or entry.population >= FAMOUS)


def _precision_after(tokens: Sequence[Token], last: int, end: int) -> str:
    from sayso.resolve.places_words import AFTER

    return AFTER.get(tokens[end - 1].lower, "") if end > last else ""


def _country_after(text: str, tokens: Sequence[Token], end: int, gazetteer: Places) -> str | None:
    """The code of the country that follows a town after a comma: "Mosul, Iraq"."""
    if end + 1 >= len(tokens) or tokens[end].text != "," or not tokens[end + 1].text[0].isupper():
        return None
    for length in (3, 2, 1):
        if end + 1 + length <= len(tokens):
            name = text[tokens[end + 1].start : tokens[end + length].end]
            for entry, _ in gazetteer.ranked(name):
                if entry.precision is Precision.COUNTRY:
                    return entry.country
    return None


def _past_country(
    text: str, tokens: Sequence[Token], end: int, gazetteer: Places, entry: GazetteerEntry
) -> int:
    """Where to go on after a place: past its country, which adds nothing to it."""
    wide = entry.precision in (Precision.COUNTRY, Precision.REGION)
    if wide or _country_after(text, tokens, end, gazetteer) != entry.country or entry.country is None:
        return end
    for length in (3, 2, 1):
        if end + 1 + length <= len(tokens):
            name = text[tokens[end + 1].start : tokens[end + length].end]
            if any(other.id == entry.country for other, _ in gazetteer.ranked(name)):
                return end + 1 + length
    return end
