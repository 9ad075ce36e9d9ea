"""The door: who may ask for what, and how every answer leaves. Nothing behind it is reached by another web page."""

from __future__ import annotations

from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from avtalskoll.web.allowance import Allowance
from avtalskoll.web.receiving import Receiving
from avtalskoll.web.refusal import Refusal, not_from_here, too_large

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_READING = ("GET", "HEAD")


ShowRefusal = Callable[[Request, Refusal], Response]
"""Makes the page of a refusal."""


class Guard:
    """Wraps the application.

    A request is let in where its Host is this machine by name or number and this port (a name that an attacker has
    pointed here is not), where the browser does not say that another site caused it, and, for a form, where Origin or
    Referer say that the form is this page's own. Bodies are counted while they are received.
    """

    def __init__(self, app: ASGIApp, port: int, allowance: Allowance, show: ShowRefusal) -> None:
        self._app = app
        self._hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost")}
        if port == 80:
            self._hosts |= {"127.0.0.1", "localhost"}
        self._allowance = allowance
        self._show = show

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or let it in."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        receiving = Receiving(receive, self._allowance)
        headers = Headers(scope=scope)
        sealed = _sealed(send)
        if not self._is_here(headers):
            await Response("Felaktig adress.", 421, media_type="text/plain")(scope, receive, sealed)
            return
        try:
            self._check(scope["method"], headers)
        except Refusal as refusal:
            await receiving.drain()
            await self._show(Request(scope), refusal)(scope, receive, sealed)
            return
        await self._app(scope, receiving, sealed)

    def _is_here(self, headers: Headers) -> bool:
        hosts = headers.getlist("host")
        return len(hosts) == 1 and hosts[0].lower() in self._hosts

    def _check(self, method: str, headers: Headers) -> None:
        if any(site not in ("same-origin", "none") for site in headers.getlist("sec-fetch-site")):
            raise not_from_here()
        if method in _READING:
            return
        own = "http://" + headers["host"].lower()
        origins, referers = headers.getlist("origin"), headers.getlist("referer")
        ours = all(o == own for o in origins) and all(r.startswith(own + "/") for r in referers)
        if not (ours and (origins or referers)):
            raise not_from_here()
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._allowance.upload_bytes:
            raise too_large(self._allowance.upload_words)


def _sealed(send: Send) -> Send:
    """Send with the headers that every answer bears; one that says how long it may be kept keeps its word."""

    async def sealed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return sealed
