"""Rows of dots in tables of contents, which machine reading takes for letters."""

from __future__ import annotations

from collections.abc import Sequence

from avtalskoll.readers.ocr import DOTS, OcrLine, OcrWord
from avtalskoll.readers.pdf.drawing import Area
from avtalskoll.readers.pdf.raster import Raster

_GUESS = 30
"""Words that the program is less sure of may be dots."""
_DOT = 0.22
"""The height of a dot, in sizes."""
_ABOVE = 0.1
"""Share of the ink that may lie above the dots."""


def with_leaders(lines: Sequence[OcrLine], raster: Raster) -> list[OcrLine]:
    """The lines with dots for words that are only guessed at and have their ink, as dots do, along the baseline."""
    return [
        line._replace(words=_brought_together([_with_dots(word, line, raster) for word in line.words]))
        for line in lines
    ]


def _brought_together(words: Sequence[OcrWord]) -> tuple[OcrWord, ...]:
    """The words with dots that follow on dots added to these."""
    kept: list[OcrWord] = []
    for word in words:
        if kept and word.text == DOTS and kept[-1].text.endswith(DOTS):
            kept[-1] = kept[-1]._replace(text=kept[-1].text + DOTS, x1=word.x1)
        else:
            kept.append(word)
    return tuple(kept)


def _with_dots(word: OcrWord, line: OcrLine, raster: Raster) -> OcrWord:
    if word.confidence >= _GUESS:
        return word
    points = raster.points
    left, right, base = word.x0 * points, word.x1 * points, line.base(word.x0) * points
    size = line.size * points
    dots = raster.ink(Area(left, base - _DOT * size, right, base + 0.05 * size))
    above = raster.ink(Area(left, base - 0.75 * size, right, base - _DOT * size))
    if dots and above <= _ABOVE * dots:
        return word._replace(text=DOTS)
    start, found, _ = word.text.partition(DOTS)
    return word._replace(text=start + found)
