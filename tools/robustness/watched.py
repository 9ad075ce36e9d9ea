"""Reading in its own process, watched: how long it took, and how much memory the process came to."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import avtalskoll.readers.docx
import avtalskoll.readers.odt
import avtalskoll.readers.pdf
import avtalskoll.readers.written  # noqa: F401 - loaded once, not anew in every process that reads
from avtalskoll.agreement import Agreement
from avtalskoll.errors import UnreadableError
from avtalskoll.readers.isolation import begin_reading
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.options import ReadingOptions

SECONDS = 10
OPTIONS = ReadingOptions(limits=Limits(seconds=SECONDS))
"""The defaults, but for the time."""


class Watched(NamedTuple):
    """What a reading gave: an agreement, or the sentence of its refusal."""

    agreement: Agreement | None
    sentence: str
    seconds: float
    peak: int


def read_watched(paths: Sequence[Path]) -> Watched:
    """Read the files of one agreement as the program does."""
    began = time.monotonic()
    agreement, sentence = None, ""
    with _waiting() as peaks:
        try:
            agreement = begin_reading(paths, OPTIONS).agreement()
        except UnreadableError as error:
            sentence = error.sentence
    return Watched(agreement, sentence, time.monotonic() - began, max(peaks, default=0))


@contextmanager
def _waiting() -> Iterator[list[int]]:
    """Note the most memory of each process that is waited for meanwhile."""
    peaks: list[int] = []
    waitpid = os.waitpid

    def wait(pid: int, options: int) -> tuple[int, int]:
        found, status, usage = os.wait4(pid, options)
        peaks.append(usage.ru_maxrss * 1024)
        return found, status

    os.waitpid = wait
    try:
        yield peaks
    finally:
        os.waitpid = waitpid
