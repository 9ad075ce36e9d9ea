"""Text from a document, safe to show in a terminal."""

from __future__ import annotations

import unicodedata


def printable(text: str) -> str:
    """The text on one line without control characters, so that a document cannot steer the terminal."""
    shown = "".join(c if c.isprintable() else "" if unicodedata.category(c) == "Cf" else " " for c in text)
    return " ".join(shown.split())
