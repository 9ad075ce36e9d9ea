"""Words that an amendment repeats only to take them away: "Meningen 'X' i § 4 utgår", "Där det stod X gäller nu Y"."""

from __future__ import annotations

from avtalskoll.swedish.tokens import Token

_CARRIERS = ("mening", "ord", "text", "rad", "bestämmelse", "villkor", "formulering", "lydelse", "punkt", "stycke",
             "paragraf", "avsnitt", "klausul", "moment", "skrivning", "passus")  # fmt: skip
_REPEALING = frozenset(
    "utgår utgick upphör upphört upphävs upphävdes stryks ströks slopas slopades ersätts ersattes borttas".split()
)
_TAKEN_AWAY = frozenset("tas togs tagits".split())
_SIGNS = frozenset("\"'")
_TELLS = (
    ("om", "att"), ("enligt", "vilken"), ("enligt", "vilket"), ("enligt", "vilka"), ("där", "det", "stod"),
    ("där", "det", "står"), ("där", "det", "stadgas"), ("som", "angav"), ("som", "innebar"), ("som", "sade"),
    ("som", "föreskrev"),
)  # fmt: skip
"""What a repealed provision said follows these words."""
_OPENS = (("där", "det", "stod"), ("där", "det", "står"), ("där", "det", "hette"))
_NOW = (("gäller", "nu"), ("gäller", "i", "stället"), ("gäller", "istället"), ("ska", "det"), ("skall", "det"),
        ("står", "nu"), ("heter", "det"), ("gäller", "hädanefter"), ("gäller", "fortsättningsvis"))  # fmt: skip
_BEFORE, _AFTER, _NEAR_THE_START = 6, 9, 5


def without_repealed(tokens: list[Token]) -> list[Token]:
    """The tokens of a block without those that it says no longer apply; all of them where it says no such thing."""
    words = [token.word for token in tokens]
    opens = any(_at(words, index, _OPENS) for index in range(min(2, len(words))))
    if not opens and not any(_repeals(words, index) for index in range(len(words))):
        return tokens
    dropped = {index for first, last in (*_quoted(words), *_told(words)) for index in range(first, last)}
    return [token for index, token in enumerate(tokens) if index not in dropped]


def _repeals(words: list[str], index: int) -> bool:
    return words[index] in _REPEALING or (words[index] in _TAKEN_AWAY and words[index + 1 : index + 2] == ["bort"])


def _carries(words: list[str]) -> bool:
    return any(word.startswith(_CARRIERS) or word == "§" for word in words)


def _quoted(words: list[str]) -> list[tuple[int, int]]:
    """Quotations with the name of what is quoted before them and a repealing word right after."""
    found = []
    signs = [index for index, word in enumerate(words) if word in _SIGNS]
    for first, last in zip(signs[::2], signs[1::2], strict=False):
        named = _carries(words[max(0, first - _BEFORE) : first]) and words[first - 1] != ":"
        following = words[last + 1 : last + 1 + _AFTER]
        ends = last + 1 + (following.index(".") if "." in following else len(following))
        if named and any(_repeals(words, index) for index in range(last + 1, ends)):
            found.append((first + 1, last))
    return found


def _told(words: list[str]) -> list[tuple[int, int]]:
    """What a repealed provision said, told in other words, sentence by sentence."""
    found = []
    ends = [index for index, word in enumerate(words) if word == "."] or [len(words)]
    first = 0
    for end in (*ends, len(words)):
        found += _told_in(words, first, end)
        first = end + 1
    return found


def _told_in(words: list[str], first: int, end: int) -> list[tuple[int, int]]:
    if first >= end:
        return []
    if size := _at(words, first, _OPENS):
        now = next((index for index in range(first, end) if _at(words, index, _NOW)), None)
        return [(first + size, now)] if now is not None else []
    repealing = next((index for index in range(first, end) if _repeals(words, index)), None)
    if repealing is None:
        return []
    telling = next((index for index in range(first, end) if _at(words, index, _TELLS)), None)
    if telling is None:
        return []
    size = _at(words, telling, _TELLS)
    if telling > repealing:  # "stryks andra stycket, där det stod att ..."
        return [(telling + size, end)] if _carries(words[repealing:telling]) else []
    return [(telling + size, repealing)] if _carries(words[first : first + _NEAR_THE_START]) else []


def _at(words: list[str], index: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    """Of how many words the phrase that begins at the word consists; 0 where none begins there."""
    return next((len(phrase) for phrase in phrases if tuple(words[index : index + len(phrase)]) == phrase), 0)
