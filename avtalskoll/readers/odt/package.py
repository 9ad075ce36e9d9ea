"""The package around an OpenDocument text."""

from __future__ import annotations

import io
import zipfile

from avtalskoll.readers.docx.xml import Element, parse_part
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.odt.names import q
from avtalskoll.readers.refusals import Reason, Refused
from avtalskoll.readers.zips import checked_entries, unpacked

_EXTENDED = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
_TABLE_PARTS = frozenset(
    ("table", "table-row", "table-rows", "table-header-rows", "table-cell", "covered-table-cell", "table-column")
)


class OdtPackage:
    """The XML parts of an OpenDocument package, read on demand.

    Raises `Refused` when made: for a package that is damaged, encrypted, ambiguous (two parts of one name) or that
    would unpack to more than the limits allow.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Check the package's table of contents; nothing is unpacked yet."""
        self._limits = limits
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._entries = checked_entries(self._archive, limits)

    def __contains__(self, part: str) -> bool:
        """Whether the package holds the part."""
        return part.lower() in self._entries

    @property
    def has_macros(self) -> bool:
        """Whether the document carries macros or scripts."""
        return any(name.startswith(("basic/", "scripts/")) and not name.endswith("/") for name in self._entries)

    def root(self, part: str) -> Element:
        """The root element of an XML part. Raises `Refused` where it is missing, malformed or too large."""
        entry = self._entries.get(part.lower())
        if entry is None:
            raise Refused(Reason.DAMAGED)
        root = parse_part(unpacked(self._archive, entry, self._limits.part_bytes), self._limits)
        for element in root.iter(f"{{{_EXTENDED}}}*"):  # LibreOffice's own name for tables in shapes
            local = element.tag.rpartition("}")[2]
            if local in _TABLE_PARTS:
                element.tag = q(f"table:{local}")
        return root
