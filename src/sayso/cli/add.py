"""`sayso add`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from sayso import api
from sayso.cli.options import CaseFolder, Json
from sayso.cli.printing import as_json, clean, complain, note
from sayso.tell.phrases import counted

#: Characters of a path that the progress line shows.
_PATH_SHOWN = 50


def add(
    case: CaseFolder,
    /,
    *paths: Annotated[Path, Parameter(help="Files and folders of reports; with none, the case is brought up to date.")],
    manifest: Annotated[Path | None, Parameter(help="A CSV file: path,outlet,published,url.")] = None,
    workers: Annotated[
        int | None, Parameter(help="How many processes read; as many as processors if not given.")
    ] = None,
    json: Json = False,
) -> int:
    """Reads files or folders into a case and brings everything up to date; may be stopped and repeated."""
    watching = sys.stderr.isatty()
    done = api.open(case).add(paths, manifest, workers=workers, watch=_progress if watching else _quiet)
    if watching:
        print(file=sys.stderr)
    for each in done.failed:
        note(f"failed: {each.path}: {each.why}")
    for each in done.remarks:
        note(f"note: {each.path}: {each.why}")
    if json:
        row = {
            "read": done.read,
            "unchanged": done.unchanged,
            "unsupported": done.unsupported,
            "duplicate": done.duplicate,
            "failed": [{"path": each.path, "why": each.why} for each in done.failed],
            "claims": done.claims,
            "matters": done.matters,
        }
        sys.stdout.buffer.write(as_json(row).encode() + b"\n")
    else:
        print(
            f"{done.read:,} read, {done.unchanged:,} unchanged, {done.unsupported:,} in a language not read, "
            f"{counted(done.duplicate, 'duplicate')}, {len(done.failed):,} failed; "
            f"the case holds {counted(done.claims, 'claim')} on {counted(done.matters, 'matter')}"
        )
    if done.anything or not paths:
        return 0
    complain(_nothing(done.unsupported, len(done.failed)))
    return 1


def _nothing(unsupported: int, failed: int) -> str:
    if unsupported:
        return f"nothing could be read: {counted(unsupported, 'report')} kept, in a language that is not read"
    if failed:
        return "nothing could be read; see the reasons above"
    return "nothing could be read: there is no file of a kind that is read (txt, md, html, csv, jsonl)"


def _progress(done: int, path: str) -> None:
    print(f"\r\x1b[K{done:,} {clean(path)[-_PATH_SHOWN:]}", end="", file=sys.stderr, flush=True)


def _quiet(done: int, path: str) -> None:
    pass
