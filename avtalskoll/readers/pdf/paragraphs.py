"""Lines brought together into paragraphs, as a person sees them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from avtalskoll.readers.contents import is_dotted_line
from avtalskoll.readers.labels import typed_label
from avtalskoll.readers.lines import begins_block
from avtalskoll.readers.pdf.lines import Line

_TERMINAL = (".", ":", ";", "!", "?", '."', ".”", ".)")
_ASIDE = 3.0
"""Left edges that differ by less, in points, are one."""
_HYPHENS = ("-", "\u2010", "\u00ad", "–")


@dataclass(slots=True, eq=False)
class Paragraph:
    """Lines that belong together, and the edges they were set between."""

    lines: list[Line]
    left: float
    right: float

    @property
    def first(self) -> Line:
        """The first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """The last line."""
        return self.lines[-1]

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def labelled(self) -> bool:
        """Whether it begins with a number, a letter or a bullet."""
        return typed_label(self.first.text, heading=self.bold) is not None

    @property
    def edge(self) -> float:
        """Where its second line begins, or would begin: after the label of a list item."""
        if len(self.lines) > 1:
            return self.lines[1].x0
        label = typed_label(self.first.text, heading=self.bold)
        if label is None or label.end >= len(self.first.places):
            return self.first.x0
        return self.first.places[label.end]


class ParagraphFinder:
    """Finds paragraphs by what is usual in the whole document."""

    def __init__(self, lines: Iterable[Line], body: float) -> None:
        """Learn the distance between lines of each size; `body` is the usual size."""
        self.body = body
        gaps: dict[float, Counter[float]] = {}
        for above, below in pairwise(lines):
            gap = below.base - above.base
            if above.page == below.page and above.size == below.size and 0.9 * above.size <= gap <= 2.6 * above.size:
                gaps.setdefault(above.size, Counter())[round(gap * 2) / 2] += 1
        self._pitch = {size: _smallest_common(counts) for size, counts in gaps.items()}

    def paragraphs(self, lines: Sequence[Line], left: float, right: float) -> list[Paragraph]:
        """The paragraphs of lines that stand below each other between two edges."""
        found: list[Paragraph] = []
        for line in lines:
            if found and not self._begins(found[-1], line):
                found[-1].lines.append(line)
            else:
                found.append(Paragraph([line], left, right))
        return found

    def pitch(self, size: float) -> float:
        """The usual distance between lines of a size."""
        return self._pitch.get(size) or 1.2 * size

    def _begins(self, above: Paragraph, line: Line) -> bool:
        last = above.last
        gap = line.base - last.base
        pitch = self.pitch(max(last.size, line.size))
        if gap <= 0 or gap > 1.6 * pitch or is_dotted_line(last.text) or is_dotted_line(line.text):
            return True
        if abs(line.size - last.size) > 0.6:
            return True
        label = typed_label(last.text + " X", heading=True)
        if len(above.lines) == 1 and label is not None and label.end >= len(last.text) and last.text[-1:].isdigit():
            return line.bold != last.bold or gap > 1.3 * pitch  # a number alone: the long word had no room beside it
        runs_on = goes_on(above, line)
        if gap > pitch + max(1.5, 0.12 * pitch) and not (runs_on and gap < 1.3 * pitch):
            return True
        if line.bold != last.bold and not (runs_on and line.text[:1].islower()):
            return True
        if begins_block(line.text, last.text):
            hanging = above.labelled and line.x0 > above.first.x0 + _ASIDE and abs(line.x0 - above.edge) < _ASIDE
            if not (runs_on and hanging):
                return True
        if not runs_on:
            return True
        return self._elsewhere(above, line)

    def _elsewhere(self, above: Paragraph, line: Line) -> bool:
        """Whether the line is indented as the next paragraph and not as the next line."""
        shift = line.x0 - above.edge
        if abs(shift) <= _ASIDE or line.text[:1].islower():
            return False
        if len(above.lines) == 1:
            centred = abs((line.x0 + line.x1) - (above.first.x0 + above.first.x1)) < 2 * _ASIDE
            return not centred and shift > _ASIDE
        return abs(shift) > _ASIDE


def goes_on(above: Paragraph, line: Line) -> bool:
    """Whether `line` reads as the next line of a paragraph: its first word had no room on the line above."""
    last = above.last
    if last.text.endswith(_HYPHENS):
        return True
    room = above.right - last.x1
    fits = line.first_word + 0.25 * last.size + 0.4 * last.size < room
    if not fits:
        return True
    start = line.text[:1]
    ended = last.text.rstrip().endswith(_TERMINAL) or not (start.islower() or start.isdigit() or start in "(§")
    return not ended and room < 0.35 * (above.right - above.left)


def _smallest_common(counts: Counter[float]) -> float:
    total = sum(counts.values())
    return min(gap for gap, count in counts.items() if count * 8 >= total or count == max(counts.values()))
