"""Characters brought together into stretches of text and lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from avtalskoll.readers.pdf.glyphs import Glyph

_SAME_LINE = 0.45
"""How far baselines on one line may differ, in sizes: room for raised figures."""
_WORD_GAP = 0.17
_SPACE_GAP = 0.06
"""The same where the file has a space."""
_SPLIT = 0.9
"""A gap wider than this, in sizes, ends a stretch."""
_TAB = 2.5


@dataclass(slots=True, eq=False)
class Stretch:
    """Characters side by side without a wide gap."""

    glyphs: list[Glyph]

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return max(glyph.x1 for glyph in self.glyphs[-2:])

    @property
    def base(self) -> float:
        """Baseline."""
        return self.glyphs[0].base

    @property
    def size(self) -> float:
        """Size of the characters."""
        return self.glyphs[0].face.size


@dataclass(slots=True, eq=False)
class Line:
    """A line of text."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    first_word: float
    """Width of the first word."""
    page: int
    places: Sequence[float] = field(default=(), repr=False)
    """Where each character of the text begins."""
    raised: tuple[str, ...] = ()
    """Raised figures in it: marks of notes, as candidates."""


def stretches(glyphs: Iterable[Glyph]) -> list[Stretch]:
    """Group characters, in the order of the file, into stretches."""
    found: list[Stretch] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if last is not None and _follows(last, glyph):
            found[-1].glyphs.append(glyph)
        else:
            found.append(Stretch([glyph]))
        last = glyph
    found = [piece for piece in found if any(glyph.text.strip() for glyph in piece.glyphs)]
    return found


def _follows(last: Glyph, glyph: Glyph) -> bool:
    size = max(last.face.size, glyph.face.size)
    gap = glyph.x0 - last.x1
    return abs(glyph.base - last.base) <= _SAME_LINE * size and -0.5 * size <= gap <= _SPLIT * size


def rows_of(pieces: Iterable[Stretch]) -> list[list[Stretch]]:
    """The stretches that stand on one level, from above, each row from left to right."""
    rows: list[list[Stretch]] = []
    for piece in sorted(pieces, key=lambda piece: (round(piece.base, 1), piece.x0)):
        home = next((row for row in reversed(rows[-3:]) if _level(row, piece)), None)
        if home is None:
            rows.append([piece])
        else:
            home.append(piece)
    return [sorted(row, key=lambda piece: piece.x0) for row in rows]


def lines_of(pieces: Iterable[Stretch], page: int) -> list[Line]:
    """The lines that stretches of one column make, from above."""
    lines = [make_line([glyph for piece in row for glyph in piece.glyphs], page) for row in rows_of(pieces)]
    lines.sort(key=lambda line: (line.base, line.x0))
    return [line for line in lines if line.text]


def _level(row: Sequence[Stretch], piece: Stretch) -> bool:
    largest = max(row, key=lambda other: other.size)
    return abs(largest.base - piece.base) <= _SAME_LINE * max(largest.size, piece.size)


def make_line(glyphs: Sequence[Glyph], page: int) -> Line:
    """One line of characters from left to right."""
    size = _usual_size(glyphs)
    base = next((glyph.base for glyph in glyphs if glyph.face.size >= size * 0.9), glyphs[0].base)
    text: list[str] = []
    raised: list[str] = []
    last: Glyph | None = None
    kept: list[Glyph] = []
    places: list[float] = []
    usual_gap = _usual_gap(glyphs, size)
    first_end = glyphs[0].x1
    words = 0
    in_mark = False
    for glyph in glyphs:
        mark = glyph.face.size < size * 0.82 and glyph.base < base - 0.12 * size and (glyph.text.isdigit())
        gap = glyph.x0 - last.x1 if last is not None else 0.0
        if mark and last is not None and not (raised and not in_mark and gap > size):
            if in_mark:
                raised[-1] += glyph.text
            else:
                raised.append(glyph.text)
            text.append(_SIGNS.get(glyph.text, glyph.text))
            places.append(glyph.x0)
            last, in_mark = glyph, True
            continue
        in_mark = False
        if last is not None and gap > (_SPACE_GAP if glyph.spaced else _WORD_GAP) * size:
            wide = gap > _TAB * size and gap > 3 * usual_gap and words > 0
            text.append("\t" if wide else " ")
            places.append(last.x1)
            words += 1
        elif words == 0:
            first_end = glyph.x1
        text.append(glyph.text)
        places += [glyph.x0] * len(glyph.text)
        kept.append(glyph)
        last = glyph
    letters = [glyph for glyph in kept if glyph.text.isalpha()]
    if kept and kept[0].face.dingbat and len(text) > 1 and text[1] in " \t":
        text[0] = "•"
    return Line(
        text="".join(text).strip(), x0=glyphs[0].x0, x1=max(glyph.x1 for glyph in glyphs), base=base, size=size,
        bold=bool(letters) and all(glyph.face.bold for glyph in letters), first_word=first_end - glyphs[0].x0,
        page=page, raised=tuple(raised), places=places,
    )  # fmt: skip


_SIGNS = {str(figure): chr(0xE000 + figure) for figure in range(10)}
"""Raised figures stand as signs of their own until it is known whether they mark a note."""


def _usual_gap(glyphs: Sequence[Glyph], size: float) -> float:
    gaps = sorted(gap for last, glyph in pairwise(glyphs) if (gap := glyph.x0 - last.x1) > _WORD_GAP * size)
    return gaps[len(gaps) // 2] if len(gaps) > 1 else 0.0


def _usual_size(glyphs: Sequence[Glyph]) -> float:
    counts: dict[float, int] = {}
    for glyph in glyphs:
        counts[glyph.face.size] = counts.get(glyph.face.size, 0) + 1
    return max(counts, key=lambda size: (counts[size], size))
