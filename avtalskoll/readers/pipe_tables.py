"""Rows of Markdown's pipe tables."""

from __future__ import annotations

import re

_RULE = re.compile(r"\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?")
_LONGEST_RULE = 2000
_MAX_BORDERS = 200
_BORDER = re.compile(r"(?<!\\)\|")


def pipe_rule(line: str) -> bool:
    """Whether the line is the rule under a table's head."""
    return len(line) <= _LONGEST_RULE and bool(_RULE.fullmatch(line.strip()))


def is_pipe_row(line: str) -> bool:
    """Whether the line may be a row: it has borders, and not more than any real table."""
    return 0 < line.count("|") <= _MAX_BORDERS


def pipe_row(line: str) -> list[str]:
    """The cells of a row, each a piece of the line."""
    row = line.strip()
    cells = _BORDER.split(row)
    if row.startswith("|"):
        cells = cells[1:]
    if cells and not cells[-1].strip() and row.endswith("|"):
        cells = cells[:-1]
    return [cell.strip() for cell in cells]
