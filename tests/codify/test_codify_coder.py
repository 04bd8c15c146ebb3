from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.books.codebook import load
from sayso.codify.coder import Coder
from sayso.model.coding import Coding
from sayso.model.mention import Mention, Role
from sayso.model.span import Span
from sayso.text.sentences import sentences

CODEBOOK = load("cohesion")
CODER = Coder(CODEBOOK)
OWN_BOOK = """\
name: strikes
version: "1"
words:
  stop: [strike/v, walk/v out, down/v tools]
indicators:
  - code: strike
    definition: Miners stop work together.
    patterns:
      - (miner/n|digger/n) ... $stop
      - work stopped at <number> mines => done, group-wide
    excludes:
      - strike/v (gold|oil)
    examples:
      - Two hundred {miners walked out}.
  - code: lockout
    definition: Owners keep miners out.
    patterns:
      - <outsider> ... lock/v <members*> out
      - (close/v|shut/v) the gate/n ~(of heaven) => threatened
    examples:
      - The owners {locked the miners out}.
  - code: only_examples
    definition: Found by nothing yet.
    examples:
      - Some {words}.
"""


def _mention(text: str, words: str, role: Role, **more: object) -> Mention:
    start = text.index(words)
    mention = Mention(start, start + len(words), words, role)
    return replace(mention, **more)  # type: ignore[arg-type]


def _coded(text: str, *mentions: Mention) -> list[tuple[str, str]]:
    return [(coding.indicator, coding.span.of(text)) for coding in CODER.code(text, sentences(text), mentions)]


def _codes(text: str, *mentions: Mention) -> set[str]:
    return {code for code, _ in _coded(text, *mentions)}


@pytest.mark.parametrize(
    ("text", "code", "other"),
    [
        ("Fighters fled the post.", "desertion", "defeat"),
        ("The army retook the town from the insurgents.", "defeat", "resilience"),
        ("The rebels retook the town from the army.", "resilience", "defeat"),
        ("Nine soldiers were killed by a drone.", "casualties", "deserter_punishment"),
        ("Nine soldiers were killed by their own commanders.", "deserter_punishment", "casualties"),
        ("Two fighters were executed as spies.", "spy_hunt", "deserter_punishment"),
        ("The militants executed civilians.", "civilian_abuse", "casualties"),
        ("The general was killed by a shell.", "leader_loss", "casualties"),
        ("The rebels' salaries were raised.", "resilience", "pay_cut"),
    ],
)
def test_who_does_what_to_whom_decides(text: str, code: str, other: str) -> None:
    found = _codes(text)
    assert code in found
    assert other not in found


@pytest.mark.parametrize(
    "text",
    [
        "Residents fled the town.",
        "Fighters said that residents fled.",
        "The village was deserted.",
        "Nothing happened.",
    ],
)
def test_what_others_do_is_not_coded(text: str) -> None:
    assert _codes(text) == set()


def test_two_statements_of_one_code_are_two_codings() -> None:
    text = "Of the militia, 20 fighters surrendered and 12 more gave themselves up later."
    assert _coded(text) == [
        ("surrender", "20 fighters surrendered"),
        ("surrender", "12 more gave themselves up later"),
    ]


def test_several_codes_stand_side_by_side() -> None:
    assert _codes("Unpaid soldiers deserted and morale among the troops collapsed.") == {
        "desertion",
        "low_morale",
        "pay_cut",
    }


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Forty rebels deserted in May, officials said on Tuesday.", "Forty rebels deserted in May"),
        ("Officials said on Tuesday that forty rebels deserted in May.", "forty rebels deserted in May"),
        ("According to the ministry, forty rebels deserted.", "forty rebels deserted"),
        ("The town is quiet, but some forty rebels deserted.", "some forty rebels deserted"),
        ("“Forty rebels deserted,” said the general.", "Forty rebels deserted"),
        ("He met rebels who had deserted, and the mayor left.", "rebels who had deserted"),
        ("Rebels quietly “deserted” the post.", "Rebels quietly “deserted” the post"),
    ],
)
def test_the_passage_is_the_clause_without_its_attribution(text: str, passage: str) -> None:
    assert [words for code, words in _coded(text) if code == "desertion"] == [passage]


def test_mentions_give_the_actor_and_the_other_and_pronouns_count() -> None:
    text = "They executed the villagers."
    mentions = (
        _mention(text, "They", Role.MEMBERS, pronoun=True, name="Front"),
        _mention(text, "the villagers", Role.CIVILIANS),
    )
    (coding,) = CODER.code(text, sentences(text), mentions)
    assert (coding.indicator, coding.actor, coding.other) == ("civilian_abuse", 0, 1)
    explained = (_mention(text, "They", Role.OUTSIDER, pronoun=True), mentions[1])
    assert CODER.code(text, sentences(text), explained) == ()


def test_a_pronoun_that_no_mention_explains_may_be_members_but_names_no_actor() -> None:
    text = "They executed the villagers."
    (coding,) = CODER.code(text, sentences(text), ())
    assert (coding.indicator, coding.actor) == ("civilian_abuse", None)


def test_the_starred_mention_is_the_actor() -> None:
    text = "The coalition drove Jaish out of the valley."
    mentions = (_mention(text, "The coalition", Role.OUTSIDER), _mention(text, "Jaish", Role.GROUP, name="Jaish"))
    coding = next(one for one in CODER.code(text, sentences(text), mentions) if one.indicator == "defeat")
    assert coding.actor == 1


def test_without_a_mention_in_the_pattern_the_nearest_group_is_the_actor() -> None:
    text = "Jaish suffers from mass desertions."
    mentions = (_mention(text, "Jaish", Role.GROUP),)
    (coding,) = CODER.code(text, sentences(text), mentions)
    assert (coding.indicator, coding.actor) == ("desertion", 0)


def test_debris_yields_nothing() -> None:
    text = "Forty rebels deserted."
    assert CODER.code(text, [replace(one, debris=True) for one in sentences(text)], ()) == ()


def test_a_sentence_without_end_is_read_in_pieces() -> None:
    text = "Rebels deserted. ".replace(".", "") + "and the fighters of the army waited " * 300 + "rebels surrendered."
    (first, *_, last) = CODER.code(text, sentences(text), ())
    assert (first.indicator, last.indicator) == ("desertion", "surrender")


def test_the_order_of_mentions_changes_only_their_numbers() -> None:
    text = "Rebels of Jaish executed the villagers and Jaish men deserted."
    one = (
        _mention(text, "Rebels", Role.MEMBERS),
        _mention(text, "Jaish", Role.GROUP),
        _mention(text, "the villagers", Role.CIVILIANS),
    )
    forwards, backwards = CODER.code(text, sentences(text), one), CODER.code(text, sentences(text), one[::-1])
    assert [(c.indicator, c.span, c.trigger) for c in forwards] == [(c.indicator, c.span, c.trigger) for c in backwards]
    assert [c.actor for c in forwards] == [None if c.actor is None else 2 - c.actor for c in backwards]


def test_a_codebook_of_ones_own_needs_no_code(tmp_path: Path) -> None:
    file = tmp_path / "strikes.yaml"
    file.write_text(OWN_BOOK, "utf-8")
    coder = Coder(load(file))

    def found(text: str, *mentions: Mention) -> tuple[Coding, ...]:
        return coder.code(text, sentences(text), mentions)

    assert [c.indicator for c in found("Some 200 miners in the north walked out.")] == ["strike"]
    assert [c.indicator for c in found("Diggers downed tools.")] == ["strike"]
    assert found("The miners struck gold.") == ()
    (stated,) = found("Work stopped at about 12 mines.")
    assert (stated.stage, stated.scope) == ("done", "group-wide")
    text = "The firm locked the men out."
    (coding,) = found(text, _mention(text, "The firm", Role.OUTSIDER), _mention(text, "the men", Role.MEMBERS))
    assert (coding.indicator, coding.actor, coding.other) == ("lockout", 1, 0)
    assert found("They shut the gate of heaven.") == ()
    assert [c.stage for c in found("They shut the gate.")] == ["threatened"]
    assert found("Some words.") == ()


_WORDS = st.sampled_from(
    "rebels deserted surrendered the army retook town from residents fled and , “ ” said officials that 20 more who "
    "were killed morale is low not . will salaries cut ( ) their own commanders executed".split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=40).map(" ".join))
def test_codings_lie_in_their_sentence_and_come_out_the_same_twice(text: str) -> None:
    found = sentences(text)
    codings = CODER.code(text, found, ())
    assert codings == CODER.code(text, found, ())
    for coding in codings:
        sentence = found[coding.sentence]
        assert sentence.span.holds(coding.span)
        assert coding.span.holds(coding.trigger)
        assert Span(coding.span.start, coding.span.end).of(text).strip()
