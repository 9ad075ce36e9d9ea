"""One comment to be: what it says and which words it hangs on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Line(NamedTuple):
    """A paragraph of a comment: a label in bold and the text after it; either may be empty."""

    label: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment on some words of a block, or on the whole block where it names no words."""

    lines: tuple[Line, ...]
    block: int
    words: tuple[int, int] | None = None
    """Offsets of the block's text, as in the report's evidence."""
    place: Line | None = None
    """Which words are meant, said in the comment where it cannot hang on them (notes, text boxes)."""
