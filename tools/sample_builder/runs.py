"""Writes the content of a paragraph: runs, tracked changes, comments, notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import Final

from .model import Change, Inline, Move, Span
from .ooxml import Element, run, text_pieces, w
from .styles import style_id
from .themes import Theme

PARTIES: Final = {"R": "Regionen", "K": "Kommunen"}
"""Changes and comments carry the name of a party, never of a person."""

CHANGE_DATES: Final = {"R": "2026-10-12T10:00:00Z", "K": "2026-10-09T14:30:00Z"}


@dataclass
class RunWriter:
    """Writes runs and keeps the running numbers of one document.

    ``notes`` lists the footnotes in the order of their references.
    """

    theme: Theme
    notes: list[str] = field(default_factory=list)
    _ids: count[int] = field(default_factory=lambda: count(100))
    _open_comment: int | None = None
    _moves: dict[str, int] = field(default_factory=dict)

    def next_id(self) -> int:
        """A number for a bookmark, change or content control."""
        return next(self._ids)

    def change_attributes(self, party: str) -> dict[str, str | int]:
        """Number, author and date of a tracked change."""
        return {
            "id": self.next_id(),
            "author": PARTIES[party],
            "date": CHANGE_DATES[party],
        }

    def paragraph(self, style: str, content: Inline, *, move: Move | None = None, bold: bool = False) -> Element:
        """Make a paragraph in the style with key ``style``."""
        properties = w("pPr", w("pStyle", val=style_id(style, self.theme)))
        mark = self._mark(content.mark, move)
        if mark is not None:
            properties.append(w("rPr", mark))
        paragraph = w("p", properties)
        runs = self.runs(content, bold=bold)
        if move is None:
            paragraph.extend(runs)
            return paragraph
        tag = "moveFrom" if move.end == "from" else "moveTo"
        paragraph.append(self._move_start(tag, move))
        paragraph.append(w(tag, *runs, **self.change_attributes(move.party)))
        return paragraph

    def move_end(self, move: Move) -> Element:
        """The mark that stands after a moved paragraph."""
        tag = "moveFromRangeEnd" if move.end == "from" else "moveToRangeEnd"
        return w(tag, id=self._moves[move.end + move.name])

    def runs(self, content: Inline, *, bold: bool = False) -> list[Element]:
        """Make the runs of ``content`` with what surrounds them."""
        elements: list[Element] = []
        for span in content.spans:
            if span.comment != self._open_comment:
                elements += self._end_comment()
                if span.comment is not None:
                    elements.append(w("commentRangeStart", id=span.comment))
                self._open_comment = span.comment
            elements.append(self._span(span, bold=bold))
        return elements + self._end_comment()

    def _end_comment(self) -> list[Element]:
        number, self._open_comment = self._open_comment, None
        if number is None:
            return []
        style = w("rStyle", val=style_id("comment_mark", self.theme))
        reference = w("r", w("rPr", style), w("commentReference", id=number))
        return [w("commentRangeEnd", id=number), reference]

    def _span(self, span: Span, *, bold: bool) -> Element:
        if span.line_break:
            return w("r", w("br"))
        if span.note is not None:
            return self._note(span.note)
        if span.placeholder:
            return self._placeholder(span.text)
        properties = [
            *([w("b")] if bold or span.bold else []),
            *([w("vanish")] if span.hidden else []),
        ]
        if span.change is None:
            return run(span.text, *properties)
        deleted = span.change.kind == "del"
        changed = w(
            "r",
            w("rPr", *properties) if properties else None,
            *text_pieces(span.text, deleted=deleted),
        )
        attributes = self.change_attributes(span.change.party)
        return w(span.change.kind, changed, **attributes)

    def _note(self, name: str) -> Element:
        self.notes.append(name)
        style = w("rStyle", val=style_id("note_mark", self.theme))
        return w("r", w("rPr", style), w("footnoteReference", id=len(self.notes)))

    def _placeholder(self, prompt: str) -> Element:
        """An unfilled date control, as Word shows it before anything is chosen."""
        style = w("rStyle", val=style_id("placeholder", self.theme))
        return w(
            "sdt",
            w(
                "sdtPr",
                w("alias", val="Startdatum"),
                w("id", val=self.next_id()),
                w("showingPlcHdr"),
                w(
                    "date",
                    w("dateFormat", val="yyyy-MM-dd"),
                    w("lid", val="sv-SE"),
                    w("storeMappedDataAs", val="dateTime"),
                    w("calendar", val="gregorian"),
                ),
            ),
            w("sdtContent", run(prompt, style)),
        )

    def _mark(self, change: Change | None, move: Move | None) -> Element | None:
        """The change of the paragraph mark itself."""
        if move is not None:
            tag = "moveFrom" if move.end == "from" else "moveTo"
            return w(tag, **self.change_attributes(move.party))
        if change is not None:
            return w(change.kind, **self.change_attributes(change.party))
        return None

    def _move_start(self, tag: str, move: Move) -> Element:
        attributes = self.change_attributes(move.party)
        self._moves[move.end + move.name] = int(attributes["id"])
        return w(f"{tag}RangeStart", name=f"move_{move.name}", **attributes)
