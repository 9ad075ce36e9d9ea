"""How much the page takes in, how long it waits and how long it remembers."""

from __future__ import annotations

from dataclasses import dataclass, field

from avtalskoll.readers.limits import Limits

_MB = 2**20


@dataclass(frozen=True, slots=True)
class Allowance:
    """Ceilings far above what a person needs, so that nothing and nobody can take the machine."""

    upload_bytes: int = 300 * _MB
    """All files of one form together."""
    drain_bytes: int = 2000 * _MB
    """How much of a form that is too large is received and thrown away, so that the browser shows the answer."""
    upload_files: int = 500
    chunk_seconds: float = 30
    """How long a sender may be silent."""
    upload_seconds: float = 900
    """How long one form may take to arrive."""
    head_seconds: float = 15
    """How long a connection may be open before its request is whole."""
    connections: int = 200
    workers: int = 2
    waiting: int = 40
    """How many jobs may stand in line."""
    job_seconds: float = 900
    kept_cases: int = 100
    kept_bytes: int = 400 * _MB
    kept_seconds: float = 8 * 3600
    """How long a report that nobody looks at is remembered."""
    original_bytes: int = 60 * _MB
    """Agreements larger than this are not kept for the comments in Word."""
    limits: Limits = field(default_factory=Limits)

    @property
    def upload_words(self) -> str:
        """The largest form in words: "300 MB"."""
        return f"{self.upload_bytes // _MB} MB"
