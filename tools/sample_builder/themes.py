"""The typography of each sample: every agreement looks like its own organisation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Numbering = Literal["none", "headings", "paragraphs", "clauses"]


@dataclass(frozen=True)
class Theme:
    """How a document looks and how it is numbered.

    ``typed_indent`` is the room for a typed number, in twentieths of a point.
    Sizes are in points, margins (top, right, bottom, left) in millimetres, colours
    in RRGGBB. ``numbering`` is bound in the styles: "headings" gives 3 and 3.2 to
    heading 1 and 2, "paragraphs" gives § 3 to heading 1, "clauses" gives 3. to
    heading 1 and 3.2 to the style Klausul, "none" leaves numbers to the text.
    ``swedish_ids`` says whether built-in styles have the ids of Swedish Word.
    """

    body_font: str
    heading_font: str
    body_size: float = 11
    title_size: float = 20
    heading_sizes: tuple[float, float] = (14, 12)
    heading_colour: str = "000000"
    heading_bold: bool = True
    heading_caps: bool = False
    numbering: Numbering = "none"
    swedish_ids: bool = True
    justified: bool = False
    centred_title: bool = False
    hard_spaces: bool = False
    line_spacing: float = 1.15
    space_after: float = 6
    margins: tuple[int, int, int, int] = (25, 25, 25, 25)
    landscape: bool = False
    typed_indent: int = 680
    table_fill: str = "E7E6E6"
    table_size: float = 10

    @property
    def text_width(self) -> int:
        """The width between the margins in twentieths of a point."""
        width = 297 if self.landscape else 210
        return round((width - self.margins[1] - self.margins[3]) * 1440 / 25.4)


MODERN = Theme(
    body_font="Times New Roman",
    heading_font="Arial",
    body_size=11.5,
    title_size=26,
    heading_sizes=(15, 11),
    heading_colour="1B4F5C",
    numbering="headings",
    hard_spaces=True,
    margins=(28, 30, 25, 30),
    table_fill="DCE9EC",
)

COURTEOUS = Theme(
    body_font="Garamond",
    heading_font="Garamond",
    body_size=12,
    title_size=24,
    heading_sizes=(14, 12),
    heading_bold=False,
    heading_colour="5B2A1F",
    numbering="paragraphs",
    justified=True,
    centred_title=True,
    hard_spaces=True,
    line_spacing=1.1,
    typed_indent=1100,
    margins=(30, 32, 28, 32),
)

TABULAR = Theme(
    body_font="Arial",
    heading_font="Arial",
    body_size=9.5,
    title_size=18,
    heading_sizes=(13, 11),
    heading_colour="0B5D3B",
    swedish_ids=False,
    line_spacing=1.05,
    margins=(20, 18, 18, 18),
    landscape=True,
    table_fill="D5E8DC",
    table_size=9,
)

TYPEWRITTEN = Theme(
    body_font="Times New Roman",
    heading_font="Times New Roman",
    body_size=12,
    title_size=16,
    heading_sizes=(12, 12),
    centred_title=True,
    line_spacing=1.0,
    space_after=8,
    margins=(30, 25, 25, 35),
)

DRAFT = Theme(
    body_font="Cambria",
    heading_font="Calibri",
    title_size=20,
    heading_sizes=(13, 11),
    heading_colour="365F91",
    numbering="clauses",
    swedish_ids=False,
)

COUNTY = Theme(
    body_font="Verdana",
    heading_font="Verdana",
    body_size=9.5,
    title_size=17,
    heading_sizes=(11.5, 10),
    heading_colour="7A1F3D",
    line_spacing=1.2,
    table_fill="F0DFE5",
    table_size=9,
)

COUNTY_LATER = Theme(
    body_font="Arial",
    heading_font="Arial",
    body_size=10.5,
    title_size=17,
    heading_sizes=(12, 10.5),
    heading_colour="7A1F3D",
)

WARM = Theme(
    body_font="Corbel",
    heading_font="Corbel",
    body_size=11.5,
    title_size=30,
    heading_sizes=(16, 13),
    heading_colour="8A4B08",
    heading_bold=False,
    swedish_ids=False,
    hard_spaces=True,
    line_spacing=1.3,
    space_after=9,
    margins=(30, 35, 25, 35),
)
