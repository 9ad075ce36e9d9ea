"""The copy of a Word file with comments: four parts are written anew, all else is the bytes of the file."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from datetime import date

from lxml import etree

from avtalskoll.agreement import Block, Document
from avtalskoll.errors import WrongUseError
from avtalskoll.readers.docx.names import R_NAMESPACE, w
from avtalskoll.readers.docx.styles import Styles
from avtalskoll.readers.docx.views import ChangesRead
from avtalskoll.readers.docx.xml import Element
from avtalskoll.readers.options import View
from avtalskoll.reports.word_comments.anchoring import Anchors
from avtalskoll.reports.word_comments.comments_part import CommentsPart, CommentStyles
from avtalskoll.reports.word_comments.raw_zip import OddZipError, with_parts
from avtalskoll.reports.word_comments.remark import Remark
from avtalskoll.reports.word_comments.word_file import WordFile

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def annotated_copy(file: WordFile, document: Document, remarks: Sequence[Remark], day: date, view: View) -> bytes:
    """The file with the remarks as Word comments, dated `day`.

    `document` is the file as it was read in `view`. Its text, its old comments and its tracked changes are as they
    were, and so is every byte of the other parts. Raises WrongUseError for a zip that cannot be copied by its parts.
    """
    package = file.package
    styles = file.optional("styles")
    own = CommentStyles(styles)
    used = (mark.get(w("id")) or "" for mark in file.root.iter(w("commentRangeStart"), w("commentReference")))
    comments = CommentsPart(file.optional("comments"), own, day, used)
    anchors = Anchors(file.root, package.main, Styles(styles, ChangesRead.of(view)), own.reference)
    placed = []
    for remark in remarks:
        block = document.blocks[remark.block]
        exact = remark.words is not None and anchors.holds(block)
        lines = remark.lines if exact or remark.place is None else (*remark.lines, remark.place)
        placed.append((comments.add(lines), block, remark.words if exact else None))
    for comment, block, words in reversed(placed):
        if words is None:
            anchors.mark_all(_in_main_part(block, document, package.main), comment)
        else:
            anchors.mark_words(block, words, comment)
    parts = {package.main: _xml(file.root), **_comments_parts(file, comments.root)}
    try:
        return with_parts(file.data, parts)
    except OddZipError:
        raise WrongUseError(
            f"{file.name} är packad så att kommentarer inte kan läggas in; öppna den i Word, spara den på nytt som "
            ".docx och granska den filen."
        ) from None


def _in_main_part(block: Block, document: Document, main: str) -> Block:
    """The block itself, or for a note the one that bears its mark; the first of the main part where there is none."""
    seen: Block | None = block
    while seen is not None and (seen.part != main or seen.origin is None):
        seen = None if seen.parent is None else document.blocks[seen.parent]
    return seen or next(block for block in document.blocks if block.part == main and block.origin is not None)


def _comments_parts(file: WordFile, comments: Element) -> dict[str, bytes]:
    """The part with the comments, and where it is new those that tell of it."""
    package = file.package
    known = [r for r in package.relationships(package.main) if r.kind == "comments" and not r.external]
    folder, main_name = posixpath.split(package.main)
    if known:
        name = known[0].target
        parts = {name: _xml(comments)}
    else:
        names = (f"comments{number}.xml" for number in ("", *map(str, range(2, 10_000))))
        file_name = next(name for name in names if posixpath.join(folder, name) not in package)
        name = posixpath.join(folder, file_name)
        parts = {name: _xml(comments)}
        rels = posixpath.join(folder, "_rels", f"{main_name}.rels")
        parts[rels] = _xml(_with_relationship(file, rels, file_name))
    types = file.types
    if not any((element.get("PartName") or "").lower() == f"/{name}".lower() for element in types):
        override = etree.SubElement(types, f"{{{_TYPES}}}Override")
        override.set("PartName", f"/{name}")
        override.set("ContentType", _COMMENTS_TYPE)
        parts[file.types_part] = _xml(types)
    return parts


def _with_relationship(file: WordFile, rels: str, target: str) -> Element:
    package = file.package
    empty = f'<Relationships xmlns="{_RELATIONSHIPS}"/>'
    root = package.root(rels) if rels in package else etree.fromstring(empty)
    taken = {element.get("Id") for element in root}
    relationship = etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship")
    names = (f"rIdAvtalskoll{number}" for number in range(1, 100_000))
    relationship.set("Id", next(name for name in names if name not in taken))
    relationship.set("Type", f"{R_NAMESPACE}/comments")
    relationship.set("Target", target)
    return root


def _xml(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
