"""Putting the marks of comments into the text of a Word document."""

from __future__ import annotations

from lxml import etree

from avtalskoll.agreement import Block
from avtalskoll.readers.docx.content import Piece
from avtalskoll.readers.docx.names import PPR, RPR, P, R, w
from avtalskoll.readers.docx.styles import Styles
from avtalskoll.readers.docx.text import text_pieces
from avtalskoll.readers.docx.xml import Element
from avtalskoll.reports.word_comments.splitting import run_from, run_until

_MAY_HOLD_MARKS = frozenset(w(name) for name in ("ins", "del", "moveFrom", "moveTo", "smartTag", "customXml"))
"""What may stand between a paragraph and a mark. Links, fields, content controls and formulas may not."""
_START, _END, _REFERENCE = w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")
_ID, _FIELD_MARK, _FIELD_KIND = w("id"), w("fldChar"), w("fldCharType")


class Anchors:
    """The paragraphs of a document's main part, for marks to be set in.

    The text stays as it is; runs are cut only where a comment begins or ends. Comments that end at the same place
    stand in order where they are set from the last to the first.
    """

    def __init__(self, root: Element, part: str, styles: Styles, reference_style: str | None) -> None:
        self._part = part
        self._styles = styles
        self._reference_style = reference_style
        self._paragraphs = list(root.iter(P))
        self._ends: set[Element] = set()

    def holds(self, block: Block) -> bool:
        """Whether a comment may hang on the words of a block: not in notes and text boxes."""
        return (
            block.part == self._part
            and block.origin is not None
            and next(self._paragraphs[block.origin].iterancestors(P), None) is None
        )

    def mark_words(self, block: Block, words: tuple[int, int], comment: str) -> None:
        """Mark some words of a block that `holds` is true for."""
        assert block.origin is not None
        paragraph = self._paragraphs[block.origin]
        piece, at = _piece_with(text_pieces(paragraph, self._styles), words[0])
        outermost = _outermost(piece.run, start=True)
        if outermost is None and piece.source.getparent() is piece.run:
            outermost = run_from(piece, words[0] - at)
        (piece.run if outermost is None else outermost).addprevious(_mark(_START, comment))

        piece, at = _piece_with(text_pieces(paragraph, self._styles), words[1] - 1)
        outermost = _outermost(piece.run, start=False)
        if outermost is None and piece.source.getparent() is piece.run:
            outermost = run_until(piece, words[1] - at)
        self._end_after(piece.run if outermost is None else outermost, comment)

    def mark_all(self, block: Block, comment: str) -> None:
        """Mark the paragraph of a block of the main part, or the one that its text box hangs on."""
        paragraph = self._paragraphs[block.origin or 0]
        for outer in paragraph.iterancestors(P):
            paragraph = outer
        properties = paragraph.find(PPR)
        start = _mark(_START, comment)
        if properties is None:
            paragraph.insert(0, start)
        else:
            properties.addnext(start)
        last = next(child for child in paragraph.iterchildren(reversed=True) if child not in self._ends)
        self._end_after(last, comment)

    def _end_after(self, last: Element, comment: str) -> None:
        end, reference = _mark(_END, comment), self._reference(comment)
        last.addnext(end)
        # The reference is no part of a tracked change, or a decision on the change would take the comment with it.
        outer = end
        while (parent := outer.getparent()) is not None and parent.tag != P:
            outer = parent
        outer.addnext(reference)
        self._ends.update((end, reference))

    def _reference(self, comment: str) -> Element:
        run = etree.Element(R)
        if self._reference_style:
            style = etree.SubElement(etree.SubElement(run, RPR), w("rStyle"))
            style.set(w("val"), self._reference_style)
        run.append(_mark(_REFERENCE, comment))
        return run


def _mark(tag: str, comment: str) -> Element:
    mark = etree.Element(tag)
    mark.set(_ID, comment)
    return mark


def _piece_with(pieces: list[Piece], offset: int) -> tuple[Piece, int]:
    """The piece that holds the character at an offset of the block's text, and the offset that it begins at."""
    at = 0
    for piece in pieces:
        if at + len(piece.text) > offset:
            return piece, at
        at += len(piece.text)
    raise IndexError(offset)


def _outermost(run: Element, *, start: bool) -> Element | None:
    """What a mark must stay outside of, at its beginning or end; None where it may stand at the run itself."""
    found = _closed_around(run)
    field = _field_around(run)
    if field is not None:
        edge = field[0] if start else field[1]
        found = _closed_around(edge)
        return edge if found is None else found
    return found


def _closed_around(run: Element) -> Element | None:
    found = None
    for above in run.iterancestors():
        if above.tag == P:
            break
        if above.tag not in _MAY_HOLD_MARKS:
            found = above
    return found


def _field_around(run: Element) -> tuple[Element, Element] | None:
    """First and last run of the outermost field that the run stands in, where its paragraph holds all of it."""
    paragraph = next(run.iterancestors(P))
    begun: list[Element] = []
    within = False
    for other in paragraph.iter(R):
        for mark in other.iterchildren(_FIELD_MARK):
            kind = mark.get(_FIELD_KIND)
            if kind == "begin":
                begun.append(other)
            elif kind == "end" and begun:
                first = begun.pop()
                if not begun:
                    if within or other is run:
                        return first, other
                    within = False
        if other is run and begun:
            within = True
    return None
