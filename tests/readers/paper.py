"""Small PDFs written by hand for the tests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 595, 842


class At(NamedTuple):
    """A line of text; `top` is measured from the upper edge of the page."""

    x: float
    top: float
    text: str
    size: float = 11
    bold: bool = False


def rule(x0: float, top0: float, x1: float, top1: float) -> str:
    return f"0.5 w {x0} {HEIGHT - top0} m {x1} {HEIGHT - top1} l S"


def picture(x: float, top: float, width: float, height: float) -> str:
    return f"q {width} 0 0 {height} {x} {HEIGHT - top - height} cm /Im Do Q"


def pdf(*pages: Sequence[At | str], trailer: str = "", rotate: int = 0) -> bytes:
    """A PDF with the given pages: lines of text, and drawing operators as strings."""
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    image = b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        _stream(image, b"\x80"),
    ]
    for number, page in enumerate(pages):
        turn = f"/Rotate {rotate} " if rotate else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] {turn}/Contents {7 + 2 * number} 0 R "
            "/Resources << /Font << /F 3 0 R /B 4 0 R >> /XObject << /Im 5 0 R >> >> >>".encode()
        )
        objects.append(_stream(b"", b"\n".join(map(_operators, page))))
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def paragraph(x: float, top: float, lines: Sequence[str], size: float = 11, pitch: float = 13) -> list[At]:
    return [At(x, top + pitch * number, line, size) for number, line in enumerate(lines)]


def _operators(item: At | str) -> bytes:
    if isinstance(item, str):
        return item.encode()
    text = item.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    font = "B" if item.bold else "F"
    return b"BT /%s %g Tf %g %g Td (%s) Tj ET" % (font.encode(), item.size, item.x, HEIGHT - item.top, text)


def _stream(head: bytes, content: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(content), content)
