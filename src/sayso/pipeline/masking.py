"""Which stretches of texts are masked in lists: names that analysis protects, wherever else they stand in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from sayso.model.claim import Claim
from sayso.model.span import Span
from sayso.tell.masking import every_span, name_spans
from sayso.tell.rows import is_private


def masked_spans(
    claims: Iterable[Claim], protected: Mapping[str, tuple[Span, ...]], text: Callable[[str], str | None]
) -> dict[str, tuple[Span, ...]]:
    """For each report that has any, the spans to be masked; `text` gives a report's text by its id."""
    private: dict[str, set[str]] = defaultdict(set)
    written: dict[str, set[Span]] = defaultdict(set)
    for claim in claims:
        for hop in claim.chain:
            if is_private(hop) and hop.name:
                private[claim.report].add(hop.name)
                if hop.start is not None:
                    written[claim.report].update(name_spans(hop.written, hop.start, hop.name))
    return {
        report: tuple(sorted({*every_span(text(report) or "", protected.get(report, ()), private[report]), *spans}))
        for report in sorted({*protected, *private})
        for spans in (written[report],)
    }
