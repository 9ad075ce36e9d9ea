"""The agreement as it was read, laid out as a page: headings, lists and tables, with the words of findings marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from avtalskoll.agreement import Agreement, Block, Document
from avtalskoll.audit_report import AuditReport, Evidence

_DEEPEST = 6
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some of a block's text. `finding` is the number of the quote that it belongs to; None for other text."""

    text: str
    finding: int | None


@dataclass(frozen=True, slots=True)
class LaidBlock:
    """A block: `label` is its number where the text does not hold it, `decides` the requirements that quote it."""

    anchor: str
    kind: str
    level: int
    label: str
    stretches: tuple[Stretch, ...]
    decides: tuple[str, ...]
    page: int | None
    """The page that begins here; None where it is the same as before."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    head: str
    """"row" or "col" for one that heads others, else ""."""
    blocks: tuple[LaidBlock, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands together: one block, the items of a list, or a table."""

    kind: str
    blocks: tuple[LaidBlock, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class LaidDocument:
    """One file."""

    name: str
    unread: tuple[str, ...]
    pieces: tuple[Piece, ...]


def agreement_text(agreement: Agreement, report: AuditReport, wanted: Sequence[Evidence]) -> list[LaidDocument]:
    """All files in order. `wanted` are the quotes to mark."""
    decides: dict[tuple[str, int], dict[str, None]] = defaultdict(dict)
    for result in report.results:
        for evidence in result.evidence:
            decides[evidence.document, evidence.block][result.id] = None
    return [
        LaidDocument(document.name, document.unread, tuple(_Layout(number, document, decides, wanted).pieces()))
        for number, document in enumerate(agreement.documents)
    ]


class _Layout:
    def __init__(
        self,
        number: int,
        document: Document,
        decides: dict[tuple[str, int], dict[str, None]],
        wanted: Sequence[Evidence],
    ) -> None:
        self._number = number
        self._document = document
        self._decides = decides
        self._marks: dict[int, list[tuple[int, Evidence]]] = defaultdict(list)
        for place, evidence in enumerate(wanted):
            if evidence.document == document.name:
                self._marks[evidence.block].append((place, evidence))
        self._page: int | None = None

    def pieces(self) -> Iterator[Piece]:
        for key, blocks in groupby(self._document.blocks, key=_together):
            if key[0] == "table":
                yield Piece("table", rows=tuple(self._rows(list(blocks))))
            elif key[0] in ("item", "toc"):
                yield Piece(str(key[0]), tuple(self._laid(block) for block in blocks))
            else:
                yield from (Piece(block.kind, (self._laid(block),)) for block in blocks)

    def _rows(self, blocks: list[Block]) -> Iterator[tuple[Cell, ...]]:
        width = min(max(block.column or 0 for block in blocks) + 1, _WIDEST)
        heads_columns = any(block.column_heads for block in blocks)
        for row, of_row in groupby(blocks, key=lambda block: block.row):
            cells: dict[int, list[Block]] = defaultdict(list)
            for block in of_row:
                cells[min(block.column or 0, width - 1)].append(block)
            heads_row = any(block.row_heads for of_cell in cells.values() for block in of_cell)
            yield tuple(
                Cell(
                    "col" if heads_columns and row == 0 else "row" if heads_row and column == 0 else "",
                    tuple(self._laid(block) for block in cells[column]),
                )
                for column in range(width)
            )

    def _laid(self, block: Block) -> LaidBlock:
        page = block.page if block.page != self._page else None
        self._page = block.page
        return LaidBlock(
            anchor=f"b{self._number}-{block.ordinal}",
            kind=block.kind,
            level=min(max(block.level, 0), _DEEPEST),
            label="" if block.text.lstrip().startswith(block.number) else block.number,
            stretches=tuple(_stretches(block.text, self._marks[block.ordinal])),
            decides=tuple(self._decides.get((self._document.name, block.ordinal), ())),
            page=page,
        )


def _together(block: Block) -> tuple[object, ...]:
    """Blocks that follow each other with the same key stand together."""
    if block.table is not None:
        return "table", block.table
    return (block.kind,)


def _stretches(text: str, marks: Iterable[tuple[int, Evidence]]) -> Iterator[Stretch]:
    """The text cut where marks begin and end; where two quotes overlap the text belongs to the first."""
    at = 0
    for place, evidence in sorted(marks, key=lambda mark: (mark[1].start, mark[0])):
        start, end = max(evidence.start, at), min(evidence.end, len(text))
        if start >= end:
            continue
        if start > at:
            yield Stretch(text[at:start], None)
        yield Stretch(text[start:end], place)
        at = end
    if at < len(text) or not text:
        yield Stretch(text[at:], None)
