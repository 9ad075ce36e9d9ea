"""Words, numbers and signs of a text."""

from __future__ import annotations

import re
from typing import NamedTuple

from avtalskoll.swedish.normal import NormalText

_TOKEN = re.compile(
    r"[^\W\d_]+(?:[-'´][^\W\d_]+)*(?::[^\W\d_]+)?-?"  # läkarresurs, e-post, MAS:en, hälso-
    r"|\d{4}-\d{2}-\d{2}(?!\d)"  # a date
    r"|\d{1,3}(?:[ .]\d{3})+(?!\d)(?:,\d+)?"  # 100 000
    r"|\d+(?:[.,:]\d+)*"
    r"|§+|%|[^\s\w]|_"
)


class Token(NamedTuple):
    """One word, number or sign. `word` is normalised; `start` and `end` are offsets of the original text."""

    word: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Begins with a letter."""
        return self.word[0].isalpha()

    @property
    def is_number(self) -> bool:
        """Begins with a digit."""
        return self.word[0].isdigit()


def tokenise(normal: NormalText) -> list[Token]:
    """The tokens of a normalised text in order."""
    tokens = []
    for match in _TOKEN.finditer(normal.text):
        start, end = normal.span(match.start(), match.end())
        tokens.append(Token(match.group(), start, end))
    return tokens
