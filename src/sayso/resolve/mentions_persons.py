"""Named persons of a text: by title, by role noun before the name, by what follows it, and by surname again later."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.mention import Role
from sayso.model.span import Sentence, Token
from sayso.resolve.mentions_draft import Draft, Named
from sayso.resolve.mentions_groups import is_plain
from sayso.resolve.mentions_nations import ADJECTIVES, COUNTRY_NAMES
from sayso.resolve.mentions_unknown import runs
from sayso.resolve.mentions_words import GROUP_TAILS, HEADS, TITLES

#: Nouns that stand right before a person's name.
_ROLES = frozenset(
    """spokesman spokeswoman spokesperson commander leader expert analyst resident activist member chief official
    researcher professor minister president governor mayor officer lawyer doctor journalist farmer trader teacher
    student defector deserter fighter militant soldier emir warlord politician lawmaker elder cleric imam founder
    director founder head preacher negotiator deputy ambassador envoy secretary general colonel captain sergeant
    lieutenant major brigadier brother wife widow mother father son daughter councillor strongman""".split()
)
_SAYING = frozenset(
    """said says told tells added adds explained explains recalled recalls argued argues claimed claims warned warns
    acknowledged noted notes stated states confirmed denied admitted wrote writes insisted insists""".split()
)
_NO_PERSON = frozenset(
    """university ministry council committee department agency institute centre center province district governorate
    state city town river mountains lake airport hospital prison street bank court parliament post times news press
    radio television tv observatory foundation office union nations party republic kingdom monday tuesday wednesday
    thursday friday saturday sunday january february march april may june july august september october november
    december ramadan christmas islam islamic christian war world east west north south eastern western northern southern
    central human rights watch network operation command house base camp institution society journal daily media
    international national united""".split()
)
_LONGEST_NAME = 6
_ROLE_WITHIN = 5


def persons(sentences: Sequence[Sentence], named: Sequence[tuple[Named, ...]]) -> list[Draft]:
    """The mentions of persons in text order; a surname alone is the person last named in full with it."""
    surnames: dict[str, str] = {}
    drafts: list[Draft] = []
    for number, sentence in enumerate(sentences):
        if sentence.debris or not is_plain(sentence):
            continue
        taken = {at for name in named[number] for at in range(name.first, name.last)}
        for first, last in runs(sentence):
            if not taken.isdisjoint(range(first, last)):
                continue
            draft = _person(number, sentence.tokens, first, last, surnames)
            if draft is not None:
                drafts.append(draft)
    return drafts


def _person(number: int, found: Sequence[Token], first: int, last: int, surnames: dict[str, str]) -> Draft | None:
    start, titled = _past_titles(found, first, last)
    words = [token.text for token in found[start:last] if token.text not in ("'s", "’s")]
    if not words or len(words) > _LONGEST_NAME or not _may_be_name(words):
        return None
    known = surnames.get(words[-1]) if len(words) == 1 else None
    if known is None and not (titled or _titled_before(found, start) or _told(found, start, last, len(words))):
        return None
    name = known or " ".join(words)
    if len(words) > 1:
        surnames[words[-1]] = name
    elif known is None and titled:
        surnames[words[0]] = name
    return Draft(number, first, last, last - 1, Role.PERSON, False, name, None, kind="person")


def _may_be_name(words: Sequence[str]) -> bool:
    if (
        words[0].lower() in HEADS
        or "of" in words
        or words[0] in ADJECTIVES
        or " ".join(words) in COUNTRY_NAMES
        or words[-1].lower() in GROUP_TAILS
    ):
        return False
    return not any(word.lower() in _NO_PERSON for word in words) and not (len(words) == 1 and words[0].isupper())


def _past_titles(found: Sequence[Token], first: int, last: int) -> tuple[int, bool]:
    """The start of the name proper, behind the last title in the run: "Air Force Col. Ann Lee"."""
    start = next((at + 1 for at in range(last - 2, first - 1, -1) if found[at].lower.rstrip(".") in TITLES), first)
    return start + (start < last and found[start].text == "."), start > first


def _titled_before(found: Sequence[Token], first: int) -> bool:
    """Whether a title ("Col.") or a role noun ("spokesman") stands right before."""
    if first == 0:
        return False
    before = found[first - 1]
    if before.text == "." and first > 1:
        return found[first - 2].lower in TITLES
    return before.lower in _ROLES


def _told(found: Sequence[Token], first: int, last: int, words: int) -> bool:
    """Whether a name of two words or more is followed or preceded by a verb of saying, or explained by a role."""
    if words < 2 or last >= len(found):
        return words >= 2 and first > 0 and found[first - 1].lower in _SAYING
    if found[last].lower in _SAYING or (first > 0 and found[first - 1].lower in ("said", "says", "named", "called")):
        return True
    if found[last].text != ",":
        return False
    return any(token.lower in _ROLES or token.text.isdigit() for token in found[last + 1 : last + 1 + _ROLE_WITHIN])
