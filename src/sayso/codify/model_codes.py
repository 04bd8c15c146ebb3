"""From what the trained reader saw to codings, alone or weighed against those of the patterns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.codify.shades import Passage, scope_of, trend_of
from sayso.model.books import Codebook
from sayso.model.coding import Coding, Stage
from sayso.model.mention import Mention, Role
from sayso.model.reading import Reading, Stated
from sayso.model.span import Sentence, Span, Token
from sayso.text.tagging import tagged

RULE = "model"
_OWN = frozenset({Role.GROUP, Role.MEMBERS, Role.LEADER})
_OTHERS = frozenset({Role.OUTSIDER, Role.CIVILIANS})
#: These only help the verb after them to its tense.
_PERFECT = frozenset({"have", "has", "had", "'ve", "having"})
_PAST, _PRESENT = frozenset({"VBD", "VBN"}), frozenset({"VBZ", "VBP", "VBG", "MD"})


def codings_of(
    reading: Reading, sentences: Sequence[Sentence], mentions: Sequence[Mention], codebook: Codebook, alone: float
) -> tuple[Coding, ...]:
    """The codings that the model states by itself, of codes that the codebook has; in text order."""
    kinds = {indicator.code: indicator.kind for indicator in codebook.indicators}
    return tuple(
        _coding(stated, sentences[stated.sentence], mentions, kinds[stated.code])
        for stated in reading.claims
        if stated.score >= alone and stated.code in kinds
    )


def merged(
    by_patterns: Sequence[Coding],
    by_model: Sequence[Coding],
    reading: Reading,
    sentences: Sequence[Sentence],
    beside: float,
) -> tuple[Coding, ...]:
    """The model's codings, and those of the patterns that it half sees too; of two for the same words one stays.

    Where both find a statement, the pattern's slots stay and the model's shades of stage, certainty and negation win.
    """
    found = list(by_model)
    for coding in by_patterns:
        if support(reading, coding, sentences) < beside:
            continue
        twins = [n for n, other in enumerate(found) if _same(coding, other)]
        if twins:
            found[twins[0]] = _both(coding, found[twins[0]])
        else:
            found.append(coding)
    return tuple(sorted(found, key=lambda c: (c.span.start, c.span.end, c.indicator)))


def support(reading: Reading, coding: Coding, sentences: Sequence[Sentence]) -> float:
    """How strongly the model sees the code in the words of a coding: the mean of the stronger half of its tokens."""
    tokens = sentences[coding.sentence].tokens
    inside = [n for n, token in enumerate(tokens) if coding.span.start <= token.start < coding.span.end]
    for trace in reading.traces:
        if trace.sentence == coding.sentence and trace.code == coding.indicator:
            values = sorted((trace.values[n] for n in inside), reverse=True)[: (len(inside) + 1) // 2]
            return sum(values) / max(1, len(values))
    return 0.0


def _same(one: Coding, two: Coding) -> bool:
    return one.indicator == two.indicator and 2 * one.span.overlap(two.span) >= min(len(one.span), len(two.span))


def _both(pattern: Coding, model: Coding) -> Coding:
    """The pattern's slots and trigger in the model's words, where those hold the trigger."""
    holds = model.span.holds(pattern.trigger)
    return replace(
        pattern,
        span=model.span if holds else pattern.span,
        stage=model.stage if model.stage is not Stage.UNSTATED else pattern.stage,
        negated=model.negated,
        certainty=model.certainty,
        rule=f"{RULE} + {pattern.rule}",
    )


def _coding(stated: Stated, sentence: Sentence, mentions: Sequence[Mention], kind: str) -> Coding:
    tokens = tagged(sentence).tokens
    inside = [n for n, token in enumerate(tokens) if stated.span.start <= token.start < stated.span.end]
    first, end = inside[0], inside[-1] + 1
    verb = next((n for n in inside if tokens[n].tag.startswith("V")), first)
    actor = _nearest(stated.span, mentions, sentence, _OWN)
    passage = Passage(
        tokens=tokens,
        clause=(first, end),
        trigger=(verb, end),
        actor=None if actor is None else _positions(mentions[actor].span, sentence),
        tags={},
        shades=(),
        kind=kind,
    )
    return Coding(
        indicator=stated.code,
        span=stated.span,
        trigger=stated.span,
        sentence=stated.sentence,
        stage=Stage(stated.stage) if stated.stage else _by_tense([tokens[n] for n in inside], kind),
        negated=stated.negated,
        certainty=stated.certainty,
        trend=trend_of(passage),
        scope=scope_of(passage),
        actor=actor,
        other=_nearest(stated.span, mentions, sentence, _OTHERS, inside_only=True),
        rule=RULE,
    )


def _by_tense(tokens: list[Token], kind: str) -> Stage:
    """Done or ongoing, by the first verb that tells, else by what the indicator is about."""
    for token in tokens:
        if token.lower in _PERFECT:
            continue
        if token.tag in _PAST:
            return Stage.DONE
        if token.tag in _PRESENT:
            return Stage.ONGOING
    return Stage.DONE if kind == "event" else Stage.ONGOING


def _nearest(
    span: Span, mentions: Sequence[Mention], sentence: Sentence, roles: frozenset[Role], *, inside_only: bool = False
) -> int | None:
    """The mention of one of these roles in a stretch, else the nearest in its sentence, rather before than after."""
    near = [
        (span.overlap(m.span) == 0, max(span.start - m.end, m.start - span.end, 0), m.start > span.start, m.start, n)
        for n, m in enumerate(mentions)
        if m.role in roles and sentence.span.holds(m.span)
    ]
    if inside_only:
        near = [item for item in near if not item[0]]
    return min(near)[-1] if near else None


def _positions(span: Span, sentence: Sentence) -> tuple[int, int]:
    inside = [n for n, token in enumerate(sentence.tokens) if token.start < span.end and token.end > span.start]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
