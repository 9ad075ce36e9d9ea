"""Writes ``word/document.xml``."""

from __future__ import annotations

from .model import (
    Block,
    Contents,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Signatures,
    Table,
    Text,
)
from .numbering import list_id
from .ooxml import Element, R, W, field, run, serialise, w
from .runs import RunWriter
from .styles import style_id
from .tables import write_signatures, write_table
from .themes import Theme


def document_part(text: Text, runs: RunWriter, *, header_id: str, footer_id: str) -> bytes:
    """Write the body; ``runs`` then knows which footnotes were referred to."""
    writer = _BodyWriter(text, runs)
    blocks = []
    for block, following in zip(text.blocks, [*text.blocks[1:], None], strict=True):
        elements = writer.block(block)
        if isinstance(block, Paragraph) and isinstance(following, Table):
            elements[0][0].insert(1, w("keepNext"))
        blocks += elements
    section = _section(runs.theme, header_id, footer_id)
    return serialise(w("document", w("body", *blocks, section)))


class _BodyWriter:
    """Writes block after block."""

    def __init__(self, text: Text, runs: RunWriter) -> None:
        self._text = text
        self._runs = runs
        self._headings = 0

    def block(self, block: Block) -> list[Element]:
        """Make the body elements of one block."""
        match block:
            case Heading():
                return [self._heading(block)]
            case Paragraph():
                paragraph = self._runs.paragraph(block.style, block.content, move=block.move)
                if block.move is None:
                    return [paragraph]
                return [paragraph, self._runs.move_end(block.move)]
            case ListItem():
                return [self._item(block)]
            case Table():
                return write_table(block, self._runs)
            case Signatures():
                return write_signatures(block, self._runs)
            case Contents():
                return [self._contents()]
            case PageBreak():
                return [w("p", w("r", w("br", type="page")))]

    def _heading(self, heading: Heading) -> Element:
        paragraph = self._runs.paragraph(f"h{heading.level}", heading.content)
        if heading.level == 1:
            self._headings += 1
            number = self._runs.next_id()
            name = _bookmark(self._headings)
            paragraph.insert(1, w("bookmarkStart", id=number, name=name))
            paragraph.append(w("bookmarkEnd", id=number))
        return paragraph

    def _item(self, item: ListItem) -> Element:
        paragraph = self._runs.paragraph("list", item.content)
        number = w("numPr", w("ilvl", val=0), w("numId", val=list_id(item)))
        paragraph[0].insert(1, number)
        return paragraph

    def _contents(self) -> Element:
        """A table of contents as Word stores it, with the result it had last."""
        theme = self._runs.theme
        heads = [block for block in self._text.blocks if isinstance(block, Heading) and block.level == 1]
        pages = self._text.contents_pages
        if len(pages) != len(heads):
            raise ValueError(f"toc_pages: {len(heads)} headings, {len(pages)} pages")
        begin, code, separate, _, end = field(r'TOC \o "1-1" \h \z \u', "", dirty=True)
        lines = []
        for number, (head, page) in enumerate(zip(heads, pages, strict=True), 1):
            anchor = _bookmark(number)
            link = w(
                "hyperlink",
                run(f"{number}\t{head.content.plain}\t"),
                *field(rf"PAGEREF {anchor} \h", str(page)),
                anchor=anchor,
                history=1,
            )
            style = w("pPr", w("pStyle", val=style_id("toc1", theme)))
            lines.append(w("p", style, link))
        for element in (separate, code, begin):
            lines[0].insert(1, element)
        title = w(
            "p",
            w("pPr", w("pStyle", val=style_id("toc_heading", theme))),
            run("Innehåll"),
        )
        gallery = w(
            "docPartObj",
            w("docPartGallery", val="Table of Contents"),
            w("docPartUnique"),
        )
        return w(
            "sdt",
            w("sdtPr", w("id", val=self._runs.next_id()), gallery),
            w("sdtContent", title, *lines, w("p", end)),
        )


def _bookmark(number: int) -> str:
    return f"_Toc2026{number:04}"


def _section(theme: Theme, header_id: str, footer_id: str) -> Element:
    top, right, bottom, left = (round(mm * 1440 / 25.4) for mm in theme.margins)
    header = w("headerReference", type="default")
    header.set(f"{{{R}}}id", header_id)
    footer = w("footerReference", type="default")
    footer.set(f"{{{R}}}id", footer_id)
    page = w("pgSz", w=11906, h=16838)
    if theme.landscape:
        page = w("pgSz", w=16838, h=11906)
        page.set(f"{{{W}}}orient", "landscape")
    margins = w(
        "pgMar",
        top=top,
        right=right,
        bottom=bottom,
        left=left,
        header=720,
        footer=600,
        gutter=0,
    )
    return w("sectPr", header, footer, page, margins)
