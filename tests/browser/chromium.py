"""The Chromium on this machine. None is ever downloaded."""

from __future__ import annotations

import os
import shutil

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge")


def chromium() -> str | None:
    """The program: AVTALSKOLL_CHROMIUM if set, else the first one on the PATH."""
    return os.environ.get("AVTALSKOLL_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
