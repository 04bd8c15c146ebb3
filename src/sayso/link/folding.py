"""Words and names folded, so that what differs only in dress compares equal."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*", re.UNICODE)

#: Forms of address, ranks and articles that are no part of a name; matched after folding.
_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir lord lady sheikh shaykh sheik imam mullah hajji haji the "
    "gen general lt lieutenant col colonel maj major capt captain cpt sgt sergeant brig brigadier adm admiral cmdr "
    "commander emir spokesman spokeswoman spokesperson minister president king prince senator governor mayor "
    "army force air navy marine retired adjutant corporal private sergeant-major inspector superintendent ambassador "
    "councillor bishop warrant".split()
)

#: A name keeps at least this many words, so that "the General" does not fold to nothing.
_LEAST_NAME = 1


def folded(text: str) -> str:
    """The text in one case without marks on letters."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(mark for mark in plain if not unicodedata.combining(mark)).casefold()


def words_of(text: str) -> list[str]:
    """The folded words and numbers of a text, in order; thousands marks are dropped from numbers."""
    return [word.replace(",", "") for word in _WORD.findall(with_figures(folded(text)))]


def folded_name(name: str) -> str:
    """A name without titles, marks and punctuation, for comparing."""
    words = words_of(name.replace(".", ""))
    bare = [word for word in words if word not in _TITLES]
    return " ".join(bare if len(bare) >= _LEAST_NAME else words)


#: What agencies, papers and sites are called beside their name.
_CALLED = frozenset("agency newspaper magazine website com net org".split())


def outlet_name(name: str) -> str:
    """An outlet's name without titles, marks, punctuation and the word for what it is."""
    words = folded_name(name).split()
    while len(words) > 1 and (words[-1] in _CALLED or (words[-1] == "news" and len(words) > 2)):
        words.pop()
    return " ".join(words)


_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_MORE = "seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

#: Number words and their figures, so that "forty" and "40" compare equal.
_FIGURES = {word: str(n) for n, word in enumerate(f"{_ONES} {_MORE}".split())} | {
    word: str(10 * n) for n, word in enumerate(_TENS.split(), 2)
}


_UNITS = "one two three four five six seven eight nine"
_COMPOUND = re.compile(rf"\b({_TENS.replace(' ', '|')})[-\u2010\u2011 ]({_UNITS.replace(' ', '|')})\b", re.IGNORECASE)


#: What number words of tens end in; looking for these is quicker than looking for the words.
_LEAST = len("fifty-one")
_TENS_ENDS = ("enty", "irty", "orty", "ifty", "ixty", "ighty", "inety")


def with_figures(text: str) -> str:
    """The text with number words of two parts ("thirty-seven") as figures."""
    return _COMPOUND.sub(_joined, text) if len(text) >= _LEAST and any(end in text for end in _TENS_ENDS) else text


def _joined(match: re.Match[str]) -> str:
    return str(int(_FIGURES[match[1].casefold()]) + int(_FIGURES[match[2].casefold()]))


_COUNTED = re.compile(
    rf"(?:(?:{'|'.join(_FIGURES)}|hundreds?|dozens?|several|some|many)(?:[- ]+|$))+(?=\w)", re.IGNORECASE
)


def actor_name(name: str) -> str:
    """The name of a group, folded; a number word before it ("Nine Reed Front fighters") is no part of it."""
    counted = _COUNTED.match(name)
    return folded_name(name[counted.end() :] if counted else name)


def plain_number(word: str) -> str:
    """A folded word, as figures where it is a number word."""
    return _FIGURES.get(word, word)


_SOFT = str.maketrans("", "", "aeiouyhw'")
_ALIKE = str.maketrans({"q": "k", "c": "k", "z": "s", "p": "b", "v": "f"})

#: Articles that some spellings of a name have and others have not.
_ARTICLES = frozenset("al el ul ad ar as ash an at az the bin ben ibn".split())

#: A skeleton of fewer consonants fits too many names.
_LEAST_BONES = 4


def skeleton(name: str) -> str:
    """The consonants of a name of two words or more, so that its spellings in Latin letters agree; "" if too few."""
    words = [word for word in folded_name(name.replace("-", " ")).split() if word not in _ARTICLES]
    found = [bones(word) for word in words]
    enough = len(words) > 1 and sum(map(len, found)) >= _LEAST_BONES
    return " ".join(found) if enough else ""


def bones(word: str) -> str:
    """The consonants of a folded word, those that sound alike as one, none twice in a row."""
    return _squeezed(word.translate(_SOFT).translate(_ALIKE))


def _squeezed(letters: str) -> str:
    return "".join(letter for at, letter in enumerate(letters) if letters[at - 1 : at] != letter)
