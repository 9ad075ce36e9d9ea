"""The forms of a PDF (drawings with a name, which may draw each other), counted before any page is opened."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from avtalskoll.readers.limits import Limits
from avtalskoll.readers.pdf.objects import PdfObjects
from avtalskoll.readers.pdf.syntax import BLANK, REGULAR, Name, Ref, Stream, Value, unescaped
from avtalskoll.readers.refusals import Reason, Refused

_ROOT = re.compile(rb"/(?:Contents|CharProcs|[A-Za-z]*#)")
_DRAWN = re.compile(rb"(?:/(" + REGULAR + rb"*+)" + BLANK + rb"++|[)>\]]" + BLANK + rb"*+)Do(?!" + REGULAR + rb")")
_DEEPEST = 40
"""Forms within forms that PDFium draws; what lies deeper it leaves out without a word."""

_Names = dict[bytes, dict[int, Stream]]
"""What each name may stand for, by where the streams begin."""


class _Size(NamedTuple):
    """What drawing something comes to."""

    forms: int
    content: int


class _Drawing(NamedTuple):
    """What one content stream draws: what may be meant, and how many times."""

    drawn: list[tuple[list[Stream], int]]
    content: int


def check_forms(data: bytes, limits: Limits) -> None:
    """Raise `Refused` where the forms of all pages, each as often as it is drawn, are more than the limits allow.

    PDFium unfolds them all, and a file of a few kB can ask for billions. Forms that draw each other in a circle it
    follows to a certain depth, and so they are counted here. What cannot be made out is not counted: that is
    everything in files that are really encrypted.
    """
    _Forms(PdfObjects(data, limits), limits).check()


class _Forms:
    def __init__(self, objects: PdfObjects, limits: Limits) -> None:
        self._objects = objects
        self._limits = limits
        self._inherited: dict[int, _Names] = {}
        self._anywhere: _Names = {}
        """For drawings that bring no resources of their own."""
        self._drawings: dict[int, _Drawing] = {}
        self._sizes: dict[tuple[int, int], _Size] = {}
        self._open: list[int] = []

    def check(self) -> None:
        roots = [(number, about, self._of_page(about)) for number, about in self._objects.with_names(_ROOT)]
        forms = [(stream, self._names(stream.about.get(b"Resources"))) for stream in self._objects.streams]
        for names in (*(names for _, _, names in roots), *(names for _, names in forms)):
            for name, streams in names.items():
                self._anywhere.setdefault(name, {}).update(streams)
        if not self._anywhere:
            return
        for form, names in forms:
            if names:
                self._size(form, 1)
        pages: dict[int, _Size] = {}
        for number, about, names in roots:
            if names or b"CharProcs" in about:
                pages[number] = max(self._of_root(about, names), pages.get(number, _Size(0, 0)))
        self._checked(pages.values())

    def _of_root(self, about: dict[bytes, Value], names: _Names) -> _Size:
        """What a page, or the letters of a font that are drawn, come to."""
        letters = [
            stream
            for letters in self._objects.dictionaries(about.get(b"CharProcs"))
            for value in letters.values()
            for stream in self._streams(value)
        ]
        sizes = [self._drawn(self._drawing([letter], names), 1) for letter in letters]
        contents = [
            stream
            for value in self._objects.values(about.get(b"Contents"))
            for one in (value if isinstance(value, list) else [value])
            for stream in self._streams(one)
        ]
        return self._checked([*sizes, self._drawn(self._drawing(contents, names), 1)])

    def _size(self, form: Stream, level: int) -> _Size:
        """What drawing a form comes to, itself included, where it stands so deep."""
        if level > _DEEPEST:
            if form.start not in self._open:
                raise Refused(Reason.TOO_LARGE)
            return _Size(0, 0)
        drawing = self._drawings.get(form.start)
        if drawing is None:
            drawing = self._drawing([form], self._names(form.about.get(b"Resources")))
            self._drawings[form.start] = drawing
        key = form.start, level if drawing.drawn else 0
        if key not in self._sizes:
            self._open.append(form.start)
            inside = self._drawn(drawing, level + 1)
            self._open.pop()
            self._sizes[key] = self._checked([inside, _Size(1, drawing.content)])
        return self._sizes[key]

    def _drawn(self, drawing: _Drawing, level: int) -> _Size:
        forms = content = 0
        for streams, times in drawing.drawn:
            sizes = [self._size(stream, level) for stream in streams]
            forms += times * max(size.forms for size in sizes)
            content += times * max(size.content for size in sizes)
        return _Size(forms, content)

    def _drawing(self, contents: list[Stream], names: _Names) -> _Drawing:
        for stream in contents:
            self._refuse_predicted(stream)
        content = b"\n".join(map(self._objects.decoded, contents))
        if b"Do" not in content:
            return _Drawing([], len(content))
        counts: Counter[bytes | None] = Counter()
        for match in _DRAWN.finditer(content):
            counts[None if match[1] is None else unescaped(match[1])] += 1
        drawn = [(self._meant(name, names), times) for name, times in counts.items()]
        return _Drawing([(streams, times) for streams, times in drawn if streams], len(content))

    def _meant(self, name: bytes | None, names: _Names) -> list[Stream]:
        if name is None:  # drawn by a string, which PDFium allows
            return list({start: stream for streams in names.values() for start, stream in streams.items()}.values())
        return list((names.get(name) or self._anywhere.get(name) or {}).values())

    def _refuse_predicted(self, stream: Stream) -> None:
        """No program packs text or drawings with a predictor, which is for pictures, or with the other kind of LZW."""
        for value in self._objects.values(stream.about.get(b"DecodeParms")):
            for one in value if isinstance(value, list) else [value]:
                for about in self._objects.dictionaries(one):
                    for key in (b"Predictor", b"EarlyChange"):
                        if any(found not in (None, 1) for found in self._objects.values(about.get(key))):
                            raise Refused(Reason.DAMAGED_PDF)

    def _of_page(self, about: dict[bytes, Value]) -> _Names:
        """The names of a page's own resources, or of the next group of pages above it that has any."""
        passed: list[int] = []
        while b"Resources" not in about and isinstance(parent := about.get(b"Parent"), Ref):
            above = next(self._objects.dictionaries(parent), None)
            if above is None or parent.number in passed:
                break
            if parent.number in self._inherited:
                return self._inherited[parent.number]
            passed.append(parent.number)
            about = above
        names = self._names(about.get(b"Resources"))
        self._inherited.update(dict.fromkeys(passed, names))
        return names

    def _names(self, resources: Value) -> _Names:
        names: _Names = {}
        for resource in self._objects.dictionaries(resources):
            for drawings in self._objects.dictionaries(resource.get(b"XObject")):
                for name, value in drawings.items():
                    for stream in self._streams(value):
                        if Name(b"Image") not in self._objects.values(stream.about.get(b"Subtype")):
                            names.setdefault(name, {})[stream.start] = stream
        return names

    def _streams(self, value: Value) -> list[Stream]:
        return [stream for stream in self._objects.values(value) if isinstance(stream, Stream)]

    def _checked(self, sizes: Iterable[_Size]) -> _Size:
        """The sizes together. Raises `Refused` where they are too much."""
        found = list(sizes)
        whole = _Size(sum(size.forms for size in found), sum(size.content for size in found))
        if whole.forms > self._limits.forms or whole.content > self._limits.xml_bytes:
            raise Refused(Reason.TOO_LARGE)
        return whole
