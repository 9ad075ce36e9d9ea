"""Everything that a paragraph of a Word document holds: its text in every state, and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from avtalskoll.readers.docx.names import (
    ALTERNATE,
    CHOICE,
    FALLBACK,
    PPR,
    RPR,
    SDT,
    SDT_CONTENT,
    SDT_PR,
    TBL,
    TEXT_BOX,
    TR,
    R,
    T,
    w,
)
from avtalskoll.readers.docx.styles import ParagraphStyle, Styles
from avtalskoll.readers.docx.symbols import symbol
from avtalskoll.readers.docx.unseen import is_unseen
from avtalskoll.readers.docx.views import CHANGES, Change, ChangesRead
from avtalskoll.readers.docx.xml import Element, child, switched, value
from avtalskoll.readers.looks import Look

State = Literal["read", "hidden", "gone", "placeholder", "code"]


class Piece(NamedTuple):
    """Some characters of a paragraph."""

    run: Element
    """The w:r that holds them."""
    source: Element
    """The element within the run that they stand in or that stands for them (w:t, w:tab, w:noBreakHyphen)."""
    text: str
    state: State
    """"read" for what makes up the text, "gone" for what the view of tracked changes leaves out."""
    change: Change
    """The tracked change that brought them, or took them: "move" for text that is moved away or here."""
    look: Look


class Content:
    """All that a paragraph holds: its pieces in every state, and what hangs on it."""

    __slots__ = ("boxes", "comments", "embedded", "field_marks", "notes", "pictures", "pieces")

    def __init__(self) -> None:
        """Start with nothing."""
        self.pieces: list[Piece] = []
        self.notes: list[tuple[str, str]] = []
        """Kind ("footnote", "endnote") and id of each note mark."""
        self.comments: list[str] = []
        self.boxes: list[Element] = []
        """Text boxes (w:txbxContent) anchored here, each once, and tables that stand inside a run."""
        self.embedded: list[Element] = []
        """Embedded objects and linked subdocuments."""
        self.pictures: list[Element] = []
        self.field_marks: list[tuple[str, str, int]] = []
        """Begin, code, separate and end of complex fields, with the number of pieces before them."""

    @property
    def text(self) -> str:
        """The text as read."""
        return "".join([piece.text for piece in self.pieces if piece.state == "read"])


def content_of(paragraph: Element, styles: Styles, style: ParagraphStyle | None = None) -> Content:
    """Everything in one w:p, also where it stands inside a tracked change or an unfilled placeholder."""
    if style is None:
        style = styles.paragraph(value(styles.changes.properties(child(paragraph, PPR)), _STYLE))
    walk = _Walk(paragraph, styles, style)
    walk.inside(paragraph, *_state_around(paragraph, styles.changes))
    return walk.content


def _state_around(paragraph: Element, changes: ChangesRead) -> tuple[State, Change]:
    """What the elements around a paragraph make of its text: content controls, tracked changes, table rows."""
    state: State = "read"
    change: Change = ""
    for above in paragraph.iterancestors(SDT, TEXT_BOX, TR, *CHANGES):
        if above.tag == TEXT_BOX:
            break
        if above.tag == SDT:
            if state == "read" and is_placeholder(above):
                state = "placeholder"
            continue
        if above.tag == TR:
            found, gone = changes.row_change(above)
        else:
            found, gone = changes.change_of(above.tag)
        change = change or found
        if gone:
            state = "gone"
    return state, change


def is_placeholder(control: Element) -> bool:
    """Whether a content control (w:sdt) shows its placeholder: nobody has filled it in."""
    return bool(switched(child(control, SDT_PR), w("showingPlcHdr")))


def chosen_branch(alternate: Element) -> Element | None:
    """The one branch of mc:AlternateContent that is read."""
    branch = alternate.find(CHOICE)
    return alternate.find(FALLBACK) if branch is None else branch


_STYLE, _FIELD_KIND = w("pStyle"), w("fldCharType")
_THROUGH = frozenset(
    w(name) for name in ("hyperlink", "smartTag", "fldSimple", "customXml", "dir", "bdo", "ruby", "rubyBase")
)
_CHARACTERS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
_DEL_TEXT, _INSTRUCTION, _DEL_INSTRUCTION = w("delText"), w("instrText"), w("delInstrText")
_FIELD_MARK, _SYMBOL = w("fldChar"), w("sym")
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_COMMENT_START, _COMMENT_MARK = w("commentRangeStart"), w("commentReference")
_DRAWINGS = frozenset((w("drawing"), w("pict")))
_OBJECT, _SUBDOCUMENT = w("object"), w("subDoc")
_ID = w("id")
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MATH_RUN, _MATH_TEXT = _MATH + "r", _MATH + "t"
_MATH_PARTS = frozenset((_MATH + "oMath", _MATH + "oMathPara"))


class _Walk:
    """One pass over a paragraph."""

    def __init__(self, paragraph: Element, styles: Styles, style: ParagraphStyle) -> None:
        self.content = Content()
        self._paragraph = paragraph
        self._changes = styles.changes
        self._styles = styles
        self._style = style
        self._fields: list[bool] = []
        """For each open field whether its code, and not yet its result, is being passed."""

    def inside(self, parent: Element, state: State, change: Change) -> None:
        for element in parent:
            tag = element.tag
            if tag == R:
                self._run(element, state, change)
            elif tag in CHANGES:
                own, gone = self._changes.change_of(tag)
                self.inside(element, "gone" if gone else state, own)
            elif tag in _THROUGH:
                self.inside(element, state, change)
            elif tag == SDT:
                held = child(element, SDT_CONTENT)
                if held is not None:
                    unfilled = state == "read" and is_placeholder(element)
                    self.inside(held, "placeholder" if unfilled else state, change)
            elif tag == _COMMENT_START:
                self._comment(element)
            elif tag == ALTERNATE:
                branch = chosen_branch(element)
                if branch is not None:
                    self.inside(branch, state, change)
            elif tag in _MATH_PARTS:
                self._formula(element, state, change)
            elif tag == _SUBDOCUMENT:
                self.content.embedded.append(element)

    def _run(self, run: Element, state: State, change: Change) -> None:
        content = self.content
        look = self._styles.run_look(self._changes.properties(run.find(RPR)), self._style)
        if state == "read" and (look.hidden or (look.faint and is_unseen(look, self._paragraph, self._styles))):
            state = "hidden"
        for element in run:
            tag = element.tag
            if tag == T:
                if element.text:
                    self._add(run, element, element.text, state, change, look)
            elif tag in _CHARACTERS:
                self._add(run, element, _CHARACTERS[tag], state, change, look)
            elif tag == RPR or tag in (_INSTRUCTION, _DEL_INSTRUCTION):
                if state != "gone" and tag != RPR and element.text:
                    content.field_marks.append(("code", element.text, len(content.pieces)))
            elif tag == _DEL_TEXT:
                if element.text:
                    self._add(run, element, element.text, state if self._changes.original else "gone", "deletion", look)
            elif tag == _FIELD_MARK:
                self._field(run, element, state, change, look)
            elif tag == _SYMBOL:
                self._add(run, element, symbol(element.get(w("font")), element.get(w("char"))), state, change, look)
            elif tag in _NOTES:
                if state == "read":
                    content.notes.append((_NOTES[tag], element.get(_ID) or ""))
            elif tag == _COMMENT_MARK:
                self._comment(element)
            elif state == "read":
                self._object(run, element, state, change)

    def _object(self, run: Element, element: Element, state: State, change: Change) -> None:
        """What stands in a run but is no character: text boxes, pictures, embedded files, misplaced tables."""
        content = self.content
        tag = element.tag
        if tag == ALTERNATE:
            branch = chosen_branch(element)
            for inner in branch if branch is not None else ():
                if inner.tag in _CHARACTERS or inner.tag == T:
                    look = self._styles.run_look(self._changes.properties(run.find(RPR)), self._style)
                    self._add(run, inner, inner.text or _CHARACTERS.get(inner.tag, ""), state, change, look)
                else:
                    self._object(run, inner, state, change)
        elif tag in _DRAWINGS or tag == _OBJECT:
            boxes = list(_outermost_boxes(element))
            content.boxes += boxes
            if tag == _OBJECT:
                content.embedded.append(element)
            elif not boxes:
                content.pictures.append(element)
        elif tag == TBL:
            content.boxes.append(element)
        elif tag in _THROUGH:
            self.inside(element, state, change)

    def _add(self, run: Element, source: Element, text: str, state: State, change: Change, look: Look) -> None:
        if True in self._fields and state == "read":
            state = "code"
        if text:
            self.content.pieces.append(Piece(run, source, text, state, change, look))

    def _field(self, run: Element, element: Element, state: State, change: Change, look: Look) -> None:
        kind = element.get(_FIELD_KIND) or ""
        self.content.field_marks.append((kind, "", len(self.content.pieces)))
        if kind == "begin":
            box = child(child(element, w("ffData")), w("checkBox"))
            if box is not None:
                ticked = switched(box, w("checked"))
                if ticked is None:
                    ticked = switched(box, w("default"))
                self._add(run, element, "☒" if ticked else "☐", state, change, look)
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _comment(self, element: Element) -> None:
        comment = element.get(_ID) or ""
        if comment not in self.content.comments:
            self.content.comments.append(comment)

    def _formula(self, element: Element, state: State, change: Change) -> None:
        for text in element.iter(_MATH_TEXT):
            run = text.getparent()
            if text.text and run is not None and run.tag == _MATH_RUN:
                self._add(run, text, text.text, state, change, self._style.look)


def _outermost_boxes(element: Element) -> Iterator[Element]:
    """Text boxes within a drawing, each once: of alternatives only the chosen, not those inside another box."""
    for inner in element:
        if inner.tag == TEXT_BOX:
            yield inner
        elif inner.tag == ALTERNATE:
            branch = chosen_branch(inner)
            if branch is not None:
                yield from _outermost_boxes(branch)
        else:
            yield from _outermost_boxes(inner)
