"""The training text as numbers: sentences cut into word pieces, and for every token what it is marked as."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from marking import BadMark, Block, Example, Mark, blocks, examples, reports
from numpy.typing import NDArray

from sayso.encode.labels import CERTAINTIES, CODES, KINDS, STAGES
from sayso.encode.windows import LIMIT, Part, Pieces, Window, joined, windows
from sayso.model.span import Sentence, Span
from sayso.text.sentences import sentences

HERE = Path(__file__).parent
#: Files of paragraphs that are held out, whole: of every hand, several regions and styles, about one block in ten.
HELD_FILES = frozenset(
    """a-latin-agency a-carib-local a-sahel-court b-southasia-local b-mena-partisan b-nireland-local e1-mena-statemedia
    e1-southasia-partisan e2-latin-paper e3-sudan-statement e4-campaign e4-explainer e5-court-reports f1-horn-paper
    f2-seasia-agency f3-mena-tabloid f4-carib-paper f6-mena-qa f7-asia-letter f8-maghreb-editorial
    f9-world-briefs h1-africa-wire-c h2-briefing-c h4-partisan-c h6-press-b h7-monitor-b h12-near-a h13-relay-b
    i1-long-c i2-official-d i3-pairs-d i4-near-e i5-web-c i6-older-c i7-mixed-c""".split()
)
#: Files of paragraphs that begin so are whole reports, where few sentences are claims.
REPORTS = ("f", "g", "h", "i")
#: Of each indicator's sentences one in so many is held out.
HELD_EXAMPLES = 12
IGNORE = -1
#: The columns of `Sample.tags`.
TAGS = ("source", "cue", "outer", "inner", "cue certainty", "kind", "certainty", "negated", "stage")
_AT = {name: number for number, name in enumerate(TAGS)}


@dataclass(frozen=True, slots=True)
class Sample:
    """One block, sentence or whole report: its parts; each token's tags, codes and if a statement begins there.

    `telling` says whether tellings are marked in it, `whole` whether it is a report; `place[s]` is the row of the
    first token of sentence s.
    """

    text: str
    sentences: tuple[Sentence, ...]
    parts: tuple[Part, ...]
    tags: NDArray[np.int64]
    codes: NDArray[np.float32]
    begins: NDArray[np.float32]
    place: tuple[int, ...]
    telling: bool
    marks: tuple[Mark, ...]
    source: str
    whole: bool = False

    def __len__(self) -> int:
        return sum(len(part.pieces) for part in self.parts) + 4


def files(folder: Path = HERE) -> list[Path]:
    """Every file of the training text, in order."""
    return sorted(folder.glob("paragraphs/*.txt")) + sorted(folder.glob("indicators/*.txt"))


def is_report(path: Path) -> bool:
    """Whether a file of paragraphs holds whole reports, at the density that news has."""
    return path.parent.name == "paragraphs" and path.stem.startswith(REPORTS)


def is_held_out(path: Path) -> bool:
    """Whether a file of paragraphs is kept from training."""
    return path.parent.name == "paragraphs" and path.stem in HELD_FILES


def is_held_example(number: int) -> bool:
    """Whether a sentence of an indicator's file is kept from training."""
    return number % HELD_EXAMPLES == HELD_EXAMPLES - 1


def load(paths: Iterable[Path], pieces: Pieces) -> tuple[list[Sample], list[Sample]]:
    """What is trained on, and what is held out."""
    train: list[Sample] = []
    held: list[Sample] = []
    for path in paths:
        single = path.parent.name == "indicators"
        found: Iterator[Block | Example] = (examples if single else blocks)(path, frozenset(CODES))
        whole = is_report(path) and not is_held_out(path)
        try:
            for number, block in enumerate(reports(found) if whole else found):
                out = is_held_example(number) if single else is_held_out(path)
                (held if out else train).append(replace(_sample(block, pieces, path.stem), whole=whole))
        except BadMark as error:
            print(f"left out from here to the end of the file: {error}", flush=True)
    return train, held


def _sample(block: Block | Example, pieces: Pieces, source: str) -> Sample:
    text, found = block.text, sentences(block.text)
    place = tuple(int(n) for n in np.cumsum([0, *(len(s.tokens) for s in found)]))
    rows = place[-1]
    tags = np.full((rows, len(TAGS)), IGNORE, np.int64)
    tags[:, : _AT["inner"] + 1] = 0
    codes, begins = np.zeros((rows, len(CODES)), np.float32), np.zeros(rows, np.float32)
    spans = [token.span for sentence in found for token in sentence.tokens]
    for mark in block.marks:
        covered = [n for n, span in enumerate(spans) if span.overlap(Span(mark.start, mark.end))]
        if covered:
            _write(mark, block.marks, slice(covered[0], covered[-1] + 1), (tags, codes, begins))
    parts = tuple(part for number, sentence in enumerate(found) for part in pieces.parts(text, number, sentence))
    return Sample(text, found, parts, tags, codes, begins, place, isinstance(block, Block), tuple(block.marks), source)


def _write(
    mark: Mark,
    marks: Sequence[Mark],
    rows: slice,
    into: tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.float32]],
) -> None:
    tags, codes, begins = into
    if mark.what == "code":
        codes[rows, CODES.index(mark.code)] = 1
        begins[rows.start] = 1
        tags[rows, _AT["certainty"]] = CERTAINTIES.index(mark.certainty)
        tags[rows, _AT["negated"]] = mark.negated
        tags[rows, _AT["stage"]] = STAGES.index(mark.stage) if mark.stage in STAGES else 0
        return
    role = {"s": "source", "c": "cue", "t": "inner" if depth(mark, marks) else "outer"}[mark.what]
    column = _AT[role]
    if tags[rows, column].any():  # a third level, or a source inside a source: the outer one stays
        return
    tags[rows, column] = 2
    tags[rows.start, column] = 1
    if mark.what == "c":
        tags[rows, _AT["cue certainty"]] = CERTAINTIES.index(mark.certainty or "asserted")
    elif mark.what == "s":
        tags[rows, _AT["kind"]] = KINDS.index(mark.kind or "unknown")


def depth(mark: Mark, marks: Sequence[Mark]) -> int:
    """How many contents of other attributions hold this one; of two with the same words the lower number is outer."""
    return sum(
        other.what == "t"
        and other.number != mark.number
        and other.start <= mark.start
        and mark.end <= other.end
        and ((other.start, other.end) != (mark.start, mark.end) or other.number < mark.number)
        for other in marks
    )


@dataclass(frozen=True, slots=True)
class Row:
    """One window of a batch: its word pieces, where its tokens stand, and their labels."""

    pieces: tuple[int, ...]
    units: tuple[int, ...]
    tags: NDArray[np.int64]
    codes: NDArray[np.float32]
    begins: NDArray[np.float32]
    groups: tuple[tuple[int, str], ...]  # (units in the sentence, its text), for sentence vectors


#: Word pieces of curly marks of quotation, and the straight ones that many outlets print instead.
STRAIGHT = {1520: 1005, 1521: 1005, 1523: 1000, 1524: 1000}
#: So many windows are shown with straight marks.
STRAIGHTENED = 0.4


def row(samples: Sequence[Sample], *, straight: bool = False) -> Row:
    """Samples side by side in one window; a mark stands between them."""
    parts, owners, length = [], [], 2
    for number, sample in enumerate(samples):
        for part in sample.parts:
            if length + len(part.pieces) + 1 > LIMIT + 32:
                break
            length += len(part.pieces) + 1
            parts.append(Part(part.paragraph + 1000 * number, part.pieces, part.units))
            owners += [sample] * len(part.units)
    return _row(joined(parts), owners, straight=straight)


def _row(window: Window, owners: Sequence[Sample], *, straight: bool) -> Row:
    """A window whose units belong to these samples."""
    tags, codes, begins, groups = [], [], [], []
    last = None
    for sample, (_, sentence, token) in zip(owners, window.units, strict=True):
        at = sample.place[sentence] + token
        tag = sample.tags[at].copy()
        if not sample.telling:
            tag[: _AT["kind"] + 1] = IGNORE
        tags.append(tag)
        codes.append(sample.codes[at])
        begins.append(sample.begins[at])
        if (id(sample), sentence) != last:
            groups.append([0, sample.sentences[sentence].span.of(sample.text)])
            last = (id(sample), sentence)
        groups[-1][0] += 1  # type: ignore[operator]
    return Row(
        tuple(STRAIGHT.get(piece, piece) for piece in window.pieces) if straight else window.pieces,
        tuple(piece for piece, _, _ in window.units),
        np.stack(tags),
        np.stack(codes),
        np.array(begins, np.float32),
        tuple((int(n), str(t)) for n, t in groups),
    )


def plain_rows(samples: Iterable[Sample]) -> list[Row]:
    """Every sample by itself and once: a whole report in windows, anything else in one."""
    return [
        made
        for sample in samples
        for made in (
            [_row(w, [sample] * len(w.units), straight=False) for w in windows(sample.parts)]
            if sample.whole
            else [row([sample])]
        )
    ]


def report_rows(sample: Sample, chance: random.Random) -> list[Row]:
    """A whole report in the windows that the reader would cut it into, had it begun at some paragraph."""
    starts = sorted(
        {n for n, part in enumerate(sample.parts) if not n or part.paragraph != sample.parts[n - 1].paragraph}
    )
    start = chance.choice(starts)
    cut = [*windows(sample.parts[start:]), *(windows(sample.parts[:start]) if start else [])]
    return [_row(w, [sample] * len(w.units), straight=chance.random() < STRAIGHTENED) for w in cut]


def rows(samples: Sequence[Sample], chance: random.Random) -> list[Row]:
    """One epoch: blocks alone or in pairs, single sentences in handfuls, in an order that `chance` decides.

    Where there are whole reports, only every second of the others comes with them, chosen by `chance`.
    """
    told = [s for s in samples if s.telling and not s.whole]
    single = [s for s in samples if not s.telling]
    whole = [s for s in samples if s.whole]
    chance.shuffle(told)
    chance.shuffle(single)
    if whole:
        told, single = told[::2], single[::2]
    found, waiting = [], []
    for sample in [*told, *single]:
        most = 1 if sample.telling and chance.random() < 0.5 else 4
        if waiting and (
            waiting[0].telling != sample.telling
            or len(waiting) >= most
            or sum(map(len, [*waiting, sample])) > LIMIT - 2
        ):
            found.append(row(waiting, straight=chance.random() < STRAIGHTENED))
            waiting = []
        waiting.append(sample)
    if waiting:
        found.append(row(waiting))
    return [*found, *(made for sample in whole for made in report_rows(sample, chance))]


def batches(made: list[Row], pieces: int, chance: random.Random) -> list[list[Row]]:
    """Rows of about the same length together, as many as keep a batch below so many pieces; order by `chance`."""
    found: list[list[Row]] = [[]]
    for item in sorted(made, key=lambda r: (len(r.pieces), chance.random())):
        if found[-1] and (len(found[-1]) + 1) * len(item.pieces) > pieces:
            found.append([])
        found[-1].append(item)
    chance.shuffle(found)
    return found
