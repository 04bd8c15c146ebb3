"""Identity is a hash of what a thing says, so the same input gives the same ids on every machine."""

from __future__ import annotations

from hashlib import blake2b, sha256

#: 64 bits: at ten million claims the chance of any collision is below 3 in a million.
_ID_BYTES = 8


def id_of(letter: str, *parts: object) -> str:
    """The id of a thing: its kind's letter and 16 hex digits of BLAKE2b over its parts."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return letter + blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=_ID_BYTES).hexdigest()


def sha256_of(data: bytes) -> str:
    """The SHA-256 of some bytes, in hex."""
    return sha256(data).hexdigest()


def matter_id(claim_id: str) -> str:
    """The id of the matter named by its least claim id."""
    return "m" + claim_id[1:]


def origin_id(claim_id: str) -> str:
    """The id of the origin named by its least claim id."""
    return "o" + claim_id[1:]
