"""A file to save."""

from __future__ import annotations

from urllib.parse import quote

from starlette.responses import Response

from avtalskoll.web.file_label import file_label

_OFFICE = "application/vnd.openxmlformats-officedocument"
_KINDS = {
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "zip": "application/zip",
}


def attachment(name: str, content: bytes) -> Response:
    """A response that is saved under the name, never shown as a page of this program's own."""
    label = file_label(name)
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "-_. ") else "_" for c in label)
    return Response(
        content,
        media_type=_KINDS.get(label.rsplit(".", 1)[-1], "application/octet-stream"),
        headers={"Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(label, safe='')}"},
    )
