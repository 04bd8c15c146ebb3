"""Codings from what the trained reader saw, alone and beside those of the patterns."""

from __future__ import annotations

from dataclasses import replace

from sayso.codify.model_codes import Trust, codings_of, merged, name_of, support
from sayso.model.books import Codebook, Indicator
from sayso.model.coding import Coding, Stage
from sayso.model.mention import Mention, Role
from sayso.model.reading import Reading, Stated, Trace
from sayso.model.span import Span
from sayso.text.sentences import sentences

TEXT = "Officials said that ten fighters have deserted."
FOUND = sentences(TEXT)
FIGHTERS = Mention(24, 32, "fighters", Role.MEMBERS)
OFFICIALS = Mention(0, 9, "Officials", Role.OUTSIDER)
SPAN = Span(20, 46)
INDICATOR = Indicator("desertion", "leaving", "Desertion", "", (), "event", "decay", (), (), (), (), 1)
BOOK = Codebook("cohesion", "1", "", "", (INDICATOR,), {}, {}, "")


def _reading(score: float = 0.9, stage: str = "", strength: float = 0.3) -> Reading:
    stated = Stated("desertion", SPAN, 0, score, "reported", False, stage)
    trace = Trace("desertion", 0, tuple(strength for _ in FOUND[0].tokens))
    return Reading(claims=(stated,), traces=(trace,))


def _pattern() -> Coding:
    return Coding("desertion", Span(24, 46), Span(38, 46), 0, stage=Stage.ONGOING, actor=0, rule="<members> desert")


def test_a_statement_becomes_a_coding_with_its_actor_and_tense() -> None:
    (coding,) = codings_of(_reading(), FOUND, (OFFICIALS, FIGHTERS), BOOK, 0.5)
    assert (coding.indicator, coding.span, coding.actor, coding.other) == ("desertion", SPAN, 1, None)
    assert (coding.certainty, coding.stage, coding.negated) == ("reported", Stage.DONE, False)


def test_the_stage_that_the_model_saw_wins_over_tense() -> None:
    (coding,) = codings_of(_reading(stage="threatened"), FOUND, (), BOOK, 0.5)
    assert coding.stage is Stage.THREATENED
    assert coding.actor is None


def test_what_is_not_sure_enough_or_not_in_the_codebook_is_left() -> None:
    assert codings_of(_reading(0.4), FOUND, (), BOOK, 0.5) == ()
    assert codings_of(_reading(), FOUND, (), Codebook("x", "1", "", "", (), {}, {}, ""), 0.5) == ()


def test_a_pattern_stands_where_the_model_half_sees_it_too_or_where_it_is_known_to_be_right() -> None:
    pattern, reading = _pattern(), _reading(strength=0.3)
    assert abs(support(reading, pattern, FOUND) - 0.3) < 1e-9
    assert merged((pattern,), (), reading, FOUND, Trust((1.0, 1.0, 0.0), 0.25, {})) == (pattern,)
    assert merged((pattern,), (), reading, FOUND, Trust((1.0, 1.0, 0.0), 0.4, {})) == ()
    assert merged((pattern,), (), reading, FOUND, Trust((1.0, 1.0, 0.0), 0.4, {name_of(pattern): 0.9})) == (pattern,)
    assert merged((pattern,), (), Reading(), FOUND, Trust((1.0, 1.0, 0.0), 0.1, {})) == ()


def test_a_pattern_is_known_by_its_indicator_and_its_words() -> None:
    assert name_of(_pattern()) == name_of(replace(_pattern(), span=Span(0, 9)))
    assert name_of(_pattern()) != name_of(replace(_pattern(), indicator="defection"))


def test_of_two_codings_of_the_same_words_one_stays_with_the_slots_of_the_pattern() -> None:
    reading = _reading()
    mine = codings_of(reading, FOUND, (FIGHTERS,), BOOK, 0.5)
    (coding,) = merged((_pattern(),), mine, reading, FOUND, Trust((1.0, 1.0, 0.0), 0.5, {}))
    assert (coding.span, coding.trigger, coding.actor) == (SPAN, Span(38, 46), 0)
    assert coding.certainty == "reported"
