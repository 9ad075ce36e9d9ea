"""From the XML of content.xml to drafts: paragraphs, lists, tables and text boxes in the order they are read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from avtalskoll.readers.docx.xml import Element, number
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.looks import judge_look
from avtalskoll.readers.nodes import CellDraft, Draft, Mark, Node, TableDraft
from avtalskoll.readers.odt.changes import Changes
from avtalskoll.readers.odt.content import content_of, drawn
from avtalskoll.readers.odt.lists import ListPlace, OpenLists, start_value
from avtalskoll.readers.odt.marks import END, POINT, START
from avtalskoll.readers.odt.names import DRAWING, LIST, SECTION, TABLE, H, P, q, style_name
from avtalskoll.readers.odt.numbering import OUTLINE, ListNumber, NumberedList, Numbering
from avtalskoll.readers.odt.record import Record
from avtalskoll.readers.odt.styles import ParagraphStyle, Styles
from avtalskoll.readers.odt.table import CellSource, table_cells
from avtalskoll.readers.options import View
from avtalskoll.readers.refusals import Reason, Refused

PART = "content.xml"
_LONGEST_TITLE = 120
_ITEM, _LIST_HEADER, _NUMBERED = q("text:list-item"), q("text:list-header"), q("text:numbered-paragraph")
_INDEXES = frozenset(
    q(f"text:{name}")
    for name in ("table-of-content", "illustration-index", "table-index", "object-index", "user-index",
                 "alphabetical-index")
)  # fmt: skip
_THROUGH = frozenset((q("text:index-body"), q("text:index-title"), q("text:bibliography"), q("office:text")))
_CHANGE_MARKS = frozenset((START, END, POINT))


@dataclass(frozen=True, slots=True)
class _Around:
    """What a paragraph stands in."""

    contents: bool = False
    hidden: bool = False
    place: ListPlace | None = None


class Story:
    """The flow of text of one document.

    `ordinals` gives every text:p and text:h its number, in document order and whether or not it is read.
    """

    def __init__(self, root: Element, styles: Styles, numbering: Numbering, limits: Limits, view: View) -> None:
        """Number the paragraphs."""
        self._ordinals: dict[Element, int] = {}
        for place, paragraph in enumerate(root.iter(P, H)):
            if place >= limits.paragraphs:
                raise Refused(Reason.TOO_LARGE)
            self._ordinals[paragraph] = place
        self._styles = styles
        self._numbering = numbering
        self._limits = limits
        self._changes = Changes(root, view)
        self._lists = OpenLists()
        self._outline = NumberedList()

    def nodes(self, container: Element) -> list[Node]:
        """The drafts of everything in the body, a cell, a text box or a note."""
        return self._inside(container, _Around())

    def _inside(self, container: Element, around: _Around) -> list[Node]:
        nodes: list[Node] = []
        self._collect(container, around, nodes)
        return nodes

    def _collect(self, container: Element, around: _Around, nodes: list[Node]) -> None:
        for element in container:
            tag = element.tag
            if tag in (P, H):
                nodes.append(self._paragraph(element, around))
            elif tag == LIST:
                self._list(element, around, nodes)
            elif tag == _NUMBERED:
                self._collect(element, replace(around, place=self._lists.numbered_paragraph(element)), nodes)
            elif tag == TABLE:
                nodes.append(TableDraft([self._cell(cell, around) for cell in table_cells(element, self._limits)]))
            elif tag == SECTION:
                hidden = around.hidden or self._styles.is_hidden_section(element)
                self._collect(element, replace(around, hidden=hidden), nodes)
            elif tag in _INDEXES:
                self._collect(element, replace(around, contents=True), nodes)
            elif tag in _THROUGH:
                self._collect(element, around, nodes)
            elif tag in _CHANGE_MARKS:
                if deleted := self._changes.mark(element):
                    nodes.append(Draft("", part=PART, payload=Record(asides=[("deletion", deleted)])))
            elif tag.startswith(DRAWING):
                record = self._drawings([element], around)
                if record:
                    nodes.append(Draft("", part=PART, payload=record))

    def _list(self, element: Element, around: _Around, nodes: list[Node]) -> None:
        opened = self._lists.open(element, around.place)
        for item in element:
            if item.tag in (_ITEM, _LIST_HEADER):
                place = replace(opened, numbered=item.tag == _ITEM, start=start_value(item))
                self._collect(item, replace(around, place=place), nodes)

    def _paragraph(self, element: Element, around: _Around) -> Draft:
        style = self._styles.paragraph(style_name(element))
        content = content_of(element, self._styles, self._changes, hidden=around.hidden)
        draft = Draft(content.text, part=PART, origin=self._ordinals.get(element))
        record = self._drawings(content.boxes, around)
        record.asides = content.asides()
        record.frames += content.frames
        for note in content.notes:
            body, citation = note.find(q("text:note-body")), note.find(q("text:note-citation"))
            if body is not None:
                shown = "" if citation is None else "".join(str(text) for text in citation.itertext()).strip()
                record.notes.append((shown[:20], self._inside(body, _Around())))
        if record:
            draft.payload = record
        if draft.text.strip() or not any(piece.state == "gone" for piece in content.pieces):
            self._shape(draft, element, style, around.place)
        if around.contents or style.contents:
            draft.shape, draft.number, draft.mark = "toc", "", None
        elif 0 < len(draft.text) <= _LONGEST_TITLE:
            looks = {piece.look for piece in content.pieces if piece.state == "read" and piece.text.strip()}
            judge_look(draft, looks, self._styles.body_size)
        return draft

    def _drawings(self, elements: list[Element], around: _Around) -> Record:
        record, boxes = Record(), list[Element]()
        for element in elements:
            drawn(element, boxes, record.frames)
        record.boxes = [self._inside(box, replace(around, place=None)) for box in boxes]
        return record

    def _shape(self, draft: Draft, element: Element, style: ParagraphStyle, place: ListPlace | None) -> None:
        """Set shape, level and automatic number; counts the number even where the paragraph is empty."""
        heading = style.heading
        if element.tag == H:
            heading = max(1, min(number(element.get(q("text:outline-level")), 1) or 1, 10))
        found: ListNumber | None = None
        if place is not None and place.numbered:
            list_style = place.style or style.list_style or ""
            found = self._numbering.next(place.entity, list_style, place.level, place.start)
            place.numbered = False
        elif place is None and element.tag == H:
            found = self._heading_number(element, style, heading or 1)
        indents = (style.own_indent, found.indent if found else None, style.indent)
        draft.indent = next((indent for indent in indents if indent is not None), 0)
        if found is not None:
            draft.number, draft.clause = found.text, found.clause
            draft.shape = "paragraph" if found.clause else "item"
            if place is not None:
                family = f"list {place.style or style.list_style}"
                draft.mark = Mark(found.text, family, place.level, draft.indent, found.kind, found.first)
                place.indent = draft.indent
        elif place is not None and not place.numbered and heading is None:
            draft.continues, draft.indent = True, place.indent + 1
        if heading is not None:
            draft.shape, draft.level = "heading", heading

    def _heading_number(self, element: Element, style: ParagraphStyle, level: int) -> ListNumber | None:
        if element.get(q("text:is-list-header")) == "true" or style.list_style == "":
            return None
        start = start_value(element) if element.get(q("text:restart-numbering")) == "true" else None
        return self._numbering.next(self._outline, OUTLINE, level - 1, start)

    def _cell(self, cell: CellSource, around: _Around) -> CellDraft:
        nodes = self._inside(cell.element, replace(around, place=None))
        drafts = [node for node in nodes if isinstance(node, Draft) and node.text.strip()]
        return CellDraft(
            cell.row,
            cell.column,
            nodes,
            row_span=cell.row_span,
            column_span=cell.column_span,
            head=cell.head,
            marked=self._styles.is_shaded(cell.style) or (bool(drafts) and all(draft.marked for draft in drafts)),
        )
