"""How far the act of a claim went, once it is known how surely it is told and by which words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.compose.passage import Findings
from sayso.compose.slots import is_free
from sayso.model.coding import Coding, Stage
from sayso.model.slots import When
from sayso.model.span import Sentence, Token
from sayso.model.telling import Attribution, Certainty
from sayso.text.tagging import tagged

#: Stages that tense alone tells; what a rule or the reader saw beyond them stays.
_PLAIN = frozenset({Stage.DONE, Stage.ONGOING, Stage.UNSTATED})
#: What is told so surely no more has not happened for all we are told.
_UNREAL = frozenset({Certainty.PREDICTED, Certainty.ASKED, Certainty.DENIED})
_MAY = re.compile(r"\b(?:may|might|could|would|whether|if)\b")
_THREAT = re.compile(r"(?:vow|threaten|swear|swore|sworn|threat)", re.IGNORECASE)
#: Codes of harm: foretold by those who would do it, they are threats.
_PUNISHING = frozenset({"deserter_punishment", "spy_hunt"})
_HARM = _PUNISHING | {"external_attack", "civilian_abuse", "exit_control"}
#: Codes of what is done by saying it.
_SPOKEN = frozenset({"exhortation"})
_ORDERS = frozenset(
    (
        "order orders ordered forbid forbids forbade forbidden ban bans banned prohibit prohibits prohibited decree "
        "decrees decreed instruct instructs instructed"
    ).split()
)
_TRIES = frozenset("try tries tried trying attempt attempts attempted attempting".split())
_WISHES = frozenset("want wants wanted wanting wish wishes wished hope hopes hoped intend intends intended".split())
_BE = frozenset("is are was were am 's 're 'm".split())
_HAVE = frozenset("has have had 've".split())
_PAST_HELP = frozenset({"was", "were", "had", "did"})
#: After these in the perfect, something goes on: "have begun pushing", "has kept deserting".
_LASTING = frozenset("begun started kept continued remained".split())
#: What is lacking for so long is lacking still: "had received no salary since July".
_LACKING = re.compile(
    r"\b(?:no|not|n['’]t|never|without|nothing|un\w+)\b.*\b(?:since|for\s+(?:\w+\s+){0,3}(?:day|week|month|year)s?)\b",
    re.IGNORECASE | re.DOTALL,
)


def stage_of(findings: Findings, coding: Coding, certainty: Certainty, kind: str) -> Stage:
    """The stage of a claim: what did not happen is no act, and else the tense of its own verb tells."""
    if coding.stage not in _PLAIN:
        return coding.stage
    told = [a for a in findings.attributions if any(c.overlap(coding.trigger) for c in a.contents)]
    words = coding.span.of(findings.report.text)
    if _is_threat(findings, coding, certainty, told):
        return Stage.THREATENED
    if certainty in _UNREAL or (coding.negated and kind == "event"):
        return Stage.UNSTATED
    if certainty is Certainty.POSSIBLE and _MAY.search(words):
        return Stage.UNSTATED
    if coding.indicator in _SPOKEN:
        return Stage.DONE
    verb = _verb_of(tagged(findings.sentences[coding.sentence]), coding)
    if verb is None:
        return Stage.DONE if kind == "event" and coding.stage is Stage.ONGOING else coding.stage
    dated = any(is_free(findings, coding, time.start, time.end) for time in findings.times if _is_past(time))
    return _by_verb(verb, coding, kind, words, backshifted=_is_backshifted(findings, coding, told), dated=dated)


def _is_past(time: When) -> bool:
    """Whether a time is over: its end is given, and it does not reach up to now."""
    return time.latest is not None


def _is_threat(findings: Findings, coding: Coding, certainty: Certainty, told: list[Attribution]) -> bool:
    """Whether harm is foretold as a threat: by a word of threatening, or as the lot of those who leave."""
    if coding.indicator not in _HARM:
        return False
    text = findings.report.text
    if any(_THREAT.match(cue.of(text)) for a in told for cue in a.cues):
        return True
    return coding.indicator in _PUNISHING and certainty is Certainty.PREDICTED


@dataclass(frozen=True, slots=True)
class _Verb:
    """The verb of a claim: its finite word, the words that follow it up to its participle, and the whole clause."""

    finite: Token
    rest: tuple[Token, ...]

    @property
    def is_perfect(self) -> bool:
        """Whether a participle follows "have" or "has" close by."""
        return any(token.tag in {"VBN", "VBD"} for token in self.rest)


def _verb_of(sentence: Sentence, coding: Coding) -> _Verb | None:
    """The last finite verb up to the first word of the trigger, else the first in it or of the claim; None without one.

    A trigger may reach on into a reason: "executed them because they tried to desert".
    """
    inner = [t for t in sentence.tokens if coding.span.start <= t.start < coding.span.end]
    finite = [n for n in range(len(inner)) if _is_finite(inner, n)]
    if not finite:
        return None
    own = [n for n in finite if inner[n].start <= coding.trigger.start]
    own = own or [n for n in finite if inner[n].start < coding.trigger.end][:1]
    if coding.trigger == coding.span:
        own = finite[:1]
    at = own[-1] if own else finite[0]
    return _Verb(inner[at], tuple(inner[at + 1 : at + 4]))


def _is_finite(tokens: list[Token], at: int) -> bool:
    """Whether a word is the finite verb of its clause: no participle behind a helping verb, no possessive."""
    word, before = tokens[at].lower, tokens[at - 1].lower if at else ""
    if word == "'s":
        return before in _THAT_IS
    if word in _BE | _HAVE:
        return before not in _HAVE and not (word == "have" and before == "to")
    helped = any(t.lower in _BE | _HAVE for t in tokens[max(0, at - 2) : at])
    return tokens[at].tag in {"VBZ", "VBP", "VBD", "MD"} and not helped and before != "to"


_THAT_IS = frozenset("it he she that there what who".split())


def _by_verb(verb: _Verb, coding: Coding, kind: str, words: str, *, backshifted: bool, dated: bool) -> Stage:
    first, rest = verb.finite.lower, [t.lower for t in verb.rest]
    following = next((word for word in rest if word not in _BETWEEN), "")
    if first in _ORDERS or (following in _ORDERS and first in _HAVE):
        return Stage.ORDERED
    if (first in _TRIES or following in _TRIES) and "to" in rest:
        return Stage.ATTEMPTED
    if kind == "event" and (first in _WISHES or following in _WISHES) and "to" in rest:
        return Stage.WISHED
    if first in _HAVE and verb.is_perfect:
        return _by_perfect(verb, following, coding, kind, words)
    if verb.finite.tag == "MD" or coding.stage is Stage.UNSTATED:
        return coding.stage
    if first in _PAST_HELP or verb.finite.tag == "VBD":
        now = backshifted and kind == "state" and first in _PAST_HELP
        return Stage.ONGOING if (now or "still" in rest) and not dated else Stage.DONE
    return Stage.ONGOING if kind == "state" else coding.stage


def _by_perfect(verb: _Verb, following: str, coding: Coding, kind: str, words: str) -> Stage:
    goes_on = following in _LASTING or (following == "been" and any(t.tag == "VBG" for t in verb.rest))
    if goes_on or (kind == "state" and (following in {"been", "had"} or _LACKING.search(words))):
        return Stage.ONGOING
    return Stage.DONE if kind == "event" else coding.stage


_BETWEEN = frozenset("not n't never no also already all now just reportedly recently since only again both".split())


def _is_backshifted(findings: Findings, coding: Coding, told: list[Attribution]) -> bool:
    """Whether the past of a claim is only that of its telling: "said the men had no food" tells of hungry men."""
    text = findings.report.text
    for attribution in told:
        quoted = any(
            content.of(text)[:1] in "\"“‘'" and content.overlap(coding.trigger) for content in attribution.contents
        )
        if not quoted and any(_PAST_CUE.search(cue.of(text)) for cue in attribution.cues):
            return True
    return False


_PAST_CUE = re.compile(r"(?:said|told|wrote|\w+ed)\b", re.IGNORECASE)
