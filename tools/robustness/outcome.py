"""What came of reading a document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

What = Literal["read", "partly", "refused", "contained"]


@dataclass
class Outcome:
    """One document read as a user's file is."""

    number: int
    level: str
    recipe: str
    source: str
    what: What = "refused"
    """`partly`: something of it is listed as unread; `contained`: only the wall around the reading process held."""
    sentence: str = ""
    seconds: float = 0.0
    peak: int = 0
    """The reading process's most memory, in bytes, with what it shares with the program."""
    kept: float = 0.0
    """The share of the source's words that were read."""
    audited: bool = False
    troubles: list[str] = field(default_factory=list)
    """What must not be; empty for all is well."""
