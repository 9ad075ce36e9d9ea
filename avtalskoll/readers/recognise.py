"""What kind of file some bytes are, told by what they hold and not by the file's name."""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from enum import StrEnum

from avtalskoll.agreement import DocumentFormat
from avtalskoll.readers.refusals import Reason


class FileKind(StrEnum):
    """The kinds of file that are told apart; `refusal` says which of them are read."""

    DOCX = "docx"
    MARKDOWN = "markdown"
    TEXT = "text"
    PDF = "pdf"
    ODT = "odt"
    DOC = "doc"
    RTF = "rtf"
    HTML = "html"
    WORD_XML = "word xml"
    XML = "xml"
    SPREADSHEET = "spreadsheet"
    PRESENTATION = "presentation"
    IMAGE = "image"
    ARCHIVE = "archive"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    EMPTY = "empty"
    MISNAMED = "misnamed"
    UNKNOWN = "unknown"

    @property
    def refusal(self) -> Reason | None:
        """Why this kind is not read; None for the kinds that are."""
        return None if self in _READ else Reason[self.name]

    @property
    def document_format(self) -> DocumentFormat:
        """The kind as a document's format."""
        match self:
            case FileKind.DOCX:
                return "docx"
            case FileKind.MARKDOWN:
                return "markdown"
            case FileKind.TEXT:
                return "text"
            case FileKind.PDF:
                return "pdf"
            case FileKind.ODT:
                return "odt"
            case FileKind.DOC:
                return "doc"
            case FileKind.RTF:
                return "rtf"
            case FileKind.IMAGE:
                return "image"
            case _:
                return "unknown"


_READ = frozenset((FileKind.DOCX, FileKind.PDF, FileKind.ODT, FileKind.MARKDOWN, FileKind.TEXT))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_MAIN_WORD = re.compile(
    rb"application/(?:vnd\.openxmlformats-officedocument\.wordprocessingml\.(?:document|template)"
    rb"|vnd\.ms-word\.(?:document|template)\.macroEnabled(?:\.12)?)(?:\.main)?\+xml"
)
_NOT_TEXT = (".docx", ".docm", ".dotx", ".doc", ".odt", ".pdf", ".rtf")
_SAMPLE = 2**20
_STRANGE = (*range(0x00, 0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F)
_MAX_DIRECTORY = 16 * 2**20
_MARKDOWN_SIGNS = re.compile(
    r"^ {0,3}#{1,6}[ \t]+\S|^ {0,3}\|?[ \t]{0,20}:?-{2,}:?[ \t]{0,20}\||^(?:\*\*|__)\S[^\n]{0,200}(?:\*\*|__)$"
    r"|^\[\^[^\]\n]{1,40}\]:|<!--",
    re.MULTILINE,
)


def recognise(data: bytes, name: str = "") -> FileKind:
    """Tell the kind of `data`; `name` only decides between Markdown, plain text and text that is called something else.

    Never raises, and looks no further than a package's list of parts and content types, or the start of a text.
    """
    if not data:
        return FileKind.EMPTY
    head = data[:1024]
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packaged(data)
    if data.startswith(_OLE):
        return _compound(data)
    if b"%PDF-" in head:
        return FileKind.PDF
    if data.startswith(b"{\\rtf"):
        return FileKind.RTF
    if data.startswith(_IMAGES):
        return FileKind.IMAGE
    text = decode(data[:_SAMPLE], whole=len(data) <= _SAMPLE)
    if text is None:
        return FileKind.UNKNOWN
    return _written(text, name)


def decode(data: bytes, *, whole: bool = True) -> str | None:
    """The text of a text file with line ends as "\\n", or None where the bytes are no text.

    UTF-8 and UTF-16 with or without mark, otherwise Windows-1252. `whole` is False for the start of a longer text.
    """
    text: str | None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = _decoded(data, "utf-16", whole)
    elif encoding := _unmarked_utf_16(data[:4096]):
        text = _decoded(data, encoding, whole)
    else:
        text = _decoded(data, "utf-8-sig", whole)
        if text is None:
            text = _decoded(data, "cp1252", whole)
            if text is not None and len(re.findall("Ã[¥¤¶…„–]", text)) > 2:
                text = data.decode("utf-8-sig", errors="replace")
    if text is None:
        return None
    strange = sum(text.count(chr(code)) for code in _STRANGE)
    if strange > len(text) // 500:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").replace("\v", "\n")


def _unmarked_utf_16(sample: bytes) -> str | None:
    """Which UTF-16 the bytes are in by their zeros: every other byte of text in Latin letters is one."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 5 < len(sample) or min(even, odd) * 20 > len(sample):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _decoded(data: bytes, encoding: str, whole: bool) -> str | None:
    try:
        return codecs.getincrementaldecoder(encoding)().decode(data, whole)
    except UnicodeDecodeError:
        return None


def _packaged(data: bytes) -> FileKind:
    end = data.rfind(b"PK\x05\x06")
    if end < 0 or int.from_bytes(data[end + 12 : end + 16], "little") > _MAX_DIRECTORY:
        return FileKind.DAMAGED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = {entry.filename: entry for entry in archive.infolist()}
            if "[Content_Types].xml" in entries:
                return _office(archive, entries)
            if "mimetype" in entries or "content.xml" in entries:
                return _open_document(archive, entries)
    except Exception:  # zipfile has many ways to say that a package is damaged
        return FileKind.DAMAGED
    return FileKind.ARCHIVE


def _office(archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo]) -> FileKind:
    types_entry = entries["[Content_Types].xml"]
    if types_entry.flag_bits & 1:
        return FileKind.ENCRYPTED
    with archive.open(types_entry) as stream:
        types = stream.read(2**20)
    if _MAIN_WORD.search(types) or "word/document.xml" in entries:
        return FileKind.DOCX
    if b"spreadsheetml" in types or b"ms-excel" in types:
        return FileKind.SPREADSHEET
    if b"presentationml" in types or b"ms-powerpoint" in types:
        return FileKind.PRESENTATION
    return FileKind.ARCHIVE


def _open_document(archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo]) -> FileKind:
    mimetype = b"application/vnd.oasis.opendocument.text"
    if "mimetype" in entries:
        with archive.open(entries["mimetype"]) as stream:
            mimetype = stream.read(200)
    if "META-INF/manifest.xml" in entries:
        with archive.open(entries["META-INF/manifest.xml"]) as stream:
            if b"encryption-data" in stream.read(2**20):
                return FileKind.ENCRYPTED
    if b"opendocument.text" in mimetype:
        return FileKind.ODT
    if b"opendocument.spreadsheet" in mimetype:
        return FileKind.SPREADSHEET
    if b"opendocument.presentation" in mimetype:
        return FileKind.PRESENTATION
    return FileKind.ARCHIVE


def _compound(data: bytes) -> FileKind:
    """Tell Microsoft's old compound files apart by the names of their streams."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        return FileKind.ENCRYPTED
    if holds("WordDocument"):
        encrypted = data[512:514] == b"\xec\xa5" and len(data) > 524 and data[523] & 0x01
        return FileKind.ENCRYPTED if encrypted else FileKind.DOC
    if holds("Workbook") or holds("Book"):
        return FileKind.SPREADSHEET
    if holds("PowerPoint Document"):
        return FileKind.PRESENTATION
    return FileKind.UNKNOWN


def _written(text: str, name: str) -> FileKind:
    start = text.lstrip().lower()[:2048]
    if not start:
        return FileKind.EMPTY
    if start.startswith("<?xml"):
        word = 'progid="word.document"' in start or "office/2006/xmlpackage" in start or "wordml" in start
        if "<html" in start:
            return FileKind.HTML
        return FileKind.WORD_XML if word else FileKind.XML
    if start.startswith(("<!doctype html", "<html", "<head", "<body")):
        return FileKind.HTML
    if start.startswith("<pkg:package"):
        return FileKind.WORD_XML
    if name.lower().endswith(_NOT_TEXT):
        return FileKind.MISNAMED
    if name.lower().endswith((".md", ".markdown", ".mkd")):
        return FileKind.MARKDOWN
    return FileKind.MARKDOWN if _MARKDOWN_SIGNS.search(text) else FileKind.TEXT
