"""Whether sentences stand in texts: lines in, the same lines out, each with a verdict."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sayso.books import meaning
from sayso.compare.checking import Text, Verdict, checked, refused
from sayso.model.meaning import Meaning
from sayso.model.span import Sentence
from sayso.text.sentences import sentences
from sayso.text.tagging import tagged

Row = dict[str, Any]

#: A text may have so many characters: about thirty thousand words, far beyond any report.
LONGEST_TEXT = 200_000
#: A claim is one sentence; a longer one is none.
LONGEST_CLAIM = 2_000
#: A line of JSON longer than this is not looked into: both at their longest, every character escaped.
_LONGEST_LINE = 8 * (LONGEST_TEXT + LONGEST_CLAIM)
#: A sentence of more words than this is a list or a page's furniture, and is left unread.
_MOST_WORDS = 250


def ground(lines: Iterable[bytes | str | Mapping[str, Any]]) -> Iterator[Row]:
    """Each line with `grounded`, `start`, `end` and `why`, in order; a line that cannot be used says why not.

    A line is JSON, or an object already read, with a text and a claim; spans count code points of the text.
    """
    asking = _Asking(meaning.load())
    for line in lines:
        row, why = _row_of(line)
        verdict = refused(why) if why else asking.verdict(row["text"], row["claim"])
        yield {**row, "grounded": verdict.grounded, "start": verdict.start, "end": verdict.end, "why": verdict.why}


class _Asking:
    """The meanings, and the last text, which the next line may ask about again."""

    def __init__(self, meanings: Meaning) -> None:
        self.meanings = meanings
        self._words, self._text = "", Text((), meanings)

    def verdict(self, text: str, claim: str) -> Verdict:
        """The verdict on one claim."""
        if text != self._words:
            self._words, self._text = text, Text(_tagged(text), self.meanings)
        return checked(self._text, _tagged(claim))


def _tagged(text: str) -> Sequence[Sentence]:
    return [tagged(sentence) for sentence in sentences(text) if len(sentence.tokens) <= _MOST_WORDS]


def _row_of(line: bytes | str | Mapping[str, Any]) -> tuple[Row, str]:
    """The line as an object, and why it cannot be used or ""."""
    if isinstance(line, Mapping):
        row = dict(line)
        return row, _fault(row)
    empty: Row = {"text": None, "claim": None}
    if len(line) > _LONGEST_LINE:
        return empty, "the line is too long"
    try:
        words = line.decode("utf-8") if isinstance(line, bytes) else line
        found = json.loads(words.removeprefix("\ufeff"), parse_constant=_refuse)
        json.dumps(found, ensure_ascii=False).encode("utf-8")
    except UnicodeError:
        return empty, "the line is not UTF-8"
    except RecursionError:
        return empty, "the line is nested too deep"
    except ValueError:
        return empty, "the line is not JSON"
    if not isinstance(found, dict):
        return empty, "the line is not an object"
    return found, _fault(found)


def _refuse(word: str) -> None:
    raise ValueError(word)


def _fault(row: Row) -> str:
    for key, most in (("text", LONGEST_TEXT), ("claim", LONGEST_CLAIM)):
        if key not in row:
            return f"“{key}” is missing"
        if not isinstance(row[key], str):
            return f"“{key}” is not a string"
        if len(row[key]) > most:
            return f"“{key}” is longer than {most:,} characters"
        if not row[key].strip():
            return f"“{key}” is empty"
    return ""
