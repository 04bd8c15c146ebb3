"""`python -m sayso` is the command `sayso`."""

from __future__ import annotations

from sayso.cli import program

if __name__ == "__main__":
    program()
