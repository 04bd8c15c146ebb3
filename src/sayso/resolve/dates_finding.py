"""Date expressions of a stretch of text, found and fitted together but not yet resolved."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from dataclasses import dataclass

from sayso.model.span import Span
from sayso.resolve import dates_months, dates_numeric, dates_relative
from sayso.resolve.dates_atom import Atom
from sayso.resolve.dates_words import folded

#: Order decides: a shape listed earlier keeps its words from all later ones.
RULES = (
    *dates_months.DATED,
    *dates_numeric.FIGURES,
    *dates_relative.RULES,
    *dates_months.BARE,
    *dates_numeric.YEARS,
)

#: One cheap look per class of trigger words; a stretch without any holds no date.
_TRIGGERS = {
    "month": re.compile(
        r"\b(?:J(?:an|un|ul)|Feb|Ma[ry]|Apr|Aug|Sep|Oct|Nov|Dec|J(?:AN|UN|UL)|FEB|MA[RY]|APR|AUG|SEP|OCT|NOV|DEC)"
    ),
    "weekday": re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY"),
    "figure": re.compile(r"[0-9]{4}|[0-9][/.][0-9]"),
    "decade": re.compile(r"0['’]?s\b"),
    "season": re.compile(r"\b(?:spring|summer|autumn|fall|winter)\b"),
    "quarter": re.compile(r"\bquarter\b|\bQ[1-4]\b"),
    "holiday": re.compile(r"[Cc]hristmas|Boxing Day|New Year|Valentine|May Day|Halloween|Women['’]s Day"),
    "near": re.compile(r"(?i:today|yesterday|tomorrow|tonight|last night|this (?:morning|afternoon|evening))"),
    "unit": re.compile(
        r"\b(?i:day|night|morning|afternoon|evening|week|weekend|fortnight|month|quarter|year|decade)s?\b"
    ),
}
_ANY = re.compile("|".join(trigger.pattern for trigger in _TRIGGERS.values()))
_JOIN = re.compile(r"\s{0,3}(?:to|until|till|through|[-–—])\s{0,3}")
_JOIN_AND = re.compile(r"\s{0,3}(?:and|to)\s{0,3}")
_BEFORE = re.compile(
    r"\b(?P<word>since|until|till|up to|by|before|after|from|between|as of|as late as|no later than|around"
    r"|about|circa|week (?:of|beginning)|weekend of|onwards? from|starting(?: from| in| on)?)"
    r"(?:\s(?P<eve>the eve of))?(?:\s(?:the|at|on|in|early|late|of|end|its|around|about|at least|noon"
    r"|midnight|dawn)){0,3}\s{1,3}$",
    re.IGNORECASE,
)
_LOOK_BACK = 40
#: A stretch with more dates than this is a table, not prose; the rest of it is left unread.
_MOST = 1000


@dataclass(frozen=True, slots=True)
class Expression:
    """A date with the word that opens it ("since", "until", …) or a range between two atoms."""

    start: int
    end: int
    word: str  # "" | "since" | "until" | "before" | "by" | "about" | "week" | "weekend" | "range"
    first: Atom
    second: Atom | None = None


def expressions(text: str, span: Span) -> tuple[Expression, ...]:
    """Every date expression of the stretch in text order, never overlapping."""
    if not _ANY.search(text, span.start, span.end):
        return ()
    atoms = _atoms(text, span)
    found: list[Expression] = []
    at = 0
    while at < len(atoms):
        floor = found[-1].end if found else span.start
        following = atoms[at + 1] if at + 1 < len(atoms) else None
        expression = _joined(text, floor, atoms[at], following)
        found.append(expression)
        at += 2 if expression.second else 1
    return tuple(found)


def _atoms(text: str, span: Span) -> list[Atom]:
    present = {name for name, trigger in _TRIGGERS.items() if trigger.search(text, span.start, span.end)}
    taken: list[Atom] = []  # sorted by start, never overlapping
    for rule in RULES:
        if rule.trigger in present:
            for match in rule.pattern.finditer(text, span.start, span.end):
                atom = None if _touches(taken, match.start(), match.end()) else rule.read(match)
                if len(taken) == _MOST:
                    return taken
                if atom:
                    insort(taken, atom, key=_start)
    return taken


def _start(atom: Atom) -> int:
    return atom.start


def _touches(taken: list[Atom], start: int, end: int) -> bool:
    place = bisect_left(taken, end, key=_start)
    return place > 0 and taken[place - 1].end > start


def _joined(text: str, floor: int, atom: Atom, following: Atom | None) -> Expression:
    """The atom with the word before it, and with its partner where the two make a range."""
    lead = _BEFORE.search(text[max(floor, atom.start - _LOOK_BACK) : atom.start])
    word = folded(lead["word"]) if lead else ""
    start = atom.start - (len(lead.group()) if lead else 0)
    if following and not atom.bar and not following.bar:
        gap = text[atom.end : following.start]
        if _JOIN.fullmatch(gap) or (word == "between" and _JOIN_AND.fullmatch(gap)):
            return Expression(
                start if word in ("from", "between") else atom.start, following.end, "range", atom, following
            )
    kind = _kind(word, text[atom.end : atom.end + 3])
    if word in ("after", "before") and lead and folded(lead.group()).endswith(" the"):
        kind = ""  # "after the October raid" dates the raid
    return Expression(start if kind else atom.start, atom.end, kind, atom)


def _kind(word: str, after: str) -> str:
    if word.startswith("week"):
        return word.split(maxsplit=1)[0]
    if word in ("around", "about", "circa"):
        return "about"
    if word in ("until", "till", "up to", "as late as"):
        return "until"
    if word in ("before", "by", "no later than"):
        return "" if after[:2] in ("'s", "’s") else {"no later than": "by"}.get(word, word)
    if word == "since" or word.startswith(("onward", "starting")):
        return "since"
    return "since" if word == "after" and after[:2] not in ("'s", "’s") else ""
