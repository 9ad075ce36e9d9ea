"""OpenDocument texts for the tests, written by hand."""

from __future__ import annotations

from avtalskoll.agreement import Document
from avtalskoll.readers import read_bytes

from .word import package

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMESPACES = (
    " ".join(
        f'xmlns:{prefix}="{_OASIS}{name}:1.0"'
        for prefix, name in (
            *((name, name) for name in ("office", "text", "table", "style", "manifest")),
            *(("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible")),
        )
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_LEVELS = "".join(
    f'<text:list-level-style-number text:level="{level}" style:num-format="{form}" {more}/>'
    for level, form, more in (
        (1, "1", 'style:num-suffix="."'),
        (2, "1", 'text:display-levels="2"'),
        (3, "a", 'style:num-suffix=")"'),
    )
)
STYLES = f"""
<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Hidden" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="BoldP" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
<text:list-style style:name="Clauses">{_LEVELS}</text:list-style>
<text:list-style style:name="Letters"><text:list-level-style-number text:level="1" style:num-format="a"
 style:num-suffix=")"/><text:list-level-style-bullet text:level="2" text:bullet-char="•"/></text:list-style>
"""
OUTLINE = """<text:outline-style style:name="Outline">
<text:outline-level-style text:level="1" style:num-format="1"/>
<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>"""


def p(content: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def h(content: str, level: int = 1, more: str = "") -> str:
    return f'<text:h text:outline-level="{level}" {more}>{content}</text:h>'


def items(*contents: str, style: str = "Letters", more: str = "") -> str:
    inside = "".join(f"<text:list-item>{content}</text:list-item>" for content in contents)
    name = f'text:style-name="{style}"' if style else ""
    return f"<text:list {name} {more}>{inside}</text:list>"


def odt(body: str, styles: str = "", **parts: str | bytes) -> bytes:
    """A package with the body; `styles` stands among the common styles of styles.xml."""
    return package(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": f"<manifest:manifest {_NAMESPACES}/>",
            "content.xml": f"<office:document-content {_NAMESPACES}><office:automatic-styles>{STYLES}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "styles.xml": f"<office:document-styles {_NAMESPACES}><office:styles>{styles}</office:styles>"
            "</office:document-styles>",
            **parts,
        }
    )


def read(body: str, styles: str = "") -> Document:
    return read_bytes(odt(body, styles), "avtal.odt")
