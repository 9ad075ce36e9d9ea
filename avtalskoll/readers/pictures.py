"""Pictures among the files of an agreement: a logotype beside it, or a page of it."""

from __future__ import annotations

import re

_SMALL = 100 * 1000
"""Bytes; a photograph or a scan in gray or colour is larger."""
_PAGE_NAME = re.compile(
    r"avtal|bilag|överenskommelse|tillägg|protokoll|beslut|rutin|dokument|underskrift|signer|sid(?:a|an|or)?[ _-]?\d"
    r"|ska?nn|scan|fax|page|^img[ _-]?\d|^dsc",
    re.IGNORECASE,
)
_TIFF = (b"II*\0", b"MM\0*")
_SHORT_SIDE = 700
"""Pixels: a page at 85 to the inch."""
_PAGE_SHAPE = (1.2, 1.6)
"""Long side to short: A4 is 1.41, letter 1.29."""


def may_be_page(data: bytes, name: str) -> bool:
    """Whether a picture may be a page of the agreement, so that it counts as unread.

    It may where it is larger than 100 kB, is called something like an annex or a scan, is a TIFF (what scanners make),
    or has the shape and pixels of a page. Other pictures in a folder or zip (logotypes, icons, buttons) are listed as
    not read and change no verdict.
    """
    stem = name.rpartition("/")[2].rpartition(".")[0] or name
    if len(data) > _SMALL or data.startswith(_TIFF) or _PAGE_NAME.search(stem):
        return True
    sides = _sides(data)
    if sides is None:
        return False
    short, long = min(sides), max(sides)
    return short >= _SHORT_SIDE and _PAGE_SHAPE[0] <= long / short <= _PAGE_SHAPE[1]


def _sides(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, as the head of the file says."""
    if data.startswith(b"\x89PNG") and len(data) >= 24:
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    if data.startswith(b"GIF8") and len(data) >= 10:
        return int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    if data.startswith(b"BM") and len(data) >= 26:
        return int.from_bytes(data[18:22], "little"), abs(int.from_bytes(data[22:26], "little", signed=True))
    return _jpeg_sides(data) if data.startswith(b"\xff\xd8") else None


def _jpeg_sides(data: bytes) -> tuple[int, int] | None:
    place = 2
    while place + 9 <= len(data) and data[place] == 0xFF:
        kind, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4], "big")
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(data[place + 7 : place + 9], "big"), int.from_bytes(
                data[place + 5 : place + 7], "big"
            )
        place += 2 + max(length, 2)
    return None
