"""Families of reports with known origins: independent accounts of one event, and what others make of them.

Everything is invented and made by rolling dice; nothing is read by extraction. Two banks of words keep what weights are
fitted on apart from what they are measured on.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from sayso.model.claim import Claim, claim_id
from sayso.model.coding import Stage
from sayso.model.ids import sha256_of
from sayso.model.report import Credit, Published, Report, report_id
from sayso.model.slots import Actor, Place, Precision, Quantity, When
from sayso.model.telling import Access, Certainty, Cue, Hop, Seen, Side, TellerKind
from wordbanks import BANKS, BOILERPLATE, SYNONYMS, Bank

OPEN, CLOSE = "⟦", "⟧"

_PERSON_KINDS = (
    TellerKind.OFFICIAL, TellerKind.RESIDENT, TellerKind.MILITARY, TellerKind.FORMER_MEMBER, TellerKind.EXPERT,
    TellerKind.COMMUNITY_LEADER,
)  # fmt: skip
_SIDES = {
    TellerKind.OFFICIAL: Side.ADVERSARY, TellerKind.RESIDENT: Side.CIVILIAN, TellerKind.MILITARY: Side.ADVERSARY,
    TellerKind.FORMER_MEMBER: Side.OWN, TellerKind.EXPERT: Side.THIRD, TellerKind.COMMUNITY_LEADER: Side.CIVILIAN,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scene:
    """Something that is told beside the fact: two things and what became of them, each with another word for it."""

    first: str
    second: str
    deed: str


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, as all tellers know it."""

    group: str
    place: str
    place_id: str
    day: date
    number: int
    scenes: tuple[Scene, ...] = ()  # what no account can leave out for long


@dataclass(frozen=True, slots=True)
class Source:
    """One who knows: a person with a name or none, or nobody (the outlet asserts)."""

    name: str | None
    kind: TellerKind | None
    written: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A report being made: its sentences (the claims between brackets), who it rests on, and how it came about."""

    outlet: str
    day: date
    sentences: tuple[str, ...]
    origin: int
    chain: tuple[Hop, ...]
    credit: str | None = None
    how: tuple[str, ...] = ()
    timed: bool = True
    placed: bool = True
    own: tuple[str, int, tuple[Hop, ...]] | None = None  # a sentence of its own, told by somebody new


@dataclass(frozen=True, slots=True)
class Family:
    """The reports and claims of one event, the true number of origins, and how each report came about."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    origins: int
    origin_of: dict[str, int] = field(default_factory=dict)  # by claim id
    how: dict[str, tuple[str, ...]] = field(default_factory=dict)  # by report id


def family(seed: int, bank: str, tries: int = 0) -> Family:
    """A family of one to four origins, each with up to six reports made from it, one from another."""
    rolled = random.Random(f"{bank}-{seed}-{tries}")
    words = BANKS[bank]
    event = _event(rolled, words, seed)
    drafts: list[Draft] = []
    origins = rolled.choice((1, 1, 2, 2, 3, 4))
    names: list[str] = []
    for number in range(origins):
        original = _account(rolled, words, event, number, names)
        line = [original]
        for _ in range(rolled.choice((0, 0, 1, 1, 2, 3, 6))):
            line.append(_derived(rolled, words, rolled.choice(line), event))
        drafts += line
    for at in range(len(drafts)):
        if drafts[at].how == ("account",) and len(drafts) > 1 and rolled.random() < 0.06:
            other = rolled.choice([draft.outlet for draft in drafts if draft.outlet != drafts[at].outlet])
            spoken = rolled.choice(_SPOKEN).format(outlet=other)
            drafts[at] = replace(drafts[at], sentences=(*drafts[at].sentences, spoken))
        if drafts[at].how != ("account",) and rolled.random() < 0.08:
            drafts[at] = _with_own_teller(rolled, words, drafts[at], event, origins, names)
            origins += 1
    return _finished(drafts, event, origins)


def _with_own_teller(
    rolled: random.Random, words: Bank, draft: Draft, event: Event, number: int, taken: list[str]
) -> Draft:
    """A copy that adds somebody of its own, who is an origin."""
    source = Source(None, None, "")
    while source.kind is None:
        source = _source(rolled, words, taken)
    sentence = _claim_sentence(rolled, words, event, source)
    more = [_scene_sentence(rolled, words, _scene(rolled, words), source) for _ in range(rolled.randrange(0, 3))]
    draft = replace(draft, sentences=(*draft.sentences, *more))
    return replace(draft, own=(sentence, number, _hops(source, draft.outlet)), how=(*draft.how, "own teller"))


def _event(rolled: random.Random, words: Bank, seed: int) -> Event:
    day = date(2018, 1, 1) + timedelta(days=rolled.randrange(900))
    place = f"{rolled.choice(words.places)} {rolled.choice(words.place_ends)}"
    number = rolled.choice((rolled.randrange(3, 12), rolled.randrange(13, 99), 10 * rolled.randrange(2, 40)))
    scenes = tuple(_scene(rolled, words) for _ in range(3))
    return Event(f"{rolled.choice(words.groups)} Front", place, f"place-{seed}", day, number, scenes)


def _scene(rolled: random.Random, words: Bank) -> Scene:
    first, second = rolled.sample(words.things, 2)
    return Scene(first, second, rolled.choice(words.deeds))


def _scene_sentence(rolled: random.Random, words: Bank, scene: Scene, source: Source) -> str:
    """What an account says of a scene: in words of its own, one or the other for each thing."""
    first, second, deed = (rolled.choice(each.split("/")) for each in (scene.first, scene.second, scene.deed))
    said = rolled.choice(words.scenes).format(a=first, b=second, v=deed)
    if source.kind is None or rolled.random() < 0.6:
        return _capital(said) + "."
    return _capital(rolled.choice(words.said).format(claim=said, teller=source.written)) + "."


def _quotation(rolled: random.Random, words: Bank, source: Source) -> str:
    first, second = (each.split("/")[0] for each in rolled.sample(words.things, 2))
    said = rolled.choice(words.quotes).format(a=first, b=second)
    return f"“{_capital(said)},” {source.written} said."


def _account(rolled: random.Random, words: Bank, event: Event, number: int, taken: list[str]) -> Draft:
    """An independent account: own teller, own outlet, own words."""
    source = _source(rolled, words, taken)
    outlet = _outlet(rolled, words)
    facts = [_claim_sentence(rolled, words, event, source)]
    if rolled.random() < 0.4:
        facts.append(_claim_sentence(rolled, words, event, source))
    fillers = [_filler(rolled, words) for _ in range(rolled.randrange(1, 5))]
    told = [scene for scene in event.scenes if rolled.random() < 0.5]
    told += [_scene(rolled, words) for _ in range(rolled.randrange(1, 10))]
    scenes = [_scene_sentence(rolled, words, scene, source) for scene in told]
    if source.kind and rolled.random() < 0.4:
        scenes.append(_quotation(rolled, words, source))
    sentences = [*facts[:1], *rolled.sample([*fillers, *scenes], len(fillers) + len(scenes))]
    for fact in facts[1:]:
        sentences.insert(rolled.randrange(1, len(sentences)), fact)
    if rolled.random() < 0.5:
        sentences.append(rolled.choice(BOILERPLATE).format(group=event.group))
    day = event.day + timedelta(days=rolled.randrange(0, 4))
    return Draft(outlet, day, tuple(sentences), number, _hops(source, outlet), how=("account",))


def _source(rolled: random.Random, words: Bank, taken: list[str]) -> Source:
    roll = rolled.random()
    kind = rolled.choice(_PERSON_KINDS)
    if roll < 0.55:
        name = next(
            n for n in iter(lambda: f"{rolled.choice(words.first)} {rolled.choice(words.last)}", "") if n not in taken
        )
        taken.append(name)
        return Source(name, kind, name)
    if roll < 0.85:
        if rolled.random() < 0.5:
            return Source(None, TellerKind.RESIDENT, f"a {rolled.choice(words.trades)}")
        return Source(None, kind, f"a {rolled.choice(words.qualities)} {kind.value}")
    return Source(None, None, "")


def _hops(source: Source, outlet: str) -> tuple[Hop, ...]:
    last = _hop(outlet, TellerKind.OUTLET, outlet)
    if source.kind is None:
        return (last,)
    return (_hop(source.name, source.kind, source.written), last)


def _hop(name: str | None, kind: TellerKind, written: str) -> Hop:
    side = _SIDES.get(kind, Side.THIRD)
    return Hop(name, written, 0, 0, kind, side, Access.UNSTATED, name is not None, False, Seen.NO,
               Cue("said", 0, 0), Certainty.ASSERTED)  # fmt: skip


def _outlet(rolled: random.Random, words: Bank) -> str:
    return f"{rolled.choice(words.outlets)} {rolled.choice(words.outlet_ends)} {rolled.randrange(10_000)}"


def _claim_sentence(rolled: random.Random, words: Bank, event: Event, source: Source) -> str:
    number = str(event.number) if rolled.random() < 0.8 else f"about {event.number}"
    who = rolled.choice(words.members).format(n=number, group=event.group)
    core = f"{OPEN}{who} {rolled.choice(words.left)}{CLOSE}"
    where = rolled.choice(words.where).format(place=event.place)
    then = rolled.choice(words.when).format(day=f"{event.day:%A}", date=f"{event.day:%-d %B}")
    why = rolled.choice(words.why)
    parts = rolled.choice(
        (f"{core} {where} {then} {why}", f"{then}, {core} {where} {why}", f"{core} {then} {why} {where}")
    )
    if source.kind is None:
        return _capital(parts) + "."
    said = rolled.choice(words.said)
    return _capital(said.format(claim=parts, teller=source.written)) + "."


def _capital(text: str) -> str:
    at = 1 if text.startswith(OPEN) else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def _filler(rolled: random.Random, words: Bank) -> str:
    said = " ".join(rolled.choice(part) for part in words.filler)
    return _capital(said.format(n=rolled.randrange(2, 900), place=rolled.choice(words.places),
                                name=f"{rolled.choice(words.first)} {rolled.choice(words.last)}")) + "."  # fmt: skip


# --- what others make of a report


def _derived(rolled: random.Random, words: Bank, parent: Draft, event: Event) -> Draft:
    """A report made from another: a handful of changes, each noted."""
    ways = rolled.choice((("reprint",), ("cut",), ("rewrite",), ("cut", "rewrite"), ("paraphrase",), ("cut", "add"),
                          ("reorder", "add"), ("rewrite", "reorder"), ("numbers", "rewrite"),
                          ("paraphrase", "cut", "add"), ("reprint", "add")))  # fmt: skip
    outlet, day = _outlet(rolled, words), parent.day + timedelta(days=rolled.randrange(0, 4))
    draft = replace(parent, own=None, outlet=outlet, day=day,
                    how=ways, credit=None)  # fmt: skip
    draft = replace(draft, chain=(*parent.chain[:-1], _hop(draft.outlet, TellerKind.OUTLET, draft.outlet)))
    draft = _described_anew(rolled, words, draft)
    for way in ways:
        draft = replace(draft, sentences=tuple(_WAYS[way](rolled, words, draft.sentences)))
    return _dressed(rolled, words, draft, parent)


def _described_anew(rolled: random.Random, words: Bank, draft: Draft) -> Draft:
    """Some who rewrite have another word for an unnamed teller, and what kind of teller he is is sometimes misread."""
    head = draft.chain[0]
    if head.kind is TellerKind.OUTLET:
        return draft
    if not head.named and rolled.random() < 0.25:
        other = _hop(None, head.kind, f"a {rolled.choice((*words.trades, *words.qualities))}")
        text = tuple(s.replace(head.written, other.written) for s in draft.sentences)
        draft, head = replace(draft, chain=(other, *draft.chain[1:]), sentences=text), other
    if rolled.random() < 0.12:
        kind = rolled.choice((*_PERSON_KINDS, TellerKind.UNKNOWN, TellerKind.UNKNOWN))
        draft = replace(draft, chain=(replace(head, kind=kind), *draft.chain[1:]))
    return draft


#: How a report speaks of another outlet without citing it for the claim.
_SPOKEN = ("The story was first reported by the {outlet}.", "The {outlet} reported more on this.",
           "People who spoke to the {outlet} feared for their relatives.")  # fmt: skip


def _dressed(rolled: random.Random, words: Bank, draft: Draft, parent: Draft) -> Draft:
    """Back-dating, false credits, honest citation, and tellers that lose their names."""
    roll = rolled.random()
    if roll < 0.12:
        early = parent.day - timedelta(days=rolled.randrange(1, 3))
        return replace(draft, day=early, how=(*draft.how, "back-dated"))
    if roll > 0.9:
        spoken = rolled.choice(_SPOKEN).format(outlet=parent.outlet)
        return replace(draft, sentences=(*draft.sentences, spoken), how=(*draft.how, "speaks of"))
    if roll < 0.22:
        return replace(draft, credit=_outlet(rolled, words), how=(*draft.how, "false credit"))
    if roll < 0.37:
        cited = _hop(parent.outlet, TellerKind.OUTLET, parent.outlet)
        return replace(draft, chain=(*parent.chain[:-1], cited, draft.chain[-1]), how=(*draft.how, "cites"))
    if roll < 0.49 and len(draft.chain) > 1:
        head = draft.chain[0]
        unnamed = _hop(None, head.kind, f"a {head.kind.value}")
        text = tuple(s.replace(head.written, unnamed.written) for s in draft.sentences)
        return replace(draft, chain=(unnamed, *draft.chain[1:]), sentences=text, how=(*draft.how, "name dropped"))
    if roll < 0.55 and len(draft.chain) > 1:
        text = tuple(_untold(s) for s in draft.sentences)
        return replace(draft, chain=draft.chain[-1:], sentences=text, how=(*draft.how, "teller dropped"))
    return draft


def _untold(sentence: str) -> str:
    if OPEN not in sentence:
        return sentence
    return sentence[sentence.index(OPEN) :]


Sentences = tuple[str, ...]


def _kept(rolled: random.Random, words: Bank, sentences: Sentences) -> list[str]:
    return list(sentences)


def _cut(rolled: random.Random, words: Bank, sentences: Sentences) -> list[str]:
    share = rolled.uniform(0.3, 0.8)
    facts = [n for n, s in enumerate(sentences) if OPEN in s]
    keep = {facts[0]} | {n for n in range(len(sentences)) if rolled.random() < share}
    return [s for n, s in enumerate(sentences) if n in keep]


def _rewrite(rolled: random.Random, words: Bank, sentences: Sentences) -> list[str]:
    return [_synonyms(rolled, s, 0.3) for s in sentences]


def _paraphrase(rolled: random.Random, words: Bank, sentences: Sentences) -> list[str]:
    return [_turned(rolled, _synonyms(rolled, s, 0.9)) for s in sentences]


#: The other word for a thing or a deed of a scene; who rewrites keeps the first more often than common words.
_OTHER = {
    first: second
    for bank in BANKS.values()
    for each in (*bank.things, *bank.deeds)
    for first, second in [each.split("/")]
}


def _synonyms(rolled: random.Random, sentence: str, share: float) -> str:
    def swap(match: re.Match[str]) -> str:
        word = match.group()
        others = SYNONYMS.get(word.casefold(), ())
        if others:
            return rolled.choice(others) if rolled.random() < share else word
        other = _OTHER.get(word.casefold())
        return other if other and rolled.random() < share / 2 else word

    kept = sentence.startswith("“") and rolled.random() < 0.8  # a quotation is mostly left as it is
    return sentence if kept else re.sub(r"[A-Za-z]+", swap, sentence)


def _turned(rolled: random.Random, sentence: str) -> str:
    """Clauses at commas in another order, as a translation there and back leaves them."""
    parts = sentence.rstrip(".").split(", ")
    if len(parts) > 1 and rolled.random() < 0.6:
        parts = parts[1:] + parts[:1]
    return _capital(", ".join(parts)) + "."


def _reorder(rolled: random.Random, words: Bank, sentences: Sentences) -> list[str]:
    return rolled.sample(list(sentences), len(sentences))


def _add(rolled: random.Random, words: Bank, sentences: Sentences) -> list[str]:
    made = [_filler(rolled, words) for _ in range(rolled.randrange(1, 7))]
    at = rolled.randrange(len(sentences) + 1)
    return [*sentences[:at], *made, *sentences[at:]]


def _numbers(rolled: random.Random, words: Bank, sentences: Sentences) -> list[str]:
    figures = {"4": "four", "5": "five", "6": "six", "7": "seven", "8": "eight", "9": "nine", "11": "eleven",
               "20": "twenty", "30": "thirty", "40": "forty", "50": "fifty"}  # fmt: skip
    return [re.sub(r"\b\d+\b", lambda m: figures.get(m.group(), m.group()), s) for s in sentences]


_WAYS = {
    "reprint": _kept, "cut": _cut, "rewrite": _rewrite, "paraphrase": _paraphrase, "reorder": _reorder, "add": _add,
    "numbers": _numbers,
}  # fmt: skip


# --- drafts become reports and claims


def _finished(drafts: list[Draft], event: Event, origins: int) -> Family:
    reports, claims = [], []
    origin_of: dict[str, int] = {}
    how: dict[str, tuple[str, ...]] = {}
    for draft in drafts:
        made, told = _report(draft, event)
        reports.append(made)
        claims += told
        how[made.id] = draft.how
        origin_of.update((each.id, draft.origin) for each in told)
        if draft.own:
            origin_of[told[-1].id] = draft.own[1]
    return Family(tuple(reports), tuple(claims), origins, origin_of, how)


def _report(draft: Draft, event: Event) -> tuple[Report, list[Claim]]:
    text, spans = "", []
    if draft.credit:
        text = f"({draft.credit}) "
    for sentence in (*draft.sentences, *((draft.own[0],) if draft.own else ())):
        start = len(text)
        bare = sentence.replace(OPEN, "").replace(CLOSE, "")
        if OPEN in sentence and CLOSE in sentence[sentence.index(OPEN) :]:
            before = sentence[: sentence.index(OPEN)].replace(CLOSE, "")
            inside = sentence[sentence.index(OPEN) + 1 : sentence.index(CLOSE)]
            spans.append((start + len(before), start + len(before) + len(inside), start, start + len(bare)))
        text += bare + "\n\n"
    sha = sha256_of(text.encode())
    day = draft.day.isoformat()
    credit = Credit(1, 1 + len(draft.credit), draft.credit, "dateline", draft.credit) if draft.credit else None
    made = Report(report_id(sha, None, draft.outlet, None), f"{draft.outlet}.txt", sha, text, draft.outlet,
                  draft.outlet, Published(day, day, day, "manifest"), language="en",
                  credits=(credit,) if credit else ())  # fmt: skip
    told = [_claim(made, draft, event, span) for span in spans]
    if draft.own:
        told[-1] = replace(told[-1], chain=draft.own[2])
    return made, told


def _claim(report: Report, draft: Draft, event: Event, span: tuple[int, int, int, int]) -> Claim:
    start, end, first, last = span
    day = event.day.isoformat()
    where = Place("where", event.place, event.place_id, None, None, Precision.TOWN, event.place, start, end)
    number = float(event.number)
    return Claim(
        id=claim_id(report.id, start, end, "desertion", "cohesion"), report=report.id, path=report.path,
        indicator="desertion", codebook="cohesion", start=start, end=end, quote=report.text[start:end],
        sentence=(first, last), certainty=Certainty.ASSERTED, negated=False, stage=Stage.DONE, trend=None, scope="unit",
        chain=draft.chain, actor=Actor(event.group, None, event.group, start, end),
        quantity=Quantity(number, number, number, "people", None, None, "count", False, str(event.number), start, end),
        places=(where,), time=When(day, day, day, "day", "stated", day, start, end),
    )  # fmt: skip
