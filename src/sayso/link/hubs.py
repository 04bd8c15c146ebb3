"""What voices may share so that they may be one: institutions, kinds of unnamed tellers, finds, owners."""

from __future__ import annotations

import re
from collections.abc import Callable

from sayso.link.folding import folded_name, skeleton
from sayso.model.binding import Hub
from sayso.model.claim import Claim
from sayso.model.report import Report
from sayso.model.telling import Hop, TellerKind, heard_as


def hubs_of_outlet(owner: str) -> tuple[Hub, ...]:
    """An outlet's owner: outlets of one owner do not count apart in the low count."""
    return (Hub(f"owner|{owner}", False, f"outlets of one owner, {owner}"),) if owner else ()


def hubs_of_teller(claim: Claim, report: Report, outlet: Callable[[str], str]) -> tuple[Hub, ...]:
    """The hubs of a claim's first teller: its institution, its kind where it has no name, its find of documents."""
    head = claim.chain[0]
    found = [_institution(head), _kind(head), _former(head), _find(claim, report, outlet), _namesake(head)]
    return tuple(hub for hub in found if hub)


def _institution(head: Hop) -> Hub | None:
    body = head.affiliation or (head.name if _is_body(head) else None)
    return Hub(f"body|{folded_name(body)}", False, f"speakers of one institution, {body}") if body else None


def _is_body(head: Hop) -> bool:
    return head.named and head.affiliation is None and head.kind in {
        TellerKind.ARMED_GROUP, TellerKind.MONITOR, TellerKind.MILITARY, TellerKind.OFFICIAL,
    }  # fmt: skip


def _namesake(head: Hop) -> Hub | None:
    """Spellings of one name in Latin letters ("Mohammed", "Muhammad") may be one person."""
    name = head.name if head.named and head.name else _name_in(head.written)
    bones = skeleton(name) if name else ""
    return Hub(f"name|{bones}", False, f"spellings of one name, {name}") if bones else None


def _is_vague(head: Hop) -> bool:
    """Whether one word of no known kind is all that names a teller ("Niger said"): it may stand for anybody there."""
    return head.kind is TellerKind.UNKNOWN and len((head.name or "").split()) == 1


#: A person's name within a longer description: "Colonel Ada Pell of the northern sector", "the chief, Bo Lund".
_PERSON = re.compile(r"(?<![\w’'-])(?:[A-Z][\w’'-]*\.? ){1,4}[A-Z][\w’'-]+")


def _name_in(written: str) -> str:
    """The longest run of capitalised words in a description that is longer than it, "" where there is none."""
    found = [match.group() for match in _PERSON.finditer(written) if match.group() != written]
    return max(found, key=len, default="")


def _kind(head: Hop) -> Hub | None:
    if head.named and head.name and not _is_vague(head):
        return None
    kind = heard_as(head.kind).value
    said = "unnamed tellers" if head.kind is TellerKind.UNKNOWN else f"unnamed tellers of one kind, {kind}"
    return Hub(f"kind|{kind}", True, f"{said}, who may be the same")


def _former(head: Hop) -> Hub | None:
    """What somebody unnamed was before, reports put in many words: "a former clerk of the group", "an ex-fighter"."""
    if (head.named and head.name) or not _WAS.match(head.written):
        return None
    return Hub("was|former", True, "unnamed tellers who were something before, who may be the same")


_WAS = re.compile(r"(?:(?:an?|the|one|two|three|some|several)\s+)?(?:former\b|ex[- ])", re.IGNORECASE)


def _find(claim: Claim, report: Report, outlet: Callable[[str], str]) -> Hub | None:
    """All papers of one find; a find is known by who is said to have found or released it, else by the outlet."""
    at = next((n for n, hop in enumerate(claim.chain) if hop.kind is TellerKind.DOCUMENT), None)
    if at is None:
        return None
    through = next((hop.name for hop in claim.chain[at + 1 :] if hop.name), None) or report.outlet
    where = f"through {outlet(through)}" if through else f"in {report.id}"
    return Hub(f"find|{where}", False, "papers that may be of one find")
