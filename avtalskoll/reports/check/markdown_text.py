"""Any text as plain words inside Markdown on GitHub: it becomes neither markup, nor a mention, nor a link."""

from __future__ import annotations

import re

from avtalskoll.reports.printable import printable

_MARKS = re.compile(r"[\\`*_\[\]<>&|~$]")
_GAP = "&#8203;"
# GitHub looks for mentions, issue numbers, emoji and commits in the finished page, where an entity is its character
# again: only something invisible between the characters keeps them apart.
_LED = re.compile(r"([@#](?=[\w-])|:(?=//|[\w+-]+:)|/(?=/))")
_SHORTCUTS = re.compile(r"\b(www|GH)(?=[.-])", re.IGNORECASE)
_COMMIT = re.compile(r"\b(?=[0-9]*[a-f])([0-9a-f]{3})(?=[0-9a-f]{4,37}\b)", re.IGNORECASE)
_HOLD = "\ue000"  # stands for the gap until the entities are in place; `printable` lets no private character through


def markdown_text(text: str) -> str:
    """The text on one line, every character that Markdown or GitHub reads something into made harmless.

    What a person sees is the text. It must not stand first on a line of its own, where "1." would begin a list.
    """
    line = printable(text)
    line = _COMMIT.sub(rf"\1{_HOLD}", _SHORTCUTS.sub(rf"\1{_HOLD}", _LED.sub(rf"\1{_HOLD}", line)))
    return _MARKS.sub(lambda mark: f"&#{ord(mark[0])};", line).replace(_HOLD, _GAP)
