"""The characters of a page with their places, as PDFium gives them."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from avtalskoll.readers.pdf.sheet import Sheet

_INVISIBLE = (3, 7)
_FORCED_BOLD = 1 << 18
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "\u00ad"}
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_SIGN_FONTS = ("wingdings", "symbol", "webdings", "dingbat")
_BOLD_NAMES = ("bold", "black", "heavy", "demi", ",b", "fetstil")


class Face(NamedTuple):
    """How the characters of one text object look."""

    size: float
    bold: bool
    visible: bool
    turn: int
    """Quarter turns of the text against the page, counter-clockwise."""
    dingbat: bool
    """Whether the font is one of signs, as bullets are."""


class Glyph(NamedTuple):
    """One character where it stands; y grows downwards, in points."""

    text: str
    x0: float
    x1: float
    base: float
    face: Face
    spaced: bool = False
    """Whether the file has a space before it."""


_PLAIN = Face(10.0, False, True, 0, False)


class Glyphs:
    """The characters of one text page, in the order of the file."""

    def __init__(self, text_page: Any, width: float, height: float, rotation: int) -> None:
        """Read from a raw text page whose page, as shown, is `width` x `height` and turned by `rotation` degrees."""
        self._page = text_page
        self._sheet = Sheet(width, height, rotation // 90 % 4)
        self._faces: dict[int, Face] = {}
        self.unmapped = 0
        """How many characters have no known meaning."""

    def __iter__(self) -> Iterator[Glyph]:
        """The characters that are not white space."""
        page = self._page
        box = pdfium.FS_RECTF()
        x, y = ctypes.c_double(), ctypes.c_double()
        spaced = False
        for place in range(pdfium.FPDFText_CountChars(page)):
            code = pdfium.FPDFText_GetUnicode(page, place)
            if code in (0x20, 0x0A, 0x0D, 0x09) or pdfium.FPDFText_IsGenerated(page, place) == 1:
                spaced = True
                continue
            if code in (0, 0xFFFD) or pdfium.FPDFText_HasUnicodeMapError(page, place) == 1:
                self.unmapped += 1
            if code == 0 or 0xD800 <= code <= 0xDFFF:
                continue
            if not pdfium.FPDFText_GetLooseCharBox(page, place, ctypes.byref(box)):
                continue
            if not pdfium.FPDFText_GetCharOrigin(page, place, ctypes.byref(x), ctypes.byref(y)):
                continue
            face = self._face(place)
            text = _HYPHENS.get(code) or _LIGATURES.get(code) or chr(code)
            x0, base = self._sheet.shown(x.value, y.value)
            corners = (self._sheet.shown(box.left, box.bottom), self._sheet.shown(box.right, box.top))
            yield self._upright(text, x0, base, corners, face, spaced)
            spaced = False

    def _upright(
        self,
        text: str,
        x: float,
        y: float,
        corners: tuple[tuple[float, float], tuple[float, float]],
        face: Face,
        spaced: bool,
    ) -> Glyph:
        (ax, ay), (bx, by) = corners
        match face.turn:
            case 0:
                return Glyph(text, min(ax, bx), max(ax, bx), y, face, spaced)
            case 1:  # read from below upwards
                return Glyph(text, -max(ay, by), -min(ay, by), x, face, spaced)
            case 2:
                return Glyph(text, -max(ax, bx), -min(ax, bx), -y, face, spaced)
            case _:
                return Glyph(text, min(ay, by), max(ay, by), -x, face, spaced)

    def _face(self, place: int) -> Face:
        holder = pdfium.FPDFText_GetTextObject(self._page, place)
        if not holder:
            return _PLAIN
        key = ctypes.addressof(holder.contents)
        face = self._faces.get(key)
        if face is None:
            face = self._faces[key] = self._read_face(holder, place)
        return face

    def _read_face(self, holder: Any, place: int) -> Face:
        matrix = pdfium.FS_MATRIX()
        scale, turn = 1.0, 0
        if pdfium.FPDFText_GetMatrix(self._page, place, ctypes.byref(matrix)):
            scale = math.hypot(matrix.c, matrix.d) or 1.0
            if all(math.isfinite(value) for value in (matrix.a, matrix.b)):
                turn = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2))
        size = pdfium.FPDFText_GetFontSize(self._page, place) * scale
        if not math.isfinite(size) or size <= 0:
            size = 1.0
        font = pdfium.FPDFTextObj_GetFont(holder)
        name, flags = "", 0
        if font:
            buffer = ctypes.create_string_buffer(256)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
            name = buffer.value.decode("utf-8", errors="replace").lower()
            flags = max(pdfium.FPDFFont_GetFlags(font), 0)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(holder)
        bold = any(sign in name for sign in _BOLD_NAMES) or bool(flags & _FORCED_BOLD) or mode == 2
        dingbat = any(sign in name for sign in _SIGN_FONTS)
        return Face(round(size, 1), bold, mode not in _INVISIBLE, (turn - self._sheet.turned) % 4, dingbat)
