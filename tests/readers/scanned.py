"""Scans made for the tests: the pages of a PDF as pictures, with or without the unseen text that copiers add."""

from __future__ import annotations

import zlib

import pypdfium2

from .paper import WIDTH, At, _operators, paragraph, pdf

LINES = [
    "Regionen ska avsätta läkartid för patienter i kommunens särskilda boenden.",
    "Läkaren ska besöka varje boende minst en gång i veckan.",
]


def scan(data: bytes, dpi: int = 150, layers: dict[int, str] | None = None) -> bytes:
    """The same pages as gray pictures; `layers` are drawing operators to put over them, by page from 0."""
    document = pypdfium2.PdfDocument(data)
    bodies: dict[int, bytes] = {}
    kids = []
    for index in range(len(document)):
        page = document[index]
        bitmap = page.render(scale=dpi / 72, grayscale=True)
        wide, high, stride = bitmap.width, bitmap.height, bitmap.stride
        gray = bytes(bitmap.buffer)
        packed = zlib.compress(b"".join(gray[row * stride : row * stride + wide] for row in range(high)))
        number = 4 + 3 * index
        kids.append(b"%d 0 R" % number)
        box = b"%f 0 0 %f" % (page.get_width(), page.get_height())
        bodies[number] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %f %f] /Contents %d 0 R /Resources << /Font << /F 3 0 R >> "
            b"/XObject << /Im %d 0 R >> >> >>" % (page.get_width(), page.get_height(), number + 1, number + 2)
        )
        drawn = b"q " + box + b" 0 0 cm /Im Do Q\n" + (layers or {}).get(index, "").encode("cp1252")
        bodies[number + 1] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn)
        bodies[number + 2] = (
            b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 "
            b"/Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (wide, high, len(packed), packed)
        )
        bitmap.close()
        page.close()
    document.close()
    bodies[1] = b"<< /Type /Catalog /Pages 2 0 R >>"
    bodies[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    bodies[3] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    out, places = bytearray(b"%PDF-1.4\n"), {}
    for number, body in sorted(bodies.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % places[number] for number in sorted(places))
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, start)
    return bytes(out)


def unseen(lines: list[At]) -> str:
    """The lines as text that is there but not shown."""
    drawn = b"\n".join(map(_operators, lines)).decode("cp1252")
    return drawn.replace(" Tf ", " Tf 3 Tr ")


def page(lines: list[str] | None = None) -> list[At]:
    """A heading and a paragraph, as lines of a page."""
    return [At(70, 80, "3.1 Läkartid", 11, bold=True), *paragraph(70, 110, lines or LINES)]


def hocr(lines: list[At], dpi: float = 300, confidence: int = 95) -> bytes:
    """What a program for machine reading would say of a page with these lines."""
    scale = dpi / 72
    spans = []
    for line in lines:
        x, step = line.x * scale, line.size * 0.5 * scale
        base, high = line.top * scale, line.size * scale
        words = []
        for word in line.text.split():
            end = x + len(word) * step
            box = f"bbox {x:.0f} {base - 0.7 * high:.0f} {end:.0f} {base:.0f}"
            words.append(f"<span class='ocrx_word' title='{box}; x_wconf {confidence}'>{word}</span>")
            x = end + step
        box = f"bbox {line.x * scale:.0f} {base - 0.7 * high:.0f} {min(x, WIDTH * scale):.0f} {base:.0f}"
        spans.append(f"<span class='ocr_line' title='{box}; baseline 0 0; x_size {high:.1f}'>{' '.join(words)}</span>")
    return f"<?xml version='1.0' encoding='UTF-8'?><html><body>{''.join(spans)}</body></html>".encode()


def scanned_page() -> bytes:
    """A scan of one page."""
    return scan(pdf(page()))
