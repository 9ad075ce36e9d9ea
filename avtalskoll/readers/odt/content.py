"""Everything that a paragraph of an OpenDocument text holds: its text, and what hangs on it."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Literal, NamedTuple

from avtalskoll.readers.docx.xml import Element, number
from avtalskoll.readers.looks import Look
from avtalskoll.readers.odt.changes import Change, Changes
from avtalskoll.readers.odt.marks import END, POINT, START
from avtalskoll.readers.odt.names import DRAWING, LIST, TABLE, H, P, q, style_name
from avtalskoll.readers.odt.record import AsideKind
from avtalskoll.readers.odt.styles import Styles

State = Literal["read", "hidden", "placeholder", "gone", "comment"]


class Piece(NamedTuple):
    """Some characters of a paragraph."""

    text: str
    state: State
    change: Change
    look: Look


class Content:
    """All that one text:p or text:h holds."""

    __slots__ = ("boxes", "frames", "notes", "pieces")

    def __init__(self) -> None:
        """Start with nothing."""
        self.pieces: list[Piece] = []
        self.notes: list[Element] = []
        self.boxes: list[Element] = []
        """Text boxes and shapes with text, each once."""
        self.frames: list[Element] = []
        """Frames with pictures and embedded objects."""

    @property
    def text(self) -> str:
        """The text as read."""
        return "".join([piece.text for piece in self.pieces if piece.state == "read"])

    def asides(self) -> list[tuple[AsideKind, str]]:
        """Text that is not read, and text of tracked changes, in order; neighbouring pieces as one."""
        found: list[tuple[AsideKind, str]] = []
        for kind, group in groupby(self.pieces, key=_kind):
            text = "".join(piece.text for piece in group).strip("\n")
            if kind is not None and text.strip():
                found.append((kind, text))
        return found


def content_of(paragraph: Element, styles: Styles, changes: Changes, *, hidden: bool = False) -> Content:
    """Everything in a paragraph; `hidden` where the section around it is."""
    look = styles.paragraph(style_name(paragraph)).look
    on_paper = not look.shaded and next(paragraph.iterancestors(TABLE, *_SHAPES), None) is None
    walk = _Walk(styles, changes, on_paper)
    if any(field.get(q("text:is-hidden")) == "true" for field in paragraph.iter(_HIDDEN_PARAGRAPH)):
        hidden = True
    walk.inside(paragraph, "hidden" if hidden or look.hidden else "read", look)
    return walk.content


def drawn(element: Element, boxes: list[Element], frames: list[Element]) -> None:
    """Sort a drawing into text boxes and frames with pictures or objects; groups are opened."""
    if element.tag == DRAWING + "frame":
        box = element.find(DRAWING + "text-box")
        (frames if box is None else boxes).append(element if box is None else box)
    elif element.tag in (DRAWING + "g", DRAWING + "a"):
        for inner in element:
            drawn(inner, boxes, frames)
    elif element.tag in _SHAPES or any(inner.tag in (P, H, LIST, TABLE) for inner in element):
        boxes.append(element)


_SHAPES = frozenset((DRAWING + "text-box", DRAWING + "custom-shape"))
_SPAN, _SPACES, _TAB, _BREAK = q("text:span"), q("text:s"), q("text:tab"), q("text:line-break")
_NOTE, _COMMENT = q("text:note"), q("office:annotation")
_PLACEHOLDER, _HIDDEN_TEXT, _HIDDEN_PARAGRAPH = q("text:placeholder"), q("text:hidden-text"), q("text:hidden-paragraph")
_CONTROL, _SHOWS_PLACEHOLDER = q("loext:content-control"), q("loext:showing-place-holder")
_MARKS = frozenset((START, END, POINT))
_CHECKBOXES = frozenset((q("field:fieldmark"), q("field:fieldmark-start")))
_LEFT_OUT = frozenset(
    q(name)
    for name in ("text:number", "text:ruby-text", "text:script", "office:annotation-end", "office:event-listeners",
                 "text:tracked-changes", "text:note-citation", "office:binary-data")
)  # fmt: skip
_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 200


class _Walk:
    """One pass over a paragraph. White space counts as in OpenDocument: a run of it is one space, none at the start."""

    def __init__(self, styles: Styles, changes: Changes, on_paper: bool) -> None:
        self.content = Content()
        self._styles = styles
        self._changes = changes
        self._after_space = True
        self._on_paper = on_paper

    def inside(self, parent: Element, state: State, look: Look) -> None:
        self._flowing(parent.text, state, look)
        for element in parent:
            self._one(element, state, look)
            self._flowing(element.tail, state, look)

    def _one(self, element: Element, state: State, look: Look) -> None:
        tag = element.tag
        if tag == _SPAN:
            own = self._styles.text(style_name(element)).over(look)
            self.inside(element, "hidden" if own.hidden and state == "read" else state, own)
        elif tag == _SPACES:
            count = number(element.get(q("text:c")), 1) or 1
            self._add(" " * max(1, min(count, _MOST_SPACES)), state, look)
        elif tag in (_TAB, _BREAK):
            self._add("\t" if tag == _TAB else "\n", state, look)
        elif tag in _MARKS:
            if deleted := self._changes.mark(element):
                self._add(deleted, "gone", look, "deletion")
        elif tag == _COMMENT:
            texts = ("".join(str(text) for text in inner.itertext()).strip() for inner in element.iter(P, H))
            self._add("\n".join(text for text in texts if text), "comment", look)
        elif tag == _NOTE:
            if state == "read" and not self._changes.leaves_out:
                self.content.notes.append(element)
        elif tag == _PLACEHOLDER or (tag == _CONTROL and element.get(_SHOWS_PLACEHOLDER) == "true"):
            self.inside(element, "placeholder" if state == "read" else state, look)
        elif tag == _HIDDEN_TEXT:
            if element.get(q("text:is-hidden")) == "true":
                self._add(element.get(q("text:string-value")) or "", "hidden", look)
            else:
                self.inside(element, state, look)
        elif tag in _CHECKBOXES:
            self._checkbox(element, state, look)
            self.inside(element, state, look)
        elif tag.startswith(DRAWING):
            if state == "read" and not self._changes.leaves_out:
                drawn(element, self.content.boxes, self.content.frames)
        elif tag not in _LEFT_OUT and element.get(q("text:display")) != "none":
            self.inside(element, state, look)  # links, bookmarks, fields: what they show is text

    def _checkbox(self, element: Element, state: State, look: Look) -> None:
        if not (element.get(q("field:type")) or "").endswith("FORMCHECKBOX"):
            return
        ticked = any(
            inner.get(q("field:name")) == "Checkbox_Checked" and inner.get(q("field:value")) == "true"
            for inner in element.iterchildren(q("field:param"))
        )
        self._add("☒" if ticked else "☐", state, look)

    def _flowing(self, text: str | None, state: State, look: Look) -> None:
        if not text:
            return
        text = _BLANKS.sub(" ", text)
        if self._after_space and text.startswith(" "):
            text = text[1:]
        if text:
            self._add(text, state, look)
            self._after_space = text.endswith(" ")

    def _add(self, text: str, state: State, look: Look, change: Change = "") -> None:
        if not text:
            return
        if state == "read" and (look.tiny or (look.white and not look.shaded and self._on_paper)):
            state = "hidden"
        if state in ("read", "hidden", "placeholder") and self._changes.leaves_out:
            state = "gone"
        self.content.pieces.append(Piece(text, state, change or self._changes.change, look))
        self._after_space = False


def _kind(piece: Piece) -> AsideKind | None:
    match piece.state:
        case "hidden" | "placeholder" | "comment":
            return piece.state
    return piece.change or None
