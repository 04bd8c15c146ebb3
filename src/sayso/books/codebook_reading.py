"""A codebook read from its YAML, or refused with every complaint at once."""

from __future__ import annotations

import re

from sayso.books.codebook_checks import check_codebook
from sayso.books.codebook_yaml import Complaints, Entry, tree
from sayso.model.books import Codebook, Example, Indicator

KINDS = ("event", "state", "pattern")
SPEAKS_FOR = ("decay", "holding", "neutral")
_TOP = ("name", "version", "title", "scope", "words", "reasons", "indicators")
_LISTS = ("borders", "yields_to", "patterns", "excludes", "examples", "counter_examples")
_TEXTS = ("code", "family", "name", "definition", "kind", "speaks_for")
_CODE = re.compile(r"[a-z][a-z0-9_]*")
_MARKED = re.compile(r"\{([^{}]+)\}")


def read(data: bytes, shown: str, path: str) -> Codebook:
    """The codebook that the bytes of a file say; complaints call the file what is `shown`, `path` is kept."""
    complaints = Complaints(shown)
    top = _fields(tree(data, complaints), complaints, _TOP, "a codebook")
    for key in ("name", "version", "indicators"):
        if key not in top:
            complaints.add(1, f"has no {key!r}")
    codebook = Codebook(
        name=_text(top.get("name"), complaints),
        version=_text(top.get("version"), complaints),
        title=_text(top.get("title"), complaints),
        scope=_text(top.get("scope"), complaints),
        indicators=_indicators(top.get("indicators"), complaints),
        words=_named_lists(top.get("words"), complaints),
        reasons=_named_lists(top.get("reasons"), complaints),
        path=path,
    )
    lines = _lines(top)
    check_codebook(codebook, lines.get, complaints)
    if complaints:
        raise complaints.raised()
    return codebook


def _lines(top: dict[str, Entry]) -> dict[tuple[str, ...], int]:
    """Where each word class, reason and pattern stands, by its path."""
    found: dict[tuple[str, ...], int] = {}

    def visit(entry: Entry, path: tuple[str, ...]) -> None:
        found.setdefault(path, entry.line)
        if isinstance(entry.value, dict):
            for key, child in entry.value.items():
                visit(child, (*path, key))
        elif isinstance(entry.value, tuple):
            for number, child in enumerate(entry.value):
                visit(child, (*path, str(number)))

    for key, entry in top.items():
        visit(entry, (key,))
    return found


def _fields(entry: Entry, complaints: Complaints, known: tuple[str, ...], what: str) -> dict[str, Entry]:
    if not isinstance(entry.value, dict):
        complaints.add(entry.line, f"{what} is a list of names and values, as in `name: cohesion`")
        return {}
    for key, child in entry.value.items():
        if key not in known:
            complaints.add(child.line, f"{what} has no {key!r}; it has {', '.join(known)}")
    return {key: child for key, child in entry.value.items() if key in known}


def _text(entry: Entry | None, complaints: Complaints) -> str:
    if entry is None:
        return ""
    if not isinstance(entry.value, str) or not entry.value.strip():
        complaints.add(entry.line, "text should stand here")
        return ""
    return " ".join(entry.value.split())


def _texts(entry: Entry | None, complaints: Complaints) -> tuple[tuple[str, int], ...]:
    if entry is None:
        return ()
    if not isinstance(entry.value, tuple):
        if entry.value:
            complaints.add(entry.line, "a list should stand here, one item a line, each after a dash")
        return ()
    return tuple((_text(child, complaints), child.line) for child in entry.value)


def _named_lists(entry: Entry | None, complaints: Complaints) -> dict[str, tuple[str, ...]]:
    if entry is None:
        return {}
    if not isinstance(entry.value, dict):
        complaints.add(entry.line, "names should stand here, each with a list")
        return {}
    return {key: tuple(text for text, _ in _texts(child, complaints)) for key, child in entry.value.items()}


def _indicators(entry: Entry | None, complaints: Complaints) -> tuple[Indicator, ...]:
    if entry is None:
        return ()
    if not isinstance(entry.value, tuple) or not entry.value:
        complaints.add(entry.line, "a list of indicators should stand here, each beginning with `- code:`")
        return ()
    return tuple(_indicator(child, complaints) for child in entry.value)


def _indicator(entry: Entry, complaints: Complaints) -> Indicator:
    fields = _fields(entry, complaints, _TEXTS + _LISTS, "an indicator")
    for key in ("code", "definition", "examples"):
        if key not in fields:
            complaints.add(entry.line, f"indicator {_text(fields.get('code'), complaints)!r} has no {key!r}")
    code = _text(fields.get("code"), complaints)
    if code and not _CODE.fullmatch(code):
        complaints.add(entry.line, f"code {code!r}: small letters, digits and _ only, beginning with a letter")
    lists = {key: _texts(fields.get(key), complaints) for key in _LISTS}
    return Indicator(
        code=code,
        family=_text(fields.get("family"), complaints),
        name=_text(fields.get("name"), complaints) or code.replace("_", " "),
        definition=_text(fields.get("definition"), complaints),
        borders=_only(lists["borders"]),
        kind=_one_of(fields.get("kind"), KINDS, complaints),
        speaks_for=_one_of(fields.get("speaks_for"), SPEAKS_FOR, complaints),
        patterns=_only(lists["patterns"]),
        excludes=_only(lists["excludes"]),
        examples=_examples(lists["examples"], complaints),
        counter_examples=tuple(Example(text, None, line) for text, line in lists["counter_examples"]),
        line=entry.line,
        yields=_only(lists["yields_to"]),
    )


def _only(texts: tuple[tuple[str, int], ...]) -> tuple[str, ...]:
    return tuple(text for text, _ in texts)


def _one_of(entry: Entry | None, allowed: tuple[str, ...], complaints: Complaints) -> str:
    found = _text(entry, complaints) or allowed[-1 if allowed is SPEAKS_FOR else 0]
    if found not in allowed and entry is not None:
        complaints.add(entry.line, f"{found!r} is not one of {', '.join(allowed)}")
    return found


def _examples(texts: tuple[tuple[str, int], ...], complaints: Complaints) -> tuple[Example, ...]:
    found: list[Example] = []
    for text, line in texts:
        plain, spans = _MARKED.sub(r"\1", text), _MARKED.findall(text)
        if "{" in plain or "}" in plain:
            complaints.add(line, "a brace without its partner")
        elif text and not spans:
            complaints.add(line, "mark the words that state it, as in `Three rebels {walked away from the post}.`")
        found.extend(Example(plain, span, line) for span in spans)
    return tuple(found)
