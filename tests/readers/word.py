"""Small Word documents for tests, written as raw OOXML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from avtalskoll.agreement import Block, Document
from avtalskoll.readers import Limits, ReadingOptions, read_bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TRACKED = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'


def r(text: str, properties: str = "") -> str:
    """A run."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str = "", style: str = "", properties: str = "", mark: str = "") -> str:
    """A paragraph; plain text becomes a run."""
    inside = content if content.startswith("<") or not content else r(content)
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    marked = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    ppr = f"<w:pPr>{styled}{properties}{marked}</w:pPr>" if styled or properties or marked else ""
    return f"<w:p>{ppr}{inside}</w:p>"


def num(list_id: int, level: int | None = 0) -> str:
    """Numbering of a paragraph."""
    ilvl = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return f'<w:numPr>{ilvl}<w:numId w:val="{list_id}"/></w:numPr>'


def ins(content: str) -> str:
    """A tracked insertion."""
    return f"<w:ins {TRACKED}>{content if content.startswith('<') else r(content)}</w:ins>"


def deleted(text: str) -> str:
    """A tracked deletion."""
    return f'<w:del {TRACKED}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def tc(content: str, properties: str = "") -> str:
    """A table cell; plain text becomes a paragraph."""
    inside = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A table row."""
    inside = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def tbl(*rows: str, properties: str = "") -> str:
    """A table."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def text_box(content: str) -> str:
    """A run with a text box, as Word writes it: DrawingML, and VML once more for older programs."""
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData>"
        f"<wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"<w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def style(style_id: str, name: str, inner: str = "", based_on: str = "", kind: str = "paragraph") -> str:
    """A style."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/>{base}{inner}</w:style>'


SWEDISH_STYLES = "".join(
    [
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
        style("Rubrik", "Title"),
        style("Rubrik1", "heading 1", "<w:pPr><w:outlineLvl w:val='0'/></w:pPr>", "Normal"),
        style("Rubrik2", "heading 2", "<w:pPr><w:outlineLvl w:val='1'/></w:pPr>", "Normal"),
        style("Innehll1", "toc 1", based_on="Normal"),
        style("Dold", "Dold text", "<w:rPr><w:vanish/></w:rPr>", kind="character"),
    ]
)


def level(
    place: int, text: str, form: str = "decimal", start: int = 1, inner: str = "", left: int | None = None
) -> str:
    """A level of a list definition."""
    indent = 360 * (place + 1) if left is None else left
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{inner}'
        f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="{indent}"/></w:pPr></w:lvl>'
    )


def abstract(abstract_id: int, *levels: str, inner: str = "") -> str:
    """A list definition."""
    return f'<w:abstractNum w:abstractNumId="{abstract_id}">{inner}{"".join(levels)}</w:abstractNum>'


def use(list_id: int, abstract_id: int, overrides: str = "") -> str:
    """A list that uses a definition."""
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{abstract_id}"/>{overrides}</w:num>'


def docx(
    body: str,
    *,
    styles: str = SWEDISH_STYLES,
    numbering: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    relationships: str = "",
    main: str = "word/document.xml",
    document: str | None = None,
    main_type: str = MAIN_TYPE,
) -> bytes:
    """A whole document around `body`; `document` replaces the main part."""
    rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    inner = f'<Relationship Id="s1" Type="{R}/styles" Target="styles.xml"/>'
    content: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/{main}" ContentType="{main_type}"/></Types>'
        ),
        "_rels/.rels": rels.format(f'<Relationship Id="d1" Type="{R}/officeDocument" Target="{main}"/>'),
        main: document or f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMESPACES}>{styles}</w:styles>",
    }
    if numbering:
        content["word/numbering.xml"] = f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>"
        inner += f'<Relationship Id="n1" Type="{R}/numbering" Target="numbering.xml"/>'
    for name, part in (parts or {}).items():
        content[name] = part
        kind = name.removeprefix("word/").rstrip("0123456789").partition(".")[0].rstrip("0123456789")
        inner += f'<Relationship Id="x{kind}" Type="{R}/{kind}" Target="/{name}"/>'
    folder, _, file = main.rpartition("/")
    content[f"{folder}/_rels/{file}.rels"] = rels.format(inner + relationships)
    return package(content)


def package(content: Mapping[str, str | bytes]) -> bytes:
    """A zip of the parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return target.getvalue()


def read(body: str, *, limits: Limits | None = None, **kwargs: Any) -> Document:
    """Read a document around `body`."""
    return read_bytes(docx(body, **kwargs), "avtal.docx", ReadingOptions(limits=limits or Limits()))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def shapes(document: Document) -> list[tuple[str, str, str]]:
    """Kind, number and text of each block."""
    return [(block.kind, block.number, block.text) for block in document.blocks]


def block(document: Document, start: str) -> Block:
    """The block whose text starts so."""
    return next(block for block in document.blocks if block.text.startswith(start))


def asides(document: Document, kind: str) -> list[tuple[str, int | None]]:
    return [(aside.text, aside.block) for aside in document.asides if aside.kind == kind]
