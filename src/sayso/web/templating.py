"""Templates, with everything escaped, and the small words that they all use."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sayso.tell.drawing import cut
from sayso.tell.evidence import SHAPES
from sayso.tell.index import pointed, points, unseen, who
from sayso.tell.phrases import clean, counted, date_words, value_of

#: How the side of a teller is said: towards the group that a claim is about.
SIDES = {
    "own": "the group itself",
    "adversary": "its adversary",
    "civilian": "civilian",
    "third": "neither side",
    "unknown": "side not known",
}

#: How it is said that a teller knows.
WAYS = {
    "saw": "say they saw it",
    "own record": "own record",
    "was told": "were told",
    "assessment": "assessment",
    "unstated": "not stated",
}


def rendered(template: str, context: Mapping[str, Any]) -> str:
    """The page of that template; lone surrogates of a text are written out."""
    text = _environment().get_template(template).render(context)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


@cache  # the templates of an installed package do not change while it runs
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sayso.web", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_told,
    )
    environment.globals.update(
        who=who,
        unseen=unseen,
        shapes=SHAPES,
        sides=SIDES,
        ways=WAYS,
        named=named,
        cut=cut,
        counted=counted,
        date_words=date_words,
        value_of=value_of,
        ends=ends,
        about=about,
        hour=hour,
    )
    return environment


def _told(value: Any) -> Any:
    """What a template prints: text without control characters, markup as it is."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else clean(value, line=False)


def ends(count: Mapping[str, Any]) -> str:
    """The two ends of a count of origins: "1" or "1–3"."""
    low, high = count["low"], count["high"]
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def about(matter: Mapping[str, Any], indicators: Mapping[str, Any]) -> str:
    """What a matter reports, of whom, where and when."""
    known = indicators.get(matter["indicator"])
    parts = [known.name if known else matter["indicator"]]
    if matter["actor"]:
        parts.append(", ".join(part for part in (matter["actor"]["name"], matter["actor"]["part"]) if part))
    if matter["place"]:
        parts.append(matter["place"]["name"])
    time = matter["time"]
    if time and time["basis"] != "tense":
        parts.append(date_words(time["edtf"]))
    elif time and time["latest"]:
        parts.append(f"up to {time['latest']}")
    return " · ".join(parts)


def named(origin: Mapping[str, Any]) -> str:
    """What an origin is called: its name, else its words in the report, else its kind."""
    if origin["name"]:
        return pointed(origin["name"], origin["kind"]) if points(origin["name"]) else str(origin["name"])
    written, end, _ = str(origin["why"]).removeprefix("“").partition("”")
    if end and points(written):
        return pointed(written, origin["kind"])
    if end and str(origin["why"]).startswith("“"):
        return f"“{cut(written, 60)}”"
    return "nobody named" if origin["kind"] in ("unknown", "not stated") else f"an unnamed {origin['kind']}"


def hour(iso: str) -> str:
    """A moment as day and minute: "2031-05-02 14:07"."""
    return iso[:16].replace("T", " ")
