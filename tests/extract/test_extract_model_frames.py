"""Frames from what the trained reader saw: who told what, by nearness and nesting."""

from __future__ import annotations

import pytest

from sayso.books import words
from sayso.extract.frame import Frame
from sayso.extract.lexicon import lexicon_of
from sayso.extract.model_frames import frames_of, merged
from sayso.extract.telling import attributions
from sayso.model.reading import Reading, Told
from sayso.model.span import Sentence, Span
from sayso.model.telling import Certainty
from sayso.text.sentences import sentences


def _frames(text: str, sources: str, cues: str, contents: str, inner: str = "", says: str = "asserted") -> list[Frame]:
    reading = _reading(text, sources, cues, contents, inner, says)
    found = sentences(text)
    return [frame for frames in frames_of(reading, text, found).values() for frame in frames]


def _reading(text: str, sources: str, cues: str, contents: str, inner: str = "", says: str = "asserted") -> Reading:
    found = sentences(text)
    return Reading(
        tuple(_told(text, each, found) for each in sources.split("|") if each),
        tuple(_told(text, each, found, says) for each in cues.split("|") if each),
        tuple(
            [_told(text, each, found) for each in contents.split("|") if each]
            + [_told(text, each, found, depth=1) for each in inner.split("|") if each]
        ),
    )


def _told(text: str, words: str, found: tuple[Sentence, ...], says: str = "", depth: int = 0) -> Told:
    start = text.index(words)
    number = next(n for n, sentence in enumerate(found) if sentence.start <= start < sentence.end)
    return Told(Span(start, start + len(words)), number, 0.9, says, depth)


def _words(text: str, frames: list[Frame]) -> list[tuple[str, str, list[str]]]:
    return [
        (f.source.of(text) if f.source is not None else "", f.cue.of(text), [c.of(text) for c in f.contents])
        for f in frames
    ]


def test_a_cue_takes_the_nearest_source_and_content() -> None:
    text = "The mayor said the road was open; a driver said that it was shut."
    frames = _frames(text, "The mayor|a driver", "said|said that", "the road was open|it was shut")
    assert _words(text, frames) == [
        ("The mayor", "said", ["the road was open"]),
        ("a driver", "said that", ["it was shut"]),
    ]


def test_what_is_nested_is_told_by_the_inner_teller() -> None:
    text = "The ministry says that a prisoner told guards that the camp was empty."
    frames = _frames(
        text,
        "The ministry|a prisoner",
        "says|told",
        "that a prisoner told guards that the camp was empty",
        "that the camp was empty",
    )
    assert _words(text, frames) == [
        ("The ministry", "says", ["that a prisoner told guards that the camp was empty"]),
        ("a prisoner", "told", ["that the camp was empty"]),
    ]


def test_a_quotation_in_two_pieces_is_told_once() -> None:
    text = "“We are tired,” the gunner said, “and we are hungry.”"
    frames = _frames(text, "the gunner", "said", "“We are tired,”|“and we are hungry.”")
    assert _words(text, frames) == [("the gunner", "said", ["“We are tired,”", "“and we are hungry.”"])]


def test_who_cites_passes_on_and_whom_he_cites_tells() -> None:
    text = "Citing two traders, Radio Tamesna reported that the camp was empty."
    frames = _frames(text, "two traders|Radio Tamesna", "Citing|reported", "that the camp was empty")
    assert [(f.cue.of(text), f.within) for f in frames] == [("Citing", True), ("reported", False)]
    assert all([c.of(text) for c in f.contents] == ["that the camp was empty"] for f in frames)


def test_a_claiming_cue_marks_doubt_and_asserts() -> None:
    (frame,) = _frames("The front claimed that it won.", "The front", "claimed", "that it won", says="alleged")
    assert frame.doubted
    assert frame.certainty is Certainty.ASSERTED


def test_a_cue_without_content_is_no_telling() -> None:
    assert _frames("The mayor spoke for an hour.", "The mayor", "spoke", "") == []


def test_the_rules_lead_and_the_model_adds_what_they_did_not_hear() -> None:
    heard = Frame("verb", Span(0, 9), Span(10, 14), (Span(16, 20),), told_to=Span(15, 16))
    same = Frame("model", None, Span(10, 14), (Span(15, 20),))
    other = Frame("model", Span(30, 35), Span(36, 40), (Span(41, 50),))
    assert merged([same, other], [heard]) == [heard, other]


TELLS = [
    ("A nun in Wadu is less sure: “The men will go.”", "A nun in Wadu", "is less sure", "“The men will go.”", True),
    ("A nun in Wadu is less sure that men will go.", "A nun in Wadu", "is less sure", "that men will go", False),
    ("The carters were promised that oats would come.", "The carters", "were promised", "that oats would come", False),
    ("On the far side: the mill stood still.", "On the far side", ":", "the mill stood still", False),
]


@pytest.mark.parametrize(("text", "source", "cue", "content", "tells"), TELLS)
def test_whom_the_reader_takes_for_a_teller_but_is_none(
    text: str, source: str, cue: str, content: str, *, tells: bool
) -> None:
    found = attributions(
        text, sentences(text), lexicon_of(words.load()), lambda _: None, _reading(text, source, cue, content)
    )
    assert any(each.tells for each in found) is tells


@pytest.mark.parametrize(
    ("cue", "tells"), [("was declared", False), ("declared", True), ("was quoted as saying", True)]
)
def test_who_is_spoken_of_does_not_tell(cue: str, tells: bool) -> None:
    text = f"The commander {cue} dead in the spring."
    reading = _reading(text, "The commander", cue, "dead in the spring")
    (found,) = attributions(text, sentences(text), lexicon_of(words.load()), lambda _: None, reading)
    assert found.tells is tells
