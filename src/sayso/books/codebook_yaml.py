"""A codebook file as a tree of strings, each knowing its line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import yaml

from sayso.model.errors import BadBook

_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """A value of the file and the line it stands in, from 1."""

    value: Value
    line: int


Value: TypeAlias = "str | tuple[Entry, ...] | dict[str, Entry]"


class Complaints:
    """Everything that is wrong with one file, in the order of its lines."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._found: list[tuple[int, str]] = []

    def add(self, line: int, why: str) -> None:
        """Keep one complaint."""
        self._found.append((line, why))

    def __bool__(self) -> bool:
        return bool(self._found)

    def raised(self) -> BadBook:
        """The error that carries them all."""
        return BadBook(tuple(f"{self.path}:{line}: {why}" for line, why in sorted(set(self._found))))


def tree(data: bytes, complaints: Complaints) -> Entry:
    """The top entry of a file's bytes; raises `BadBook` where they are no YAML at all."""
    path = complaints.path
    try:
        node = yaml.compose(data.decode("utf-8-sig"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except UnicodeDecodeError as error:
        raise BadBook((f"{path}:{data[: error.start].count(10) + 1}: not UTF-8",)) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise BadBook((f"{path}:{_line_of(error)}: {_reason(error)}",)) from error
    if node is None:
        raise BadBook((f"{path}:1: empty",))
    return _entry(node, complaints, set(), 0)


def _line_of(error: Exception) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.line + 1 if mark else 1


def _reason(error: Exception) -> str:
    return f"not readable as YAML: {getattr(error, 'problem', None) or str(error).splitlines()[0]}"


def _entry(node: yaml.Node, complaints: Complaints, seen: set[int], depth: int) -> Entry:
    line = node.start_mark.line + 1
    if id(node) in seen:
        complaints.add(line, "an alias (*name); write the words out")
        return Entry("", line)
    if depth > _DEEPEST:
        complaints.add(line, "nested too deeply")
        return Entry("", line)
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return Entry(tuple(_entry(child, complaints, seen, depth + 1) for child in node.value), line)
    if isinstance(node, yaml.MappingNode):
        return Entry(_mapping(node, complaints, seen, depth), line)
    return Entry(str(node.value), line)


def _mapping(node: yaml.MappingNode, complaints: Complaints, seen: set[int], depth: int) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in found:
            complaints.add(key_node.start_mark.line + 1, f"{key!r} stands twice, first in line {found[key].line}")
        found[key] = _entry(value_node, complaints, seen, depth + 1)
    return found
