"""Numbers that are no quantity: names, versions, times, scores, ages, telephone numbers, pronouns."""

from __future__ import annotations

from sayso.resolve.quantities_numbers import LETTER, SHORT, Number
from sayso.resolve.quantities_tokens import Piece, tight, word
from sayso.resolve.quantities_units import MEASURES

#: Words before a number that make it the name of a thing.
_LABELS = frozenset(
    """
    resolution brigade division regiment battalion corps article section chapter page row highway route flight
    boeing airbus phase room no number numbers nos line channel type mark version grade group team sector zone
    area district ward camp station checkpoint level class apollo windows formula category model unit base hill
    post figure table act paragraph clause rule law order decree bill amendment gate terminal platform pier block
    building apartment flat suite floor road street avenue exit junction lane bus train tram seat box po verse
    psalm season episode part volume vol issue edition round week stage lap day schedule annex appendix tier ligue
    serie week firearm pin id code plan operation agenda title case file lot protocol directive regulation
    convention g f m t mi su mig ak game rpg un iphone galaxy pixel playstation xbox ps covid sars h n
""".split()
)
#: Those of them that do so without a capital.
_ALSO_SMALL = frozenset(
    """
    no number page row flight line room section chapter article phase level category type grade game iphone
    resolution
""".split()
)
#: After a capitalised word and figures these show that the figures belong to the name ("the FTSE 100 in particular").
_NO_SUBJECT = frozenset(
    """
    on in at for with by and or is has to from as after before when while that which the index will
""".split()
)
#: Letters that may touch figures and leave them a quantity; any others make a code ("9AB8", "1e308").
_SUFFIXES = frozenset({*MEASURES, *SHORT, *LETTER, *"pc pct p c plus s hrs kms kgs dollars usd eur am pm per".split()})
#: Nobody is older; a higher number of years is no age of a person.
_OLDEST = 120
_YOUNGEST = 5
_ORDINALS = ("st", "nd", "rd", "th")
#: "One" followed by one of these is a pronoun or an idiom, not a count.
_PRONOUN_NEXT = frozenset(
    """
    another of day is was has had can could should would must might may will who that which side hand thing way
    point time says said to by in on at for with from after and or but the a an as if it i he she they we you than
    where when more too big being does did such off out up
""".split()
)
_PRONOUN_BEFORE = frozenset(
    """
    no any every each the this that another which some only last first next one's square day number
""".split()
)


_ORDINAL_WORDS = frozenset("first second third fourth fifth sixth seventh eighth ninth".split())


def is_left(tokens: list[Piece], number: Number) -> bool:
    """Whether the number is part of a name, a time, a score, an age or another thing that counts nothing."""
    if not number.figures:
        return _idiom(tokens, number)
    return _marked(tokens, number) or _label(tokens, number) or _clock(tokens, number) or _age(tokens, number)


def _idiom(tokens: list[Piece], number: Number) -> bool:
    at, after = number.first, number.after
    if number.best == 1 and after == at + 1 and tokens[at].lower == "one":
        hyphen = word(tokens, after) == "-"
        following = word(tokens, after)
        ended = not following or not following[0].isalpha()
        return hyphen or ended or following in _PRONOUN_NEXT or word(tokens, at - 1) in _PRONOUN_BEFORE
    if number.best == 0:
        return True
    if word(tokens, after) == "-" and word(tokens, after + 1) in _ORDINAL_WORDS:
        return True
    if word(tokens, at - 1) in _ALSO_SMALL:
        return True
    joined = word(tokens, at - 1) == "-" and tight(tokens, at) and tight(tokens, at - 1)
    return joined or word(tokens, after) == "o'clock" or _age(tokens, number)


def _marked(tokens: list[Piece], number: Number) -> bool:
    """Whether marks that touch the figures make them an ordinal, a path, a code, a time or a telephone number."""
    at, after = number.first, number.after
    before, following = word(tokens, at - 1), word(tokens, after)
    if tight(tokens, at) and (
        before[-1:].isalpha() or before in ("/", "#", "@", "_", ":", "=", "&", "\\", "^", "'", "’", ".")
    ):
        return before not in ("x", "us", "usd", "rs", "eur", "gbp", "a", "c")
    if tight(tokens, after) and following in ("/", ":", "_", "@", "=", "\\", *_ORDINALS):
        return True
    if before == "[" and following == "]":
        return True
    if tight(tokens, after) and _makes_a_code(tokens[after]):
        return True
    written = tokens[at].text
    if written[0] == "0" and len(written) > 1 and written[1] != ".":
        return True
    if (
        before in ("#", "№", "+")
        or before[:1].isdigit()
        or following[:1].isdigit()
        or (before == "." and word(tokens, at - 2) in ("no", "nos", "art", "p", "pp", "vol"))
    ):
        return True
    return _strung(tokens, at, after)


def _makes_a_code(piece: Piece) -> bool:
    """Whether letters that touch figures are neither a unit nor a scale ("9AB8", "1e308", "5G")."""
    if not piece.text[0].isalpha():
        return False
    return piece.lower not in _SUFFIXES or (len(piece.text) == 1 and piece.text.isupper() and piece.text not in "MBKC")


def _strung(tokens: list[Piece], at: int, after: int) -> bool:
    """Whether a hyphen ties the figures to a name before them ("F-16") or to a third group of figures ("555-12-34")."""
    if word(tokens, at - 1) in ("-", "–") and tight(tokens, at) and tight(tokens, at - 1):
        return word(tokens, at - 2) != "minus"
    second = tokens[after + 1].text if after + 1 < len(tokens) else ""
    if (
        word(tokens, after) in ("-", "–")
        and tight(tokens, after + 1)
        and second.isdigit()
        and tokens[at].text.isdigit()
        and _goes_down(tokens[at].text, second)
    ):
        return True  # a score, or a span of years
    if not (word(tokens, after) == "-" and tight(tokens, after) and tight(tokens, after + 1)):
        return False
    return word(tokens, after + 1)[:1].isdigit() and word(tokens, after + 2) == "-" and tight(tokens, after + 2)


def _goes_down(first: str, second: str) -> bool:
    """Whether the second figures are no higher than the first, or no plain number."""
    return second[0] == "0" or (len(second), second) <= (len(first), first)


def _label(tokens: list[Piece], number: Number) -> bool:
    """Whether a name stands before the figures and no counted noun after them."""
    before = tokens[number.first - 1] if number.first else None
    if before is None or not before.text[0].isalpha():
        return False
    capital = any(letter.isupper() for letter in before.text) and number.first > 1
    if before.lower in _LABELS and (before.text[0].isupper() or before.lower in _ALSO_SMALL):
        return not (number.first == 1 and word(tokens, number.after)[-1:] == "s")
    following = tokens[number.after] if number.after < len(tokens) else None
    bare = (
        following is None
        or (not following.text[0].isalpha() and following.text not in ("%", "-", "°", "$", "€"))
        or following.text[0].isupper()
        or following.lower in _NO_SUBJECT
    )
    return (
        capital
        and bare
        and number.scale == 1.0
        and before.text not in ("I", "The", "US", "USD")
        and "," not in tokens[number.first].text
    )


def _clock(tokens: list[Piece], number: Number) -> bool:
    following, second = word(tokens, number.after), word(tokens, number.after + 1)
    if following in ("am", "pm", "utc", "gmt", "bst", "est", "edt", "pst", "hrs", "o'clock"):
        return True
    if following in ("a", "p") and second == "." and word(tokens, number.after + 2) == "m":
        return True
    return word(tokens, number.first - 1) == ":" and tight(tokens, number.first)


def _age(tokens: list[Piece], number: Number) -> bool:
    """Whether the number is somebody's age: "aged 34", ", 34,", "34-year-old", "34 years old", "in his 30s"."""
    at, after = number.first, number.after
    if word(tokens, at - 1) in ("aged", "age", "ages") or word(tokens, at - 2) in ("young", "old"):
        return True
    plain = [word(tokens, place) for place in range(after, after + 5) if word(tokens, place) != "-"]
    if after < len(tokens) and tokens[after].lower == "s" and tokens[after].tight:
        return True
    if number.low > _OLDEST:
        return False
    if plain[:2] in (["year", "old"], ["years", "old"], ["month", "old"], ["months", "old"], ["years", "of"]) and (
        plain[1] == "old" or plain[2:3] == ["age"]
    ):
        return True
    set_off = word(tokens, at - 1) == "," and word(tokens, after) in (",", ")", ".") and after == at + 1
    return set_off and at > 1 and tokens[at - 2].text[0].isalpha() and _YOUNGEST <= number.low <= _OLDEST
