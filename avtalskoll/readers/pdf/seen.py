"""Text read by machine off the picture of a page, made even: one size for what was set in one, bold by its strokes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from avtalskoll.readers.ocr import OcrLine, OcrWord
from avtalskoll.readers.pdf.drawing import Area
from avtalskoll.readers.pdf.glyphs import Face, Glyph
from avtalskoll.readers.pdf.lines import Stretch, stretches
from avtalskoll.readers.pdf.raster import Raster

_SAME = 1.15
"""Sizes that differ by less are one: that is how sure machine reading is."""
_NEAR = 1.3
"""The same for sizes other than that of the running text: short lines are measured less well."""
_BOLD = 1.22
"""Strokes this much thicker than usual are bold."""
_SPACE = 0.12
"""Least gap between words, in sizes."""
_LONG = 5
_BULLET_SIGNS = "«»¢°·*"
"""What a bullet at the start of a line is often taken for, and what stands alone there for nothing else."""
_BULLET = (0.12, 0.42)
"""The height of a bullet, in sizes."""


@dataclass(slots=True)
class Seen:
    """Characters of one line, their size and how thick their strokes are, in sizes."""

    glyphs: list[Glyph]
    size: float
    stroke: float


def seen_stretch(piece: Stretch, raster: Raster) -> Seen:
    """A stretch of text that a program has laid over the picture."""
    sizes = sorted(glyph.face.size for glyph in piece.glyphs)
    size = sizes[len(sizes) // 2]
    first, *rest = piece.glyphs
    if first.text in _BULLET_SIGNS and (not rest or rest[0].spaced):
        piece.glyphs[0] = first._replace(text="•")
    return Seen(piece.glyphs, size, _stroke(piece.glyphs, size, raster))


def seen_lines(lines: Sequence[OcrLine], raster: Raster) -> list[Seen]:
    """Lines of a page, made level."""
    long = sorted(line.slope for line in lines if len(line.words) >= _LONG)
    slope = long[len(long) // 2] if long else 0.0
    found = []
    for line in lines:
        size = line.size * raster.points
        glyphs = _glyphs(line, raster.points)
        stroke = _stroke(glyphs, size, raster)
        level = [
            glyph._replace(x0=glyph.x0 + slope * glyph.base, x1=glyph.x1 + slope * glyph.base,
                           base=glyph.base - slope * glyph.x0)
            for glyph in glyphs
        ]  # fmt: skip
        found.append(Seen(level, size, stroke))
    return found


def evened(pages: Sequence[Sequence[Seen]]) -> list[list[Stretch]]:
    """The stretches of each page, with the sizes and weights of the whole document made even."""
    everything = [seen for page in pages for seen in page]
    sizes = _sizes(everything)
    weights = sorted(seen.stroke for seen in everything for _ in seen.glyphs if seen.stroke)
    usual = weights[len(weights) // 2] if weights else 0.0
    even = []
    for page in pages:
        glyphs: list[Glyph] = []
        for seen in page:
            bold = bool(usual) and seen.stroke > _BOLD * usual
            face = Face(sizes[seen.size], bold, True, 0, False)
            glyphs += [glyph._replace(face=face) for glyph in seen.glyphs]
        even.append(stretches(glyphs))
    return even


def _sizes(everything: Iterable[Seen]) -> dict[float, float]:
    """The even size for every size."""
    counts: dict[float, int] = {}
    for seen in everything:
        counts[seen.size] = counts.get(seen.size, 0) + len(seen.glyphs)
    body = _middle(counts)
    even = {size: round(body, 1) for size in counts if body / _SAME <= size <= body * _SAME}
    group: dict[float, int] = {}
    rest = sorted(size for size in counts if size not in even)
    for size, after in pairwise([*rest, float("inf")]):
        group[size] = counts[size]
        if after > min(group) * _NEAR or (size < body < after):
            middle = round(_middle(group), 1)
            even.update(dict.fromkeys(group, middle))
            group = {}
    return even


def _middle(counts: dict[float, int]) -> float:
    left = sum(counts.values()) / 2
    for size in sorted(counts):
        left -= counts[size]
        if left <= 0:
            return size
    return 10.0


def _glyphs(line: OcrLine, points: float) -> list[Glyph]:
    """The characters of a line, each an equal part of its word."""
    face = Face(line.size * points, False, True, 0, False)
    glyphs: list[Glyph] = []
    for place, word in enumerate(line.words):
        text = "•" if place == 0 and _is_bullet(word, line) else word.text
        x0, x1, base = word.x0 * points, word.x1 * points, line.base(word.x0) * points
        if glyphs:
            last = glyphs[-1]
            glyphs[-1] = last._replace(x1=max(min(last.x1, x0 - _SPACE * face.size), last.x0))
        step = (x1 - x0) / len(text)
        glyphs += [
            Glyph(sign, x0 + number * step, x0 + (number + 1) * step, base, face, spaced=number == 0)
            for number, sign in enumerate(text)
        ]
    return glyphs


def _is_bullet(word: OcrWord, line: OcrLine) -> bool:
    """Whether a first sign, whatever it was taken for, is a round or square dot above the baseline."""
    height, width = word.y1 - word.y0, word.x1 - word.x0
    least, most = (share * line.size for share in _BULLET)
    if word.text in _BULLET_SIGNS:
        return len(line.words) > 1
    above = line.base(word.x0) - word.y1 > 0.06 * line.size
    return (
        len(line.words) > 1 and len(word.text) == 1 and least <= height <= most and width <= 1.4 * height
        and above and line.words[1].x0 - word.x1 > 0.2 * line.size
    )  # fmt: skip


def _stroke(glyphs: Sequence[Glyph], size: float, raster: Raster) -> float:
    """How thick the strokes are in the lower half of the letters, in sizes."""
    base = glyphs[0].base, glyphs[-1].base
    area = Area(glyphs[0].x0, min(base) - 0.4 * size, glyphs[-1].x1, max(base) - 0.05 * size)
    return raster.stroke(area) / size if size else 0.0
