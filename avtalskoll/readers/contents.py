"""Tables of contents that somebody typed: lines that end in a page number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from avtalskoll.readers.nodes import Draft, Node

_TITLE = re.compile(r"\W*(?:innehåll|innehållsförteckning|innehållsöversikt|contents)\W*", re.IGNORECASE)
_DOTTED = re.compile(r"[^\n]{2,150}?\s*(?:\.{4,}|…{2,}|_{4,}|(?:\.\s){4,}\.?)\s*\d{1,3}\s*")
_TABBED = re.compile(r"[^\n\t]{1,20}(?:\t+[^\n\t]{1,120})?(?:\t+|\s{3,})\d{1,3}\s*|[^\n\t]{2,120}\t+\d{1,3}\s*")
_LONGEST_LINE = 300


def is_contents_title(text: str) -> bool:
    """Whether the text is the heading of a table of contents."""
    return bool(_TITLE.fullmatch(text))


def is_dotted_line(text: str) -> bool:
    """Whether the line runs by dots to a page number."""
    return _ends_in_number(text) and bool(_DOTTED.fullmatch(text))


def mark_contents(nodes: Sequence[Node]) -> None:
    """Give every line of a typed table of contents, and its heading, the shape "toc".

    Lines with dot leaders always are; lines with a tab and a number where three or more follow each other under the
    heading "Innehåll" and the numbers never fall.
    """
    drafts = [node for node in nodes if isinstance(node, Draft) and node.text.strip()]
    title: Draft | None = None
    place = 0
    while place < len(drafts):
        draft = drafts[place]
        if is_contents_title(draft.text):
            title, place = draft, place + 1
            if place < len(drafts) and drafts[place].shape == "toc":
                draft.shape = "toc"
            continue
        if draft.shape == "paragraph" and is_dotted_line(draft.text):
            draft.shape = "toc"
            if title is not None:
                title.shape = "toc"
            place += 1
            continue
        end = place
        while end < len(drafts) and drafts[end].shape in ("paragraph", "item") and _is_tabbed_line(drafts[end].text):
            end += 1
        lines = drafts[place:end]
        if title is not None and len(lines) >= 3 and _never_falls(lines):
            for line in (title, *lines):
                line.shape = "toc"
        if draft.shape != "toc":
            title = None
        place = max(end, place + 1)


def _is_tabbed_line(text: str) -> bool:
    return _ends_in_number(text) and bool(_TABBED.fullmatch(text))


def _ends_in_number(text: str) -> bool:
    return len(text) <= _LONGEST_LINE and text.rstrip()[-1:].isdigit()


def _never_falls(lines: Sequence[Draft]) -> bool:
    pages = [int(match[0]) for line in lines if (match := re.search(r"\d+(?=\s*$)", line.text))]
    return pages == sorted(pages)
