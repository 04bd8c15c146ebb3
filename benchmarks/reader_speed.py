"""How fast the trained reader reads, beside the plain reader, the bare encoder and, where it is given, float weights.

`python benchmarks/reader_speed.py [FOLDER WITH reader32.onnx]`. Reports of 600 words: all on topic, and one in ten.
"""

from __future__ import annotations

import compileall
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from generated import report as on_topic
from sayso.encode.reader import Reader
from sayso.encode.windows import windows
from sayso.model.report import Report
from sayso.pipeline.analysing import analyse, read_sentences
from sayso.pipeline.wiring import WEIGHTS, Wired

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "training"))
from marking import blocks  # noqa: E402

SAYSO = (sys.executable, "-m", "sayso")
COHESION = ROOT / "src/sayso/data/codebooks/cohesion.yaml"
_OTHER = ("politics-us", "politics-world", "business-courts", "society")
_WORDS = 600


def main(folders: Sequence[str]) -> int:
    """Prints the figures of one run; the modules are compiled before it, as those of an installed package are."""
    compileall.compile_dir(ROOT / "src", quiet=1)
    other = list(_off_topic())
    chance = random.Random(5)
    texts = [on_topic(number) for number in range(40)]
    _whole("all on topic", [on_topic(number, seed=2) for number in range(160)])
    mixed = [on_topic(number, 3) if number % 10 == 0 else chance.choice(other) for number in range(600)]
    _whole("one in ten on topic", [f"{text}\n\nNumber {number}." for number, text in enumerate(mixed)])
    _in_process(texts, [Path(folder) for folder in folders])
    print(f"memory of the largest process: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:,.0f} MB")
    return 0


def _off_topic() -> Iterator[str]:
    """Reports about other matters, from our own training text."""
    chance = random.Random(4)
    texts = [block.text for name in _OTHER for block in blocks(ROOT / f"training/paragraphs/e4-{name}.txt")]
    for _ in range(200):
        parts: list[str] = []
        while sum(len(part.split()) for part in parts) < _WORDS:
            parts.append(chance.choice(texts))
        yield "\n\n".join(parts)


def _whole(what: str, texts: Sequence[str]) -> None:
    """`sayso add`, the whole way from files to matters, less the time of one report."""
    with tempfile.TemporaryDirectory() as place:
        case, one, many = (Path(place) / name for name in ("case", "one", "many"))
        for folder, these in ((one, texts[:1]), (many, texts[1:])):
            folder.mkdir()
            for number, text in enumerate(these):
                (folder / f"{number:05}.txt").write_text(text, "utf-8")
        subprocess.run([*SAYSO, "new", str(case)], check=True, capture_output=True)
        start, _ = _added(case, one)
        took, claims = _added(case, many)
    speed = (len(texts) - 1) / max(0.001, took - start)
    print(f"{what}: {speed:.1f} reports a second after a start of {start:.1f} s, {claims} claims")


def _added(case: Path, folder: Path) -> tuple[float, int]:
    began = time.monotonic()
    done = subprocess.run([*SAYSO, "add", str(case), str(folder), "--json"], check=True, capture_output=True)
    return time.monotonic() - began, int(json.loads(done.stdout)["claims"])


def _in_process(texts: Sequence[str], folders: Sequence[Path]) -> None:
    """Processor time of one process for the same reports, read in different ways."""
    reports = [Report(f"r{number}", "text", "", text) for number, text in enumerate(texts)]
    wired = Wired(COHESION, None)
    books = wired.books
    plain = replace(books, reader=None)
    began = time.process_time()
    reader = wired.reader()
    print(f"the reader's own start: {time.process_time() - began:.2f} s")
    ways: dict[str, Callable[[Report], object]] = {
        "plain": lambda report: analyse(report, plain),
        "trained": lambda report: analyse(report, books),
        "bare encoder": lambda report: _bare(reader, report),
    }
    for folder in folders:
        floats = replace(books, reader=cache(partial(Reader, folder)))
        ways["trained, float weights"] = lambda report, floats=floats: analyse(report, floats)
    for name, way in ways.items():
        way(reports[0])
        began = time.process_time()
        for report in reports:
            way(report)
        took = (time.process_time() - began) / len(reports)
        print(f"{name}: {took * 1000:.0f} ms of one processor a report, {1 / took:.1f} a second")


def _bare(reader: Reader, report: Report) -> None:
    """The encoder alone, over the same sentences."""
    for window in windows(reader.parts(report.text, read_sentences(report))):
        reader.seen(window)


if __name__ == "__main__":
    if not (WEIGHTS / "reader.onnx").exists():
        sys.exit("no weights here: train them first (training/train.py)")
    sys.exit(main(sys.argv[1:]))
