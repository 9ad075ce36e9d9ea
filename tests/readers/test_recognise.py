import pytest

from avtalskoll.errors import UnreadableError
from avtalskoll.readers import read_bytes
from avtalskoll.readers.recognise import FileKind, decode, recognise
from avtalskoll.readers.refusals import Reason

from .word import docx, p, package

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def stream(name: str) -> bytes:
    return OLE + b"\0" * 512 + name.encode("utf-16-le") + b"\0" * 512


def odf(kind: str, manifest: str = "") -> bytes:
    return package(
        {"mimetype": f"application/vnd.oasis.opendocument.{kind}", "META-INF/manifest.xml": manifest, "content.xml": ""}
    )


def office(kind: str) -> bytes:
    return package({"[Content_Types].xml": f'<Override ContentType="application/vnd.openxmlformats.{kind}.main+xml"/>'})


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", FileKind.EMPTY),
        (b" \n\n", FileKind.EMPTY),
        (docx(p("x")), FileKind.DOCX),
        (b"%PDF-1.7\n", FileKind.PDF),
        (b"\xef\xbb\xbf\n%PDF-1.7\n", FileKind.PDF),
        (b"{\\rtf1", FileKind.RTF),
        (b"<!DOCTYPE html><p>x", FileKind.HTML),
        (b"<html><body>x", FileKind.HTML),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>', FileKind.WORD_XML),
        (b'<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>',
         FileKind.WORD_XML),
        (b'<?xml version="1.0"?><rss/>', FileKind.XML),
        (b"\x89PNG\r\n", FileKind.IMAGE),
        (b"\0\1\2\3" * 500, FileKind.UNKNOWN),
        (b"PK\x03\x04 trasig", FileKind.DAMAGED),
        (package({"avtal.txt": "x"}), FileKind.ARCHIVE),
        (odf("text"), FileKind.ODT),
        (odf("spreadsheet"), FileKind.SPREADSHEET),
        (odf("text", "<manifest:encryption-data/>"), FileKind.ENCRYPTED),
        (office("spreadsheetml.sheet"), FileKind.SPREADSHEET),
        (office("presentationml.presentation"), FileKind.PRESENTATION),
        (stream("WordDocument"), FileKind.DOC),
        (OLE[:512] + b"\xec\xa5" + b"\0" * 9 + b"\x01" + b"\0" * 500 + "WordDocument".encode("utf-16-le"),
         FileKind.ENCRYPTED),
        (OLE[:512] + b"\xec\xa5" + b"\0" * 510 + "WordDocument".encode("utf-16-le"), FileKind.DOC),
        (OLE[:512] + b"\0" * 11 + b"\x01" + b"\0" * 500 + "WordDocument".encode("utf-16-le"), FileKind.DOC),
        (stream("EncryptedPackage"), FileKind.ENCRYPTED),
        (stream("Workbook"), FileKind.SPREADSHEET),
        (stream("PowerPoint Document"), FileKind.PRESENTATION),
        (stream("Något annat"), FileKind.UNKNOWN),
        (b"Avtal om l\xe4karmedverkan", FileKind.TEXT),
        (b"# Avtal\n\nText.", FileKind.MARKDOWN),
        (b"| a | b |\n|---|---|\n", FileKind.MARKDOWN),
        (b"PKU-provet tas av kommunen.", FileKind.TEXT),
    ],
)  # fmt: skip
def test_content_decides(data: bytes, kind: FileKind) -> None:
    assert recognise(data, "avtal") is kind


@pytest.mark.parametrize("suffix", ["docx", "DOCM", "dotx", "odt", "pdf", "doc", "rtf"])
def test_text_under_the_name_of_another_format_is_refused(suffix: str) -> None:
    name = f"trasig.{suffix}"
    for data in (b"hej\n", b"# hej\n"):
        with pytest.raises(UnreadableError, match="inte vad namnet"):
            read_bytes(data, name)
    assert recognise(b"%PDF-1.7\n", name) is FileKind.PDF
    assert recognise(docx(p("x")), name) is FileKind.DOCX


def test_the_name_decides_only_between_markdown_and_text() -> None:
    assert recognise(b"3.1 Regionen ska.", "avtal.md") is FileKind.MARKDOWN
    assert recognise(b"3.1 Regionen ska.", "avtal.txt") is FileKind.TEXT
    assert recognise(docx(p("x")), "avtal.md") is FileKind.DOCX


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = "Läkarmedverkan på särskilt boende – dygnet runt.\r\nRegionen ansvarar.\rSlut."
    assert decode(text.encode(encoding)) == text.replace("\r\n", "\n").replace("\r", "\n")


def test_utf_8_with_a_damaged_byte_is_not_taken_for_another_encoding() -> None:
    text = decode("läkare på särskilt boende åt äldre".encode() + b"\xff")
    assert text is not None
    assert text.startswith("läkare på särskilt boende")


@pytest.mark.parametrize("reason", list(Reason))
def test_sentences_are_swedish_name_the_file_and_end(reason: Reason) -> None:
    sentence = reason.error("avtal.docx").sentence
    assert "avtal.docx" in sentence
    assert sentence.endswith(".")
    assert len(sentence) < 200
    assert reason.phrase
    assert not reason.phrase.endswith(".")


def test_what_is_not_read_is_refused_with_advice() -> None:
    with pytest.raises(UnreadableError) as caught:
        read_bytes(b"{\\rtf1", "avtal.rtf")
    assert caught.value.sentence == (
        "Filen avtal.rtf är i RTF-format; den här versionen läser Word, OpenDocument, PDF, Markdown och text. "
        "Spara avtalet som .docx och granska det."
    )
