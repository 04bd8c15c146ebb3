"""Marked passages become gold lines with chains; a perfect answer scores 1 everywhere, an empty one finds nothing."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.evaluate.figures import by_measure
from sayso.evaluate.held import Answer, held_figures, stated
from sayso.evaluate.marked import Passage, passage
from sayso.model.coding import Coding
from sayso.model.span import Span
from sayso.model.telling import Attribution, Teller, TellerKind

NOBODY = Teller(None, "", None, None, TellerKind.UNKNOWN, named=False)
# Our own.
TEXT = "Col. Ivo Renn said that scouts denied that ten men had fled. “No,” he added."
PLAIN = "Nobody has fled."


@dataclass(frozen=True)
class Mark:
    """One mark as the training text has them."""

    what: str
    number: int
    code: str
    start: int
    end: int
    kind: str = ""
    certainty: str = ""
    stage: str = ""
    negated: bool = False
    means: str = ""


def mark(what: str, number: int, words: str, kind: str = "", certainty: str = "", means: str = "") -> Mark:
    at = TEXT.index(words)
    return Mark(what, number, "desertion" if what == "code" else "", at, at + len(words), kind, certainty, means=means)


MARKS = (
    mark("s", 1, "Col. Ivo Renn", "military"),
    mark("c", 1, "said"),
    mark("t", 1, "that scouts denied that ten men had fled"),
    mark("s", 2, "scouts", "military"),
    mark("c", 2, "denied", certainty="denied"),
    mark("t", 2, "that ten men had fled"),
    mark("code", 0, "ten men had fled"),
    mark("s", 3, "he", "military", means="Col. Ivo Renn"),
    mark("c", 3, "added"),
    mark("t", 3, "“No,”"),
)
TOLD = passage("p-1", "a-invented-agency", TEXT, MARKS)
SINGLE = passage("desertion-1", "desertion", PLAIN, [Mark("code", 0, "desertion", 0, 16, negated=True)], tells=False)
OTHER = passage("p-2", "a-invented-agency", "It rained.", [])


def perfect(one: Passage) -> Answer:
    """The marks themselves as our answer."""
    spans = {
        role: tuple(Span(start, end) for _, of, start, end in sorted(one.spans) if of == role)
        for role in ("Source", "Cue", "Content")
    }
    told = Attribution(spans["Source"], spans["Cue"], spans["Content"], NOBODY)
    return one, [told], [dict(line) for line in one.claims]


def test_a_claim_is_told_by_whose_contents_hold_it_the_inner_first() -> None:
    (line,) = TOLD.claims
    hops = [(hop["kind"], hop["start"]) for hop in line["chain"]]
    assert hops == [("military", 24), ("military", 0), ("outlet", None)]
    assert (line["certainty"], line["negated"], line["stage"]) == ("denied", False, "done")


def test_a_perfect_answer_scores_one_everywhere() -> None:
    figures = held_figures("held", [perfect(one) for one in (TOLD, OTHER, SINGLE)])
    assert {figure.value for figure in figures} == {1.0}
    measures = {(figure.set, figure.measure) for figure in figures}
    for role in ("source", "cue", "content"):
        assert {("held", f"{role} {m}") for m in ("precision", "recall", "f1", "overlap f1")} <= measures
    assert {("held", m) for m in ("recall", "precision", "speaker", "chain", "certainty")} <= measures
    assert ("held, indicators", "f1") in measures and ("held, single sentences", "negated") in measures


def test_an_empty_answer_finds_nothing() -> None:
    figures = held_figures("held", [(one, [], []) for one in (TOLD, OTHER, SINGLE)])
    assert figures and {figure.value for figure in figures} == {0.0}
    assert ("held", "", "recall") in by_measure(figures)
    assert held_figures("held", []) == []


def test_a_claim_where_nothing_is_marked_is_a_false_alarm() -> None:
    line = {**TOLD.claims[0], "path": "p-2", "start": 0, "end": 9}
    values = by_measure(held_figures("held", [perfect(TOLD), (OTHER, [], [line])]))
    assert values["held", "", "precision"] == 0.5
    assert values["held, indicators", "desertion", "precision"] == 0.5


def test_what_is_held_to_be_likely_is_so_where_a_mark_of_that_code_is() -> None:
    def coded(code: str, start: int) -> Coding:
        return Coding(code, Span(start, start + 10), Span(start, start + 10), 0)

    at = TOLD.claims[0]["start"]
    given = [(coded("desertion", at), 0.9), (coded("mutiny", at), 0.8), (coded("desertion", 0), 0.7)]
    assert stated(TOLD, given) == [(0.9, True), (0.8, False), (0.7, False)]
