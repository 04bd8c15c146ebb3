"""A desk that runs in a thread, and a client of it that says exactly what it is told to say."""

from __future__ import annotations

import http.client
import json
import re
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlencode

from sayso.web.serving import Served


class Answer:
    """What came back."""

    def __init__(self, status: int, headers: http.client.HTTPMessage, body: bytes) -> None:
        self.status, self.headers, self.body = status, headers, body

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8")

    @property
    def json(self) -> Any:
        """The body, decoded."""
        return json.loads(self.body)


class Desk:
    """A served case with one session, in the name of "Ana"."""

    def __init__(self, folder: Path, coder: str = "Ana") -> None:
        self.served = Served(folder)
        self.port = self.served.port
        self._thread = threading.Thread(target=self.served.run, daemon=True)
        self._coder = coder
        self.cookie = ""

    def __enter__(self) -> Self:
        self._thread.start()
        self.cookie = self.entered(self.served.address())
        assert self.post("/do/name", coder=self._coder).status == 303
        self.settled()  # what a served case is made ready with at first is no part of any test
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.served.stop()
        self._thread.join(30)

    def entered(self, address: str) -> str:
        """The cookie of a session that the address opens."""
        path = re.sub(r"^http://[^/]+", "", address)
        for _ in range(400):
            try:
                answer = self.ask("GET", path, {})
                break
            except ConnectionError:
                time.sleep(0.05)
        else:
            raise AssertionError("the desk did not start")
        assert answer.status == 303, answer.text
        return answer.headers["set-cookie"].partition(";")[0]

    def ask(self, method: str, path: str, headers: dict[str, str], body: bytes | None = None) -> Answer:
        """The answer to exactly that."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.putrequest(method, path, skip_host="Host" in headers, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name, value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            found = connection.getresponse()
            return Answer(found.status, found.headers, found.read())
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> Answer:
        """The page at that address, as the session's browser asks for it."""
        return self.ask("GET", path, {"Cookie": self.cookie, "Sec-Fetch-Site": "same-origin", **headers})

    def post(self, path: str, **fields: Any) -> Answer:
        """The answer to a form of the session's browser."""
        headers = {
            "Cookie": self.cookie,
            "Sec-Fetch-Site": "same-origin",
            "Origin": "null",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        return self.ask("POST", path, headers, urlencode(fields, doseq=True).encode())

    def send(self, path: str, body: bytes, kind: str = "application/json") -> Answer:
        """The answer to a body as it stands."""
        headers = {"Cookie": self.cookie, "Sec-Fetch-Site": "same-origin", "Content-Type": kind}
        return self.ask("POST", path, headers, body)

    def settled(self) -> None:
        """Counts are up to date."""
        assert self.served.host.settling.wait(180)
