"""Reads texts with the trained model: int8 weights, through onnxruntime and tokenizers alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.encode.claims import claims_of
from sayso.encode.spans import Scores
from sayso.encode.tellings import Chain, tellings_of
from sayso.encode.windows import Part, Pieces, Window, windows
from sayso.model.errors import BadInput
from sayso.model.reading import Reading
from sayso.model.span import Sentence
from sayso.text.sentences import sentences

#: Joined steps of onnxruntime that take longer than the steps themselves (a fifth of a window, on version 1.31).
SLOWER = ["SkipLayerNormFusion"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Thresholds, as training chose them on held-out text; `lean` and `chains` are those of `Chain`.

    The model's statements less sure than `weighed` are left out, traces weaker than `trace` are not kept; the rest are
    what a `codify.model_codes.Trust` holds.
    """

    lean: dict[str, float]
    chains: dict[str, list[list[float]]]
    weighed: float
    trace: float
    evidence: list[float]
    alone: float
    least: float
    tried: list[str]


class Reader:
    """The trained reader; the same text gives the same reading, on one thread or more."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        import onnxruntime

        try:
            about = json.loads((folder / "reader.json").read_text("utf-8"))
        except FileNotFoundError as error:
            raise BadInput("the reader's weights are not here", str(folder)) from error
        self.settings = Settings(**about["settings"])
        self.version = str(about["version"])
        self._pieces = Pieces(folder / "tokenizer.json")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(
            str(folder / about.get("weights", "reader.onnx")),
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=SLOWER,
        )

    def read(self, text: str, found: Sequence[Sentence], *, vectors: bool = False) -> Reading:
        """What the model sees in a text; sentences that belong to the page are not read."""
        seen = [self.seen(window) for window in windows(self.parts(text, found))]
        units = [(window.units, tags) for window, tags, _ in seen]
        sources, cues, contents = tellings_of(text, found, units, Chain(self.settings.lean, self.settings.chains))
        claims, traces = claims_of(found, units, self.settings.weighed, self.settings.trace)
        made = _vectors(len(found), seen) if vectors else ()
        return Reading(sources, cues, contents, claims, traces, made)

    def vectors_of(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """One vector of length one for each text: the mean of its sentences; shape (texts, 384)."""
        found = []
        for text in texts:
            cut = sentences(text)
            seen = [self.seen(window) for window in windows(self.parts(text, cut))]
            found.append(np.sum([vector for vector in _vectors(len(cut), seen) if vector], axis=0))
        return np.array([vector / np.linalg.norm(vector) for vector in found])

    def parts(self, text: str, found: Sequence[Sentence]) -> list[Part]:
        """The sentences in word pieces, but for those that belong to the page."""
        return [
            part
            for number, sentence in enumerate(found)
            if not sentence.debris
            for part in self._pieces.parts(text, number, sentence)
        ]

    def seen(self, window: Window) -> tuple[Window, Scores, Scores]:
        """A window with the tags and the last layer at each of its tokens.

        Windows run one by one: int8 scales span a whole batch, and a reading must not depend on its neighbours.
        """
        ids = np.array([window.pieces], np.int64)
        tags, tokens = self._session.run(["tags", "tokens"], {"ids": ids})
        at = [piece for piece, _, _ in window.units]
        return window, tags[0][at], tokens[0][at]


def _vectors(count: int, seen: Sequence[tuple[Window, Scores, Scores]]) -> tuple[tuple[float, ...], ...]:
    """For each sentence the mean of its tokens, of length one; nothing for a sentence that was not read."""
    sums: dict[int, Any] = {}
    for window, _, tokens in seen:
        for (_, sentence, _), token in zip(window.units, tokens, strict=True):
            sums[sentence] = sums[sentence] + token if sentence in sums else token.astype(np.float64)
    return tuple(_unit(sums[n]) if n in sums else () for n in range(count))


def _unit(total: Any) -> tuple[float, ...]:
    return tuple(round(float(value), 6) for value in total / np.linalg.norm(total))
