"""Words as they are written, with or without their offsets."""

from __future__ import annotations

from sayso.text.tokens import tokens, words_of


def test_the_words_of_a_text_are_those_of_its_tokens() -> None:
    text = "The U.S. said Gen. al-Shirqat's 1,000 men didn’t leave – “now” or on the 27th...\n\tNever."
    assert words_of(text) == [token.text for token in tokens(text, 0, len(text))]
    assert words_of(text)[:6] == ["The", "U.S.", "said", "Gen.", "al-Shirqat", "'s"]
    assert words_of("") == []
