"""Reads marked training text: blocks with their plain text and the spans that the marks cover."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

KINDS = frozenset(
    "fighter|former member|prisoner|relative|armed group|official|military|community leader|expert|resident|activist|"
    "document|monitor|agency|outlet|unknown".split("|")
)
CERTAINTIES = frozenset("asserted reported alleged possible predicted denied asked".split())
STAGES = frozenset("wished asked attempted threatened ordered ongoing done unstated".split())
_TELLING = re.compile(r"([sct])(\d+)(?::([a-z ]+))?(?:/([a-z]+))?(?:=(.+))?$")
_CODE = re.compile(r"([a-z_]+)((?:/[a-z]+|\+[a-z]+|!)*)$")


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its kind ("s", "c", "t" or "code"), number or code, span in the block's text, and what it adds."""

    what: str
    number: int
    code: str
    start: int
    end: int
    kind: str = ""
    certainty: str = ""
    stage: str = ""
    negated: bool = False
    means: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One marked passage: its id, its header's values, its text (paragraphs joined by a blank line), its marks."""

    id: str
    about: dict[str, str]
    text: str
    marks: tuple[Mark, ...]
    path: str
    line: int


class BadMark(ValueError):
    """A mark that cannot be read; the message names file and line."""


def plain(marked: str, codes: frozenset[str] | None = None) -> tuple[str, list[Mark]]:
    """The text without marks, and the marks with offsets in it; raises BadMark."""
    out: list[str] = []
    marks: list[Mark] = []
    stack: list[tuple[str, int]] = []
    length = index = 0
    while index < len(marked):
        sign = marked[index]
        if sign == "{":
            bar = marked.find("|", index)
            if bar < 0 or "{" in marked[index + 1 : bar]:
                raise BadMark(f"a mark without its bar: {marked[index : index + 40]!r}")
            stack.append((marked[index + 1 : bar], length))
            index = bar + 1
            continue
        if sign == "}":
            if not stack:
                raise BadMark(f"a closing brace too many: {marked[max(0, index - 30) : index + 1]!r}")
            label, start = stack.pop()
            marks.append(_mark(label, start, length, codes))
        elif sign == "|":
            raise BadMark(f"a bar outside a mark: {marked[max(0, index - 30) : index + 1]!r}")
        else:
            out.append(sign)
            length += 1
        index += 1
    if stack:
        raise BadMark(f"a mark that is not closed: {stack[-1][0]!r}")
    return "".join(out), sorted(marks, key=lambda m: (m.start, -m.end, m.what, m.number))


def _mark(label: str, start: int, end: int, codes: frozenset[str] | None) -> Mark:
    if start >= end:
        raise BadMark(f"an empty mark: {label!r}")
    telling = _TELLING.match(label)
    if telling is not None:
        what, number, kind, certainty, means = telling.groups()
        if what == "s" and (kind or "unknown") not in KINDS:
            raise BadMark(f"no kind of teller: {label!r}")
        if certainty and certainty not in CERTAINTIES:
            raise BadMark(f"no certainty: {label!r}")
        return Mark(what, int(number), "", start, end, kind or "", certainty or "", means=means or "")
    code = _CODE.match(label)
    if code is None or (codes is not None and code.group(1) not in codes):
        raise BadMark(f"no label: {label!r}")
    flags = re.findall(r"/([a-z]+)|\+([a-z]+)|(!)", code.group(2))
    certainty = next((flag[0] for flag in flags if flag[0]), "asserted")
    stage = next((flag[1] for flag in flags if flag[1]), "")
    if certainty not in CERTAINTIES or (stage and stage not in STAGES):
        raise BadMark(f"no certainty or stage: {label!r}")
    return Mark("code", 0, code.group(1), start, end, "", certainty, stage, any(flag[2] for flag in flags))


def blocks(path: Path, codes: frozenset[str] | None = None) -> Iterator[Block]:
    """The blocks of one file of paragraphs; raises BadMark naming file and line."""
    header, lines, first = "", [], 0
    for number, line in enumerate([*path.read_text("utf-8").splitlines(), "", "# end"], 1):
        if line.startswith("# "):
            if header:
                yield _block(path, header, lines, first, codes)
            header, lines, first = line[2:], [], number
        elif line.strip():
            lines.append(line.strip())


def _block(path: Path, header: str, lines: list[str], line: int, codes: frozenset[str] | None) -> Block:
    name, *values = [part.strip() for part in header.split("|")]
    about = dict(tuple(value.split(": ", 1)) for value in values if ": " in value)  # type: ignore[misc]
    try:
        text, marks = plain("\n\n".join(lines), codes)
    except BadMark as error:
        raise BadMark(f"{path.name}:{line}: {error}") from error
    for number in {m.number for m in marks if m.what in "ct"}:
        if not any(m.what == "c" and m.number == number for m in marks) or not any(
            m.what == "t" and m.number == number for m in marks
        ):
            raise BadMark(f"{path.name}:{line}: attribution {number} lacks its cue or its content")
    if not lines:
        raise BadMark(f"{path.name}:{line}: a block without text")
    return Block(name, about, text, tuple(marks), path.name, line)


def reports(found: Iterator[Block]) -> Iterator[Block]:
    """Blocks of one report, which share all of their name but its last number, as one block."""
    parts: dict[str, list[Block]] = {}
    for block in found:
        parts.setdefault(block.id.rpartition("-")[0], []).append(block)
    for name, each in parts.items():
        yield _joined(name, each)


def _joined(name: str, parts: Sequence[Block]) -> Block:
    text, marks, numbered = "", [], 0
    for part in parts:
        text += "\n\n" if text else ""
        marks += [
            replace(
                mark,
                start=mark.start + len(text),
                end=mark.end + len(text),
                number=mark.number + numbered if mark.number else 0,
            )
            for mark in part.marks
        ]
        numbered += max((mark.number for mark in part.marks), default=0)
        text += part.text
    return Block(name, parts[0].about, text, tuple(marks), parts[0].path, parts[0].line)


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence of an indicator's file: whether it fits the code, its plain text and its marks."""

    code: str
    fits: bool
    text: str
    marks: tuple[Mark, ...]


def examples(path: Path, codes: frozenset[str] | None = None) -> Iterator[Example]:
    """The sentences of one indicator's file; raises BadMark naming file and line."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line[:2] not in ("+ ", "- "):
            raise BadMark(f"{path.name}:{number}: begin the line with '+ ' or '- '")
        try:
            text, marks = plain(line[2:].strip(), codes)
        except BadMark as error:
            raise BadMark(f"{path.name}:{number}: {error}") from error
        fits = line.startswith("+")
        if fits and not any(mark.code == path.stem for mark in marks):
            raise BadMark(f"{path.name}:{number}: the words that state {path.stem} are not marked")
        if not fits and any(mark.code == path.stem for mark in marks):
            raise BadMark(f"{path.name}:{number}: a near miss must not carry the mark {path.stem}")
        yield Example(path.stem, fits, text, tuple(marks))
