"""Text made comparable, with a way back to the original."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_DROP = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
# Characters outside the letters of western Europe and common signs take the slow way, one by one.
_SPECIAL = re.compile(
    "[^\t\n\r\x20-\x7e\u00a0-\u00ac\u00ae-\u017f\u2002-\u200a\u2010-\u2015"
    "\u2018-\u201e\u2022\u2026\u202f\u20ac\u2212]|-[ \t]*\n"
)
_HYPHENS = {"\u2010", "\u2011", "\u2012", "\u2212"}
_DASHES = {"\u2013", "\u2014", "\u2015"}
_QUOTES = {"\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"', "\u2019": "'", "\u2018": "'"}
_ONE_TO_ONE = str.maketrans(
    {
        **dict.fromkeys(_HYPHENS, "-"),
        **dict.fromkeys(_DASHES, "\u2013"),
        **_QUOTES,
        **{chr(code): " " for code in (9, 13, 0xA0, *range(0x2002, 0x200B), 0x202F)},
    }
)
# A word broken over a line end. "hälso-\noch sjukvård" keeps its hyphen: the word that follows is a conjunction.
_LINE_BREAK = re.compile(
    r"(?<=[^\W\d_])-[ \t]*\n\s*(?!(?:och|eller|samt|respektive|resp|men|till|som|både|utan|i|än)\b)(?=[a-zåäöé])"
)


@dataclass(frozen=True, slots=True)
class NormalText:
    """Lower-case NFC text without soft hyphens, with single hyphen, quote and blank characters.

    `text[i]` comes from `original[starts[i]:ends[i]]`; both sequences have one entry a character of `text`.
    Letter case, soft hyphens, kinds of blanks and of hyphens, decomposed letters and words broken at a
    line end make no difference in `text`.
    """

    original: str
    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of `text[start:end]`; an empty span maps to an empty span."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else len(self.original)
            return at, at
        return self.starts[start], self.ends[end - 1]


def normalise(original: str) -> NormalText:
    """Normalise `original`. Never fails; an empty string gives an empty text."""
    plain = _one_to_one(original)
    if plain is not None:
        return NormalText(original, plain, range(len(plain)), range(1, len(plain) + 1))
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    index, size = 0, len(original)
    while index < size:
        stop = index + 1
        while stop < size and unicodedata.combining(original[stop]):
            stop += 1
        piece = original[index:stop]
        if not _DROP.match(piece):
            for character in _fold(piece):
                characters.append(character)
                starts.append(index)
                ends.append(stop)
        index = stop
    return _join_broken_words(original, "".join(characters), starts, ends)


def _one_to_one(original: str) -> str | None:
    """The normalised text where every character gives exactly one; None for the text that takes the slow way."""
    plain = original.translate(_ONE_TO_ONE).lower()
    same = len(plain) == len(original) and "-\n" not in original and not _SPECIAL.search(original)
    return plain if same else None


def _fold(piece: str) -> str:
    if piece in _HYPHENS:
        return "-"
    if piece in _DASHES:
        return "\u2013"
    if piece in _QUOTES:
        return _QUOTES[piece]
    if piece == "\n":
        return piece
    if piece.isspace():
        return " "
    composed = unicodedata.normalize("NFC", piece).lower()
    return composed if len(composed) == 1 else "".join(c for c in composed if not unicodedata.combining(c))


def _join_broken_words(original: str, text: str, starts: list[int], ends: list[int]) -> NormalText:
    breaks = list(_LINE_BREAK.finditer(text))
    if breaks:
        keep = [True] * len(text)
        for match in breaks:
            keep[match.start() : match.end()] = [False] * (match.end() - match.start())
        kept = [i for i, wanted in enumerate(keep) if wanted]
        text = "".join(text[i] for i in kept)
        starts = [starts[i] for i in kept]
        ends = [ends[i] for i in kept]
    return NormalText(original, text, tuple(starts), tuple(ends))


def plain_text(original: str) -> str:
    """The normalised text with every run of white space as one blank; for looking in, not for offsets."""
    plain = _one_to_one(original)
    return " ".join((normalise(original).text if plain is None else plain).split())
