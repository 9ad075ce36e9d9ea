"""The bytes of a stream, decoded by the filters it names."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress

from avtalskoll.readers.refusals import Reason, Refused

_BASE85 = re.compile(rb"[!-uz]+")
_HEX = re.compile(rb"[0-9A-Fa-f]+")
_SLOW = 2**23
"""Most bytes unpacked by a filter that takes its time here; ordinary programs have not used these for twenty years."""
_CHUNK = 1 << 16
_CLEAR, _END = 256, 257


def decoded(data: bytes, filters: Sequence[bytes], most: int) -> bytes:
    """What the stream's `data` says, as far as it is whole; nothing where a filter is one for pictures or unknown.

    Raises `Refused` where it is more than `most` bytes.
    """
    for name in filters:
        if name == b"Crypt":
            continue
        decode = _DECODERS.get(name)
        if decode is None:
            return b""
        data = decode(data, most if decode is _flate else min(most, _SLOW))
    if len(data) > most:
        raise Refused(Reason.TOO_LARGE)
    return data


def _flate(data: bytes, most: int) -> bytes:
    unpacking = zlib.decompressobj()
    out = bytearray()
    for at in range(0, len(data), _CHUNK):
        chunk, before, whole = data[at : at + _CHUNK], unpacking.copy(), len(out)
        try:
            while chunk:
                out += unpacking.decompress(chunk, 16 * _CHUNK)
                chunk = unpacking.unconsumed_tail
                if len(out) > most:
                    raise Refused(Reason.TOO_LARGE)
        except zlib.error:
            del out[whole:]
            return bytes(out) + _before_damage(before, data[at : at + _CHUNK], most)
        if unpacking.eof:
            break
    return bytes(out + unpacking.flush())


def _before_damage(unpacking: zlib._Decompress, data: bytes, most: int) -> bytes:
    out = bytearray()
    with suppress(zlib.error):
        for at in range(len(data)):
            out += unpacking.decompress(data[at : at + 1])
            if len(out) > most:
                raise Refused(Reason.TOO_LARGE)
    return bytes(out)


def _base85(data: bytes, most: int) -> bytes:
    whole = b"".join(_BASE85.findall(data.partition(b"~")[0]))
    if len(whole) > most:
        raise Refused(Reason.TOO_LARGE)
    with suppress(ValueError):
        return base64.a85decode(whole)
    return b""


def _hex(data: bytes, most: int) -> bytes:
    digits = b"".join(_HEX.findall(data.partition(b">")[0])).decode()
    return bytes.fromhex(digits + "0" * (len(digits) % 2))


def _run_length(data: bytes, most: int) -> bytes:
    out = bytearray()
    at = 0
    while at < len(data) and (length := data[at]) != 128:
        if length < 128:
            out += data[at + 1 : at + length + 2]
            at += length + 2
        else:
            out += data[at + 1 : at + 2] * (257 - length)
            at += 2
        if len(out) > most:
            raise Refused(Reason.TOO_LARGE)
    return bytes(out)


def _lzw(data: bytes, most: int) -> bytes:
    out = bytearray()
    table: list[bytes] = []
    before, bits, held, width = b"", 0, 0, 9
    for byte in data:
        held, bits = (held << 8 | byte) & 0xFFFFFF, bits + 8
        if bits < width:
            continue
        bits -= width
        code = held >> bits & ((1 << width) - 1)
        if code == _END:
            break
        if code == _CLEAR:
            table, before, width = [], b"", 9
            continue
        if code < _CLEAR:
            piece = bytes((code,))
        elif code - 258 < len(table):
            piece = table[code - 258]
        elif before:
            piece = before + before[:1]
        else:
            break
        out += piece
        if len(out) > most:
            raise Refused(Reason.TOO_LARGE)
        if before and len(table) < 4096 - 258:
            table.append(before + piece[:1])
        before = piece
        width = min(max((len(table) + 259).bit_length(), 9), 12)
    return bytes(out)


_DECODERS: dict[bytes, Callable[[bytes, int], bytes]] = {
    b"FlateDecode": _flate, b"Fl": _flate, b"LZWDecode": _lzw, b"LZW": _lzw, b"ASCII85Decode": _base85,
    b"A85": _base85, b"ASCIIHexDecode": _hex, b"AHx": _hex, b"RunLengthDecode": _run_length, b"RL": _run_length,
}  # fmt: skip
