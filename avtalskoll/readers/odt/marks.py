"""The marks of tracked changes in the text, and the regions that say what they mean."""

from __future__ import annotations

from collections.abc import Iterator

from avtalskoll.readers.docx.xml import Element
from avtalskoll.readers.odt.names import q

START, END, POINT = q("text:change-start"), q("text:change-end"), q("text:change")
CHANGE_ID = q("text:change-id")
INSERTION, DELETION = q("text:insertion"), q("text:deletion")
_REGION, _ID, _XML_ID = q("text:changed-region"), q("text:id"), q("xml:id")


def regions(root: Element) -> Iterator[tuple[str, Element]]:
    """The name and the change (text:insertion, text:deletion) of every changed region."""
    for region in root.iter(_REGION):
        name = region.get(_ID) or region.get(_XML_ID) or ""
        for change in region:
            yield name, change
