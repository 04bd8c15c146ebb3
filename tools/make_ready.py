"""Makes what is found out of the shipped codebook beforehand: `data/codebooks/cohesion.json` and
`data/words/wordings.json`.

Run: python tools/make_ready.py, after tools/make_inflections.py
"""

from __future__ import annotations

import json

from sayso.books import codebook, codebook_reading, codebook_ready, wordings
from sayso.codify.wordings import wordings_of

SOURCE = codebook.SHIPPED / "cohesion.yaml"


def made_codebook() -> str:
    """The codebook as it is read."""
    data = SOURCE.read_bytes()
    return codebook_ready.made(data, codebook_reading.read(data, "cohesion", "cohesion"))


def made_wordings() -> str:
    """Its wordings, a line for each set and pattern."""
    found = wordings_of(codebook_reading.read(SOURCE.read_bytes(), "cohesion", "cohesion"))
    sets = ",\n".join(map(_json, found.sets))
    needs = ",\n".join(f"{_json(written)}:{_json(numbers)}" for written, numbers in found.needs.items())
    return (
        f'{{"of":{_json(found.of)},\n"forms":{_json(found.forms)},\n"tags":{_json(found.tags)},\n'
        f'"sets":[\n{sets}\n],\n"needs":{{\n{needs}\n}}}}\n'
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    codebook_ready.SHIPPED.write_text(made_codebook(), "utf-8")
    wordings.SHIPPED.write_text(made_wordings(), "utf-8")
