"""Documents that are read by way of .docx: Word's older format and RTF.

The readers work in a process that may write nothing, so they cannot convert. They note what they would want converted;
the process outside does it and has the files read again with the result at hand.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping

from avtalskoll.agreement import Document
from avtalskoll.readers.libreoffice import LibreOffice
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.options import ReadingOptions
from avtalskoll.readers.recognise import FileKind, recognise
from avtalskoll.readers.refusals import Reason, Refused

_SUFFIXES = {FileKind.DOC: "doc", FileKind.RTF: "rtf"}


class Conversions:
    """What has been converted, by the SHA-256 of the original, and what would need to be."""

    def __init__(self, done: Mapping[str, bytes] | None = None) -> None:
        """Begin with what has been converted so far; an empty result is a conversion that failed."""
        self._done = dict(done or {})
        self.wanted: dict[str, tuple[str, bytes]] = {}
        """Suffix and content of each document that was met and had not been tried."""

    @staticmethod
    def covers(kind: FileKind) -> bool:
        """Whether files of the kind are read by way of .docx."""
        return kind in _SUFFIXES

    def read(self, kind: FileKind, data: bytes, name: str, digest: str, options: ReadingOptions) -> Document:
        """The document with the name, digest and format of the original.

        Raises `Refused` where it could not be converted, or has yet to be: then it is noted in `wanted`.
        """
        if digest not in self._done:
            self.wanted[digest] = (_SUFFIXES[kind], data)
        docx = self._done.get(digest, b"")
        if recognise(docx) is not FileKind.DOCX:
            raise Refused(Reason[kind.name])
        from avtalskoll.readers.docx import read_docx

        document = read_docx(docx, name, digest, options.limits, options.view)
        return document.model_copy(
            update={
                "format": kind.document_format,
                "warnings": (*document.warnings, "Dokumentet är omgjort till .docx av LibreOffice och läst så."),
            }
        )

    def convert_wanted(self, program: LibreOffice, limits: Limits) -> Conversions:
        """Convert everything that is wanted; what cannot be converted is noted so, and never tried again."""
        done = dict(self._done)
        for digest, (suffix, data) in self.wanted.items():
            done[digest] = program.as_docx(data, suffix, limits) or b""
        return Conversions(done)

    def given_up(self) -> Conversions:
        """The same with everything that is wanted noted as not convertible."""
        return Conversions({**dict.fromkeys(self.wanted, b""), **self._done})

    def dump(self) -> bytes:
        """Everything, for another process."""
        return json.dumps(
            {
                "done": {digest: _text(data) for digest, data in self._done.items()},
                "wanted": {digest: [suffix, _text(data)] for digest, (suffix, data) in self.wanted.items()},
            }
        ).encode()

    @classmethod
    def load(cls, dumped: bytes) -> Conversions:
        """What `dump` gave."""
        content = json.loads(dumped)
        conversions = cls({digest: base64.b64decode(data) for digest, data in content["done"].items()})
        conversions.wanted = {
            digest: (suffix, base64.b64decode(data))
            for digest, (suffix, data) in content["wanted"].items()
            if suffix in _SUFFIXES.values()
        }
        return conversions


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
