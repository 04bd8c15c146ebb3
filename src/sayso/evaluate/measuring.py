"""Everything that is measured on gold sets and on what others marked, as one list of figures."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluate import claims as claim_scores
from sayso.evaluate import dates, events, gum, quantities, re3d, spans
from sayso.evaluate.figures import Counts, Figure, Row, of_counts, of_shares, share
from sayso.model.telling import Attribution
from sayso.resolve.places import Places

#: What gives the attributions of a text.
Told = Callable[[str], Iterable[Attribution]]


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A folder of reports with its hand-made gold."""

    name: str
    gold: Path
    reports: Path


def claim_figures(gold: GoldSet, read: Callable[[Path], Sequence[Row]]) -> list[Figure]:
    """The figures of our claims on a gold set; `read` gives the claims of a folder of reports, with names."""
    lines = [line for line in claim_scores.rows_of(gold.gold) if "chain" in line]
    texts = {}
    for path in sorted({line["path"] for line in lines}):
        file = gold.reports / path
        if file.suffix in {".txt", ".md"} and file.is_file():
            texts[path] = claim_scores.frozen_text(file)
    return of_shares(gold.name, claim_scores.figures(claim_scores.compare(lines, list(read(gold.reports))), texts))


def other_figures(data: Path, told: Told, gazetteer: Places) -> list[Figure]:
    """The figures on what others marked, for whatever of it stands in the folder."""
    found: list[Figure] = []
    if (data / "polnear-dev").is_dir():
        found += _polnear(data / "polnear-dev", told)
    if (data / "gum").is_dir():
        found += _gum(data / "gum", told)
    if (data / "re3d").is_dir():
        found += _re3d(data / "re3d", gazetteer)
    if (data / "newsquant.json").is_file():
        rows = json.loads((data / "newsquant.json").read_text("utf-8"))
        for name, counts in quantities.scored(rows).items():
            found += of_counts("newsquant", name, Counts(*counts))
    if (data / "meantime").is_dir():
        found += _meantime(sorted((data / "meantime").rglob("*.xml")), told)
    return found


def _polnear(folder: Path, told: Told) -> list[Figure]:
    found: list[Figure] = []
    for role, (same, close) in spans.counts(*spans.of_folder(folder, told)).items():
        found += [*of_counts("polnear-dev", role, same), *of_counts("polnear-dev", f"{role} overlap", close)]
    return found


def _gum(folder: Path, told: Told) -> list[Figure]:
    genres = gum.by_genre(folder, told)
    whole = sum(genres.values(), gum.NONE)
    found = of_counts("gum", "told", whole.told)
    found += share("gum", "not told, found", whole.found, whole.negatives)
    found += share("gum", "not told, found, and not passed on as plainly told", whole.doubted, whole.found)
    for genre, tally in genres.items():
        found += of_counts("gum by genre", "", tally.told, genre)
    return found


def _re3d(folder: Path, gazetteer: Places) -> list[Figure]:
    documents = [each for source in sorted(folder.iterdir()) if source.is_dir() for each in re3d.read(source)]
    counts = re3d.counts(documents, re3d.finder(gazetteer))
    found = [*of_counts("re3d", "place", counts["place"][0]), *of_counts("re3d", "place overlap", counts["place"][1])]
    for kind in ("quantity", "time"):  # not every number and time is marked there, so precision would mislead
        close = counts[kind][1]
        found += share("re3d", f"{kind} overlap recall", close.answered, close.gold)
    return found


def _meantime(paths: Sequence[Path], told: Told) -> list[Figure]:
    documents = [dates.read(path) for path in paths]
    found = of_counts("meantime", "date value", Counts(*dates.counts(documents, [dates.ours(d) for d in documents])))
    for name, each in events.agreements((events.read(path) for path in paths), told).items():
        found += share("meantime", f"event {name}, agreement", each.same, each.of)
        found += of_counts("meantime", f"event {name}", each.marked)
    return found
