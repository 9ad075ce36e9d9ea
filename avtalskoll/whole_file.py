"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def replace_file(target: Path, text: str) -> None:
    """Write `text` as UTF-8, newlines as they are, in place of what `target` held. Raises OSError: nothing is changed.

    The file keeps its permissions. The half-written text stands beside it until it is whole and never stays.
    """
    half = target.with_name(f".avtalskoll-{os.getpid()}.tmp")
    try:
        with half.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
        if target.exists():
            shutil.copymode(target, half)
        os.replace(half, target)
    finally:
        half.unlink(missing_ok=True)
