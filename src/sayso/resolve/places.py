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
from sayso.resolve.places_context import acts, cue_before, extent, owns, speaks
from sayso.resolve.places_unlisted import Run, named, place_of, unlisted
from sayso.resolve.places_words import AFTER, DISTANCES, MODIFIERS, SOIL, TRAILING


class Places(Protocol):
    """What this stage asks of a gazetteer."""

    def ranked(self, name: str, near: Collection[str] = ()) -> tuple[tuple[GazetteerEntry, int], ...]:
        """The places of that name, each with how it was found."""

    def adjectives(self) -> Mapping[str, str]:
        """Adjective of nationality → country code."""

    def countries(self) -> Mapping[str, str]:
        """Name of a country → its code."""

    def entry(self, ref: str) -> GazetteerEntry | None:
        """The place with that id."""


#: Marks of `ranked`: the name is also a common word; it was found by its consonants alone.
_COMMON, _SKELETON = 4, 2
_LONGEST = 5
#: Small words inside names: "Democratic Republic of the Congo", "Mocimboa da Praia", "Ayn al Arab".
_INSIDE = frozenset("of the de da do del la al el ar as ash ad an ez es and".split())
_NEVER = frozenset("the a i he she they it we you in on at of from to and but for by is was".split())
#: Beyond this many countries named in a text, a report speaks of the world, and naming a country proves little.
_MANY_COUNTRIES = 12


_WIDE = (Precision.COUNTRY, Precision.REGION)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What holds for a whole text: the words for countries, and the countries it is about."""

    text: str
    gazetteer: Places
    nations: Mapping[str, str]
    near: frozenset[str]

    @property
    def home(self) -> tuple[str, ...]:
        """The country that a place of the text lies in for want of better knowledge, where it speaks of one alone."""
        return tuple(self.near) if len(self.near) == 1 else ()

    @property
    def countries(self) -> Mapping[str, str]:
        """Name of a country → its code."""
        return self.gazetteer.countries()


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
    nations = {**gazetteer.adjectives(), **gazetteer.countries()}
    near = frozenset(context) | _mentioned(live, nations)
    out = _in_sentences(live, _Setting(text, gazetteer, nations, near))
    if any(isinstance(found, Unresolved) for found in out):
        seen = {gazetteer.entry(found.id) for found in out if isinstance(found, Place)}
        wider = near | {entry.country for entry in seen if entry is not None and entry.country is not None}
        out = out if wider == near else _in_sentences(live, _Setting(text, gazetteer, nations, frozenset(wider)))
    return tuple(out)


def _in_sentences(sentences: Iterable[Sentence], setting: _Setting) -> list[Place | Unresolved]:
    return [found for sentence in sentences for found in _in_sentence(sentence, setting)]


def _mentioned(sentences: Iterable[Sentence], nations: Mapping[str, str]) -> frozenset[str]:
    """The countries a text names, by name or adjective."""
    codes = {nations[token.text] for sentence in sentences for token in sentence.tokens if token.text in nations}
    return frozenset(codes) if len(codes) <= _MANY_COUNTRIES else frozenset()


def _in_sentence(sentence: Sentence, setting: _Setting) -> list[Place | Unresolved]:
    out: list[Place | Unresolved] = []
    title = is_title_case(sentence)
    at = 0
    before: tuple[int, str | None] = (-1, None)  # where the last name ended, and its role; none if it was refused
    while at < len(sentence.tokens):
        found, run = _next(sentence.tokens, at, setting, title=title)
        if run is not None:
            out.append(place_of(setting.text, sentence.tokens, run, setting.home))
            at, before = run.last, (run.last, run.role)
        elif found is None:
            at += 1
        else:
            result, before = _resolved(sentence.tokens, found, before, setting, title=title)
            if result is not None:
                _take(out, result, sentence)
            if isinstance(result, Unresolved) and not title:
                out.append(named(result.written, result.start, before[1] or "where", Precision.TOWN, setting.home))
            at = max(before[0], found.last)
    return out


def _next(tokens: Sequence[Token], at: int, setting: _Setting, *, title: bool) -> tuple[_Found | None, Run | None]:
    """What the gazetteer has at a token, or the place that only the words around a name make one."""
    found = _longest(tokens, at, setting)
    if title or (found is not None and extent(tokens, found.first, found.last) is not None):
        return found, None
    return found, unlisted(tokens, at, setting.nations)


def _take(out: list[Place | Unresolved], result: Place | Unresolved, sentence: Sentence) -> None:
    """Adds a place, in the stead of one that only said where it lies; one that only says how far off is left out."""
    if out and isinstance(out[-1], Place) and isinstance(result, Place):
        if _measures(sentence, out[-1], result):
            return
        if _owned(sentence, out[-1], result):
            out.pop()
    out.append(result)


def _owned(sentence: Sentence, outer: Place, inner: Place) -> bool:
    """Whether the first place only says where the second lies: "Cameroon's Far North"."""
    between = [token.lower for token in sentence.tokens if outer.end <= token.start < inner.start]
    return between == ["'s"]


def _measures(sentence: Sentence, near: Place, far: Place) -> bool:
    """Whether the second place only says how far off the first lies: "Qayyara, 40 miles south of Mosul"."""
    between = [token.lower for token in sentence.tokens if near.end <= token.start < far.start]
    return between[:1] == [","] and len(between) <= _LED_BY and not DISTANCES.isdisjoint(between)


#: Words between a place and the one that says how far off it lies, at most.
_LED_BY = 12


def _longest(tokens: Sequence[Token], at: int, setting: _Setting) -> _Found | None:
    if not is_capitalised(tokens[at]) or tokens[at].lower in _NEVER:
        return _soil(tokens, at, setting)
    last = at + 1
    while (
        last < len(tokens) and last - at < _LONGEST and (is_capitalised(tokens[last]) or tokens[last].text in _INSIDE)
    ):
        last += 1
    for end in range(last, at, -1):
        if not is_capitalised(tokens[end - 1]) or (end == at + 1 and _is_attribute(tokens[at], setting)):
            continue
        ranked = setting.gazetteer.ranked(setting.text[tokens[at].start : tokens[end - 1].end], setting.near)
        if ranked:
            return _with_noun(tokens, at, end, setting) or _Found(at, end, ranked)
    return _soil(tokens, at, setting)


def _with_noun(tokens: Sequence[Token], at: int, end: int, setting: _Setting) -> _Found | None:
    """The longer name with a small noun, where the gazetteer has it: "Luhansk region"."""
    if end >= len(tokens) or tokens[end].lower not in AFTER:
        return None
    ranked = setting.gazetteer.ranked(setting.text[tokens[at].start : tokens[end].end])
    return _Found(at, end + 1, ranked) if ranked else None


def _is_attribute(token: Token, setting: _Setting) -> bool:
    return (
        token.lower in MODIFIERS
        or token.lower in TRAILING
        or (token.text in setting.nations and token.text not in setting.countries)
    )


def _soil(tokens: Sequence[Token], at: int, setting: _Setting) -> _Found | None:
    """ "Turkish territory": the country by its adjective."""
    if at + 1 >= len(tokens) or tokens[at + 1].lower not in SOIL or tokens[at].text not in setting.nations:
        return None
    code = setting.nations[tokens[at].text]
    name = next((name for name, other in setting.countries.items() if other == code), "")
    ranked = tuple(pair for pair in setting.gazetteer.ranked(name) if pair[0].id == code)
    return _Found(at, at + 2, ranked) if ranked else None


def _resolved(
    tokens: Sequence[Token], found: _Found, before: tuple[int, str | None], setting: _Setting, *, title: bool
) -> tuple[Place | Unresolved | None, tuple[int, str | None]]:
    """What becomes of a name: a place, a reason, or nothing; with where it ends and the role for a list's next."""
    span = (found.first, found.last) if title else extent(tokens, found.first, found.last)
    if span is None:
        return None, (found.last, None)
    cue = cue_before(tokens, span[0], setting.nations)
    listed = cue.joint >= 0 and before[0] == cue.joint and not speaks(tokens, span[1])
    role = before[1] if listed else cue.role
    if cue.between and any(entry.precision in _WIDE for entry, _ in found.ranked):
        return None, (span[1], None)
    if cue.barred or (listed and role is None) or owns(tokens, span[1]) or (role is None and acts(tokens, span[1])):
        return None, (span[1], None)
    after = _country_after(tokens, span[1], setting)
    precision = cue.precision or (AFTER.get(tokens[span[1] - 1].lower, "") if span[1] > found.last else "")
    entry = chosen(found.ranked, cue.country or (after[0] if after else None), setting.near, precision)
    start, end = tokens[span[0]].start, tokens[span[1] - 1].end
    written = setting.text[start:end]
    if isinstance(entry, str):
        return (Unresolved(written, start, end, entry) if role is not None else None), (span[1], role)
    role = role or ("where" if _fills(tokens, span) else None)
    how = next(how for other, how in found.ranked if other.id == entry.id)
    if not _convinces(entry, how, role, setting.near, title=title):
        return None, (span[1], None)
    onward = after[1] if after and after[0] == entry.country and entry.precision not in _WIDE else span[1]
    role = role or "where"
    at = (entry.latitude, entry.longitude, entry.precision)
    place = Place(role, entry.name, entry.id, *at, written, start, end, entry.within)
    return place, (onward, role)


def _fills(tokens: Sequence[Token], span: tuple[int, int]) -> bool:
    """Whether a name is all its sentence says, as a label does: "Ansongo." """
    return span[0] == 0 and len(tokens) - span[1] <= 1


def _convinces(entry: GazetteerEntry, how: int, role: str | None, near: frozenset[str], *, title: bool) -> bool:
    """Whether a name is enough: a country needs a preposition, a common word as well, a small far town too."""
    if how & _COMMON and entry.country not in near:
        return False
    if role is not None:
        return not title or entry.country in near or entry.population >= FAMOUS
    if how & (_COMMON | _SKELETON) or entry.precision in _WIDE:
        return False
    return entry.country in near and (not title or entry.population >= FAMOUS)


def _country_after(tokens: Sequence[Token], end: int, setting: _Setting) -> tuple[str, int] | None:
    """The code of the country that follows a town after a comma, and where it ends: "Mosul, Iraq"."""
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return None
    for length in (3, 2, 1):
        if end + 1 + length <= len(tokens):
            name = setting.text[tokens[end + 1].start : tokens[end + length].end]
            if name in setting.countries:
                return setting.countries[name], end + 1 + length
    return None
