"""An OpenDocument text as it was before its tracked changes: what was deleted is put back where it stood."""

from __future__ import annotations

from copy import copy

from avtalskoll.readers.docx.xml import Element
from avtalskoll.readers.odt.marks import CHANGE_ID, DELETION, END, INSERTION, POINT, START, regions
from avtalskoll.readers.odt.names import LIST, TABLE, H, P, q

_ITEM = q("text:list-item")


def put_back(root: Element) -> None:
    """Put deleted text between marks of its own, and join the paragraphs that an insertion parted.

    Inserted text stays where it is, between its marks: who reads leaves it out. Paragraphs keep their identity.
    """
    deletions: dict[str, Element] = {}
    insertions: set[str] = set()
    for name, change in regions(root):
        if change.tag == DELETION:
            deletions[name] = change
        elif change.tag == INSERTION:
            insertions.add(name)
    starts: dict[str, Element] = {}
    for mark in list(root.iter(START, END, POINT)):
        name = mark.get(CHANGE_ID) or ""
        if mark.tag == POINT and name in deletions:
            _restore(mark, name, _leaves(deletions.pop(name)))
        elif mark.tag == START and name in insertions:
            starts[name] = mark
        elif mark.tag == END and name in starts:
            _join(starts.pop(name), mark)


def _leaves(element: Element) -> list[Element]:
    """The paragraphs and tables of a deletion, without the lists and sections that say where they stood."""
    found: list[Element] = []
    for inner in element:
        if inner.tag in (P, H, TABLE):
            found.append(inner)
        else:
            found += _leaves(inner)
    return found


def _restore(point: Element, name: str, leaves: list[Element]) -> None:
    paragraph = next((above for above in point.iterancestors(P, H)), None)
    parent = point.getparent()
    if parent is None or not leaves:
        return
    if paragraph is None:
        for leaf in leaves:
            _mark(leaf, name)
            point.addprevious(leaf)
        parent.remove(point)
        return
    *whole, last = leaves
    if last.tag == TABLE:
        whole, last = leaves, paragraph.makeelement(P)
    if whole and whole[0].tag != TABLE:
        _move_before(point, paragraph, whole[0], name)
    elif whole and _text_before(point, paragraph).strip():
        head = _like(paragraph)
        _move_before(point, paragraph, head, name)
        whole.insert(0, head)
    for leaf in whole:
        if leaf is not whole[0] or leaf.tag == TABLE:
            _mark(leaf, name)
        _stand_before(paragraph, leaf)
    _splice(point, last, name)


def _move_before(point: Element, paragraph: Element, target: Element, name: str) -> None:
    """Move everything before the point to the beginning of `target`, whose own content is the deleted text."""
    _mark(target, name)
    if point.getparent() is not paragraph:
        return  # inside a span: the whole of it stays after the deleted paragraphs
    own_first, own_text = list(target), target.text
    for element in own_first:
        target.remove(element)
    target.text, paragraph.text = paragraph.text, None
    for element in list(paragraph):
        if element is point:
            break
        target.append(element)
    if own_text:
        _append_text(target, own_text)
    for element in own_first:
        target.append(element)


def _splice(point: Element, last: Element, name: str) -> None:
    """Put the last deleted paragraph's content in the place of the point."""
    _mark(last, name)
    parent = point.getparent()
    if parent is None:
        return
    at, tail = parent.index(point), point.tail
    children = list(last)
    parent.remove(point)
    for place, element in enumerate(children):
        parent.insert(at + place, element)
    if children:
        children[-1].tail = (children[-1].tail or "") + (tail or "")


def _mark(leaf: Element, name: str) -> None:
    """Put the marks of the deletion around the content of a paragraph, or of each paragraph of a table."""
    for paragraph in [leaf] if leaf.tag in (P, H) else list(leaf.iter(P, H)):
        start, end = (paragraph.makeelement(tag, {CHANGE_ID: name}) for tag in (START, END))
        start.tail, paragraph.text = paragraph.text, None
        paragraph.insert(0, start)
        paragraph.append(end)


def _stand_before(paragraph: Element, leaf: Element) -> None:
    """Set a restored paragraph before another; in a list as an item of its own where it was one."""
    item = paragraph.getparent()
    was_item = any(above.tag == LIST for above in leaf.iterancestors())
    if was_item and leaf.tag != TABLE and item is not None and item.tag == _ITEM and item.index(paragraph) == 0:
        own = copy(item)
        for inner in list(own):
            own.remove(inner)
        own.text = own.tail = None
        own.append(leaf)
        item.addprevious(own)
    else:
        paragraph.addprevious(leaf)


def _join(start: Element, end: Element) -> None:
    """Let two paragraphs that an insertion parted be one again, where both have more than the insertion."""
    first, second = (next(iter(mark.iterancestors(P, H)), None) for mark in (start, end))
    if first is None or second is None or first is second:
        return
    if start.getparent() is not first or end.getparent() is not second:
        return
    before, after = _text_before(start, first), _text_after(end)
    if not before.strip() or not after.strip():
        return  # one of them is all insertion, and empty without it
    if not before[-1].isspace() and not after[0].isspace():
        return  # where no blank is between them they were two: LibreOffice runs insertions of two paragraphs together
    following = end.getnext()
    moved = _like(end)
    moved.tail, end.tail = end.tail, None
    first.append(moved)
    while following is not None:
        element, following = following, following.getnext()
        first.append(element)
    first.append(_like(end, START))  # all between the two paragraphs is inserted still


def _like(element: Element, tag: str | None = None) -> Element:
    """A new element with the attributes of another."""
    new = element.makeelement(tag or element.tag)
    for name, given in element.attrib.items():
        new.set(name, given)
    return new


def _text_before(mark: Element, paragraph: Element) -> str:
    texts = [_text_of(element) for element in mark.itersiblings(preceding=True)]
    return (paragraph.text or "") + "".join(reversed(texts))


def _text_after(mark: Element) -> str:
    return (mark.tail or "") + "".join(_text_of(element) for element in mark.itersiblings())


def _text_of(element: Element) -> str:
    return "".join(str(text) for text in element.itertext()) + (element.tail or "")


def _append_text(target: Element, text: str) -> None:
    if len(target):
        target[-1].tail = (target[-1].tail or "") + text
    else:
        target.text = (target.text or "") + text
