"""Which claims tell what an outlet takes back: corrections of its own, and reports that another has withdrawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.link.voices import Names, credit_of, voice_of
from sayso.model.binding import Taking, Voice
from sayso.model.claim import Claim
from sayso.model.report import Report
from sayso.model.telling import PUBLISHERS

_PIECE = r"(?:article|story|stories|reports?|dispatch|item|piece|post|account|headline|bulletin|broadcast|coverage)"
_VERSION = r"(?:earlier|previous|prior|original|initial|first|older|print|morning) (?:version|edition|form|draft)s?"
_WRONGLY = r"(?:incorrectly|wrongly|mistakenly|erroneously|falsely|inaccurately|in error)"
_ONCE = rf"(?:originally|initially|previously|earlier|first|{_WRONGLY})"
_SAID = (
    r"(?:said|stated|reported|claimed|gave|put|wrote|suggested|asserted|indicated|described|told|had it|quoted|cited"
    r"|carried|attributed)"
)
_TOOK = (
    r"(?:retracts?|retracted|retracting|withdraws?|withdrew|withdrawn|withdrawing|pulled|disowns?|disowned|deleted"
    r"|removed|recalled|spiked|took back|taken back|takes back|took down|taken down|apologi[sz]e[sd]? for"
    r"|corrects?|corrected|walked back|no longer stands? by|cannot stand by|can no longer stand by)"
)
_WRONG = r"(?:wrong|incorrect|inaccurate|false|mistaken|in error|untrue|unfounded|not true|not correct|without basis)"
_MEANWHILE = (
    r"(?:has|have|had|is|are|was|since|later|now|also|then|quietly|formally|today|yesterday"
    r"|on \w+day|(?:this|last) week)"
)
_WHOSE = r"(?:its|the|an?|that|this|our|their|his|her|two|both)"
_OWN = r"(?:we|this (?:news)?(?:paper|site|website|agency|outlet|page)|the editors?|our (?:paper|site|newsroom))"

#: An outlet by its name, or by what it is.
_NAME = (
    r"(?P<name>(?:[Tt]he )?[A-Z][\w&'’.-]*(?: (?:of|the|and|de|al-)? ?[A-Z][\w&'’.-]*){0,5}"
    r"|(?:[Tt]he|[Tt]hat|[Tt]his) (?:news )?(?:agency|paper|newspaper|outlet|broadcaster|network|site|website|station"
    r"|daily|weekly|magazine|channel|portal|wire))"
)

#: Words that mark a passage, or a whole report that opens with them, as a notice of correction.
_NOTICE = re.compile(
    r"\s*[\[(*_—–-]*\s*(?:corrections?|corrected|clarifications?|corrigend(?:um|a)|errat(?:um|a)|retractions?|retracted"
    r"|withdrawn|editor['’]?s['’]? note|for the record|setting the record straight|we got (?:it|that) wrong)\b",
    re.IGNORECASE,
)
_APOLOGY = re.compile(
    rf"\b(?:regrets? the error|(?:we|the editors?) (?:regret|apologi[sz]e)|contrary to (?:our|an|what)[^.;]{{0,30}}"
    rf"(?:{_PIECE}|reported|{_VERSION})|{_WRONGLY} {_SAID}|was {_WRONG})\b",
    re.IGNORECASE,
)

#: What comes before words that the report's own outlet takes back.
_OWN_BEFORE = re.compile(
    rf"(?:\b{_VERSION}\b(?: of (?:this|our) {_PIECE})?[^.;]{{0,60}}?\b(?:{_SAID}|{_ONCE})\b"
    rf"|\b(?:this|our) {_PIECE}\b[^.;]{{0,60}}?\b{_ONCE}(?: \w+)? {_SAID}\b"
    rf"|\b{_OWN} (?:{_MEANWHILE} )*{_ONCE} {_SAID}\b|\b{_OWN} (?:{_MEANWHILE} )*{_SAID} {_WRONGLY}\b"
    rf"|\b{_OWN} (?:were|was) {_WRONG} (?:to|in) (?:{_SAID}|say|report|write|claim|saying|reporting)\w*"
    rf"|\b{_OWN} (?:{_MEANWHILE} )*{_TOOK} (?:{_WHOSE} )?(?:\w+ ){{0,3}}{_PIECE}\b)",
    re.IGNORECASE,
)

#: An earlier version of no named piece: taken for the outlet's own only in a notice or after "this", "our".
_OF_OTHERS = re.compile(rf"{_VERSION} of (?!(?:this|our)\b)", re.IGNORECASE)

#: What comes before words that an outlet which is named takes back.
_NAMED_BEFORE = re.compile(
    rf"{_NAME}(?:,[^,.;]{{1,50}},)? (?:{_MEANWHILE} )*(?:{_TOOK} (?:{_WHOSE} )?(?:\w+ ){{0,3}}?{_PIECE}\b"
    rf"|(?:was|were|been) {_WRONG} (?:to|in) (?:say|report|write|claim|saying|reporting)\w*"
    rf"|{_ONCE} {_SAID}\b(?=[^.;]{{0,20}}\bin error))"
)
_NAMED_PIECE = re.compile(rf"{_NAME}['’]s? (?:since-)?(?:now-)?(?:retracted|withdrawn|deleted|disowned) {_PIECE}\b")

#: What comes after words that are taken back: "our report that … was wrong", "in a story it has since withdrawn".
_OPENS = re.compile(
    rf"\b(?P<whose>our|its|this|an earlier|the) (?:\w+ ){{0,2}}?{_PIECE}\b[^.;]{{0,60}}? that\b", re.IGNORECASE
)
_WAS_WRONG = re.compile(
    rf"^[^.;]{{0,12}}?\b(?:was|were|is|has proved|proved|proved to be|turned out to be|has been|had been) (?:\w+ )?"
    rf"(?:{_WRONG}|retracted|withdrawn)\b", re.IGNORECASE,
)  # fmt: skip
_SINCE_TAKEN = re.compile(
    rf"\bin an? (?:\w+ )?{_PIECE} (?:that |which )?(?:it|the \w+|has|was)(?: has| had| have)?(?: since| later| now"
    rf"| been| was)* (?:retracted|withdrew|withdrawn|pulled|deleted|disowned|corrected)\b", re.IGNORECASE,
)  # fmt: skip

#: A sentence that goes on from one in which a piece was taken back.
_GOES_ON = re.compile(
    rf"^\W*(?:it|the {_PIECE}|that {_PIECE}|the (?:earlier |original )?version) (?:had )?(?:\w+ly )?{_SAID}\b",
    re.IGNORECASE,
)
_HAD_ERROR = re.compile(
    rf"\b(?:(?:this|our|an? {_VERSION} of (?:this|our)) {_PIECE}\b[^.;]{{0,80}}?\b(?:an? (?:\w+ )?errors?|{_WRONG}))\b",
    re.IGNORECASE,
)

#: A report that says of itself that it no longer stands.
_WHOLE = re.compile(
    rf"\b(?:this {_PIECE} (?:has been|was|is|had to be) (?:\w+ )?(?:retracted|withdrawn)"
    rf"|{_OWN} (?:have|has) (?:retracted|withdrawn) this {_PIECE}|{_OWN} (?:retract|withdraw)s? this {_PIECE})\b",
    re.IGNORECASE,
)
_WHOLE_HEAD = re.compile(r"\s*[\[(*]*\s*(?:retracted|withdrawn)\b\s*[\])*]*\s*[:.—–-]", re.IGNORECASE)

#: Where the words that are taken back end and those that take their place begin.
_TURN = re.compile(
    r"(?:;|\bin fact\b|\bactually\b|\binstead\b|\bit (?:was|is) in fact\b|\bshould have\b|\bwhen in (?:fact|truth)\b"
    r"|\bin reality\b|\bthe correct\b|, but\b|\bwhereas\b|, not\b)",
    re.IGNORECASE,
)

#: Without one of these, in lower case, nothing is looked at more closely; looking for them is quick.
_HINTS = tuple(
    "correct corrig errat error retract withdr version edition wrong mistak inaccura editor pulled disown delet "
    "removed recalled spiked taken took takes apolog stand walked originally initially previously clarif regret "
    "record false untrue unfounded".split()
)


def heard(claim: Claim, report: Report, names: Names) -> Voice:
    """Whose say-so the claim is, through which outlets it came, and what it takes back."""
    credit = credit_of(report, names)
    through = [report.outlet, *(hop.name for hop in reversed(claim.chain[:-1]) if hop.kind in PUBLISHERS)]
    keys = dict.fromkeys(names.key(name) for name in (*through, credit and credit.outlet) if name)
    return replace(voice_of(claim, report, names), through=tuple(keys), takes=taking_of(claim, report, names))


def taking_of(claim: Claim, report: Report, names: Names) -> Taking | None:
    """What a claim takes back, by its words and those around it, or None for one that takes nothing back."""
    text = report.text
    if not _hints(text):
        return None
    own = names.key(report.outlet) if report.outlet else ""
    if _is_whole(report):
        return Taking(own, repeats=True, whole=True)
    start, end = _sentence(claim)
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    passage = text[first : last if last >= 0 else len(text)]
    if not _hints(passage) and not _NOTICE.match(text):
        return None
    notice = bool(_NOTICE.match(passage) or _NOTICE.match(text))
    outlet = _repeats(text[start:end], (claim.start - start, claim.end - start), notice=notice)
    if outlet is None and _GOES_ON.match(text[start:end]):
        outlet = _before(text[first:start], notice=notice)
    if outlet is not None:
        return Taking(_key(outlet, claim, own, names), repeats=True)
    return Taking(own, repeats=False) if notice or _APOLOGY.search(passage) else None


def _hints(text: str) -> bool:
    lowered = text.lower()
    return any(hint in lowered for hint in _HINTS)


def _is_whole(report: Report) -> bool:
    return any("this" in line.lower() and _WHOLE.search(line) for line in _taking(report)) or bool(
        _WHOLE_HEAD.match(report.text)
    )


def _taking(report: Report) -> list[str]:
    """The paragraphs of a report that speak of something retracted or withdrawn."""
    if "retract" not in report.text and "withdr" not in report.text:
        return []
    return [line for line in report.text.split("\n") if "retract" in line or "withdr" in line]


def _sentence(claim: Claim) -> tuple[int, int]:
    start, end = claim.sentence
    return (start, end) if start <= claim.start and claim.end <= end else (claim.start, claim.end)


def _repeats(sentence: str, at: tuple[int, int], *, notice: bool) -> str | None:
    """The outlet, as written, that takes back the words at a place of a sentence; "" for the one that prints them."""
    start, end = at
    for match, name in _cues(sentence, notice=notice):
        if match.end() <= start + _INTO and not _TURN.search(sentence[match.end() : start]):
            return name
    after = sentence[end:]
    opened = _OPENS.search(sentence[: start + _INTO])
    if opened and _WAS_WRONG.match(after):
        return "" if opened["whose"].casefold() in _OURS or notice else _teller(sentence[: opened.start()])
    return _THEIRS if _SINCE_TAKEN.search(after) or _SINCE_TAKEN.search(sentence[:start]) else None


#: A claim's words may begin within the cue by so much ("gave forty as …").
_INTO = 2

#: Whose piece is the report's own.
_OURS = frozenset({"our", "this", "an earlier"})

#: Capitalised words that name nobody.
_PRONOUNS = frozenset("We They He She It Who I".split())

#: The outlet that the claim's own chain names, and one that is called by what it is.
_THEIRS = "\x00"
_GENERIC = re.compile(r"[Tt]h(?:e|at|is) [a-z]")


def _cues(sentence: str, *, notice: bool) -> Iterator[tuple[re.Match[str], str]]:
    for match in _OWN_BEFORE.finditer(sentence):
        if notice or not _OF_OTHERS.search(match.group()):
            yield match, ""
    for pattern in (_NAMED_BEFORE, _NAMED_PIECE):
        for match in pattern.finditer(sentence):
            if match["name"] not in _PRONOUNS:
                yield match, match["name"]


def _before(passage: str, *, notice: bool) -> str | None:
    """The outlet that takes back a piece in the sentences before, the last one first."""
    found = [(match.end(), name) for match, name in _cues(passage, notice=notice)]
    found += [(match.end(), "") for match in _HAD_ERROR.finditer(passage)]
    return max(found)[1] if found else None


def _teller(before: str) -> str:
    """The name of the outlet that speaks of its own report."""
    match = re.search(rf"{_NAME}(?: \w+){{0,4}}\W*$", before)
    return match["name"] if match else _THEIRS


def _key(written: str, claim: Claim, own: str, names: Names) -> str:
    """The key of the outlet that takes something back; "the agency" is the publisher that the chain names, if any."""
    if not written:
        return own
    chain = [names.key(hop.name) for hop in claim.chain[:-1] if hop.kind in PUBLISHERS and hop.name]
    if written == _THEIRS or _GENERIC.match(written):
        return next((key for key in reversed(chain) if key != own), "")
    return names.key(written)
