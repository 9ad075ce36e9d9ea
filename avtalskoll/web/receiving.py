"""Receiving a body: counted as it comes, and never waited for without end."""

from __future__ import annotations

import asyncio
import time

from starlette.types import Message, Receive

from avtalskoll.web.allowance import Allowance
from avtalskoll.web.refusal import too_large, too_slow


class Receiving:
    """Stands for ASGI's `receive`. Raises Refusal where the body is too large or its sender too slow."""

    def __init__(self, receive: Receive, allowance: Allowance) -> None:
        self._receive = receive
        self._allowance = allowance
        self._deadline = time.monotonic() + allowance.upload_seconds
        self._whole = False
        self.received = 0

    async def __call__(self) -> Message:
        """The next piece of the body, or that the sender has gone."""
        if self._whole:
            return await self._receive()  # only whether the other end is still there
        message = await self._next()
        if self.received > self._allowance.upload_bytes:
            await self.drain()
            raise too_large(self._allowance.upload_words)
        return message

    async def drain(self) -> None:
        """Receive what is left and throw it away: a browser shows no answer before it has sent all."""
        while not self._whole and self.received <= self._allowance.drain_bytes:
            try:
                message = await self._next()
            except Exception:
                return
            if message["type"] != "http.request":
                return

    async def _next(self) -> Message:
        left = min(self._allowance.chunk_seconds, self._deadline - time.monotonic())
        try:
            message = await asyncio.wait_for(self._receive(), max(left, 0))
        except asyncio.TimeoutError:  # noqa: UP041 - another class than TimeoutError before Python 3.11
            raise too_slow() from None
        if message["type"] != "http.request":
            self._whole = True
            return message
        self.received += len(message.get("body", b""))
        self._whole = not message.get("more_body", False)
        return message
