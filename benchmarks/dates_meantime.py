"""Scores dates against documents with TIMEX3 marks: `python benchmarks/dates_meantime.py FOLDER`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from sayso.evaluate.dates import misses, ours, read, scores


def main() -> None:
    """Prints precision, recall and F1 over all dates and over the halves of the documents, and the speed."""
    documents = [read(path) for path in sorted(Path(sys.argv[1]).rglob("*.xml"))]
    begun = time.perf_counter()
    found = [ours(document) for document in documents]
    spent = time.perf_counter() - begun
    for title, step in (
        ("all", slice(None)),
        ("even documents", slice(0, None, 2)),
        ("odd documents", slice(1, None, 2)),
    ):
        print(f"{title:15}", scores(documents[step], found[step]))
    print(f"{sum(len(each.sentences) for each in documents) / spent:.0f} sentences a second")
    if "--misses" in sys.argv:
        misses(documents[::2], found[::2])


if __name__ == "__main__":
    main()
