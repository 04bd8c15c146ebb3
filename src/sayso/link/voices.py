"""Whose say-so each claim is, read off its chain alone."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.link.folding import folded_name, outlet_name
from sayso.link.hubs import hubs_of_outlet, hubs_of_teller
from sayso.link.tellers import body_of, first_mention, full_name, name_first
from sayso.model.binding import HEARSAY, Voice
from sayso.model.books import OutletFinder
from sayso.model.claim import Claim
from sayso.model.report import Credit, Report
from sayso.model.telling import PUBLISHERS, Access, Hop, TellerKind, names_nobody

NOT_STATED = "not stated"

#: Access by which an outlet's own people become the origin.
_OWN_PEOPLE = frozenset({Access.SAW, Access.WAS_TOLD, Access.OWN_RECORD})

#: Where a credit stands, best evidence first.
_CREDIT_RANK = {"dateline": 0, "byline": 1, "trailer": 2, "lead": 3, "meta": 4}


@dataclass(frozen=True, slots=True)
class Names:
    """How outlets are called: resolves a name to the register's, so that one outlet has one key."""

    register: OutletFinder

    def key(self, name: str) -> str:
        """The folded name under which an outlet is known."""
        found = self.register.find(name)
        return outlet_name(found.name if found else name)

    def owner(self, name: str | None) -> str:
        """The folded owner of an outlet, or ""."""
        found = self.register.find(name) if name else None
        return folded_name(found.owner) if found and found.owner else ""


def voice_of(claim: Claim, report: Report, names: Names) -> Voice:
    """Whose say-so the claim is; the same key for two claims means one say-so for certain."""
    tellers = claim.chain[:-1] if len(claim.chain) > 1 else ()
    if not tellers:
        return _outlet_voice(claim.chain[-1], report, names)
    head = tellers[0]
    if head.kind in PUBLISHERS:
        return _cited(head, report, names)
    if is_hearsay(head) and len(tellers) == 1:
        why = f"nobody is named: “{head.written}”"
        return Voice(f"{HEARSAY}{report.id}", None, NOT_STATED, False, why)
    if head.named and head.name and not is_hearsay(head):
        why = f"{head.name} is named as the one who says it"
        hubs = hubs_of_teller(claim, report, names.key)
        return Voice(_person(head, report), head.name, head.kind.value, True, why, hubs)
    return _unnamed(claim, report, names)


def is_hearsay(hop: Hop) -> bool:
    """Whether the hop names nobody at all ("reportedly", "others")."""
    return names_nobody(hop.written, hop.kind, hop.certainty, named=hop.named)


def credit_of(report: Report, names: Names) -> Credit | None:
    """The best credit of a report that names another outlet than its own."""
    own = names.key(report.outlet) if report.outlet else ""
    found = [credit for credit in (*report.credits, report.byline) if credit and credit.outlet]
    others = [credit for credit in found if credit.outlet and names.key(credit.outlet) != own]
    return min(others, key=lambda credit: (_CREDIT_RANK.get(credit.kind, 9), credit.start), default=None)


def outlet_key(report: Report, names: Names) -> str:
    """The voice of the outlet that publishes a report; an unknown outlet is one of its own for each report."""
    return f"outlet|{names.key(report.outlet)}" if report.outlet else f"outlet of|{report.id}"


def _person(hop: Hop, report: Report) -> str:
    if institution := body_of(hop.name or hop.written):
        return f"body|{institution}"
    body = folded_name(hop.affiliation) if hop.affiliation else ""
    name = full_name(hop, report)
    single = len(name.split()) == 1 and body != name
    return f"person|{name}|{body}" if single and body else f"person|{name}"


def _outlet_voice(hop: Hop, report: Report, names: Names) -> Voice:
    own = report.outlet or hop.name
    credit = credit_of(report, names)
    if hop.access in _OWN_PEOPLE:
        why = f"{own or 'the outlet'} says that its own people know it"
        hubs = hubs_of_outlet(names.owner(own))
        return Voice(f"{outlet_key(report, names)}|own people", own, TellerKind.OUTLET.value, True, why, hubs)
    if credit and credit.outlet:
        why = f"credited to {credit.outlet}, with nobody named beyond it"
        return Voice(
            f"outlet|{names.key(credit.outlet)}", credit.outlet, NOT_STATED, False, why,
            hubs_of_outlet(names.owner(credit.outlet)),
        )  # fmt: skip
    why = f"{own or 'the outlet'} asserts it without saying how it knows"
    return Voice(outlet_key(report, names), own, NOT_STATED, False, why, hubs_of_outlet(names.owner(own)))


def _cited(head: Hop, report: Report, names: Names) -> Voice:
    name = head.name
    if not name:
        why = f"an outlet that is not named: “{head.written}”"
        return Voice(f"outlet unnamed|{report.id}|{folded_name(head.written)}", None, NOT_STATED, False, why)
    why = f"taken from {name}, with nobody named beyond it"
    return Voice(f"outlet|{names.key(name)}", name, NOT_STATED, False, why, hubs_of_outlet(names.owner(name)))


def _unnamed(claim: Claim, report: Report, names: Names) -> Voice:
    tellers = claim.chain[:-1]
    head = tellers[0]
    through = next((hop for hop in tellers[1:] if hop.name), None)
    hubs = hubs_of_teller(claim, report, names.key)
    if known := _known(head):
        return Voice(known, None, head.kind.value, True, f"“{head.written}” says it", hubs)
    written = folded_name(head.written) or head.kind.value
    kind = NOT_STATED if is_hearsay(head) else head.kind.value
    if through and through.name:
        at = names.key(through.name) if through.kind in PUBLISHERS else folded_name(through.name)
        why = f"“{head.written}”, not named, through {through.name}"
        return Voice(f"via|{at}|{head.kind.value}", None, kind, kind != NOT_STATED, why, hubs)
    why = f"“{head.written}”, not named, in this report alone"
    first = first_mention(head, report)
    key = f"unnamed|{report.id}|{head.kind.value}|{written}" if first is None else f"unnamed|{report.id}|at {first}"
    return Voice(key, None, kind, kind != NOT_STATED, why, hubs)


def _known(head: Hop) -> str:
    """The key of a teller whom reading took for unnamed, and whose description is an institution or begins with a name;
    "" for others."""
    if is_hearsay(head):
        return ""
    if institution := body_of(head.written):
        return f"body|{institution}"
    name = name_first(head.written)
    return f"person|{name}" if name else ""
