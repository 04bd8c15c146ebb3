"""The page that lists a codebook's indicators with their definitions, borders and examples."""

from __future__ import annotations

from sayso.model.books import Codebook, Indicator

#: Examples shown of each kind; the file has them all.
_SHOWN = 4
_SPEAKS_FOR = {"decay": "speaks for decay", "holding": "speaks for holding together", "neutral": "speaks for neither"}


def page(codebook: Codebook) -> str:
    """The codebook as Markdown: a table of all codes, then each with its borders and first examples."""
    lines = [
        f"# {codebook.title} (`{codebook.name}`, version {codebook.version})",
        "",
        "<!-- Made from the codebook file by sayso.books.codebook_page; a test compares the two. -->",
        "",
        codebook.scope,
        "",
        f"{len(codebook.indicators)} indicators. How to change them or write your own: "
        "[codebook-guide.md](codebook-guide.md).",
        "",
        "| code | family | makes | speaks for |",
        "| --- | --- | --- | --- |",
    ]
    lines += [
        f"| [`{one.code}`](#{one.code}) | {one.family} | {one.kind} | {one.speaks_for} |" for one in codebook.indicators
    ]
    for indicator in codebook.indicators:
        lines += _section(indicator)
    return "\n".join(lines) + "\n"


def _section(indicator: Indicator) -> list[str]:
    lines = ["", f"## {indicator.code}", "", f"**{indicator.name}.** {indicator.definition}", ""]
    lines.append(f"Family {indicator.family}; makes a matter of kind {indicator.kind}; {_of(indicator)}.")
    lines += ["", *(f"- {border}" for border in indicator.borders), "", "Fits:", ""]
    lines += [f"- {_with_mark(one.text, one.span)}" for one in indicator.examples[:_SHOWN]]
    lines += ["", "Does not fit:", "", *(f"- {one.text}" for one in indicator.counter_examples[:_SHOWN])]
    return lines


def _of(indicator: Indicator) -> str:
    return _SPEAKS_FOR[indicator.speaks_for]


def _with_mark(text: str, span: str | None) -> str:
    return text if span is None else text.replace(span, f"**{span}**", 1)
