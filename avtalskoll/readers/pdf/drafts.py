"""Paragraphs and tables of a PDF as drafts, with what their look says of headings and lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set

from avtalskoll.readers.contents import is_dotted_line
from avtalskoll.readers.labels import typed_label
from avtalskoll.readers.nodes import CellDraft, Draft, Node, TableDraft
from avtalskoll.readers.pdf.flow import Part
from avtalskoll.readers.pdf.hyphens import hyphenated_words, joined
from avtalskoll.readers.pdf.lines import Line
from avtalskoll.readers.pdf.paragraphs import Paragraph
from avtalskoll.readers.pdf.tables import Table
from avtalskoll.readers.plaintext import bulleted

_LARGER = 1.1
"""A paragraph this much larger than the body is a heading."""
_STEP = 3.0
"""Points in a step of indentation."""
_LONGEST_HEADING = 200
_RAISED = re.compile("[\ue000-\ue009]+")


class DraftMaker:
    """Turns parts into drafts, by what is usual in the document."""

    def __init__(self, parts: Sequence[Part], body: float, marks: Set[tuple[int, str]]) -> None:
        """Learn the sizes of headings; `marks` are the notes there are: page and number."""
        self._body = body
        self._marks = marks
        self._known = hyphenated_words(line.text for part in parts for line in _lines(part))
        sizes = [part.first.size for part in parts if isinstance(part, Paragraph) and self._is_large(part)]
        self._sizes = sorted(set(sizes), reverse=True)
        self._all_sizes = sizes
        self._second = parts[1] if len(parts) > 1 else None
        self._titled = len(self._sizes) > 1 and sizes.count(self._sizes[0]) == 1 and sizes[0] == self._sizes[0]

    def nodes(self, parts: Iterable[Part]) -> list[Node]:
        """The drafts, in order."""
        nodes: list[Node] = []
        before: Paragraph | None = None
        for part in parts:
            if isinstance(part, Table):
                nodes.append(self._table(part))
                before = None
                continue
            draft = self.draft(part, within=before)
            nodes.append(draft)
            if part.labelled and draft.shape != "heading":
                before = part
            elif not draft.continues:
                before = None
        return nodes

    def draft(self, paragraph: Paragraph, within: Paragraph | None = None) -> Draft:
        """One paragraph; `within` is the list item above, which it may go on."""
        first = paragraph.first
        text, notes = self._text(paragraph)
        indent = max(round((first.x0 - paragraph.left) / _STEP), 0)
        large = self._is_large(paragraph)
        count = len(paragraph.lines)
        draft = Draft(text, indent=indent, page=first.page, payload=notes or None)
        draft.alone = count == 1 or (paragraph.bold and count <= 3)
        draft.marked = (paragraph.bold or first.size >= self._body * _LARGER) and not is_dotted_line(text)
        draft.look = f"{first.size:g}{' bold' if paragraph.bold else ''}" if draft.marked else ""
        label = typed_label(text)
        if label is not None and label.kind == "bullet":
            return bulleted(draft, text, indent)
        if large and label is None and self._is_subtitle(paragraph):
            draft.marked = False
        elif large and self._sizes:
            draft.shape = "heading"
            draft.level = max(self._sizes.index(first.size) + (0 if self._titled else 1), 0)
        elif within is not None and label is None:
            draft.continues = first.x0 >= within.edge - _STEP and within.edge > within.first.x0 + _STEP
        return draft

    def _is_subtitle(self, paragraph: Paragraph) -> bool:
        """Whether it stands below the title of the document and goes on with it: "mellan Region X och Y kommun"."""
        if paragraph is not self._second or not self._titled:
            return False
        alone = sum(1 for size in self._all_sizes if size == paragraph.first.size) == 1
        return paragraph.first.text[:1].islower() or (alone and not paragraph.bold)

    def _text(self, paragraph: Paragraph) -> tuple[str, list[str]]:
        """The text, without the marks of notes, and the marks."""
        notes: list[str] = []
        lines = []
        for line in paragraph.lines:
            page = line.page

            def settle(match: re.Match[str], page: int = page) -> str:
                number = "".join(str(ord(sign) - 0xE000) for sign in match[0])
                if (page, number) in self._marks:
                    notes.append(number)
                    return ""
                return number

            lines.append(_RAISED.sub(settle, line.text))
        return joined(lines, self._known), notes

    def _is_large(self, paragraph: Paragraph) -> bool:
        if paragraph.first.size < self._body * _LARGER:
            return False
        text = " ".join(line.text for line in paragraph.lines)
        letters = sum(map(str.isalpha, text))
        return letters > 1 and len(text) <= _LONGEST_HEADING and not is_dotted_line(text)

    def _table(self, table: Table) -> TableDraft:
        cells = []
        for cell in table.cells:
            nodes: list[Node] = []
            before: Paragraph | None = None
            for paragraph in cell.paragraphs:
                draft = self.draft(paragraph, within=before)
                draft.shape = "item" if draft.mark is not None else "paragraph"
                nodes.append(draft)
                before = paragraph if paragraph.labelled else before if draft.continues else None
            marked = bool(cell.paragraphs) and (cell.shaded or all(paragraph.bold for paragraph in cell.paragraphs))
            cells.append(CellDraft(cell.row, cell.column, nodes, cell.row_span, cell.column_span, cell.head, marked))
        _mark_heads(table, cells)
        return TableDraft(cells)


def _mark_heads(table: Table, cells: Sequence[CellDraft]) -> None:
    """Mark the first row as heads, with the rows that its cells reach into, where it alone stands out."""
    first = [cell for cell in cells if cell.row == 0]
    if any(cell.head for cell in cells) or len(first) < 2:
        return
    reach = max(cell.row_span for cell in first)
    top = [cell for cell in cells if cell.row < reach and cell.text]
    rest = [cell for cell in cells if cell.row >= reach and cell.text]
    if rest and top and all(cell.marked for cell in top) and not all(cell.marked for cell in rest):
        for cell in cells:
            cell.head = cell.row < reach


def _lines(part: Part) -> Sequence[Line]:
    if isinstance(part, Table):
        return [line for cell in part.cells for paragraph in cell.paragraphs for line in paragraph.lines]
    return part.lines
