"""Credits that a report prints: bylines, datelines, "X reports:" lines, trailers. A bare mention is no credit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.model.books import Outlet, OutletFinder
from sayso.model.report import Credit
from sayso.read.layout import Block, Layout

_NAME = r"[A-Z][\w'’.&-]*(?: (?:[A-Z&][\w'’.&-]*|al-\w+|of|the|and|for|de|in|on|bin|van|von|der|el)){0,7}"
_BYLINE = re.compile(
    r"(?:by|written by|reported by|story by|words by|author|reporter"
    r"|from)[:\s]\s*(?P<names>(?:the )?(?-i:[A-Z])[^.!?]{1,120})\.?",
    re.IGNORECASE,
)
_SMALL = frozenset("and the of for in at de la el al bin ibn van von der den da dos du di y e with to on".split())
_NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december contrast comparison early late mid".split()
)
_DATELINE = re.compile(
    r"(?P<place>[A-Z][^()\n:;!?]{0,70}?)?\s*[(\[](?P<outlet>[A-Z@][^()\[\]\n]{1,60})[)\]]\s*(?P<dash>[—–:-]{1,3})?\s*(?=\S)"
)
_SLASH = re.compile(
    r"(?P<outlet>[A-Z][\w.'’ -]{1,40}?)\s?(?:/|, |\|)\s?(?P<place>[A-Z][\w.'’ -]{1,40}?)(?:\s*[—–:-]+\s|$)"
)
_LEAD = re.compile(
    rf"(?P<outlet>(?:[Tt]he )?{_NAME})(?: (?:news agency|newspaper|website|TV|television|radio))?"
    r" (?:reports?|reported|writes|wrote|has reported|is reporting|carries)(?: (?:that|today|on \w+))?\s?:"
)
_OUTLETISH = re.compile(
    r"\b(?:news|times|post|agency|press|outlook|tv|television|radio|daily|weekly|herald|tribune|journal|review|observer"
    r"|monitor|today|network|media|online|gazette|voice|channel|mail|telegraph|guardian|independent|standard|star|sun"
    r"|globe|chronicle|courier|bulletin|report|wire|watch|pravda|broadcasting|magazine)\b|\.(?:com|net|org|info|news)\b",
    re.IGNORECASE,
)
_WHAT = (
    r"(?:this |the )?(?:article|story|report|piece|post|item|text|dispatch|version|analysis)?\s*(?:was |has been |is )?"
)
_TRAILERS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"[\W_]*{_WHAT}(?:originally |first |previously )+(?:appeared|published|posted|printed|ran|reported|aired)"
        r" (?:in|on|by|at|with)(?: the website of)? (?P<outlet>[^.;()]{2,80})",
        rf"[\W_]*{_WHAT}(?:republished|reprinted|reproduced|syndicated|adapted|taken|translated|courtesy)"
        r"(?: with (?:the )?permission)? (?:from|of|by|through|via|courtesy of) (?P<outlet>[^.;()]{2,80})",
        r"[\W_]*(?:with|compiled (?:from|by)|based on|includes?|including)(?: additional| some)?(?: inputs?| reporting"
        r"| reports?| files?| information| material| contributions?| dispatches)*(?: from"
        r"| by)? (?P<outlet>[^.;()]{2,80})\W*",
        r"[\W_]*(?P<outlet>[^.;()]{2,80}?) (?:also )?contributed(?: reporting)? to this .{1,30}",
        r"[\W_]*(?:sources?|via|credits?|h/t|news source|origin)\s?[:=]\s?(?P<outlet>[^.;()]{2,80})\W*",
        r"[\W_]*(?:©|copyright|\(c\))\W*(?:\d{4}\W*)?(?:by )?(?P<outlet>[^.;()]{2,60}).{0,120}",
        r"[(\[]?(?:additional |written and )?(?:reporting|writing|editing|compiled|edited|reported|translated"
        r"|with reporting)"
        r"(?: and (?:writing|editing))? by (?P<outlet>[^()]{2,200})[)\]]?\.?",
    )
)
_WIRE_END = re.compile(
    r"(?:[—–-]{1,2}\s?|[(\[]\s?)(?P<outlet>(?-i:[A-Z@])[^()\[\]—–]{1,60}?)\s?[)\]]?\W*$", re.IGNORECASE
)
#: Lines longer than this are paragraphs, not credits, and are looked at only at their ends.
_LONGEST = 240
#: How many blocks of the body may carry the dateline, and how many at the end a trailer.
_DATELINE_WITHIN, _TRAILER_WITHIN = 2, 8
#: Short forms are at most this long, and are spelled out near the beginning of a report.
_LONGEST_SHORT, _LOOKED_AT = 6, 50_000
_ROLE = re.compile(r"(?:['’]s)? (?:staff|writers?|reporters?|correspondents?|journalists?|producers?|editors?)\b")
_COUNTRIES = frozenset(
    {"DRC", "CAR", "UAE", "USA", "U.S.", "U.K.", "RSA", "DPRK", "KRG", "PRC", "ROC", "FILE", "UPDATE"}
)
_SPLIT = re.compile(r"\s*(?:,|;|/|\||&| and | with |—|–| - )\s*")


def is_credit_line(line: str) -> bool:
    """Whether a line by itself looks like a byline or trailer, so that a page's text must keep it."""
    if not 3 <= len(line) <= _LONGEST:
        return False
    return _names_in_byline(line) is not None or any(
        pattern.fullmatch(line) and pattern is not _TRAILERS[3] for pattern in _TRAILERS
    )


def byline_of(layout: Layout, register: OutletFinder) -> Credit | None:
    """The byline at the head of a report, else at its end."""
    near = [*layout.blocks[: layout.body + 1], *layout.blocks[layout.tail :]]
    for block in near:
        names = _names_in_byline(block.text) if len(block.text) <= _LONGEST else None
        if names is not None:
            outlet = next((found.name for part in _SPLIT.split(names) if (found := _find(part, register))), None)
            return Credit(block.start, block.end, block.text, "byline", outlet)
    return None


def _names_in_byline(line: str) -> str | None:
    """The names of a line such as "By Ada Invented, Harbour Times", else None."""
    match = _BYLINE.fullmatch(line)
    if not match:
        return None
    words = re.findall(r"[\w'’.-]+", match["names"])
    first = words[0].lower() if words else ""
    small = sum(1 for word in words if word[0].islower() and word not in _SMALL and not word.startswith("al-"))
    return None if not words or len(words) > 16 or first in _NOT_NAMES or small > len(words) // 3 else match["names"]


def credits_of(layout: Layout, register: OutletFinder, own: str | None = None) -> tuple[Credit, ...]:
    """Every credit of an outlet or agency in the report, sorted by place, each once; `own` is its outlet's name.

    A short form that the report or its outlet's name spells out is that name, whatever else goes by those letters.
    """
    found = {*_datelines(layout, register), *_leads(layout, register), *_trailers(layout, register)}
    text = f"{own or ''}\n{layout.text}"
    spelled = {credit: _spelled_out(credit.written, text) for credit in found}
    named = [replace(credit, outlet=_canonical(name, register)) if name else credit for credit, name in spelled.items()]
    return tuple(sorted(named, key=lambda credit: (credit.start, credit.end, credit.kind, credit.outlet or "")))


def _canonical(name: str, register: OutletFinder) -> str:
    known = _find(name, register)
    return known.name if known is not None else name


def _datelines(layout: Layout, register: OutletFinder) -> Iterator[Credit]:
    for block in layout.blocks[: layout.body + _DATELINE_WITHIN]:
        head = block.text[:160]
        match = _DATELINE.match(head)
        if match and (match["dash"] or _find(match["outlet"], register)):
            yield from _named(block, match, "dateline", register, strict=not match["place"])
            return
        match = _SLASH.match(head)
        if match and _is_place(match["place"], block) and _find(match["outlet"], register):
            yield from _named(block, match, "dateline", register, strict=True)
            return


def _is_place(words: str, block: Block) -> bool:
    """Whether what stands beside an agency's name is a place: two names on a line of their own are a photographer's."""
    return words.isupper() or len(words.split()) == 1 or len(block.text) > len(words) + 45


def _leads(layout: Layout, register: OutletFinder) -> Iterator[Credit]:
    for block in layout.blocks:
        match = _LEAD.fullmatch(block.text) if len(block.text) <= _LONGEST else None
        if match is None:
            continue
        found = _find(match["outlet"], register)
        if found or _OUTLETISH.search(match["outlet"]) or match["outlet"].isupper():
            yield _credit(block, match, "lead", found.name if found else match["outlet"])


def _trailers(layout: Layout, register: OutletFinder) -> Iterator[Credit]:
    last = max(0, min(layout.tail, len(layout.blocks)) - 2)
    for number in range(min(last, max(0, len(layout.blocks) - _TRAILER_WITHIN)), len(layout.blocks)):
        block = layout.blocks[number]
        if number == layout.headline:
            continue
        if len(block.text) <= _LONGEST:
            for pattern in _TRAILERS:
                match = pattern.fullmatch(block.text) or pattern.fullmatch(block.text.rstrip(". "))
                if match:
                    yield from _named(block, match, "trailer", register, strict=pattern not in _TRAILERS[:2])
                    break
        end = _WIRE_END.search(block.text, max(0, len(block.text) - 80))
        if end and number >= last:
            yield from _named(block, end, "trailer", register, strict=True)


def _spelled_out(short: str, text: str) -> str | None:
    """The outlet's name that the text itself gives for a short form: its words begin with those letters."""
    if not (short.isalpha() and short.isupper() and 2 < len(short) <= _LONGEST_SHORT):
        return None
    words = r"(?: (?:of|the|and|for|de|du)){0,2} ".join(rf"{letter}[a-zà-ÿ'’-]+" for letter in short)
    found = re.search(rf"\b{words}\b", text[:_LOOKED_AT])
    return found.group() if found and _OUTLETISH.search(found.group()) else None


def _named(block: Block, match: re.Match[str], kind: str, register: OutletFinder, *, strict: bool) -> Iterator[Credit]:
    """A credit for each outlet that the matched words name; `strict` asks that the register has it."""
    words = match["outlet"].strip()
    whole = _find(words, register)
    parts = [words] if whole else [part for part in _SPLIT.split(words) if part]
    for part in parts:
        found = _longest(part, register)
        if found is not None:
            start = block.start + match.start("outlet") + match["outlet"].index(part)
            yield Credit(start, start + len(found[0]), found[0], kind, found[1].name)
    if not strict and _may_be_outlet(words) and not any(_longest(part, register) for part in parts):
        yield _credit(block, match, kind, words)


def _longest(words: str, register: OutletFinder) -> tuple[str, Outlet] | None:
    """The words, or those before a journalist's role ("Associated Press writer ..."), that the register has."""
    known = _find(words, register)
    if known is not None:
        return words, known
    role = _ROLE.search(words)
    known = _find(words[: role.start()], register) if role else None
    return (words[: role.start()].strip(), known) if role and known is not None else None


def _may_be_outlet(words: str) -> bool:
    """Whether words that the register does not have can name an outlet: a short form of a country does not."""
    return words.upper() not in _COUNTRIES and (len(words) > 2 or words.islower()) and not words.isdigit()


def _credit(block: Block, match: re.Match[str], kind: str, outlet: str) -> Credit:
    start, end = block.start + match.start("outlet"), block.start + match.end("outlet")
    written = block.text[match.start("outlet") : match.end("outlet")]
    return Credit(start, end, written, kind, outlet)


def _find(words: str, register: OutletFinder) -> Outlet | None:
    """The register's outlet for some words, an article or a possessive apart."""
    plain = words.strip(" \t.,:;-—–'\"’").removesuffix("'s").removesuffix("’s")
    return register.find(plain) if plain else None
