"""From drafts to blocks: what each paragraph is, seen among its neighbours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from avtalskoll.readers.builder import BlockBuilder, Seat
from avtalskoll.readers.contents import mark_contents
from avtalskoll.readers.heads import TableHeads
from avtalskoll.readers.labels import Label, is_section_number, section_parts, typed_label
from avtalskoll.readers.nodes import CellDraft, Draft, Mark, Node, TableDraft
from avtalskoll.readers.titles import is_capitals, is_clause, is_title

Placed = Callable[[Draft, int | None], None]
_MAX_LEVEL = 9


class Arranger:
    """Turns drafts into blocks of `builder`, in order.

    `placed` is told the block of every draft (None for one without text), so that a reader can add what hangs on it.
    """

    def __init__(self, builder: BlockBuilder, placed: Placed | None = None) -> None:
        """Arrange into `builder`."""
        self._builder = builder
        self._placed = placed
        self._looks: dict[str, int] = {}
        self._numbered: dict[int, int] = {}

    def arrange(self, nodes: Sequence[Node]) -> None:
        """Arrange a flow of text outside tables."""
        mark_contents(nodes)
        filled = [node for node in nodes if isinstance(node, TableDraft) or node.text.strip()]
        after = {id(node): follower for node, follower in pairwise(filled)}
        before = {id(node): leader for leader, node in pairwise(filled)}
        for node in nodes:
            if isinstance(node, TableDraft):
                self._table(node)
            elif not node.text.strip():
                self._tell(node, None)
            else:
                self._tell(node, self._place(node, before.get(id(node)), after.get(id(node))))

    def _tell(self, draft: Draft, ordinal: int | None) -> None:
        if self._placed is not None:
            self._placed(draft, ordinal)

    def _place(self, draft: Draft, before: Node | None, after: Node | None) -> int:
        builder = self._builder
        if draft.shape == "toc":
            return builder.contents_line(draft)
        label = typed_label(draft.text, heading=draft.shape == "heading" or draft.marked)
        if draft.shape == "heading":
            number = draft.number or (label.text if label else "")
            if not is_clause(draft.text):
                if number:
                    self._numbered.setdefault(section_parts(number), draft.level)
                return builder.heading(draft, draft.level, number)
            return builder.paragraph(draft, number)
        if draft.number and draft.clause:
            if self._heads(draft, draft.text, before, after, numbered=True):
                return builder.heading(draft, self._numbered_level(draft, section_parts(draft.number)), draft.number)
            return builder.paragraph(draft, draft.number)
        if draft.shape == "item" and draft.mark is not None:
            mark = draft.mark
            if self._heads(draft, draft.text, before, after, numbered=mark.kind == 0 and bool(mark.number)):
                return builder.heading(draft, self._level(draft), mark.number)
            return builder.item(draft, mark)
        if label is None:
            if self._heads(draft, draft.text, before, after, numbered=False):
                return builder.heading(draft, self._level(draft))
            return builder.paragraph(draft)
        return self._labelled(draft, label, before, after)

    def _labelled(self, draft: Draft, label: Label, before: Node | None, after: Node | None) -> int:
        builder = self._builder
        rest = draft.text[label.end :]
        if label.kind == "bullet":
            return builder.item(draft, _mark(label, draft))
        numbered = label.kind == "clause" or label.family in ("1.", "A)")
        if self._heads(draft, rest, before, after, numbered=numbered):
            return builder.heading(draft, self._numbered_level(draft, label.parts), label.text)
        if label.kind == "clause":
            return builder.paragraph(draft, label.text)
        return builder.item(draft, _mark(label, draft))

    def _heads(self, draft: Draft, wording: str, before: Node | None, after: Node | None, *, numbered: bool) -> bool:
        """Whether a paragraph without heading style is a heading all the same."""
        capitals = is_capitals(wording)
        if after is None or not draft.alone or not (numbered or draft.marked or capitals):
            return False
        if not wording.strip():
            return False
        marked = draft.marked or capitals
        if not is_title(wording, marked=marked):
            return False
        if marked and (numbered or draft.shape == "paragraph"):
            return True
        if _alike(draft, after) or (_introduces(after) and section_parts(draft.number or _typed(draft)) > 1):
            return False
        return numbered and not (_alike(draft, before) and not _ends(before))

    def _numbered_level(self, draft: Draft, parts: int) -> int:
        known = max((known for known in self._numbered if known <= parts), default=0)
        level = min(self._numbered.get(known, 0) + parts - known, _MAX_LEVEL)
        self._looks.setdefault(draft.look, level)
        return level

    def _level(self, draft: Draft) -> int:
        look = draft.look or ("CAPITALS" if is_capitals(draft.text) else "")
        if look not in self._looks:
            self._looks[look] = min(self._builder.depth + 1, _MAX_LEVEL)
        return self._looks[look]

    def _table(self, table: TableDraft, outer: Seat | None = None) -> None:
        builder = self._builder
        number = builder.next_table()
        heads = TableHeads(table.cells)
        single = max((cell.column + cell.column_span for cell in table.cells), default=0) <= 1
        builder.end_list()
        for cell in table.cells:
            seat = Seat(
                number,
                cell.row,
                cell.column,
                (*(outer.row_heads if outer else ()), *heads.row_heads(cell)),
                (*(outer.column_heads if outer else ()), *heads.column_heads(cell)),
                heads.section(cell) or (outer.section if outer else ""),
            )
            with builder.apart():
                self._cell(cell, seat, single)
        builder.end_list()

    def _cell(self, cell: CellDraft, seat: Seat, single: bool) -> None:
        builder = self._builder
        for node in cell.nodes:
            if isinstance(node, TableDraft):
                self._table(node, seat)
                continue
            if not node.text.strip():
                self._tell(node, None)
                continue
            ordinal: int
            label = typed_label(node.text)
            if node.shape == "toc":
                ordinal = builder.contents_line(node)
            elif node.shape == "heading" and single and not is_clause(node.text):
                number = node.number or (label.text if label else "")
                ordinal = builder.heading(node, node.level, number, seat)
            elif node.mark is not None and not node.clause:
                ordinal = builder.cell(node, seat, mark=node.mark)
            elif label is not None and not node.number and label.kind != "clause":
                ordinal = builder.cell(node, seat, mark=_mark(label, node))
            else:
                number = node.number or (label.text if label else "")
                if number and is_section_number(number):
                    seat = seat._replace(section=number.strip().rstrip("."))
                ordinal = builder.cell(node, seat, number)
            self._tell(node, ordinal)


def _mark(label: Label, draft: Draft) -> Mark:
    return Mark(label.text, "typed " + label.family, draft.indent, draft.indent, label.rank, label.first)


def _typed(draft: Draft) -> str:
    label = typed_label(draft.text)
    return label.text if label else ""


def _introduces(after: Node) -> bool:
    """Whether a list follows: then "4.4 Läkarens uppgifter" is rather the list's lead-in than a heading."""
    if not isinstance(after, Draft):
        return False
    label = typed_label(after.text)
    return (after.mark is not None and not after.clause) or (label is not None and label.kind != "clause")


def _ends(node: Node | None) -> bool:
    return isinstance(node, Draft) and node.text.rstrip().endswith(".")


def _alike(draft: Draft, neighbour: Node | None) -> bool:
    """Whether the neighbour is numbered in the same way: then both are items or clauses, not headings."""
    if not isinstance(neighbour, Draft) or neighbour.shape in ("heading", "toc"):
        return False
    if draft.mark is not None:
        return (
            neighbour.mark is not None
            and neighbour.mark.family == draft.mark.family
            and neighbour.mark.rank == draft.mark.rank
        )
    if draft.number:
        return bool(neighbour.number) and section_parts(neighbour.number) == section_parts(draft.number)
    own, other = typed_label(draft.text), typed_label(neighbour.text)
    return own is not None and other is not None and (own.family, own.parts) == (other.family, other.parts)
