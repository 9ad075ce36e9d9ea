"""A zip with some entries replaced: all the others are copied as the bytes that they are."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_SENTINEL, _STORED, _DEFLATED = 0xFFFFFFFF, 0, 8
_HAS_DESCRIPTOR, _UTF_8 = 0x08, 0x800
_NEW_DATE = 0x21
"""1 January 1980, the first day that a zip knows: a new entry depends on no clock."""


class OddZipError(Exception):
    """The zip is built in a way that cannot be copied entry by entry."""


@dataclass(slots=True)
class _Entry:
    fields: list[Any]
    """Those of its record in the table of contents."""
    name: bytes
    rest: bytes
    """Extra fields and comment of that record."""
    start: int
    content: bytes = b""
    """The local header and the packed content."""

    @property
    def key(self) -> str:
        encoding = "utf-8" if self.fields[3] & _UTF_8 else "cp437"
        return _key(self.name.decode(encoding, errors="replace"))


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The zip with the content of `parts` under their names; those it lacks come last.

    Order and way of packing stay as they were, and every other entry is copied as its bytes. Raises OddZipError.
    """
    end = data.rfind(b"PK\x05\x06")
    closing = _END.unpack_from(data, end)
    size, offset = closing[5], closing[6]
    if closing[4] == 0xFFFF or _SENTINEL in (size, offset):
        raise OddZipError
    table = end - size
    entries = list(_entries(data, table, closing[4], table - offset))
    waiting = {_key(name): (name, content) for name, content in parts.items()}
    places = sorted(entry.start for entry in entries)
    ends = dict(zip(places, [*places[1:], table], strict=True))
    for entry in entries:
        if entry.key in waiting:
            _replace(entry, waiting.pop(entry.key)[1])
        else:
            entry.content = data[entry.start : ends[entry.start]]
    physical = sorted(entries, key=lambda entry: entry.start)
    for name, content in waiting.values():
        new = _new_entry(name)
        _replace(new, content)
        entries.append(new)
        physical.append(new)
    return _written(entries, physical, data[end + _END.size :], closing)


def _entries(data: bytes, at: int, count: int, shift: int) -> Iterator[_Entry]:
    for _ in range(count):
        fields = list(_CENTRAL.unpack_from(data, at))
        if fields[0] != b"PK\x01\x02" or fields[16] == _SENTINEL:
            raise OddZipError
        name_at = at + _CENTRAL.size
        rest_at = name_at + fields[10]
        at = rest_at + fields[11] + fields[12]
        yield _Entry(fields, data[name_at:rest_at], data[rest_at:at], fields[16] + shift)


def _new_entry(name: str) -> _Entry:
    fields = [b"PK\x01\x02", 20, 20, _UTF_8, _DEFLATED, 0, _NEW_DATE, 0, 0, 0, len(name.encode()), 0, 0, 0, 0, 0, 0]
    return _Entry(fields, name.encode(), b"", -1)


def _replace(entry: _Entry, content: bytes) -> None:
    fields = entry.fields
    fields[3] &= ~_HAS_DESCRIPTOR
    fields[4] = _STORED if fields[4] == _STORED else _DEFLATED
    packed = content
    if fields[4] == _DEFLATED:
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        packed = packer.compress(content) + packer.flush()
    fields[7:10] = zlib.crc32(content), len(packed), len(content)
    fields[11:13] = 0, 0
    entry.rest = b""
    header = _LOCAL.pack(b"PK\x03\x04", *fields[2:10], len(entry.name), 0)
    entry.content = header + entry.name + packed


def _written(entries: list[_Entry], physical: list[_Entry], comment: bytes, closing: tuple[Any, ...]) -> bytes:
    pieces, at = [], 0
    for entry in physical:
        entry.fields[16] = at
        pieces.append(entry.content)
        at += len(entry.content)
    table = b"".join(_CENTRAL.pack(*entry.fields) + entry.name + entry.rest for entry in entries)
    count = len(entries)
    last = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(table), at, closing[7])
    return b"".join([*pieces, table, last, comment])


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
