"""Codes the sentences of a report with the patterns of a codebook."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.codify.clauses import borders, clause_of, trimmed
from sayso.codify.hits import Hit, Rule, Rules
from sayso.codify.lexicon import CAUSAL, NUMBERS, PREMODIFIERS, PRONOUNS, SAYING, VAGUE
from sayso.codify.marking import Marked, marked
from sayso.codify.settling import statements, without_excluded, without_yielding
from sayso.codify.shades import Passage, certainty_of, is_negated, scope_of, stage_of, trend_of
from sayso.codify.wordings import compiler_of
from sayso.model.books import Codebook, Wordings
from sayso.model.coding import Coding
from sayso.model.mention import Mention
from sayso.model.pattern import ROLES
from sayso.model.span import Sentence, Span
from sayso.text.inflecting import Inflecting

VERSION = "1"
#: How far before the words of a reason the word may stand that makes them one ("because they had not been paid").
_CAUSE_REACH = 8
#: Words; the longest sentence seen in reports is below 120. A list without stops can have thousands.
_LONGEST_SENTENCE = 200
_GROUPS = ("group", "members", "leader")

Around = tuple[int, Sentence, Marked, tuple[int, ...]]


class Coder:
    """Finds the passages that the indicators of one codebook fit; the same input gives the same codings."""

    def __init__(
        self, codebook: Codebook, inflecting: Inflecting | None = None, wordings: Wordings | None = None
    ) -> None:
        self.codebook = codebook
        compiler = compiler_of(codebook, inflecting, wordings)
        self._forms = compiler.forms
        listed = list(enumerate(codebook.indicators))
        self._rules = Rules(Rule(n, p, compiler) for n, indicator in listed for p in indicator.patterns)
        self._excludes = Rules(Rule(n, p, compiler) for n, indicator in listed for p in indicator.excludes)
        self._reason_names = tuple(codebook.reasons)
        self._reasons = Rules(
            Rule(n, p, compiler) for n, (_, patterns) in enumerate(codebook.reasons.items()) for p in patterns
        )
        self._nouns = {noun: role for role in ROLES for noun in compiler.nouns(role)}
        numbers = {indicator.code: number for number, indicator in listed}
        self._yields = {n: frozenset(numbers[code] for code in indicator.yields) for n, indicator in listed}

    def code(self, text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[Coding, ...]:
        """The codings of a report in text order; `actor` and `other` are indices into `mentions`."""
        order = sorted(range(len(mentions)), key=lambda n: (mentions[n].start, mentions[n].end, n))
        starts = [mentions[n].start for n in order]
        found: list[Coding] = []
        for number, sentence in _pieces(sentences):
            words = frozenset(token.lower for token in sentence.tokens)
            rules = [] if sentence.debris else self._rules.fitting(words)
            if rules:
                here = order[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
                found.extend(self._codings(number, sentence, rules, [(n, mentions[n]) for n in here]))
        return tuple(found)

    def _codings(
        self, number: int, sentence: Sentence, rules: list[Rule], mentions: list[tuple[int, Mention]]
    ) -> list[Coding]:
        around = marked(sentence, mentions, self._nouns)
        hits = [hit for rule in rules for hit in rule.hits(around)]
        if not hits:
            return []
        words = [token.lower for token in sentence.tokens]
        found = {hit.indicator for hit in hits}
        against = [rule for rule in self._excludes.fitting(frozenset(words)) if rule.indicator in found]
        excludes = [hit for rule in against for hit in rule.hits(around)]
        kept = without_yielding(without_excluded(hits, excludes), self._yields)
        cuts = borders(sentence, around)
        return [self._coding(hit, (number, sentence, around, cuts)) for hit in statements(kept, cuts, words)]

    def _coding(self, hit: Hit, around: Around) -> Coding:
        number, sentence, marked_sentence, cuts = around
        words = [token.lower for token in sentence.tokens]
        first, end = _stretch(hit, cuts, words)
        actor = hit.actor or _nearest(hit, marked_sentence)
        passage = Passage(
            tokens=sentence.tokens,
            clause=(first, end),
            trigger=hit.trigger,
            actor=None if hit.actor is None else (hit.actor[1], hit.actor[2] + 1),
            tags=self._forms.tags,
            shades=hit.ready.shades,
            kind=self.codebook.indicators[hit.indicator].kind,
        )
        return Coding(
            indicator=self.codebook.indicators[hit.indicator].code,
            span=_span(sentence, first, end),
            trigger=_span(sentence, *hit.trigger),
            sentence=number,
            stage=stage_of(passage),
            negated="negated" in hit.ready.shades or (not hit.ready.states_negation and is_negated(passage)),
            certainty=certainty_of(passage),
            trend=trend_of(passage),
            scope=scope_of(passage),
            reasons=self._reasons_of(hit, around),
            actor=actor[0] if actor else None,
            other=hit.other[0] if hit.other else None,
            rule=hit.ready.written,
        )

    def _reasons_of(self, hit: Hit, around: Around) -> tuple[str, ...]:
        """The reasons that the sentence gives in or after the clause of the trigger."""
        _, sentence, marked_sentence, cuts = around
        words = [token.lower for token in sentence.tokens]
        first = clause_of(hit.trigger[0], cuts)[0]
        found: set[int] = set()
        for rule in self._reasons.fitting(frozenset(words)):
            for reason in rule.hits(marked_sentence):
                at = reason.trigger[0]
                before = set(words[max(first, at - _CAUSE_REACH) : reason.trigger[1]])
                if at >= first and not _touch(reason.trigger, hit.trigger) and before & CAUSAL:
                    found.add(reason.indicator)
        return tuple(self._reason_names[n] for n in sorted(found))


def _pieces(sentences: Sequence[Sentence]) -> Iterator[tuple[int, Sentence]]:
    """The sentences with their numbers; one of more words than any writer's is cut, for patterns take its square."""
    for number, sentence in enumerate(sentences):
        if len(sentence.tokens) <= _LONGEST_SENTENCE:
            yield number, sentence
            continue
        for first in range(0, len(sentence.tokens), _LONGEST_SENTENCE):
            part = sentence.tokens[first : first + _LONGEST_SENTENCE]
            yield number, replace(sentence, start=part[0].start, end=part[-1].end, tokens=part)


def _touch(one: tuple[int, int], two: tuple[int, int]) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def _stretch(hit: Hit, cuts: tuple[int, ...], words: list[str]) -> tuple[int, int]:
    """The clause of the trigger, with the words before it that the pattern needed."""
    begin, end = clause_of(hit.trigger[0], cuts)
    if words[hit.trigger[1] - 1] in SAYING and end < len(words):
        end = clause_of(end, cuts)[1]  # "no longer believe" is the statement itself, not who tells it
    first, _ = trimmed(words, begin, end)
    if words[first] not in NUMBERS | PRONOUNS and not words[first][0].isdigit():  # else it has a subject of its own
        begin = min(begin, hit.whole[0])
    end = max(end, hit.whole[1])
    while 0 < begin == hit.whole[0] and begin not in cuts and words[begin - 1] in PREMODIFIERS | VAGUE:
        begin -= 1
        if begin in cuts:
            break
    first, end = trimmed(words, begin, end)
    return min(first, hit.trigger[0]), max(end, hit.trigger[1])


def _span(sentence: Sentence, first: int, end: int) -> Span:
    return Span(sentence.tokens[first].start, sentence.tokens[end - 1].end)


def _nearest(hit: Hit, around: Marked) -> tuple[int | None, int, int] | None:
    """The nearest mention of a group or its people in the sentence, before rather than after."""
    near = [
        (abs(first - hit.trigger[0]), first > hit.trigger[0], index, first, last)
        for (index, first, last), role in zip(around.mentions, around.order, strict=True)
        if role in _GROUPS and index is not None
    ]
    if not near:
        return None
    _, _, index, first, last = min(near, key=lambda item: item[:2])
    return index, first, last
