"""One report, from its frozen text to its claims: the order of the rooms that read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.codify.coder import Coder
from sayso.compose.claims import claims
from sayso.compose.passage import Findings, Known
from sayso.compose.protecting import protected_names
from sayso.extract.lexicon import Lexicon, lexicon_of
from sayso.extract.tellers import FindOutlet
from sayso.extract.telling import attributions
from sayso.model.books import Codebook, Group, TellingWords
from sayso.model.picture import Analysis
from sayso.model.report import Report
from sayso.model.slots import Place, When
from sayso.model.span import Sentence
from sayso.model.telling import Attribution
from sayso.resolve.dates import dates
from sayso.resolve.mentions import mentions
from sayso.resolve.places import Places, places
from sayso.resolve.quantities import quantities
from sayso.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Books:
    """What analysing looks things up in: the codebook's coder, words of telling, groups and outlets."""

    coder: Coder
    lexicon: Lexicon
    groups: tuple[Group, ...]
    outlet_named: FindOutlet
    gazetteer: Places | None = None

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
) -> Books:
    """The books, made ready once for many reports; without a gazetteer no place is resolved."""
    return Books(Coder(codebook), lexicon_of(words), tuple(groups), outlet_named, gazetteer)


def read_sentences(report: Report) -> tuple[Sentence, ...]:
    """The sentences of a report, its debris marked."""
    return sentences(report.text, report.debris, report.headline, report.captions)


def tellings(report: Report, books: Books) -> tuple[Attribution, ...]:
    """Every attribution of a report, whatever it is about."""
    return attributions(report.text, read_sentences(report), books.lexicon, books.outlet_named)


def analyse(report: Report, books: Books) -> Analysis:
    """A report's attributions and claims, and the names in it that lists must mask."""
    text, found = report.text, read_sentences(report)
    told = attributions(text, found, books.lexicon, books.outlet_named)
    named = mentions(text, found, books.groups)
    coded = books.coder.code(text, found, named)
    coded_sentences = [found[number] for number in sorted({coding.sentence for coding in coded})]
    findings = Findings(
        report=report,
        sentences=found,
        attributions=told,
        codings=coded,
        mentions=named,
        places=_places(report, found, books, {m.name for m in named if m.name is not None}) if coded else (),
        times=_times(report, coded_sentences),
        quantities=tuple(q for sentence in coded_sentences for q in quantities(text, sentence.span)),
    )
    return Analysis(report.id, told, claims(findings, books.known, books.codebook.name), protected_names(findings))


def _places(report: Report, found: tuple[Sentence, ...], books: Books, named: set[str]) -> tuple[Place, ...]:
    """The places of a report; the countries of the groups it names help to choose between places of one name."""
    if books.gazetteer is None:
        return ()
    countries = {country for group in books.groups if group.name in named for country in group.countries}
    resolved = places(report.text, found, books.gazetteer, sorted(countries))
    return tuple(place for place in resolved if isinstance(place, Place))


def _times(report: Report, coded: Sequence[Sentence]) -> tuple[When, ...]:
    resolved = [date for sentence in coded for date in dates(report.text, sentence.span, report.published)]
    return tuple(date for date in resolved if isinstance(date, When))
