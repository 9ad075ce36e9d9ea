"""An OpenDocument text, read: the parts brought together into blocks."""

from __future__ import annotations

from collections.abc import Iterator

from avtalskoll.agreement import Aside, Document
from avtalskoll.readers.arrange import Arranger
from avtalskoll.readers.asides import bracket_placeholders, warnings_of
from avtalskoll.readers.builder import BlockBuilder
from avtalskoll.readers.docx.xml import Element
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.nodes import Draft, drafts_in
from avtalskoll.readers.odt.embedded import EmbeddedParts
from avtalskoll.readers.odt.names import SECTION, H, P, q
from avtalskoll.readers.odt.numbering import Numbering
from avtalskoll.readers.odt.package import OdtPackage
from avtalskoll.readers.odt.record import Record
from avtalskoll.readers.odt.story import PART, Story
from avtalskoll.readers.odt.styles import Styles
from avtalskoll.readers.options import View
from avtalskoll.readers.refusals import Reason, Refused

_COVER_BLOCKS = 3
"""A page-sized picture before this many blocks is taken for a cover."""
_RUNNING = tuple(
    q(f"style:{name}") for name in ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")
)


class OdtReader:
    """Reads one document, once."""

    def __init__(self, data: bytes, limits: Limits, view: View) -> None:
        """Open the package. Raises `Refused` where it is damaged, encrypted or beyond the limits."""
        self._package = OdtPackage(data, limits)
        self._view = view
        self._root = self._package.root(PART)
        self._styles_root = self._package.root("styles.xml") if "styles.xml" in self._package else None
        self._embedded = EmbeddedParts(self._package)
        self._builder = BlockBuilder(limits.paragraphs)
        self._arranger = Arranger(self._builder, self._placed)
        self._asides: list[Aside] = []
        self._unread: dict[str, int] = {}
        self._charts = 0
        self._limits = limits

    def read(self, name: str, sha256: str) -> Document:
        """The whole document under `name`."""
        body = self._root.find(f"{q('office:body')}/{q('office:text')}")
        if body is None:
            raise Refused(Reason.DAMAGED)
        styles = Styles(self._root, self._styles_root)
        numbering = Numbering(self._root, self._styles_root)
        self._arranger.arrange(Story(self._root, styles, numbering, self._limits, self._view).nodes(body))
        if linked := sum(1 for _ in _linked_sections(body)):
            self._unread["länkat deldokument"] = linked
        self._asides += [Aside(kind="header", text=text) for text in self._running_texts()]
        blocks = tuple(self._builder.blocks)
        asides = (*self._asides, *bracket_placeholders(blocks))
        return Document(
            name=name,
            sha256=sha256,
            format="odt",
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
        self._asides += [Aside(kind=kind, text=text, block=ordinal) for kind, text in record.asides]
        for number, nodes in record.notes:
            drafts = [note for note in drafts_in(nodes) if note.text.strip()]
            for place, note in enumerate(drafts):
                block = self._builder.note(note, ordinal, number if place == 0 else "")
                if isinstance(note.payload, Record):
                    self._asides += [Aside(kind=kind, text=text, block=block) for kind, text in note.payload.asides]
        for frame in record.frames:
            phrase = self._embedded.phrase(frame)
            if phrase is None and len(self._builder.blocks) > _COVER_BLOCKS and self._embedded.is_page(frame):
                phrase = "sida som är en bild"
            if phrase is not None:
                self._unread[phrase] = self._unread.get(phrase, 0) + 1
            self._charts += self._embedded.is_chart(frame)
        for box in record.boxes:
            with self._builder.apart():
                self._arranger.arrange(box)

    def _running_texts(self) -> list[str]:
        """Texts of heads and feet, each once; page numbers by themselves are left out."""
        texts: dict[str, None] = {}
        for element in self._styles_root.iter(*_RUNNING) if self._styles_root is not None else ():
            for paragraph in element.iter(P, H):
                text = " ".join("".join(str(piece) for piece in paragraph.itertext()).split())
                if any(character.isalpha() for character in text):
                    texts.setdefault(text)
        return list(texts)

    def _own_warnings(self) -> list[str]:
        warnings = []
        if self._charts:
            warnings.append("Dokumentet har diagram eller figurer; text i dem är inte läst.")
        if self._package.has_macros:
            warnings.append("Dokumentet har makron; de körs aldrig.")
        return warnings


def _linked_sections(body: Element) -> Iterator[Element]:
    """Sections whose text stands in another file and is not here."""
    for source in body.iter(q("text:section-source")):
        section = source.getparent()
        if section is not None and section.tag == SECTION and not any(_has_text(p) for p in section.iter(P, H)):
            yield section


def _has_text(paragraph: Element) -> bool:
    return any(str(text).strip() for text in paragraph.itertext())
