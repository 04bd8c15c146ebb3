"""The words that the patterns of a codebook come to: found out once, and taken from there when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.codify.compiling import Compiler
from sayso.codify.forms import Forms
from sayso.model.books import Codebook, Wordings
from sayso.model.ids import sha256_of
from sayso.text.inflecting import Inflecting


def wordings_of(codebook: Codebook, inflecting: Inflecting | None = None) -> Wordings:
    """The wordings of a codebook."""
    forms = Forms(inflecting)
    compiler = Compiler(codebook.words, forms)
    needs = {written: compiler.needs(written) for written in dict.fromkeys(_patterns(codebook))}
    words = sorted({*forms.tags, *(word for sets in needs.values() for need in sets for word in need)})
    number = {word: at for at, word in enumerate(words)}
    kept = {need: tuple(sorted(number[word] for word in need)) for sets in needs.values() for need in sets}
    place = {numbers: at for at, numbers in enumerate(dict.fromkeys(kept.values()))}
    return Wordings(
        _hash_of(codebook),
        tuple(words),
        tuple(" ".join(sorted(forms.tags.get(word, ()))) for word in words),
        tuple(place),
        {written: tuple(place[kept[need]] for need in sets) for written, sets in needs.items()},
    )


def compiler_of(codebook: Codebook, inflecting: Inflecting | None, wordings: Wordings | None) -> Compiler:
    """The compiler of a codebook's patterns; it takes what it can from wordings, if they are those of this codebook."""
    if wordings is None or wordings.of != _hash_of(codebook):
        return Compiler(codebook.words, Forms(inflecting))
    tags = {form: set(tags.split()) for form, tags in zip(wordings.forms, wordings.tags, strict=True) if tags}
    sets = [frozenset(map(wordings.forms.__getitem__, numbers)) for numbers in wordings.sets]
    needs = {written: tuple(map(sets.__getitem__, numbers)) for written, numbers in wordings.needs.items()}
    return Compiler(codebook.words, Forms(inflecting, tags), needs)


def _patterns(codebook: Codebook) -> Iterator[str]:
    for indicator in codebook.indicators:
        yield from indicator.patterns
        yield from indicator.excludes
    for patterns in codebook.reasons.values():
        yield from patterns


def _hash_of(codebook: Codebook) -> str:
    return sha256_of(repr((codebook.words, tuple(_patterns(codebook)))).encode("utf-8", "surrogatepass"))
