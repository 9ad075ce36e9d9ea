"""The readers' modules loaded ahead of time, for a program that reads many agreements."""

from __future__ import annotations

from importlib import import_module

_LAZY = ("written", "docx.reader", "odt.reader", "pdf.reader")


def load_readers() -> None:
    """Load what reading needs, so that each forked reading process begins with it instead of loading it again."""
    for name in _LAZY:
        import_module(f"avtalskoll.readers.{name}")
