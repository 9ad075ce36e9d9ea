"""How a person wants an agreement's files read."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from avtalskoll.readers.limits import Limits

View = Literal["accepted", "original"]
"""What of a document with tracked changes is its text: all of them accepted, or none of them made."""


class ReadingOptions(BaseModel):
    """The view of tracked changes, whether scanned pages may be machine-read, and how much a file may take."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    view: View = "accepted"
    ocr: bool = False
    """Machine-read scanned PDF pages, where the program tesseract is installed."""
    limits: Limits = Limits()
