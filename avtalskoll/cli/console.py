"""The terminal: streams that never fail on a letter, colour only where it is wanted."""

from __future__ import annotations

import io
import os
import shutil
import sys

from avtalskoll.reports.verdict_signs import SIGNS


def prepare_streams() -> None:
    """Let letters that a terminal or pipe cannot carry come out as "?" instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def silence_stdout() -> None:
    """After the reader of a pipe has gone: nothing more is written, also not when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(sentence: str) -> None:
    """Tell what is wrong, on stderr."""
    print(f"avtalskoll: {sentence}", file=sys.stderr)


def tell_progress(sentence: str) -> None:
    """Tell what goes on, on stderr and only to a person."""
    if sys.stderr.isatty():
        print(sentence, file=sys.stderr)


def wants_color() -> bool:
    """Whether stdout is a terminal that shows colour and NO_COLOR does not ask for none."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def carries_symbols() -> bool:
    """Whether stdout can carry the symbols of the outcomes."""
    try:
        "".join(sign.symbol for sign in SIGNS.values()).encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def line_width() -> int:
    """How wide text is wrapped: as the terminal, but never wider than is easy to read."""
    return min(shutil.get_terminal_size().columns, 100)


def print_exact(text: str) -> None:
    """Machine output on stdout: UTF-8 and plain newlines whatever the terminal's own encoding."""
    sys.stdout.flush()
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(text)
    else:
        buffer.write(text.encode("utf-8"))
        buffer.flush()
