"""What the desk reads fast, made anew where it no longer fits: the order of work, and what each report hides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sayso.model.span import Span
from sayso.store import View, Writer, desking, withholding
from sayso.tell.hiding import Noted, noted
from sayso.tell.masking import every_span, mask_spans, names_in
from sayso.weigh.effect import effects


@dataclass(frozen=True, slots=True)
class Hidden:
    """What reports hide: spans, and kinds by name; the texts that hide names, masked; and the reports for which what
    was worked out before stays."""

    hides: dict[str, tuple[tuple[Span, ...], dict[str, str]]]
    masked: dict[str, str]
    stays: set[str]


def is_stale(view: View) -> bool:
    """Whether something that the desk reads is not up to date."""
    return view.ask(desking.is_stale)


def refresh(open_view: Callable[[], View], writer: Writer) -> None:
    """Everything that the desk reads is up to date; nothing of the case itself changes."""
    writer.refresh_desk(lambda connection: desking.rebuild(connection, effects))
    while True:
        with open_view() as view:
            if not view.ask(withholding.is_unsettled):
                return
            revision = view.revision()
            found = hidden_in(view)
        if writer.put_hidden(revision, found.hides, found.masked, found.stays):
            return


def hidden_in(view: View) -> Hidden:
    """What each report of the case hides. A report that nothing was read into, and that hides the same names as before,
    stays as it is: what it hides follows from its text, its claims and those names."""
    protected = dict(view.protected())
    known = view.ask(lambda c: {id: names_in(text, protected[id]) for id, text in withholding.texts(c, protected)})
    found, everywhere = view.ask(lambda connection: noted(withholding.named(connection), known))
    spread = _spread(view, everywhere, found)
    changed, before = view.ask(withholding.unsettled), view.ask(withholding.kinds)
    kinds = {id: _kinds(found.get(id), spread.get(id, ()), everywhere) for id in {*found, *spread}}
    stays = {id for id in kinds if changed is not None and id not in changed and before.get(id) == kinds[id]}
    made = Hidden({}, {}, stays)
    texts = view.ask(lambda connection: dict(withholding.texts(connection, sorted(kinds.keys() - stays))))
    for id in sorted(kinds.keys() - stays):
        text = texts.get(id, "")
        spans = found[id].spans(text, protected.get(id, ())) if id in found else ()
        told = dict(found[id].kinds) if id in found else {}
        for name in spread.get(id, ()):
            told[name] = everywhere[name]
            spans = every_span(text, spans, told)
        made.hides[id] = (spans, told)
        if spans:
            made.masked[id] = mask_spans(text, spans)
    return made


def _kinds(noted: Noted | None, spread: Sequence[str], everywhere: Mapping[str, str]) -> dict[str, str]:
    return {**(noted.kinds if noted else {}), **{name: everywhere[name] for name in spread}}


def _spread(view: View, everywhere: Mapping[str, str], found: Mapping[str, Noted]) -> dict[str, list[str]]:
    """The full names that each report has in its text, though nothing in it told that they are to be hidden."""
    spread: dict[str, list[str]] = defaultdict(list)
    for name in sorted(each for each in everywhere if " " in each.strip()):
        phrase = " ".join(name.replace('"', " ").split())
        for report in view.ask(partial(withholding.reports_with, phrase=f'"{phrase}"')):
            if report not in found or name not in found[report].kinds:
                spread[report].append(name)
    return spread
