"""What linking hands to weighing: voices, dependences between claims, and matters before they are weighed."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.finding import MatterKind, Tie
from sayso.model.slots import Actor, Place, When


@dataclass(frozen=True, slots=True)
class Hub:
    """Something that voices may share so that they may be one: a kind of unnamed teller, an institution, an owner.

    `apart` keeps voices of one report from being one through this hub: what a report tells apart stays apart.
    """

    key: str
    apart: bool
    why: str


@dataclass(frozen=True, slots=True)
class Taking:
    """A claim tells what an outlet takes back: the outlet's key ("" where it cannot be told). `repeats`: the claim only
    tells again what is taken back, so it stands for nothing; `whole`: it is its own report that no longer stands."""

    outlet: str
    repeats: bool
    whole: bool = False


#: What keys of voices begin with that name nobody ("reportedly", "others confirm it").
HEARSAY = "hearsay|"


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose say-so a claim is, as its chain has it; claims with one `key` rest on one say-so for certain.

    `stated` is false for an outlet's bare assertion and for hearsay: they add nothing to a low count. `kind` is that of
    a hop, or "not stated". `through` are the keys of the outlets that it came through, the report's own first.
    """

    key: str
    name: str | None
    kind: str
    stated: bool
    why: str
    hubs: tuple[Hub, ...] = ()
    through: tuple[str, ...] = ()
    takes: Taking | None = None


@dataclass(frozen=True, slots=True)
class Dependence:
    """One claim rests on another: the child on the parent, by the tie named."""

    child: str
    parent: str
    certain: bool
    probability: float
    tie: str
    why: str


@dataclass(frozen=True, slots=True)
class Gathering:
    """A matter before it is weighed: which claims are about it, and which possibly are."""

    id: str
    kind: MatterKind
    indicator: str
    stage: str
    actor: Actor | None
    place: Place | None
    time: When | None
    claims: tuple[str, ...]
    possible: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bound:
    """Everything that linking found. `voices` is by claim id, `dependences` by the id of the gathering within which
    they hold, `seen` by (claim id, hop index)."""

    ties: tuple[Tie, ...]
    gatherings: tuple[Gathering, ...]
    voices: dict[str, Voice]
    dependences: dict[str, tuple[Dependence, ...]]
    seen: dict[tuple[str, int], str]
    together: tuple[tuple[str, str], ...] = ()  # decided: same origin
    apart: tuple[tuple[str, str], ...] = ()  # decided: not the same origin


@dataclass(frozen=True, slots=True)
class TieWeights:
    """Fitted logistic weights of the evidence for a tie, bias first.

    `certain` is the probability from which ties were certain on held-out pairs, `possible` from which one is shown.
    """

    values: tuple[float, ...]
    certain: float
    possible: float
    version: str
    common: frozenset[str] = frozenset()  # words, without endings, that say nothing of where a telling comes from
