"""The part of a picture that explaining one id needs; a large case would otherwise be told whole for one line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sayso.model.picture import Picture


def narrowed(picture: Picture, id: str) -> Picture:
    """The picture with the claims, matters, origins and ties around an id; all reports stay, as counts need them.

    The picture comes back whole for an id that is not one of these, such as a number's.
    """
    start = _around(picture, id)
    if not start:
        return picture
    matters = tuple(matter for matter in picture.matters if not start.isdisjoint((*matter.claims, *matter.possible)))
    wide = start | {claim for matter in matters for claim in (*matter.claims, *matter.possible)}
    origins = {claim.origin for claim in picture.claims if claim.id in wide}
    kept = tuple(origin for origin in picture.origins if origin.id in origins)
    reports = {claim.report for claim in picture.claims if claim.id in wide}
    return replace(
        picture,
        claims=tuple(claim for claim in picture.claims if claim.id in wide),
        matters=matters,
        origins=kept,
        ties=tuple(tie for tie in picture.ties if {tie.id, tie.source, tie.target or ""} & (wide | reports | {id})),
    )


def _around(picture: Picture, id: str) -> set[str]:
    """The claims that an id speaks of."""
    if any(claim.id == id for claim in picture.claims):
        return {id}
    return set(
        _of(id, ((matter.id, matter.claims) for matter in picture.matters))
        or _of(id, ((origin.id, origin.claims) for origin in picture.origins))
    )


def _of(id: str, pairs: Iterable[tuple[str, tuple[str, ...]]]) -> tuple[str, ...]:
    return next((claims for known, claims in pairs if known == id), ())
