"""Puts the parts of a document in a zip whose bytes never vary."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_WML: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN_TYPE: Final = f"{_WML}document.main+xml"
_CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"


@dataclass
class Package:
    """A document and the parts it is related to."""

    core: bytes
    document: bytes = b""
    _parts: dict[str, bytes] = field(default_factory=dict)

    def put(self, kind: str, content: bytes) -> None:
        """Add the part of this kind ("styles", "header" ...)."""
        self._parts[kind] = content

    def id_of(self, kind: str) -> str:
        """The relationship id by which the document refers to the part."""
        return f"rId{list(self._parts).index(kind) + 1}"

    def write(self, path: Path) -> None:
        """Write the file.

        Entries are stored, not deflated, since zlib builds compress differently.
        """
        entries = {
            "[Content_Types].xml": self._content_types(),
            "_rels/.rels": _relationships(
                [
                    (f"{_OFFICE}officeDocument", "word/document.xml"),
                    (
                        f"{_PACKAGE}relationships/metadata/core-properties",
                        "docProps/core.xml",
                    ),
                ]
            ),
            "docProps/core.xml": self.core,
            "word/document.xml": self.document,
            "word/_rels/document.xml.rels": _relationships([(_OFFICE + kind, f"{kind}.xml") for kind in self._parts]),
        }
        for kind, content in self._parts.items():
            entries[f"word/{kind}.xml"] = content
        path.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
            for name, content in entries.items():
                info = zipfile.ZipInfo(name, date_time=_EPOCH)
                info.create_system = 0
                archive.writestr(info, content)

    def _content_types(self) -> bytes:
        overrides = [
            ("/word/document.xml", _MAIN_TYPE),
            ("/docProps/core.xml", _CORE_TYPE),
            *((f"/word/{kind}.xml", f"{_WML}{kind}+xml") for kind in self._parts),
        ]
        lines = [
            f'<Types xmlns="{_PACKAGE}content-types">',
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
            '<Default Extension="xml" ContentType="application/xml"/>',
            *(f'<Override PartName="{name}" ContentType="{content_type}"/>' for name, content_type in overrides),
            "</Types>",
        ]
        return (_DECLARATION + "".join(lines)).encode()


def _relationships(targets: list[tuple[str, str]]) -> bytes:
    lines = [
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    ]
    opening = f'<Relationships xmlns="{_PACKAGE}relationships">'
    return (_DECLARATION + opening + "".join(lines) + "</Relationships>").encode()
