"""The sample agreements that can be tried with one click, where they came with the program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample agreement: its id is all that a browser may say of it."""

    id: str
    title: str
    description: str
    files: tuple[str, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """Where its files stand."""
        return tuple(str(_root() / file) for file in self.files)


_SAMPLES = (
    Sample(
        "nara-modell", "Ett genomarbetat avtal", "Nytt avtal med ett par luckor kvar att hitta.",
        ("01_nara_modell_2026.docx",),
    ),
    Sample(
        "artigt-hinder", "Ett hövligt avtal med villkor", "Kommunens rätt att anlita läkare kringgärdas.",
        ("02_artigt_hinder.docx",),
    ),
    Sample("tabellavtal", "Ett avtal i tabeller", "Bristerna står i enskilda rutor.", ("03_tabellavtal.docx",)),
    Sample(
        "landstingstiden", "Ett utgånget avtal", "Från 2012, med den tidens språk och lagrum.",
        ("04_landstingstiden.docx",),
    ),
    Sample(
        "utkast", "Ett utkast med spårade ändringar", "Vad ändringarna betyder för bedömningarna.",
        ("05_utkast_sparade_andringar.docx",),
    ),
    Sample(
        "avtalspaket", "Ett avtal i flera filer", "Huvudavtal, två bilagor och ett tilläggsavtal.",
        (
            "06_avtalspaket/huvudavtal.docx", "06_avtalspaket/bilaga1_omfattning.docx",
            "06_avtalspaket/bilaga2_jour_och_kontakt.docx", "06_avtalspaket/tillaggsavtal_2026.docx",
        ),
    ),
    Sample(
        "vag-samverkan", "En vag överenskommelse", "Välvilliga ord som inte binder någon.", ("07_vag_samverkan.docx",)
    ),
)  # fmt: skip
COMPARED = ("01_nara_modell_2026.docx", "jamforelse/01_nara_modell_2026_motforslag.docx")
"""Two versions of one agreement."""


def samples() -> tuple[Sample, ...]:
    """The samples that are here, from good to bad."""
    return tuple(sample for sample in _SAMPLES if all(Path(path).is_file() for path in sample.paths))


def compared_sample() -> tuple[str, str] | None:
    """The paths of an old and a new version; None where they did not come with the program."""
    old, new = (_root() / name for name in COMPARED)
    return (str(old), str(new)) if old.is_file() and new.is_file() else None


def _root() -> Path:
    package = Path(__file__).resolve().parent.parent
    installed = package / "_data" / "sample_agreements"
    return installed if installed.is_dir() else package.parent / "sample_agreements"
