"""What a file from a browser is called here."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 120
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\..*)?", re.I)


def file_label(name: str) -> str:
    """The last part of the name, safe as a file's name on every system; "avtal" where nothing is left of it.

    Whatever folders, dots and signs the sender wrote, the label leads nowhere.
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(c for c in " ".join(last.split()) if unicodedata.category(c)[0] != "C")
    label = _FORBIDDEN.sub("_", shown).strip(" .")
    if _RESERVED.fullmatch(label):
        label = f"_{label}"
    stem, dot, suffix = label.rpartition(".")
    if dot and len(suffix) <= 10:
        return f"{_cut(stem, _LONGEST - len(suffix) - 1) or 'avtal'}.{suffix}"
    return _cut(label, _LONGEST) or "avtal"


def _cut(text: str, longest: int) -> str:
    """As much as fits, counted in bytes: a Swedish letter takes two of those that a file's name may have."""
    return text.encode()[:longest].decode(errors="ignore").strip(" .")
