"""Families of whole reports with known origins, written by hand, taken the whole way from text to count.

python benchmarks/measure_copies.py [folder]
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import sayso
from sayso.model.claim import Claim
from sayso.model.finding import Linked, Matter
from sayso.model.report import Report
from sayso.pipeline.wiring import Wired
from sayso.read.items import Given, Item

FOLDER = Path(__file__).parent / "copies"
CODEBOOK = Path(sayso.__file__).parent / "data" / "codebooks" / "cohesion.yaml"


@dataclass(frozen=True, slots=True)
class Copied:
    """Reports of one event: the indicator they tell, how many origins they have, outlet, day and text of each."""

    name: str
    indicator: str
    origins: int
    reports: tuple[tuple[str, str, str], ...]


def copied(path: Path) -> Copied:
    """The family that a file holds: `# indicator | origins | about`, and each text after `--- outlet | day`."""
    head, *parts = path.read_text("utf-8").split("\n--- ")
    indicator, origins, _ = (each.strip() for each in head.lstrip("# ").split("|"))
    reports = []
    for part in parts:
        first, _, text = part.partition("\n")
        outlet, day = (each.strip() for each in first.split("|"))
        reports.append((outlet, day, text))
    return Copied(path.stem, indicator, int(origins), tuple(reports))


def families(folder: Path = FOLDER) -> list[Copied]:
    """All families of a folder, by name."""
    return [copied(path) for path in sorted(folder.glob("*.txt"))]


def read(family: Copied, wired: Wired, folder: Path) -> tuple[list[Report], list[Claim]]:
    """The reports of a family as reading makes them, and their claims."""
    reports, claims = [], []
    for at, (outlet, day, text) in enumerate(family.reports):
        path = folder / f"{family.name}-{at}.txt"
        path.write_text(text, encoding="utf-8")
        taken = wired.take(Item(path.name, path, Given(outlet=outlet, published=day)))
        assert isinstance(taken.value, Report)
        reports.append(taken.value)
        claims += wired.analyse(taken.value).claims
    return reports, claims


def main_matter(family: Copied, found: Linked) -> Matter | None:
    """The matter of the family's indicator that most reports tell."""
    told = [matter for matter in found.matters if matter.indicator == family.indicator]
    return max(told, key=lambda matter: (matter.reports, matter.id), default=None)


@dataclass(frozen=True, slots=True)
class Measured:
    """A family with its main matter, and the highest low count of any matter of its."""

    family: Copied
    matter: Matter | None
    lowest: int

    @property
    def misleads(self) -> bool:
        """Whether any matter counts more origins for certain than there are."""
        return self.lowest > self.family.origins

    @property
    def holds(self) -> bool:
        """Whether the true number is inside the interval of the main matter."""
        return self.matter is not None and self.matter.origins.low <= self.family.origins <= self.matter.origins.high

    @property
    def width(self) -> int:
        """How far the ends of the interval are apart."""
        return self.matter.origins.high - self.matter.origins.low if self.matter else 0


def measured(folder: Path = FOLDER) -> Iterator[Measured]:
    """Each family of a folder, read, linked and weighed as a case of its own."""
    wired = Wired(CODEBOOK, None)
    for family in families(folder):
        with tempfile.TemporaryDirectory() as at:
            reports, claims = read(family, wired, Path(at))
        found = wired.link(reports, claims, ())
        lowest = max((matter.origins.low for matter in found.matters), default=0)
        yield Measured(family, main_matter(family, found), lowest)


def main() -> None:
    """Prints the figures of each family, and of all."""
    found = list(measured(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER))
    for each in found:
        told = each.matter and f"{each.matter.reports} of {len(each.family.reports)} reports, origins" + (
            f" {each.matter.origins.low} to {each.matter.origins.high}"
        )
        print(f"{each.family.name}: {each.family.origins} in truth; {told or 'no matter'}")
    number = len(found)
    print(f"false corroboration: {sum(each.misleads for each in found)} of {number}")
    print(f"inside: {sum(each.holds for each in found)} of {number}")
    print(f"width <= 1: {sum(each.width <= 1 for each in found)} of {number}")


if __name__ == "__main__":
    main()
