"""Footnotes at the bottom of pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from avtalskoll.readers.pdf.lines import Line, Stretch, lines_of, make_line, rows_of
from avtalskoll.readers.pdf.pages import Page

_SMALLER = 0.93
_NUMBER = re.compile("(?:([\ue000-\ue009]+)|(\\d{1,3}))[.)]?\\s*(?=\\S)")


@dataclass(slots=True, eq=False)
class Footnote:
    """A note with its number and its lines, the number taken off."""

    page: int
    number: str
    lines: list[Line]


def take_footnotes(page: Page, body: float) -> list[Footnote]:
    """Take the footnotes off a page: small text at its bottom that begins with a number raised in the text above."""
    rows = rows_of(page.pieces)
    lines = [make_line([glyph for piece in row for glyph in piece.glyphs], page.number) for row in rows]
    bottom = max((grid.area.y1 for grid in page.grids), default=0.0)
    start = len(rows)
    while start and lines[start - 1].size <= body * _SMALLER and lines[start - 1].base > bottom:
        start -= 1
    raised = {_figures(mark) for line in lines[:start] for mark in line.raised}
    raised |= {_figures(mark) for line in lines_of(_inside(page), page.number) for mark in line.raised}
    notes: list[Footnote] = []
    taken: list[Stretch] = []
    for row, line in zip(rows[start:], lines[start:], strict=True):
        match = _NUMBER.match(line.text)
        number = _figures(match[1] or match[2]) if match else ""
        if match and number in raised and number not in {note.number for note in notes}:
            line.text = line.text[match.end() :]
            notes.append(Footnote(page.number, number, [line]))
        elif notes:
            notes[-1].lines.append(line)
        else:
            continue
        taken += row
    gone = {id(piece) for piece in taken}
    page.pieces = [piece for piece in page.pieces if id(piece) not in gone]
    return notes


def _figures(mark: str) -> str:
    return "".join(str(ord(sign) - 0xE000) if ord(sign) >= 0xE000 else sign for sign in mark)


def _inside(page: Page) -> Sequence[Stretch]:
    return [piece for piece in page.pieces if any(grid.area.y0 <= piece.base <= grid.area.y1 for grid in page.grids)]
