"""From what the trained reader saw to codings, alone or weighed against those of the patterns."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.codify.shades import Passage, scope_of, stage_of, trend_of
from sayso.model.books import Codebook
from sayso.model.coding import Coding, Stage
from sayso.model.ids import id_of
from sayso.model.mention import Mention, Role
from sayso.model.reading import Reading, Stated
from sayso.model.span import Sentence, Span, Token
from sayso.text.tagging import tagged

RULE = "model"
_OWN = frozenset({Role.GROUP, Role.MEMBERS, Role.LEADER})
_OTHERS = frozenset({Role.OUTSIDER, Role.CIVILIANS})
#: These only help the verb that follows them so closely.
HELPING = frozenset("have has had 've having be is are was were been being 's 're".split())
_HELPS_WITHIN = 3


def codings_of(
    reading: Reading, sentences: Sequence[Sentence], mentions: Sequence[Mention], codebook: Codebook
) -> tuple[tuple[Stated, Coding], ...]:
    """The statements that the model sees, of codes that the codebook has, each with its coding; in text order."""
    kinds = {indicator.code: indicator.kind for indicator in codebook.indicators}
    return tuple(
        (stated, coding_of(stated, sentences[stated.sentence], mentions, kinds[stated.code], RULE))
        for stated in reading.claims
        if stated.code in kinds
    )


#: What speaks for a coding, in the order of the weights: that a pattern found it; that the model stated it, and how
#: surely; how strongly the model sees its code in its words; and nothing.
EVIDENCE = ("pattern", "model", "score", "support", "nothing")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A coding with its evidence, and the pattern's own coding where a pattern found it."""

    coding: Coding
    pattern: Coding | None
    evidence: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Trust:
    """How far codings are trusted, as training measured it on whole reports that it held out.

    `weights` are those of a logistic of `EVIDENCE`. What a pattern found must be right with a likelihood of `least`,
    what the model alone states with one of `alone`. A pattern that is not among the `tried`, by `name_of`, since no
    training text hits it, is trusted as it was written.
    """

    weights: tuple[float, ...]
    alone: float
    least: float
    tried: frozenset[str]

    def likely(self, candidate: Candidate) -> float:
        """How likely a coding is right, between 0 and 1."""
        return 1 / (1 + math.exp(-sum(w * e for w, e in zip(self.weights, candidate.evidence, strict=True))))

    def keeps(self, candidate: Candidate) -> bool:
        """Whether a coding stays."""
        if candidate.pattern is None:
            return self.likely(candidate) >= self.alone
        return name_of(candidate.pattern) not in self.tried or self.likely(candidate) >= self.least


def name_of(coding: Coding) -> str:
    """A short name of the pattern behind a coding."""
    return id_of("p", coding.indicator, coding.rule)[:9]


def logit(share: float) -> float:
    """The log-odds of a share, kept away from certainty."""
    kept = min(max(share, 0.01), 0.99)
    return math.log(kept / (1 - kept))


def merged(
    by_patterns: Sequence[Coding],
    by_model: Sequence[tuple[Stated, Coding]],
    reading: Reading,
    sentences: Sequence[Sentence],
    trust: Trust,
) -> tuple[Coding, ...]:
    """The codings of the patterns and of the model that are likely right; of two for the same words one stays."""
    found = candidates(by_patterns, by_model, reading, sentences)
    kept = [candidate.coding for candidate in found if trust.keeps(candidate)]
    return tuple(sorted(kept, key=lambda c: (c.span.start, c.span.end, c.indicator)))


def candidates(
    by_patterns: Sequence[Coding],
    by_model: Sequence[tuple[Stated, Coding]],
    reading: Reading,
    sentences: Sequence[Sentence],
) -> list[Candidate]:
    """Every coding of either, each with its evidence.

    Where both find a statement, the pattern's slots stay and the model's shades of stage, certainty and negation win;
    what else the model states in most of the same words is no statement of its own.
    """
    found: list[tuple[Coding, Coding | None, Stated | None]] = [(coding, None, stated) for stated, coding in by_model]
    for coding in by_patterns:
        twins = [n for n, (other, _, _) in enumerate(found) if _same(coding, other)]
        if not twins:
            found.append((coding, coding, None))
            continue
        at = next((n for n in twins if found[n][0].span.holds(coding.trigger)), twins[0])
        twin, pattern, stated = found[at]
        if stated is not None:
            found[at] = (_both(coding, twin, staged=bool(stated.stage)), pattern or coding, stated)
        kept = found[at][0]
        found = [
            each
            for n, each in enumerate(found)
            if n == at or n not in twins or each[1] is not None or not _same(each[0], kept)
        ]
    return [
        Candidate(coding, pattern, _evidence(pattern, stated, support(reading, coding, sentences)))
        for coding, pattern, stated in found
    ]


def _evidence(pattern: Coding | None, stated: Stated | None, seen: float) -> tuple[float, ...]:
    score = logit(stated.score) if stated is not None else 0.0
    return float(pattern is not None), float(stated is not None), score, logit(seen), 1.0


def united(first: Sequence[Coding], more: Sequence[Coding]) -> tuple[Coding, ...]:
    """The first codings, and those of the second that say nothing the first say too; in text order."""
    added = [coding for coding in more if not any(_same(coding, other) for other in first)]
    return tuple(sorted([*first, *added], key=lambda c: (c.span.start, c.span.end, c.indicator)))


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


def _both(pattern: Coding, model: Coding, *, staged: bool) -> Coding:
    """The pattern's slots and trigger in the model's words, where those hold the trigger.

    The model's stage wins where it saw one itself; by tense alone the pattern, which knows its trigger, tells better.
    """
    holds = model.span.holds(pattern.trigger)
    return replace(
        pattern,
        span=model.span if holds else pattern.span,
        stage=model.stage if staged else pattern.stage,
        negated=model.negated,
        certainty=model.certainty,
        rule=f"{RULE} + {pattern.rule}",
    )


def coding_of(stated: Stated, sentence: Sentence, mentions: Sequence[Mention], kind: str, rule: str) -> Coding:
    """The coding of a statement, with the actor nearest to it and with what its tense tells of stage and trend."""
    tokens = tagged(sentence).tokens
    inside = [n for n, token in enumerate(tokens) if stated.span.start <= token.start < stated.span.end]
    first, end = inside[0], inside[-1] + 1
    verb = _main_verb(tokens, inside)
    actor = _nearest(stated.span, mentions, sentence, _OWN)
    passage = Passage(
        tokens=tokens,
        clause=(first, end),
        trigger=(verb, verb + 1),
        actor=None if actor is None else _positions(mentions[actor].span, sentence),
        tags={token.lower: {token.tag} for token in tokens},
        shades=(),
        kind=kind,
    )
    return Coding(
        indicator=stated.code,
        span=stated.span,
        trigger=stated.span,
        sentence=stated.sentence,
        stage=Stage(stated.stage) if stated.stage else stage_of(passage),
        negated=stated.negated,
        certainty=stated.certainty,
        trend=trend_of(passage),
        scope=scope_of(passage),
        actor=actor,
        other=_nearest(stated.span, mentions, sentence, _OTHERS, inside_only=True),
        rule=rule,
    )


def _main_verb(tokens: Sequence[Token], inside: list[int]) -> int:
    """The first verb of a stretch, past those that only help it; else its first word."""
    verbs = [n for n in inside if tokens[n].tag.startswith("V")]
    for number, verb in enumerate(verbs):
        follows = verbs[number + 1 : number + 2]
        if tokens[verb].lower not in HELPING or not follows or follows[0] - verb > _HELPS_WITHIN:
            return verb
    return inside[0]


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
