"""Forms of a PDF that draw each other: counted before PDFium unfolds them, and no ordinary PDF is refused for them."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Sequence

import pytest

from avtalskoll.errors import UnreadableError
from avtalskoll.readers import Limits, ReadingOptions, read_bytes
from avtalskoll.readers.pdf.forms import check_forms
from avtalskoll.readers.refusals import Reason, Refused
from tools.robustness.paper import FONT, assembled, page_object, stream

SHOWN = b"BT /F 11 Tf 60 %d Td (Regionen ska utse en ansvarig l\xe4kare.) Tj ET\n"
SENTENCE = "Regionen ska utse en ansvarig läkare."
HEAD = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
OWN = "/Resources << /Font << /F 3 0 R >> /XObject << /X {} 0 R >> >> "


def nested(
    drawn: Sequence[bytes], *, head: str = HEAD + OWN, circle: bool = False, packed: bool = False, more: str = ""
) -> bytes:
    """A page that draws form 6, which says `drawn[0]` and calls form 7 X, and so on."""
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>", 3: FONT}
    objects[4] = page_object(5, more=more).replace(b"/F 3 0 R >>", b"/F 3 0 R >> /XObject << /X 6 0 R >>")
    objects[5] = stream(SHOWN % 700 + b"/X Do\n")
    for level, content in enumerate(drawn):
        below = 6 if circle and level + 1 == len(drawn) else 7 + level
        objects[6 + level] = stream(content, head.format(below), packed)
    return assembled(objects)


def refusal(data: bytes, limits: Limits | None = None) -> Reason:
    """Why the forms are refused: asked of the gate alone, for PDFium would not come back."""
    with pytest.raises(Refused) as caught:
        check_forms(data, limits or Limits())
    return caught.value.reason


TENFOLD = [b"/X Do " * 10] * 8 + [SHOWN % 600]


@pytest.mark.parametrize("packed", [False, True])
def test_forms_that_unfold_a_hundred_million_times_are_refused(packed: bool) -> None:
    assert refusal(nested(TENFOLD, packed=packed)) is Reason.TOO_LARGE
    with pytest.raises(UnreadableError, match="för stor"):
        read_bytes(nested(TENFOLD, packed=packed), "avtal.pdf", ReadingOptions())


def test_forms_that_draw_each_other_twice_in_a_circle_are_refused() -> None:
    for count in (1, 2, 12):
        assert refusal(nested([b"/X Do /X Do\n"] * count, circle=True)) is Reason.TOO_LARGE


def test_a_circle_that_comes_to_an_end_is_read() -> None:
    document = read_bytes(nested([b"/X Do\n", b"/X Do\n"], circle=True), "avtal.pdf")
    assert document.blocks[0].text == SENTENCE


def test_forms_deeper_than_pdfium_draws_are_no_lost_text() -> None:
    deep = [b"/X Do\n"] * 39 + [SHOWN % 600]
    assert [block.text for block in read_bytes(nested(deep), "avtal.pdf").blocks] == [SENTENCE] * 2
    assert refusal(nested([b"/X Do\n", *deep])) is Reason.TOO_LARGE


def test_a_form_drawn_often_counts_every_time() -> None:
    often = nested([b"/X Do\n" * 300, SHOWN % 600])
    check_forms(often, Limits(forms=302))
    assert refusal(often, Limits(forms=300)) is Reason.TOO_LARGE
    assert refusal(nested([b"/X Do\n" * 300, b" " * 1000]), Limits(xml_bytes=200_000)) is Reason.TOO_LARGE


@pytest.mark.parametrize(
    "drawing", [b"(X)Do ", b"<58> Do ", b"/#58 Do ", b"/X%x\nDo ", b"/X\0Do "], ids=["string", "hex", "#", "%", "null"]
)
def test_the_ways_to_draw_a_form(drawing: bytes) -> None:
    assert refusal(nested([drawing * 10] * 8 + [b""])) is Reason.TOO_LARGE


@pytest.mark.parametrize(
    "head",
    [
        HEAD + OWN.replace("XObject", "X#4fbject"),
        HEAD.replace("/Form", "/F#6frm") + OWN,
        HEAD.replace("/Subtype", "% <<\n/Subtype") + "/Note (>> \\) ( ) /Subtype /Image) " + OWN,
        HEAD.replace("/Subtype /Form", "/Subtype 90 0 R") + OWN,
    ],
)
def test_the_ways_to_write_a_form(head: str) -> None:
    assert refusal(nested(TENFOLD, head=head)) is Reason.TOO_LARGE


@pytest.mark.parametrize("name", ["ASCIIHexDecode", "ASCII85Decode", "RunLengthDecode", "FlateDecode"])
def test_the_ways_to_pack_a_form(name: str) -> None:
    def packed(content: bytes) -> bytes:
        runs = b"".join(
            bytes((len(run) - 1,)) + run for run in (content[at : at + 100] for at in range(0, len(content), 100))
        )
        return {
            "ASCIIHexDecode": content.hex().encode() + b">", "ASCII85Decode": base64.a85encode(content) + b"~>",
            "RunLengthDecode": runs + b"\x80", "FlateDecode": zlib.compress(content),
        }[name]  # fmt: skip

    data = nested([packed(content) for content in TENFOLD], head=f"{HEAD}/Filter /{name} {OWN}")
    assert refusal(data) is Reason.TOO_LARGE


def test_resources_in_an_object_stream_or_of_the_page() -> None:
    resources = "<< /XObject << /X 7 0 R /Y 8 0 R /Z 9 0 R >> >>"
    packed = stream(f"60 0 {resources}".encode(), "/Type /ObjStm /N 1 /First 5 ", packed=True)
    data = nested(TENFOLD, head=HEAD + "/Resources 60 0 R ")
    assert refusal(data.replace(b"xref\n", b"50 0 obj\n" + packed + b"\nendobj\nxref\n", 1)) is Reason.TOO_LARGE
    assert refusal(nested([b"/X Do /X Do\n"], head=HEAD)) is Reason.TOO_LARGE


def test_a_file_that_only_says_it_is_encrypted_is_counted() -> None:
    assert refusal(nested(TENFOLD, packed=True, more="/Encrypt null ")) is Reason.TOO_LARGE


def test_forms_that_share_their_resources_are_read() -> None:
    """Every form could draw every other, and none does."""
    shared = HEAD + "/Resources << /Font << /F 3 0 R >> /XObject << /X 6 0 R /Y 7 0 R /Z 8 0 R >> >> "
    document = read_bytes(nested([SHOWN % 600, SHOWN % 500, SHOWN % 400], head=shared), "avtal.pdf")
    assert [block.text for block in document.blocks] == [SENTENCE] * 2


@pytest.mark.parametrize("end", [b"", b"1 0 obj", b"1 0 obj <<", b"1 0 obj << /Contents [1 0 R (", b"1 0 obj 1 0 R"])
def test_what_is_no_pdf_has_no_forms(end: bytes) -> None:
    check_forms(b"%PDF-1.4\n" + end, Limits())
