"""Writes the generated parts of README.md and docs/: `python tools/make_docs.py`; a test checks them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import sayso
from sayso.extract.finders import FINDERS as TELLINGS
from sayso.read.debris import FINDERS as DEBRIS

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "src/sayso/data/samples/reports"
#: The sample whose first sentence the README shows, and the matter that its five reprints make.
SHOWN = "01_spa_menaka.txt"


def example() -> str:
    """What the README shows: one sentence of the samples, its claim, and the matter that it stands for."""
    with tempfile.TemporaryDirectory() as folder:
        case = sayso.new(Path(folder) / "demo-case")
        case.add([SAMPLES])
        claim = next(c for c in case.claims(indicator="desertion") if c["path"] == SHOWN)
        matter = next(m for m in case.matters() if claim["id"] in m["claims"])
        told = [_explained(case.folder, claim["id"]), _explained(case.folder, matter["id"])]
    head = [line for line in told[0].splitlines() if not line.startswith(("made by", "origin", "tie", "matter"))]
    foot = told[1].splitlines()
    return "\n".join(
        [
            f"$ sayso explain demo-case {claim['id']}",
            *head,
            "",
            f"$ sayso explain demo-case {matter['id']}",
            *foot[:4],
            "…",
        ]
    )


def _explained(case: Path, name: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "sayso", "explain", str(case), name],
        capture_output=True,
        text=True,
        check=True,
        env={"NO_COLOR": "1", "COLUMNS": "100", "PATH": "", "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    return done.stdout.rstrip()


def finders() -> str:
    """The finders of tellings and of debris, with their own examples."""
    lines = ["## Tellings: who says what", ""]
    for telling in TELLINGS:
        lines += [f"### {telling.name}", "", _first(telling.__doc__), ""]
        lines += [f"- finds `{cue}` in: {text}" for text, cue, _, _ in telling.finds]
        lines += [f"- leaves: {text}" for text in telling.leaves] + [""]
    lines += ["## Debris: what belongs to the page, not to the report", ""]
    for debris in DEBRIS:
        lines += [f"### {debris.name}", "", _first(debris.__doc__), ""]
    return "\n".join(lines).rstrip()


def _first(words: str | None) -> str:
    return (words or "").strip().split("\n")[0]


def replaced(page: str, name: str, content: str) -> str:
    """The page with what stands between its marks of that name replaced."""
    marks = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end {name} -->)", re.DOTALL)
    if marks.search(page) is None:
        raise SystemExit(f"no marks of {name} in the page")
    return marks.sub(lambda found: found.group(1) + content + "\n" + found.group(2), page)


def pages() -> dict[Path, str]:
    """Every page with generated parts, as it should stand."""
    readme, list_of_finders = ROOT / "README.md", ROOT / "docs/finders.md"
    return {
        readme: replaced(readme.read_text("utf-8"), "example", f"```\n{example()}\n```"),
        list_of_finders: replaced(list_of_finders.read_text("utf-8"), "finders", finders()),
    }


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, "utf-8")
        print(path.relative_to(ROOT))
