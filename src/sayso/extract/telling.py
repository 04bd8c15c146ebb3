"""A report's tellings: every attribution in text order, with its teller resolved and its parent known."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.extract.finders import FINDERS
from sayso.extract.frame import Frame
from sayso.extract.hopping import tells
from sayso.extract.lengths import whole, within_sentence
from sayso.extract.lexicon import Lexicon
from sayso.extract.line import Line, line_of
from sayso.extract.model_frames import frames_of, merged
from sayso.extract.nesting import with_parents
from sayso.extract.orphans import with_orphans
from sayso.extract.persons import sex_in, staff_in, subject_of
from sayso.extract.quotes import Quotation, quotations
from sayso.extract.speakers import Speakers
from sayso.extract.tellers import FindOutlet, described
from sayso.extract.turns import Turn, guest, is_answer, turns
from sayso.model.reading import Reading
from sayso.model.span import Sentence, Span
from sayso.model.telling import PUBLISHERS, Attribution, Certainty, Teller, TellerKind
from sayso.text.tagging import tagged

VERSION = "2"

#: Tellers that are no more than talk: nobody is named who says so.
_HEARSAY = re.compile(r"^(?:\S+ ){0,5}(?:reports|rumours|rumors|news|accounts|word|talk|speculation)$", re.IGNORECASE)
_THE_SAME = re.compile(r"(?:the|these|those|such)\b", re.IGNORECASE)
#: Who does so has told something before.
_GOES_ON = re.compile(r"\b(?:add|continue|go(?:es)? on|went on|repeat|reiterate|also|further|again)\w*", re.IGNORECASE)
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
    return with_parents(with_orphans(text, telling.found, quotes, sentences, telling.headings))


class _Telling:
    """The reading of one report, sentence by sentence."""

    def __init__(self, text: str, quotes: tuple[Quotation, ...], lexicon: Lexicon, outlet_named: FindOutlet) -> None:
        self.text, self.quotes, self.lexicon, self.outlet_named = text, quotes, lexicon, outlet_named
        self.found: list[Attribution] = []
        self.headings: list[tuple[Span, Teller]] = []
        self.speakers = Speakers()
        self.turns = turns(text)
        self.told_at: tuple[int, Teller] | None = None

    def read(self, line: Line, seen: list[Frame] | None) -> None:
        """Adds the tellings of one sentence; `seen` are those of the trained model, None where it did not read."""
        frames = _without_rivals([frame for finder in FINDERS for frame in finder.frames(line, self.lexicon)])
        if seen is not None:
            frames = merged([_clipped(frame, line) for frame in seen], frames)
        turn = next((t for t in self.turns if line.sentence.start <= t.label.start < line.sentence.end), None)
        if turn is not None:
            frames = [_cut_to(frame, turn.said) for frame in frames if frame.cue.start > turn.colon.start]
            self._take(turn)
        self._mention(line, frames)
        outer: Teller | None = None
        for frame in sorted(
            frames, key=lambda f: (f.source.start if f.source is not None else f.cue.start, f.cue.start)
        ):
            teller = self._add(frame, line)
            inner = frame.source is not None and any(
                content.holds(frame.source) for other in frames if other is not frame for content in other.contents
            )
            outer = outer if inner or frame.source is None else teller
        if outer is not None and self.speakers.known and self.speakers.known[-1] is not outer:
            self.speakers.introduce(outer)  # "he" takes up who speaks to us, not whom he tells of

    def _take(self, turn: Turn) -> None:
        """Adds a turn of a transcript: whoever is labelled says all of it."""
        teller = self.speakers.labelled(turn.label, self._of_label(turn), answers=is_answer(turn.label.of(self.text)))
        self.speakers.introduce(teller)
        self.found.append(Attribution((turn.label,), (turn.colon,), (turn.said,), teller))

    def _of_label(self, turn: Turn) -> Teller:
        words = turn.label.of(self.text)
        named = guest(self.text, self.turns[0].label.start) if is_answer(words) else None
        if named is not None:
            return described(self.text, named, self.lexicon, self.outlet_named).teller
        plain = words.lower() if words.isupper() else words
        teller = described(plain, Span(0, len(plain)), self.lexicon, self.outlet_named).teller
        known = teller.kind is not TellerKind.UNKNOWN
        name = None if known or len(words) == 1 else words.title() if words.isupper() else words
        return replace(teller, written=words, start=turn.label.start, end=turn.label.end, name=name, named=bool(name))

    def _mention(self, line: Line, frames: list[Frame]) -> None:
        """Remembers the person of whom a sentence speaks, where nobody tells in his name in it."""
        staff = staff_in(line, self.lexicon, self.outlet_named)
        if staff is not None:
            self.speakers.mention(staff, None)
        person = subject_of(line, self.lexicon, self.outlet_named)
        if person is None or person.start is None or person.end is None:
            return
        span = Span(person.start, person.end)
        if any(frame.source is not None and frame.source.overlap(span) for frame in frames):
            return
        self.speakers.mention(person, sex_in(line, span))
        if span == line.sentence.span:
            self.headings.append((span, person))

    def _add(self, frame: Frame, line: Line) -> Teller:
        teller, relay = _NOBODY, None
        if frame.source is None and frame.finder == "nominal":
            teller = replace(_NOBODY, written=frame.cue.of(self.text), start=frame.cue.start, end=frame.cue.end)
        if frame.source is not None:
            seen = described(self.text, frame.source, self.lexicon, self.outlet_named)
            goes_on = _GOES_ON.search(frame.cue.of(self.text)) is not None
            teller, relay = self.speakers.resolved(seen.teller, goes_on=goes_on), seen.relay
            self.speakers.introduce(teller)
            if teller.kind in PUBLISHERS:
                self.told_at = (line.sentence.paragraph, teller)
        certainty = frame.certainty
        if certainty is Certainty.POSSIBLE and _is_indicated(frame.cue.of(self.text), teller):
            certainty = Certainty.ASSERTED
        if certainty is Certainty.ASSERTED and teller.kind is TellerKind.UNKNOWN and _HEARSAY.search(teller.written):
            certainty = Certainty.REPORTED
        self.found.append(
            Attribution(
                sources=(frame.source,) if frame.source is not None else (),
                cues=(frame.cue,),
                contents=tuple(whole(self.text, self.quotes, content) for content in frame.contents),
                teller=teller,
                certainty=certainty,
                doubted=frame.doubted,
                passer=self._passer(frame, teller, relay, line),
                within=frame.within,
                tells=tells(self.text, frame, teller, self.lexicon),
            )
        )
        return teller

    def _passer(self, frame: Frame, teller: Teller, relay: Span | None, line: Line) -> Teller | None:
        """Who passed a telling on: the outlet that was told or cited, the person who was told, or none."""
        passer = self._carrier(relay or frame.told_to, cited=relay is not None)
        if passer is None and frame.told_to is not None:
            passer = self.speakers.hearer(frame.told_to.of(self.text).lower(), teller)
        if passer is None and teller.kind is TellerKind.DOCUMENT and _THE_SAME.match(teller.written):
            documents = [a for a in self.found if a.teller.kind is TellerKind.DOCUMENT and a.passer is not None]
            passer = documents[-1].passer if documents else None
        quoted = frame.finder == "passive" and frame.cue.of(self.text).lower() in {"quoted", "cited"}
        if passer is None and quoted and self.told_at is not None and self.told_at[0] == line.sentence.paragraph:
            passer = self.told_at[1]  # "…," the officer is quoted as saying: by the paper just spoken of
        return passer

    def _carrier(self, words: Span | None, *, cited: bool) -> Teller | None:
        """The outlet that a teller told, or that passed a document on; None where it is no outlet."""
        if words is None:
            return None
        teller = described(self.text, words, self.lexicon, self.outlet_named).teller
        carries = teller.kind in PUBLISHERS
        resolved = self.speakers.resolved(teller) if carries else teller
        if carries or (cited and teller.named):
            if not carries:
                resolved = replace(resolved, kind=TellerKind.OUTLET)
            self.speakers.carrier(resolved)
            return resolved
        return None


#: A person or body who "indicated" something said it; of a paper or a survey it is inferred.
_INDICATES = re.compile(r"\b(?:indicated|pointed out)$", re.IGNORECASE)
_INFERRED_FROM = (TellerKind.DOCUMENT, TellerKind.MONITOR)


def _is_indicated(cue: str, teller: Teller) -> bool:
    names = teller.written and re.search(
        r"\b(?:evidence|signs?|interrogations?|analysis|data)\b", teller.written.lower()
    )
    return _INDICATES.search(cue) is not None and teller.kind not in _INFERRED_FROM and not names


def _cut_to(frame: Frame, said: Span) -> Frame:
    """A frame inside a turn of a transcript, less the label where what it tells began too early."""
    contents = (Span(max(content.start, said.start), max(content.end, said.start)) for content in frame.contents)
    return replace(frame, contents=tuple(content for content in contents if len(content)))


def _clipped(frame: Frame, line: Line) -> Frame:
    """A frame of the trained model, what it tells cut to its sentence."""
    contents = tuple(within_sentence(content, frame.cue, line.sentence, line.quotes) for content in frame.contents)
    return replace(frame, contents=contents)


def _without_rivals(frames: list[Frame]) -> list[Frame]:
    """The frames, less those whose cue another finder already has: the first finder of the tuple keeps it."""
    kept: list[Frame] = []
    for frame in frames:
        if not any(frame.cue.overlap(other.cue) for other in kept):
            kept.append(frame)
    return kept
