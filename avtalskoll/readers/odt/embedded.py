"""What an OpenDocument text carries that is no text of its own: embedded files, page-sized pictures, charts."""

from __future__ import annotations

from avtalskoll.readers.docx.xml import Element
from avtalskoll.readers.odt.names import DRAWING, q
from avtalskoll.readers.odt.package import OdtPackage
from avtalskoll.readers.odt.styles import twentieths

_PAGE_WIDTH, _PAGE_HEIGHT = 7370, 9638
"""From this size in twentieths of a point (13 x 17 cm) a picture is taken for a page."""
_KINDS = (
    ("opendocument.text", "inbäddat dokument"),
    ("opendocument.spreadsheet", "inbäddat kalkylblad"),
    ("opendocument.presentation", "inbäddad presentation"),
)


class EmbeddedParts:
    """The package's own list of what kind of thing each part is."""

    def __init__(self, package: OdtPackage) -> None:
        """Read META-INF/manifest.xml, where there is one."""
        self._kinds: dict[str, str] = {}
        if "META-INF/manifest.xml" in package:
            for entry in package.root("META-INF/manifest.xml").iter(q("manifest:file-entry")):
                path = (entry.get(q("manifest:full-path")) or "").strip("/")
                self._kinds[path] = entry.get(q("manifest:media-type")) or ""

    def phrase(self, frame: Element) -> str | None:
        """What an embedded object is, as a phrase for what could not be read; None for pictures, formulas, charts."""
        if frame.find(DRAWING + "object-ole") is not None:
            return "inbäddad fil"
        kind = self._kind(frame)
        return next((phrase for part, phrase in _KINDS if part in kind), None)

    def is_chart(self, frame: Element) -> bool:
        """Whether it is a chart or a formula with text that is not read."""
        return "opendocument.chart" in self._kind(frame) or "opendocument.formula" in self._kind(frame)

    def is_page(self, frame: Element) -> bool:
        """Whether it is a picture as large as a page of text."""
        if frame.find(DRAWING + "image") is None or frame.find(DRAWING + "object") is not None:
            return False
        width, height = twentieths(frame.get(q("svg:width"))) or 0, twentieths(frame.get(q("svg:height"))) or 0
        return width >= _PAGE_WIDTH and height >= _PAGE_HEIGHT

    def _kind(self, frame: Element) -> str:
        embedded = frame.find(DRAWING + "object")
        if embedded is None:
            return ""
        return self._kinds.get((embedded.get(q("xlink:href")) or "").removeprefix("./").strip("/"), "")
