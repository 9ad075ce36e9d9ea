"""Reads a sample text: a head of ``key: value`` lines, then a Markdown-like body.

Beside ``#``, ``##``, ``###``, lists and pipe tables there are lines that begin with
``@`` (a paragraph in a named style) and with ``!`` (``!toc``, ``!pagebreak``,
``!subtitle``, ``!table``, ``!signatures``, ``!move-from``, ``!move-to``).
A number typed first in a paragraph and followed by two spaces becomes a typed
number with a tab, the way it is written without automatic numbering.
"""

from __future__ import annotations

import re
from pathlib import Path

from .inline import InlineParser
from .model import (
    Block,
    Cell,
    Contents,
    Heading,
    Inline,
    ListItem,
    ListKind,
    Move,
    PageBreak,
    Paragraph,
    Signatures,
    Table,
    Text,
)

_ITEM = re.compile(r"(-|\d\)|[a-z]\)) (?! )")
_TYPED = re.compile(r"(-|Mom\. \d+|\d+\.\d+) {2}")
_STARTS = re.compile(r"#|!|@|\||\[\^\w+\]:|(?:-|\d\)|[a-z]\)) |(?:Mom\. )?[\d.]+ {2}")
_NOTE = re.compile(r"\[\^(\w+)\]: ")


def parse_text(path: Path, *, hard_spaces: bool = False) -> Text:
    """Read the text file at ``path``.

    Args:
        path: the file in ``texts/``.
        hard_spaces: put no-break spaces in "16 kap. 1 §", as careful typists do.
    """
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    keys = dict(line.split(": ", 1) for line in head.splitlines())
    pages = tuple(int(page) for page in keys.get("toc_pages", "").split())
    text = Text(keys["title"], keys["header"], keys["footer"], pages)
    _BodyParser(text).parse(_hard_spaces(body) if hard_spaces else body)
    return text


def _hard_spaces(body: str) -> str:
    body = re.sub(r"(?<=\d) (?=kap\.|(?:[a-z] )?§)", "\N{NO-BREAK SPACE}", body)
    body = re.sub(r"(?<=\d.[a-z]) (?=§)", "\N{NO-BREAK SPACE}", body)
    return re.sub(r"(kap\.|§) (?=\d)", "\\1\N{NO-BREAK SPACE}", body)


class _BodyParser:
    """Turns logical lines into blocks of one text."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._inline = InlineParser(text.comments)
        self._move: Move | None = None
        self._table: dict[str, str] = {}
        self._list: tuple[ListKind, int] | None = None

    def parse(self, body: str) -> None:
        """Append the blocks of ``body`` to the text."""
        rows: list[str] = []
        for line in [*_logical_lines(body), ""]:
            if line.startswith("|"):
                rows.append(line)
                continue
            if rows:
                self._add(self._read_table(rows))
                rows = []
            if line:
                self._line(line)

    def _add(self, block: Block) -> None:
        if not isinstance(block, ListItem):
            self._list = None
        self._text.blocks.append(block)

    def _line(self, line: str) -> None:
        if note := _NOTE.match(line):
            self._text.notes[note[1]] = self._inline.parse(line[note.end() :])
        elif line.startswith("!"):
            self._directive(*line[1:].partition(" ")[::2])
        elif line.startswith("#"):
            marks, _, content = line.partition(" ")
            inline = self._inline.parse(content)
            if marks == "#":
                self._add(Paragraph("title", inline))
            else:
                self._add(Heading(len(marks) - 1, inline))
        elif line.startswith("@"):
            style, _, content = line[1:].partition(" ")
            self._paragraph(style, content)
        elif item := _ITEM.match(line):
            self._item(item[1], line[item.end() :])
        elif typed := _TYPED.match(line):
            style = "dash" if typed[1] == "-" else "typed"
            self._paragraph(style, f"{typed[1]}\t{line[typed.end() :]}")
        else:
            self._paragraph("body", line)

    def _paragraph(self, style: str, content: str) -> None:
        self._add(Paragraph(style, self._inline.parse(content), self._move))
        self._move = None

    def _item(self, label: str, content: str) -> None:
        kind: ListKind = "bullet" if label == "-" else "decimal" if label[0].isdigit() else "letter"
        if self._list is None or self._list[0] != kind:
            last = [b.group for b in self._text.blocks if isinstance(b, ListItem)]
            self._list = (kind, max(last, default=0) + 1)
        self._add(ListItem(kind, self._list[1], self._inline.parse(content)))

    def _directive(self, name: str, value: str) -> None:
        match name:
            case "toc":
                self._add(Contents())
            case "pagebreak":
                self._add(PageBreak())
            case "subtitle":
                self._add(Paragraph("subtitle", self._inline.parse(value)))
            case "table":
                settings = re.findall(r"(\w+)=(.*?)(?= \w+=|$)", value)
                self._table = dict(settings)
            case "signatures":
                blocks = (block.split(": ") for block in value.split(" | "))
                self._add(Signatures(tuple((b[0], b[1]) for b in blocks)))
            case "move-from" | "move-to":
                party, label = value.split()
                is_source = name == "move-from"
                self._move = Move("from" if is_source else "to", party, label)
            case _:
                raise ValueError(f"unknown directive: !{name}")

    def _read_table(self, lines: list[str]) -> Table:
        rows = tuple(
            tuple(self._cell(cell.strip()) for cell in line.strip("| ").split(" | "))
            for line in lines
            if not re.fullmatch(r"[|\- ]+", line)
        )
        settings, self._table = self._table, {}
        table = Table(
            rows,
            widths=tuple(int(width) for width in settings["widths"].split(",")),
            header_rows=(0 if settings.get("header") == "none" else int(settings.get("headrows", "1"))),
            row_heads=settings.get("rowhead") == "yes",
            caption=settings.get("caption", ""),
        )
        if any(len(row) != len(table.widths) for row in rows):
            raise ValueError(f"uneven table: {lines[0]}")
        return table

    def _cell(self, source: str) -> Cell:
        if source in ("<", "^"):
            return Cell((), "<" if source == "<" else "^")
        parts: tuple[Inline, ...] = tuple(self._inline.parse(part) for part in source.split("<br>"))
        return Cell(parts)


def _logical_lines(body: str) -> list[str]:
    """Join wrapped lines; an empty line or a line with a mark starts a new one."""
    lines: list[str] = []
    fresh = True
    for line in body.splitlines():
        if not line.strip():
            fresh = True
        elif fresh or _STARTS.match(line):
            lines.append(line)
            fresh = bool(re.match(r"[#!|]", line))
        else:
            lines[-1] += " " + line.strip()
    return lines
