"""What a person is told of a PDF beside its text: pages that are pictures, machine reading, attached files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from avtalskoll.agreement import machine_read, page_list
from avtalskoll.readers.pdf.attached import Attached
from avtalskoll.readers.refusals import Reason

_ADVICE = {
    None: "Sidor som är bilder kan maskinläsas: granska om med --ocr (kräver programmet tesseract med svenska).",
    Reason.NO_TESSERACT: "Sidor som är bilder är inte maskinlästa: installera programmet tesseract med svenska.",
    Reason.NO_SWEDISH: "Sidor som är bilder är inte maskinlästa: installera svenska för programmet tesseract.",
}


@dataclass(frozen=True)
class Told:
    """What was found while the document was read."""

    pictures: Sequence[int]
    by_machine: Sequence[int]
    attached: Attached
    asked: bool
    """Whether machine reading was asked for."""
    lacking: Reason | None
    """Why it could not be had."""

    @property
    def unread(self) -> tuple[str, ...]:
        """A phrase for each part that was not read."""
        parts = []
        if self.pictures:
            parts.append(picture_phrase(self.pictures, tried=self.asked and self.lacking is None))
        parts += [f"bifogad fil ”{name}”" for name in self.attached.documents]
        return tuple(parts)

    @property
    def warnings(self) -> tuple[str, ...]:
        """A sentence for each thing that the reader of the report should know."""
        told = []
        if self.by_machine:
            sentence = machine_read(self.by_machine)
            told.append(sentence[0].upper() + sentence[1:])
        if self.pictures and (not self.asked or self.lacking is not None):
            told.append(_ADVICE.get(self.lacking, _ADVICE[None]))
        told += [
            f"Den bifogade filen ”{name}” är inget textdokument och är inte läst." for name in self.attached.others
        ]
        return tuple(told)


def picture_phrase(pages: Sequence[int], *, tried: bool = False) -> str:
    """Which pages are pictures: "sidan 3 är en bild", "sidorna 2 och 4–6 är bilder"; whether reading was tried."""
    rest = " som inte gick att maskinläsa säkert" if tried else ""
    return f"{page_list(pages)} är {'en bild' if len(pages) == 1 else 'bilder'}{rest}"
