"""What a case keeps beside its claims: views under names, and what was answered before something was published."""

from __future__ import annotations

import json
from collections.abc import Mapping

from sayso.desk.activity import Row, decision_row, hidden_names, masked
from sayso.desk.asking import choice, refused, words
from sayso.desk.room import Room
from sayso.model.decision import Decision
from sayso.store import View
from sayso.store.deciding import Said
from sayso.store.log import read_log, standing_decisions

#: What the address of a view is about, in the log.
VIEW = "view:"

#: The longest name of a view, and the longest address; forty values of each facet fit in.
LONGEST_NAME, LONGEST_ADDRESS = 80, 8000

#: What is asked before an assessment leaves the desk, by the name of each answer; "no" to any needs a reason.
QUESTIONS = (
    ("purpose", "Does publishing this serve a purpose that you could defend to the people it is about?"),
    ("harm", "Have you asked who could be hurt by it (deserters, witnesses, sources, their families): is it nobody?"),
    ("recognised", "Can nobody be recognised, even without a name, by unit, village, date and nationality together?"),
    ("checked", "Has somebody read each sentence against the words that it rests on?"),
    ("plain", "Does it say plainly what is only reported, by whom, and what is not known?"),
    ("reply", "Could those whom it accuses answer, or does it accuse nobody by name?"),
)

ANSWERS = ("yes", "no")


class Keeping:
    """The part of the desk that keeps views and answers; each is a decision in the log and can be taken back."""

    room: Room

    def views(self) -> list[Row]:
        """The views that are kept, by name, each with its address, who kept it and when."""
        with self.room.view() as view:
            log = standing_decisions(view.ask(lambda connection: read_log(connection, says=("view",))))
        last = {each.about: each for each in log if each.says == "view"}
        rows = [
            {"name": about.removeprefix(VIEW), "address": json.loads(each.value), "who": each.who, "when": each.when}
            for about, each in last.items()
        ]
        return sorted((row for row in rows if row["address"]), key=lambda row: (row["name"].casefold(), row["name"]))

    def keep_view(self, name: str, address: str, *, why: str = "", who: str | None = None) -> Row:
        """The address of a view of this desk, kept under that name; "" keeps nothing under it any more."""
        line = " ".join(words(name, "name").split())
        if not line or len(line) > LONGEST_NAME or not line.isprintable():
            raise refused(f"the name of a view is a line of at most {LONGEST_NAME} letters, signs and digits")
        if address and (not address.startswith("/") or len(words(address, "address")) > LONGEST_ADDRESS):
            raise refused(f"is no address of the desk of at most {LONGEST_ADDRESS:,} characters", address[:100])
        return self._kept(Said(VIEW + line, "view", json.dumps(address, ensure_ascii=False), words(why, "reason")), who)

    def answer(self, answers: Mapping[str, str], *, why: str = "", who: str | None = None) -> Row:
        """The answers to the questions before publishing, kept; each is "yes" or "no", and a "no" needs a reason."""
        for name, question in QUESTIONS:
            if name not in answers:
                raise refused(f"is not answered: {question}", name)
            choice(answers[name], ANSWERS, "answer")
        if "no" in answers.values() and not words(why, "reason").strip():
            raise refused('say why it is published all the same: a "no" needs a reason')
        given = json.dumps({name: answers[name] for name, _ in QUESTIONS}, sort_keys=True)
        return self._kept(Said("assessment", "publish", given, words(why, "reason")), who)

    def answered(self, names: bool = False) -> Row | None:
        """The last answers, where no sentence was written or taken out and no claim decided on since; else None."""
        with self.room.view() as view:
            found = _last_answers(view)
            return masked(decision_row(found), hidden_names(view, names)) if found else None

    def _kept(self, said: Said, who: str | None) -> Row:
        with self.room.writing(said.says, who) as writer:
            return decision_row(writer.decide_all([said])[0])


def _last_answers(view: View) -> Decision | None:
    log = view.ask(read_log)
    standing = [each for each in standing_decisions(log) if each.says == "publish"]
    if not standing:
        return None
    changes = [each.number for each in log if each.says not in ("publish", "view", "note")]
    last = standing[-1]
    return last if last.number > max(changes, default=0) else None
