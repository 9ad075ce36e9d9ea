"""A file of the run as a relative reference, so that an output tells nothing of the machine it was made on."""

from __future__ import annotations

import re
from urllib.parse import quote

_ABSOLUTE = re.compile(r"^(?:/|[A-Za-z]:/)")


def relative_uri(file: str) -> str:
    """The path percent-encoded. Of an absolute path only the file's own name is left."""
    return quote(relative_path(file), safe="/")


def relative_path(file: str) -> str:
    """The path with forward slashes, without a leading "./". Of an absolute path only the file's own name is left."""
    path = file.replace("\\", "/") if re.match(r"^[A-Za-z]:\\", file) else file
    if _ABSOLUTE.match(path):
        path = path.rstrip("/").rpartition("/")[2]
    while path.startswith("./"):
        path = path[2:].lstrip("/")
    return path or "."
