"""`sayso --version`: the program and the codebooks that come with it."""

from __future__ import annotations

import re
from importlib.resources import files

from sayso import __version__

_FIELD = re.compile(r"^(name|version):\s*[\"']?([^\"'\s]+)", re.MULTILINE)

#: A codebook's name and version stand in its first lines; reading no more keeps the answer quick.
_HEAD = 2000


def words() -> str:
    """Program and codebooks with their versions, a line each."""
    lines = [f"sayso {__version__}"]
    folder = files("sayso") / "data" / "codebooks"
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".yaml"):
            fields = dict(_FIELD.findall(file.read_text(encoding="utf-8")[:_HEAD]))
            lines.append(f"codebook {fields.get('name', file.name)} {fields.get('version', '?')}")
    return "\n".join(lines)
