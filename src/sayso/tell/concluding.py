"""What a written sentence rests on, as facts that can be compared and hashed, and how a file shows the sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sayso.model.ids import sha256_of
from sayso.model.likelihood import CONFIDENCE, band_of
from sayso.model.sentence import Sentence
from sayso.tell.carried import canonical
from sayso.tell.index import Index
from sayso.tell.masking import Masker

Row = dict[str, Any]
Facts = dict[str, Any]

#: So many changes of one sentence are told.
_TOLD = 12


def facts_of(row: Mapping[str, Any]) -> Facts:
    """What a claim's or matter's row says that a sentence may rest on; nothing in it is ever masked."""
    if "credibility" not in row:
        quantity = row["quantity"]
        return {
            "indicator": row["indicator"],
            "certainty": row["certainty"],
            "denied or negated": row["negated"],
            "stage": row["stage"],
            "review": row["review"],
            "quantity": quantity and [quantity["low"], quantity["high"], quantity["unit"]],
            "origin": row["origin"],
        }
    return {
        "claims": row["claims"],
        "reports": row["reports"],
        "outlets": row["outlets"],
        "origins": [row["origins"]["low"], row["origins"]["high"]],
        "origins against it": [row["against"]["low"], row["against"]["high"]],
        "contradictions": len(row["contradictions"]),
        "credibility": row["credibility"],
    }


def hash_of(facts: Mapping[str, Facts]) -> str:
    """The hash of everything that a sentence rests on."""
    return sha256_of(canonical(dict(facts)).encode("utf-8"))


def changes(before: Mapping[str, Facts], now: Mapping[str, tuple[str, Facts]]) -> tuple[str, ...]:
    """What is otherwise today, a sentence each; `now` gives, for an id as written, the present one and its facts."""
    said = []
    for id in sorted(before):
        if id not in now:
            said.append(f"{id} is no longer there.")
            continue
        present, facts = now[id]
        if present != id:
            said.append(f"{id} is now {present}.")
        said += [
            f"{present}: {key} {_told(before[id].get(key))} before, {_told(facts[key])} now."
            for key in facts
            if before[id].get(key) != facts[key]
        ]
    return (*said[:_TOLD], f"And {len(said) - _TOLD:,} more changes.") if len(said) > _TOLD else tuple(said)


def _told(value: Any) -> str:
    if isinstance(value, list):
        if value and isinstance(value[0], str):
            return f"{len(value):,} of them" if len(value) > 1 else str(value[0])
        return " to ".join("none" if each is None else str(each) for each in value) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else f"{value:,}" if isinstance(value, int) else str(value)


def sentence_row(sentence: Sentence, hide: Masker) -> Row:
    """A sentence as files and lists have it, without hidden names."""
    band = band_of(sentence.likelihood or "")
    return {
        "id": sentence.id,
        "text": hide.of(sentence.text),
        "rests": list(sentence.rests),
        "likelihood": sentence.likelihood,
        "band": list(band) if band else None,
        "confidence": sentence.confidence,
        "confidence_why": hide.of(sentence.confidence_why),
        "place": sentence.place,
        "who": sentence.who,
        "when": sentence.when,
        "number": sentence.number,
        "stale": sentence.stale,
        "changed": list(sentence.changed),
        "evidence": sentence.evidence,
    }


def qualified(row: Row) -> str:
    """How likely and how sure, apart from each other: "Likely (55 to 80 %). Confidence: low, since …"."""
    said = []
    if row["likelihood"]:
        said.append(f"{row['likelihood'].capitalize()} ({row['band'][0]} to {row['band'][1]} %).")
    if row["confidence"]:
        said.append(f"Confidence: {row['confidence']}, since {row['confidence_why'].rstrip('.')}.")
    return " ".join(said)


def sentence_complaints(index: Index) -> list[str]:
    """Sentences that rest on what is not carried, that say other likelihoods than the bands have, or whose evidence is
    not what the file carries although they are not marked as stale."""
    found = []
    for row in index.sheet.get("sentences", []):
        id, carried = row["id"], {**index.claims, **index.matters}
        absent = [each for each in row["rests"] if each not in carried]
        found += [f"sentence {id}: what it rests on, {each}, is not carried" for each in absent]
        band = band_of(row["likelihood"]) if row["likelihood"] else None
        if (row["likelihood"] and band is None) or row["band"] != (list(band) if band else None):
            found.append(f"sentence {id}: {row['likelihood']} has not the band {row['band']}")
        if row["confidence"] is not None and row["confidence"] not in CONFIDENCE:
            found.append(f"sentence {id}: {row['confidence']} is no level of confidence")
        found += _evidence(row, carried) if not absent else []
    return found


def _evidence(row: Row, carried: Mapping[str, Row]) -> list[str]:
    again = hash_of({each: facts_of(carried[each]) for each in row["rests"]})
    if row["stale"] != bool(row["changed"]):
        return [f"sentence {row['id']}: is marked stale without a change, or changed without the mark"]
    if not row["stale"] and again != row["evidence"]:
        return [f"sentence {row['id']}: its evidence is {again}, the file states {row['evidence']}"]
    return []


def in_order(rows: Sequence[Row]) -> list[Row]:
    """The sentences in the order they are read in."""
    return sorted(rows, key=lambda row: (row["place"], row["id"]))
