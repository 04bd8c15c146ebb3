"""Names that lists must mask: private persons who tell or who are told of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.compose.passage import Findings
from sayso.model.mention import Mention, Role
from sayso.model.span import Span
from sayso.model.telling import PROTECTED_KINDS, TellerKind

_PRIVATE = re.compile(
    r"\b(?:deserter|defector|fighter|soldier|militant|conscript|recruit|private|corporal|detainee|prisoner|captive|resident|"
    r"villager|witness|farmer|trader|driver|teacher|student|nurse|midwife|mother|father|wife|widow|husband|brother|sister|"
    r"son|daughter|uncle|aunt|nephew|niece|cousin|relative|herder|shopkeeper|vendor|merchant|butcher|baker|tailor|mechanic|"
    r"pilot|boatman|ferryman|fisherman|labourer|laborer|carpenter|cook|activist|survivor|refugee|smuggler|gunman|rebel|boy|girl)s?\b"
    r"|^,? ?(?:aged )?[1-9]\d,",
    re.IGNORECASE,
)
#: So far around a name a word may stand that says it is a private person's: "Idris, 24, a deserter".
_AROUND = 40

#: Words in or right beside a name that make its bearer a public one; leaders, officers and officials keep their names.
_PUBLIC = re.compile(
    r"\b(?:leader|founder|commander|emir|amir|caliph|spokes(?:man|woman|person)|minister|president|governor|mayor|general|"
    r"gen|colonel|col|major|maj|captain|capt|lieutenant|lt|chief|director|senator|ambassador|judge|prosecutor|secretary|"
    r"professor|prof|envoy|king|prince|chairman)\b",
    re.IGNORECASE,
)
#: A public word stands as close to its name as an apposition does: "Abu Salih, the emir".
_BESIDE = 12

#: Words of a name that name nobody when they stand alone: titles, forms of address, particles, articles.
_NO_NAME = frozenset(
    """the a an this that his her their our my its he she they we it one another other others some many all two three
    and or of for in on at to by with from as but if when then there what who
    mr mrs ms miss dr prof sir lady madam madame monsieur sgt sergeant cpl corporal pvt private captain capt commander
    sheikh sheik shaykh haji hajji hajj imam mullah maulvi mufti pastor father mother brother sister uncle aunt comrade
    malam mallam alhaji emir abu abou umm oum ibn bin bint ben ould ag al el le la les de du van von der the
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)
_WORD = re.compile(r"[^\W_]+(?:[’'‘-][^\W_]+)*")
_POSSESSIVE = re.compile(r"[’']s?$")

#: A shorter word of a name ("Li", "Ba") is masked within the whole name alone.
_SHORTEST = 3


def protected_names(findings: Findings) -> tuple[Span, ...]:
    """The spans of names of protected tellers and of private persons, everywhere in the text."""
    text = findings.report.text
    common = {word for word in _WORD.findall(text) if word.islower()} | _told_words(findings) | _NO_NAME
    kept = {name for name in _public(findings) for name in _pieces(name, common)}
    whole = [name for name in _private(findings, kept, common) if _pieces(name, common)]
    pieces = {piece for name in whole for piece in _pieces(name, common)} - kept
    names = sorted({*pieces, *(_trimmed(name, common) for name in whole)}, key=lambda name: (-len(name), name))
    if not names:
        return ()
    each = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in names)})(?!\w)")
    return tuple(Span(found.start(), found.end()) for found in each.finditer(text))


def _private(findings: Findings, kept: set[str], common: set[str]) -> Iterator[str]:
    """The names of protected tellers, and of persons beside whom a word says that they are private ones."""
    for each in findings.attributions:
        if each.teller.kind in PROTECTED_KINDS and each.teller.name is not None:
            yield each.teller.name
    for mention in findings.mentions:
        if mention.role is Role.PERSON and not mention.pronoun and kept.isdisjoint(_pieces(mention.written, common)):
            before, after = _around(findings.report.text, mention, _AROUND)
            if _PRIVATE.search(before) or _PRIVATE.search(after):
                yield mention.written


def _public(findings: Findings) -> Iterator[str]:
    """The names of tellers of other kinds, and of persons whom a word in or beside their name makes public."""
    for each in findings.attributions:
        if each.teller.kind not in (*PROTECTED_KINDS, TellerKind.UNKNOWN) and each.teller.name is not None:
            yield each.teller.name
    for mention in findings.mentions:
        if mention.role is Role.PERSON and not mention.pronoun:
            before, after = _around(findings.report.text, mention, _BESIDE)
            if any(_PUBLIC.search(words) for words in (before, mention.written, after)):
                yield mention.written


def _around(text: str, mention: Mention, far: int) -> tuple[str, str]:
    before = text[max(0, mention.start - far) : mention.start].rpartition("\n")[2]
    return before, text[mention.end : mention.end + far].partition("\n")[0]


def _told_words(findings: Findings) -> set[str]:
    """Words of places and armed groups, in small letters: they are no words of a person's name alone."""
    written = [place.written for place in findings.places]
    written += [each.written for each in findings.mentions if each.role is Role.GROUP]
    return {word.lower() for each in written for word in _WORD.findall(each)}


def _pieces(name: str, common: set[str]) -> list[str]:
    """The words of a name that name a person even alone; none of a description such as "The brother"."""
    words = (_POSSESSIVE.sub("", word) for word in _WORD.findall(name))
    return [
        word
        for word in words
        if len(word) >= _SHORTEST
        and _is_name(word)
        and word.lower() not in common
        and not _PRIVATE.fullmatch(word)  # "Herders" at the head of a sentence
    ]


def _is_name(word: str) -> bool:
    return word[0].isupper() or any(part[:1].isupper() for part in re.split(r"[-’']", word))


def _trimmed(name: str, common: set[str]) -> str:
    """The name from its first to its last word that names a person; particles and articles between them stay."""
    pieces = _pieces(name, common)
    return name[name.index(pieces[0]) : name.rindex(pieces[-1]) + len(pieces[-1])]
