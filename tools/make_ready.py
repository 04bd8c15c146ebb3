"""Makes `data/codebooks/cohesion.json`: the shipped codebook as it is read from its YAML.

Run: python tools/make_ready.py
"""

from __future__ import annotations

from sayso.books import codebook, codebook_reading, codebook_ready


def made() -> str:
    """The file."""
    data = (codebook.SHIPPED / "cohesion.yaml").read_bytes()
    return codebook_ready.made(data, codebook_reading.read(data, "cohesion", "cohesion"))


if __name__ == "__main__":
    codebook_ready.SHIPPED.write_text(made(), "utf-8")
