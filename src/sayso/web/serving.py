"""The desk on this machine's own address, until it is stopped."""

from __future__ import annotations

import secrets
import socket
import time
from collections.abc import Callable
from pathlib import Path

import uvicorn

from sayso.model.errors import BadInput
from sayso.web.app import application
from sayso.web.host import Host
from sayso.web.sessions import Doors

#: The only address: nobody else on the network reaches the desk.
ADDRESS = "127.0.0.1"


class Served:
    """A case's desk, bound to its port, not yet running."""

    def __init__(self, folder: Path, port: int = 0, *, names: bool = False) -> None:
        self.doors = Doors(time.monotonic, lambda: secrets.token_urlsafe(32))
        self.host = Host(folder, self.doors, names=names)
        self._socket = _bound(port)
        self.port: int = self._socket.getsockname()[1]
        config = uvicorn.Config(
            application(self.host, self.port),
            log_level="error",
            access_log=False,
            server_header=False,
            date_header=False,
            lifespan="on",
            proxy_headers=False,
            timeout_keep_alive=30,
            timeout_graceful_shutdown=3,
        )
        self._server = uvicorn.Server(config)

    def address(self) -> str:
        """The address that opens one session, once."""
        return f"http://{ADDRESS}:{self.port}/start?token={self.doors.token()}"

    def run(self, ready: Callable[[], None] = lambda: None) -> None:
        """Serves until it is stopped; says when it is ready."""
        self.host.settling.ask()
        ready()
        self._server.run(sockets=[self._socket])

    def stop(self) -> None:
        """The desk ends after the answers that are under way."""
        self._server.should_exit = True


def _bound(port: int) -> socket.socket:
    # Named as TCP, so that no packet waits for the one before it to be received: that took 40 ms of every page.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((ADDRESS, port))
    except OSError as error:
        raise BadInput(
            f"the port cannot be used ({error.strerror}); name another with --port", f"{ADDRESS}:{port}", exit_code=1
        ) from error
    listening.listen(128)  # whoever reads the printed address may come before the first answer is ready
    return listening
