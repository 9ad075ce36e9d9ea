"""The agreement as it was understood, as plain text: roles in a column, the text indented as it is built."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from avtalskoll.reports.printable import printable
from avtalskoll.reports.wording import FORMAT_WORDS, mention
from avtalskoll.structure import AgreementStructure, ReadBlock, ReadClause, ReadFile

ROLE_WORDS = {
    "operative": "avtalstext",
    "background": "bakgrund",
    "definition": "definition",
    "other_topic": "annat ämne",
    "negotiation": "förhandling",
    "replaced": "ersatt",
    "title": "titel",
    "heading": "rubrik",
    "toc": "innehåll",
}
_MARGIN = 15
_DEEPEST = 4
_LEGEND = (
    "Till vänster står hur programmet har förstått varje mening. Bara avtalstext kan uppfylla ett krav. "
    "En stjärna: meningen talar om läkare eller läkarmedverkan. 2:3 i en tabell: rad 2, kolumn 3, med radens och "
    "kolumnens rubriker inom hakparentes."
)


def render_structure(structure: AgreementStructure, *, width: int = 80) -> str:
    """The structure as text with a final newline, wrapped at `width`, without control characters."""
    width = max(width, 50)
    lines = textwrap.wrap(_LEGEND, width)
    for document in structure.documents:
        lines += ["", *_document(document, width)]
    return "\n".join(lines) + "\n"


def _document(document: ReadFile, width: int) -> Iterator[str]:
    yield printable(f"{document.name} ({FORMAT_WORDS.get(document.format, document.format)})")
    for sentence in (*(f"Inte läst: {part}" for part in document.unread), *document.warnings):
        yield from textwrap.wrap(printable(sentence), width, initial_indent="! ", subsequent_indent="  ")
    for noted in document.noted:
        what = "Lucka att fylla i" if noted.kind == "placeholder" else "Dold text, inte läst som avtalstext"
        sentence = printable(f"{what}: ”{noted.text}” ({mention(noted.section)})")
        yield from textwrap.wrap(sentence, width, initial_indent="! ", subsequent_indent="  ")
    yield ""
    depth = 0
    table: int | None = None
    page: int | None = None
    for block in document.blocks:
        if block.page != page and block.page is not None:
            page = block.page
            yield f"{'':{_MARGIN}}--- sidan {page} ---"
        if block.kind == "heading":
            depth = min(max(block.level, 1), _DEEPEST)
            yield ""
        if block.table is not None and block.table != table:
            yield f"{'':{_MARGIN}}{'  ' * depth}Tabell {block.table + 1}"
        table = block.table
        yield from _block(block, depth, width)


def _block(block: ReadBlock, depth: int, width: int) -> Iterator[str]:
    steps = depth - 1 if block.kind == "heading" else depth + (block.level + 1 if block.kind == "item" else 0)
    indent = "  " * max(0, min(steps, 2 * _DEEPEST))
    label = _label(block)
    heads = " | ".join(" / ".join(part) for part in (block.row_heads, block.column_heads) if part)
    for first, role, topic, text in _stretches(block):
        text = f"[{heads}] {text}" if heads and first else text
        lead = indent + (label if first else " " * min(len(label), 8))
        margin = f"{ROLE_WORDS[role]}{' *' if topic == 'own' else ''}"
        yield from textwrap.wrap(
            printable(text),
            width,
            initial_indent=f"{margin:<{_MARGIN}}{lead}",
            subsequent_indent=" " * (_MARGIN + len(indent) + min(len(label), 8)),
            break_on_hyphens=False,
        )


def _label(block: ReadBlock) -> str:
    """What stands before the text: its number, its place in a table, or the sign of a list or a note."""
    number = printable(block.number)
    number = "" if printable(block.text).startswith(number) else f"{number} "
    if block.kind == "cell" and block.row is not None and block.column is not None:
        return f"{block.row + 1}:{block.column + 1} {number}"
    if block.kind == "note":
        return f"not {number}"
    return number or ("• " if block.kind == "item" else "")


def _stretches(block: ReadBlock) -> Iterator[tuple[bool, str, str, str]]:
    """The block's text cut where the role changes; a block without clauses stands as its kind."""
    starts: list[ReadClause] = []
    for clause in block.clauses:
        if not starts or (clause.role, clause.topic) != (starts[-1].role, starts[-1].topic):
            starts.append(clause)
    if not starts:
        role = block.kind if block.kind in ("toc", "heading") else "operative"
        yield True, role, "", block.text
    for place, clause in enumerate(starts):
        begin = clause.start if place else 0
        end = starts[place + 1].start if place + 1 < len(starts) else len(block.text)
        yield not place, clause.role, clause.topic, block.text[begin:end]
