"""Lines joined into running text by the Swedish rules for hyphens at line ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

_END = re.compile(r"(?<=\w)[-\u2010\u00ad]$")
_SUSPENDED = re.compile(r"(?:och|eller|samt|respektive|resp|men|till|som|både|utan|i|än)\b", re.IGNORECASE)
_WORD_END = re.compile(r"[\w-]+$")
_WORD_START = re.compile(r"[\w]+")
_SHORT = re.compile(r"(?:(?<!\w)[A-ZÅÄÖ0-9]{2,}|(?<!\w)\w|\d)$")
_LOOKS_BACK = 500
"""Characters, longer than any word."""
_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")
_HYPHENATED = re.compile(r"\w+(?:-\w+)+")


def joined(lines: Iterable[str], known: Set[str] = frozenset()) -> str:
    """The lines as one text; `known` are words that the document writes with a hyphen, in lower case.

    A hyphen that only breaks a word goes; one that stands for a part of a compound ("hälso- och sjukvård"), stands
    after a figure, a single letter or capitals ("e-post"), or before a capital or figure, stays.
    """
    done: list[str] = []
    text = ""
    for line in lines:
        text = _join(text, line.strip(), known)
        if len(text) > 2 * _LOOKS_BACK:  # a rule looks at the last word only; a long paragraph is not gone through anew
            done.append(text[:-_LOOKS_BACK])
            text = text[-_LOOKS_BACK:]
    return "".join(done) + text


def hyphenated_words(lines: Iterable[str]) -> frozenset[str]:
    """The words with a hyphen inside them, in lower case."""
    return frozenset(match[0].lower() for line in lines for match in _HYPHENATED.finditer(line))


def _join(text: str, line: str, known: Set[str]) -> str:
    if not text or not line:
        return text or line
    if re.search(r"\w/$", text) and line[0].isalnum():
        return text + line
    if re.search(r"\d[–-]$", text) and line[0].isdigit():
        return text + line
    if not _END.search(text) or not line[0].isalnum():
        return f"{text} {line}"
    soft = text[-1] == "\u00ad"
    stem = text[:-1]
    if not soft and _SUSPENDED.match(line):
        return f"{stem}- {line}"
    if soft:
        return stem + line
    if _SHORT.search(stem) or line[0].isupper() or line[0].isdigit():
        return f"{stem}-{line}"
    before, after = _WORD_END.search(stem), _WORD_START.match(line)
    if before and after and f"{before[0]}-{after[0]}".lower() in known:
        return f"{stem}-{line}"
    if len(stem) > 1 and stem[-1] == stem[-2] == line[0] and line[0] in _CONSONANTS:
        return stem[:-1] + line
    return stem + line
