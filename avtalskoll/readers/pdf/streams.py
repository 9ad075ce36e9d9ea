"""The compressed streams of a PDF, tried before anything is read of it."""

from __future__ import annotations

import re
import zlib

from avtalskoll.readers.limits import Limits
from avtalskoll.readers.refusals import Reason, Refused

_STREAM = re.compile(rb">>\s*stream\r?\n")
_FILTERS = re.compile(rb"/Filter\s*(?:\[\s*)?((?:/Fl(?:ateDecode)?\b\s*)+)")
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")
_LONGEST_HEAD = 4096
_CHUNK = 1 << 16
_RATIO_FROM = 2**20


def check_streams(data: bytes, limits: Limits) -> None:
    """Raise `Refused` where a stream is damaged, or where they would unpack to more than the limits allow.

    PDFium shows what comes before the damage and is silent about the rest, and it unpacks whatever it is given.
    Pictures are passed over, and so is damage in a file that says it is encrypted: there it cannot be told.
    """
    encrypted = b"/Encrypt" in data
    left, end = limits.xml_bytes, 0
    for match in _STREAM.finditer(data):
        if match.start() < end:
            continue  # inside the stream before
        earliest = max(match.start() - _LONGEST_HEAD, end)
        head = data[max(data.rfind(b" obj", earliest, match.start()), earliest) : match.start()]
        filters = _FILTERS.search(head)
        if filters is None or _IMAGE.search(head):
            continue
        try:
            unpacked, end = _unpacked(data, match.end(), min(left, limits.part_bytes))
            packed = end - match.end()
            left -= len(unpacked)
            for _ in range(filters[1].count(b"/") - 1):
                unpacked, _ = _unpacked(unpacked, 0, min(left, limits.part_bytes))
                left -= len(unpacked)
        except Refused as refused:
            if encrypted and refused.reason is Reason.DAMAGED_PDF:
                continue
            raise
        if len(unpacked) > max(_RATIO_FROM, packed * limits.expansion_ratio):
            raise Refused(Reason.TOO_LARGE)


def _unpacked(data: bytes, start: int, most: int) -> tuple[bytes, int]:
    """What the stream that begins at `start` unpacks to, and where it ends."""
    unpacking = zlib.decompressobj()
    pieces: list[bytes] = []
    at, size = start, 0
    try:
        while not unpacking.eof:
            packed = unpacking.unconsumed_tail
            if not packed:
                packed = data[at : at + _CHUNK]
                at += len(packed)
                if not packed:
                    raise Refused(Reason.DAMAGED_PDF)
            pieces.append(unpacking.decompress(packed, 16 * _CHUNK))
            size += len(pieces[-1])
            if size > most:
                raise Refused(Reason.TOO_LARGE)
    except zlib.error:
        raise Refused(Reason.DAMAGED_PDF) from None
    return b"".join(pieces), at - len(unpacking.unused_data)
