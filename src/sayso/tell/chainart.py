"""The chains of a matter as a drawing, from those who know to the outlets."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from sayso.tell.drawing import cut, element, together
from sayso.tell.evidence import SHAPES
from sayso.tell.index import Row, unseen, who

_BOX, _TALL, _GAP, _SKIP = 200.0, 46.0, 88.0, 14.0

#: So many tellers are drawn; beyond, lines can no longer be followed by eye.
MOST = 28

#: So many columns are drawn; a longer chain keeps its last hops in the last column.
_COLUMNS = 6


_UNSEEN = {"no": "not in the case", "not read": "not read"}

Key = tuple[str, str]


@dataclass(slots=True)
class _Node:
    hop: Row
    prints: bool = False
    column: int = 0
    row: int = 0

    @property
    def x(self) -> float:
        return 4 + self.column * (_BOX + _GAP)

    @property
    def y(self) -> float:
        return 4 + self.row * (_TALL + _SKIP)


def chain_art(claims: list[Row]) -> Markup:
    """The drawing of the chains of these claims, or nothing where no chain has two hops."""
    nodes, edges = _graph(claims)
    if not edges:
        return Markup("")
    _place(nodes, edges)
    columns = 1 + max(node.column for node in nodes.values())
    rows = 1 + max(node.row for node in nodes.values())
    width, height = columns * (_BOX + _GAP) - _GAP + 8, rows * (_TALL + _SKIP) - _SKIP + 8
    said = "; ".join(dict.fromkeys(" to ".join(who(hop) for hop in claim["chain"]) for claim in claims[:MOST]))
    parts = [element("title", f"Chains, from those who know to the outlets: {said}")]
    leaving, coming = Counter(start for start, _ in edges), Counter(end for _, end in edges)
    for (start, end), hop in edges.items():
        near = 0.2 if leaving[start] == 1 else (0.8 if coming[end] == 1 else 0.5)
        parts.append(_line(nodes[start], nodes[end], hop, near))
    parts += [_box(node) for node in nodes.values()]
    view = f"0 0 {width:.0f} {height:.0f}"
    return element("svg", together(parts), class_="chains", viewBox=view, width=width, height=height, role="img")


def drawn(claims: list[Row]) -> tuple[int, int]:
    """How many tellers are drawn, and of how many."""
    known = {_key(claim, at) for claim in claims for at in range(len(claim["chain"]))}
    return min(len(known), MOST), len(known)


def _key(claim: Row, at: int) -> Key:
    hop = claim["chain"][at]
    if hop["kind"] in ("outlet", "agency"):
        return "publisher", hop["name"] or claim["report"]
    if hop["name"]:
        return hop["kind"], hop["name"]
    return (hop["kind"], claim["origin"]) if at == 0 else (hop["kind"], hop["written"].casefold() or claim["id"])


def _graph(claims: list[Row]) -> tuple[dict[Key, _Node], dict[tuple[Key, Key], Row]]:
    nodes: dict[Key, _Node] = {}
    edges: dict[tuple[Key, Key], Row] = {}
    for claim in claims:
        keys = [_key(claim, at) for at in range(len(claim["chain"]))]
        if len({*nodes, *keys}) > MOST:
            continue
        for key, hop in zip(keys, claim["chain"], strict=True):
            nodes.setdefault(key, _Node(hop))
        nodes[keys[-1]].prints = True
        for at in range(1, len(keys)):
            if keys[at - 1] != keys[at]:
                edges.setdefault((keys[at - 1], keys[at]), claim["chain"][at - 1])
    return nodes, edges


def _place(nodes: dict[Key, _Node], edges: dict[tuple[Key, Key], Row]) -> None:
    """Each node stands right of all it hears from; a circle of citations stops at the last column."""
    for _ in range(_COLUMNS):
        for start, end in edges:
            column = nodes[start].column + 1
            if nodes[end].column < column < _COLUMNS:
                nodes[end].column = column
    last = max(node.column for node in nodes.values())
    leaving = {start for start, _ in edges}
    for key, node in nodes.items():
        if node.prints and key not in leaving:
            node.column = last
    taken: dict[int, int] = {}
    for node in nodes.values():
        node.row = taken.get(node.column, 0)
        taken[node.column] = node.row + 1


def _line(start: _Node, end: _Node, hop: Row, near: float) -> Markup:
    """A line with its cue; `near` is the share of the way, from the start, where the cue stands."""
    x1, y1, x2, y2 = start.x + _BOX, start.y + _TALL / 2, end.x - 3, end.y + _TALL / 2
    if end.column <= start.column:  # a circle: the line goes back over the top
        x1, y1, x2, y2 = start.x + _BOX / 2, start.y, end.x + _BOX / 2, end.y
    bend = _GAP / 2
    kind = "edge" if hop["certainty"] == "asserted" and not hop["inferred"] else "edge unsure"
    said = hop["cue"]["written"] if hop["cue"] else ("inferred" if hop["inferred"] else "")
    label = hop["certainty"] if hop["certainty"] != "asserted" else said
    title = element("title", f"{who(hop)}: {said or 'no cue'}, {hop['certainty']}")
    path = element(
        "path",
        title,
        class_=kind,
        d=f"M{x1:.1f} {y1:.1f}C{x1 + bend:.1f} {y1:.1f} {x2 - bend:.1f} {y2:.1f} {x2:.1f} {y2:.1f}",
    )
    tip = element("path", class_="tip", d=f"M{x2 + 3:.1f} {y2:.1f}l-7 -4v8Z")
    x = (x1 + _GAP / 2) if near < 0.5 else (x2 - _GAP / 2 if near > 0.5 else (x1 + x2) / 2)
    y = y1 if near < 0.5 else (y2 if near > 0.5 else (y1 + y2) / 2)
    words = element("text", cut(label, 12), class_="cue middle", x=x, y=y - 5)
    return path + tip + words


def _box(node: _Node) -> Markup:
    hop = node.hop
    extra = {"saw": "saw it", "own record": "own record", "was told": "was told", "assessment": "assessment"}
    below = [
        hop["kind"] if hop["named"] or hop["kind"] in ("outlet", "agency", "document") else f"{hop['kind']}, unnamed"
    ]
    below += [extra[hop["access"]]] if hop["access"] in extra else []
    below += [_UNSEEN[hop["seen"]]] if unseen(hop) else []
    kinds = "teller" + (" prints" if node.prints else "") + (" unseen" if unseen(hop) else "")
    title = element("title", f"{who(hop)}: {hop['kind']}, side {hop['side']}, access {hop['access']}")
    return element(
        "g",
        title
        + element("rect", class_=kinds, x=node.x, y=node.y, width=_BOX, height=_TALL, rx=4)
        + element("text", SHAPES[hop["side"]], class_=f"side {hop['side']}", x=node.x + 9, y=node.y + 19)
        + _within(node, element("text", cut(who(hop), 24), class_="who", y=19))
        + _within(node, element("text", cut(" · ".join(below), 32), class_="faint", y=36)),
    )


def _within(node: _Node, words: Markup) -> Markup:
    """Words of a box, ended at its edge where a wide font would carry them over it."""
    return element("svg", words, class_="within", x=node.x + 26, y=node.y, width=_BOX - 30, height=_TALL)
