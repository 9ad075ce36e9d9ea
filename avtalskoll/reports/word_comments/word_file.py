"""What kind of Word file it is, and whether it can be given comments."""

from __future__ import annotations

import re
from functools import cached_property

from avtalskoll.errors import WrongUseError
from avtalskoll.readers.docx.names import STRICT_NAMESPACES, W_NAMESPACE
from avtalskoll.readers.docx.package import Package
from avtalskoll.readers.docx.xml import Element
from avtalskoll.readers.limits import Limits

_STRICT = next(strict for strict, usual in STRICT_NAMESPACES.items() if usual == W_NAMESPACE)
_TYPES = "[Content_Types].xml"
_MAIN_TYPE = re.compile(r"(?:wordprocessingml\.|ms-word\.)(document|template)\.(main|macroEnabled)", re.IGNORECASE)
_SUFFIXES = {
    ("document", "main"): ".docx",
    ("document", "macroenabled"): ".docm",
    ("template", "main"): ".dotx",
    ("template", "macroenabled"): ".dotm",
}


class WordFile:
    """A Word file that has been read without fault: its package and its main part, to be edited."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        """Open the file. Raises WrongUseError, with a sentence, for one that cannot be given comments."""
        self.data = data
        self.name = name
        self.package = Package(data, limits)
        self.root = self.package.root(self.package.main)
        if _STRICT in self.root.nsmap.values():
            raise WrongUseError(
                f"{name} är sparad som Strict Open XML, där kommentarer inte kan läggas in säkert; öppna den i Word, "
                "spara den som ”Word-dokument (*.docx)” och granska den filen."
            )
        if self.signed and self.suffix in (".docm", ".dotm"):
            raise WrongUseError(
                f"{name} har makron och är signerad, och en ändrad kopia skulle stoppas av Word; spara den som "
                "”Word-dokument (*.docx)” utan makron och granska den filen."
            )

    @cached_property
    def types(self) -> Element:
        """The root of the part that says what kind each part is."""
        return self.package.root(_TYPES)

    @property
    def types_part(self) -> str:
        """The name of that part."""
        return _TYPES

    @cached_property
    def suffix(self) -> str:
        """The file name extension that Word asks for."""
        for element in self.types:
            if (element.get("PartName") or "").lstrip("/").lower() == self.package.main.lower():
                found = _MAIN_TYPE.search(element.get("ContentType") or "")
                if found:
                    return _SUFFIXES[found[1].lower(), found[2].lower()]
        return ".docx"

    @cached_property
    def signed(self) -> bool:
        """Whether the file bears a digital signature, which no longer holds for an altered copy."""
        return any(part.lower().lstrip("/").startswith("_xmlsignatures/") for part in self.package.parts())

    def optional(self, kind: str) -> Element | None:
        """The root of the part of a kind that the main part points at, where there is one."""
        parts = self.package.related(self.package.main, kind)
        return self.package.root(parts[0]) if parts else None
