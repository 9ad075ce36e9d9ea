"""Automatic numbers of lists and headings, which stand nowhere in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from avtalskoll.readers.docx.number_formats import written_number
from avtalskoll.readers.docx.xml import Element, number
from avtalskoll.readers.labels import is_section_number
from avtalskoll.readers.odt.names import q
from avtalskoll.readers.odt.styles import twentieths

OUTLINE = "Outline"
"""The list that numbers headings."""
_LEVELS = 10
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
_PLACE = re.compile(r"%(\d{1,2})%")
_LONGEST = 100


@dataclass(slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    """As LibreOffice writes it: "%1%.%2%."."""
    bullet: bool = False
    indent: int | None = None


@dataclass(slots=True)
class NumberedList:
    """A list in the making: its counters by level. One that continues another one shares them."""

    counts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ListNumber:
    """The number of a paragraph as displayed, and what kind of number it is."""

    text: str
    """"" for a bullet."""
    clause: bool
    """Whether it numbers sections and clauses ("3.2", "§ 4") and not items of a list."""
    first: bool
    kind: int
    """0 for numbers, 1 for letters and small roman, 2 for bullets."""
    indent: int | None


class Numbering:
    """The list styles of a document. Call `next` once for every numbered paragraph, in document order."""

    def __init__(self, content: Element, styles: Element | None) -> None:
        """Read text:list-style and text:outline-style of both parts."""
        self._styles: dict[str, dict[int, _Level]] = {}
        for root in (styles, content):
            if root is None:
                continue
            for element in root.iter(q("text:list-style"), q("text:outline-style")):
                name = element.get(q("style:name")) or ""
                if element.tag == q("text:outline-style"):
                    name = OUTLINE
                self._styles[name] = dict(_levels(element))

    def next(self, entity: NumberedList, style: str, place: int, start: int | None = None) -> ListNumber | None:
        """Count a paragraph on level `place` (from 0); None where the level does not number."""
        levels = self._styles.get(style, {})
        if place not in levels:
            return None
        counts = entity.counts
        level = levels[place]
        for above in range(place):
            if above not in counts and above in levels:
                counts[above] = levels[above].start
        first = place not in counts
        counts[place] = start if start is not None else level.start if first else counts[place] + 1
        for deeper in [known for known in counts if known > place]:
            del counts[deeper]

        def shown(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            if index not in levels or levels[index].bullet:
                return ""
            return written_number(counts.get(index, levels[index].start), levels[index].form)

        text = "" if level.bullet else _PLACE.sub(shown, level.text).strip()
        if not text and not level.bullet:
            return None
        letter = level.form in ("lowerLetter", "upperLetter", "lowerRoman")
        clause = not level.bullet and (
            is_section_number(text) or (not letter and place == 0 and _goes_deeper(levels.get(1)))
        )
        kind = 2 if level.bullet else 1 if letter else 0
        return ListNumber(text, clause, first or start == level.start, kind, level.indent)


def _goes_deeper(second: _Level | None) -> bool:
    """Whether the level below shows the number above it as well ("1.1")."""
    return second is not None and len(set(_PLACE.findall(second.text))) > 1


def _levels(style: Element) -> Iterator[tuple[int, _Level]]:
    for element in style:
        place = number(element.get(q("text:level")))
        if place is None or not 1 <= place <= _LEVELS:
            continue
        bullet = element.tag in (q("text:list-level-style-bullet"), q("text:list-level-style-image"))
        form = element.get(q("style:num-format")) or ""
        yield (
            place - 1,
            _Level(
                start=max(0, number(element.get(q("text:start-value")), 1) or 0),
                form=_FORMS.get(form, "decimal"),
                text=_format(element, place, form),
                bullet=bullet,
                indent=_indent(element),
            ),
        )


def _format(element: Element, place: int, form: str) -> str:
    """What is shown before the paragraph, with %1% for the number of the first level."""
    if not form:
        return ""
    written = element.get(q("loext:num-list-format"))
    if written is not None:
        return written[:_LONGEST]
    depth = max(1, min(number(element.get(q("text:display-levels")), 1) or 1, place))
    places = ".".join(f"%{at}%" for at in range(place - depth + 1, place + 1))
    prefix, suffix = element.get(q("style:num-prefix")) or "", element.get(q("style:num-suffix")) or ""
    return prefix[:_LONGEST] + places + suffix[:_LONGEST]


def _indent(element: Element) -> int | None:
    properties = element.find(q("style:list-level-properties"))
    if properties is None:
        return None
    alignment = properties.find(q("style:list-level-label-alignment"))
    if alignment is not None:
        return twentieths(alignment.get(q("fo:margin-left")))
    before = twentieths(properties.get(q("text:space-before"))) or 0
    return before + (twentieths(properties.get(q("text:min-label-width"))) or 0)
