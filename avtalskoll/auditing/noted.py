"""The blanks and the hidden text of a document, with their places, for the report."""

from __future__ import annotations

from avtalskoll.agreement import Document
from avtalskoll.audit_report import NotedText
from avtalskoll.auditing.first_words import first_words

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
                text=first_words(aside.text, _LONGEST),
                section=block.section if block else "",
                page=block.page if block else None,
                block=aside.block,
            )
        )
    return tuple(sorted(found, key=lambda noted: -1 if noted.block is None else noted.block))
