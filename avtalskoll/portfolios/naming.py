"""Names of agreements: shown as people write them, kept as files under names that every system can carry."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_LONGEST = 80
_SWEDISH = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"})
_RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]", re.IGNORECASE)


def shown_name(name: str) -> str:
    """A file's or folder's name in composed letters, on one line, without bytes that no text can hold."""
    text = unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode("utf-8"))
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def swedish_order(name: str) -> tuple[tuple[tuple[int, str], ...], str]:
    """Sorts names as a Swedish register does: å, ä, ö last, letter case aside, numbers by their size."""
    parts = re.findall(r"[0-9]{1,18}|[^0-9]+", name.casefold())
    sized = ((int(part), "") if part.isdecimal() else (-1, part.translate(_SWEDISH)) for part in parts)
    return tuple(sized), name


def stems(names: Iterable[str]) -> tuple[str, ...]:
    """A file name without suffix for each name, in order: ASCII letters, digits, hyphens; no two alike on any system.

    The same name in another company keeps its stem unless two would be alike.
    """
    given: list[str] = []
    taken: set[str] = set()
    for name in names:
        stem = base = _stem(name)
        number = 2
        while stem.casefold() in taken:
            stem, number = f"{base}-{number}", number + 1
        taken.add(stem.casefold())
        given.append(stem)
    return tuple(given)


def _stem(name: str) -> str:
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if letter.isascii())
    stem = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:_LONGEST].rstrip("-")
    if not stem:
        return "avtal"
    return f"avtal-{stem}" if _RESERVED.fullmatch(stem) else stem
