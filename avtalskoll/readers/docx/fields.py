"""Which text stands in the result of a table of contents: a field that runs over many paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from avtalskoll.readers.docx.content import Content


@dataclass(slots=True)
class _Field:
    code: str = ""
    passing_code: bool = True

    @property
    def is_contents(self) -> bool:
        return self.code.lstrip()[:4].upper().rstrip() == "TOC"


class ContentsFields:
    """Follows the complex fields of a flow of paragraphs."""

    def __init__(self) -> None:
        """Start outside every field."""
        self._open: list[_Field] = []
        self._contents = 0
        """How many of the open fields show a table of contents."""

    def holds(self, content: Content) -> bool:
        """Whether most of the paragraph's text belongs to a table of contents. Call once per paragraph, in order."""
        if not content.field_marks:
            return self._inside
        inside = outside = at = 0
        for kind, code, place in [*content.field_marks, ("", "", len(content.pieces))]:
            length = sum(len(piece.text) for piece in content.pieces[at:place] if piece.state == "read")
            if self._inside:
                inside += length
            else:
                outside += length
            at = place
            self._step(kind, code)
        return inside > outside

    @property
    def _inside(self) -> bool:
        return self._contents > 0

    def _step(self, kind: str, code: str) -> None:
        if kind == "begin":
            self._open.append(_Field())
        elif not self._open:
            return
        elif kind == "code" and self._open[-1].passing_code:
            self._open[-1].code += code
        elif kind == "separate" and self._open[-1].passing_code:
            self._open[-1].passing_code = False
            self._contents += self._open[-1].is_contents
        elif kind == "end":
            field = self._open.pop()
            self._contents -= field.is_contents and not field.passing_code
