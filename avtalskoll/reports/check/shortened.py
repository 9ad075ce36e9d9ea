"""Long text from an agreement, cut for a place with little room."""

from __future__ import annotations

from avtalskoll.reports.printable import printable


def shortened(text: str, length: int) -> str:
    """The text on one line, cut between words to at most `length` characters with " …" at the cut."""
    line = printable(text)
    if len(line) <= length:
        return line
    kept = line[: length - 2]
    head, space, _ = kept.rpartition(" ")
    return f"{head if space else kept} …"
