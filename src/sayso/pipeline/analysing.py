"""One report, from its frozen text to its claims: the order of the rooms that read it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeAlias

from sayso.books import inflections, wordings
from sayso.codify.by_example import Likeness, codings_like, likenesses, wanting
from sayso.codify.coder import Coder
from sayso.codify.gate import Gate
from sayso.codify.model_codes import Candidate, Trust, candidates, codings_of, merged, united
from sayso.compose.claims import claims
from sayso.compose.passage import Findings, Known
from sayso.compose.protecting import protected_names
from sayso.encode.labels import CODES
from sayso.encode.reader import Reader
from sayso.extract.lexicon import Lexicon, lexicon_of
from sayso.extract.tellers import FindOutlet
from sayso.extract.telling import attributions
from sayso.model.books import Codebook, Group, TellingWords
from sayso.model.coding import Coding
from sayso.model.mention import Mention, Role
from sayso.model.picture import Analysis
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.slots import Place, When
from sayso.model.span import Sentence
from sayso.model.telling import Attribution
from sayso.resolve.dates import dates
from sayso.resolve.mentions import mentions
from sayso.resolve.places import Places, places
from sayso.resolve.quantities import quantities
from sayso.text.inflecting import Inflecting
from sayso.text.sentences import sentences
from sayso.text.tagging import tagged


@dataclass(frozen=True, slots=True)
class Books:
    """What analysing looks things up in: the codebook's coder, words of telling, groups and outlets."""

    coder: Coder
    lexicon: Lexicon
    groups: tuple[Group, ...]
    outlet_named: FindOutlet
    gate: Gate
    gazetteer: Places | None = None
    reader: Callable[[], Reader] | None = None
    likenesses: Callable[[], tuple[Likeness, ...]] = tuple

    @property
    def codebook(self) -> Codebook:
        """The codebook that claims are coded by."""
        return self.coder.codebook

    @property
    def known(self) -> Known:
        """The groups and outlets as composing asks for them."""
        return Known({group.name: group for group in self.groups}, self.outlet_named)


def books_of(
    codebook: Codebook,
    words: TellingWords,
    groups: Sequence[Group],
    outlet_named: FindOutlet,
    gazetteer: Places | None = None,
    reader: Callable[[], Reader] | None = None,
) -> Books:
    """The books, made ready once for many reports; without gazetteer or reader no place or model is used."""
    new = wanting(codebook, frozenset(CODES) if codebook.name == TRAINED_ON else frozenset())

    def like() -> tuple[Likeness, ...]:
        return likenesses(new, reader().vectors_of) if reader is not None else ()

    gate = Gate(groups)
    made = cache(like) if new else tuple
    inflecting = Inflecting(inflections.shipped())
    coder, lexicon = Coder(codebook, inflecting, wordings.shipped()), lexicon_of(words, inflecting)
    return Books(coder, lexicon, tuple(groups), outlet_named, gate, gazetteer, reader, made)


def read_sentences(report: Report) -> tuple[Sentence, ...]:
    """The sentences of a report, its debris marked."""
    return sentences(report.text, report.debris, report.headline, report.captions)


def tellings(report: Report, books: Books) -> tuple[Attribution, ...]:
    """Every attribution of a report, whatever it is about: no gate."""
    found = read_sentences(report)
    reading = books.reader().read(report.text, found) if books.reader is not None else None
    return attributions(report.text, found, books.lexicon, books.outlet_named, reading)


def analyse(report: Report, books: Books) -> Analysis:
    """A report's attributions and claims, and the names in it that lists must mask.

    Passages that can carry no claim are not coded; a report without any other passage is not read at all.
    """
    text, opened = report.text, _opened(report, books)
    if opened is None:
        return Analysis(report.id, (), (), ())
    found, read = opened
    named = mentions(text, found, books.groups)
    by_patterns, reading = _seen(report, read, named, books)
    told = attributions(text, found, books.lexicon, books.outlet_named, reading)
    coded = _coded(by_patterns, read, named, reading, books)
    coded_sentences = [found[number] for number in sorted({coding.sentence for coding in coded})]
    findings = Findings(
        report=report,
        sentences=found,
        attributions=told,
        codings=coded,
        mentions=named,
        places=_places(report, found, books, {m.name for m in named if m.name is not None}) if coded else (),
        times=_times(report, _with_before(found, coded)),
        quantities=tuple(q for sentence in coded_sentences for q in quantities(text, sentence.span)),
    )
    return Analysis(report.id, told, claims(findings, books.known, books.codebook), protected_names(findings))


_Sentences: TypeAlias = tuple[Sentence, ...]


def _opened(report: Report, books: Books) -> tuple[_Sentences, _Sentences] | None:
    """The sentences, tagged, and they again, those that can carry no claim set aside as debris; None where none can.

    Of a codebook that is not ours nobody knows which sentences can carry a claim, so all of them stay.
    """
    ours = books.codebook.name == TRAINED_ON
    if ours and not books.gate.may_open(report.text):
        return None
    found = read_sentences(report)
    carrying = books.gate.open_for(report.text, found) if ours else frozenset(range(len(found)))
    if not carrying:
        return None
    ready = tuple(sentence if sentence.debris else tagged(sentence) for sentence in found)
    return ready, tuple(s if n in carrying else replace(s, debris=True) for n, s in enumerate(ready))


#: Who must be spoken of before a report can carry a claim about an armed group.
_ARMED = frozenset({Role.GROUP, Role.MEMBERS, Role.LEADER})


def _is_armed(named: Sequence[Mention]) -> bool:
    return any(mention.role in _ARMED for mention in named)


def _seen(
    report: Report, found: tuple[Sentence, ...], named: tuple[Mention, ...], books: Books
) -> tuple[tuple[Coding, ...], Reading | None]:
    """What the patterns find and, beside them, what the trained model sees: while it reckons, Python is free.

    A report that names no armed group or fighter is left to the rules.
    """
    if books.reader is None or not _is_armed(named):
        return books.coder.code(report.text, found, named), None
    with ThreadPoolExecutor(1) as beside:
        reading = beside.submit(_reading, report, found, books.reader, books.likenesses)
        return books.coder.code(report.text, found, named), reading.result()


def _reading(
    report: Report,
    found: tuple[Sentence, ...],
    reader: Callable[[], Reader],
    likenesses: Callable[[], tuple[Likeness, ...]],
) -> Reading:
    return reader().read(report.text, found, vectors=bool(likenesses()))


def _coded(
    by_patterns: tuple[Coding, ...],
    found: tuple[Sentence, ...],
    named: tuple[Mention, ...],
    reading: Reading | None,
    books: Books,
) -> tuple[Coding, ...]:
    """The codings of the patterns, of the model where it knows the code, and of examples where it does not."""
    if reading is None or books.reader is None:
        return by_patterns
    if books.codebook.name != TRAINED_ON:
        return united(by_patterns, codings_like(reading, found, named, books.likenesses()))
    by_model = codings_of(reading, found, named, books.codebook)
    both = merged(by_patterns, by_model, reading, found, trust_of(books.reader()))
    return united(both, codings_like(reading, found, named, books.likenesses()))


@cache
def trust_of(reader: Reader) -> Trust:
    """How far codings are trusted, as the training of a reader found."""
    settings = reader.settings
    return Trust(tuple(settings.evidence), settings.alone, settings.least, frozenset(settings.tried))


def weighed(report: Report, books: Books, reader: Reader) -> list[Candidate]:
    """Every coding of a report that is weighed, with its evidence, whatever becomes of it."""
    opened = _opened(report, books)
    if opened is None:
        return []
    found, read = opened
    named = mentions(report.text, found, books.groups)
    if not _is_armed(named):
        return []
    by_patterns = books.coder.code(report.text, read, named)
    reading = reader.read(report.text, read)
    by_model = codings_of(reading, read, named, books.codebook)
    return candidates(by_patterns, by_model, reading, read)


#: The name of the codebook whose codes the model knows.
TRAINED_ON = "cohesion"


def _places(report: Report, found: tuple[Sentence, ...], books: Books, named: set[str]) -> tuple[Place, ...]:
    """The places of a report; the countries of the groups it names help to choose between places of one name."""
    if books.gazetteer is None:
        return ()
    countries = {country for group in books.groups if group.name in named for country in group.countries}
    resolved = places(report.text, found, books.gazetteer, sorted(countries))
    return tuple(place for place in resolved if isinstance(place, Place))


def _with_before(found: Sequence[Sentence], coded: Sequence[Coding]) -> list[Sentence]:
    """The sentences with codings, each with the one before it, whose time it may go on with."""
    numbers = {coding.sentence for coding in coded}
    return [found[number] for number in sorted(numbers | {number - 1 for number in numbers if number})]


def _times(report: Report, coded: Sequence[Sentence]) -> tuple[When, ...]:
    resolved = [date for sentence in coded for date in dates(report.text, sentence.span, report.published)]
    return tuple(date for date in resolved if isinstance(date, When))
