"""The text of a paragraph of a Word document, and the runs that it is made of.

A block's offsets are offsets in the joined texts of `text_pieces`, so that any offset leads back to one run of the
document as it was, which is what a Word comment needs::

    at = 0
    for piece in text_pieces(paragraph, styles):
        ...                       # piece.text stands at offsets at .. at + len(piece.text)
        at += len(piece.text)     # in piece.source, an element of the run piece.run

What is read: results of fields, text of links and content controls, and by the view that `styles.changes` stands for
either inserted and moved-to text or deleted and moved-away text. Not: hidden text, unfilled placeholders, field codes,
text boxes (whose paragraphs are blocks of their own). A tab is "\\t", a line break "\\n", a non-breaking hyphen U+2011,
a soft hyphen U+00AD. A paragraph whose mark is not there in the view goes on in the next one, and so do its pieces.
"""

from __future__ import annotations

from avtalskoll.readers.docx.content import Piece, content_of
from avtalskoll.readers.docx.names import SDT, TBL, P
from avtalskoll.readers.docx.styles import Styles
from avtalskoll.readers.docx.views import ChangesRead
from avtalskoll.readers.docx.xml import Element


def text_pieces(paragraph: Element, styles: Styles) -> list[Piece]:
    """The pieces whose texts, joined, are the text of the block that begins at `paragraph`."""
    pieces: list[Piece] = []
    for part in merged_with(paragraph, styles.changes):
        pieces += [piece for piece in content_of(part, styles).pieces if piece.state == "read"]
    return pieces


def merged_with(paragraph: Element, changes: ChangesRead) -> list[Element]:
    """The paragraph and those that follow in one with it, because the marks between them are not there in the view."""
    parts = [paragraph]
    while changes.mark_is_gone(parts[-1]):
        following = parts[-1].getnext()
        while following is not None and following.tag not in (P, TBL, SDT):
            following = following.getnext()
        if following is None or following.tag != P:
            break
        parts.append(following)
    return parts
