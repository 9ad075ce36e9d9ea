"""Damage in a PDF's compressed streams, which PDFium is silent about, and streams that unpack to too much."""

from __future__ import annotations

import pytest

from avtalskoll.errors import UnreadableError
from avtalskoll.readers import Limits, ReadingOptions, read_bytes
from tests.conftest import ROOT
from tools.robustness.paper import assembled, page_object, stream, with_contents

SHOWN = b"BT /F 11 Tf 60 700 Td (Regionen ska utse en ansvarig l\xe4kare.) Tj ET\n"


def refusal(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_bytes(data, "avtal.pdf", ReadingOptions(limits=limits or Limits()))
    return caught.value.sentence


def test_a_packed_stream_is_read() -> None:
    document = read_bytes(with_contents([SHOWN, SHOWN], packed=True), "avtal.pdf")
    assert (document.pages, document.blocks[0].text) == (2, "Regionen ska utse en ansvarig läkare.")


def test_a_changed_byte_in_a_page_is_damage_and_no_shorter_text() -> None:
    data = bytearray((ROOT / "tests" / "readers" / "pdf" / "03_tabellavtal.pdf").read_bytes())
    start = data.index(b"stream") + 8
    data[start + 400] ^= 0x55
    assert "är skadad" in refusal(bytes(data))


def test_a_stream_cut_off_is_damage() -> None:
    data = with_contents([SHOWN * 30], packed=True)
    at = data.index(b"stream") + 30
    assert "är skadad" in refusal(data[:at] + data[data.index(b"endstream") :])


def test_streams_that_swell_are_refused() -> None:
    much = with_contents([SHOWN + b" " * 3_000_000], packed=True)
    assert "för stor" in refusal(much)
    assert "för stor" in refusal(with_contents([SHOWN * 100], packed=True), Limits(part_bytes=1000))
    assert "för stor" in refusal(with_contents([SHOWN * 100] * 5, packed=True), Limits(xml_bytes=20_000))


def test_a_picture_may_swell() -> None:
    picture = stream(bytes(4_000_000), "/Type /XObject /Subtype /Image /Width 2000 /Height 2000 ", packed=True)
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>"}
    objects[3] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    data = assembled({**objects, 4: page_object(5), 5: stream(SHOWN), 6: picture})
    assert read_bytes(data, "avtal.pdf").blocks[0].text.startswith("Regionen")
