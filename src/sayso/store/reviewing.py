"""What the log makes of each claim: its review, each coder's verdict on it, and its state on the desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, insert, select, update

from sayso.model.claim import Review
from sayso.model.decision import Decision
from sayso.model.verdict import VERDICTS, review_of, verdict_of, word_of
from sayso.store import edits, schema
from sayso.store.desk_tables import coded, desk
from sayso.store.log import read_log, standing_decisions

_STATES = {"accept": "accepted", "reject": "rejected", "edit": "superseded", "unsure": "unsure"}


def review_again(connection: Connection, claims: Iterable[str]) -> None:
    """The claims' reviews are what the standing decisions say, the ones about claims they replaced included."""
    asked = sorted(set(claims))
    if not asked or not connection.execute(select(schema.decision.c.number).limit(1)).first():
        return
    for claim in asked:
        old = connection.execute(select(schema.replaced.c.old).where(schema.replaced.c.new == claim)).scalars()
        said = standing_decisions(read_log(connection, {claim, *old}))
        made = edits.is_edited(connection, claim)
        review = review_of(said, Review.ACCEPTED if made else Review.PROPOSED)
        connection.execute(update(schema.claim).where(schema.claim.c.id == claim).values(review=review.value))
        connection.execute(update(desk).where(desk.c.claim == claim).values(state=state_of(said, made)))
        _code(connection, claim, said)


def state_of(said: Sequence[Decision], made: bool) -> str:
    """The claim's state on the desk; one that an edit made is accepted until somebody says otherwise."""
    return _STATES.get(word_of(verdict_of(said)), "accepted" if made else "unreviewed")


def _code(connection: Connection, claim: str, said: Sequence[Decision]) -> None:
    last = {entry.who: entry for entry in said if entry.says in VERDICTS}
    connection.execute(delete(coded).where(coded.c.claim == claim))
    if last:
        connection.execute(
            insert(coded),
            [{"claim": claim, "who": who, "says": last[who].says, "number": last[who].number} for who in sorted(last)],
        )
