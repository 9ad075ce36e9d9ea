"""What an audit says of a gap, in the words that the other party reads."""

from __future__ import annotations

import re

from avtalskoll.audit_report import RequirementResult

_PARTLY = "Delvis"
_PARTLY_TOLD = {"obligation": "Frågan är bara delvis reglerad", "prohibition": "Villkoret bör ses över"}
_TWO_READINGS = re.compile(r"\s*Texten kan läsas på två sätt: .*", re.DOTALL)
_LIMIT_ALONE = re.compile(r"\s*\((?:[^(),]*\bär )?produktens gräns(?:, inte lag)?\)")
_LIMIT_LAST = re.compile(r",\s*produktens gräns(?:, inte lag)?(?=\))")


class Told:
    """One result without what is said to our own side only: how sure the program is, and whose the limits are."""

    def __init__(self, result: RequirementResult) -> None:
        self.display = _PARTLY_TOLD[result.kind] if result.display == _PARTLY else result.display
        self.reason = _without_own_words(result.reason)
        self.caveats = tuple(filter(None, map(_without_own_words, result.caveats)))


def _without_own_words(text: str) -> str:
    """The text without the second reading, which always stands last, and without "produktens gräns"."""
    return _LIMIT_LAST.sub("", _LIMIT_ALONE.sub("", _TWO_READINGS.sub("", text))).strip()
