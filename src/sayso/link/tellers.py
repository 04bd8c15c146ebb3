"""Who an unnamed or half-named teller is, by what his description and the rest of his report say of him."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.link.folding import folded_name
from sayso.link.wording import NOUN_END, STOP
from sayso.model.report import Report
from sayso.model.telling import Hop

#: A person's name that a description begins with: "Adjutant Salif Kone of the gendarmerie".
_NAMED_FIRST = re.compile(r"(?:[Tt]he )?((?:[A-Z][\w’'-]*\.? ){1,4}[A-Z][\w’'-]+)(?=,| of | from | who |$)")

#: An institution that speaks as such, and not through an official of its own.
_BODY = re.compile(
    r"(?:(?:the|[a-z]+[’']s) )?((?:[a-z]+ )?(?:(?:ministry|department) (?:of|for) (?:the )?[a-z]+"
    r"|[a-z]+ (?:ministry|department)|army|military|armed forces|air force|navy|police|gendarmerie|coalition|government"
    r"|pentagon|kremlin|united nations))",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(ministry|department) (?:of|for) (?:the )?([a-z]+)")
_SPELT = {"defense": "defence"}

_INDEFINITE = r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|[0-9]+)"

#: Words that set a second teller of one description apart from the first.
_SECOND = re.compile(r"\b(?:another|other|second|third|different|separate|fellow)\b", re.IGNORECASE)


def full_name(hop: Hop, report: Report) -> str:
    """The folded name of a named teller; one of a single word is told in full where the report has one full name for
    it."""
    name = folded_name(hop.name or hop.written)
    if " " in name or not name.isalpha():
        return name
    last = re.compile(rf"((?:[A-Z][\w’'-]+ ){{1,3}}){re.escape(hop.name or hop.written)}\b")
    found = {_without_openers(folded_name(match.group())) for match in last.finditer(report.text)}
    full = {each for each in found if each.endswith(f" {name}")}
    return full.pop() if len(full) == 1 else name


def _without_openers(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[0] in STOP:
        words.pop(0)
    return " ".join(words)


def name_first(written: str) -> str:
    """The folded name of two words or more that a description begins with, or ""."""
    match = _NAMED_FIRST.match(written)
    name = folded_name(match[1]) if match else ""
    return name if " " in name else ""


def body_of(written: str) -> str:
    """The institution that the words name and nothing else, spelt one way, or ""."""
    match = _BODY.fullmatch(written.strip())
    if not match:
        return ""
    plain = _OF.sub(r"\2 \1", " ".join(match[1].casefold().split()))
    return " ".join(_SPELT.get(word, word) for word in plain.split())


def first_mention(hop: Hop, report: Report) -> int | None:
    """Where a report first speaks of the one unnamed teller that a description means: "the fisherman" is the only one
    of whom it said "a fisherman" before. None where that cannot be told."""
    words = NOUN_END.split(hop.written, maxsplit=1)[0].split()
    if hop.start is None or not words or _SECOND.search(hop.written):
        return None
    found = _indefinite(words[-1], report.text)
    alike = [at for at in found if not _SECOND.search(report.text[at : at + len(hop.written)])]
    return alike[0] if len(found) == 1 and alike and alike[0] <= hop.start else None


#: The last word before a place, and what can stand between "a" and the noun.
_WORD_BEFORE = re.compile(r"\w+$")
_BETWEEN = re.compile(r"[\w’'-]+")
_MOST_BETWEEN = 3


def _indefinite(word: str, text: str) -> list[int]:
    """Where a text speaks of a noun as of one not told of before ("a fisherman", "two of the fishermen").

    What begins at each "a" of a text would have to be tried; so it is looked for from the noun back to what leads it.
    """
    noun = re.escape(word)
    mention = re.compile(rf"\b{_INDEFINITE}\b(?: [\w’'-]+){{0,{_MOST_BETWEEN}}}? {noun}\b", re.IGNORECASE)
    starts: set[int] = set()
    for match in re.finditer(rf" {noun}\b", text, re.IGNORECASE):
        starts |= set(_leads(text, match.start()))
    found, last = [], 0
    for start in sorted(starts):
        if start >= last and (match_here := mention.match(text, start)):
            found.append(start)
            last = match_here.end()
    return found


def _leads(text: str, end: int) -> Iterator[int]:
    """Where the words begin that stand a few words or less before a place."""
    for _ in range(_MOST_BETWEEN + 1):
        first = text.rfind(" ", 0, end) + 1
        if word := _WORD_BEFORE.search(text, first, end):
            yield word.start()
        if not first or not _BETWEEN.fullmatch(text, first, end):
            return
        end = first - 1
