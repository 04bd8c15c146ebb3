"""The assessment as one HTML page: no network, no script, nothing that is not escaped."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import partial
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from sayso.tell.carried import in_page
from sayso.tell.findings import findings, looks_for, origin_label, range_of
from sayso.tell.index import Index, Row, counts, who
from sayso.tell.marking import LABELS, pieces
from sayso.tell.numbers import Number, numbers
from sayso.tell.phrases import clean, counted
from sayso.tell.scope import scope

#: So many claims stand with their passages on the page; the data at its end carries all. Sets the size of the file:
#: about 5 kB a claim.
CLAIMS_SHOWN = 1000

#: So many rows of a list are shown before the rest is only counted.
ROWS_SHOWN = 1000


def page(index: Index) -> str:
    """The whole page, made from the index alone."""
    counted_anew = numbers(index)
    style = (files("sayso.tell") / "templates" / "assessment.css").read_text("utf-8")
    told = findings(index)
    shown = _shown([each for _, group in told for finding in group for each in finding.claims])
    environment = Environment(
        loader=PackageLoader("sayso.tell", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_told,
    )
    return environment.get_template("assessment.html").render(
        index=index,
        sheet=index.sheet,
        told=told,
        scope=scope(index),
        style=Markup(style),
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        n=partial(_linked, counted_anew),
        words=partial(_words, counted_anew),
        shown=shown,
        rows_shown=ROWS_SHOWN,
        data=Markup(in_page(index.sheet)),
        labels=LABELS,
        pieces=pieces,
        who=who,
        counts=counts,
        counted=counted,
        looks_for=looks_for(index),
        origin_label=partial(origin_label, index),
        range_of=range_of,
    )


def _told(value: Any) -> Any:
    """What a template prints: text without control characters, markup as it is."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else clean(value, line=False)


def _shown(claims: Iterable[Row]) -> frozenset[str]:
    return frozenset(list(dict.fromkeys(claim["id"] for claim in claims))[:CLAIMS_SHOWN])


def anchor(id: str) -> str:
    """Where on the page a number's claims stand."""
    head, _, rest = id.partition(":")
    if head != "n":
        return f"{head}-origins" if rest in ("low", "high", "against") else f"{head}-claims"
    kind = rest.partition(":")[0]
    places = {"reports": "reports", "outlets": "sources", "outlet": "sources"}
    return places.get(kind, id if kind == "claims" else kind)


def _linked(known: dict[str, Number], id: str) -> Markup:
    number = known[id]
    return _link(f"{number.value:,}", id, number.says)


def _words(known: dict[str, Number], words: Iterable[tuple[str, str | None]]) -> Markup:
    return Markup("").join(_link(text, id, known[id].says) if id else escape(clean(text)) for text, id in words)


def _link(text: str, id: str, says: str) -> Markup:
    link = '<a class="n" href="#{}" data-n="{}" title="{} ({})">{}</a>'
    return Markup(link).format(anchor(id), id, clean(says), id, text)
