"""The picture of a page, and what can be measured in it: ink, how thick the strokes are, and ruled lines."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from avtalskoll.readers.limits import Limits
from avtalskoll.readers.pdf.drawing import Area, Drawing, Rule

_DPI = 300
_LEAST_DPI = 100
_SAMPLE = 97
_LIGHT = 225
_FAINT = 0.6
_THICKEST = 10
"""Most pixels across a rule, at 300 dpi."""
_ACROSS = 200
_DOWN = 100
"""Fewest pixels along a rule, at 300 dpi: no letter has such a stroke."""
_MOST_RULES = 2_000


class Raster:
    """The gray pixels of one page; places are given in points, as everywhere else."""

    def __init__(self, width: int, height: int, gray: bytes, dpi: float) -> None:
        """Take `width` x `height` pixels, row by row."""
        self.width, self.height, self.gray, self.dpi = width, height, gray, dpi
        self._limit = _threshold(gray)
        self._dark = self._below(self._limit)

    @property
    def points(self) -> float:
        """Points to a pixel."""
        return 72 / self.dpi

    @property
    def pgm(self) -> bytes:
        """The picture as a PGM file."""
        return b"P5\n%d %d\n255\n" % (self.width, self.height) + self.gray

    def ink(self, area: Area | None = None) -> int:
        """How many pixels are dark, in all or in an area."""
        if area is None:
            return self._dark.count(1)
        return sum(row.count(1) for row in self._rows(area))

    def shaded(self) -> int:
        """How many pixels are not quite light."""
        return self._below(_LIGHT).count(1)

    def stroke(self, area: Area) -> float:
        """How wide the strokes of the text in an area are, in points; 0 where there is no ink."""
        ink = runs = 0
        for row in self._rows(area):
            ink += row.count(1)
            runs += row.count(b"\0\1") + row.startswith(b"\1")
        return ink / runs * self.points if runs else 0.0

    def rules(self) -> Drawing:
        """The straight rules, across and down."""
        scale, points = self.dpi / _DPI, self.points
        thick = max(round(_THICKEST * scale), 3)
        drawn = self._below(round(self._limit + _FAINT * (255 - self._limit)))  # thin rules come out paler than text
        across = _runs((drawn[y * self.width : (y + 1) * self.width] for y in range(self.height)), _ACROSS * scale)
        down = _runs((drawn[x :: self.width] for x in range(self.width)), _DOWN * scale)
        drawing = Drawing()
        for rules, runs in ((drawing.across, across), (drawing.down, down)):
            for first, last, start, end in _brought_together(runs):
                if last - first < thick:
                    rules.append(Rule((first + last + 1) / 2 * points, start * points, end * points))
        return drawing

    def _below(self, limit: int) -> bytes:
        return self.gray.translate(bytes(1 if value < limit else 0 for value in range(256)))

    def _rows(self, area: Area) -> list[bytes]:
        x0, x1 = max(int(area.x0 / self.points), 0), min(int(area.x1 / self.points) + 1, self.width)
        y0, y1 = max(int(area.y0 / self.points), 0), min(int(area.y1 / self.points) + 1, self.height)
        return [self._dark[y * self.width + x0 : y * self.width + x1] for y in range(y0, y1)] if x0 < x1 else []


def draw(document: Any, index: int, limits: Limits, dpi: float = _DPI) -> Raster | None:
    """Page `index` of an open document as it is shown; None where it is too large to be drawn legibly."""
    page = document.get_page(index)
    try:
        inches = page.get_width() / 72 * page.get_height() / 72
        dpi = min(dpi, (limits.ocr_pixels / max(inches, 1e-6)) ** 0.5)
        if dpi < _LEAST_DPI:
            return None
        bitmap = page.render(scale=dpi / 72, grayscale=True)
        try:
            stride, width, height = bitmap.stride, bitmap.width, bitmap.height
            data = bytes(bitmap.buffer)
        finally:
            bitmap.close()
    finally:
        page.close()
    if stride != width:
        data = b"".join(data[row * stride : row * stride + width] for row in range(height))
    return Raster(width, height, data[: width * height], dpi)


def _threshold(gray: bytes) -> int:
    """The shade that parts ink from paper: the one that leaves the least spread on both sides (Otsu)."""
    counts = Counter(gray[::_SAMPLE])
    total, whole = sum(counts.values()), sum(shade * count for shade, count in counts.items())
    best, chosen, below, sum_below = -1.0, 128, 0, 0
    for shade in sorted(counts):
        below, sum_below = below + counts[shade], sum_below + shade * counts[shade]
        above = total - below
        if not above:
            break
        apart = sum_below / below - (whole - sum_below) / above
        if below * above * apart * apart > best:
            best, chosen = below * above * apart * apart, shade + 1
    return min(max(chosen, 60), 200)


Run = tuple[int, int, int]


def _runs(rows: Any, shortest: float) -> list[Run]:
    """Long dark runs: the row, where they start and where they end."""
    long = re.compile(rb"\x01{%d,}" % max(int(shortest), 1))
    found: list[Run] = []
    for place, row in enumerate(rows):
        found += [(place, match.start(), match.end()) for match in long.finditer(row)]
        if len(found) > _MOST_RULES * _THICKEST:
            return []
    return found


def _brought_together(runs: list[Run]) -> list[tuple[int, int, int, int]]:
    """Runs side by side as one: first and last row, start and end."""
    done: list[tuple[int, int, int, int]] = []
    open_: list[tuple[int, int, int, int]] = []
    for place, start, end in runs:
        done += [rule for rule in open_ if rule[1] < place - 1]
        open_ = [rule for rule in open_ if rule[1] >= place - 1]
        home = next((rule for rule in open_ if rule[2] <= end and start <= rule[3]), None)
        if home is None:
            open_.append((place, place, start, end))
        else:
            open_[open_.index(home)] = (home[0], place, min(home[2], start), max(home[3], end))
    return [*done, *open_]
