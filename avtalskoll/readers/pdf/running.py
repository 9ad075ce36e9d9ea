"""Running heads, feet and page numbers, told by their place and by coming back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

_EDGE = 4
"""How many rows from the edge of a page are looked at."""
_SHARE = 0.6
_SHIFT = 8.0
_ZONE = 0.16
"""How far in, as a share of the page, running heads reach."""
_MARGIN = 0.07
_AWAY = 24.0
_PAGE_NUMBER = re.compile(
    r"(?:(?:sida|sid\.?|s\.|page)\s*)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:av|of|/|\()\s*\d{1,4}\s*\)?)?", re.IGNORECASE
)


class Row(NamedTuple):
    """A row of text near an edge of its page."""

    text: str
    base: float


def running_rows(pages: Sequence[tuple[Sequence[Row], float]]) -> list[set[int]]:
    """For each page, given its rows from above and its height, which of them are running heads or feet.

    A row is one where a row with the same words, figures aside, stands at the same height of at least 60 % of the
    pages, or of the odd or the even ones; or where it holds a page number and nothing else.
    """
    found: list[set[int]] = [set() for _ in pages]
    places: dict[tuple[str, bool], list[tuple[int, int, float]]] = {}
    for page, (rows, height) in enumerate(pages):
        for index, (text, base) in enumerate(rows):
            top = index < _EDGE and base < height * _ZONE
            if not top and not (index >= len(rows) - _EDGE and base > height * (1 - _ZONE)):
                continue
            outermost = index in (0, len(rows) - 1) and len(rows) > 1
            if outermost and _PAGE_NUMBER.fullmatch(text.strip()) and not height * 0.1 <= base <= height * 0.9:
                found[page].add(index)
            if len(pages) == 1 and _alone_at_edge(rows, index, height):
                found[page].add(index)
            places.setdefault((masked(text), top), []).append((page, index, base if top else base - height))
    for stands in places.values():
        for group in _at_one_height(stands):
            on = {page for page, _, _ in group}
            for chosen in (range(len(pages)), range(0, len(pages), 2), range(1, len(pages), 2)):
                if len(on & set(chosen)) >= max(2, ceil(_SHARE * len(chosen))):
                    for page, index, _ in group:
                        found[page].add(index)
    for page, (rows, height) in enumerate(pages):
        if len(found[page]) == len(rows):  # a page said twice is no running head
            found[page] = {index for index in found[page] if not 0.09 * height <= rows[index].base <= 0.91 * height}
    return found


def _alone_at_edge(rows: Sequence[Row], index: int, height: float) -> bool:
    """Whether the row is the outermost, in the margin of the page, and away from the rest."""
    if len(rows) < 3 or index not in (0, len(rows) - 1):
        return False
    base = rows[index].base
    inner = rows[1].base if index == 0 else rows[-2].base
    return (base < _MARGIN * height or base > (1 - _MARGIN) * height) and abs(base - inner) > _AWAY


def masked(text: str) -> str:
    """The words of a row, with every figure as a sign: "Sida 3 av 12" and "Sida 4 av 12" are one."""
    return re.sub(r"\d+", "#", " ".join(text.split())).casefold()


def _at_one_height(stands: Sequence[tuple[int, int, float]]) -> list[list[tuple[int, int, float]]]:
    groups: list[list[tuple[int, int, float]]] = []
    for stand in sorted(stands, key=lambda stand: (stand[2], stand[0])):
        if groups and stand[2] - groups[-1][0][2] <= _SHIFT:
            groups[-1].append(stand)
        else:
            groups.append([stand])
    return groups
