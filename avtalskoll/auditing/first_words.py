"""The beginning of a text, for showing it where there is little room."""

from __future__ import annotations


def first_words(text: str, longest: int) -> str:
    """The text in one line; one longer than `longest` characters is cut between two words and ends in " …"."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
