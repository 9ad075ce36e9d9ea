"""Cutting a run of a Word document in two, so that a mark can stand between two characters."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from avtalskoll.readers.docx.content import Piece
from avtalskoll.readers.docx.names import RPR, T, w
from avtalskoll.readers.docx.xml import Element

_TEXTS = (T, w("delText"))
_ID = w("id")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def run_from(piece: Piece, offset: int) -> Element:
    """The run that begins `offset` characters into a piece: the piece's own, or a new one cut off from it."""
    if 0 < offset < len(piece.text) and piece.source.tag in _TEXTS:
        rest = etree.Element(piece.source.tag)
        rest.text = piece.text[offset:]
        piece.source.text = piece.text[:offset]
        for text in (piece.source, rest):
            text.set(_SPACE, "preserve")
        return _cut(piece.run, _following(piece.source), rest)
    before = piece.source.getprevious()
    if before is None or before.tag == RPR:
        return piece.run
    return _cut(piece.run, [piece.source, *_following(piece.source)])


def run_until(piece: Piece, offset: int) -> Element:
    """The piece's run, ending `offset` characters into the piece: what follows there becomes a run of its own."""
    if 0 < offset < len(piece.text) and piece.source.tag in _TEXTS:
        run_from(piece, offset)
    elif following := _following(piece.source):
        _cut(piece.run, following)
    return piece.run


def _following(element: Element) -> list[Element]:
    return list(element.itersiblings())


def _cut(run: Element, moved: list[Element], first: Element | None = None) -> Element:
    """A run like the one given, right after it, with the elements that are moved there."""
    tail = etree.Element(run.tag)
    for name, text in run.attrib.items():
        tail.set(name, text)
    properties = run.find(RPR)
    if properties is not None:
        tail.append(_copied(properties))
    if first is not None:
        tail.append(first)
    for element in moved:
        tail.append(element)
    run.addnext(tail)
    return tail


def _copied(properties: Element) -> Element:
    """A copy of run properties, in which a tracked change has an id of its own."""
    copy = deepcopy(properties)
    changes = [element for element in copy.iter(etree.Element) if element.get(_ID) is not None]
    if changes:
        root = properties.getroottree().getroot()
        used = {number for element in root.iter(etree.Element) if (number := element.get(_ID)) is not None}
        free = (str(number) for number in range(1, 2**31) if str(number) not in used)
        for element in changes:
            element.set(_ID, next(free))
    copy.tail = None
    return copy
