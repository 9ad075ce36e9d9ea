"""Plain text: paragraphs by blank lines, numbered headings, typed lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtalskoll.agreement import Block
from avtalskoll.readers.arrange import Arranger
from avtalskoll.readers.builder import BlockBuilder
from avtalskoll.readers.labels import typed_label
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.lines import begins_block, heads_alone, indent_of
from avtalskoll.readers.nodes import Draft, Mark

_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|~{3,}|_{3,}|\*{3,})\s*")
_LONG_LINE = 200
"""A file with a line longer than this is not wrapped: each of its lines is a paragraph."""


def read_plaintext(text: str, limits: Limits) -> tuple[Block, ...]:
    """The blocks of a plain text with line ends "\\n".

    Every block's text is a piece of the source, inner line ends kept; only the sign of a bullet is left out. `origin`
    is the line, from 0. A line without number is a heading only where it is in capitals or underlined.
    """
    builder = BlockBuilder(limits.paragraphs)
    Arranger(builder).arrange(list(_drafts(text.split("\n"))))
    return tuple(builder.blocks)


def _drafts(lines: list[str]) -> Iterator[Draft]:
    wrapped = all(len(line) <= _LONG_LINE for line in lines)
    start: int | None = None
    continues = False
    place = 0
    while place < len(lines):
        line = lines[place]
        if not line.strip():
            if start is not None:
                yield _draft(lines, start, place, continues)
            start = None
        elif start is not None and _UNDERLINE.fullmatch(line):
            if place - start == 1 and len(lines[start].strip()) <= 90:
                yield _underlined(lines[start], start, line)
            else:
                yield _draft(lines, start, place, continues)
            start = None
        elif _UNDERLINE.fullmatch(line):
            pass  # a ruled line
        elif start is None:
            start, continues = place, _continues(lines, place)
        elif (
            not wrapped or begins_block(line, lines[place - 1]) or (place - start == 1 and _heading_line(lines, start))
        ):
            yield _draft(lines, start, place, continues)
            start, continues = place, False
        place += 1
    if start is not None:
        yield _draft(lines, start, len(lines), continues)


def _heading_line(lines: list[str], place: int) -> bool:
    """Whether the line is a heading with its text directly below."""
    return heads_alone(lines[place]) and lines[place + 1].strip()[:1].isupper()


def _continues(lines: list[str], place: int) -> bool:
    """Whether a paragraph after a blank line is indented as the wording of a list item is."""
    return indent_of(lines[place]) >= 2 and typed_label(lines[place]) is None


def _draft(lines: list[str], start: int, end: int, continues: bool) -> Draft:
    text = "\n".join(lines[start:end])
    indent = indent_of(text)
    label = typed_label(text)
    draft = Draft(text.strip(), indent=indent, origin=start, continues=continues, alone=end - start == 1)
    if label is not None and label.kind == "bullet":
        return bulleted(draft, text, indent)
    return draft


def bulleted(draft: Draft, text: str, indent: int) -> Draft:
    """Make the draft an item, without the sign of its bullet."""
    label = typed_label(text)
    if label is not None:
        draft.text = text[label.end :].strip()
        draft.shape = "item"
        draft.mark = Mark("", "typed " + label.family, indent, indent, label.rank)
    return draft


def _underlined(line: str, origin: int, rule: str) -> Draft:
    sign = rule.strip()[0]
    return Draft(line.strip(), shape="heading", level=1 if sign in "=*" else 2, look="underlined", origin=origin)
