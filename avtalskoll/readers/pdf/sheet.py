"""A page as it is shown: its size, and how the file's page is turned to give it."""

from __future__ import annotations

from typing import NamedTuple


class Sheet(NamedTuple):
    """The page as shown, `width` x `height`; `turned` counts the quarter turns."""

    width: float
    height: float
    turned: int

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """A place of the file's page on the page as shown, from the upper left."""
        match self.turned:
            case 0:
                return x, self.height - y
            case 1:
                return y, x
            case 2:
                return self.width - x, y
            case _:
                return self.width - y, self.height - x
