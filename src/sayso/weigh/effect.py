"""The effect of each claim on its matter, and the order of work that follows: what changes most is looked at first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sayso.model.effect import Effect, Stake
from sayso.model.finding import Matter

#: What a claim is worth a look for, in the order of work: a matter on one origin, then a claim that alone holds a side
#: of a contradiction, then any origin, then doubt, then how much was printed. Each outweighs what comes after it. The
#: ranking cases in `tests/weigh/test_weigh_effect.py` say what must come before what: run them before changing one.
_ALONE, _FINDING, _SIDE, _DISPUTED, _ORIGIN, _AGAINST = 1_000_000, 400_000, 200_000, 100_000, 60_000, 30_000

#: Doubt: how much a grade of credibility adds; 5 is improbable, 4 doubtful, 6 cannot be judged.
_DOUBT = {5: 20_000, 4: 16_000, 6: 12_000, 3: 8_000, 2: 2_000, 1: 0, None: 4_000}

#: What a report or outlet that rests on the matter adds, and how many are counted at most.
_EACH, _MOST = 20, 99


def effects(matter: Matter, stakes: Sequence[Stake]) -> dict[str, Effect]:
    """The effect of rejecting each claim of the matter, by its id."""
    standing = [stake for stake in stakes if stake.stands]
    contrary = [stake for stake in stakes if stake.contrary]
    by_origin = Counter(stake.origin for stake in standing)
    against = Counter(stake.origin for stake in contrary)
    reports, outlets = Counter(s.report for s in standing), Counter(s.outlet for s in standing)
    sides = [set(side) for each in matter.contradictions for side in each.claims]
    counted = set(matter.origins.ids)
    found = {}
    for stake in stakes:
        origin = stake.stands and stake.origin in counted and by_origin[stake.origin] == 1
        alone = stake.stands and matter.origins.high == 1
        found[stake.id] = scored(
            Effect(
                claim=stake.id,
                finding=origin and alone,
                origin=origin,
                contradictions=sum(side == {stake.id} for side in sides),
                disputed=any(stake.id in side for side in sides),
                against=stake.contrary and against[stake.origin] == 1,
                report=stake.stands and reports[stake.report] == 1,
                outlet=stake.stands and outlets[stake.outlet] == 1,
                alone=alone,
                score=0,
            ),
            matter,
        )
    return found


def scored(effect: Effect, matter: Matter) -> Effect:
    """The effect with its place in the order of work."""
    printed = min(matter.reports, _MOST) + min(matter.outlets, _MOST)
    score = (
        _ALONE * effect.alone
        + _FINDING * effect.finding
        + _SIDE * bool(effect.contradictions)
        + _DISPUTED * effect.disputed
        + _ORIGIN * effect.origin
        + _AGAINST * effect.against
        + _DOUBT[matter.credibility]
        + _EACH * printed
    )
    return replace(effect, score=score)


def told(effect: Effect, origins: int, outlets: int) -> tuple[str, ...]:
    """What would change if the claim were rejected, a sentence each, and what is at stake; `origins` is how many its
    matter rests on at most, `outlets` how many carry it."""
    said = (_of_origins(effect, origins, outlets), _of_contradictions(effect), _of_prints(effect))
    return tuple(each for each in said if each) or ("No count would change.",)


def _of_origins(effect: Effect, origins: int, outlets: int) -> str:
    if effect.finding:
        return "The finding would lose its only origin."
    if effect.origin:
        return f"The finding would lose one of at most {origins} origins."
    if effect.against:
        return "One origin fewer would speak against the finding."
    return f"The finding rests on one origin, printed by {_counted(outlets, 'outlet')}." if effect.alone else ""


def _of_contradictions(effect: Effect) -> str:
    if effect.contradictions:
        return f"{_counted(effect.contradictions, 'contradiction')} would be gone."
    return "It stands in a contradiction with others." if effect.disputed else ""


def _of_prints(effect: Effect) -> str:
    if effect.outlet:
        return "One outlet fewer would carry it."
    return "One report fewer would carry it." if effect.report else ""


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
