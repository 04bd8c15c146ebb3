"""HTML pages to text: what a reader sees of the report, with headline, byline and trailers, without hidden text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from sayso.read.credits import is_credit_line
from sayso.read.visible import drop_hidden, lines_of

#: Caps on a page, far above any news page, so that the worst one tried (90,000 links) takes 4 s.
_MAX_TAGS = 200_000
_MAX_PAGE_BYTES = 10_000_000
#: libxml2 cuts deeper markup off without a word.
_MAX_DEPTH = 250
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
#: Elements whose nesting counts; others are closed by the parser itself.
_NESTING = frozenset({"div", "span", "section", "article", "table", "ul", "ol", "blockquote", "b", "i", "font", "em"})
#: Lines at the head and tail of a page among which bylines and trailers are looked for, when extraction lost them.
_HEAD_LINES, _TAIL_LINES = 40, 40
#: Captions taken over from a page; galleries of more are not the report. A shorter one names nothing but the picture.
_MOST_CAPTIONS, _CAPTION_WORDS = 5, 4


@dataclass(frozen=True, slots=True)
class Page:
    """A page's text, its headline if it has one, and its parsed tree for metadata."""

    text: str
    title: str | None
    tree: HtmlElement


def page_of(markup: str) -> Page | str:
    """The page's visible report, or a sentence that says why there is none."""
    problem = _too_much(markup)
    if problem:
        return problem
    tree = _tree(markup)
    if tree is None:
        return "The page holds no markup that can be read."
    visible = _tree(markup)
    assert visible is not None
    drop_hidden(visible)
    lines = lines_of(visible)
    captions = _captions(visible)
    title = _title(visible, tree)
    body = _blocks(visible)
    if not body:
        return "The page holds no report: no paragraph of running text was found."
    return Page("\n\n".join(_restored(body, lines, title, captions)), title, tree)


def _captions(visible: HtmlElement) -> list[str]:
    """The captions of the report's own pictures, which extraction drops: those inside its article, else the first."""
    within = visible.xpath("//article//figcaption | //main//figcaption")[:_MOST_CAPTIONS]
    found = within or visible.xpath("//figcaption")[:1]
    words = [" ".join(caption.text_content().split()) for caption in found]
    return [caption for caption in words if len(caption.split()) >= _CAPTION_WORDS]


def _too_much(markup: str) -> str | None:
    if len(markup) > _MAX_PAGE_BYTES:
        return f"The page has {len(markup) // 1_000_000} million characters, more than are read; split it up."
    depth = deepest = tags = 0
    for closing, name in _TAG.findall(markup):
        tags += 1
        if name.lower() in _NESTING:
            depth = max(0, depth + (-1 if closing else 1))
            deepest = max(deepest, depth)
    if tags > _MAX_TAGS:
        return f"The page has {tags} tags, more than the {_MAX_TAGS} that are read; it is no report."
    if deepest > _MAX_DEPTH:
        return f"The page nests its markup {deepest} deep, more than the {_MAX_DEPTH} that are read; it is no report."
    return None


def _tree(markup: str) -> HtmlElement | None:
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return tree if isinstance(tree, HtmlElement) else None


def _blocks(visible: HtmlElement) -> list[str]:
    """The paragraphs of the report; by another extractor where the page is laid out in tables."""
    from trafilatura import extract

    text = extract(visible, fast=True, include_comments=False, output_format="txt", deduplicate=False) or ""
    if not text.strip() or text.startswith("|"):
        text = _plain(visible)
    return [line.strip() for line in text.split("\n") if line.strip()]


def _plain(visible: HtmlElement) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    markup = etree.tostring(visible, encoding="unicode", method="html")
    found = extract_plain_text(markup, main_content=True, preserve_formatting=True, alt_texts=False, comments=False)
    return str(found).replace("\t", "\n")


def _title(visible: HtmlElement, tree: HtmlElement) -> str | None:
    headings = [" ".join(heading.text_content().split()) for heading in visible.iter("h1")]
    longest = max((heading for heading in headings if heading), key=len, default=None)
    if longest:
        return longest
    for node in tree.iter("meta"):
        if node.get("property") == "og:title" and (node.get("content") or "").strip():
            return " ".join(node.get("content", "").split())
    named = tree.find(".//title")
    words = " ".join(named.text_content().split()) if named is not None else ""
    return re.split(r" [|–—»-] (?=[^|–—»-]*$)", words)[0] or None


def _restored(body: list[str], lines: list[str], title: str | None, captions: list[str]) -> list[str]:
    """The paragraphs with headline, byline, captions and trailers put back where extraction moved them away."""
    have = {_plainly(line) for line in body}
    head = [line for line in lines[:_HEAD_LINES] if is_credit_line(line) and _plainly(line) not in have]
    at_head = set(map(_plainly, head))
    tail = [
        line
        for line in lines[max(_HEAD_LINES, len(lines) - _TAIL_LINES) :] or lines[-_TAIL_LINES:]
        if is_credit_line(line) and _plainly(line) not in have | at_head
    ]
    if len(lines) <= _HEAD_LINES:
        head, tail = _split_by_body(head, lines, body)
    head += [caption for caption in dict.fromkeys(captions) if _plainly(caption) not in have]
    first = body[:1]
    if title and _plainly(title) not in {_plainly(line) for line in body[:3]}:
        return [title, *head, *body, *tail]
    return [*first, *head, *body[1:], *tail] if title else [*head, *body, *tail]


def _split_by_body(found: list[str], lines: list[str], body: list[str]) -> tuple[list[str], list[str]]:
    """On a short page, which of the found lines stand before the last paragraph and which after."""
    last = _plainly(body[-1])
    place = next((number for number, line in enumerate(lines) if _plainly(line) == last), len(lines))
    before = [line for line in found if lines.index(line) < place]
    return before, [line for line in found if line not in before]


def _plainly(line: str) -> str:
    return "".join(char for char in line.casefold() if char.isalnum())
