"""Generated reports of about 600 words on invented armed groups: the same number and seed give the same bytes."""

from __future__ import annotations

import random
from pathlib import Path

GROUPS = ("the Harmattan Front", "the Blue River Army", "the Sons of the Dune", "the Northern Column")
PLACES = ("Gao", "Menaka", "Kidal", "Ansongo", "Tessalit", "Dori", "Tillaberi", "Mopti")
TELLERS = (
    "a trader who fled the town",
    "two former fighters",
    "the governor of the region",
    "Colonel Amadou Diarra, a spokesman for the army",
    "residents reached by telephone",
    "a report of the monitors",
    "an official of the ministry of defence",
)
TELLINGS = ("said", "told the Atlantic Daily", "claimed", "said in a statement", "reported")
STATEMENTS = (
    "{n} fighters of {group} deserted near {place} in {month}",
    "{group} cut the pay of its men by half in {month}",
    "morale among the men of {group} was low after the loss of {place}",
    "{n} members of {group} were killed in an ambush near {place}",
    "{group} executed {n} of its own men who had tried to leave {place}",
    "recruits no longer come to {place} as they did in {month}",
    "{group} has lost control of the road to {place}",
    "commanders of {group} quarrelled over money in {place}",
)
FILLERS = (
    "The market opened late that morning and the bakers sold what little bread they had.",
    "Prices of millet and rice have risen since the road was closed by the rains.",
    "A convoy of trucks waited at the bridge until the evening before it turned back.",
    "Children played football in the yard of the school, which has had no teacher for a year.",
    "The river is higher than it has been for a decade, and two villages had to be moved.",
    "Aid workers counted the tents again and found that the camp had grown by a third.",
    "An old man repaired a radio under the only tree of the square and would not be hurried.",
)
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August")

#: One sentence in three makes a statement; the rest is what surrounds it in a report.
_STATING = 3
_WORDS = 600


def report(number: int, seed: int = 1) -> str:
    """One report."""
    chance = random.Random(f"{seed}:{number}")
    group = chance.choice(GROUPS)
    lines = [f"{chance.choice(PLACES)} counts the cost, report {number}", ""]
    words = 0
    while words < _WORDS:
        sentences = [_sentence(chance, group) for _ in range(4)]
        lines += [" ".join(sentences), ""]
        words += len(lines[-2].split())
    return "\n".join(lines)


def _sentence(chance: random.Random, group: str) -> str:
    if chance.randrange(_STATING):
        return chance.choice(FILLERS)
    said = chance.choice(STATEMENTS).format(
        n=chance.randint(3, 90), group=group, place=chance.choice(PLACES), month=chance.choice(MONTHS)
    )
    return f"{said[0].upper()}{said[1:]}, {chance.choice(TELLERS)} {chance.choice(TELLINGS)}."


def write(folder: Path, reports: int, seed: int = 1) -> Path:
    """The folder holds so many reports and a manifest that gives each an outlet and a month."""
    folder.mkdir(parents=True)
    rows = ["path,outlet,published,url"]
    for number in range(reports):
        (folder / f"{number:06}.txt").write_text(report(number, seed), encoding="utf-8")
        rows.append(f"{number:06}.txt,Outlet {number % 40},{2012 + number % 8}-{1 + number % 12:02},")
    (folder / "manifest.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder
