"""The package around a Word document: its parts and how they point at each other."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from avtalskoll.readers.docx.xml import Element, parse_part
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.refusals import Reason, Refused
from avtalskoll.readers.zips import checked_entries, unpacked

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Relationship(NamedTuple):
    """Where a part points: the kind is the last word of the relationship's type ("footnotes")."""

    id: str
    kind: str
    target: str
    """Name of the part pointed at, or the address of something outside."""
    external: bool


class Package:
    """The parts of a zipped Word document, read on demand.

    Raises `Refused` when made: for a package that is damaged, encrypted, ambiguous (two parts of one name) or that
    would unpack to more than the limits allow. Targets outside the package are never followed.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Check the package's table of contents; nothing is unpacked yet."""
        self._limits = limits
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._entries = checked_entries(self._archive, limits)
        self._relationships: dict[str, list[Relationship]] = {}
        self.main = self._find_main()

    def __contains__(self, part: str) -> bool:
        """Whether the package holds the part."""
        return part.lower() in self._entries

    def parts(self) -> Iterator[str]:
        """Names of all parts, in the package's order."""
        return (entry.filename for entry in self._entries.values())

    def root(self, part: str) -> Element:
        """The root element of an XML part. Raises `Refused` where it is missing, malformed or too large."""
        entry = self._entries.get(part.lower())
        if entry is None:
            raise Refused(Reason.DAMAGED)
        return parse_part(unpacked(self._archive, entry, self._limits.part_bytes), self._limits)

    def relationships(self, part: str) -> list[Relationship]:
        """Where `part` points; "" stands for the package itself."""
        if part not in self._relationships:
            self._relationships[part] = self._read_relationships(part)
        return self._relationships[part]

    def _read_relationships(self, part: str) -> list[Relationship]:
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self:
            return []
        found = []
        for element in self.root(rels).iter(_RELATIONSHIP):
            target = element.get("Target") or ""
            external = element.get("TargetMode") == "External"
            kind = (element.get("Type") or "").rstrip("/").rpartition("/")[2]
            if not external:
                target = _resolve(folder, target)
            found.append(Relationship(element.get("Id") or "", kind, target, external))
        return found

    def related(self, part: str, kind: str) -> list[str]:
        """Names of the parts of a kind that `part` points at and that exist."""
        return [
            relationship.target
            for relationship in self.relationships(part)
            if relationship.kind == kind and not relationship.external and relationship.target in self
        ]

    def _find_main(self) -> str:
        for target in self.related("", "officeDocument"):
            return target
        if "word/document.xml" in self:
            return "word/document.xml"
        raise Refused(Reason.DAMAGED)


def _resolve(folder: str, target: str) -> str:
    path = unquote(target.partition("#")[0]).replace("\\", "/")
    joined = path if path.startswith("/") else posixpath.join("/", folder, path)
    return posixpath.normpath(joined).lstrip("/")
