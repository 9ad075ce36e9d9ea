"""The documents that mutations are made from: the samples, and the fixtures of the readers' tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from tools.robustness.paper import plain_pdf

ROOT = Path(__file__).resolve().parent.parent.parent
_WORD = ROOT / "sample_agreements"
_FIXTURES = ROOT / "tests" / "readers"
_TEXTS = ROOT / "tools" / "sample_builder" / "texts"


class Source(NamedTuple):
    """A whole document, before anything has happened to it."""

    name: str
    data: bytes

    @property
    def suffix(self) -> str:
        """ "docx", "odt", "pdf", "md" or "txt"."""
        return self.name.rpartition(".")[2]


@cache
def packages() -> tuple[Source, ...]:
    """Word documents, three of four, and OpenDocument texts."""
    word = _files(_WORD, "*.docx") + _files(_WORD / "06_avtalspaket", "*.docx")
    return (*word, *_files(_FIXTURES / "odt", "*.odt") * 2)


@cache
def word_documents() -> tuple[Source, ...]:
    """Word documents alone."""
    return tuple(source for source in packages() if source.suffix == "docx")


@cache
def pdfs() -> tuple[Source, ...]:
    """PDFs as LibreOffice writes them, and the same kind of text in plain PDFs, whose objects lie open."""
    plain = [
        Source(f"{text.name.rpartition('.')[0]}.pdf", plain_pdf(text.data.decode().splitlines()))
        for text in texts()
        if text.suffix == "md"
    ]
    return (*_files(_FIXTURES / "pdf", "*.pdf"), *plain[:4])


@cache
def texts() -> tuple[Source, ...]:
    """The texts of the samples, as Markdown and as plain text."""
    written = _files(_TEXTS, "*.md")
    plain = [Source(source.name[:-2] + "txt", source.data.replace(b"#", b"")) for source in written[:4]]
    return (*written, *plain)


@cache
def agreement_of_four() -> tuple[Source, ...]:
    """The main agreement and its annexes, for folders and zips."""
    return _files(_WORD / "06_avtalspaket", "*.docx")


def _files(folder: Path, pattern: str) -> tuple[Source, ...]:
    return tuple(Source(path.name, path.read_bytes()) for path in sorted(folder.glob(pattern)))
