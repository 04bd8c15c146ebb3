"""What kind of teller the words of a source name: their head noun decides."""

from __future__ import annotations

import re

from sayso.extract.lexicon import Lexicon
from sayso.model.telling import TellerKind

_COMMUNITY = re.compile(
    r"\b(?:chief|leader|head) of (?:the|a|his|her) (?:\w+ )?(?:village|tribe|clan|community)\b|\btribal\b", re.I
)
_CLERGY = re.compile(r"(?:the\s+)?(?:Father|Sister|Brother|Mother|Fr\.?|Pastor|Rev\.?|Reverend|Mgr|Monsignor)\s+[A-Z]")
_LEFT = re.compile(
    r"\bwho\s+(?:had\s+|has\s+|have\s+)?(?:once\s+|recently\s+)?(?:deserted|defected|escaped|fled|left|quit|walked out|"
    r"ran away|served|fought|spent\s+[\w\s]{2,30}\s+with|surrendered|gave (?:him|her)self up|gave themselves up|"
    r"used to (?:fight|serve))\b",
    re.IGNORECASE,
)
_FORCE = re.compile(
    r"\b(?:army|front|militia|group|rebels?|force|forces|brigade|battalion|column|movement|gang|faction|camp|ranks|unit|"
    r"coalition|commando|gendarmerie|insurgents|guerrillas|regiment|legion|corps|[A-Z]{2,}(?:-[A-Z0-9]+)?)\b"
)
_AGENT = re.compile(
    r"(?:^|\s)(?:an?|one|two|three|several|some|another|the)\s+(?:[\w-]+\s+){0,2}?"
    r"(?!(?:number|matter|paper|letter|river|quarter|order|register|other|border|shelter|figure|winter|summer|error|"
    r"corner|chapter|poster|centre|center|floor|door|factor|sector|mirror|rumou?r|list|process)s?$)"
    r"\w{3,}(?:ers?|ors?|ists?|wi(?:fe|ves)|herds?|ess(?:es)?)$"
)


#: Who does so for a living is somebody of the place.
_LIVES = re.compile(
    r"\bwho\s+(?:sells|sold|grows|grew|farms|farmed|fishes|fished|lives|lived|keeps|runs|drives|drove|herds|teaches|taught|"
    r"trades|traded|works|worked|owns|bakes|cooks|sews|repairs|mends|weaves)\b"
)


def kind_of(words: str, lexicon: Lexicon) -> TellerKind:
    """What kind of teller some words name: their head noun decides, an apposition helps a bare name."""
    left = _LEFT.search(words)
    if left is not None and _FORCE.search(words, left.end()):
        return TellerKind.FORMER_MEMBER
    found = _kind_of_parts(words, lexicon)
    if found is not TellerKind.UNKNOWN:
        return found
    if _LIVES.search(words):
        return TellerKind.RESIDENT
    head = re.split(r"\s(?:in|of|from|at|near|with|who|on)\s|,", words, maxsplit=1)[0]
    if _AGENT.search(head) and head.lower().split()[-1] not in lexicon.tellers:
        return TellerKind.RESIDENT
    return found


def _kind_of_parts(words: str, lexicon: Lexicon) -> TellerKind:
    for part in parts_of(words):
        kind = _kind_of_part(part, lexicon)
        if kind is not None:
            return kind
    return TellerKind.UNKNOWN


def parts_of(words: str) -> list[str]:
    """The phrase itself and its appositions, in order."""
    return [part.strip() for part in re.split(r",|\(|\)|\bwho\b|\bwhich\b", words) if part.strip()]


def _kind_of_part(part: str, lexicon: Lexicon) -> TellerKind | None:
    head = re.split(
        r"\s(?:of|for|in|at|from|with|inside|near|within|on|close|familiar|based|fighting|speaking|involved)\s",
        part,
        maxsplit=1,
    )[0]
    if _CLERGY.match(head):
        return TellerKind.COMMUNITY_LEADER
    low = head.lower().replace("’", "'")
    tokens = re.findall(r"[\w.'-]+", low)
    if set(tokens) & set(lexicon.words.former):
        hit = _last_kind(tokens, lexicon)
        if hit in (TellerKind.FIGHTER, TellerKind.MILITARY):
            captive = {"captured", "detained", "imprisoned"} & set(tokens)
            return TellerKind.PRISONER if captive else TellerKind.FORMER_MEMBER
    if heads_outlet(tokens, lexicon):
        return TellerKind.AGENCY if {"agency", "wire", "newswire", "service"} & set(tokens) else TellerKind.OUTLET
    kind = _last_kind(tokens, lexicon)
    if kind is TellerKind.UNKNOWN:
        return _sourced(part, tokens, lexicon)
    if kind is TellerKind.OFFICIAL and _COMMUNITY.search(part):
        return TellerKind.COMMUNITY_LEADER
    if kind is TellerKind.OFFICIAL and (
        set(tokens) & _SOLDIERLY
        or re.search(r"\b(?:command|army|military|coalition|navy|air force|forces)\b", part, re.IGNORECASE)
    ):
        return TellerKind.MILITARY
    return kind


_SOLDIERLY = frozenset(
    (
        "gen. col. lt. maj. capt. sgt. brig. adm. cmdr. general colonel lieutenant major captain sergeant brigadier "
        "admiral military army"
    ).split()
)


def _sourced(part: str, tokens: list[str], lexicon: Lexicon) -> TellerKind:
    """The kind behind "a military source", "sources in the ministry": the adjective or the place of the source."""
    before = [
        token for token in tokens if token not in {"source", "sources", "a", "the", "unnamed", "anonymous", "person"}
    ]
    adjectives = {
        "military": TellerKind.MILITARY,
        "security": TellerKind.OFFICIAL,
        "intelligence": TellerKind.OFFICIAL,
        "diplomatic": TellerKind.OFFICIAL,
        "government": TellerKind.OFFICIAL,
        "official": TellerKind.OFFICIAL,
        "medical": TellerKind.RESIDENT,
        "tribal": TellerKind.COMMUNITY_LEADER,
        "rebel": TellerKind.FIGHTER,
        "police": TellerKind.OFFICIAL,
    }
    return next((adjectives[token] for token in before if token in adjectives), TellerKind.UNKNOWN)


def heads_outlet(tokens: list[str], lexicon: Lexicon) -> bool:
    """Whether a noun such as "newspaper" is the head of a phrase."""
    nouns = frozenset(lexicon.words.outlet_nouns)
    return bool(tokens) and (
        any(t in nouns for t in tokens[-4:])
        and not set(tokens) & {"police", "intelligence", "aid", "spy", "security", "space", "border"}
    )


def _last_kind(tokens: list[str], lexicon: Lexicon) -> TellerKind | None:
    """The kind named by the longest, then last, known noun of the phrase."""
    for size in (3, 2):
        for at in range(len(tokens) - size, -1, -1):
            kind = lexicon.tellers.get(" ".join(tokens[at : at + size]))
            if kind is not None:
                return kind
    for token in reversed(tokens):
        kind = lexicon.tellers.get(token) or lexicon.tellers.get(token.removesuffix("'s").rstrip("."))
        if kind is not None:
            return kind
    return None
