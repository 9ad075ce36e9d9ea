"""Tesseract, where it is installed: the picture of a page in, hOCR out, always with its Swedish model."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import suppress

from avtalskoll.readers.limits import Limits
from avtalskoll.readers.refusals import Reason, Refused

_LANGUAGE = "swe"
_ASKING = 20
"""Seconds that the program may take to say which languages it has."""
_OWN_MEMORY = 2 * 2**30


class Tesseract:
    """The program at `path`.

    It is started by the process that reads, so every ceiling of that process is on it too: it may write no file, and
    it gets pixels that are already decoded, on its input. Nothing of the page is ever on disk.
    """

    def __init__(self, path: str, limits: Limits) -> None:
        """Use the program at `path`."""
        self._path = path
        self._limits = limits

    @classmethod
    def find(cls, limits: Limits) -> Tesseract:
        """The program on the PATH. Raises `Refused` where it is not installed or has no Swedish."""
        path = shutil.which("tesseract")
        if path is None:
            raise Refused(Reason.NO_TESSERACT)
        try:
            listed = subprocess.run(
                [path, "--list-langs"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                timeout=_ASKING, check=False, env=_environment(),
            ).stdout  # fmt: skip
        except (OSError, subprocess.TimeoutExpired):
            raise Refused(Reason.NO_TESSERACT) from None
        if _LANGUAGE.encode() not in listed.split():
            raise Refused(Reason.NO_SWEDISH)
        return cls(path, limits)

    def hocr(self, pgm: bytes, dpi: int) -> bytes:
        """What it reads in a picture, as hOCR; nothing where it fails or takes longer than the limits allow."""
        command = [
            *(self._path, "stdin", "stdout", "-l", _LANGUAGE, "--dpi", str(dpi)),
            *("-c", "tessedit_create_hocr=1", "-c", "tessedit_create_txt=0"),
        ]
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
            )
        except OSError:
            return b""
        try:
            _confine(process.pid, self._limits)
            found = process.communicate(pgm, timeout=self._limits.ocr_seconds)[0]
        except (OSError, subprocess.TimeoutExpired):
            return b""
        finally:
            process.kill()
            process.wait()
        return found if process.returncode == 0 and len(found) <= self._limits.text_bytes else b""


def _environment() -> dict[str, str]:
    return {**os.environ, "OMP_THREAD_LIMIT": "1"}  # seven times faster on two cores


def _confine(pid: int, limits: Limits) -> None:
    """Put ceilings on the program where the platform can do so from outside."""
    if sys.platform != "linux":
        return
    import resource

    for kind, ceiling in (
        (resource.RLIMIT_AS, _OWN_MEMORY),
        (resource.RLIMIT_CPU, limits.ocr_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):
            resource.prlimit(pid, kind, (ceiling, ceiling))
