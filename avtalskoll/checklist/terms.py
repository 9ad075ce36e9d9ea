"""The term language of the checklists: how a jurist names words without regular expressions.

    kommun              the word in all its forms (kommunen, kommunernas)
    läkarresurs*        any word that begins so
    *läkare             any word that ends so, in all its forms (primärvårdsläkaren)
    *läkar*             any word that holds it
    =ska                exactly this word
    hälso- och sjukvård words in a row, each in all its forms
    följa ~3 upp        at most three other words between
    @region             another concept of the vocabulary

A word of four letters or fewer stands for itself alone.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from avtalskoll.swedish.normal import normalise
from avtalskoll.swedish.tokens import tokenise

_GAP = re.compile(r"~(\d{1,2})$")


class TermError(ValueError):
    """A term that cannot be read; the message is a Swedish sentence."""


class Word(NamedTuple):
    """One word of a term. `kind` says how `text` is compared: form, exact, prefix, suffix, infix or concept."""

    kind: str
    text: str
    gap: int = 0
    """How many other words may stand before this one."""


Term = tuple[Word, ...]


@cache
def parse_term(source: str) -> Term:
    """Read one term. Raises TermError with a Swedish sentence."""
    if source.isalpha() and source.islower():
        return (Word("form", source),)
    words: list[Word] = []
    gap = 0
    for piece in source.split():
        if piece[0] == "~" and (gap_match := _GAP.match(piece)):
            gap = int(gap_match.group(1))
            continue
        if piece.isalpha() and piece.islower():
            words.append(Word("form", piece, gap))
            gap = 0
            continue
        words.extend(_words(piece, gap, source))
        gap = 0
    if not words:
        raise TermError(f"Termen ”{source}” är tom.")
    if gap:
        raise TermError(f"Termen ”{source}” slutar med ett avstånd; det ska stå ett ord efter ~.")
    return tuple(words)


def _words(piece: str, gap: int, source: str) -> list[Word]:
    if piece.isalpha() and piece.islower():
        return [Word("form", piece, gap)]
    if piece.startswith("@"):
        if len(piece) == 1:
            raise TermError(f"Termen ”{source}” har ett @ utan begreppsnamn.")
        return [Word("concept", piece[1:], gap)]
    if piece.startswith("="):
        return [Word("exact", _plain(piece[1:], source), gap)]
    starts, ends = piece.startswith("*"), piece.endswith("*") and len(piece) > 1
    bare = piece.strip("*")
    if "*" in bare:
        raise TermError(f"Termen ”{source}” har en stjärna inne i ett ord; den får bara stå först eller sist.")
    if starts or ends:
        if len(bare) < 2:
            raise TermError(f"Termen ”{source}” har för få bokstäver vid stjärnan; minst två behövs.")
        return [Word("infix" if starts and ends else "suffix" if starts else "prefix", _plain(bare, source), gap)]
    tokens = tokenise(normalise(piece))
    if not tokens:
        raise TermError(f"Termen ”{source}” har ett tecken som inte är ett ord.")
    return [Word("form", token.word, gap if index == 0 else 0) for index, token in enumerate(tokens)]


def _plain(word: str, source: str) -> str:
    if word.isalpha() and word.islower():
        return word
    plain = normalise(word).text
    if not plain or any(character.isspace() for character in plain):
        raise TermError(f"Termen ”{source}” saknar ord efter tecknet.")
    return plain
