"""Scores quantities against a file of news sentences with values: `python benchmarks/quantities_newsquant.py FILE`."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from sayso.evaluate.quantities import line, misses, scored
from sayso.model.span import Span
from sayso.resolve.quantities import quantities


def main() -> None:
    """Prints the scores of the file, of its two halves, and the speed; with `--misses` the sentences that differ."""
    rows = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    if "--misses" in sys.argv:
        misses(rows[::2])
    for title, part in (("all", rows), ("even rows", rows[::2]), ("odd rows", rows[1::2])):
        for name, counts in scored(part).items():
            print(f"{title:10}", line(name, counts))
    begun = time.perf_counter()
    for row in rows:
        quantities(row["text"], Span(0, len(row["text"])))
    print(f"{len(rows) / (time.perf_counter() - begun):.0f} sentences a second")


if __name__ == "__main__":
    main()
