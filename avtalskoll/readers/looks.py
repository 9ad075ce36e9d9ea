"""How text looks in a file, and whether a paragraph stands out as headings do."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from avtalskoll.readers.nodes import Draft

_LARGER_BY = 3
_TINY = 4
"""Up to this size in half points nobody can read a text on paper."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks; None where the style does not say."""

    hidden: bool | None = None
    bold: bool | None = None
    capitals: bool | None = None
    underlined: bool | None = None
    size: int | None = None
    """In half points."""
    white: bool | None = None
    shaded: bool | None = None
    """Whether a colour lies behind the text."""

    def over(self, below: Look) -> Look:
        """This look on top of another: what it says itself wins."""
        return Look(
            below.hidden if self.hidden is None else self.hidden,
            below.bold if self.bold is None else self.bold,
            below.capitals if self.capitals is None else self.capitals,
            below.underlined if self.underlined is None else self.underlined,
            below.size if self.size is None else self.size,
            below.white if self.white is None else self.white,
            below.shaded if self.shaded is None else self.shaded,
        )

    @property
    def tiny(self) -> bool:
        """Whether it is too small for anybody to read."""
        return self.size is not None and self.size <= _TINY

    @property
    def faint(self) -> bool:
        """Whether it may be impossible to see, as white or tiny text is."""
        return bool(self.white) or self.tiny


PLAIN = Look()
"""A look that says nothing."""


def judge_look(draft: Draft, looks: Collection[Look], ordinary: int) -> None:
    """Note whether all of the paragraph is bold, underlined, in capitals or larger than the `ordinary` size.

    `looks` are those of its runs that hold text; nothing is noted where there are none.
    """
    if not looks:
        return
    sizes = {look.size or ordinary for look in looks}
    bold = all(look.bold for look in looks)
    underlined = all(look.underlined for look in looks)
    capitals = all(look.capitals for look in looks)
    draft.marked = bold or underlined or capitals or min(sizes) >= ordinary + _LARGER_BY
    if draft.marked:
        draft.look = f"{max(sizes)}{'b' * bold}{'u' * underlined}{'c' * (capitals or draft.text.isupper())}"
