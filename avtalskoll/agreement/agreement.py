"""The agreement: one or more documents that are audited as one."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from avtalskoll.agreement.document import Document


class Agreement(BaseModel):
    """One agreement, given as one or more files, in the order they were given."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    documents: tuple[Document, ...]

    @property
    def complete(self) -> bool:
        """Whether every file and part of the set could be read."""
        return not any(document.unread for document in self.documents)
