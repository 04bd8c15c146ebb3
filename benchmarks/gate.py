"""The gate: how many claims it loses, how much it lets through of text about other matters, and how long it takes.

`python benchmarks/gate.py [FOLDER OF TEXTS ABOUT OTHER MATTERS …]`
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from sayso.books import groups
from sayso.codify.gate import Gate
from sayso.evaluate.claims import frozen_text
from sayso.text.sentences import sentences

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "training"))
from dataset import is_report  # noqa: E402
from marking import blocks  # noqa: E402
from marking import reports as whole_reports  # noqa: E402

GOLD = (
    ("other groups", "tests/gold/other_groups/gold.jsonl", "tests/gold/other_groups/reports"),
    ("second groups", "tests/gold/second_groups/worked/gold.jsonl", "tests/gold/second_groups/worked/reports"),
    (
        "second groups, held out",
        "tests/gold/second_groups/held_out/gold.jsonl",
        "tests/gold/second_groups/held_out/reports",
    ),
    ("third groups", "tests/gold/third_groups/worked/gold.jsonl", "tests/gold/third_groups/worked/reports"),
    ("third groups, late", "tests/gold/third_groups/held_out/gold.jsonl", "tests/gold/third_groups/held_out/reports"),
    ("samples", "src/sayso/data/samples/truth.jsonl", "src/sayso/data/samples/reports"),
)
#: So many blocks of one file make a report for this: blocks alone are shorter than what the gate reads whole.
_BLOCKS = 4


def main(folders: list[str]) -> int:
    """Prints a line for each collection."""
    gate = Gate(groups.load(ROOT / "src/sayso/data/groups.csv"))
    for name, gold, reports in GOLD:
        lost, of = _lost_in_gold(gate, ROOT / gold, ROOT / reports)
        print(f"{name}: {lost} of {of} claims lost")
    lost = of = 0
    for path in sorted((ROOT / "training/paragraphs").glob("*.txt")):
        one, two = _lost_in_blocks(gate, path)
        lost, of = lost + one, of + two
    print(f"training text, {_BLOCKS} blocks a report: {lost} of {of} claims lost ({lost / max(1, of):.2%})")
    lost = of = 0
    for path in filter(is_report, sorted((ROOT / "training/paragraphs").glob("*.txt"))):
        for report in whole_reports(blocks(path)):
            starts = [mark.start for mark in report.marks if mark.what == "code"]
            lost, of = lost + _lost(gate, report.text, starts), of + len(starts)
    print(f"training text, whole reports: {lost} of {of} claims lost ({lost / max(1, of):.2%})")
    for folder in folders:
        _let_through(gate, Path(folder))
    return 0


def _lost_in_gold(gate: Gate, gold: Path, reports: Path) -> tuple[int, int]:
    spans: dict[str, list[int]] = {}
    for line in gold.read_text("utf-8").splitlines():
        row = json.loads(line)
        if {"indicator", "path", "start"} <= row.keys() and (reports / row["path"]).exists():
            spans.setdefault(row["path"], []).append(row["start"])
    lost = 0
    for path, starts in spans.items():
        lost += _lost(gate, frozen_text(reports / path), starts)
    return lost, sum(map(len, spans.values()))


def _lost_in_blocks(gate: Gate, path: Path) -> tuple[int, int]:
    read = list(blocks(path))
    lost = of = 0
    for at in range(0, len(read), _BLOCKS):
        text, starts = "", []
        for block in read[at : at + _BLOCKS]:
            starts += [len(text) + mark.start for mark in block.marks if mark.what == "code"]
            text += f"{block.text}\n\n"
        lost, of = lost + _lost(gate, text, starts), of + len(starts)
    return lost, of


def _lost(gate: Gate, text: str, starts: list[int]) -> int:
    found = sentences(text)
    carrying = gate.open_for(text, found)
    shut = [sentence for number, sentence in enumerate(found) if number not in carrying]
    return sum(any(sentence.start <= start < sentence.end for sentence in shut) for start in starts)


def _let_through(gate: Gate, folder: Path) -> None:
    texts = [frozen_text(path) for path in sorted(folder.rglob("*.txt"))]
    read = [(text, sentences(text)) for text in texts if text.strip()]
    began = time.process_time()
    carrying = [gate.open_for(text, found) for text, found in read]
    took = time.process_time() - began
    whole = sum(bool(each) for each in carrying)
    share = sum(len(each) / max(1, len(found)) for each, (_, found) in zip(carrying, read, strict=True)) / len(read)
    print(
        f"{folder}: {whole} of {len(read)} reports let through, {share:.1%} of their sentences; "
        f"{took / len(read) * 1000:.1f} ms a report"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
