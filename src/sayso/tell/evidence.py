"""A claim beside the words it rests on, as markup."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from sayso.tell.explain_claim import slots
from sayso.tell.index import Index, Row, unseen, who
from sayso.tell.marking import LABELS, pieces
from sayso.tell.phrases import clean

#: A shape for every side, so that colour is not needed.
SHAPES = {"own": "■", "adversary": "▲", "civilian": "●", "third": "◆", "unknown": "○"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a page shows of one claim."""

    claim: Row
    report: Row
    passages: tuple[tuple[str, Markup], ...]  # id and marked words
    chain: Markup
    slots: list[str]


def evidence(index: Index, claim: Row) -> Evidence:
    """The claim with its marked passages, its chain and its slots."""
    held = (index.passages[id] for id in claim["passages"] if id in index.passages)
    report = index.reports.get(claim["report"], {"outlet": None, "published": None, "title": None, "sha256": ""})
    return Evidence(
        claim, report, tuple((each["id"], marked(claim, each)) for each in held), chain(claim), slots(claim)
    )


def marked(claim: Row, passage: Row) -> Markup:
    """The passage with the claim's words marked, each mark named where it begins."""
    parts = []
    for piece in pieces(claim, passage):
        tags = Markup("").join(Markup('<i class="tag">{}</i>').format(LABELS[kind]) for kind in piece.begins)
        text = escape(piece.text)
        if piece.kinds:
            text = Markup('<mark class="{}">{}</mark>').format(" ".join(piece.kinds), text)
        parts.append(tags + text)
    return Markup("").join(parts)


def chain(claim: Row) -> Markup:
    """The hops as a list, nearest to the knowledge first."""
    hops = Markup("").join(_hop(hop) for hop in claim["chain"])
    return Markup('<ol class="hops">{}</ol>').format(hops)


def _hop(hop: Row) -> Markup:
    notes = [
        hop["kind"] if hop["named"] or hop["kind"] == "outlet" else f"{hop['kind']}, unnamed",
        f"side {hop['side']}",
    ]
    notes += [{"saw": "said to have seen it"}.get(hop["access"], hop["access"])] if hop["access"] != "unstated" else []
    notes += [hop["certainty"]] if hop["certainty"] != "asserted" else []
    notes += ["inferred, no cue here"] if hop["inferred"] else []
    if unseen(hop):
        notes.append("own report not in the case" if hop["seen"] == "no" else "own report in a language not read")
    cue = Markup(' <q class="said">{}</q>').format(clean(hop["cue"]["written"])) if hop["cue"] else ""
    return Markup(
        '<li><span class="side {}" aria-hidden="true">{}</span> '
        '<b><bdi>{}</bdi></b> <span class="faint">{}</span>{}</li>'
    ).format(hop["side"], SHAPES[hop["side"]], clean(who(hop)), clean(", ".join(notes)), cue)
