"""Which sample agreements there are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from . import themes
from .themes import Theme

TEXTS: Final = Path(__file__).parent / "texts"


@dataclass(frozen=True)
class Sample:
    """A document to build; ``date`` stands in the properties of the file."""

    source: str
    target: str
    theme: Theme
    date: str

    @property
    def path(self) -> Path:
        """The text that the document is built from."""
        return TEXTS / self.source


_PLAIN: Final = (
    ("01_nara_modell_2026", themes.MODERN, "2026-09-09"),
    ("02_artigt_hinder", themes.COURTEOUS, "2026-08-20"),
    ("03_tabellavtal", themes.TABULAR, "2025-06-12"),
    ("04_landstingstiden", themes.TYPEWRITTEN, "2012-12-14"),
    ("05_utkast_sparade_andringar", themes.DRAFT, "2026-10-14"),
    ("07_vag_samverkan", themes.WARM, "2025-03-03"),
)
_SET: Final = (
    ("huvudavtal", themes.COUNTY, "2023-11-30"),
    ("bilaga1_omfattning", themes.COUNTY, "2023-11-30"),
    ("bilaga2_jour_och_kontakt", themes.COUNTY, "2023-11-30"),
    ("tillaggsavtal_2026", themes.COUNTY_LATER, "2026-08-26"),
)
_SECOND_DRAFTS: Final = (("01_nara_modell_2026_motforslag", themes.MODERN, "2026-09-02"),)
"""To compare with the sample of the same number."""

SAMPLES: Final = tuple(
    sorted(
        [
            *(Sample(f"{name}.md", f"{name}.docx", theme, date) for name, theme, date in _PLAIN),
            *(Sample(f"06_{name}.md", f"06_avtalspaket/{name}.docx", theme, date) for name, theme, date in _SET),
            *(Sample(f"{name}.md", f"jamforelse/{name}.docx", theme, date) for name, theme, date in _SECOND_DRAFTS),
        ],
        key=lambda sample: sample.target,
    )
)
