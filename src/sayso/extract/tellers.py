"""From the words of a source to a teller: kind, name, whom he speaks for, through whom he is passed on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from sayso.extract.kinds import heads_outlet, kind_of, parts_of
from sayso.extract.lexicon import Lexicon
from sayso.model.books import Outlet
from sayso.model.span import Span
from sayso.model.telling import Access, Teller, TellerKind

FindOutlet = Callable[[str], Outlet | None]

_PARTICLES = "al|el|ar|ash|as|az|an|ad|bin|ibn|abu|umm|van|von|de|da|del|la|le|dos|der|ag|ould|wa"
_NAME_WORD = rf"(?:[A-Z][\w’'.-]*|(?:{_PARTICLES})(?=[\s-])[\w’'-]*)"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s+{_NAME_WORD})*")
_TITLE = re.compile(
    r"^(?:(?:the|a|an|another|one|former|retired|senior|deputy|chief|army|navy|air force|marine|police|brigade|"
    r"district|provincial|local|state|federal|government|council|militia|rebel|tribal|community|village|regional|national|interior|defen[cs]e|"
    r"foreign|prime|vice|group|security|intelligence|mr|mrs|ms|dr|prof|professor|rev|sheikh|sheik|imam|mullah|gen|general|"
    r"lt|lieutenant|col|colonel|maj|major|capt|captain|cmdr|commander|sgt|sergeant|cpl|corporal|pvt|private|brig|brigadier|"
    r"adm|admiral|marshal|president|minister|ministry|governor|gov|senator|sen|rep|representative|mayor|judge|ambassador|"
    r"secretary|spokesman|spokeswoman|spokesperson|analyst|expert|researcher|activist|resident|farmer|trader|driver|teacher|"
    r"nurse|doctor|fighter|soldier|deserter|defector|member|leader|head|director|chairman|elder|chieftain|official|officer|"
    r"witness|villager|shopkeeper|herder|historian|scholar|sir|lord|father|sister|brother|king|queen|prince|emir|us|u\.s|uk|un)\.?\s+)+",
    re.IGNORECASE,
)
_RELAY = re.compile(
    r"\b(?:reported|published|obtained|released|carried|quoted|cited|seen|reviewed|broadcast|aired|relayed|translated|"
    r"disseminated|shared|verified|analy[sz]ed|leaked)\s+(?:on\s+\w+\s+)?(?:by|to|in|on)\s+",
)
_REPORTS_BY = re.compile(
    r"^(?:(?:the|a|an|some|several|numerous|various|recent|new|unconfirmed|media|news|local|press|initial)\s+)*"
    r"(?:reports?|accounts?|statements?|testimon(?:y|ies)|comments?|remarks?|claims?|information|figures|estimates?|data|interviews?|conversations?|talks)\s+"
    r"(?:from|by|of|with|given by|issued by|provided by|released by|compiled by)\s+",
    re.IGNORECASE,
)
_AFFILIATION = re.compile(
    r"\b(?:spokes(?:man|woman|person)|official|officials|commander|officer|leader|member|head|chief|director|expert|analyst|"
    r"researcher|adviser|advisor|minister|governor|chairman|elder|fellow|monitor)s?\s+(?:for|of|at|with|from)\s+(?:the\s+)?"
    r"((?:(?!\b(?:Gen|Col|Lt|Maj|Capt|Sgt|Brig|Adm)\b|\bAir Force\b|\bArmy\b|\bin\b)[^,;()])+)"
)
_PLURAL_PRONOUNS = frozenset(
    {"they", "we", "some", "others", "many", "several", "those", "these", "both", "all", "them"}
)


@dataclass(frozen=True, slots=True)
class Described:
    """A teller as its words describe it, with whoever passed him on inside the same words."""

    teller: Teller
    relay: Span | None = None


def described(text: str, span: Span, lexicon: Lexicon, outlet_named: FindOutlet) -> Described:
    """Who the words of a source name, before pronouns and bare surnames are resolved."""
    relay = _relay(text, span)
    core = Span(span.start, relay[0]) if relay is not None else span
    core = _unwrapped(text, core)
    words = core.of(text).strip(" ,")
    outlet = outlet_in(words, lexicon, outlet_named)
    kind = kind_of(words, lexicon)
    if outlet is not None and kind is TellerKind.RESIDENT and words.rstrip(" .,").endswith(outlet):
        kind = TellerKind.OUTLET  # "the Irrawaddy Messenger" is no messenger
    name = outlet if outlet is not None and kind in _CARRIERS else name_in(words, kind)
    if outlet is not None and kind in _CARRIERS:
        found = outlet_named(outlet)
        kind = TellerKind.AGENCY if found is not None and found.agency else TellerKind.OUTLET
        if found is None and re.search(r"\b(?:agency|wire|newswire|news service)\b", words, re.IGNORECASE):
            kind = TellerKind.AGENCY
    teller = Teller(
        name=name,
        written=words,
        start=core.start,
        end=core.start + len(core.of(text).rstrip(" ,")),
        kind=kind,
        named=name is not None,
        access=access_in(words, lexicon, kind),
        affiliation=affiliation_in(words),
        plural=is_plural(words, kind),
    )
    return Described(teller, Span(relay[1], span.end) if relay is not None and relay[1] < span.end else None)


#: Kinds whose words may turn out to name an outlet: it has no head noun of its own, or a noun such as "agency".
_CARRIERS = frozenset({TellerKind.UNKNOWN, TellerKind.OUTLET, TellerKind.AGENCY})


def _relay(text: str, span: Span) -> tuple[int, int] | None:
    """Where "documents REPORTED BY the Post" turns from the one who knew to the one who passed it on."""
    found = _RELAY.search(text, span.start + 3, span.end)
    return (found.start(), found.end()) if found is not None else None


def _unwrapped(text: str, span: Span) -> Span:
    """The words after "reports from": whoever gave the reports."""
    found = _REPORTS_BY.match(span.of(text))
    if found is None or found.end() >= len(span):
        return span
    rest = text[span.start + found.end() : span.end]
    if re.match(r"(?:the\s+)?(?:\w+\s+)?(?:front|ground|area|city|town|region|scene|field)\b", rest, re.IGNORECASE):
        return span
    return Span(span.start + found.end(), span.end)


def outlet_in(words: str, lexicon: Lexicon, outlet_named: FindOutlet) -> str | None:
    """The outlet some words name: one of the register, or a capitalised name beside a noun such as "newspaper"."""
    names = [found.group().strip(" .,'’") for found in _NAME.finditer(words)]
    names = [name for name in names if name.lower() not in _NO_NAMES]
    for name in names:
        for candidate in _shorter(name):
            found = outlet_named(candidate)
            if found is not None:
                return found.name
    called = next((name for name in names if _CALLED_LIKE_ONE.fullmatch(name)), None)
    if called is not None and words.split(",", maxsplit=1)[0].strip().endswith(called):
        return called
    tokens = re.findall(r"[\w.'’-]+", words.lower())
    if not heads_outlet(tokens, lexicon) or not names:
        return None
    plain = [name for name in names if name.lower() not in {"the", "a", "an"}]
    named = [name for name in plain if not _is_origin(name, words)]
    return (named or plain)[-1] if plain else None


#: Names as only newspapers and broadcasters have them: "the Irrawaddy Messenger", "Radio Selva".
_CALLED_LIKE_ONE = re.compile(
    r"(?:[A-Z][\w’'-]+\s+){1,3}(?:Times|Post|Tribune|Herald|Messenger|Courier|Telegraph|Gazette|Chronicle|Inquirer|Examiner|"
    r"Dispatch|Mirror|Sentinel|Daily|Weekly|News|Radio|TV|Television|Bulletin|Journal|Express|Echo|Star|Mail)|"
    r"(?:Radio|Daily|TV|Télé|Diario|Journal)\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?"
)


def _is_origin(name: str, words: str) -> bool:
    """Whether a name is an adjective of origin before the noun: "the British newspaper"."""
    after = words[words.find(name) + len(name) :].lstrip().lower()
    return after.startswith(
        ("newspaper", "news ", "television", "paper", "state", "daily ", "broadcaster", "agency", "satellite", "tv ")
    )


def _shorter(name: str) -> list[str]:
    words = name.split()
    return [
        " ".join(words[i:j])
        for size in range(len(words), 0, -1)
        for i in range(len(words) - size + 1)
        for j in (i + size,)
    ]


#: Words that begin a sentence with a capital and name nobody.
_NO_NAMES = frozenset(
    (
        "he she it they we i you one another others some many several both all none nobody its his her their our my "
        "the a an this that these those who mr mrs ms dr"
    ).split()
)


def name_in(words: str, kind: TellerKind) -> str | None:
    """The proper name in a source's words, without titles; an institution's name where it names one, else None."""
    first = parts_of(words)[0] if parts_of(words) else ""
    if kind is TellerKind.DOCUMENT:
        return None
    for part in parts_of(words):
        bare = _TITLE.sub(
            "", re.sub(r"^.*\b(?=(?:Gen|Col|Lt|Maj|Capt|Cmdr|Sgt|Brig|Adm|Sheikh|Sheik|Imam|Dr|Prof)\b)", "", part)
        ).strip()
        names = [found.group().strip() for found in _NAME.finditer(bare) if found.group().lower() not in _NO_NAMES]
        full = [name for name in names if len(name.split()) > 1 or part == first]
        if full and _is_person_or_body(part, full[-1]):
            return full[-1].rstrip(".,")
    return None


def _is_person_or_body(part: str, name: str) -> bool:
    """Whether the name stands for the teller, not for where he comes from ("officials in Gao", "U.S. officials")."""
    at = part.rfind(name)
    before, after = re.sub(r"\s(?:the|an?)\s*$", "", part[:at].lower()).rstrip(), part[at + len(name) :].strip().lower()
    if before.endswith((" in", " of", " from", " near", " at", " for", " inside", " with", " to")):
        return False
    return not after or after.startswith(("'s", "’s", "(", "-")) or not after[0].isalpha()


def affiliation_in(words: str) -> str | None:
    """The body a speaker is said to speak for: "a spokesman for U.S. Central Command" → U.S. Central Command."""
    found = _AFFILIATION.search(words)
    return found.group(1).strip() if found is not None else None


def access_in(words: str, lexicon: Lexicon, kind: TellerKind) -> Access:
    """How the teller could know, where the words around him say so."""
    low = words.lower()
    for access, spoken in lexicon.access:
        if spoken.search(low):
            return access
    return Access.OWN_RECORD if kind is TellerKind.DOCUMENT else Access.UNSTATED


def is_plural(words: str, kind: TellerKind) -> bool:
    """Whether the words name more than one teller; a lone name in -s ("Roberts") names one, a lone noun several."""
    first = (parts_of(words) or [""])[0]
    if first.lower() in _PLURAL_PRONOUNS or _SEVERAL.match(first):
        return True
    head = re.split(r"\s(?:of|for|in|at|from|with|inside|near|around|along|within)\s", first, maxsplit=1)[0].split()
    if not head or not head[-1].endswith("s") or head[-1].endswith(("ss", "us", "is", "'s", "’s")):
        return head[-1:] in (["men"], ["women"], ["people"], ["police"], ["Men"], ["Women"], ["People"])
    return head[-1][0].islower() or (len(head) == 1 and kind is not TellerKind.UNKNOWN)


_SEVERAL = re.compile(r"(?:two|three|four|five|six|several|some|many|both|others|most)\b", re.IGNORECASE)
