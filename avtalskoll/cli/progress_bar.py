"""How far a long command has come, on stderr: a bar for a person at a terminal, a line now and then in a log."""

from __future__ import annotations

import shutil
import sys
import time

_SECONDS_BETWEEN_LINES = 15.0
_BAR = 24


class ProgressBar:
    """Called with how many are done, of how many, and the name of the last one; `clear` takes the bar away."""

    def __init__(self) -> None:
        """Begin to count the time."""
        self._begun = self._told = time.monotonic()
        self._on_line = False

    def __call__(self, done: int, total: int, name: str) -> None:
        """Show how far it has come and about how long is left."""
        if total == 0:
            return
        now = time.monotonic()
        if done == 0:
            self._begun = self._told = now
        left = _left((now - self._begun) / done * (total - done)) if 0 < done < total else ""
        if sys.stderr.isatty():
            self._draw(done, total, left)
        elif now - self._told >= _SECONDS_BETWEEN_LINES:
            self._told = now
            print(f"Granskat {done} av {total} avtal{left} ...", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Leave the line empty for what comes next."""
        if self._on_line:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
            self._on_line = False

    def _draw(self, done: int, total: int, left: str) -> None:
        filled = _BAR * done // total
        try:
            "█░".encode(sys.stderr.encoding or "ascii")
            bar = "█" * filled + "░" * (_BAR - filled)
        except UnicodeEncodeError:
            bar = "#" * filled + "." * (_BAR - filled)
        line = f"{bar} {done} av {total} avtal{left}"[: shutil.get_terminal_size().columns - 1]
        print(f"\r\033[K{line}", end="", file=sys.stderr, flush=True)
        self._on_line = True


def _left(seconds: float) -> str:
    if seconds < 60:
        return f", ungefär {max(1, round(seconds))} s kvar"
    return f", ungefär {round(seconds / 60)} min kvar"
