"""What the desk reads fast, made anew where it no longer fits: the order of work, and what each report hides."""

from __future__ import annotations

from collections.abc import Callable, Collection

from sayso.model.claim import Claim
from sayso.model.span import Span
from sayso.store import View, Writer, desking
from sayso.tell.hiding import hiding, public_names
from sayso.tell.masking import every_span, mask_spans
from sayso.weigh.effect import effects

Hides = dict[str, tuple[tuple[Span, ...], dict[str, str]]]


def is_stale(view: View) -> bool:
    """Whether something that the desk reads is not up to date."""
    return view.ask(desking.is_stale)


def refresh(open_view: Callable[[], View], writer: Writer) -> None:
    """Everything that the desk reads is up to date; nothing of the case itself changes."""
    writer.refresh_desk(lambda connection: desking.rebuild(connection, effects))
    while True:
        with open_view() as view:
            if not view.ask(desking.names_are_stale):
                return
            revision = view.revision()
            hides, masked = hidden_in(view)
        if writer.put_hidden(revision, hides, masked):
            return


def hidden_in(view: View) -> tuple[Hides, dict[str, str]]:
    """What each report of the case hides, and the texts that hide names, masked."""
    claims = view.claims()
    protected = dict(view.protected())
    texts = {report.id: report.text for report in view.reports(with_text=True)}
    found = hiding(claims, protected, texts.get)
    hides: Hides = {id: (spans, dict(found.kinds.get(id, {}))) for id, spans in found.spans.items()}
    for name, kind in sorted(_everywhere(found.kinds.values(), claims).items()):
        _spread(view, (name, kind), texts, hides)
    masked = {id: mask_spans(texts[id], spans) for id, (spans, _) in hides.items() if spans}
    return hides, masked


def _everywhere(kinds: Collection[object], claims: Collection[Claim]) -> dict[str, str]:
    """The whole names that are hidden somewhere, and that nobody bears who speaks in public."""
    public = public_names(claims)
    found: dict[str, str] = {}
    for each in kinds:
        assert isinstance(each, dict)
        found.update({name: kind for name, kind in each.items() if " " in name.strip() and name not in public})
    return found


def _spread(view: View, named: tuple[str, str], texts: dict[str, str], hides: Hides) -> None:
    """The name is hidden in every report that has it, also in those that did not know whose it is."""
    name, kind = named
    phrase = " ".join(name.replace('"', " ").split())
    for report in view.ask(lambda connection: desking.reports_with(connection, f'"{phrase}"')):
        spans, kinds = hides.get(report, ((), {}))
        if name not in kinds:
            kinds = {**kinds, name: kind}
            hides[report] = (every_span(texts.get(report, ""), spans, kinds), kinds)
