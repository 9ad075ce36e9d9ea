"""The values a PDF is written with: dictionaries, lists, names and references."""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

BLANK = rb"(?:[\0\t\n\f\r ]|%[^\r\n]*(?:[\r\n]|\Z))"
REGULAR = rb"[^\0\t\n\f\r ()<>\[\]{}/%]"
_SPACE = rb"[\0\t\n\f\r ]"
_TOKEN = re.compile(
    _SPACE + rb"*+(?:%[^\r\n]*+" + _SPACE + rb"*+)*+"
    rb"(?:/(?P<name>" + REGULAR + rb"*+)"
    rb"|(?P<ref>\d{1,11})" + _SPACE + rb"++\d++" + _SPACE + rb"++R(?!" + REGULAR + rb")"
    rb"|(?P<open><<|\[)|(?P<close>>>|\])|(?P<word>" + REGULAR + rb"++)|(?P<hex><[^>]*+>?)|(?P<text>\()|.)",
    re.DOTALL,
)  # fmt: skip
_DEEPEST = 500
"""Values within each other; PDFium gives up long before."""
_PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)
_STREAM = re.compile(BLANK + rb"*+stream(?:\r\n|\n|\r)?")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")


class Ref(NamedTuple):
    """A reference to an object by its number."""

    number: int


class Name(NamedTuple):
    """A name, without its slash."""

    text: bytes


Value: TypeAlias = "dict[bytes, Value] | list[Value] | Stream | Ref | Name | int | None"
"""What is not needed to follow references (strings, fractions, true and false) is None."""


class Stream(NamedTuple):
    """A stream object: what is said of it, and where in the file its bytes begin."""

    about: dict[bytes, Value]
    start: int


def unescaped(name: bytes) -> bytes:
    """A name as it is meant, `#46` being `F`."""
    return _ESCAPED.sub(lambda match: bytes.fromhex(match[1].decode()), name) if b"#" in name else name


def value_at(data: bytes, start: int) -> Value:
    """The value that stands at `start`; where it is broken, what can be made out of it."""
    outer: list[tuple[bytes, list[Value]]] = []
    items: list[Value] = []
    at = start
    while match := _TOKEN.match(data, at):
        at = match.end()
        kind = match.lastgroup
        if kind == "name":
            items.append(Name(unescaped(match["name"])))
        elif kind == "ref":
            items.append(Ref(int(match["ref"])))
        elif kind == "open":
            if len(outer) == _DEEPEST:
                break
            outer.append((match["open"], items))
            items = []
            continue
        elif kind == "close" and outer:
            items = _closed(outer, items)
        elif kind == "word":
            if match["word"] in (b"endobj", b"stream", b"obj"):
                break
            _take_word(match["word"], items)
        elif kind == "hex":
            items.append(None)
        elif kind == "text":
            at = _after_string(data, at)
            items.append(None)
        if not outer and not (items and isinstance(items[-1], int) and len(items) < 3):
            break  # a number may yet be the beginning of a reference
    while outer:
        items = _closed(outer, items)
    found = items[0] if items else None
    begins = _STREAM.match(data, at) if isinstance(found, dict) else None
    return Stream(found, begins.end()) if isinstance(found, dict) and begins else found


def _closed(outer: list[tuple[bytes, list[Value]]], items: list[Value]) -> list[Value]:
    mark, around = outer.pop()
    around.append(_pairs(items) if mark == b"<<" else items)
    return around


def _take_word(word: bytes, items: list[Value]) -> None:
    if word == b"R" and len(items) > 1 and isinstance(number := items[-2], int) and isinstance(items[-1], int):
        items[-2:] = [Ref(number)]
    else:
        items.append(int(word) if word.isdigit() and len(word) < 12 else None)


def _after_string(data: bytes, at: int) -> int:
    depth = 1
    while depth and (match := _PARENTHESIS.search(data, at)):
        at = match.end()
        depth += {b"(": 1, b")": -1}.get(match[0], 0)
    return at if not depth else len(data)


def _pairs(items: list[Value]) -> dict[bytes, Value]:
    """A dictionary; what stands where a name should stand is passed over."""
    found: dict[bytes, Value] = {}
    left = iter(items)
    for key in left:
        if isinstance(key, Name):
            found[key.text] = next(left, None)
    return found
