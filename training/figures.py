"""Thresholds chosen on held-out text, and what the reader reaches there; both are written beside the weights."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from dataset import Sample, files
from trust import fitted, half

from sayso.books import codebook as codebooks
from sayso.books import groups
from sayso.codify.coder import Coder
from sayso.codify.model_codes import EVIDENCE, Trust, codings_of, merged, name_of
from sayso.encode.claims import claims_of
from sayso.encode.labels import COLUMNS, ROLES
from sayso.encode.reader import Reader
from sayso.encode.spans import Scores
from sayso.encode.tellings import Chain, tellings_of
from sayso.encode.windows import windows
from sayso.model.coding import Coding
from sayso.model.mention import Mention
from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.resolve.mentions import mentions

DATA = Path(__file__).parent.parent / "src" / "sayso" / "data"
LEANS = (-1.0, -0.5, -0.25, 0.0, 0.25, 0.5, 1.0, 1.5)
ALONE = (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97)
#: The model's statements that are less sure than this are not even weighed.
WEIGHED = 0.4
#: Traces weaker than this are not kept.
TRACE = 0.02
_ROLE_OF = {"s": "source", "c": "cue", "t": "content"}
Chains = dict[str, list[list[float]]]
Spans = set[tuple[int, str, int, int]]


@dataclass(frozen=True, slots=True)
class Seen:
    """One held-out sample with what the model put out for it."""

    number: int
    sample: Sample
    units: list[tuple[tuple[tuple[int, int, int], ...], Scores]]


def measured(out: Path, train: Sequence[Sample], held: Sequence[Sample], text: Path, chains: Chains) -> dict[str, Any]:
    """Chooses thresholds, writes `reader.json`, and yields the figures in it."""
    about: dict[str, Any] = {
        "version": hashlib.sha256((out / "reader.onnx").read_bytes()).hexdigest()[:12],
        "settings": {
            "lean": dict.fromkeys(ROLES, 0.0),
            "chains": chains,
            "weighed": WEIGHED,
            "trace": TRACE,
            "evidence": [0.0] * len(EVIDENCE),
            "alone": 0.5,
            "least": 0.5,
            "tried": [],
        },
        "text": digests(text),
        "samples": {"trained on": len(train), "held out": len(held)},
        "held out": sorted({s.source for s in held if s.telling}),
    }
    _write(out, about)
    seen = _all_seen(Reader(out), held)
    about["agreement of int8 with float32"] = _agreement(out, about, seen, held)
    about["settings"]["lean"] = lean = _leans(seen, chains)
    about["tellings"] = {role: _scores(*counts) for role, counts in told_counts(seen, lean, chains).items()}
    about["settings"] |= _levels((train, seen), about, (out, text))
    about["shades of claims"] = _shades(seen, WEIGHED)
    _write(out, about)
    return about


def digests(text: Path) -> dict[str, str]:
    """The SHA-256 of every file trained on or held out."""
    return {
        f"{path.parent.name}/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in files(text)
    }


def _write(out: Path, about: dict[str, Any]) -> None:
    (out / "reader.json").write_text(json.dumps(about, indent=1, sort_keys=True) + "\n", "utf-8")


def _all_seen(reader: Reader, held: Sequence[Sample]) -> list[Seen]:
    found = []
    for number, sample in enumerate(held):
        looked = [reader.seen(window) for window in windows(sample.parts)]
        found.append(Seen(number, sample, [(window.units, tags) for window, tags, _ in looked]))
    return found


def _agreement(out: Path, about: dict[str, Any], seen: list[Seen], held: Sequence[Sample]) -> float:
    """The share of tokens whose role tags are the same from int8 and from float weights."""
    _write(out, {**about, "weights": "reader32.onnx"})
    exact = _all_seen(Reader(out), held)
    _write(out, about)
    same, total = 0, 0
    for one, two in zip(seen, exact, strict=True):
        for (_, a), (_, b) in zip(one.units, two.units, strict=True):
            for role in ROLES:
                same += int((a[:, COLUMNS[role]].argmax(1) == b[:, COLUMNS[role]].argmax(1)).sum())
                total += len(a)
    return round(same / total, 4)


def _leans(seen: list[Seen], chains: Chains) -> dict[str, float]:
    """For each role the lean that gives the best exact F1; inner contents are judged with outer ones."""
    chosen = dict.fromkeys(ROLES, 0.0)
    for role in ROLES:
        kind = role if role in ("source", "cue") else "content"
        tried = [(_f1(*told_counts(seen, {**chosen, role: lean}, chains)[kind]), -abs(lean), lean) for lean in LEANS]
        chosen[role] = max(tried)[2]
    return chosen


def told_counts(seen: list[Seen], lean: dict[str, float], chains: Chains) -> dict[str, tuple[int, int, int]]:
    """For each role how many spans are right, ours and marked."""
    gold: Spans = set()
    ours: Spans = set()
    for item in seen:
        if not item.sample.telling:
            continue
        gold |= {(item.number, _ROLE_OF[m.what], m.start, m.end) for m in item.sample.marks if m.what != "code"}
        found = tellings_of(item.sample.text, item.sample.sentences, item.units, Chain(lean, chains))
        for role, told in zip(("source", "cue", "content"), found, strict=True):
            ours |= {(item.number, role, t.span.start, t.span.end) for t in told}
    return {
        role: (
            sum(s in gold for s in ours if s[1] == role),
            sum(s[1] == role for s in ours),
            sum(s[1] == role for s in gold),
        )
        for role in ("source", "cue", "content")
    }


def _levels(
    samples: tuple[Sequence[Sample], list[Seen]], about: dict[str, Any], folders: tuple[Path, Path]
) -> dict[str, Any]:
    """How far codings are trusted, fitted on whole reports; and the figures of patterns, model and both on blocks."""
    out, text = folders
    train, seen = samples
    books = Coders()
    named = [books.named(item.sample) for item in seen]
    by_patterns = [books.coded(i.sample, m) for i, m in zip(seen, named, strict=True)]
    about["claims of the patterns alone"] = _scores(*_claim_counts(seen, by_patterns))
    for alone in ALONE:
        readings = [_reading(item, alone) for item in seen]
        mine = [
            [coding for _, coding in codings_of(r, i.sample.sentences, m, books.book)]
            for r, i, m in zip(readings, seen, named, strict=True)
        ]
        about.setdefault("claims of the model alone", {})[str(alone)] = _scores(*_claim_counts(seen, mine))
    fit = fitted(Reader(out), text, books.tried(train))
    about["claims of both, on whole reports"] = _scores(*fit["counts"])
    settings = fit["settings"]
    trust = Trust(tuple(settings["evidence"]), settings["alone"], settings["least"], frozenset(settings["tried"]))
    both = []
    for patterns, item, m in zip(by_patterns, seen, named, strict=True):
        reading = _reading(item, WEIGHED)
        stated = codings_of(reading, item.sample.sentences, m, books.book)
        both.append(merged(patterns, stated, reading, item.sample.sentences, trust))
    about["claims of both"] = _scores(*_claim_counts(seen, both))
    return dict(settings)


class Coders:
    """The patterns of the shipped codebook, and how often each is right."""

    def __init__(self) -> None:
        self.book = codebooks.load(DATA / "codebooks" / "cohesion.yaml")
        self._coder, self._known = Coder(self.book), groups.load(DATA / "groups.csv")

    def named(self, sample: Sample) -> tuple[Mention, ...]:
        """Who is named in a sample."""
        return mentions(sample.text, sample.sentences, self._known)

    def coded(self, sample: Sample, named: tuple[Mention, ...]) -> tuple[Coding, ...]:
        """What the patterns find in a sample."""
        return self._coder.code(sample.text, sample.sentences, named)

    def tried(self, samples: Sequence[Sample]) -> list[str]:
        """The names of the patterns that hit anything in samples."""
        return sorted({name_of(c) for sample in samples for c in self.coded(sample, self.named(sample))})


def _reading(item: Seen, alone: float) -> Reading:
    claims, traces = claims_of(item.sample.sentences, item.units, alone, TRACE)
    return Reading(claims=claims, traces=traces)


def _claim_counts(seen: list[Seen], found: Sequence[Iterable[Coding]]) -> tuple[int, int, int]:
    """How many claims are right, ours and marked: the same code over half of the shorter span, one to one."""
    right = ours = gold = 0
    for item, codings in zip(seen, found, strict=True):
        left = [m for m in item.sample.marks if m.what == "code"]
        gold += len(left)
        for coding in codings:
            ours += 1
            fits = [m for m in left if m.code == coding.indicator and half(coding.span, Span(m.start, m.end))]
            if fits:
                left.remove(fits[0])
                right += 1
    return right, ours, gold


def _shades(seen: list[Seen], alone: float) -> dict[str, float]:
    """How often certainty, negation and stage are right where the claim is."""
    right = np.zeros(4)
    for item in seen:
        for claim in _reading(item, alone).claims:
            for mark in item.sample.marks:
                if mark.what == "code" and mark.code == claim.code and half(claim.span, Span(mark.start, mark.end)):
                    right += [
                        1,
                        claim.certainty == mark.certainty,
                        claim.negated == mark.negated,
                        claim.stage == (mark.stage if mark.stage not in ("done", "ongoing", "unstated") else ""),
                    ]
                    break
    names = ("certainty", "negated", "stage")
    return {name: round(float(right[n + 1] / max(1, right[0])), 3) for n, name in enumerate(names)}


def _f1(right: int, ours: int, gold: int) -> float:
    return 2 * right / max(1, ours + gold)


def _scores(right: int, ours: int, gold: int) -> dict[str, float]:
    return {
        "precision": round(right / max(1, ours), 3),
        "recall": round(right / max(1, gold), 3),
        "f1": round(_f1(right, ours, gold), 3),
        "marked": gold,
    }
