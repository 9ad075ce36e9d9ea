"""Packages taken apart and put together, and bytes changed."""

from __future__ import annotations

import io
import warnings
import zipfile
from random import Random

_Entries = dict[str, bytes]


def entries_of(data: bytes) -> _Entries:
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(entries: _Entries | list[tuple[str, bytes]], stored: bool = False) -> bytes:
    """A package of the parts; a list may hold a name twice. The same parts give the same bytes."""
    target = io.BytesIO()
    method = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w", method) as archive:
        warnings.simplefilter("ignore")
        for name, content in entries.items() if isinstance(entries, dict) else entries:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return target.getvalue()


def main_part(entries: _Entries) -> str:
    """The part that holds the text."""
    return "word/document.xml" if "word/document.xml" in entries else "content.xml"


def flipped(data: bytes, random: Random, start: int, end: int) -> bytes:
    """The data with a few bytes changed between two places."""
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 5, 20))):
        changed[random.randrange(max(start, 0), end)] = random.randrange(256)
    return bytes(changed)
