"""Plain PDFs, written object by object, for mutations that need to know what stands where."""

from __future__ import annotations

import textwrap
import zlib
from collections.abc import Mapping, Sequence

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
_LINES = 44
_WIDTH = 88


def plain_pdf(lines: Sequence[str]) -> bytes:
    """A PDF of uncompressed objects with the lines, wrapped, on as many pages as it takes."""
    wrapped = [piece for line in lines for piece in textwrap.wrap(line, _WIDTH) or [""]]
    pages = [wrapped[at : at + _LINES] for at in range(0, len(wrapped), _LINES)] or [[]]
    return with_contents([_shown(page) for page in pages])


def with_contents(contents: Sequence[bytes], packed: bool = False) -> bytes:
    """A PDF with a page for each content stream; `packed` compresses the streams."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(contents)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        3: FONT,
    }
    for number, content in enumerate(contents):
        objects[4 + 2 * number] = page_object(5 + 2 * number)
        objects[5 + 2 * number] = stream(content, packed=packed)
    return assembled(objects)


def page_object(content: int, parent: int = 2, more: str = "") -> bytes:
    """A page whose content stream is object `content`."""
    return (
        f"<< /Type /Page /Parent {parent} 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R {more}"
        "/Resources << /Font << /F 3 0 R >> >> >>"
    ).encode()


def stream(content: bytes, head: str = "", packed: bool = False) -> bytes:
    """A stream object with its dictionary."""
    if packed:
        content, head = zlib.compress(content, 9), head + "/Filter /FlateDecode "
    return b"<< %s/Length %d >>\nstream\n%s\nendstream" % (head.encode(), len(content), content)


def assembled(objects: Mapping[int, bytes]) -> bytes:
    """The file around the objects, with a right table of where they stand."""
    out = bytearray(b"%PDF-1.4\n")
    places = {}
    for number, content in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 00000 f \n"
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
    return bytes(out)


def _shown(lines: Sequence[str]) -> bytes:
    shown = bytearray(b"BT /F 11 Tf 15 TL 60 780 Td\n")
    for line in lines:
        text = line.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        shown += b"(%s) Tj T*\n" % text
    return bytes(shown + b"ET")
