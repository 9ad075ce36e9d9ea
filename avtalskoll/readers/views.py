"""An agreement in both views of its tracked changes."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from avtalskoll.agreement import Agreement
from avtalskoll.readers.options import View


class Views(BaseModel):
    """The agreement as it was asked for, and in the other view where tracked changes wait for a decision."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    view: View = "accepted"
    """The view of `agreement`."""
    agreement: Agreement
    other: Agreement | None = None
    """None also where the documents could not be read in the other view."""
