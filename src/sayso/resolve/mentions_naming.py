"""Which group an unnamed phrase speaks of, and who counts as an outsider in a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model.books import Group
from sayso.model.mention import Role
from sayso.model.span import Sentence
from sayso.resolve.mentions_draft import Draft, Tie
from sayso.resolve.mentions_nations import ADJECTIVES, COUNTRY_NAMES, NATIONS
from sayso.resolve.mentions_people import REGULARS
from sayso.resolve.mentions_words import LEAVERS

#: A group named at least this often, against the one named most, is a subject of the report beside it.
BESIDE = 0.5
#: A state's forces are named in passing in every report about those who fight them; they are the subject only if named
#: this much more often than the most named other group.
STATE_WEIGHT = 0.5
#: Stems of what members do to their own force; after a state's troops they make these the subject of the sentence.
_OWN_ACTS = ("desert", "defect", "mutin", "surrender", "refus", "abandon", "unpaid", "demoral")
_ACT_WITHIN = 4
_INSIDE = (Role.GROUP, Role.MEMBERS, Role.LEADER)
#: Bare words for regular soldiers: "soldiers fled" in a report that names an army.
_STATE_HEADS = REGULARS - frozenset("recruits recruit unit units forces brigade brigades personnel".split())


@dataclass(frozen=True, slots=True)
class Cast:
    """The groups of a report: the one it is about, those beside it, and which are states' forces."""

    focal: str | None
    beside: frozenset[str]
    states: frozenset[str]
    state_of: Mapping[str, str]  # country code → name of its forces
    home: tuple[str, ...]  # countries of the focal group
    army: str | None  # the state's forces named most
    coalition: str | None  # the coalition against the focal group, if the books know one


def cast_of(drafts: Iterable[Draft], groups: Sequence[Group]) -> Cast:
    """The cast of a report, by how often each group is named in it."""
    by_name = {group.name: group for group in groups}
    counts: Counter[str] = Counter()
    for draft in drafts:
        if draft.name is not None and draft.kind not in ("person", "country") and draft.role is not Role.DOCUMENT:
            counts[draft.name] += 1 if draft.sentence else 2  # what the first sentence names is what a report is about
    states = {name for name in counts if name in by_name and by_name[name].kind == "state"}
    states |= {name for name in counts if name.endswith(" armed forces")}
    weighed = {name: count * (STATE_WEIGHT if name in states else 1.0) for name, count in counts.items()}
    focal = max(weighed, key=lambda name: weighed[name]) if weighed else None  # the first named, of equals
    army = max((name for name in counts if name in states), key=lambda name: counts[name], default=None)
    top = weighed[focal] if focal is not None else 0.0
    beside = frozenset(
        name
        for name in weighed
        if name == focal or weighed[name] >= BESIDE * top or not _against(name, focal or "", by_name, states)
    )
    codes = {group.countries[0]: group.name for group in reversed(groups) if group.kind == "state" and group.countries}
    known = by_name.get(focal or "")
    foes = known.adversaries if known else ()
    seen = sorted(name for name in counts if "coalition" in name.lower())
    coalition = next((name for name in (*seen, *foes) if "coalition" in name.lower()), None)
    home = known.countries if known else ()
    return Cast(focal, beside, frozenset(states), codes, home, army, coalition)


def _against(name: str, focal: str, by_name: Mapping[str, Group], states: set[str]) -> bool:
    if (name in states) != (focal in states):
        return True
    one, other = by_name.get(name), by_name.get(focal)
    return (one is not None and focal in one.adversaries) or (other is not None and name in other.adversaries)


def state_name(adjective: str, state_of: Mapping[str, str]) -> str:
    """The name of a country's forces by its adjective."""
    code = ADJECTIVES.get(adjective) or COUNTRY_NAMES[adjective]
    nation = next(nation for nation in NATIONS if nation.code == code)
    return state_of.get(code) or f"{nation.adjectives[0]} armed forces"


def with_states(drafts: Iterable[Draft], sentences: Sequence[Sentence], groups: Sequence[Group]) -> list[Draft]:
    """The drafts with "Turkish troops" and the like named after the country's forces."""
    codes = {group.countries[0]: group.name for group in reversed(groups) if group.kind == "state" and group.countries}
    out = []
    for draft in drafts:
        if draft.tie is Tie.STATE and draft.name is None:
            words = (token.text for token in sentences[draft.sentence].tokens[draft.first : draft.head])
            adjective = next((word for word in words if word in ADJECTIVES or word in COUNTRY_NAMES), None)
            draft = replace(draft, name=state_name(adjective, codes)) if adjective else draft
        out.append(draft)
    return out


def with_names(drafts: Sequence[Draft], sentences: Sequence[Sentence], cast: Cast) -> list[Draft]:
    """The drafts, in text order, with the group that each unnamed phrase naturally speaks of."""
    out: list[Draft] = []
    for at, draft in enumerate(drafts):
        if draft.name is None and draft.kind == "noun":
            draft = replace(draft, name=_natural(draft, sentences, out, cast) or _explained(at, drafts, sentences))
        out.append(draft)
    return out


def _explained(at: int, drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> str | None:
    """The group named after "militias …, also known as"."""
    draft = drafts[at]
    if draft.role is not Role.GROUP or at + 1 >= len(drafts):
        return None
    after = drafts[at + 1]
    if after.sentence != draft.sentence or after.kind != "name" or after.first - draft.last > _EXPLAINED_WITHIN:
        return None
    words = [token.lower for token in sentences[draft.sentence].tokens[draft.last : after.first]]
    return after.name if {"known", "called", "named"} & set(words) else None


#: Tokens between a phrase and the name that explains it: "militias fighting there, also known as the".
_EXPLAINED_WITHIN = 8


def _natural(draft: Draft, sentences: Sequence[Sentence], before: Sequence[Draft], cast: Cast) -> str | None:
    tokens = sentences[draft.sentence].tokens
    words = {token.lower for token in tokens[draft.first : draft.head]}
    head = tokens[draft.head].lower
    if draft.tie is Tie.COALITION or head == "coalition":
        return cast.coalition
    if draft.tie is Tie.GOVERNMENT:
        return _government(before, cast)
    if draft.role not in (*_INSIDE, Role.FAMILY):
        return None
    if draft.tie is Tie.OWNER and words & {"its", "their", "his", "her"}:
        return _owner(draft, before, cast, its="its" in words)
    if head in ("army", "military") or words & {"army", "military"} or (draft.tie is Tie.NONE and head in _STATE_HEADS):
        return _last(before, cast.states) or cast.army or cast.focal
    if head == "junta":
        return _last(before, cast.states) or cast.army
    alike = _last_called(before, head) if draft.role is Role.GROUP else None
    if alike is not None:
        return alike
    if draft.tie is Tie.OWNER and any(token.lower == "rival" for token in tokens[draft.head : draft.last]):
        return _other(before, cast)
    if head in LEAVERS and draft.tie is Tie.NONE:
        return next((o.name for o in reversed(before) if o.sentence == draft.sentence and o.name), cast.focal)
    if head == "militia" or "militia" in words:
        return _last_militia(before, sentences) or cast.focal
    if draft.plural and draft.role is Role.GROUP and draft.tie in (Tie.NONE, Tie.OWNER) and head != "forces":
        return None
    return _last(before, cast.beside, but=_foreign(cast)) or cast.focal


def _last_called(before: Sequence[Draft], head: str) -> str | None:
    """The group last named whose name ends with the noun: "the front" after "Harun Front"."""
    return next((d.name for d in reversed(before) if d.name is not None and d.name.lower().endswith(f" {head}")), None)


def _other(before: Sequence[Draft], cast: Cast) -> str | None:
    """The group that the one last named is a rival of."""
    last = _last(before, cast.beside)
    return next((d.name for d in reversed(before) if d.name in cast.beside and d.name != last), last)


def _last_militia(before: Sequence[Draft], sentences: Sequence[Sentence]) -> str | None:
    for draft in reversed(before):
        tokens = sentences[draft.sentence].tokens[draft.first : draft.last]
        if draft.name is not None and any(token.lower in ("militia", "militias") for token in tokens):
            return draft.name
    return None


def _foreign(cast: Cast) -> frozenset[str]:
    return frozenset() if cast.focal in cast.states else cast.states


def _is_people(draft: Draft) -> bool:
    return draft.kind == "noun" and draft.plural


def _owner(draft: Draft, before: Sequence[Draft], cast: Cast, *, its: bool) -> str | None:
    """The group behind "its" or "their": one named in this sentence, bodies before people, else in the text before."""
    near = [
        other
        for other in reversed(before)
        if other.sentence == draft.sentence
        and other.role in (*_INSIDE, Role.OUTSIDER)
        and other.name is not None
        and other.kind not in ("country", "person")
    ]
    bodies = [other for other in near if other.role in (Role.GROUP, Role.OUTSIDER) and not _is_people(other)]
    chosen = next(iter(bodies if its else near), None) or next(iter(near), None)
    if chosen is not None:
        return chosen.name
    return _last(before, cast.beside) or cast.focal


def _government(before: Sequence[Draft], cast: Cast) -> str | None:
    last = _last(before, cast.states)
    return last or next((cast.state_of[code] for code in cast.home if code in cast.state_of), None)


def _last(before: Sequence[Draft], among: frozenset[str] | None, but: frozenset[str] = frozenset()) -> str | None:
    """The group last spoken of, among some."""
    for draft in reversed(before):
        if draft.name is None or draft.role not in (*_INSIDE, Role.OUTSIDER) or draft.kind in ("person", "country"):
            continue
        if (among is None or draft.name in among) and draft.name not in but:
            return draft.name
    return None


def with_roles(drafts: Iterable[Draft], sentences: Sequence[Sentence], cast: Cast) -> list[Draft]:
    """The drafts with those of other sides made outsiders."""
    return [
        replace(draft, role=Role.OUTSIDER) if _is_outside(draft, sentences[draft.sentence], cast) else draft
        for draft in drafts
    ]


def _is_outside(draft: Draft, sentence: Sentence, cast: Cast) -> bool:
    if draft.role not in _INSIDE or draft.name in cast.beside:
        return False
    if draft.name is None:
        if draft.role is Role.GROUP and draft.plural:
            words = {token.lower for token in sentence.tokens[draft.first : draft.head]}
            return bool(words & {"other", "rival", "opposing", "allied"})
        return draft.tie in (Tie.GOVERNMENT, Tie.COALITION) and cast.focal not in (None, *cast.states)
    after = sentence.tokens[draft.last : draft.last + _ACT_WITHIN]
    return not any(token.lower.startswith(_OWN_ACTS) for token in after)
