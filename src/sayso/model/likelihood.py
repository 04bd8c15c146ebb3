"""Words of likelihood and levels of confidence, as analytic standards (ICD 203) fix them; the two are kept apart."""

from __future__ import annotations

#: Each word with its other form and its band in per cent; bands meet at their ends.
WORDS: tuple[tuple[str, str, int, int], ...] = (
    ("almost no chance", "remote", 1, 5),
    ("very unlikely", "highly improbable", 5, 20),
    ("unlikely", "improbable", 20, 45),
    ("roughly even chance", "roughly even odds", 45, 55),
    ("likely", "probable", 55, 80),
    ("very likely", "highly probable", 80, 95),
    ("almost certain", "nearly certain", 95, 99),
)

CONFIDENCE = ("low", "moderate", "high")


def band_of(word: str) -> tuple[int, int] | None:
    """The band of a word in either form, in per cent."""
    return next(((low, high) for one, other, low, high in WORDS if word in (one, other)), None)
