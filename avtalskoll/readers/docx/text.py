"""The text of a paragraph of a Word document, and the runs that it is made of.

A block's offsets are offsets in the joined texts of `text_pieces`, so that any offset leads back to one run of the
document as it was, which is what a Word comment needs::

    at = 0
    for piece in text_pieces(paragraph, styles):
        ...                       # piece.text stands at offsets at .. at + len(piece.text)
        at += len(piece.text)     # in piece.source, an element of the run piece.run

What is read: inserted and moved-to text, results of fields, text of links and content controls. Not: deleted and
moved-away text, hidden text, unfilled placeholders, field codes, text boxes (whose paragraphs are blocks of their
own). A tab is "\\t", a line break "\\n", a non-breaking hyphen U+2011, a soft hyphen U+00AD.
A paragraph whose mark is deleted goes on in the next one, and so do its pieces.
"""

from __future__ import annotations

from avtalskoll.readers.docx.content import Piece, content_of
from avtalskoll.readers.docx.names import PPR, RPR, SDT, TBL, P, w
from avtalskoll.readers.docx.styles import Styles
from avtalskoll.readers.docx.xml import Element, child

_DELETED, _MOVED_AWAY = w("del"), w("moveFrom")


def text_pieces(paragraph: Element, styles: Styles) -> list[Piece]:
    """The pieces whose texts, joined, are the text of the block that begins at `paragraph`."""
    pieces: list[Piece] = []
    for part in merged_with(paragraph):
        pieces += [piece for piece in content_of(part, styles).pieces if piece.state == "read"]
    return pieces


def merged_with(paragraph: Element) -> list[Element]:
    """The paragraph and those that follow in one with it, because the marks between them are deleted."""
    parts = [paragraph]
    while mark_is_deleted(parts[-1]):
        following = parts[-1].getnext()
        while following is not None and following.tag not in (P, TBL, SDT):
            following = following.getnext()
        if following is None or following.tag != P:
            break
        parts.append(following)
    return parts


def mark_is_deleted(paragraph: Element) -> bool:
    """Whether the paragraph's mark is deleted or moved away by a tracked change."""
    mark = child(child(paragraph, PPR), RPR)
    return mark is not None and (mark.find(_DELETED) is not None or mark.find(_MOVED_AWAY) is not None)
