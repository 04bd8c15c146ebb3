"""Decisions as a person makes them: checked against the case, then one entry each in the log."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from sayso.desk.asking import refused, words
from sayso.model.claim import Claim, Review
from sayso.model.errors import BadInput
from sayso.model.verdict import VERDICTS
from sayso.pipeline.owners import SOURCE
from sayso.store import View, desking, withholding
from sayso.store.deciding import Said
from sayso.store.log import PAIRS

#: What `decide` takes; the other verbs have a way of their own, since they need more than a word.
PLAIN = frozenset({"accept", "reject", "unsure", "note", "adjudicate", "grade", "owner", *PAIRS})

GRADES = ("A", "B", "C", "D", "E", "F", "")


def said(view: View, abouts: Sequence[str], what: tuple[str, str], why: str) -> list[Said]:
    """What is to be put into the log, an entry for each object; `what` is the verb and its value. `BadInput` says which
    of them cannot be decided."""
    says, value = what
    if says not in PLAIN:
        raise refused(f"is no decision; say one of {', '.join(sorted(PLAIN))}", repr(says))
    if not abouts:
        raise refused("nothing was named to decide about")
    words(why, "reason")
    if says in ("reject", "adjudicate", "grade") and not why.strip():
        raise refused(f"say why: {says} needs a reason")
    return [Said(about, says, _value(view, about, says, value), why) for about in _checked(view, abouts, says)]


def _checked(view: View, abouts: Sequence[str], says: str) -> list[str]:
    present = []
    for about in dict.fromkeys(abouts):
        if says in ("grade", "owner"):
            present.append(source_of(view, about))
        elif says in PAIRS or says in VERDICTS:
            present.append(_decidable(view, about, says))
        else:
            present.append(known(view, about))
    return present


def _value(view: View, about: str, says: str, value: str) -> str:
    if says == "note" and not words(value, "note").strip():
        raise refused("the note is empty")
    if says == "adjudicate" and value not in ("accept", "reject"):
        raise refused('is neither "accept" nor "reject"', repr(value))
    if says == "grade" and value not in GRADES:
        raise refused("is no grade; it is A to F, or nothing", repr(value))
    if says in ("grade", "owner"):
        return json.dumps(words(value, "value"), ensure_ascii=False)
    if says in PAIRS:
        return json.dumps([_other(view, about, each) for each in _listed(value)])
    return value


def _listed(value: str) -> list[str]:
    found: Any = value
    with suppress(ValueError):
        found = json.loads(value)
    listed = [found] if isinstance(found, str) else found
    if not isinstance(listed, list) or not listed or not all(each and isinstance(each, str) for each in listed):
        raise refused("say which other claim: its id, or a list of ids")
    return listed


def _other(view: View, about: str, other: str) -> str:
    found = standing_claim(view, other).id
    if found == about:
        raise refused("is the same claim on both sides", other)
    return found


def _decidable(view: View, about: str, says: str) -> str:
    """The id of a claim that can be decided on, or of a tie, which can be accepted or rejected."""
    if says not in PAIRS and about[:1] == "t" and view.ask(lambda connection: desking.is_tie(connection, about)):
        return about
    return standing_claim(view, about).id


def standing_claim(view: View, id: str) -> Claim:
    """The claim of that id that is there now; refused where there is none, or an edit has taken its place."""
    claim = view.claim(id)
    if claim is None:
        raise BadInput("no claim has that id", id, exit_code=4)
    if claim.review is Review.SUPERSEDED:
        raise BadInput("an edit has taken its place; decide on the edited claim, or undo the edit", id)
    return claim


def known(view: View, about: str) -> str:
    """The id, present in the case."""
    found: object = (
        about.startswith("s") or view.claim(about) or view.matter(about) or view.origin(about) or view.report(about)
    )
    if found or view.ask(lambda connection: desking.is_tie(connection, about)):
        return view.present_id(about)
    raise BadInput("nothing in the case has that id", about, exit_code=4)


def source_of(view: View, name: str) -> str:
    """What a decision about a source is about; refused where the case does not know the source."""
    bare = name.removeprefix(SOURCE)
    if bare not in view.outlets() and not view.ask(lambda connection: withholding.is_told_by(connection, bare)):
        raise BadInput("no report or chain of the case names that source", bare, exit_code=4)
    return SOURCE + bare
