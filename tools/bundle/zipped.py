"""The bundle as one zip to hand out: `python -m tools.bundle.zipped dist/avtalskoll` writes dist/avtalskoll-<…>.zip.

Links stay links and programs stay programs, which zip files from other tools do not promise.
"""

from __future__ import annotations

import os
import platform
import stat
import sys
import zipfile
from pathlib import Path

from avtalskoll._version import __version__

_PLATFORMS = {"win32": "windows", "darwin": "macos", "linux": "linux"}
_DATE = (2026, 1, 1, 0, 0, 0)


def zipped(folder: Path) -> Path:
    """Write the folder to a zip beside it and return its path."""
    system = f"{_PLATFORMS.get(sys.platform, sys.platform)}-{platform.machine().lower()}"
    target = folder.with_name(f"{folder.name}-{__version__}-{system}.zip")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_dir() and not path.is_symlink():
                continue
            entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix(), _DATE)
            entry.create_system = 3  # Unix, so that what follows is understood
            entry.compress_type = zipfile.ZIP_DEFLATED
            if path.is_symlink():
                entry.external_attr = (stat.S_IFLNK | 0o777) << 16
                archive.writestr(entry, os.readlink(path))
            else:
                program = os.access(path, os.X_OK) and sys.platform != "win32"
                entry.external_attr = (stat.S_IFREG | (0o755 if program else 0o644)) << 16
                archive.writestr(entry, path.read_bytes())
    return target


if __name__ == "__main__":
    print(zipped(Path(sys.argv[1])))
