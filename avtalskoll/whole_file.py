"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def replace_file(target: Path, content: str | bytes) -> None:
    """Write text as UTF-8, newlines as they are, or bytes, in place of what `target` held.

    Raises OSError: nothing is changed then.

    The file keeps its permissions. The half-written text stands beside it until it is whole and never stays.
    """
    half = target.with_name(f".avtalskoll-{os.getpid()}.tmp")
    try:
        with half.open("xb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
        if target.exists():
            shutil.copymode(target, half)
        os.replace(half, target)
    finally:
        half.unlink(missing_ok=True)
