"""Scores `sayso claims --json` against a hand-coded gold file and lists misses and false alarms.

Usage: python benchmarks/score_gold.py GOLD CLAIMS_JSONL [--texts FOLDER] [--report PATH] [--quiet]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from sayso.evaluate.claims import (
    chain_right,
    compare,
    figures,
    frozen_text,
    matched,
    place_right,
    quantity_right,
    report,
    required,
    rows_of,
    same_hop,
    speaker_right,
    time_right,
)

__all__ = [
    "chain_right",
    "compare",
    "figures",
    "frozen_text",
    "matched",
    "place_right",
    "quantity_right",
    "report",
    "required",
    "rows_of",
    "same_hop",
    "speaker_right",
    "time_right",
]


def main(arguments: Sequence[str]) -> int:
    """Prints the report; 0 always, for a low score is no failure of the scorer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("claims", type=Path)
    parser.add_argument("--texts", type=Path, help="the folder of the reports, to print the words")
    parser.add_argument("--report", help="only this path")
    parser.add_argument("--quiet", action="store_true", help="figures only")
    given = parser.parse_args(arguments)
    gold = [line for line in rows_of(given.gold) if "chain" in line]  # truth files hold other lines too
    claims = rows_of(given.claims)
    if given.report:
        gold = [line for line in gold if line["path"] == given.report]
    texts = {}
    for path in sorted({line["path"] for line in gold}) if given.texts else ():
        file = given.texts / path
        if file.suffix in {".txt", ".md"} and file.is_file():
            texts[path] = frozen_text(file)
    print(report(compare(gold, claims), texts, given.quiet))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
