"""The part of a Word document that holds the comments' texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from lxml import etree

from avtalskoll.readers.docx.names import W_NAMESPACE, w
from avtalskoll.readers.docx.xml import Element, value
from avtalskoll.reports.printable import printable
from avtalskoll.reports.word_comments.remark import Line

AUTHOR, INITIALS = "avtalskoll", "avt"
_ID = w("id")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_HALF_POINTS = "20"


class CommentStyles:
    """Ids of the document's own styles for comments, None where it has none; nothing is added to its styles."""

    def __init__(self, styles: Element | None) -> None:
        self.text = _style_id(styles, "paragraph", "annotation text")
        self.reference = _style_id(styles, "character", "annotation reference")


class CommentsPart:
    """The comments of a document, old ones kept as they are and new ones after them."""

    def __init__(self, root: Element | None, styles: CommentStyles, day: date, used: Iterable[str]) -> None:
        """`root` is the part that the document has, if any; `used` are ids that its text refers to."""
        self.root = etree.Element(w("comments"), nsmap={"w": W_NAMESPACE}) if root is None else root
        self._styles = styles
        self._date = f"{day.isoformat()}T00:00:00Z"
        self._ids = self._free_ids({*used, *(element.get(_ID) or "" for element in self.root.iter(w("comment")))})

    def add(self, lines: Iterable[Line]) -> str:
        """Add a comment and return its id."""
        comment = etree.SubElement(self.root, w("comment"))
        identity = next(self._ids)
        for name, text in (("id", identity), ("author", AUTHOR), ("date", self._date), ("initials", INITIALS)):
            comment.set(w(name), text)
        for place, line in enumerate(lines):
            paragraph = etree.SubElement(comment, w("p"))
            if self._styles.text:
                style = etree.SubElement(etree.SubElement(paragraph, w("pPr")), w("pStyle"))
                style.set(w("val"), self._styles.text)
            if place == 0:
                etree.SubElement(self._run(paragraph, style=self._styles.reference), w("annotationRef"))
            for text, bold in ((line.label, True), (line.text, False)):
                if text:
                    self._text(paragraph, text, bold)
        return identity

    def _text(self, paragraph: Element, text: str, bold: bool) -> None:
        shown = printable(text)
        # One blank at the edge parts the label from its text.
        shown = " " * text[:1].isspace() + shown + " " * text[-1:].isspace()
        element = etree.SubElement(self._run(paragraph, bold=bold), w("t"))
        element.text = shown
        element.set(_SPACE, "preserve")

    def _run(self, paragraph: Element, *, bold: bool = False, style: str | None = None) -> Element:
        run = etree.SubElement(paragraph, w("r"))
        properties = etree.SubElement(run, w("rPr"))
        if style:
            etree.SubElement(properties, w("rStyle")).set(w("val"), style)
        if bold:
            etree.SubElement(properties, w("b"))
        if not self._styles.text:
            etree.SubElement(properties, w("sz")).set(w("val"), _HALF_POINTS)
        etree.SubElement(properties, w("lang")).set(w("val"), "sv-SE")
        return run

    @staticmethod
    def _free_ids(used: set[str]) -> Iterator[str]:
        taken = {int(text) for text in used if text.isdecimal() and len(text) < 12}
        return (str(number) for number in range(2**31) if number not in taken)


def _style_id(styles: Element | None, kind: str, name: str) -> str | None:
    for style in styles.iter(w("style")) if styles is not None else ():
        if style.get(w("type")) == kind and (value(style, w("name")) or "").lower() == name:
            return style.get(w("styleId"))
    return None
