"""The program that serves the page, running beside the tests."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

_LONGEST = 120
"""Seconds after which a program that has said nothing is ended."""


@contextmanager
def served(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Iterator[str]:
    """Start the program in an empty folder and give the address that it prints. Ended by Ctrl-C, in silence."""
    group = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP} if os.name == "nt" else {}  # type: ignore[attr-defined]
    running = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", **group
    )  # fmt: skip
    assert running.stdout
    watchdog = threading.Timer(_LONGEST, running.kill)
    watchdog.start()
    try:
        address = next((found[0] for line in running.stdout if (found := re.search(r"http://\S+", line))), None)
    finally:
        watchdog.cancel()
    try:
        assert address, f"no address: {running.communicate()[1]}"
        yield address
    finally:
        running.send_signal(signal.CTRL_BREAK_EVENT if os.name == "nt" else signal.SIGINT)  # type: ignore[attr-defined]
        try:
            errors = running.communicate(timeout=30)[1]
        except subprocess.TimeoutExpired:
            running.kill()
            errors = running.communicate()[1] + "did not end"
    assert errors == ""
    assert list(folder.iterdir()) == [], "the program left files where it was started"
