"""Sources, cues and contents of a text, from the tags of its windows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.encode import borders
from sayso.encode.labels import CERTAINTIES, COLUMNS, KINDS, ROLES
from sayso.encode.spans import Run, Scores, probabilities, runs
from sayso.model.reading import Told
from sayso.model.span import Sentence, Span, Token


@dataclass(frozen=True, slots=True)
class Chain:
    """How tags follow each other, for each role: `lean` is added to "outside" everywhere.

    Of the four rows of `steps`, the first is added at the beginning of a window, the others when going on from outside,
    a beginning, or inside; columns are in the same order.
    """

    lean: dict[str, float]
    steps: dict[str, list[list[float]]]

    def of(self, role: str) -> tuple[float, list[list[float]]]:
        """The lean and the steps of one role."""
        return self.lean[role], self.steps[role]


Units = tuple[tuple[int, int, int], ...]
_QUOTES = ("“", "«", "„", '"', "‘")


def tellings_of(
    text: str, sentences: Sequence[Sentence], windows: Sequence[tuple[Units, Scores]], chain: Chain
) -> tuple[tuple[Told, ...], tuple[Told, ...], tuple[Told, ...]]:
    """The sources, cues and contents, each in text order."""
    found: dict[str, list[Told]] = {role: [] for role in ROLES}
    for units, tags in windows:
        tokens = [sentences[sentence].tokens[token] for _, sentence, token in units]
        for role in ROLES:
            for run in runs(tags[:, COLUMNS[role]], *chain.of(role)):
                for piece in _pieces(text, sentences, units, run) if role in ("outer", "inner") else [run]:
                    found[role].append(_told(role, piece, (units, tags, tokens)))
    contents = [*found["outer"], *(told for told in found["inner"])]
    return tuple(found["source"]), tuple(found["cue"]), tuple(sorted(contents, key=_order))


def _order(told: Told) -> tuple[int, int, int]:
    return told.span.start, -told.span.end, told.depth


def _pieces(text: str, sentences: Sequence[Sentence], units: Units, run: Run) -> list[Run]:
    """The run cut at each paragraph that does not go on with a quotation."""
    found, first = [], run.first
    for at in range(run.first + 1, run.end):
        here, before = sentences[units[at][1]], sentences[units[at - 1][1]]
        if here.paragraph != before.paragraph and not text.startswith(_QUOTES, here.start):
            found.append(Run(first, at, run.score))
            first = at
    return [*found, Run(first, run.end, run.score)]


def _told(role: str, run: Run, window: tuple[Units, Scores, list[Token]]) -> Told:
    units, tags, tokens = window
    trimmed = borders.content if role in ("outer", "inner") else borders.plain
    first, end = trimmed(tokens, run.first, run.end)
    says = ""
    if role == "cue":
        says = CERTAINTIES[_most(tags[first:end, COLUMNS["cue certainty"]])]
    elif role == "source":
        says = KINDS[_most(tags[first:end, COLUMNS["kind"]])]
    span = Span(tokens[first].start, tokens[end - 1].end)
    return Told(span, units[first][1], round(run.score, 4), says, int(role == "inner"))


def _most(logits: Scores) -> int:
    return int(probabilities(logits).mean(axis=0).argmax())
