"""From the XML of a part to drafts: paragraphs, tables and text boxes in the order they are read."""

from __future__ import annotations

from avtalskoll.readers.docx.content import Piece, chosen_branch, content_of
from avtalskoll.readers.docx.fields import ContentsFields
from avtalskoll.readers.docx.names import ALTERNATE, PPR, SDT, SDT_CONTENT, SDT_PR, TBL, P, w
from avtalskoll.readers.docx.numbering import ListNumber, Numbering
from avtalskoll.readers.docx.properties import indent_of, outline_level
from avtalskoll.readers.docx.record import Record, side_texts
from avtalskoll.readers.docx.styles import ParagraphStyle, Styles
from avtalskoll.readers.docx.table import CellSource, TableSource
from avtalskoll.readers.docx.text import merged_with
from avtalskoll.readers.docx.views import CHANGES
from avtalskoll.readers.docx.xml import Element, child, number, value
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.looks import judge_look
from avtalskoll.readers.nodes import CellDraft, Draft, Mark, Node, Shape, TableDraft
from avtalskoll.readers.refusals import Reason, Refused

_THROUGH = frozenset((w("customXml"), w("smartTag"), *CHANGES))
_ALT_CHUNK, _NUMBERED_BY_CHANGE = w("altChunk"), w("ins")
_STYLE, _NUMBERING, _LIST_ID, _LIST_LEVEL = w("pStyle"), w("numPr"), w("numId"), w("ilvl")
_LONGEST_TITLE = 120


class Story:
    """One part's flow of text.

    `ordinals` gives every w:p of the unmodified part its number, in document order and whether or not it is read;
    `embedded_parts` counts documents that Word would merge in when it opens the file.
    """

    def __init__(self, root: Element, part: str, styles: Styles, numbering: Numbering, limits: Limits) -> None:
        """Number the paragraphs of the part."""
        self.part = part
        self.ordinals: dict[Element, int] = {}
        for place, paragraph in enumerate(root.iter(P)):
            if place >= limits.paragraphs:
                raise Refused(Reason.TOO_LARGE)
            self.ordinals[paragraph] = place
        self.drafts: list[Draft] = []
        self.embedded_parts = 0
        self._styles = styles
        self._changes = styles.changes
        self._numbering = numbering
        self._fields = ContentsFields()
        self._body_size = styles.body_size

    def nodes(self, container: Element, contents: bool = False) -> list[Node]:
        """The drafts of everything in a w:body, w:tc, w:txbxContent or note; `contents` in a table of contents."""
        nodes: list[Node] = []
        self._collect(container, contents, nodes)
        return nodes

    def _collect(self, container: Element, contents: bool, nodes: list[Node]) -> None:
        merged: set[Element] = set()
        for element in container:
            tag = element.tag
            if tag == P:
                if element not in merged:
                    parts = merged_with(element, self._changes)
                    merged.update(parts[1:])
                    nodes.append(self._paragraph(parts, contents))
            elif tag == TBL:
                nodes.append(self._table(element, nodes))
            elif tag == SDT:
                held = child(element, SDT_CONTENT)
                if held is not None:
                    self._collect(held, contents or _is_contents(element), nodes)
            elif tag in _THROUGH:
                self._collect(element, contents, nodes)
            elif tag == ALTERNATE:
                branch = chosen_branch(element)
                if branch is not None:
                    self._collect(branch, contents, nodes)
            elif tag == _ALT_CHUNK:
                self.embedded_parts += 1

    def _paragraph(self, parts: list[Element], contents: bool) -> Draft:
        properties = self._changes.properties(child(parts[-1], PPR))
        style = self._styles.paragraph(value(properties, _STYLE))
        record = Record()
        read: list[Piece] = []
        origin: Element | None = None
        boxes: list[Element] = []
        in_field = False
        for part in parts:
            content = content_of(part, self._styles, style if part is parts[-1] else None)
            pieces = [piece for piece in content.pieces if piece.state == "read"]
            if pieces and origin is None:
                origin = part
            read += pieces
            record.take(content)
            boxes += content.boxes
            in_field = self._fields.holds(content) or in_field
        text = "".join([piece.text for piece in read])
        draft = Draft(text, part=self.part, origin=self.ordinals[parts[0] if origin is None else origin])
        for box in boxes:
            nodes: list[Node] = []
            if box.tag == TBL:
                nodes.append(self._table(box, nodes))
            else:
                self._collect(box, contents, nodes)
            record.boxes.append(nodes)
        if record:
            draft.payload = record
        if text.strip() or not record.asides:
            self._number(draft, properties, style)
        if contents or style.contents or in_field:
            draft.shape, draft.number, draft.mark = "toc", "", None
        elif 0 < len(text) <= _LONGEST_TITLE:
            judge_look(draft, {piece.look for piece in read if piece.text.strip()}, self._body_size)
        if text.strip():
            self.drafts.append(draft)
        return draft

    def _number(self, draft: Draft, properties: Element | None, style: ParagraphStyle) -> None:
        """Set shape, level and automatic number; counts the number even where the paragraph is empty."""
        own = outline_level(properties)
        heading = style.heading if own is None else None if own < 0 else own
        found = self._list_number(properties, style)
        indent = indent_of(properties)
        if indent is None:
            indent = found.indent if found is not None else style.indent
        draft.indent = indent or 0
        shape: Shape = "paragraph"
        if found is not None:
            draft.number, draft.clause = found.text, found.clause
            shape = "paragraph" if found.clause else "item"
            draft.mark = Mark(found.text, f"list {found.abstract}", found.level, draft.indent, found.kind, found.first)
        if heading is not None:
            shape, draft.level = "heading", heading
        draft.shape = shape

    def _list_number(self, properties: Element | None, style: ParagraphStyle) -> ListNumber | None:
        own = child(properties, _NUMBERING)
        if self._changes.original and child(own, _NUMBERED_BY_CHANGE) is not None:
            own = None
        list_id, level = value(own, _LIST_ID), number(value(own, _LIST_LEVEL))
        if list_id is None and style.list_id is not None:
            list_id = style.list_id
            if level is None:
                level = self._numbering.level_of(list_id, style.chain, style.list_level)
        if list_id is None or list_id == "0":
            return None
        return self._numbering.next(list_id, level or 0)

    def _table(self, table: Element, nodes: list[Node]) -> TableDraft:
        source = TableSource(table, self._styles)
        for row in source.gone_rows:
            record = Record()
            for paragraph in row.iter(P):
                record.asides += side_texts(content_of(paragraph, self._styles).pieces)
            if record:
                nodes.append(Draft("", part=self.part, payload=record))
        return TableDraft([self._cell(cell) for cell in source.cells])

    def _cell(self, cell: CellSource) -> CellDraft:
        nodes = self.nodes(cell.element)
        drafts = [node for node in nodes if isinstance(node, Draft) and node.text.strip()]
        return CellDraft(
            cell.row,
            cell.column,
            nodes,
            row_span=cell.row_span,
            column_span=cell.column_span,
            head=cell.head,
            marked=cell.marked or (bool(drafts) and all(draft.marked for draft in drafts)),
        )


def _is_contents(control: Element) -> bool:
    """Whether a content control is Word's own table of contents."""
    gallery = value(child(child(control, SDT_PR), w("docPartObj")), w("docPartGallery"))
    return (gallery or "").lower() == "table of contents"
