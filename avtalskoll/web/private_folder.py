"""Files that have to be on disk for a moment."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

from avtalskoll.checking.candidate import DOCUMENT_SUFFIXES
from avtalskoll.web.file_label import file_label

_PREFIX = "avtalskoll-web-"
_STALE_SECONDS = 24 * 3600


def sweep_private_folders() -> None:
    """Take away what a program that was killed left behind: own folders in which nothing has happened for a day."""
    for path in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            found = path.lstat()
            own = stat.S_ISDIR(found.st_mode) and (not hasattr(os, "getuid") or found.st_uid == os.getuid())
            if own and time.time() - found.st_mtime > _STALE_SECONDS:
                shutil.rmtree(path, ignore_errors=True)


class PrivateFolder:
    """A folder that only this user can open, for the files of one job; `delete` takes it away with all it holds."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix=_PREFIX))  # 0700
        self._count = 0

    def add(self, name: str, content: IO[bytes], part: str = "filer") -> Path:
        """Write a file and return where it stands. `name` is only a label: the place is chosen here."""
        folder = self.path / part / str(self._count)
        folder.mkdir(parents=True)
        return self._write(folder / file_label(name), content)

    def add_beside(self, name: str, content: IO[bytes]) -> Path:
        """The same, with all files in one folder. None of them can be what rules a folder of agreements."""
        folder = self.path / "Valda avtal"  # what the overview is called
        folder.mkdir(exist_ok=True)
        label = Path(file_label(name))
        stem = label.stem if label.suffix.lower() in DOCUMENT_SUFFIXES else f"_{label.stem}"
        path, number = folder / f"{stem}{label.suffix}", 2
        while path.exists():
            path, number = folder / f"{stem} ({number}){label.suffix}", number + 1
        return self._write(path, content)

    def _write(self, path: Path, content: IO[bytes]) -> Path:
        self._count += 1
        with path.open("xb") as file:
            shutil.copyfileobj(content, file, 1 << 20)
        return path

    def delete(self) -> None:
        """Take the folder away, as often as one likes."""
        shutil.rmtree(self.path, ignore_errors=True)
