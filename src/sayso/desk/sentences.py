"""The written assessment: sentences in the decision log, each with the facts it was written on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import Any, TypedDict, Unpack

from sayso.desk.activity import Row, decision_row, hidden_names
from sayso.desk.asking import choice, only, refused, words
from sayso.desk.room import Room
from sayso.desk.sources import decided
from sayso.model.decision import Decision
from sayso.model.errors import BadInput
from sayso.model.ids import id_of
from sayso.model.likelihood import CONFIDENCE, WORDS, band_of
from sayso.model.sentence import Sentence
from sayso.store import View
from sayso.store.deciding import Said
from sayso.store.log import read_log, standing_decisions
from sayso.tell.concluding import Facts, changes, facts_of, hash_of, sentence_row
from sayso.tell.rows import claim_row, matter_row

_WRITES = ("sentence", "drop")


def sentences(view: View) -> tuple[Sentence, ...]:
    """The sentences that stand, in the order they are read in, each with what has changed under it."""
    last: dict[str, Decision] = {}
    for entry in standing_decisions(view.ask(lambda connection: read_log(connection, says=_WRITES))):
        if entry.says in _WRITES:
            last[entry.about] = entry
    found = [_read(view, entry) for entry in last.values() if entry.says == "sentence"]
    return tuple(sorted(found, key=lambda each: (each.place, each.id)))


def _read(view: View, entry: Decision) -> Sentence:
    value = json.loads(entry.value)
    before: dict[str, Facts] = value["evidence"]
    now = {id: (present, facts) for id in before for present, facts in present_facts(view, id).items()}
    rests = tuple(dict.fromkeys(now[id][0] if id in now else id for id in value["rests"]))
    return Sentence(
        entry.about, value["text"], rests, value["likelihood"], value["confidence"], value["confidence_why"],
        value["place"], entry.who, entry.when, entry.number, hash_of(before), changes(before, now),
    )  # fmt: skip


def present_facts(view: View, id: str) -> dict[str, Facts]:
    """The facts of the claim or matter that has or had the id, by the id it has now; empty where it is gone."""
    if id[:1] == "m" and (matter := view.matter(id)) is not None:
        return {matter.id: facts_of(matter_row(matter))}
    claim = view.claim(id) if id[:1] == "c" else None
    return {claim.id: facts_of(claim_row(claim))} if claim is not None else {}


def rested(view: View, rests: Sequence[str]) -> dict[str, Facts]:
    """The facts of everything that a sentence is to rest on; refused where something is not there."""
    if isinstance(rests, str) or not rests:
        raise refused("a sentence rests on at least one claim or matter; name them")
    found: dict[str, Facts] = {}
    for id in rests:
        facts = present_facts(view, id)
        if not facts:
            raise BadInput("no claim or matter has that id", str(id), exit_code=4)
        found |= facts
    return found


class How(TypedDict, total=False):
    """How likely, how sure and why, and in which place a sentence is read."""

    likelihood: str | None
    confidence: str | None
    confidence_why: str
    place: int | None


class Writing:
    """The part of the desk where a person concludes."""

    room: Room

    def sentences(self, names: bool = False) -> list[Row]:
        """The sentences in the order they are read in; a stale one says what has changed."""
        with self.room.fresh() as view:
            hide = hidden_names(view, names)
            return [sentence_row(each, hide) for each in sentences(view)]

    def write(
        self,
        text: str,
        rests: Sequence[str],
        *,
        id: str | None = None,
        why: str = "",
        who: str | None = None,
        **how: Unpack[How],
    ) -> Row:
        """The sentence, new, or with an id written anew."""
        words(why, "reason")
        with self.room.fresh() as view:
            held, evidence = sentences(view), rested(view, rests)
        old = _standing(held, id) if id is not None else None
        value = _how(how) | {
            "text": _text(text),
            "rests": list(evidence),
            "evidence": evidence,
            "place": _place(how.get("place"), old.place if old else 1 + max((each.place for each in held), default=0)),
        }
        about = id or id_of("s", value["text"], *evidence)
        if old is None and any(each.id == about for each in held):
            raise refused("that sentence stands already, on the same evidence", about)
        return self._write(Said(about, "sentence", _json(value), why), who)

    def confirm(self, id: str, *, why: str = "", who: str | None = None) -> Row:
        """The sentence, which still holds although its evidence changed: it rests on what is there now."""
        with self.room.fresh() as view:
            old = _standing(sentences(view), id)
            rests = [each for each in old.rests if present_facts(view, each)]
            evidence = rested(view, rests)
        value = {
            "text": old.text, "rests": list(evidence), "likelihood": old.likelihood, "confidence": old.confidence,
            "confidence_why": old.confidence_why, "place": old.place, "evidence": evidence,
        }  # fmt: skip
        return self._write(Said(id, "sentence", _json(value), why), who)

    def remove(self, id: str, *, why: str = "", who: str | None = None) -> Row:
        """The decision that takes the sentence out."""
        with self.room.fresh() as view:
            _standing(sentences(view), id)
        with self.room.writing("drop", who) as writer:
            return decision_row(writer.decide_all([Said(id, "drop", "", why)])[0])

    def publish(self, path: str | PathLike[str], *, names: bool = False) -> None:
        """The assessment with its sentences stands in the file: `.html`, `.md`, `.json`, `.docx` or `.pdf`."""
        from sayso.books import register as registers
        from sayso.pipeline.outlook import with_outlook
        from sayso.tell.assessment import check, write

        check(Path(path))
        known, codebook = registers.shipped(), self.room.linker.books.codebook
        with self.room.fresh() as view:
            picture = view.picture(codebook, known.outlets)
            standing, written = view.standing_decisions(), sentences(view)
        whole = with_outlook(picture, standing, known, codebook)
        found = replace(whole, sentences=written, sources=decided(whole.sources, whole.decisions))
        write(found, Path(path), names)

    def _write(self, said: Said, who: str | None) -> Row:
        with self.room.writing("sentence", who) as writer:
            writer.decide_all([said])
        self.room.settle()
        return next(row for row in self.sentences() if row["id"] == said.about)


def _standing(held: Sequence[Sentence], id: str) -> Sentence:
    for each in held:
        if each.id == id:
            return each
    raise BadInput("no sentence has that id", id, exit_code=4)


def _text(text: str) -> str:
    if not words(text, "sentence").strip():
        raise refused("the sentence is empty")
    return " ".join(text.split())


def _likelihood(word: str | None) -> str | None:
    if word is not None and band_of(word) is None:
        raise refused(f"is no word of likelihood; say one of {', '.join(each[0] for each in WORDS)}", repr(word))
    return word


def _how(how: How) -> dict[str, Any]:
    only(how, How.__annotations__, "sentence")
    level, why = how.get("confidence"), words(how.get("confidence_why", ""), "reason")
    if (level is None) != (not why.strip()):
        raise refused("a level of confidence and its reason go together; give both or neither")
    if level is not None:
        choice(level, CONFIDENCE, "level of confidence")
    return {"likelihood": _likelihood(how.get("likelihood")), "confidence": level, "confidence_why": why}


def _place(given: object, otherwise: int) -> int:
    if given is None:
        return otherwise
    if isinstance(given, bool) or not isinstance(given, int) or given < 0:
        raise refused("is no place in the order; it is a whole number", repr(given))
    return given


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
