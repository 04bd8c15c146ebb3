"""The register as people corrected it: who owns an outlet, by decision."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.model.books import Control, Outlet, OutletFinder
from sayso.model.decision import Decision

#: What a decision about a source is about: this, then its name.
SOURCE = "outlet:"


@dataclass(frozen=True, slots=True)
class Owned:
    """A register in which some outlets have the owner that a person gave them."""

    register: OutletFinder
    owners: dict[str, str]

    def find(self, name: str) -> Outlet | None:
        """The outlet of that name, with its owner as decided; one that only a decision knows has nothing but that."""
        found = self.register.find(name)
        key = found.name if found else name
        if key not in self.owners:
            return found
        known = found or Outlet(name, (), None, None, Control.UNKNOWN, False, (), "", "a decision")
        return replace(known, owner=self.owners[key] or None)


def owned(register: OutletFinder, decisions: Sequence[Decision]) -> OutletFinder:
    """The register with the owners that the standing decisions give; itself where they give none."""
    owners: dict[str, str] = {}
    for each in sorted(decisions, key=lambda decision: decision.number):
        if each.says == "owner" and each.about.startswith(SOURCE):
            owners[each.about.removeprefix(SOURCE)] = str(json.loads(each.value))
    return Owned(register, owners) if owners else register
