"""What a reader of a page sees: elements that are hidden are dropped, the rest is told line by line."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

_UNSEEN = frozenset({"script", "style", "noscript", "template", "iframe", "object", "svg", "math", "head", "textarea"})
_BLOCKS = frozenset(
    "p div section article header footer aside li ul ol table tr td th h1 h2 h3 h4 h5 h6 blockquote figure figcaption "
    "address main nav pre dl dt dd form br hr time".split()
)
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$|!)"
    r"|font-size\s*:\s*[01](?:\.\d+)?\s*(?:px|pt|em|%)?\s*(?:;|$|!)|text-indent\s*:\s*-\d{3,}"
    r"|(?:left|top)\s*:\s*-\d{4,}|clip\s*:\s*rect\(\s*0|(?<![-\w])(?:width|height)\s*:\s*[01]px",
    re.IGNORECASE,
)
_COLOUR = re.compile(r"(?<![-\w])color\s*:\s*([^;!]+)", re.IGNORECASE)
_GROUND = re.compile(r"background(?:-color)?\s*:\s*([^;!]+)", re.IGNORECASE)
_WHITE = frozenset({"white", "#fff", "#ffffff", "rgb(255,255,255)", "transparent"})
_RULE = re.compile(r"([^{}]{1,300})\{([^{}]{0,2000})\}")
_SELECTOR = re.compile(r"\s*(?:[a-z0-9]+)?([.#])([\w-]+)\s*", re.IGNORECASE)
#: Style sheets in a page beyond this length are not searched for hiding rules.
_STYLE_LOOKED_AT = 200_000


def drop_hidden(tree: HtmlElement) -> None:
    """Takes out of the tree what no reader sees: scripts, hidden elements, white text, one-pixel text."""
    classes, ids = _hidden_names(tree)
    doomed = [
        node
        for node in tree.iter()
        if isinstance(node.tag, str)
        and node.tag not in ("html", "body")
        and ((node.tag in _UNSEEN and node.tag != "head") or _is_hidden(node, classes, ids))
    ]
    for node in doomed:
        if node.getparent() is not None:
            node.drop_tree()


def _is_hidden(node: HtmlElement, classes: frozenset[str], ids: frozenset[str]) -> bool:
    if node.get("hidden") is not None:
        return True
    if (node.get("id") or "") in ids or not classes.isdisjoint((node.get("class") or "").split()):
        return True
    style = node.get("style")
    return bool(style) and hides(style or "")


def hides(style: str) -> bool:
    """Whether a style makes text unseen: not shown, tiny, off the page, or of the colour of its ground."""
    if _HIDING.search(style):
        return True
    colour, ground = _COLOUR.search(style), _GROUND.search(style)
    if not colour:
        return False
    ink = colour.group(1).replace(" ", "").lower()
    paper = ground.group(1).replace(" ", "").lower() if ground else "white"
    return ink == paper or (ink in _WHITE and paper in _WHITE) or ink == "transparent"


def _hidden_names(tree: HtmlElement) -> tuple[frozenset[str], frozenset[str]]:
    """Classes and ids that the page's own style sheets hide."""
    names: dict[str, set[str]] = {".": set(), "#": set()}
    for sheet in tree.iter("style"):
        for selectors, rules in _RULE.findall((sheet.text or "")[:_STYLE_LOOKED_AT]):
            if hides(rules):
                for selector in selectors.split(","):
                    if match := _SELECTOR.fullmatch(selector):
                        names[match.group(1)].add(match.group(2))
    return frozenset(names["."]), frozenset(names["#"])


def lines_of(tree: HtmlElement) -> list[str]:
    """The visible text of the page, a line for each block, in order."""
    body = tree.find("body")
    parts: list[str] = []
    for event, node in _walk(body if body is not None else tree):
        if event == "text":
            parts.append(node)
        else:
            parts.append("\n")
    return [line for line in (" ".join(line.split()) for line in "".join(parts).split("\n")) if line]


def _walk(root: HtmlElement) -> list[tuple[str, str]]:
    """Text and block borders of a tree in document order, without recursion."""
    steps: list[tuple[str, str]] = []
    stack: list[tuple[HtmlElement, bool]] = [(root, False)]
    while stack:
        node, done = stack.pop()
        if not isinstance(node.tag, str):
            steps.append(("text", node.tail or ""))
            continue
        block = node.tag in _BLOCKS
        if done:
            if block:
                steps.append(("block", ""))
            steps.append(("text", _flat(node.tail) if node is not root else ""))
            continue
        if block:
            steps.append(("block", ""))
        steps.append(("text", _flat(node.text)))
        stack.append((node, True))
        stack.extend((child, False) for child in reversed(node))
    return steps


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ")
