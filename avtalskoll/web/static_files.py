"""The style, script and icon of the pages: a few files, known by name, read once."""

from __future__ import annotations

import hashlib
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from avtalskoll.web.refusal import not_found

_OWN = Path(__file__).parent / "static"
_REPORTS = Path(__file__).parent.parent / "reports" / "static"
_KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


class StaticFiles:
    """What is served under /static/. A name that is not in the list leads nowhere, whatever it looks like."""

    def __init__(self) -> None:
        paths = sorted([*_OWN.iterdir(), *_REPORTS.glob("*.css")])
        self._files = {path.name: (path.read_bytes(), _KINDS[path.suffix]) for path in paths if path.suffix in _KINDS}
        self._version = hashlib.sha256(b"".join(data for data, _ in self._files.values())).hexdigest()[:12]

    def address(self, name: str) -> str:
        """Where the file is, with its version, so that it can be kept by the browser as long as it likes."""
        return f"/static/{self._version}/{name}"

    async def answer(self, request: Request) -> Response:
        """Answer a request for a file."""
        name, version = request.path_params["name"], request.path_params["version"]
        if name not in self._files or version != self._version:
            raise not_found()
        data, kind = self._files[name]
        return Response(data, media_type=kind, headers={"Cache-Control": "private, max-age=86400"})
