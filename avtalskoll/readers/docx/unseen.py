"""Text that is there but that nobody can see: white on white paper, or too small to be read."""

from __future__ import annotations

from avtalskoll.readers.docx.names import PPR, TBL, TEXT_BOX, w
from avtalskoll.readers.docx.properties import is_shaded
from avtalskoll.readers.docx.styles import Styles
from avtalskoll.readers.docx.xml import Element, child, value
from avtalskoll.readers.looks import Look

_BACKGROUND = w("background")


def is_unseen(look: Look, paragraph: Element, styles: Styles) -> bool:
    """Whether a run of the paragraph cannot be seen.

    White text counts as unseen only where nothing that could be dark lies behind it: no shading of its own or of the
    paragraph, no table, text box or page colour.
    """
    if look.tiny:
        return True
    if not look.white or look.shaded:
        return False
    properties = styles.changes.properties(child(paragraph, PPR))
    if is_shaded(properties) or styles.paragraph(value(properties, w("pStyle"))).shaded:
        return False
    if next(paragraph.iterancestors(TBL, TEXT_BOX), None) is not None:
        return False
    return paragraph.getroottree().getroot().find(_BACKGROUND) is None
