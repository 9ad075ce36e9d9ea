"""Whose request it is: a cookie that only this program can have made, and a word in every form that belongs to it."""

from __future__ import annotations

import hmac
import secrets

from starlette.requests import Request
from starlette.responses import Response

from avtalskoll.web.refusal import form_too_old

_COOKIE = "avtalskoll"
_BYTES = 32


class Sessions:
    """Tells visitors apart. Nothing is stored: a cookie bears its own seal, under a key that dies with the program."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(_BYTES)

    def of(self, request: Request) -> str:
        """Who asks; a new visitor where the cookie is missing or not one of ours."""
        if not hasattr(request.state, "session"):
            name, _, seal = request.cookies.get(_COOKIE, "").partition(".")
            known = hmac.compare_digest(seal.encode(), self._seal("visitor", name).encode())
            request.state.session = name if name and known else secrets.token_urlsafe(_BYTES)
            request.state.is_new = not (name and known)
        return str(request.state.session)

    def form_word(self, request: Request) -> str:
        """What a form on a page for this visitor must send back."""
        return self._seal("form", self.of(request))

    def check_form(self, request: Request, word: str) -> None:
        """Raise Refusal for a form that was not made for this visitor."""
        if not hmac.compare_digest(word.encode(), self.form_word(request).encode()):
            raise form_too_old()

    def remember(self, request: Request, response: Response) -> Response:
        """The response, with the cookie where the visitor is new. A page that is closed ends the visit."""
        session = self.of(request)
        if request.state.is_new:
            cookie = f"{session}.{self._seal('visitor', session)}"
            response.set_cookie(_COOKIE, cookie, httponly=True, samesite="strict", path="/")
        return response

    def _seal(self, purpose: str, name: str) -> str:
        return hmac.new(self._key, f"{purpose}:{name}".encode(), "sha256").hexdigest()
