"""Whether a teller is the printing outlet itself, by whatever name it calls itself: then he is no hop of his own."""

from __future__ import annotations

import re

from sayso.model.report import Report
from sayso.model.telling import Teller

_MEDIA = (
    r"(?:news)?(?:paper|agency|site|website|channel|station|magazine|outlet|radio|weekly|daily|blog|programme|program)"
)
_OURSELVES = re.compile(
    rf"(?:this|our|the present)\s+(?:\w+\s+)?{_MEDIA}|"
    # Its own people, and what it printed before.
    r"(?:this|our|one of our|the present)\s+(?:own\s+)?(?:\w+\s+)?"
    r"(?:reporters?|correspondents?|stringers?|colleagues?|writers?|authors?)(?:\s+(?-i:[A-Z]).*)?|"
    r"(?:(?:an?|the)\s+)?(?:(?:earlier|previous|first|original)\s+)?version of this (?:report|story|article|post)|"
    r"we sent\b.*|this (?:report|story|article|post|statement|release|briefing|brief)",
    re.IGNORECASE,
)
#: Labels that a transcript gives to the outlet's own people.
_STAFF = frozenset(
    "presenter host anchor moderator interviewer newsreader announcer reporter correspondent q question".split()
)
#: Words that an outlet's short name leaves out: "Meridian" of "Meridian Press Agency".
_GENERIC = frozenset(
    "press news agency service wire network media group online radio television tv daily weekly newspaper of".split()
)
#: Small words before which the head noun of a body's name stands: "Panel of Experts", "Institute for Frontier Studies".
_HEAD_ENDS = re.compile(r"\s(?:of|for|on|in|against)\s")


def is_own_outlet(teller: Teller, report: Report) -> bool:
    """Whether a hop is the printing outlet itself: "he told Diyaruna" in Diyaruna, "told this newspaper"."""
    written = teller.written.strip()
    if _OURSELVES.fullmatch(written) or written.lower() in _STAFF:
        return True
    return any(is_short_for(teller.name, own) or _is_body(teller, own) for own in _names(report))


def _names(report: Report) -> list[str]:
    return [name for name in (report.outlet, report.outlet_written) if name]


#: Bodies that publish under their own name, with or without their country's.
_MINISTRY = re.compile(r"(?:Ministry|Department|Office|Directorate|Command|Commission|Panel|Mission|Government)\b")


def is_short_for(name: str | None, own: str) -> bool:
    """Whether a name is the outlet's own, in full or short: "the Post" of "The Morning Post", "NNA" of its initials."""
    short = re.sub(r"^the\s+", "", name or "", flags=re.IGNORECASE)
    whole = re.sub(r"^the\s+", "", own, flags=re.IGNORECASE)
    if not short:
        return False
    if whole.startswith(f"{short} of ") and _MINISTRY.match(short):
        return True
    if f" {whole}".endswith(f" {short}") or short == _initials(whole):
        return True
    return whole.startswith(f"{short} ") and all(word.lower() in _GENERIC for word in whole[len(short) :].split())


def _initials(name: str) -> str | None:
    """The initials of a name of three words or more, as agencies sign: "NNA" of "National News Agency"."""
    words = [word for word in name.split() if word[0].isupper()]
    return "".join(word[0] for word in words) if len(words) > 2 else None


def _is_body(teller: Teller, own: str) -> bool:
    """Whether a body that publishes its own report is meant by its head noun: "the Panel", "this Ministry"."""
    definite = re.fullmatch(r"(?:the|this)\s+([A-Z]\w+)", teller.written.strip(), re.IGNORECASE)
    if (
        definite is None
        or not definite.group(1)[0].isupper()
        or (teller.name or own).lower() not in _own_words(teller, own)
    ):
        return False
    head = _HEAD_ENDS.split(own, maxsplit=1)[0].split()[-1]
    return definite.group(1).lower() == head.lower() and _HEAD_ENDS.search(own) is not None


def _own_words(teller: Teller, own: str) -> set[str]:
    """Names under which a body may go in its own report: its full name, or its head noun alone."""
    bare = re.sub(r"^the\s+", "", teller.written.strip(), flags=re.IGNORECASE)
    return {own.lower(), bare.lower(), f"the {bare}".lower()}
