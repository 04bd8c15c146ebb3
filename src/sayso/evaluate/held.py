"""Figures on marked passages that no training saw: spans of telling, claims with chain and certainty, indicators."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.evaluate import claims as claim_scores
from sayso.evaluate import spans
from sayso.evaluate.claims import Row
from sayso.evaluate.figures import Counts, Figure, of_counts, of_shares
from sayso.evaluate.marked import Analyse, Passage, ours
from sayso.model.coding import Coding
from sayso.model.span import Span
from sayso.model.telling import Attribution

#: What a passage's marks do not tell.
_UNMARKED = frozenset({"quantity", "place", "time"})
#: What single sentences do not tell either: their tellings are not marked.
_TOLD = frozenset({"speaker", "chain", "certainty"})

#: One passage, our attributions in it, and our claims as lines.
Answer = tuple[Passage, Sequence[Attribution], Sequence[Row]]


def answered(passages: Sequence[Passage], analyse: Analyse) -> list[Answer]:
    """The passages with what we make of each, each read as a report of its own."""
    found: list[Answer] = []
    for passage in passages:
        analysis = analyse(passage.text)
        found.append((passage, analysis.attributions, ours(passage.name, analysis.claims)))
    return found


def held_figures(name: str, answers: Sequence[Answer]) -> list[Figure]:
    """All figures: passages as a whole and by file, single sentences, and each indicator over both."""
    told = [answer for answer in answers if answer[0].tells]
    single = [answer for answer in answers if not answer[0].tells]
    found = [*_span_figures(name, told), *_claim_figures(name, told)]
    for source in sorted({answer[0].source for answer in told}):
        here = [answer for answer in told if answer[0].source == source]
        found += [each for each in _span_figures(f"{name} by file", here, source) if each.measure.endswith("f1")]
        found += _claim_figures(f"{name} by file", here, source, ("recall", "precision", "chain"))
    found += _claim_figures(f"{name}, single sentences", single, "", ("recall", "precision", "negated", "stage"))
    return found + indicator_figures(f"{name}, indicators", answers)


def _span_figures(name: str, answers: Sequence[Answer], part: str = "") -> list[Figure]:
    gold: set[spans.Span] = set().union(*(passage.spans for passage, _, _ in answers))
    given = set().union(*(spans.ours_of(passage.name, told) for passage, told, _ in answers))
    found: list[Figure] = []
    for role, (same, close) in spans.counts(gold, given).items():
        found += [*of_counts(name, role, same, part), *of_counts(name, f"{role} overlap", close, part)]
    return found


def _claim_figures(
    name: str, answers: Sequence[Answer], part: str = "", only: Sequence[str] | None = None
) -> list[Figure]:
    result = compared(answers)
    texts = {passage.name: passage.text for passage, _, _ in answers}
    shares = claim_scores.figures(result, texts)
    kept = {key: shares[key] for key in (only or [key for key in shares if key not in _UNMARKED])}
    return of_shares(name, kept, part)


def compared(answers: Sequence[Answer]) -> claim_scores.Result:
    """The pairs, misses and false alarms over all passages, also those in which nothing is marked."""
    gold = [line for passage, _, _ in answers for line in passage.claims]
    given = [line for _, _, lines in answers for line in lines]
    return claim_scores.compare(gold, given, [passage.name for passage, _, _ in answers])


def indicator_figures(name: str, answers: Sequence[Answer]) -> list[Figure]:
    """Precision, recall and F1 of every indicator that is marked."""
    result = compared(answers)
    right = [line["indicator"] for line, _ in result.pairs]
    missed = [line["indicator"] for line in result.missed]
    false = [line["indicator"] for line in result.false]
    found: list[Figure] = []
    for code in sorted({*right, *missed, *false}):
        hit = right.count(code)
        found += of_counts(name, "", Counts(hit, hit + false.count(code), hit + missed.count(code)), code)
    return found


def stated(passage: Passage, codings: Iterable[tuple[Coding, float]]) -> list[tuple[float, bool]]:
    """How likely each coding was held to be, and whether a mark of that code shares half of the shorter one."""
    return [(likely, any(_answers(line, c.indicator, c.span) for line in passage.claims)) for c, likely in codings]


def _answers(line: Row, code: str, span: Span) -> bool:
    mark = Span(line["start"], line["end"])
    return bool(line["indicator"] == code) and 2 * span.overlap(mark) >= min(len(span), len(mark))
