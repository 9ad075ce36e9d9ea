"""The style sheet: built-in styles with Swedish or English ids, and our own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .ooxml import Element, W, serialise, w
from .themes import Theme

HEADING_LIST: Final = 1
"""The ``w:numId`` of the numbering that the styles are bound to."""


@dataclass(frozen=True)
class StyleName:
    """A style: its name in the file and its id in Swedish and in English Word."""

    name: str
    swedish: str
    english: str

    def id_in(self, theme: Theme) -> str:
        """The style id that documents with this theme use."""
        return self.swedish if theme.swedish_ids else self.english


STYLES: Final = {
    "normal": StyleName("Normal", "Normal", "Normal"),
    "title": StyleName("Title", "Rubrik", "Title"),
    "subtitle": StyleName("Subtitle", "Underrubrik", "Subtitle"),
    "h1": StyleName("heading 1", "Rubrik1", "Heading1"),
    "h2": StyleName("heading 2", "Rubrik2", "Heading2"),
    "body": StyleName("Body Text", "Brdtext", "BodyText"),
    "list": StyleName("List Paragraph", "Liststycke", "ListParagraph"),
    "caption": StyleName("caption", "Beskrivning", "Caption"),
    "header": StyleName("header", "Sidhuvud", "Header"),
    "footer": StyleName("footer", "Sidfot", "Footer"),
    "toc_heading": StyleName("TOC Heading", "Innehllsfrteckningsrubrik", "TOCHeading"),
    "toc1": StyleName("toc 1", "Innehll1", "TOC1"),
    "note_text": StyleName("footnote text", "Fotnotstext", "FootnoteText"),
    "note_mark": StyleName("footnote reference", "Fotnotsreferens", "FootnoteReference"),
    "comment_text": StyleName("annotation text", "Kommentarer", "CommentText"),
    "comment_mark": StyleName("annotation reference", "Kommentarsreferens", "CommentReference"),
    "placeholder": StyleName("Placeholder Text", "Platshllartext", "PlaceholderText"),
    "table": StyleName("Table Grid", "Tabellrutnt", "TableGrid"),
    "plain_table": StyleName("Normal Table", "Normaltabell", "TableNormal"),
    "character": StyleName("Default Paragraph Font", "Standardstycketeckensnitt", "DefaultParagraphFont"),
    "ingress": StyleName("Ingress", "Ingress", "Ingress"),
    "klausul": StyleName("Klausul", "Klausul", "Klausul"),
    "typed": StyleName("Numrerat stycke", "Numreratstycke", "Numreratstycke"),
    "dash": StyleName("Streckrad", "Streckrad", "Streckrad"),
    "citat": StyleName("Ny lydelse", "Nylydelse", "Nylydelse"),
    "slut": StyleName("Slutmening", "Slutmening", "Slutmening"),
    "cell": StyleName("Tabelltext", "Tabelltext", "Tabelltext"),
}


def style_id(key: str, theme: Theme) -> str:
    """The id of the style ``key`` of ``STYLES`` in a document with ``theme``."""
    return STYLES[key].id_in(theme)


def styles_part(theme: Theme) -> bytes:
    """Write ``word/styles.xml``."""
    sheet = _Sheet(theme)
    return serialise(
        w(
            "styles",
            _defaults(theme),
            *sheet.text_styles(),
            *sheet.frame_styles(),
            *sheet.character_styles(),
            *sheet.table_styles(),
        )
    )


def _defaults(theme: Theme) -> Element:
    spacing = w(
        "spacing",
        after=twips(theme.space_after),
        line=round(240 * theme.line_spacing),
        lineRule="auto",
    )
    return w(
        "docDefaults",
        w(
            "rPrDefault",
            w(
                "rPr",
                fonts(theme.body_font),
                *size(theme.body_size),
                w("lang", val="sv-SE", eastAsia="en-US", bidi="ar-SA"),
            ),
        ),
        w("pPrDefault", w("pPr", spacing)),
    )


class _Sheet:
    """Makes the styles of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def text_styles(self) -> list[Element]:
        """Styles of the running text."""
        theme = self._theme

        def centred() -> Element | None:
            return w("jc", val="center") if theme.centred_title else None

        def justified() -> Element | None:
            return w("jc", val="both") if theme.justified else None

        numbered = theme.numbering == "clauses"
        typed = theme.typed_indent
        clause_indent = None if numbered else indent(0, 0)
        return [
            self._style("normal", default="1"),
            self._style(
                "title",
                [w("spacing", before=120, after=120), centred()],
                [
                    fonts(theme.heading_font),
                    w("b"),
                    colour(theme.heading_colour),
                    *size(theme.title_size),
                ],
            ),
            self._style(
                "subtitle",
                [w("spacing", after=320), centred()],
                [colour(theme.heading_colour), *size(theme.body_size + 2)],
            ),
            self._heading(1),
            self._heading(2),
            self._style("body", [justified()]),
            self._style("ingress", [w("spacing", after=240), justified()], [w("i")]),
            self._style("klausul", [self._numbering(2) if numbered else None, clause_indent]),
            self._style("typed", [tab(typed), indent(typed, typed), justified()]),
            self._style("dash", [tab(typed + 340), indent(typed + 340, 340), w("contextualSpacing")]),
            self._style("citat", [indent(567, 0, right=567)]),
            self._style("slut", [w("keepNext"), w("spacing", before=360)]),
            self._style("list", [indent(720, 0), w("contextualSpacing")]),
            self._style(
                "caption",
                [w("keepNext"), w("spacing", before=120, after=80)],
                [w("b"), *size(theme.table_size)],
            ),
            self._style(
                "cell",
                [w("spacing", before=30, after=30, line=240, lineRule="auto")],
                size(theme.table_size),
            ),
        ]

    def frame_styles(self) -> list[Element]:
        """Styles of header, footer, contents, footnotes and comments."""
        theme = self._theme

        def small() -> list[Element]:
            return size(theme.body_size - 2)

        def single() -> Element:
            return w("spacing", after=0, line=240, lineRule="auto")

        def tabs(*extra: Element, leader: str = "none") -> Element:
            right = w("tab", val="right", leader=leader, pos=theme.text_width)
            return w("tabs", *extra, right)

        contents = tabs(w("tab", val="left", pos=480), leader="dot")
        heading = [
            fonts(theme.heading_font),
            colour(theme.heading_colour),
            *size(theme.heading_sizes[0]),
        ]
        return [
            self._style("header", [tabs(), single()], small()),
            self._style("footer", [tabs(), single()], small()),
            self._style("toc_heading", [w("spacing", before=240, after=120)], heading),
            self._style("toc1", [contents, w("spacing", after=60)]),
            self._style("note_text", [single()], small()),
            self._style("comment_text", [single()], small()),
        ]

    def character_styles(self) -> list[Element]:
        """Character styles."""
        return [
            self._style("character", kind="character", default="1"),
            self._style("note_mark", (), [w("vertAlign", val="superscript")], kind="character"),
            self._style("comment_mark", (), size(8), kind="character"),
            self._style("placeholder", (), [colour("808080")], kind="character"),
        ]

    def table_styles(self) -> list[Element]:
        """The two table styles."""
        margin: dict[str, str | int] = {"w": 85, "type": "dxa"}
        plain = self._style("plain_table", kind="table", default="1")
        plain.append(
            w(
                "tblPr",
                w("tblInd", w=0, type="dxa"),
                w("tblCellMar", w("left", **margin), w("right", **margin)),
            )
        )
        grid = self._style("table", kind="table")
        grid.insert(1, w("basedOn", val=style_id("plain_table", self._theme)))
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        borders = [w(side, val="single", sz=4, space=0, color="8C8C8C") for side in sides]
        grid.append(w("tblPr", w("tblBorders", *borders)))
        return [plain, grid]

    def _heading(self, level: int) -> Element:
        theme = self._theme
        points = theme.heading_sizes[level - 1]
        bound = theme.numbering == "headings" or (theme.numbering != "none" and level == 1)
        return self._style(
            f"h{level}",
            [
                w("keepNext"),
                w("keepLines"),
                self._numbering(level) if bound else None,
                w("spacing", before=twips(points * 1.3), after=twips(points * 0.35)),
                w("outlineLvl", val=level - 1),
            ],
            [
                fonts(theme.heading_font),
                w("b") if theme.heading_bold or level == 2 else None,
                w("caps") if theme.heading_caps and level == 1 else None,
                colour(theme.heading_colour),
                *size(points),
            ],
        )

    def _numbering(self, level: int) -> Element:
        """Bind a style to a level of the numbering (level 1 has no ``w:ilvl``)."""
        ilvl = w("ilvl", val=level - 1) if level > 1 else None
        return w("numPr", ilvl, w("numId", val=HEADING_LIST))

    def _style(
        self,
        key: str,
        paragraph: Sequence[Element | None] = (),
        character: Sequence[Element | None] = (),
        *,
        kind: str = "paragraph",
        default: str = "",
    ) -> Element:
        style = w("style", type=kind)
        if default:
            style.set(f"{{{W}}}default", default)
        elif STYLES[key].name in _OWN_STYLES:
            style.set(f"{{{W}}}customStyle", "1")
        style.set(f"{{{W}}}styleId", style_id(key, self._theme))
        style.append(w("name", val=STYLES[key].name))
        if kind == "paragraph" and key != "normal":
            style.append(w("basedOn", val="Normal"))
            if key in ("h1", "h2", "title", "subtitle"):
                style.append(w("next", val=style_id("body", self._theme)))
        if key in ("h1", "h2", "title", "subtitle", "normal", "list"):
            style.append(w("qFormat"))
        if paragraph:
            style.append(w("pPr", *paragraph))
        if character:
            style.append(w("rPr", *character))
        return style


_OWN_STYLES: Final = {STYLES[key].name for key in ("ingress", "klausul", "typed", "dash", "citat", "slut", "cell")}


def twips(points: float) -> int:
    """Points in twentieths of a point."""
    return round(points * 20)


def size(points: float) -> list[Element]:
    """A font size."""
    return [w("sz", val=round(points * 2)), w("szCs", val=round(points * 2))]


def fonts(name: str) -> Element:
    """A font for all scripts."""
    return w("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def colour(value: str) -> Element:
    """A text colour in RRGGBB."""
    return w("color", val=value)


def indent(left: int, hanging: int, *, right: int = 0) -> Element:
    """An indent in twentieths of a point."""
    return w("ind", left=left, right=right, hanging=hanging)


def tab(position: int) -> Element:
    """A left tab stop."""
    return w("tabs", w("tab", val="left", pos=position))
