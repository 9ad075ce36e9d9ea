"""Styles of an OpenDocument text: what a paragraph or a run inherits, by family and name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from avtalskoll.readers.docx.xml import Element, number
from avtalskoll.readers.looks import PLAIN, Look
from avtalskoll.readers.odt.names import q

_MAX_CHAIN = 50
_CONTENTS = re.compile(r"(?:Contents|User Index|Illustration Index|Table index|Object index|Bibliography) .*")
_TITLES = ("title", "titel")
_HEADING = re.compile(r"(?:heading|rubrik) ([1-9]|10)", re.IGNORECASE)
_LENGTH = re.compile(r"(-?\d{1,6}(?:\.\d{1,9})?)(cm|mm|in|pt|pc|px)")
_TWENTIETHS = {"cm": 1440 / 2.54, "mm": 144 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "px": 15.0}
_ORDINARY_SIZE = 24
_NO_COLOUR = ("transparent", "#ffffff", "none")


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style with all that it inherits."""

    look: Look = PLAIN
    heading: int | None = None
    """Outline level from 1; 0 for the title of the document."""
    contents: bool = False
    list_style: str | None = None
    """Name of the list style; "" where the style switches numbering off, None where it says nothing."""
    own_indent: int | None = None
    """Left indentation that an automatic style gives, in twentieths of a point: it goes before that of the list."""
    indent: int | None = None


class Styles:
    """The styles of content.xml and styles.xml together."""

    def __init__(self, content: Element, styles: Element | None) -> None:
        """Collect the styles; they are resolved when asked for."""
        self._elements: dict[tuple[str, str], Element] = {}
        self._automatic: set[str] = set()
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._texts: dict[str, Look] = {}
        default = PLAIN
        for root in (styles, content):
            if root is None:
                continue
            for group in root:
                if group.tag not in (q("office:styles"), q("office:automatic-styles")):
                    continue
                if root is styles and group.tag == q("office:automatic-styles"):
                    continue  # for running heads and feet; its names are those of content.xml all over again
                for element in group.iterchildren(q("style:style"), q("style:default-style")):
                    family, name = element.get(q("style:family")) or "", element.get(q("style:name"))
                    if name is None and family == "paragraph":
                        default = _look(element)
                    elif name is not None:
                        self._elements[family, name] = element
                        if root is content and family == "paragraph":
                            self._automatic.add(name)
        self._default = default
        self.body_size = self.paragraph("Standard").look.size or default.size or _ORDINARY_SIZE

    def paragraph(self, name: str) -> ParagraphStyle:
        """The paragraph style called `name`; one that says nothing where it is not known."""
        known = self._paragraphs.get(name)
        if known is None:
            known = self._paragraphs[name] = self._resolve(name)
        return known

    def text(self, name: str) -> Look:
        """How a run in the text style called `name` looks, as far as the style says."""
        known = self._texts.get(name)
        if known is None:
            known = PLAIN
            for element in self._chain("text", name):
                known = known.over(_look(element))
            self._texts[name] = known
        return known

    def is_shaded(self, name: str) -> bool:
        """Whether the cell style called `name` gives the cell a colour other than white."""
        for element in self._chain("table-cell", name):
            properties = element.find(q("style:table-cell-properties"))
            colour = None if properties is None else properties.get(q("fo:background-color"))
            if colour is not None:
                return colour.lower() not in _NO_COLOUR
        return False

    def is_hidden_section(self, element: Element) -> bool:
        """Whether a text:section is not shown."""
        display = element.get(q("text:display")) or "true"
        return display == "none" or (display == "condition" and element.get(q("text:is-hidden")) == "true")

    def _chain(self, family: str, name: str) -> list[Element]:
        """The style and those it inherits from, nearest first."""
        chain: list[Element] = []
        following: str | None = name
        seen: set[str] = set()
        while following and following not in seen and len(chain) < _MAX_CHAIN:
            seen.add(following)
            element = self._elements.get((family, following))
            if element is None:
                break
            chain.append(element)
            following = element.get(q("style:parent-style-name"))
        return chain

    def _resolve(self, name: str) -> ParagraphStyle:
        look = PLAIN
        heading = list_style = own_indent = indent = None
        contents = False
        for element in self._chain("paragraph", name):
            own = element.get(q("style:name")) or ""
            shown = (element.get(q("style:display-name")) or own.replace("_20_", " ")).strip()
            look = look.over(_look(element))
            contents = contents or bool(_CONTENTS.fullmatch(shown))
            if heading is None:
                heading = _heading(shown, element)
            if list_style is None:
                list_style = element.get(q("style:list-style-name"))
            properties = element.find(q("style:paragraph-properties"))
            margin = twentieths(None if properties is None else properties.get(q("fo:margin-left")))
            behind = None if properties is None else properties.get(q("fo:background-color"))
            if behind is not None and look.shaded is None:
                look = replace(look, shaded=behind.lower() not in _NO_COLOUR)
            if indent is None and margin is not None:
                indent = margin
                own_indent = margin if own in self._automatic else None
        look = look.over(self._default)
        return ParagraphStyle(look, heading, contents, list_style, own_indent, indent)


def twentieths(length: str | None) -> int | None:
    """A length such as "0.5in" in twentieths of a point; None for anything else."""
    match = _LENGTH.fullmatch(length or "")
    return round(float(match[1]) * _TWENTIETHS[match[2]]) if match else None


def _heading(shown: str, element: Element) -> int | None:
    level = number(element.get(q("style:default-outline-level")))
    if level is not None and 1 <= level <= 10:
        return level
    if match := _HEADING.fullmatch(shown):
        return int(match[1])
    return 0 if shown.lower() in _TITLES else None


def _look(element: Element) -> Look:
    """What the text properties of a style themselves say."""
    properties = element.find(q("style:text-properties"))
    if properties is None:
        return PLAIN
    weight, underline = properties.get(q("fo:font-weight")), properties.get(q("style:text-underline-style"))
    display, transform = properties.get(q("text:display")), properties.get(q("fo:text-transform"))
    size = twentieths(properties.get(q("fo:font-size")))
    colour, behind = properties.get(q("fo:color")), properties.get(q("fo:background-color"))
    return Look(
        hidden=None if display is None else display == "none",
        bold=None if weight is None else weight == "bold" or (number(weight) or 0) >= 600,
        capitals=None if transform is None else transform == "uppercase",
        underlined=None if underline is None else underline != "none",
        size=None if size is None else round(size / 10),
        white=None if colour is None else colour.lower() == "#ffffff",
        shaded=None if behind is None else behind.lower() not in _NO_COLOUR,
    )
