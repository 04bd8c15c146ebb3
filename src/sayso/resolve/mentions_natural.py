"""Which group a phrase that names none speaks of, in its natural reading."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.mention import Role
from sayso.model.span import Sentence
from sayso.resolve.mentions_cast import INSIDE, Cast
from sayso.resolve.mentions_draft import Draft, Tie
from sayso.resolve.mentions_edges import REGULARS
from sayso.resolve.mentions_words import LEAVERS

#: Bare words for regular soldiers: "soldiers fled" in a report that names an army.
_STATE_HEADS = REGULARS - frozenset("recruits recruit unit units forces brigade brigades personnel".split())
_ARMY = frozenset(("army", "military"))


def natural(draft: Draft, sentences: Sequence[Sentence], before: Sequence[Draft], cast: Cast) -> str | None:
    """The group that an unnamed phrase speaks of, given the drafts before it; None where none is meant or known."""
    tokens = sentences[draft.sentence].tokens
    words = {token.lower for token in tokens[draft.first : draft.head]}
    head = tokens[draft.head].lower
    if draft.tie is Tie.COALITION or head == "coalition":
        return cast.coalition
    if draft.tie is Tie.GOVERNMENT:
        return _government(before, cast)
    if draft.role not in (*INSIDE, Role.FAMILY):
        return None
    if draft.tie is Tie.OWNER and words & {"its", "their", "his", "her"}:
        return _owner(draft, before, cast, its="its" in words)
    if draft.role is Role.GROUP:
        return _of_body(draft, head, before, cast, sentences)
    if words & _ARMY or (draft.tie is Tie.NONE and head in _STATE_HEADS):
        return _last(before, cast.states) or cast.army or cast.focal
    return _of_people(draft, head, before, cast, sentences)


def _of_body(draft: Draft, head: str, before: Sequence[Draft], cast: Cast, sentences: Sequence[Sentence]) -> str | None:
    """The group behind "the front", "the army", "the militia", "the group"."""
    alike = _last_called(before, head)
    if alike is not None:
        return alike
    if head in _ARMY or head == "junta":
        return _last(before, cast.states) or cast.army or (cast.focal if head in _ARMY else None)
    if head == "militia":
        return _last_militia(before, sentences) or cast.focal
    if draft.plural and draft.tie in (Tie.NONE, Tie.OWNER) and head != "forces":
        return None
    return _last(before, cast.beside, but=_foreign(cast)) or cast.focal


def _of_people(
    draft: Draft, head: str, before: Sequence[Draft], cast: Cast, sentences: Sequence[Sentence]
) -> str | None:
    """The group behind "the militants", "deserters", "militia members"."""
    tokens = sentences[draft.sentence].tokens
    if draft.tie is Tie.OWNER and any(token.lower == "rival" for token in tokens[draft.head : draft.last]):
        return _other(before, cast)
    if draft.role is Role.FAMILY or (head in LEAVERS and draft.tie is Tie.NONE):
        here = [o.name for o in before if o.sentence == draft.sentence and o.role in INSIDE and o.name in cast.beside]
        return here[-1] if here else cast.focal
    if any(token.lower == "militia" for token in tokens[draft.first : draft.head]):
        return _last_militia(before, sentences) or cast.focal
    return _last(before, cast.beside, but=_foreign(cast)) or cast.focal


def _is_people(draft: Draft) -> bool:
    return draft.kind == "noun" and draft.plural


def _owner(draft: Draft, before: Sequence[Draft], cast: Cast, *, its: bool) -> str | None:
    """The group behind "its" or "their": one named in this sentence, bodies before people, else in the text before."""
    near = [
        other
        for other in reversed(before)
        if other.sentence == draft.sentence
        and other.role in (*INSIDE, Role.OUTSIDER)
        and other.name is not None
        and other.kind not in ("country", "person")
    ]
    bodies = [other for other in near if other.role in (Role.GROUP, Role.OUTSIDER) and not _is_people(other)]
    chosen = next(iter(bodies if its else near), None) or next(iter(near), None)
    if chosen is not None:
        return chosen.name
    return _last(before, cast.beside) or cast.focal


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


def _government(before: Sequence[Draft], cast: Cast) -> str | None:
    last = _last(before, cast.states)
    return last or next((cast.state_of[code] for code in cast.home if code in cast.state_of), None)


def _last(before: Sequence[Draft], among: frozenset[str] | None, but: frozenset[str] = frozenset()) -> str | None:
    """The group last spoken of, among some."""
    for draft in reversed(before):
        if draft.name is None or draft.role not in (*INSIDE, Role.OUTSIDER) or draft.kind in ("person", "country"):
            continue
        if (among is None or draft.name in among) and draft.name not in but:
            return draft.name
    return None
