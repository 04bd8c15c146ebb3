"""The written assessment: sentences that stand on claims, likelihood and confidence apart; and its publishing."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated, Any, Literal

from litestar import Response, get, post
from litestar.params import FromQuery, JSONBody, QueryParameter
from msgspec import Meta, Struct

from sayso.desk.keeping import QUESTIONS
from sayso.model.errors import BadInput
from sayso.model.likelihood import CONFIDENCE, WORDS
from sayso.web.pages.deciding import Id, Words, coder_of, done
from sayso.web.pages.entry import Next, led
from sayso.web.replies import Asked, Hosted, Page, Row, answer

#: The formats of a published assessment, with the type each is sent as.
FORMATS = {
    "html": "text/html",
    "md": "text/markdown",
    "json": "application/json",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}

Format = Literal["html", "md", "json", "docx", "pdf"]

#: So long publishing keeps a small case's page waiting, in seconds.
_PATIENCE_S = 8.0


class Sentence(Struct, forbid_unknown_fields=True):
    """One sentence of the assessment; `rests` are ids of claims and matters, apart by white space or commas."""

    text: Annotated[str, Meta(min_length=1, max_length=4000)]
    rests: str | list[str] = ""
    likelihood: str = ""
    confidence: str = ""
    confidence_why: Words = ""
    id: str = ""
    place: str = ""
    why: Words = ""
    next: Next = "/assessment"


class Answers(Struct, forbid_unknown_fields=True):
    """What is answered before publishing, each "yes" or "no"."""

    purpose: str = ""
    harm: str = ""
    recognised: str = ""
    checked: str = ""
    plain: str = ""
    reply: str = ""
    why: Words = ""
    format: Format = "html"


class Held(Struct, forbid_unknown_fields=True):
    """A sentence that still holds, or that goes."""

    id: Id
    why: Words = ""
    next: Next = "/assessment"


@get("/assessment", sync_to_thread=True)
def assessment(
    request: Asked,
    host: Hosted,
    rests: Annotated[list[str] | None, QueryParameter(max_items=100)] = None,
    edit: FromQuery[str] = "",
) -> Response[Any]:
    """The sentences, each with what it rests on; one of them, or a new one, open for writing."""
    rows = host.desk.sentences(names=host.names)
    changed = next((each for each in rows if each["id"] == edit), None)
    context = {
        "sentences": [{**each, "evidence": [_evidence(host, id) for id in each["rests"]]} for each in rows],
        "changed": changed,
        "rests": changed["rests"] if changed else [each for each in rests or () if each],
        "stale": sum(each["stale"] for each in rows),
        "likelihoods": WORDS,
        "confidences": CONFIDENCE,
        "formats": FORMATS,
    }
    context["offered"] = [_evidence(host, id) for id in context["rests"]]
    return answer(request, host, Page("assessment.html", "Assessment", context, rows))


def _evidence(host: Hosted, id: str) -> Row:
    """What an id stands for, in a few words."""
    if id.startswith("m"):
        return {"id": id, "address": f"/matter/{id}", "matter": host.matter_row(id), "claim": None}
    try:
        row = host.desk.claim(id, names=host.names)["claim"]
    except BadInput:
        row = None
    return {"id": id, "address": f"/claim/{id}", "matter": None, "claim": row}


@post("/do/sentence", sync_to_thread=True)
def write(request: Asked, host: Hosted, data: JSONBody[Sentence]) -> Response[Any]:
    """The sentence stands in the assessment, with the evidence as it is now."""
    given = data.rests if isinstance(data.rests, str) else " ".join(data.rests)
    place = data.place.strip()
    if place and not (place.isascii() and place.isdigit() and len(place) < 6):
        raise BadInput("the place of a sentence is a whole number", repr(place), exit_code=2)
    row = host.desk.write(
        data.text.strip(),
        list(dict.fromkeys(given.replace(",", " ").split())),
        likelihood=data.likelihood or None,
        confidence=data.confidence or None,
        confidence_why=data.confidence_why,
        id=data.id or None,
        place=int(place) if place else None,
        why=data.why,
        who=coder_of(request),
    )
    return done(request, host, "sentence kept", [row], data.next)


@post("/do/confirm", sync_to_thread=True)
def confirm(request: Asked, host: Hosted, data: JSONBody[Held]) -> Response[Any]:
    """The sentence holds on the evidence as it is now."""
    row = host.desk.confirm(data.id, why=data.why, who=coder_of(request))
    return done(request, host, "still holds", [row], data.next)


@post("/do/remove", sync_to_thread=True)
def remove(request: Asked, host: Hosted, data: JSONBody[Held]) -> Response[Any]:
    """The sentence is no longer part of the assessment."""
    row = host.desk.remove(data.id, why=data.why, who=coder_of(request))
    return done(request, host, "sentence taken out", [row], data.next)


@get("/publish", sync_to_thread=True)
def publish(request: Asked, host: Hosted, format: FromQuery[Format] = "html") -> Response[Any]:
    """The assessment as a file to keep, once its questions are answered; a page that asks again while it is made."""
    if host.desk.answered() is None:
        return led(f"/questions?format={format}")
    key = ("publish", format, host.state(), host.names)
    path = host.kept(key, lambda: Path(tempfile.mkdtemp(prefix="sayso-")) / f"assessment.{format}")
    arguments = ["assess", str(host.folder), "-o", str(path), *(["--names"] if host.names else [])]
    found = host.errands.result(key, arguments, _PATIENCE_S)
    if found is None:
        words = {"format": format, "words": "The whole case is being written out. This page asks again by itself."}
        reply = answer(request, host, Page("publishing.html", "Publishing", words, [words]))
        reply.headers["refresh"] = "3"
        return reply
    if found.code:
        raise BadInput(found.told.strip().removeprefix("sayso: ") or "it could not be written")
    headers = {
        "content-disposition": f'attachment; filename="assessment.{format}"',
        "content-security-policy": "sandbox; default-src 'none'",
    }
    return Response(path.read_bytes(), media_type=FORMATS[format], headers=headers)


@get("/questions", sync_to_thread=True)
def questions(request: Asked, host: Hosted, format: FromQuery[Format] = "html") -> Response[Any]:
    """What is asked before the assessment leaves the desk."""
    last = host.desk.answered(names=host.names)
    rows = [{"name": name, "question": words, "answer": (last["value"] if last else {}).get(name, "")}
            for name, words in QUESTIONS]  # fmt: skip
    context = {"rows": rows, "last": last, "format": format, "formats": FORMATS}
    return answer(request, host, Page("questions.html", "Before publishing", context, rows))


@post("/do/answers", sync_to_thread=True)
def answers(request: Asked, host: Hosted, data: JSONBody[Answers]) -> Response[Any]:
    """The answers are in the log, and the assessment is published as it was asked for."""
    given = {name: value for name, _ in QUESTIONS if (value := getattr(data, name))}
    row = host.desk.answer(given, why=data.why, who=coder_of(request))
    return done(request, host, "answered", [row], f"/publish?format={data.format}", 0.0)


HANDLERS = (assessment, write, confirm, remove, publish, questions, answers)
