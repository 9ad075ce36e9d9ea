"""Words, numbers and signs of a text."""

from __future__ import annotations

import re
from typing import NamedTuple

from avtalskoll.swedish.abbreviations import compound_head, expanded, spelled_out
from avtalskoll.swedish.normal import NormalText

_TOKEN = re.compile(
    r"[^\W\d_]+(?:[-'´][^\W\d_]+)*(?::[^\W\d_]+)?-?"  # läkarresurs, e-post, MAS:en, hälso-
    r"|\d{4}-\d{2}-\d{2}(?!\d)"  # a date
    r"|\d{1,3}(?:[ .]\d{3})+(?!\d)(?:,\d+)?"  # 100 000
    r"|\d+:[ae]\b"  # 50:e dagen
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
    """The tokens of a normalised text in order. An abbreviation with its stop is one token: the word it stands for."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(normal.text):
        start, end = normal.span(match.start(), match.end())
        word = match.group()
        if word == "." and tokens and tokens[-1].end == start and tokens[-1].is_word:
            following = normal.original[end : end + 2]
            dotted = len(tokens) > 1 and tokens[-2].word == "." and tokens[-2].end == tokens[-1].start
            inside = following[:1].isalnum() or dotted  # "t.ex."
            found = None if inside else expanded(tokens[-1].word, following.strip()[:1].isupper() or not following)
            if found is not None:
                tokens[-1] = Token(found[0], tokens[-1].start, tokens[-1].end)
                if not found[1]:
                    continue
        word = spelled_out(word)
        head = _glued_head(tokens, start) if word[0].isalpha() else None
        if head is not None:
            start = tokens[-2].start
            del tokens[-2:]
            word = head + (word if normal.original[end : end + 1] == "." else spelled_out(word, glued=True))
        tokens.append(Token(word, start, end))
    return tokens


def _glued_head(tokens: list[Token], start: int) -> str | None:
    """The abbreviated first part of a compound that ends right before `start`: "läk." in "läk.medv."."""
    if len(tokens) < 2 or tokens[-1].word != "." or tokens[-1].end != start or tokens[-2].end != tokens[-1].start:
        return None
    return compound_head(tokens[-2].word)
