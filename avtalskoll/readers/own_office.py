"""Word and Excel files that this program has written: proposals, overviews and annotated copies of agreements."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

_CREATOR = re.compile(rb"<dc:creator>\s*avtalskoll\b")
_AUTHOR = re.compile(rb"""\bauthor=["']avtalskoll["']""")
_COMMENTS = re.compile(r"(?:[^/]+/)*comments\d*\.xml", re.IGNORECASE)
_MOST_PARTS = 4
_CORE_BYTES = 2**14
_COMMENTS_BYTES = 2**22
_END_BYTES = 2**16 + 22
_DIRECTORY_BYTES = 2**24


def is_own_office(file: Path | bytes) -> bool:
    """Whether a file is one of them, by its content: the creator it names, or comments by this program.

    It stays so when it has been saved anew in Word. Never raises: what cannot be opened is not the program's own.
    """
    try:
        with io.BytesIO(file) if isinstance(file, bytes) else file.open("rb") as stream:
            if stream.read(4) != b"PK\x03\x04" or not _has_bounded_directory(stream):
                return False
            with zipfile.ZipFile(stream) as archive:
                names = archive.namelist()
                if "docProps/core.xml" in names and _CREATOR.search(_start(archive, "docProps/core.xml", _CORE_BYTES)):
                    return True
                comments = [name for name in names if _COMMENTS.fullmatch(name)][:_MOST_PARTS]
                return any(_AUTHOR.search(_start(archive, name, _COMMENTS_BYTES)) for name in comments)
    except Exception:  # zipfile has many ways to say that a package is damaged
        return False


def _has_bounded_directory(stream: io.BufferedIOBase) -> bool:
    """Whether the list of parts is of a size that is safe to read."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - _END_BYTES))
    end = stream.read(_END_BYTES)
    place = end.rfind(b"PK\x05\x06")
    return place >= 0 and int.from_bytes(end[place + 12 : place + 16], "little") <= _DIRECTORY_BYTES


def _start(archive: zipfile.ZipFile, name: str, size: int) -> bytes:
    with archive.open(name) as part:
        return part.read(size)
