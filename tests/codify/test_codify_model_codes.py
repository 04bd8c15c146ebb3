"""Codings from what the trained reader saw, alone and beside those of the patterns."""

from __future__ import annotations

from dataclasses import replace

from sayso.codify.model_codes import EVIDENCE, Trust, candidates, codings_of, logit, merged, name_of, support
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


#: Weights that look at one piece of evidence only.
def _only(**weights: float) -> tuple[float, ...]:
    return tuple(weights.get(name, 0.0) for name in EVIDENCE)


def test_a_statement_becomes_a_coding_with_its_actor_and_tense() -> None:
    ((stated, coding),) = codings_of(_reading(), FOUND, (OFFICIALS, FIGHTERS), BOOK)
    assert stated.score == 0.9
    assert (coding.indicator, coding.span, coding.actor, coding.other) == ("desertion", SPAN, 1, None)
    assert (coding.certainty, coding.stage, coding.negated) == ("reported", Stage.DONE, False)


def test_the_stage_that_the_model_saw_wins_over_tense() -> None:
    ((_, coding),) = codings_of(_reading(stage="threatened"), FOUND, (), BOOK)
    assert coding.stage is Stage.THREATENED
    assert coding.actor is None


def test_what_is_not_in_the_codebook_is_left() -> None:
    assert codings_of(_reading(), FOUND, (), Codebook("x", "1", "", "", (), {}, {}, "")) == ()


def test_the_evidence_says_who_found_it_and_how_surely() -> None:
    reading, pattern = _reading(strength=0.3), _pattern()
    assert abs(support(reading, pattern, FOUND) - 0.3) < 1e-9
    (alone,) = candidates((pattern,), (), reading, FOUND)
    assert (alone.pattern, alone.evidence) == (pattern, (1.0, 0.0, 0.0, logit(0.3), 1.0))
    mine = codings_of(reading, FOUND, (OFFICIALS,), BOOK)
    (other,) = candidates((), mine, reading, FOUND)
    assert (other.pattern, other.evidence) == (None, (0.0, 1.0, logit(0.9), logit(0.3), 1.0))
    (both,) = candidates((pattern,), mine, reading, FOUND)
    assert (both.pattern, both.evidence) == (pattern, (1.0, 1.0, logit(0.9), logit(0.3), 1.0))
    (unseen,) = candidates((pattern,), (), Reading(), FOUND)
    assert unseen.evidence == (1.0, 0.0, 0.0, logit(0.0), 1.0)


def test_what_is_likely_enough_stays() -> None:
    pattern, reading = _pattern(), _reading(strength=0.3)
    tried = frozenset({name_of(pattern)})
    by_support = _only(support=1.0)
    assert merged((pattern,), (), reading, FOUND, Trust(by_support, 0.9, 0.25, tried)) == (pattern,)
    assert merged((pattern,), (), reading, FOUND, Trust(by_support, 0.1, 0.4, tried)) == ()
    mine = codings_of(reading, FOUND, (FIGHTERS,), BOOK)
    assert merged((), mine, reading, FOUND, Trust(by_support, 0.25, 0.9, tried)) == (mine[0][1],)
    assert merged((), mine, reading, FOUND, Trust(by_support, 0.4, 0.1, tried)) == ()


def test_a_pattern_that_no_training_text_hits_is_trusted_as_it_was_written() -> None:
    pattern = _pattern()
    never = Trust(_only(), 0.9, 0.9, frozenset({name_of(pattern)}))
    assert merged((pattern,), (), Reading(), FOUND, never) == ()
    assert merged((pattern,), (), Reading(), FOUND, replace(never, tried=frozenset())) == (pattern,)


def test_of_two_codings_of_the_same_words_one_stays_with_the_slots_of_the_pattern() -> None:
    reading = _reading()
    mine = codings_of(reading, FOUND, (FIGHTERS,), BOOK)
    (coding,) = merged((_pattern(),), mine, reading, FOUND, Trust(_only(pattern=1.0), 0.5, 0.5, frozenset()))
    assert (coding.span, coding.trigger, coding.actor) == (SPAN, Span(38, 46), 0)
    assert coding.certainty == "reported"


def test_what_a_pattern_and_the_model_state_is_no_second_statement_in_half_of_its_words() -> None:
    text = "Of the men who had left their homes, ten fighters deserted."
    cut = sentences(text)
    near, far = (
        Stated("desertion", Span(text.index(words), text.index(words) + len(words)), 0, 0.9, "reported", False, "")
        for words in ("ten fighters deserted", "who had left their homes")
    )
    reading = Reading(claims=(far, near))
    stated = codings_of(reading, cut, (), BOOK)
    at = text.index("deserted")
    clause = Span(text.index("who"), len(text) - 1)  # the pattern's words reach over both
    pattern = Coding("desertion", clause, Span(at, at + 8), 0, stage=Stage.DONE, rule="x")
    first, second = candidates((pattern,), stated, reading, cut)
    assert (first.coding.span, first.pattern) == (far.span, None)
    assert (second.coding.span, second.pattern) == (near.span, pattern)  # the words that hold the trigger
    late = Span(at, at + 9)  # a trigger that no statement of the model holds: the pattern's words stay, and alone
    (only,) = candidates((replace(pattern, trigger=late),), stated, reading, cut)
    assert only.coding.span == clause
