"""What a program for machine reading found in the picture of a page: lines of words with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

_LINES = ("ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat")
_BOX = re.compile(r"\bbbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_BASELINE = re.compile(r"\bbaseline (-?[\d.]+(?:e-?\d+)?) (-?[\d.]+(?:e-?\d+)?)")
_SIZE = re.compile(r"\bx_size ([\d.]+)")
_CONFIDENCE = re.compile(r"\bx_wconf (\d+)")
_TAKEN_FOR_SIGN = re.compile(r"([$8S3]{1,2}|[$])([,.;:)]?)")
_SECTION = re.compile(r"\bkap\.? \d+(?:[-–]\d+)?(?: [a-z])?$")
DOTS = "..."
"""What stands for a row of dots."""
_TURNED = "textangle"
_SPECK = 50
"""A sign that is no letter or figure and less certain than this is dirt."""


class OcrWord(NamedTuple):
    """A word, and its box in pixels from the upper left."""

    text: str
    x0: int
    y0: int
    x1: int
    y1: int
    confidence: int
    """How sure the program is, of 100."""


class OcrLine(NamedTuple):
    """A line of words from left to right."""

    words: tuple[OcrWord, ...]
    x0: int
    bottom: int
    slope: float
    offset: float
    size: float
    """Height of its characters, from descender to ascender, in pixels."""

    @property
    def dotted(self) -> bool:
        """Whether dots lead to a page number, which is read badly and says nothing."""
        return any(DOTS in word.text for word in self.words)

    def base(self, x: float) -> float:
        """Where the baseline lies at `x`."""
        return self.bottom + self.offset + self.slope * (x - self.x0)


def ocr_lines(hocr: bytes) -> list[OcrLine]:
    """The lines of one page in reading order, without dirt and without text set at an angle."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(hocr, parser)
    except etree.XMLSyntaxError:
        return []
    if root is None:  # so it is, whatever the types say, where nothing could be recovered
        return []
    found = (_line(element) for element in root.iter("{*}span") if element.get("class") in _LINES)
    return [line for line in found if line is not None]


def confidence(lines: list[OcrLine]) -> float:
    """How sure the program is of the words of a page, of 100, lines of a table of contents apart; 0 without words."""
    words = [word for line in lines if not line.dotted for word in line.words if _is_text(word.text)]
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def with_paragraph_signs(words: Sequence[OcrWord]) -> Iterator[OcrWord]:
    """The words with "§" where the program, which takes it for a figure or another sign, met one.

    That is a "$" by itself, and whatever stands for it between a chapter and section and the next word:
    "16 kap. 1 8 hälso- och sjukvårdslagen".
    """
    for place, word in enumerate(words):
        before = " ".join(earlier.text for earlier in words[max(place - 4, 0) : place])
        taken = _TAKEN_FOR_SIGN.fullmatch(word.text)
        if taken and (taken[1][0] == "$" or _SECTION.search(before)):
            yield word._replace(text="§" * min(len(taken[1]), 2) + taken[2])
        else:
            yield word


def _is_text(word: str) -> bool:
    return sum(map(str.isalnum, word)) * 2 > len(word)


def _line(element: etree._Element) -> OcrLine | None:
    title = element.get("title") or ""
    box, size = _BOX.search(title), _SIZE.search(title)
    if box is None or size is None or _TURNED in title or not float(size[1]) > 0:
        return None
    base = _BASELINE.search(title)
    words = [_word(child) for child in element.iter("{*}span") if child.get("class") == "ocrx_word"]
    kept = sorted((word for word in words if word is not None), key=lambda word: word.x0)
    if not kept:
        return None
    slope, offset = (float(base[1]), float(base[2])) if base else (0.0, 0.0)
    return OcrLine(tuple(with_paragraph_signs(kept)), int(box[1]), int(box[4]), slope, offset, float(size[1]))


def _word(element: etree._Element) -> OcrWord | None:
    title = element.get("title") or ""
    box, sure = _BOX.search(title), _CONFIDENCE.search(title)
    text = "".join("".join(map(str, element.itertext())).split()).strip("|")  # rules of tables
    certain = int(sure[1]) if sure else 0
    if box is None or not text or (certain < _SPECK and not any(map(str.isalnum, text))):
        return None
    return OcrWord(text, int(box[1]), int(box[2]), int(box[3]), int(box[4]), certain)
