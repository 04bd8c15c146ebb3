"""Quotes, hashes, origins and matters of a sheet, worked out again from its passages and claims."""

from __future__ import annotations

from sayso.model.claim import claim_id
from sayso.model.ids import sha256_of
from sayso.tell.index import UNREAL, Index, Row, counts, is_contrary, is_hearsay, taken_back, words_at
from sayso.tell.numbers import numbers
from sayso.tell.passages import spans_of


def passage_complaints(index: Index) -> list[str]:
    """Passages whose hash or length is not what they state, or whose report is not carried."""
    found = []
    for passage in index.sheet["passages"]:
        digest = sha256_of(passage["text"].encode("utf-8", "surrogatepass"))
        if digest != passage["sha256"]:
            found.append(f"passage {passage['id']}: its hash is {digest}, the file states {passage['sha256']}")
        if len(passage["text"]) != passage["end"] - passage["start"]:
            found.append(f"passage {passage['id']}: its words are not as long as its place")
        if passage["report"] not in index.reports:
            found.append(f"passage {passage['id']}: its report is not carried")
    return found


def claim_complaints(index: Index) -> list[str]:
    """Claims whose words do not stand where they say, or whose id is not the hash of what they say."""
    found = []
    for claim in index.sheet["claims"]:
        id = claim["id"]
        for kind, start, end, words in spans_of(claim):
            stands = words_at(index, claim["report"], start, end)
            if stands is None:
                found.append(f"claim {id}: the passage of its {kind} ({start} to {end}) is not carried")
            elif stands != words:
                found.append(f"claim {id}: its {kind} is “{words}”, its report has “{stands}” at {start} to {end}")
        made = (claim["supersedes"], claim["edit"]) if claim.get("supersedes") else None
        again = claim_id(claim["report"], claim["start"], claim["end"], claim["indicator"], claim["codebook"], made)
        if again != id:
            found.append(f"claim {id}: its report, place and indicator give the id {again}")
        found += _belonging(index, claim)
    return found


def _belonging(index: Index, claim: Row) -> list[str]:
    report = index.reports.get(claim["report"])
    if report is None:
        return [f"claim {claim['id']}: its report {claim['report']} is not carried"]
    last = claim["chain"][-1]["name"]
    if last != report["outlet"]:
        return [f"claim {claim['id']}: its chain ends with {last}, its report is of {report['outlet']}"]
    return []


def origin_complaints(index: Index) -> list[str]:
    """Origins whose claims, reports or outlets are not those of the claims that name them."""
    found = []
    held: dict[str, list[str]] = {}
    for claim in index.sheet["claims"]:
        if claim["origin"]:
            held.setdefault(claim["origin"], []).append(claim["id"])
    for id in sorted({*held, *index.origins}):
        stated = index.origins.get(id, {"claims": [], "reports": [], "outlets": []})
        claims = sorted(held.get(id, []))
        reports = sorted({index.claims[claim]["report"] for claim in claims})
        outlets = sorted({str(index.reports.get(report, {}).get("outlet") or "") for report in reports} - {""})
        for name, given, again in (
            ("claims", stated["claims"], claims),
            ("reports", stated["reports"], reports),
            ("outlets", stated["outlets"], outlets),
        ):
            if sorted(given) != again:
                found.append(
                    f"origin {id}: the file states {_list(given)} as its {name}, its claims give {_list(again)}"
                )
    return found


def _list(ids: list[str]) -> str:
    return ", ".join(ids) or "none"


def tie_complaints(index: Index) -> list[str]:
    """Ties with an end that is not carried, or none at all."""
    found = []
    for tie in index.sheet["ties"]:
        for name, end in (("from", tie["from"]), ("to", tie["to"])):
            if end is None and name == "to" and tie["to_name"]:
                continue
            if end not in index.claims and end not in index.reports:
                found.append(f"tie {tie['id']}: its end “{name}”, {end}, is not carried")
    return found


def matter_complaints(index: Index) -> list[str]:
    """Matters whose claims are not carried, or whose numbers their claims do not give."""
    known = numbers(index)
    found = []
    for matter in index.sheet["matters"]:
        id = matter["id"]
        absent = [claim for claim in matter["claims"] if claim not in index.claims]
        found += [f"matter {id}: its claim {claim} is not carried" for claim in absent]
        for name in ("reports", "outlets", "accepted"):
            again = known[f"{id}:{name}"].value
            if matter[name] != again:
                found.append(f"matter {id}: the file states {matter[name]} as its {name}, its claims give {again}")
        found += [f"matter {id}: {each}" for each in _origins(index, matter)]
        found += [f"matter {id}: {each}" for each in _values(index, matter)]
    return found


def _origins(index: Index, matter: Row) -> list[str]:
    out = taken_back(matter)
    held = [claim for claim in index.of(matter["claims"]) if counts(claim) and claim["id"] not in out]
    contrary = [claim for claim in held if is_contrary(claim)]
    real = [claim for claim in held if not is_contrary(claim) and claim["certainty"] not in UNREAL]
    near = [
        claim
        for claim in index.of(matter["possible"])
        if not is_contrary(claim) and claim["certainty"] not in UNREAL and claim["id"] not in out
    ]
    certain = not near and all(claim["certainty"] != "possible" for claim in real)
    return _interval("origins", matter["origins"], real + near, certain) + _interval(
        "origins against it", matter["against"], contrary, True
    )


def _interval(name: str, stated: Row, claims: list[Row], certain: bool) -> list[str]:
    """A count against its own claims: the high end is the origins they go back to, hearsay beside others left out;
    where some are only possibly of the matter, these may add origins that other matters name, so that the origins are a
    bound."""
    origins = {claim["origin"] for claim in claims}
    named = {claim["origin"] for claim in claims if not is_hearsay(claim)}
    most = len(named) or min(1, len(origins))
    low, high, ids, groups = stated["low"], stated["high"], stated["ids"], stated["groups"]
    found = []
    if not 0 <= low <= high:
        found.append(f"its {name} run from {low} to {high}")
    if set(ids) - origins:
        found.append(f"its {name} {_list(sorted(set(ids) - origins))} have no claim in it")
    if certain and (high != most or len(set(ids)) != most or (named and set(ids) != named)):
        found.append(f"the file states {high} {name} at most, its claims give {most}")
    if sorted({each for group in groups for each in group}) != sorted(ids):
        found.append(f"the groups of its {name} are not its {name}")
    if certain and low > len(groups):
        found.append(f"the file states {low} {name} at least, its groups give {len(groups)}")
    return found


def _values(index: Index, matter: Row) -> list[str]:
    """Values must be given by the claims that they name."""
    found = []
    for group in matter["quantities"]:
        for claim in index.of(group["claims"]):
            given = claim["quantity"]
            if given is None or (given["low"], given["high"], given["unit"]) != (
                group["low"],
                group["high"],
                group["unit"],
            ):
                found.append(
                    f"claim {claim['id']} does not give the value {group['low']} to {group['high']} {group['unit']}"
                )
    return found
