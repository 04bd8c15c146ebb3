"""Names and sides of what was found: armies by nationality, unnamed phrases by their reading, others as outsiders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.model.books import Group
from sayso.model.mention import Role
from sayso.model.span import Sentence
from sayso.resolve.mentions_cast import INSIDE, Cast
from sayso.resolve.mentions_draft import Draft, Tie
from sayso.resolve.mentions_nations import ADJECTIVES, COUNTRY_NAMES, NATIONS
from sayso.resolve.mentions_natural import natural

#: Stems of what members do to their own force; after a state's troops they make these the subject of the sentence.
_OWN_ACTS = ("desert", "defect", "mutin", "surrender", "refus", "abandon", "unpaid", "demoral")


_ACT_WITHIN = 4


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
            draft = replace(draft, name=natural(draft, sentences, out, cast) or _explained(at, drafts, sentences))
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


def with_roles(drafts: Iterable[Draft], sentences: Sequence[Sentence], cast: Cast) -> list[Draft]:
    """The drafts with those of other sides made outsiders."""
    return [
        replace(draft, role=Role.OUTSIDER) if _is_outside(draft, sentences[draft.sentence], cast) else draft
        for draft in drafts
    ]


def _is_outside(draft: Draft, sentence: Sentence, cast: Cast) -> bool:
    if draft.role not in INSIDE or draft.name in cast.beside:
        return False
    if draft.name is None:
        if draft.role is Role.GROUP and draft.plural:
            words = {token.lower for token in sentence.tokens[draft.first : draft.head]}
            return bool(words & {"other", "rival", "opposing", "allied"})
        return draft.tie in (Tie.GOVERNMENT, Tie.COALITION) and cast.focal not in (None, *cast.states)
    after = sentence.tokens[draft.last : draft.last + _ACT_WITHIN]
    return not any(token.lower.startswith(_OWN_ACTS) for token in after)
