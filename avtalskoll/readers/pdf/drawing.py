"""What is drawn on a page: rules, filled areas and pictures."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from avtalskoll.readers.pdf.sheet import Sheet

_THIN = 3.0
"""A drawn shape up to this width, in points, is a rule."""
_SHORTEST = 4.0
_MAX_OBJECTS = 50_000
_MAX_SEGMENTS = 400
_MAX_DEPTH = 3


class Rule(NamedTuple):
    """A straight rule: where it lies across, and from where to where it runs."""

    at: float
    start: float
    end: float


class Area(NamedTuple):
    """A rectangle; y grows downwards."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def size(self) -> float:
        """Square points."""
        return max(self.x1 - self.x0, 0.0) * max(self.y1 - self.y0, 0.0)


@dataclass(slots=True)
class Drawing:
    """The rules, shades and pictures of one page as shown."""

    across: list[Rule] = field(default_factory=list)
    """Horizontal rules."""
    down: list[Rule] = field(default_factory=list)
    """Vertical rules."""
    shades: list[Area] = field(default_factory=list)
    pictures: list[Area] = field(default_factory=list)
    shapes: int = 0
    """How many shapes are drawn in all."""


def read_drawing(page: Any, width: float, height: float, rotation: int) -> Drawing:
    """What is drawn on a raw page that is shown `width` x `height` and turned by `rotation` degrees."""
    walk = _Walk(width, height, rotation // 90 % 4)
    for place in range(max(pdfium.FPDFPage_CountObjects(page), 0)):
        walk.take(pdfium.FPDFPage_GetObject(page, place), (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), 0)
    return walk.drawing


Matrix = tuple[float, float, float, float, float, float]


class _Walk:
    def __init__(self, width: float, height: float, turned: int) -> None:
        self.drawing = Drawing()
        self._sheet = Sheet(width, height, turned)
        self._left = _MAX_OBJECTS

    def take(self, item: Any, outer: Matrix, depth: int) -> None:
        self._left -= 1
        if self._left < 0 or not item:
            return
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
            inner = _product(_matrix(item), outer)
            for place in range(max(pdfium.FPDFFormObj_CountObjects(item), 0)):
                if self._left < 0:
                    return
                self.take(pdfium.FPDFFormObj_GetObject(item, place), inner, depth + 1)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self.drawing.pictures.append(self._bounds(item, outer))
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(item, outer)

    def _path(self, item: Any, outer: Matrix) -> None:
        drawing = self.drawing
        drawing.shapes += 1
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        if not pdfium.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke)):
            return
        if not fill.value and not stroke.value:
            return
        area = self._bounds(item, outer)
        wide, high = area.x1 - area.x0, area.y1 - area.y0
        if min(wide, high) <= _THIN:
            self._rule(area)
            return
        segments = self._corners(item, outer)
        if stroke.value:
            for (ax, ay), (bx, by) in segments:
                if min(abs(ax - bx), abs(ay - by)) <= 1.0:
                    self._rule(Area(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))
        elif len(segments) > 5:  # many rectangles in one path
            for start in range(0, len(segments) - 3, 4):
                xs = [point[0] for segment in segments[start : start + 4] for point in segment]
                ys = [point[1] for segment in segments[start : start + 4] for point in segment]
                part = Area(min(xs), min(ys), max(xs), max(ys))
                if min(part.x1 - part.x0, part.y1 - part.y0) <= _THIN:
                    self._rule(part)
        if fill.value:
            drawing.shades.append(area)

    def _rule(self, area: Area) -> None:
        wide, high = area.x1 - area.x0, area.y1 - area.y0
        if max(wide, high) < _SHORTEST:
            return
        if wide >= high:
            self.drawing.across.append(Rule((area.y0 + area.y1) / 2, area.x0, area.x1))
        else:
            self.drawing.down.append(Rule((area.x0 + area.x1) / 2, area.y0, area.y1))

    def _corners(self, item: Any, outer: Matrix) -> list[tuple[tuple[float, float], tuple[float, float]]]:
        """The straight pieces of a path."""
        matrix = _product(_matrix(item), outer)
        x, y = ctypes.c_float(), ctypes.c_float()
        found: list[tuple[tuple[float, float], tuple[float, float]]] = []
        last = start = (0.0, 0.0)
        for place in range(min(max(pdfium.FPDFPath_CountSegments(item), 0), _MAX_SEGMENTS)):
            segment = pdfium.FPDFPath_GetPathSegment(item, place)
            if not segment or not pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
                continue
            point = self._sheet.shown(*_moved(x.value, y.value, matrix))
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                start = point
            elif kind == pdfium.FPDF_SEGMENT_LINETO:
                found.append((last, point))
            last = point
            if pdfium.FPDFPathSegment_GetClose(segment):
                if last != start:
                    found.append((last, start))
                last = start
        return found

    def _bounds(self, item: Any, outer: Matrix) -> Area:
        edges = [ctypes.c_float() for _ in range(4)]
        if not pdfium.FPDFPageObj_GetBounds(item, *(ctypes.byref(edge) for edge in edges)):
            return Area(0.0, 0.0, 0.0, 0.0)
        left, bottom, right, top = (edge.value for edge in edges)
        corners = [self._sheet.shown(*_moved(x, y, outer)) for x in (left, right) for y in (bottom, top)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return Area(min(xs), min(ys), max(xs), max(ys))


def _matrix(item: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix)):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _product(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _moved(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
