"""Words, numbers and marks of a text, with their offsets."""

from __future__ import annotations

import re

from sayso.model.span import Token

# Abbreviated capitals keep their stops ("U.S.", "p.m."), names keep their hyphens and apostrophes ("al-Shirqat"),
# numbers keep their separators; a possessive and a contracted "n't" stand apart, as taggers expect.
_TOKEN = re.compile(
    r"""(?:[A-Za-z]\.){2,}                               # U.S.  p.m.
      | \b(?:Gen|Col|Lt|Maj|Capt|Cmdr|Sgt|Brig|Adm|Cpl|Pvt|Mr|Mrs|Ms|Dr|Prof|Rev|Gov|Sen|Rep|St|Pres)\.
      | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|bn|m|k)?\b       # 1,000  27th  1990s  2bn
      | [^\W\d_]+(?=n['’]t\b)                             # do|n't
      | n['’]t\b
      | ['’](?:s|re|ve|ll|d|m|S)\b                        # 's  're
      | \w+(?:[-‐‑]\w+|['’](?!s\b|re\b|ve\b|ll\b|d\b|m\b)\w+)*
      | \.\.\.|…|--|[–—]
      | \S""",
    re.VERBOSE,
)


def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of `text[start:end]` in order, offsets counted in the whole text."""
    return tuple(
        Token(found.start(), found.end(), found.group(), found.group().lower().replace("’", "'"))
        for found in _TOKEN.finditer(text, start, end)
    )


def words_of(text: str) -> list[str]:
    """The tokens of a text as they are written."""
    return _TOKEN.findall(text)
