"""Reading the values of options, with a Swedish sentence for each that cannot be used."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from avtalskoll.errors import WrongUseError


def day(option: str, text: str | None) -> date | None:
    """A date as YYYY-MM-DD. Raises WrongUseError."""
    if text is None:
        return None
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise WrongUseError(f"{option} {text} är inget datum; skriv ÅÅÅÅ-MM-DD, till exempel 2026-11-22.")


def choice(option: str, text: str, choices: Sequence[str]) -> str:
    """One of the choices. Raises WrongUseError."""
    if text in choices:
        return text
    raise WrongUseError(f"{option} {text} finns inte; välj {', '.join(choices[:-1])} eller {choices[-1]}.")
