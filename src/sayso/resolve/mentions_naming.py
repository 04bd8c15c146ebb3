"""Which group an unnamed phrase speaks of, and who counts as an outsider in a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model.books import Group
from sayso.model.mention import Role
from sayso.model.span import Sentence
from sayso.resolve.mentions_draft import Draft, Tie
from sayso.resolve.mentions_nations import ADJECTIVES, NATIONS
from sayso.resolve.mentions_people import REGULARS

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
    coalition: str | None  # the coalition against the focal group, if the books know one


def cast_of(drafts: Iterable[Draft], groups: Sequence[Group]) -> Cast:
    """The cast of a report, by how often each group is named in it."""
    by_name = {group.name: group for group in groups}
    counts = Counter(draft.name for draft in drafts if draft.name is not None and draft.kind != "person")
    states = {name for name in counts if name in by_name and by_name[name].kind == "state"}
    states |= {name for name in counts if name.endswith(" armed forces")}
    weighed = {name: count * (STATE_WEIGHT if name in states else 1.0) for name, count in counts.items()}
    focal = min(weighed, key=lambda name: (-weighed[name], name)) if weighed else None
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
    return Cast(focal, beside, frozenset(states), codes, known.countries if known else (), coalition)


def _against(name: str, focal: str, by_name: Mapping[str, Group], states: set[str]) -> bool:
    if (name in states) != (focal in states):
        return True
    one, other = by_name.get(name), by_name.get(focal)
    return (one is not None and focal in one.adversaries) or (other is not None and name in other.adversaries)


def state_name(adjective: str, state_of: Mapping[str, str]) -> str:
    """The name of a country's forces by its adjective."""
    code = ADJECTIVES[adjective]
    nation = next(nation for nation in NATIONS if nation.code == code)
    return state_of.get(code) or f"{nation.adjectives[0]} armed forces"


def with_states(drafts: Iterable[Draft], sentences: Sequence[Sentence], groups: Sequence[Group]) -> list[Draft]:
    """The drafts with "Turkish troops" and the like named after the country's forces."""
    codes = {group.countries[0]: group.name for group in reversed(groups) if group.kind == "state" and group.countries}
    out = []
    for draft in drafts:
        if draft.tie is Tie.STATE and draft.name is None:
            words = (token.text for token in sentences[draft.sentence].tokens[draft.first : draft.head])
            adjective = next((word for word in words if word in ADJECTIVES), None)
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
        return _owner(draft, before, cast)
    if head in ("army", "military") or words & {"army", "military"} or (draft.tie is Tie.NONE and head in _STATE_HEADS):
        return _last(before, cast.states) or cast.focal
    if head == "militia" or "militia" in words:
        return _last_militia(before, sentences) or cast.focal
    if draft.plural and draft.role is Role.GROUP and draft.tie is Tie.NONE:
        return None
    return _last(before, cast.beside, but=_foreign(cast)) or cast.focal


def _last_militia(before: Sequence[Draft], sentences: Sequence[Sentence]) -> str | None:
    for draft in reversed(before):
        tokens = sentences[draft.sentence].tokens[draft.first : draft.last]
        if draft.name is not None and any(token.lower in ("militia", "militias") for token in tokens):
            return draft.name
    return None


def _foreign(cast: Cast) -> frozenset[str]:
    return frozenset() if cast.focal in cast.states else cast.states


def _owner(draft: Draft, before: Sequence[Draft], cast: Cast) -> str | None:
    """The group behind "its" or "their": the one named last in this sentence, else in the text before."""
    for other in reversed(before):
        if other.sentence != draft.sentence:
            break
        if other.role in (*_INSIDE, Role.OUTSIDER) and other.name is not None and other.kind not in ("country", "person"):
            return other.name
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
        return draft.tie in (Tie.GOVERNMENT, Tie.COALITION) and cast.focal not in (None, *cast.states)
    if draft.role is Role.GROUP and draft.kind == "noun" and draft.plural and draft.tie is Tie.NONE:
        return True
    after = sentence.tokens[draft.last : draft.last + _ACT_WITHIN]
    return not any(token.lower.startswith(_OWN_ACTS) for token in after)
