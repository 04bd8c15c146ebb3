"""Reports as sorted arrays of hashed word runs, from which pairs that share text are read off."""

from __future__ import annotations

import re
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from sayso.link.folding import folded, plain_number, with_figures
from sayso.model.report import Report
from sayso.model.span import Span

Hashes = NDArray[np.uint64]

#: Words in a run. Five is what news agencies' copies share and independents do not (dependencies, section 7).
RUN = 5

#: One run in four is kept, by its hash: three sentences carried over keep some fourteen runs.
_KEPT = np.uint64(3)

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"“[^”]{1,600}”|\"[^\"\n]{1,600}\"")
_FACTORS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F],
    dtype=np.uint64,
)


class Words(dict[str, int]):
    """Fixed 64-bit hashes of words, each made when it is first asked for."""

    def hashes(self, text: str) -> Hashes:
        """The hash of each word of a text, in order; words in other dress, and number words, hash alike."""
        found = _WORD.findall(text)
        return np.fromiter(map(self.__getitem__, found), dtype=np.uint64, count=len(found))

    def __missing__(self, word: str) -> int:
        plain = plain_number(folded(word))
        made = int.from_bytes(blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
        self[word] = made
        return made


def own_words(report: Report) -> str:
    """The report's text without the page's furniture and without quoted speech, which others may have heard too."""
    text = report.text
    for span in sorted(report.debris, reverse=True):
        text = f"{text[: span.start]}\n{text[span.end :]}"
    return with_figures(_QUOTED.sub("\n", text))


def quotes_of(report: Report) -> list[Span]:
    """The stretches of quoted speech, marks included."""
    return [Span(*match.span()) for match in _QUOTED.finditer(report.text)]


def runs(hashes: Hashes) -> Hashes:
    """The hashed runs of some words that sampling keeps, each once, sorted."""
    if len(hashes) < RUN:
        return np.empty(0, dtype=np.uint64)
    mixed = np.zeros(len(hashes) - RUN + 1, dtype=np.uint64)
    for at, factor in enumerate(_FACTORS):
        mixed ^= np.roll(hashes, -at)[: len(mixed)] * factor
        mixed = (mixed << np.uint64(7)) | (mixed >> np.uint64(57))
    mixed ^= mixed >> np.uint64(29)
    return np.unique(mixed[(mixed & _KEPT) == 0])
