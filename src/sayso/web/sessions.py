"""Who may look: one-time tokens, exchanged for sessions; secrets are compared by their hashes alone."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock

#: A session that nobody used for so long is over; a working day and an evening.
IDLE_S = 14 * 3600.0

#: So many wrong tokens a minute are answered; with 256 random bits in a token nobody guesses one anyway.
WRONG_A_MINUTE = 10

#: The longest name of a coder; it stands in every decision.
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Flash:
    """What was just done, and the numbers of the decisions that an undo takes back."""

    words: str
    undo: tuple[int, ...] = ()


@dataclass(slots=True)
class Session:
    """One browser that showed a token; `coder` is empty until the person says who decides."""

    id: str
    coder: str
    opened: float
    seen: float
    theme: str = ""
    open_graphic: bool = False
    since: int = 0  # the last decision of this person before the session
    flash: Flash | None = None

    def taken(self) -> Flash | None:
        """What was just done, told once."""
        flash, self.flash = self.flash, None
        return flash


class Doors:
    """The tokens that open a session once, and the sessions that are open."""

    def __init__(self, clock: Callable[[], float], secret: Callable[[], str]) -> None:
        self._clock, self._secret = clock, secret
        self._tokens: set[str] = set()
        self._sessions: dict[str, Session] = {}
        self._wrong: deque[float] = deque(maxlen=WRONG_A_MINUTE)
        self._lock = Lock()

    def token(self) -> str:
        """A new token that opens one session."""
        made = self._secret()
        with self._lock:
            self._tokens.add(_hashed(made))
        return made

    @property
    def besieged(self) -> bool:
        """Whether so many wrong tokens came within a minute that none is looked at for now."""
        with self._lock:
            return len(self._wrong) == WRONG_A_MINUTE and self._clock() - self._wrong[0] < 60

    def enter(self, token: str) -> str | None:
        """The secret of a new session, or None where the token opens nothing; a token opens once."""
        with self._lock:
            known = _hashed(token)
            if known not in self._tokens:
                self._wrong.append(self._clock())
                return None
            self._tokens.discard(known)
            secret = self._secret()
            now = self._clock()
            self._sessions[_hashed(secret)] = Session(_hashed(secret)[:12], "", now, now)
        return secret

    def session(self, secret: str) -> Session | None:
        """The open session of that secret."""
        with self._lock:
            found = self._sessions.get(_hashed(secret))
            if found is None:
                return None
            now = self._clock()
            if now - found.seen > IDLE_S:
                del self._sessions[_hashed(secret)]
                return None
            found.seen = now
        return found

    def lock(self) -> int:
        """How many sessions were open; none is now, and no token opens one."""
        with self._lock:
            open = len(self._sessions)
            self._sessions.clear()
            self._tokens.clear()
        return open


def _hashed(secret: str) -> str:
    """What a secret is kept as: a look-up by it tells nothing of the secret by the time it takes."""
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
