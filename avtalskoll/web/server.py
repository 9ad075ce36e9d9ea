"""The server: on this machine only, never waiting for ever, ended by Ctrl-C without a word."""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from avtalskoll.errors import WrongUseError
from avtalskoll.web.allowance import Allowance
from avtalskoll.web.app import create_app

HOST = "127.0.0.1"
DEFAULT_PORT = 8765
_NEAR = 20
_GOODBYE = 2


def serve(port: int | None, started: Callable[[str], None], allowance: Allowance | None = None) -> None:
    """Serve the page until Ctrl-C. `started` is told the address once the page answers.

    Without a port the usual one is taken, or the next that is free. Raises WrongUseError for a port that is taken.
    """
    allowance = allowance or Allowance()
    listening = _listening(port)
    own_port: int = listening.getsockname()[1]
    # Nothing of a request, and no traceback, is ever written anywhere.
    quiet = logging.getLogger("uvicorn")
    quiet.addHandler(logging.NullHandler())
    quiet.propagate = False
    config = uvicorn.Config(
        create_app(own_port, allowance),
        http=_patient(allowance.head_seconds),
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        limit_concurrency=allowance.connections,
        timeout_graceful_shutdown=_GOODBYE,
        backlog=128,
    )
    server = _Server(config, lambda: started(f"http://{HOST}:{own_port}/"))
    if hasattr(signal, "SIGHUP"):  # the window was closed
        signal.signal(signal.SIGHUP, server.handle_exit)
    with suppress(KeyboardInterrupt):
        asyncio.run(server.serve([listening]))


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, started_telling: Callable[[], None]) -> None:
        super().__init__(config)
        self._telling = started_telling

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._telling()


def _listening(port: int | None) -> socket.socket:
    wanted = [port] if port is not None else [*range(DEFAULT_PORT, DEFAULT_PORT + _NEAR), 0]
    for one in wanted:
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if sys.platform == "win32":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, one))
            listening.listen(128)
        except OSError:
            listening.close()
        else:
            return listening
    raise WrongUseError(
        f"Port {port} är upptagen eller får inte användas; välj en annan med --port, eller utelämna --port så väljs en "
        "ledig."
    )


def _patient(seconds: float) -> type[H11Protocol]:
    """A protocol that closes a connection whose request has not become whole in so many seconds."""

    class Patient(H11Protocol):
        _closing: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self._watch()

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            self._watch()

        def connection_lost(self, exc: Exception | None) -> None:
            self._stop_watching()
            super().connection_lost(exc)

        def _watch(self) -> None:
            answered = self.cycle is None or self.cycle.response_complete
            if self.conn.their_state is not h11.IDLE or not answered:
                self._stop_watching()
            elif self._closing is None:
                self._closing = self.loop.call_later(seconds, self._close)

        def _close(self) -> None:
            if not self.transport.is_closing():
                self.transport.abort()

        def _stop_watching(self) -> None:
            if self._closing is not None:
                self._closing.cancel()
                self._closing = None

    return Patient
