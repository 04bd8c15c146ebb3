"""Armed groups that no list has: found by the form of their names and by how a report introduces them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.model.span import Sentence, Token
from sayso.resolve.mentions_draft import is_capitalised
from sayso.resolve.mentions_groups import Entries, is_plain, named
from sayso.resolve.mentions_nations import ADJECTIVES, COUNTRY_NAMES
from sayso.resolve.mentions_words import (
    ARMED_ADJECTIVES,
    ARMED_NOUNS,
    ARMED_WORDS,
    GROUP_TAILS,
    SOFT_ARMED_WORDS,
    SOFT_TAILS,
    TITLES,
    WEAK_TAILS,
)

#: Small words that may stand inside a name, where a capital follows: "Lions of the River Movement".
_INSIDE = frozenset("of for the de del al in".split())
#: First words of a sentence that carry a capital and belong to no name.
_NOT_FIRST = frozenset(
    """the a an in on at by for from to of and but or as if when while after before since during with without under
    over near this that these those its their his her some many several most all few both other another one two three
    he she they it we i you there here last early late according despite although though because former fighters
    militants rebels""".split()
)
_LONGEST = 9
#: Between a name and its explanation: "X, a small insurgent group".
_EXPLAINED_WITHIN = 7
_ACRONYM = range(2, 9)
_INTRODUCERS = frozenset("called named known as dubbed calling itself , ‘ “ ' \"".split())


def local_names(sentences: Sequence[Sentence], entries: Entries) -> dict[str, str | None]:
    """Names and acronyms that the report itself gives to armed groups; None for an acronym given to anything else."""
    local: dict[str, str | None] = {}
    for sentence in sentences:
        if sentence.debris or not is_plain(sentence):
            continue
        known = named(sentence, entries)
        starts = {found.first: found for found in known}
        for first, last in runs(sentence):
            whole = next((starts[at] for at in range(first, last) if at in starts and starts[at].last >= last), None)
            name = whole.name if whole else _group_name(sentence, first, last, known)
            if name is not None and whole is None:
                local.setdefault(name, name)
            _learn_acronym(sentence.tokens, first, last, name, local)
            _learn_state(sentence.tokens, last, local)
        for found in known:
            _learn_acronym(sentence.tokens, found.first, found.last, found.name, local)
    return _plausible(local, entries)


#: Endings of the adjective of a country: "the Velmarian army".
_OF_COUNTRY = ("ian", "ean", "ese", "ish", "ani", "ari")
_FORCES = frozenset("army navy military troops forces soldiers".split())


def _learn_state(found: Sequence[Token], last: int, local: dict[str, str | None]) -> None:
    """Learns the forces of a state that no list has, from its adjective: "the Velmarian army", "Velmarian troops"."""
    word = found[last - 1].text
    if last >= len(found) or found[last].text not in _FORCES or word in ADJECTIVES or word in COUNTRY_NAMES:
        return
    if word.endswith(_OF_COUNTRY) and word[1:].islower():
        local.setdefault(f"{word} {found[last].text}", f"{word} Armed Forces")


def _plausible(local: dict[str, str | None], entries: Entries) -> dict[str, str | None]:
    """The same without aliases that already mean just that."""
    return {alias: name for alias, name in local.items() if name is None or not _means(alias, name, entries)}


def _means(alias: str, name: str, entries: Entries) -> bool:
    return any(forms == (alias,) and known == name for forms, known, _ in entries.get(alias.lower(), ()))


def runs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The runs of capitalised tokens in a sentence, small words of names inside them included."""
    found, count = sentence.tokens, len(sentence.tokens)
    at = 0
    while at < count:
        if not _opens(found, at):
            at += 1
            continue
        last = _run_end(found, at)
        yield at, last
        at = last


def _opens(found: Sequence[Token], at: int) -> bool:
    token = found[at]
    return is_capitalised(token) and not (at == 0 and token.lower in _NOT_FIRST) and token.text not in ("The", "A")


def _run_end(found: Sequence[Token], at: int) -> int:
    last = at + 1
    while last < len(found) and last - at < _LONGEST:
        if is_capitalised(found[last]):
            last += 1
            continue
        ahead = last
        while ahead < len(found) and ahead - last < 2 and found[ahead].text in _INSIDE:
            ahead += 1
        if ahead == last or ahead >= len(found) or not is_capitalised(found[ahead]):
            break
        if not _binds(found, at, last):
            break
        last = ahead + 1
    return last


def _binds(found: Sequence[Token], at: int, small: int) -> bool:
    """Whether a small word binds two capitals into one name: "of" and "for" do, "in" after a name with a tail."""
    word = found[small].text
    if word in ("of", "for", "de", "del"):
        return at == small - 1 or any(token.lower in GROUP_TAILS or token.text == "for" for token in found[at:small])
    return word == "in" and any(token.text in ("of", "for") for token in found[at:small])


def _group_name(sentence: Sentence, first: int, last: int, known: tuple[object, ...]) -> str | None:
    found = sentence.tokens
    if (
        _by_form(found, first, last)
        or _introduced(found, first)
        or _explained(found, last)
        or _is_followed(found, first, last)
    ):
        words = [token.text for token in found[first:last]]
        if last - first == 1 and (words[0] in ADJECTIVES or words[0] in COUNTRY_NAMES or len(words[0]) <= 2):
            return None
        name = " ".join(words).replace(" 's", "'s").replace(" ’s", "’s")
        return None if name in COUNTRY_NAMES or found[first].lower.rstrip(".") in TITLES else name
    return None


def _by_form(found: Sequence[Token], first: int, last: int) -> bool:
    words = [token.lower for token in found[first:last]]
    if len(words) < 2 or found[first].text in ADJECTIVES:
        return False
    soft = SOFT_ARMED_WORDS if words[-1] in SOFT_TAILS else frozenset()
    armed = any(word in ARMED_WORDS or word in soft for word in words[:-1])
    if words[-1] in GROUP_TAILS:
        return words[-1] not in WEAK_TAILS or armed
    opened = words[0] if words[0] in GROUP_TAILS else ""
    return bool(opened) and any(word in ("of", "for") for word in words) and (opened not in WEAK_TAILS or armed)


def _introduced(found: Sequence[Token], first: int) -> bool:
    """ "the armed group X", "a rebel movement called X"."""
    at = first - 1
    while at >= 0 and found[at].lower in _INTRODUCERS and first - at < 4:
        at -= 1
    if at < 1 or found[at].lower not in ARMED_NOUNS:
        return False
    return found[at - 1].lower in ARMED_ADJECTIVES or found[at].lower in ("militia", "insurgency")


#: What follows the name of a group and says what it is: "the Black Anchor gang", "Black Anchor gunmen".
_KINDS = frozenset("gang militia cartel insurgency mafia syndicate posse".split())
_PEOPLE = frozenset(
    """fighters militants rebels gunmen guerrillas guerillas insurgents militiamen mercenaries contractors gangsters
    deserters defectors commanders""".split()
)
_DAYS_AND_MONTHS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)


def _is_followed(found: Sequence[Token], first: int, last: int) -> bool:
    """Whether a word that is no part of the name says that it is a group's; two words prove more than one."""
    if last >= len(found) or not found[last].text.islower():
        return False
    words = [token.lower.rstrip(".") for token in found[first:last]]
    plain = not any(token.text in ADJECTIVES or token.text in COUNTRY_NAMES for token in found[first:last])
    if not plain or words[-1] in _DAYS_AND_MONTHS or words[0] in TITLES:
        return False
    word = found[last].lower
    return last - first > 1 and (word in _KINDS or word in _PEOPLE)


def _explained(found: Sequence[Token], last: int) -> bool:
    """ "X, an insurgent group", "X (KDF), a militia"."""
    at = last
    if at + 2 < len(found) and found[at].text == "(" and found[at + 2].text == ")":
        at += 3
    if at + 2 >= len(found) or found[at].text != "," or found[at + 1].lower not in ("a", "an", "the", "one"):
        return False
    for ahead in range(at + 2, min(at + 2 + _EXPLAINED_WITHIN, len(found))):
        word = found[ahead].lower
        if word in (",", ".", "of", "who", "from", "in", "by"):
            return False
        if word in ARMED_NOUNS:
            return found[ahead - 1].lower in ARMED_ADJECTIVES or word in ("militia", "insurgency")
    return False


def _learn_acronym(
    found: Sequence[Token], first: int, last: int, name: str | None, local: dict[str, str | None]
) -> None:
    at = last
    if at < len(found) and found[at].text in ("'", '"', "’", "”"):
        at += 1
    if at + 2 >= len(found) or found[at].text != "(" or found[at + 2].text not in (")", ",", ";"):
        return
    acronym = found[at + 1].text
    if len(acronym) not in _ACRONYM or not acronym.isupper():
        return
    initials = {token.text[0].upper() for token in found[first:last]}
    if name is not None or (last - first > 1 and acronym[0] in initials):
        local[acronym] = name
