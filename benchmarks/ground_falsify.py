"""Falsifies clauses of the shipped samples in seven ways and asks `sayso ground` about each: all must be refused.

    python benchmarks/ground_falsify.py [--show]

Clauses are cut from the samples' sentences by their subject and verb; a clause that is not accepted as it stands is
counted as missed and not falsified. `--show` prints every falsification that is accepted, and every clause missed.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.books import meaning
from sayso.books.register import Register
from sayso.compare.clauses import clauses
from sayso.compare.forms import lemma
from sayso.compare.frames import Frame
from sayso.compare.items import Item
from sayso.model.meaning import Meaning
from sayso.model.report import Report, Status
from sayso.pipeline.grounding import ground
from sayso.read.reading import reports
from sayso.text.sentences import sentences
from sayso.text.tagging import tagged

SAMPLES = Path(__file__).parents[1] / "src/sayso/data/samples/reports"
#: A clause put into one of these is no longer what the text says.
WRAPPINGS = (
    "The ministry denied that {c}.", "It is not true that {c}.", "If {c}, the war will change.",
    "The ministry rejected claims that {c}.",
    "Residents asked whether {c}.", "It is unclear whether {c}.", "Officials fear that {c}.",
    "It is possible that {c}.",
    "Reports that {c} are false.", "Reports that {c} could not be verified.", "There is no evidence that {c}.",
    "Analysts doubt that {c}.",
    "No one has confirmed that {c}.", "The claim that {c} was a lie.", "The spokesman would not say that {c}.",
    "Was it true that {c}?",
    "Rumours that {c} have been dismissed.", "The governor hopes that {c}.", "Nobody said that {c}.",
    "{C}, the ministry denied.",
    "{C}, it is rumoured.", "Perhaps {c}.", "Allegedly, {c}.", "It is a lie that {c}.",
    "They stopped short of saying that {c}.",
    "Unless {c}, the talks will fail.", "Few believe that {c}.", "It would be wrong to say that {c}.",
    "{C}, or so the rebels claim.",
    "A fabricated letter says that {c}.", "The army has yet to show that {c}.", "Suppose that {c}.",
    "{C}, if the governor is right.",
    "The paper withdrew its report that {c}.", "He lied when he said that {c}.", "{C}? The governor laughed.",
    "It was feared that {c}.",
    "The ministry called it false that {c}.", "The rebels neither said nor implied that {c}.",
    "It never happened that {c}.",
)  # fmt: skip
NUMBERS = {"two": "nine", "three": "seven", "four": "forty", "five": "fifteen", "six": "sixty", "seven": "seventeen",
"eight": "eighty",
           "nine": "ninety", "ten": "two", "eleven": "seven", "twelve": "twenty", "twenty": "twelve",
           "thirty": "thirteen",
           "forty": "four", "half": "a third", "dozen": "hundred", "dozens": "hundreds",
           "hundreds": "dozens"}  # fmt: skip
PLACES = ("Peshawar", "Donetsk", "Mogadishu", "Medellín")
ACTORS = ("The Kachin Union", "Swedish peacekeepers", "The Orange Militia")
_NAME = re.compile(r"(?:in|at|near|from|to|of|around) ((?:[A-ZÉ][\w-]+)(?: [A-ZÉ][\w-]+)?)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a text: its subject, its verb and what follows, and how the verb stands."""

    text: str
    subject: str
    rest: str
    frame: Frame
    verb: str

    @property
    def words(self) -> str:
        """The clause as a sentence."""
        return _capital(f"{self.subject} {self.rest}.")


def main() -> None:
    """What was accepted and refused, kind by kind."""
    known, show, started = meaning.load(), "--show" in sys.argv, time.perf_counter()
    found = [clause for report in _reports() for clause in _clauses(report.text, known)]
    faithful = [{"text": clause.text, "claim": clause.words} for clause in found]
    kept = [clause for clause, row in zip(found, ground(faithful), strict=True) if row["grounded"]]
    print(f"clauses of the samples: {len(found)}, accepted as they stand {len(kept)}")
    if show:
        print(*(f"MISSED {row['claim']} | {row['why']}" for row in ground(faithful) if not row["grounded"]), sep="\n")
    made = [{"text": text, "claim": claim, "kind": kind} for kind, text, claim in _all(kept)]
    total: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for row in ground(made):
        total[row["kind"]] += 1
        wrong[row["kind"]] += row["grounded"]
        if row["grounded"] and show:
            print(
                "ACCEPTED",
                row["kind"],
                "|",
                row["claim"],
                "|",
                row["text"][max(0, row["start"] - 60) : row["end"] + 60],
            )
    for kind in sorted(total):
        print(f"{kind:12} {total[kind]:5} falsified, {wrong[kind]:3} accepted")
    lines = len(made) + 2 * len(found)
    print(
        f"refused {1 - wrong.total() / total.total():.2%} of {total.total()}; "
        f"{lines / (time.perf_counter() - started):.0f} lines a second"
    )


def _reports() -> Iterator[Report]:
    for report in reports([SAMPLES], None, Register([])):
        if isinstance(report, Report) and report.status is Status.READ:
            yield report


def _clauses(text: str, known: Meaning) -> Iterator[Clause]:
    for sentence in sentences(text):
        read = clauses(tagged(sentence), known)
        for frame in read.frames:
            clause = _clause(text, read.items, frame)
            if clause is not None:
                yield clause


def _clause(text: str, items: tuple[Item, ...], frame: Frame) -> Clause | None:
    subject = frame.subject
    if (
        subject is None
        or frame.link not in ("", "that", "aside of")
        or frame.group.form != "finite"
        or subject.kind == "pron"
    ):
        return None
    if subject.last > frame.group.first or frame.adverbs or frame.adjectives or frame.particles:
        return None
    ends = [
        frame.group.last,
        *(p.last for p in frame.objects),
        *(p.last for _, p in frame.places if p.first > frame.group.at),
    ]
    named = text[items[subject.first].start : items[subject.last - 1].end]
    rest = text[items[frame.group.first].start : items[max(ends) - 1].end]
    return Clause(text, named, rest, frame, items[frame.group.at].lower) if "\n" not in rest else None


def _all(kept: list[Clause]) -> Iterator[tuple[str, str, str]]:
    for at, clause in enumerate(kept):
        for wrapping in WRAPPINGS:
            plain = clause.words.rstrip(".")
            yield "wrapped", wrapping.format(c=_small(clause), C=plain), clause.words
        other = kept[(at + 7) % len(kept)]
        for kind, claim in _falsified(clause, other):
            if claim != clause.words:
                yield kind, clause.text, claim


def _falsified(clause: Clause, other: Clause) -> Iterator[tuple[str, str]]:
    yield from (("number", claim) for claim in _miscounted(clause))
    for place in _NAME.findall(clause.rest):
        yield from (("place", clause.words.replace(place, swapped)) for swapped in PLACES)
    yield from (("actor", f"{actor} {clause.rest}.") for actor in ACTORS)
    yield from (("negation", claim) for claim in _negated(clause))
    ours, theirs, things = clause.frame.subject, other.frame.subject, clause.frame.objects
    if other.text == clause.text and ours and theirs and ours.head != theirs.head:
        yield "stitched", _capital(f"{other.subject} {clause.rest}.")
    if things and ours and things[0].head != ours.head:
        verb, _, thing = clause.rest.partition(" ")
        yield "roles", _capital(f"{thing} {verb} {clause.subject}.")


def _miscounted(clause: Clause) -> Iterator[str]:
    for word, other in NUMBERS.items():
        if re.search(rf"\b{word}\b", clause.words.lower()):
            yield re.sub(rf"\b{word}\b", other, clause.words, flags=re.IGNORECASE)
    for digits in re.findall(r"\b\d+\b", clause.words):
        yield clause.words.replace(digits, digits + "0")


def _negated(clause: Clause) -> Iterator[str]:
    first, _, after = clause.rest.partition(" ")
    if first.lower() in ("was", "were", "is", "are", "has", "have", "had", "will", "may", "could", "would"):
        for word in ("not", "never", "hardly"):
            yield _capital(f"{clause.subject} {first} {word} {after}.")
    elif clause.frame.group.bare:
        base = lemma(clause.verb, "VERB")
        for words in (
            f"did not {base}",
            f"never {first}",
            f"failed to {base}",
            f"refused to {base}",
            f"may have {first}",
        ):
            yield _capital(f"{clause.subject} {words} {after}.")
    bare = re.sub(r"^(?:the|a|an|some|two|three|four|five|\d+) ", "", clause.subject, flags=re.I)
    for word in ("No", "None of the", "Neither of the"):
        yield f"{word} {bare} {clause.rest}."


def _small(clause: Clause) -> str:
    words = clause.words.rstrip(".")
    subject = clause.frame.subject
    is_name = subject is not None and subject.kind == "name" and not words.lower().startswith(("the ", "a ", "an "))
    return words if is_name else words[0].lower() + words[1:]


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


if __name__ == "__main__":
    main()
