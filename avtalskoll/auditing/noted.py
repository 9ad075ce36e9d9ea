"""The blanks and the hidden text of a document, with their places, for the report."""

from __future__ import annotations

from avtalskoll.agreement import Document
from avtalskoll.audit_report import NotedText

_LONGEST = 80


def noted_texts(document: Document) -> tuple[NotedText, ...]:
    """Every blank to fill in and all hidden text, in the order of the document."""
    found = []
    for aside in document.asides:
        if aside.kind != "placeholder" and aside.kind != "hidden":
            continue
        block = None if aside.block is None else document.blocks[aside.block]
        found.append(
            NotedText(
                kind=aside.kind,
                text=_first_words(aside.text),
                section=block.section if block else "",
                page=block.page if block else None,
                block=aside.block,
            )
        )
    return tuple(sorted(found, key=lambda noted: -1 if noted.block is None else noted.block))


def _first_words(text: str) -> str:
    text = " ".join(text.split())
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
