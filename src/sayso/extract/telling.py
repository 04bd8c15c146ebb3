"""A report's tellings: every attribution in text order, with its teller resolved and its parent known."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sayso.extract.finders import FINDERS
from sayso.extract.frame import Frame
from sayso.extract.lexicon import Lexicon
from sayso.extract.line import Line, line_of
from sayso.extract.model_frames import FINDER as MODEL
from sayso.extract.model_frames import frames_of, merged
from sayso.extract.quotes import Quotation, quotations
from sayso.extract.speakers import Speakers
from sayso.extract.tellers import FindOutlet, described
from sayso.model.reading import Reading
from sayso.model.span import Sentence, Span
from sayso.model.telling import Attribution, Certainty, Teller, TellerKind
from sayso.text.tagging import tagged

VERSION = "1"

#: Tellers that are no more than talk: nobody is named who says so.
_HEARSAY = re.compile(r"^(?:\S+ ){0,5}(?:reports|rumours|rumors|news|accounts|word|talk|speculation)$", re.IGNORECASE)
_THE_SAME = re.compile(r"(?:the|these|those|such)\b", re.IGNORECASE)
#: Behind these words in the passive stands no teller but a hearer.
_HEARING = re.compile(
    r"\b(?:was|were|is|are|been|being)\s+(?:\w+ly\s+)?(?:promised|offered|assured|informed|ordered)$", re.IGNORECASE
)
#: A phrase of place or manner is nobody.
_NO_ONE = re.compile(
    r"(?:on|in|at|under|behind|beside|beyond|across)\s+(?:the|a|an|this|that|one|his|her|its)\b", re.IGNORECASE
)
_NOBODY = Teller(None, "", None, None, TellerKind.UNKNOWN, named=False)


def attributions(
    text: str,
    sentences: tuple[Sentence, ...],
    lexicon: Lexicon,
    outlet_named: FindOutlet,
    reading: Reading | None = None,
) -> tuple[Attribution, ...]:
    """Every act of telling in a text, in text order; debris is not read.

    With a reading of the trained model its spans lead, and the rules add the hearers and what it did not see.
    """
    quotes = quotations(text, tuple(s for s in sentences if not s.debris))
    telling = _Telling(text, quotes, lexicon, outlet_named)
    seen = frames_of(reading, text, sentences) if reading is not None else None
    for number, sentence in enumerate(sentences):
        if not sentence.debris:
            telling.read(
                line_of(text, tagged(sentence), number, quotes), None if seen is None else seen.get(number, [])
            )
    telling.give_orphans(sentences)
    return _with_parents(telling.found)


@dataclass(slots=True)
class _Telling:
    """The reading of one report, sentence by sentence."""

    text: str
    quotes: tuple[Quotation, ...]
    lexicon: Lexicon
    outlet_named: FindOutlet
    found: list[Attribution]
    speakers: Speakers

    def __init__(self, text: str, quotes: tuple[Quotation, ...], lexicon: Lexicon, outlet_named: FindOutlet) -> None:
        self.text, self.quotes, self.lexicon, self.outlet_named = text, quotes, lexicon, outlet_named
        self.found, self.speakers = [], Speakers()

    def read(self, line: Line, seen: list[Frame] | None) -> None:
        """Adds the tellings of one sentence; `seen` are those of the trained model, None where it did not read."""
        frames = _without_rivals([frame for finder in FINDERS for frame in finder.frames(line, self.lexicon)])
        if seen is not None:
            frames = merged(seen, frames)
        for frame in sorted(
            frames, key=lambda f: (f.source.start if f.source is not None else f.cue.start, f.cue.start)
        ):
            self._add(frame)

    def _add(self, frame: Frame) -> None:
        teller, relay = _NOBODY, None
        if frame.source is None and frame.finder == "nominal":
            teller = replace(_NOBODY, written=frame.cue.of(self.text), start=frame.cue.start, end=frame.cue.end)
        if frame.source is not None:
            seen = described(self.text, frame.source, self.lexicon, self.outlet_named)
            teller, relay = self.speakers.resolved(seen.teller), seen.relay
            self.speakers.introduce(teller)
        certainty = frame.certainty
        if certainty is Certainty.ASSERTED and teller.kind is TellerKind.UNKNOWN and _HEARSAY.search(teller.written):
            certainty = Certainty.REPORTED
        passer = self._passer(relay or frame.told_to, cited=relay is not None)
        if passer is None and teller.kind is TellerKind.DOCUMENT and _THE_SAME.match(teller.written):
            passer = self._passed_before()
        self.found.append(
            Attribution(
                sources=(frame.source,) if frame.source is not None else (),
                cues=(frame.cue,),
                contents=tuple(self._whole(content) for content in frame.contents),
                teller=teller,
                certainty=certainty,
                doubted=frame.doubted,
                passer=passer,
                within=frame.within,
                tells=self._tells(frame, teller),
            )
        )

    def _tells(self, frame: Frame, teller: Teller) -> bool:
        """Whether a frame is a telling: the rules found it, or its cue holds a word of telling and it has a source."""
        if self._is_hearer(frame, teller):
            return False
        if frame.finder != MODEL or self._is_set_before_quote(frame):
            return True
        words = re.findall(r"[a-z]+", frame.cue.of(self.text).lower())
        known = (self.lexicon.verbs, self.lexicon.document_verbs, self.lexicon.nouns)
        if frame.source is None or not any(word in forms for word in words for forms in known):
            return False
        return frame.source.start > frame.cue.start or not _is_done_to(words)

    def _is_hearer(self, frame: Frame, teller: Teller) -> bool:
        """Whether the words before a cue name who was told or promised something, or no one: "On the other side: …"."""
        if frame.source is None or frame.source.start > frame.cue.start:
            return False
        words = frame.source.of(self.text)
        nobody = teller.kind is TellerKind.UNKNOWN and _NO_ONE.match(words) is not None
        return nobody or _HEARING.search(frame.cue.of(self.text)) is not None

    def _is_set_before_quote(self, frame: Frame) -> bool:
        """Whether a colon sets words about somebody before his quotation: "A nun in Kidal is less sure: “They …”"."""
        if frame.source is None:
            return False
        return any(
            content.of(self.text)[:1] in {"“", '"'} and self.text[: content.start].rstrip().endswith(":")
            for content in frame.contents
        )

    def _passed_before(self) -> Teller | None:
        """Who passed on the documents of which the report goes on to tell."""
        documents = [a for a in self.found if a.teller.kind is TellerKind.DOCUMENT and a.passer is not None]
        return documents[-1].passer if documents else None

    def _passer(self, words: Span | None, *, cited: bool) -> Teller | None:
        """The outlet that a teller told, or that passed a document on; None where it is no outlet."""
        if words is None:
            return None
        teller = described(self.text, words, self.lexicon, self.outlet_named).teller
        carries = teller.kind in (TellerKind.OUTLET, TellerKind.AGENCY)
        resolved = self.speakers.resolved(teller) if carries else teller
        if carries or (cited and teller.named):
            if not carries:
                resolved = replace(resolved, kind=TellerKind.OUTLET)
            self.speakers.introduce(resolved)
            return resolved
        return None

    def _whole(self, content: Span) -> Span:
        """The content with the whole of a quotation that runs on over sentences and paragraphs."""
        start, end = content.start, content.end
        for number, quote in enumerate(self.quotes):
            if not quote.is_speech or not quote.span.overlap(Span(start, end)) or quote.span.overlap(content) < 2:
                continue
            start, end = (
                min(start, quote.span.start) if quote.span.start <= content.start else start,
                max(end, quote.span.end),
            )
            last = number
            while self.quotes[last].open_end and last + 1 < len(self.quotes):
                following = self.quotes[last + 1]
                if self.text[self.quotes[last].span.end : following.span.start].strip():
                    break
                last, end = last + 1, following.span.end
        return Span(start, end)

    def give_orphans(self, sentences: tuple[Sentence, ...]) -> None:
        """Gives a quotation in which no cue stands to the last speaker before it, marked inferred."""
        for quote in self.quotes:
            if not quote.is_speech or quote.words < _ORPHAN_WORDS or not self._is_orphan(quote, sentences):
                continue
            before = [a for a in self.found if a.sources and a.sources[0].start < quote.span.start and not a.inferred]
            if before and _is_near(sentences, before[-1].cues[0], quote.span):
                last = before[-1]
                self.found.append(
                    replace(last, sources=(), cues=(), contents=(quote.span,), inferred=True, within=False)
                )

    def _is_orphan(self, quote: Quotation, sentences: tuple[Sentence, ...]) -> bool:
        if any(content.overlap(quote.span) for a in self.found for content in a.contents):
            return False
        # A quotation that fills its sentences stands alone; words around it would have had a cue of their own.
        return any(
            (s.span.holds(quote.span) and len(s.span) <= len(quote.span) + 2) or quote.span.holds(s.span)
            for s in sentences
        )


#: A shorter orphan is more often a slogan or a title than somebody's words.
_ORPHAN_WORDS = 5


_BE = frozenset({"is", "are", "was", "were", "been", "being", "be"})
#: Of those to whom this is done the words are, all the same.
_CITED = frozenset({"quoted", "cited", "reported", "overheard", "recorded"})


def _is_done_to(cue: list[str]) -> bool:
    """Whether a cue is passive, so that what stands before it is spoken of ("was declared dead") and does not tell."""
    return bool(_BE & set(cue[:-1])) and cue[-1].endswith(("ed", "ld", "wn", "en", "ade")) and cue[-1] not in _CITED


def _is_near(sentences: tuple[Sentence, ...], cue: Span, quote: Span) -> bool:
    """Whether a quotation stands in the paragraph of a cue or in the one after it."""

    def paragraph(at: int) -> int:
        return next((s.paragraph for s in sentences if s.start <= at < s.end), -9)

    return 0 <= paragraph(quote.start) - paragraph(cue.start) <= 1


def _without_rivals(frames: list[Frame]) -> list[Frame]:
    """The frames, less those whose cue another finder already has: the first finder of the tuple keeps it."""
    kept: list[Frame] = []
    for frame in frames:
        if not any(frame.cue.overlap(other.cue) for other in kept):
            kept.append(frame)
    return kept


def _with_parents(found: list[Attribution]) -> tuple[Attribution, ...]:
    """The attributions in text order, each with the index of the smallest other one whose content holds it.

    Two that each hold the other ("A, quoting B, …" and "B, A said, …") are no nest: the later one stays without parent.
    """
    order = sorted(found, key=_first)
    parents: list[int | None] = []
    for number in range(len(order)):
        parent = _parent(order, number)
        parents.append(None if parent is not None and _leads_to(parents, parent, number) else parent)
    return tuple(replace(a, parent=parent) for a, parent in zip(order, parents, strict=True))


def _leads_to(parents: list[int | None], start: int, end: int) -> bool:
    """Whether following the parents known so far from `start` ends at `end`."""
    at: int | None = start
    while at is not None and at < len(parents):
        if at == end:
            return True
        at = parents[at]
    return at == end


def _first(attribution: Attribution) -> tuple[int, int]:
    spans = (*attribution.sources, *attribution.cues, *attribution.contents)
    return min(s.start for s in spans), -max(s.end for s in spans)


def _parent(order: list[Attribution], number: int) -> int | None:
    mine = order[number]
    core = (*mine.sources, *mine.cues) or mine.contents
    best: tuple[int, int] | None = None
    for other, attribution in enumerate(order):
        if other == number or (attribution.within and not mine.within):
            continue
        holds = any(content.holds(span) for content in attribution.contents for span in core)
        if mine.within and not holds:
            holds = any(
                c.overlap(m) for c in mine.contents for m in (*attribution.cues, *attribution.contents)
            ) and bool(attribution.sources)
        if holds and not (attribution.within and mine.within):
            size = sum(len(content) for content in attribution.contents)
            best = min(best, (size, other)) if best is not None else (size, other)
    return best[1] if best is not None else None
