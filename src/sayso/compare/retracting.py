"""Whether a text takes back what it tells: "The paper first wrote that …; it later said this was wrong"."""

from __future__ import annotations

import re

#: Words that take up what was told just before.
_TAKEN_UP = (
    r"(?:this|that|it|these|those|which|both|(?:the|this|that|these|those|his|her|its|their)\s+(?:\w+\s+){0,2}?"
    r"(?:reports?|claims?|figures?|numbers?|stor(?:y|ies)|statements?|accounts?|news|rumou?rs?|information|version|toll))"
)
_WRONG = (
    r"(?:wrong|false|untrue|incorrect|mistaken|inaccurate|baseless|unfounded|fabricated|invented|erroneous|"
    r"(?:a\s+)?(?:mistake|error|hoax|fabrication|invention|lie)s?|an\s+(?:error|invention)|not\s+(?:true|so|the\s+case|correct))"
)
_CALLED = (
    r"(?:was|were|is|are|had\s+been|has\s+been|have\s+been|be|to\s+be|proved|turned\s+out(?:\s+to\s+be)?|as)\s+"
    r"(?:\w+\s+)?"
)
_WITHDRAWN = re.compile(
    rf"\b{_TAKEN_UP}\s+(?:\w+\s+)?{_CALLED}{_WRONG}\b|"
    rf"\b{_TAKEN_UP}\s+(?:was|were|has\s+been|have\s+been)\s+(?:\w+\s+)?(?:withdrawn|retracted|corrected|disowned)\b|"
    r"\b(?:later|since|then|has|have|had|subsequently)\s+(?:\w+\s+)?(?:retracted|withdrew|withdrawn|recanted|disowned|"
    r"took\s+(?:it|this|that)\s+back|taken\s+(?:it|this|that)\s+back|corrected\s+(?:this|that|it|itself|himself|herself|the))\b|"
    rf"\b(?:retracted|withdrew|took\s+back|corrected)\s+{_TAKEN_UP}\b|\bissued\s+a\s+correction\b",
    re.IGNORECASE,
)
#: A version that no longer stands.
_REPLACED = re.compile(
    r"\b(?:earlier|previous|first|original)\s+version\s+of\s+(?:this|the)\s+(?:report|article|story|post|page)\b",
    re.IGNORECASE,
)


def taken_back(sentence: str, after: str, following: str) -> str | None:
    """The words that take back what a sentence tells: in it, in what comes `after` there, or in the next sentence."""
    for pattern, words in ((_REPLACED, sentence), (_WITHDRAWN, after), (_WITHDRAWN, following)):
        found = pattern.search(words)
        if found is not None:
            return " ".join(found.group().split())
    return None
