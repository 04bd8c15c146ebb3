"""Builds claims of the invented case from words that stand in its reports."""

from __future__ import annotations

from dataclasses import replace

from tell_texts import GROUP, MAKER, TEXT

from sayso.model.claim import Claim, claim_id
from sayso.model.coding import Stage
from sayso.model.ids import origin_id
from sayso.model.slots import Actor, Place, Precision, Quantity, When
from sayso.model.telling import Access, Certainty, Cue, Hop, Seen, Side, TellerKind


def _at(text: str, words: str | None) -> tuple[int | None, int | None]:
    if not words:
        return None, None
    start = text.index(words)
    return start, start + len(words)


def hop(
    number: str,
    words: str,
    kind: TellerKind,
    side: Side,
    cue: str = "",
    **more: object,
) -> Hop:
    text = TEXT[number].text
    start, end = _at(text, words)
    told = None
    if cue:
        at = text.index(cue)
        told = Cue(cue, at, at + len(cue))
    values: dict[str, object] = {
        "name": words or None,
        "written": words,
        "start": start,
        "end": end,
        "kind": kind,
        "side": side,
        "access": Access.UNSTATED,
        "named": bool(words) and words[:1].isupper(),
        "inferred": False,
        "seen": Seen.YES,
        "cue": told,
        "certainty": Certainty.ASSERTED,
    }
    return Hop(**(values | more))  # type: ignore[arg-type]


def outlet(number: str) -> Hop:
    name = TEXT[number].outlet
    return hop(number, "", TellerKind.OUTLET, Side.THIRD, name=name, named=True)


PLACES = {
    "Shaddadi": (36.06, 40.73, Precision.TOWN),
    "Hasakah": (36.5, 40.75, Precision.TOWN),
    "Tal Afar": (36.38, 42.45, Precision.TOWN),
    "Raqqa province": (35.95, 39.01, Precision.PROVINCE),
    "Markada": (35.75, 40.77, Precision.TOWN),
}


def claim(number: str, quote: str, code: str, chain: tuple[Hop, ...], **more: object) -> Claim:
    report = TEXT[number]
    text = report.text
    start = text.index(quote)
    end = start + len(quote)
    before = max(text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0, text.rfind("\n", 0, start) + 1)
    stop = min((at for at in (text.find(". ", end), text.find("\n", end)) if at >= 0), default=len(text) - 1)
    values: dict[str, object] = {
        "actor": Actor(GROUP, None, "Front", *_some(text, "Front")) if "Front" in text else None,
        "certainty": min((h.certainty for h in chain), key=list(Certainty).index),
        "negated": False,
        "stage": Stage.DONE,
        "trend": None,
        "scope": "local",
    } | more
    made = Claim(
        claim_id(report.id, start, end, code, "invented"),
        report.id,
        report.path,
        code,
        "invented",
        start,
        end,
        quote,
        (before, stop + 1),
        chain=(*chain, outlet(number)),
        maker=MAKER,
        **values,  # type: ignore[arg-type]
    )
    return replace(made, origin=origin_id(made.id))


def _some(text: str, words: str) -> tuple[int, int]:
    start = max(text.find(words), 0)
    return start, start + len(words)


def place(number: str, name: str, written: str | None = None, role: str = "where") -> Place:
    latitude, longitude, precision = PLACES[name]
    start, end = _some(TEXT[number].text, written or name)
    return Place(role, name, f"p:{name}", latitude, longitude, precision, written or name, start, end)


def when(number: str, edtf: str, first: str | None, last: str | None, written: str, basis: str = "stated") -> When:
    start, end = _some(TEXT[number].text, written) if written else (None, None)
    return When(edtf, first, last, "day" if first == last else "month", basis, written, start, end)


def many(number: str, low: float | None, high: float | None, written: str, **more: object) -> Quantity:
    start, end = _some(TEXT[number].text, written)
    values: dict[str, object] = {"unit": "persons", "measure": "count", "of": None, "per": None, "about": False} | more
    return Quantity(low, low, high, written=written, start=start, end=end, **values)  # type: ignore[arg-type]
