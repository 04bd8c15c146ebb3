"""Who tells what, and how surely: attributions, tellers, hops."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from sayso.model.span import Span


class Certainty(StrEnum):
    """How a teller commits himself; declared from weakest to strongest, so that `weakest` reads off the order."""

    ASKED = "asked"
    DENIED = "denied"
    PREDICTED = "predicted"
    POSSIBLE = "possible"
    ALLEGED = "alleged"
    REPORTED = "reported"
    ASSERTED = "asserted"


_RANK = {certainty: rank for rank, certainty in enumerate(Certainty)}


def weakest(certainties: tuple[Certainty, ...]) -> Certainty:
    """The certainty of a whole chain: the first in the order of the contract that holds for any hop."""
    return min(certainties, key=_RANK.__getitem__, default=Certainty.ASSERTED)


class TellerKind(StrEnum):
    """What kind of teller a hop is."""

    FIGHTER = "fighter"
    FORMER_MEMBER = "former member"
    PRISONER = "prisoner"
    RELATIVE = "relative"
    ARMED_GROUP = "armed group"
    OFFICIAL = "official"
    MILITARY = "military"
    COMMUNITY_LEADER = "community leader"
    EXPERT = "expert"
    RESIDENT = "resident"
    ACTIVIST = "activist"
    DOCUMENT = "document"
    MONITOR = "monitor"
    AGENCY = "agency"
    OUTLET = "outlet"
    UNKNOWN = "unknown"


#: Tellers that publish; everybody else speaks.
PUBLISHERS = frozenset({TellerKind.OUTLET, TellerKind.AGENCY})


def heard_as(kind: TellerKind) -> TellerKind:
    """The kind under which reports put a teller without a name: few of them tell officials and soldiers apart."""
    return TellerKind.OFFICIAL if kind is TellerKind.MILITARY else kind


#: Kinds whose persons appear by role, never by name, unless the user asks with --names.
PROTECTED_KINDS = frozenset(
    {
        TellerKind.FIGHTER,
        TellerKind.FORMER_MEMBER,
        TellerKind.PRISONER,
        TellerKind.RELATIVE,
        TellerKind.RESIDENT,
        TellerKind.ACTIVIST,
    }
)


class Side(StrEnum):
    """Where a teller stands towards the group the claim is about."""

    OWN = "own"
    ADVERSARY = "adversary"
    CIVILIAN = "civilian"
    THIRD = "third"
    UNKNOWN = "unknown"


class Access(StrEnum):
    """How a teller could know, as stated and never guessed."""

    SAW = "saw"
    OWN_RECORD = "own record"
    WAS_TOLD = "was told"
    ASSESSMENT = "assessment"
    UNSTATED = "unstated"


class Seen(StrEnum):
    """Whether that hop's own report is in the case."""

    YES = "yes"
    NO = "no"
    NOT_READ = "not read"


@dataclass(frozen=True, slots=True)
class Cue:
    """The words by which a hop tells: `said`, `according to`."""

    written: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Teller:
    """Who told: the resolved name if any, the words as written, kind and what was said of access.

    `affiliation` names the body a speaker speaks for (a ministry, a militia), which ties speakers of one institution.
    """

    name: str | None
    written: str
    start: int | None
    end: int | None
    kind: TellerKind
    named: bool
    access: Access = Access.UNSTATED
    affiliation: str | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """One act of telling in a text: source, cue and content spans, and who the teller is after resolution.

    `parent` is the index, within the report's attributions, of the one whose content holds this one.
    `custody` are the words that say who found or released a document, where the source is one. `doubted` says that
    the cue ("claimed") marks the doubt of whoever passes this on. `passer` is the outlet that the teller told or that
    passed the document on. `within` says that this teller stands inside another one's telling in the sentence. `tells`
    is false for a plan, a wish or an attitude that the trained reader saw: an attribution, and no hop of a chain.
    """

    sources: tuple[Span, ...]
    cues: tuple[Span, ...]
    contents: tuple[Span, ...]
    teller: Teller
    certainty: Certainty = Certainty.ASSERTED
    parent: int | None = None
    inferred: bool = False
    custody: Span | None = None
    doubted: bool = False
    passer: Teller | None = None
    within: bool = False
    tells: bool = True


@dataclass(frozen=True, slots=True)
class Hop:
    """One link of a claim's chain; nearest to the knowledge first, the outlet last."""

    name: str | None
    written: str
    start: int | None
    end: int | None
    kind: TellerKind
    side: Side
    access: Access
    named: bool
    inferred: bool
    seen: Seen
    cue: Cue | None
    certainty: Certainty
    affiliation: str | None = None


#: Words that name nobody: "others confirm it" is no teller.
_NOBODY = frozenset("others other some many reports report rumours rumors it everyone sources say reportedly".split())
_WORD = re.compile(r"[^\W_]+")


def names_nobody(written: str, kind: str, certainty: str, *, named: bool) -> bool:
    """Whether a teller so written is nobody at all ("reportedly", "others"), so that what he tells is hearsay."""
    if named or kind != TellerKind.UNKNOWN:
        return False
    return certainty == Certainty.REPORTED or not set(_WORD.findall(written.casefold())) - _NOBODY
