"""Blocks in the making: ordinals, sections, heading paths and list relations."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

from avtalskoll.agreement import Block, BlockKind
from avtalskoll.readers.labels import citable, is_moment
from avtalskoll.readers.lists import ListTracker
from avtalskoll.readers.nodes import Draft, Mark
from avtalskoll.readers.refusals import Reason, Refused
from avtalskoll.readers.titles import has_verb


class Seat(NamedTuple):
    """The place of a cell in its table."""

    table: int
    row: int
    column: int
    row_heads: tuple[str, ...] = ()
    column_heads: tuple[str, ...] = ()
    section: str = ""
    """The section number that the row bears in a column of its own, if any."""


@dataclass(slots=True)
class _Heading:
    level: int
    text: str
    number: str
    section: str


class BlockBuilder:
    """Collects the blocks of one document in reading order.

    Each method adds one block and returns its ordinal. Raises `Refused` above `max_blocks`.
    """

    def __init__(self, max_blocks: int) -> None:
        """Start an empty document."""
        self.blocks: list[Block] = []
        self._max_blocks = max_blocks
        self._path: list[_Heading] = []
        self._headings: tuple[str, ...] = ()
        self._section = ""
        self._lists = ListTracker()
        self._introducing: tuple[str, int] | None = None
        self._tables = 0

    @property
    def depth(self) -> int:
        """Level of the innermost open heading; 0 before the first."""
        return self._path[-1].level if self._path else 0

    def heading(self, draft: Draft, level: int, number: str = "", seat: Seat | None = None) -> int:
        """Add a heading, which opens a section and ends every list."""
        while self._path and self._path[-1].level >= level:
            self._path.pop()
        self._headings = tuple(heading.text for heading in self._path)
        text = " ".join(draft.text.split())
        if number:
            section = citable(number)
        else:
            section = next((above.section for above in reversed(self._path) if above.number), "") or text
        self._section = section
        ordinal = self._add("heading", draft, number=number, level=max(level, 1), seat=seat)
        self._path.append(_Heading(level, text, number, section))
        self._headings = (*self._headings, text)
        self._introducing = None
        introduces = text.endswith(":") or has_verb(text)
        self._lists.reset(ordinal if introduces else None, text)
        return ordinal

    def paragraph(self, draft: Draft, number: str = "") -> int:
        """Add a paragraph; with a section `number` it is a clause and is cited by it.

        A clause below one that ends in a colon ("3.2.1" below "3.2 Regionen ska:") is an item of it.
        """
        if number:
            self._section = self._clause_section(number)
            if self._introducing and self._section.startswith(self._introducing[0] + "."):
                ordinal = self._add("item", draft, number=number, lead_in=self._introducing[1])
            else:
                ordinal = self._add("paragraph", draft, number=number)
                self._introducing = (self._section, ordinal) if draft.text.rstrip().endswith(":") else None
        else:
            ordinal = self._add("paragraph", draft)
        self._lists.paragraph(ordinal, draft.text, draft.indent if draft.continues else None)
        return ordinal

    def item(self, draft: Draft, mark: Mark) -> int:
        """Add a list item with its depth, lead-in and parent."""
        ordinal = len(self.blocks)
        seat = self._lists.item(mark, ordinal, draft.text)
        own = mark.number and mark.kind == 0 and not self._section and seat.lead_in is None
        return self._add(
            "item",
            draft,
            number=mark.number,
            level=seat.depth,
            lead_in=seat.lead_in,
            parent=seat.parent,
            section=citable(mark.number).strip("()") if own else None,
        )

    def cell(self, draft: Draft, seat: Seat, number: str = "", mark: Mark | None = None) -> int:
        """Add a paragraph of a table cell; as an item of a list in the cell where it bears a `mark`."""
        ordinal = len(self.blocks)
        if mark is None:
            self._add("cell", draft, number=number, seat=seat)
            self._lists.paragraph(ordinal, draft.text)
            return ordinal
        place = self._lists.item(mark, ordinal, draft.text)
        return self._add(
            "cell", draft, number=mark.number, level=place.depth, lead_in=place.lead_in, parent=place.parent, seat=seat
        )

    def note(self, draft: Draft, parent: int | None, number: str) -> int:
        """Add a footnote or endnote, to stand right after the block that bears its mark."""
        return self._add("note", draft, number=number, parent=parent)

    def contents_line(self, draft: Draft) -> int:
        """Add a line of a table of contents."""
        return self._add("toc", draft)

    def next_table(self) -> int:
        """The ordinal of a table that begins."""
        self._tables += 1
        return self._tables - 1

    @contextmanager
    def apart(self) -> Iterator[None]:
        """A flow of its own (a cell, a text box): its lists and those outside do not meet."""
        outside = self._lists
        self._lists = ListTracker()
        try:
            yield
        finally:
            self._lists = outside

    def end_list(self) -> None:
        """A table ends the list before it."""
        self._lists.reset()

    def _clause_section(self, number: str) -> str:
        if not is_moment(number):
            return citable(number)
        above = self._path[-1].section if self._path else ""
        return f"{above} {citable(number).lower()}".strip()

    def _add(
        self,
        kind: BlockKind,
        draft: Draft,
        *,
        number: str = "",
        level: int = 0,
        lead_in: int | None = None,
        parent: int | None = None,
        section: str | None = None,
        seat: Seat | None = None,
    ) -> int:
        ordinal = len(self.blocks)
        if ordinal >= self._max_blocks:
            raise Refused(Reason.TOO_LARGE)
        self.blocks.append(
            Block(
                ordinal=ordinal,
                kind=kind,
                text=draft.text,
                number=" ".join(number.split()),
                level=level,
                section=section if section is not None else (seat.section if seat else "") or self._section,
                headings=self._headings,
                lead_in=lead_in,
                parent=parent,
                row_heads=seat.row_heads if seat else (),
                column_heads=seat.column_heads if seat else (),
                table=seat.table if seat else None,
                row=seat.row if seat else None,
                column=seat.column if seat else None,
                page=draft.page,
                part=draft.part,
                origin=draft.origin,
            )
        )
        return ordinal
