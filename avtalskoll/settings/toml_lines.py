"""Where a key stands in a TOML text: the library that reads TOML does not tell."""

from __future__ import annotations

import re
from collections import Counter

_TABLES = re.compile(r"\s*\[\[\s*([^\]]+?)\s*\]\]")
_TABLE = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?$")
_KEY = re.compile(r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
_PART = re.compile(r"[\w-]+|\"[^\"]*\"|'[^']*'")

Location = tuple[str | int, ...]


def line_of(text: str, location: Location) -> int | None:
    """The line, from 1, of a key or a table, else that of the nearest one around it; None where none is found."""
    lines: dict[Location, int] = {}
    seen: Counter[Location] = Counter()
    table: Location = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if match := _TABLES.match(line):
            names = _parts(match[1])
            table = (*names, seen[names])
            seen[names] += 1
            lines.setdefault(names, number)
            lines.setdefault(table, number)
        elif match := _TABLE.match(line):
            table = _parts(match[1])
            lines.setdefault(table, number)
        elif match := _KEY.match(line):
            lines.setdefault((*table, *_parts(match[1])), number)
    for length in range(len(location), 0, -1):
        if location[:length] in lines:
            return lines[location[:length]]
    return None


def _parts(dotted: str) -> Location:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))
