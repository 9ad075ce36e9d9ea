"""A Word document, read: the parts brought together into blocks."""

from __future__ import annotations

from avtalskoll.agreement import Aside, Document
from avtalskoll.readers.arrange import Arranger
from avtalskoll.readers.asides import bracket_placeholders, warnings_of
from avtalskoll.readers.builder import BlockBuilder
from avtalskoll.readers.docx.clean import read_clean
from avtalskoll.readers.docx.embedded import embedded_phrase, is_diagram, is_page
from avtalskoll.readers.docx.names import w
from avtalskoll.readers.docx.numbering import Numbering
from avtalskoll.readers.docx.package import Package
from avtalskoll.readers.docx.record import Record
from avtalskoll.readers.docx.sidelines import Notes, comment_texts, running_texts
from avtalskoll.readers.docx.story import Story
from avtalskoll.readers.docx.styles import Styles
from avtalskoll.readers.docx.views import ChangesRead
from avtalskoll.readers.docx.xml import Element
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.nodes import Draft, Node
from avtalskoll.readers.options import View
from avtalskoll.readers.refusals import Reason, Refused

_BODY = w("body")
_COVER_BLOCKS = 3
"""A page-sized picture before this many blocks is taken for a cover."""


class DocxReader:
    """Reads one document, once."""

    def __init__(self, data: bytes, limits: Limits, view: View) -> None:
        """Open the package. Raises `Refused` where it is damaged, encrypted or beyond the limits."""
        self._package = Package(data, limits)
        package = self._package
        self._view = view
        self._styles = Styles(self._optional("styles"), ChangesRead.of(view))
        self._numbering = Numbering(self._optional("numbering"))
        self._notes = {
            kind: Notes(package, kind, self._styles, self._numbering, limits) for kind in ("footnote", "endnote")
        }
        self._comments = comment_texts(package, self._styles)
        self._builder = BlockBuilder(limits.paragraphs)
        self._arranger = Arranger(self._builder, self._placed)
        self._asides: list[Aside] = []
        self._unread: dict[str, int] = {}
        self._diagrams = 0
        self._limits = limits

    def read(self, name: str, sha256: str) -> Document:
        """The whole document under `name`."""
        package = self._package
        root = package.root(package.main)
        story = Story(root, package.main, self._styles, self._numbering, self._limits)
        nodes: list[Node] = []
        for body in root.iterchildren(_BODY):
            nodes += story.nodes(body)
        _take_texts(story)
        self._arranger.arrange(nodes)
        if story.embedded_parts:
            self._unread["inbäddat dokument (altChunk)"] = story.embedded_parts
        self._asides += [Aside(kind="comment", text=text) for text in self._comments.values() if text]
        self._asides += [Aside(kind="header", text=text) for text in running_texts(package, self._styles)]
        blocks = tuple(self._builder.blocks)
        asides = (*self._asides, *bracket_placeholders(blocks))
        return Document(
            name=name,
            sha256=sha256,
            format="docx",
            blocks=blocks,
            asides=asides,
            unread=tuple(f"{phrase} ({count} st.)" if count > 1 else phrase for phrase, count in self._unread.items()),
            warnings=(*warnings_of(asides, self._view), *self._own_warnings()),
        )

    def _placed(self, draft: Draft, ordinal: int | None) -> None:
        """Add what hangs on a paragraph that has become block `ordinal`."""
        record = draft.payload
        if not isinstance(record, Record):
            return
        for kind, text in record.asides:
            self._asides.append(Aside(kind=kind, text=text, block=ordinal))
        for comment in record.comments:
            if text := self._comments.pop(comment, ""):
                self._asides.append(Aside(kind="comment", text=text, block=ordinal))
        for note_kind, note_id in record.notes:
            if self._notes[note_kind].absent:
                self._unread["not vars text saknas i filen"] = self._unread.get("not vars text saknas i filen", 0) + 1
            for number, note in self._notes[note_kind].take(note_id):
                block = self._builder.note(note, ordinal, number)
                if isinstance(note.payload, Record):
                    self._asides += [Aside(kind=aside, text=text, block=block) for aside, text in note.payload.asides]
        for element in record.embedded:
            if phrase := embedded_phrase(element):
                self._unread[phrase] = self._unread.get(phrase, 0) + 1
        for picture in record.pictures:
            self._diagrams += is_diagram(picture)
            if len(self._builder.blocks) > _COVER_BLOCKS and is_page(picture):
                self._unread["sida som är en bild"] = self._unread.get("sida som är en bild", 0) + 1
        for box in record.boxes:
            with self._builder.apart():
                self._arranger.arrange(box)

    def _own_warnings(self) -> list[str]:
        warnings = []
        if self._diagrams:
            warnings.append("Dokumentet har diagram eller figurer; text i dem är inte läst.")
        if any(part.lower().endswith("vbaproject.bin") for part in self._package.parts()):
            warnings.append("Dokumentet har makron; de körs aldrig.")
        return warnings

    def _optional(self, kind: str) -> Element | None:
        parts = self._package.related(self._package.main, kind)
        return self._package.root(parts[0]) if parts else None


def _take_texts(story: Story) -> None:
    """Take the body's text from docx2python, which must agree with the walk over the runs that offsets stand on."""
    walked = {draft.origin: draft.text for draft in story.drafts if draft.origin is not None}
    found = read_clean(walked.items())
    if found != walked:
        raise Refused(Reason.DAMAGED)
    for draft in story.drafts:
        if draft.origin is not None:
            draft.text = found[draft.origin]
