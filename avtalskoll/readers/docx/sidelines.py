"""Parts beside the body: notes, comments, running heads and feet."""

from __future__ import annotations

from collections.abc import Iterator

from avtalskoll.readers.docx.content import content_of
from avtalskoll.readers.docx.names import P, w
from avtalskoll.readers.docx.number_formats import written_number
from avtalskoll.readers.docx.numbering import Numbering
from avtalskoll.readers.docx.package import Package
from avtalskoll.readers.docx.story import Story
from avtalskoll.readers.docx.styles import Styles
from avtalskoll.readers.docx.xml import Element
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.nodes import Draft, drafts_in

_ID = w("id")
_WATERMARK = "{urn:schemas-microsoft-com:vml}textpath"


class Notes:
    """The footnotes or the endnotes of a document, numbered as their marks come in the text."""

    def __init__(self, package: Package, kind: str, styles: Styles, numbering: Numbering, limits: Limits) -> None:
        """Open the part for "footnote" or "endnote", where the document has one."""
        self._form = "decimal" if kind == "footnote" else "lowerRoman"
        self._count = 0
        self._elements: dict[str, Element] = {}
        self._story: Story | None = None
        for part in package.related(package.main, f"{kind}s")[:1]:
            root = package.root(part)
            self._story = Story(root, part, styles, numbering, limits)
            for element in root.iter(w(kind)):
                if (element.get(w("type")) or "normal") == "normal":
                    self._elements.setdefault(element.get(_ID) or "", element)

    @property
    def absent(self) -> bool:
        """Whether the file lacks the part that would hold the notes."""
        return self._story is None

    def take(self, note_id: str) -> list[tuple[str, Draft]]:
        """The paragraphs of the note whose mark comes next, each once; the first with the note's number."""
        element = self._elements.pop(note_id, None)
        if element is None or self._story is None:
            return []
        self._count += 1
        number = written_number(self._count, self._form)
        drafts = [draft for draft in drafts_in(self._story.nodes(element)) if draft.text.strip()]
        return [(number if place == 0 else "", draft) for place, draft in enumerate(drafts)]


def comment_texts(package: Package, styles: Styles) -> dict[str, str]:
    """The text of every comment, by its id."""
    texts: dict[str, str] = {}
    for part in package.related(package.main, "comments")[:1]:
        for element in package.root(part).iter(w("comment")):
            texts.setdefault(element.get(_ID) or "", "\n".join(_paragraph_texts(element, styles)))
    return texts


def running_texts(package: Package, styles: Styles) -> list[str]:
    """Texts of heads and feet, and watermarks, each once; page numbers by themselves are left out."""
    texts: dict[str, None] = {}
    for kind in ("header", "footer"):
        for part in package.related(package.main, kind):
            root = package.root(part)
            for text in _paragraph_texts(root, styles):
                if any(character.isalpha() for character in text):
                    texts.setdefault(text)
            for mark in root.iter(_WATERMARK):
                if watermark := (mark.get("string") or "").strip():
                    texts.setdefault(watermark)
    return list(texts)


def _paragraph_texts(root: Element, styles: Styles) -> Iterator[str]:
    for paragraph in root.iter(P):
        text = content_of(paragraph, styles).text.strip()
        if text:
            yield text
