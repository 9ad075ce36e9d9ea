"""Which list an item belongs to, how deep, and what introduces it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from avtalskoll.readers.nodes import Mark

_MAX_DEPTH = 20


class ListSeat(NamedTuple):
    """The place of an item: depth from 0, and the ordinals of what introduces its list and of the item above it."""

    depth: int
    lead_in: int | None
    parent: int | None


@dataclass(slots=True)
class _Level:
    mark: Mark
    ordinal: int
    introduces: bool


class ListTracker:
    """Follows the lists of one flow of text.

    The lead-in of a list is the paragraph it directly follows. A list that goes on after a paragraph in between
    ("b)" after such a paragraph) keeps its lead-in. Nested items have the outer list's lead-in; the items between
    stand in `parent`.
    """

    def __init__(self) -> None:
        """Start outside every list."""
        self._levels: list[_Level] = []
        self._lead: int | None = None
        self._before: int | None = None
        self._before_introduces = False

    def paragraph(self, ordinal: int, text: str, inside: int | None = None) -> None:
        """Note a paragraph: it may introduce a list, and interrupts the one before it.

        `inside` is the indentation of one that goes on within the item above, which does not interrupt.
        """
        introduces = text.rstrip(" \t\n\u00a0*_").endswith(":")
        if inside is not None and not introduces and self._levels and inside > self._levels[0].mark.indent:
            while self._levels[-1].mark.indent >= inside:
                self._levels.pop()
            return
        self._before = ordinal
        self._before_introduces = introduces

    def reset(self, ordinal: int | None = None, text: str = "") -> None:
        """Note a heading or a table; a heading introduces a list only where its `ordinal` is given."""
        self._levels.clear()
        self._lead = None
        self._before = None
        self._before_introduces = False
        if ordinal is not None:
            self.paragraph(ordinal, text)

    def item(self, mark: Mark, ordinal: int, text: str) -> ListSeat:
        """Seat the item with `mark` that becomes block `ordinal`."""
        if self._before is not None and (self._before_introduces or not self._goes_on(mark)):
            self._levels.clear()
            self._lead = self._before
        self._before = None
        self._unwind(mark)
        if len(self._levels) >= _MAX_DEPTH:
            self._levels.pop()
        parent = self._levels[-1].ordinal if self._levels else None
        self._levels.append(_Level(mark, ordinal, text.rstrip().endswith(":")))
        return ListSeat(len(self._levels) - 1, self._lead, parent)

    def _goes_on(self, mark: Mark) -> bool:
        return bool(mark.number) and not mark.first and any(level.mark.family == mark.family for level in self._levels)

    def _unwind(self, mark: Mark) -> None:
        """Close the levels that the item does not stand inside of."""
        levels = self._levels
        known = next(
            (place for place in reversed(range(len(levels))) if levels[place].mark.family == mark.family), None
        )
        if known is not None:
            del levels[known + 1 :]
            while levels and levels[-1].mark.family == mark.family and levels[-1].mark.rank >= mark.rank:
                levels.pop()
            return
        while levels and levels[-1].mark.indent > mark.indent:
            levels.pop()
        if levels and levels[-1].mark.indent == mark.indent:
            inside = levels[-1].introduces or mark.kind > levels[-1].mark.kind
            if not inside:
                levels.pop()
