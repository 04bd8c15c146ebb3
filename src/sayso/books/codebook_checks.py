"""What must hold between the parts of a codebook: known names, readable patterns, nothing twice."""

from __future__ import annotations

from collections.abc import Callable

from sayso.books.codebook_yaml import Complaints
from sayso.model.books import Codebook, Indicator
from sayso.model.pattern import Choice, PatternError, Sequence, Use, Word, classes_of, parse

#: The slot list of the claim contract; a codebook may describe fewer.
REASONS = (
    *("pay", "fear", "losses", "illness", "family", "brutality", "disillusion", "leadership", "discrimination"),
    *("living_conditions", "homesickness", "coercion", "other"),
)
Place = Callable[[tuple[str, ...], int], int]


def check_codebook(codebook: Codebook, line_of: Place, complaints: Complaints) -> None:
    """Adds a complaint for everything in a codebook that does not fit together; `line_of` gives a part's line."""
    used = _check_words(codebook, line_of, complaints)
    _check_cycles(used, line_of, complaints)
    _check_reasons(codebook, line_of, complaints)
    first: dict[str, int] = {}
    codes = {indicator.code for indicator in codebook.indicators}
    for number, indicator in enumerate(codebook.indicators):
        if indicator.code and first.setdefault(indicator.code, indicator.line) != indicator.line:
            complaints.add(indicator.line, f"code {indicator.code!r} stands already in line {first[indicator.code]}")
        _check_indicator(codebook, number, line_of, complaints)
        for place, code in enumerate(indicator.yields):
            if code not in codes:
                at = line_of(("indicators", str(number), "yields_to", str(place)), indicator.line)
                complaints.add(at, f"no indicator has the code {code!r}")
        _check_examples(indicator, complaints)


def _check_words(codebook: Codebook, line_of: Place, complaints: Complaints) -> dict[str, tuple[str, ...]]:
    used: dict[str, tuple[str, ...]] = {}
    for name, entries in codebook.words.items():
        classes: list[str] = []
        for place, written in enumerate(entries):
            at = line_of(("words", name, str(place)), 1)
            classes.extend(_check_pattern(written, codebook, at, complaints, alone=False))
        used[name] = tuple(classes)
    return used


def _check_cycles(used: dict[str, tuple[str, ...]], line_of: Place, complaints: Complaints) -> None:
    for name in sorted(used):
        reached: set[str] = set()
        waiting = list(used[name])
        while waiting:
            other = waiting.pop()
            if other not in reached:
                reached.add(other)
                waiting.extend(used.get(other, ()))
        if name in reached:
            complaints.add(line_of(("words", name), 1), f"word class {name!r} contains itself")


def _check_reasons(codebook: Codebook, line_of: Place, complaints: Complaints) -> None:
    for name, entries in codebook.reasons.items():
        if name not in REASONS:
            complaints.add(line_of(("reasons", name), 1), f"{name!r} is no reason; reasons are {', '.join(REASONS)}")
        for place, written in enumerate(entries):
            _check_pattern(written, codebook, line_of(("reasons", name, str(place)), 1), complaints)


def _check_indicator(codebook: Codebook, number: int, line_of: Place, complaints: Complaints) -> None:
    indicator = codebook.indicators[number]
    for key, patterns in (("patterns", indicator.patterns), ("excludes", indicator.excludes)):
        for place, written in enumerate(patterns):
            at = line_of(("indicators", str(number), key, str(place)), indicator.line)
            _check_pattern(written, codebook, at, complaints)
            if written in patterns[:place]:
                complaints.add(at, f"the same pattern stands twice: {written}")


def _check_pattern(
    written: str, codebook: Codebook, line: int, complaints: Complaints, *, alone: bool = True
) -> tuple[str, ...]:
    """The word classes a pattern uses; complains where it cannot be read or a class is unknown."""
    if not written:
        return ()
    try:
        items = parse(written).items
    except PatternError as error:
        complaints.add(line, f"pattern {written!r}: {error}")
        return ()
    classes = classes_of(items)
    if alone and not _has_word(items, codebook.words):
        complaints.add(line, f"pattern {written!r}: no word in it that must stand, so it would fit anywhere")
    for name in classes:
        if name not in codebook.words:
            complaints.add(line, f"pattern {written!r}: no word class is called {name!r}")
    return classes


def _has_word(items: Sequence, words: dict[str, tuple[str, ...]]) -> bool:
    """Whether some word, of a choice or class any one, must stand for the pattern to fit."""
    for item in items:
        match item:
            case Word():
                return True
            case Use(name) if words.get(name):
                return True
            case Choice(options) if all(_has_word(option, words) for option in options):
                return True
    return False


def _check_examples(indicator: Indicator, complaints: Complaints) -> None:
    positive = {example.text: example.line for example in indicator.examples}
    for counter in indicator.counter_examples:
        if counter.text and counter.text in positive:
            complaints.add(counter.line, f"stands as an example too, in line {positive[counter.text]}")
