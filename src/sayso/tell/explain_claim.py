"""A claim explained: its words marked in their sentence, its chain hop by hop, its slots, why it counts or not."""

from __future__ import annotations

from sayso.tell.findings import origin_label
from sayso.tell.index import Index, Row, counts, is_contrary, standing, taken_back, unseen, who, words_at
from sayso.tell.passages import spans_of
from sayso.tell.phrases import date_words, value_of

#: What stands around marked words; the claim's own are the heaviest.
_BRACKETS = {"claim": ("⟦", "⟧"), "source": ("{", "}"), "cue": ("<", ">")}


#: So many claims of the same origin are named before the rest is only counted.
_SHARED = 6


def quoted(words: str | None) -> str:
    """Words in quotation marks, or that they are not carried here."""
    return f"“{words}”" if words is not None else "(words not carried here)"


def claim_lines(index: Index, claim: Row) -> list[str]:
    """Everything there is to say of one claim."""
    report = index.reports.get(claim["report"], {})
    lines = [
        f"claim {claim['id']}: {claim['indicator']}, {claim['certainty']}{', negated' if claim['negated'] else ''}, "
        f"stage {claim['stage']}, scope {claim['scope']}",
        f"  {report.get('outlet') or 'outlet not known'}, {report.get('published') or 'undated'}, {claim['path']}, "
        f"characters {claim['start']} to {claim['end']}; report {claim['report']}",
        f"  {marked(index, claim)}",
        "  (⟦claim⟧ {source} <cue>)",
        "chain, nearest to the knowledge first:",
        *(f"  {at}. {hop_words(hop)}" for at, hop in enumerate(claim["chain"], 1)),
    ]
    told = slots(claim)
    if told:
        lines += ["what was written, and what we make of it:", *(f"  {slot}" for slot in told)]
    lines += _standing(index, claim)
    return [*lines, f"made by {claim['maker']['name']} {claim['maker']['version']}; {claim['review']}"]


def marked(index: Index, claim: Row) -> str:
    """The claim's sentence with claim, sources and cues in brackets."""
    low, high = claim["sentence"]
    spans = [(kind, start, end) for kind, start, end, _ in spans_of(claim) if kind in _BRACKETS]
    inside = sorted({span for span in spans if low <= span[1] and span[2] <= high})
    words = words_at(index, claim["report"], low, low + len(claim["quote"]) if high < low else high)
    if words is None:
        passage = index.passages.get(claim["passages"][0]) if claim["passages"] else None
        if passage is None:
            return quoted(claim["quote"])
        low, words = passage["start"], passage["text"]
    marks: dict[int, str] = {}
    for kind, start, end in sorted(inside, key=lambda span: span[1] - span[2]):
        opening, closing = _BRACKETS[kind]
        marks[start] = marks.get(start, "") + opening
        marks[end] = closing + marks.get(end, "")
    return "".join(marks.get(low + at, "") + sign for at, sign in enumerate(words)) + marks.get(low + len(words), "")


def hop_words(hop: Row) -> str:
    """One hop in a line: who, what kind, on which side, by which cue, how sure."""
    parts = [who(hop)]
    if hop["name"] and hop["written"] and hop["name"] != hop["written"]:
        parts[0] += f" (“{hop['written']}”)"
    parts.append(hop["kind"] + ("" if hop["named"] else ", not named"))
    parts.append(f"side {hop['side']}")
    if hop["cue"]:
        parts.append(f"by “{hop['cue']['written']}” at {hop['cue']['start']}")
    elif hop["inferred"]:
        parts.append("carried on from the passage before, no cue here")
    parts.append(hop["certainty"])
    if hop["access"] != "unstated":
        parts.append(f"access: {hop['access']}")
    if hop["affiliation"]:
        parts.append(f"of {hop['affiliation']}")
    if unseen(hop):
        parts.append("own report not in the case" if hop["seen"] == "no" else "own report in a language not read")
    return "; ".join(parts)


def slots(claim: Row) -> list[str]:
    """The slots of a claim: what was written, and what we make of it."""
    told = []
    if claim["actor"]:
        part = f", {claim['actor']['part']}" if claim["actor"]["part"] else ""
        told.append(f"of whom: “{claim['actor']['written']}” = {claim['actor']['name']}{part}")
    if claim["other"]:
        told.append(f"with whom: “{claim['other']['written']}” = {claim['other']['name']}")
    if claim["quantity"]:
        q = claim["quantity"]
        about = "about " if q["about"] else ""
        per = f" per {q['per']}" if q["per"] else ""
        value = value_of(q["low"], q["high"], q["unit"], q["measure"], q["of"])
        told.append(f"how many: “{q['written']}” = {about}{value}{per} ({q['measure']})")
    told += [
        f"{place['role']}: “{place['written']}” = {place['name']} ({place['precision']})" for place in claim["places"]
    ]
    if claim["time"]:
        t = claim["time"]
        written = f"“{t['written']}” = " if t["written"] else ""
        told.append(f"when: {written}{date_words(t['edtf'])} ({t['basis']})")
    if claim["reason"]:
        told.append(f"reason: {', '.join(claim['reason'])}")
    told += [
        f"{key.replace('_', ' ')}: {claim[key]}" for key in ("trend", "change_of", "part_of", "custody") if claim[key]
    ]
    return told


def why_not(claim: Row, matter: Row) -> str:
    """Why a claim does not stand for its matter."""
    if not counts(claim):
        return f"it was {claim['review']} by a decision"
    if claim["id"] in taken_back(matter):
        return "its outlet took it back, it rests on what was taken back, or it only tells that again"
    if is_contrary(claim):
        return "it counts against" if claim["certainty"] == "denied" else "it says the contrary"
    if claim["certainty"] in ("predicted", "asked"):
        return f"what is {claim['certainty']} has not been said to have happened"
    return "possibly the same; it may raise the high count alone" if claim["id"] in matter["possible"] else ""


def _standing(index: Index, claim: Row) -> list[str]:
    origin = index.origins.get(claim["origin"])
    lines = []
    if origin:
        others = [each for each in origin["claims"] if each != claim["id"]]
        more = f" and {len(others) - _SHARED:,} more" if len(others) > _SHARED else ""
        shared = f" Shared with {', '.join(others[:_SHARED])}{more}." if others else ""
        lines.append(
            f"origin {origin['id']}: {origin_label(index, origin['id'])} ({origin['kind']}): {origin['why']}{shared}"
        )
    lines += [
        f"tie {tie['id']}: {tie['type']} with {_other_end(tie, claim['id'])}: {tie['why']}"
        for tie in index.ties_of.get(claim["id"], [])
    ]
    for matter in index.matters_of.get(claim["id"], []):
        told = standing(index.of(matter["claims"]), matter)
        words = "it stands for it" if claim in told else f"not counted for it: {why_not(claim, matter)}"
        lines.append(f"matter {matter['id']}: {words}")
    return lines or ["it belongs to no matter"]


def _other_end(tie: Row, id: str) -> str:
    return str((tie["to"] or tie["to_name"]) if tie["from"] == id else tie["from"])
