"""`avtalskoll show`: the agreement as the program reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from avtalskoll.cli.reading import OCR_HELP, VIEW_HELP, reading_options
from avtalskoll.errors import ExitCode

HELP = "Visa hur programmet läser avtalet. Varje stycke visas med avsnitt och slag; bra när en bedömning förvånar."
_KINDS = {
    "heading": "rubrik",
    "paragraph": "stycke",
    "item": "punkt",
    "cell": "cell",
    "note": "not",
    "toc": "innehåll",
}


def show(
    files: Annotated[
        list[str], typer.Argument(metavar="FILER", help="Avtalets filer, mapp eller zip.", show_default=False)
    ],
    view: Annotated[str, typer.Option("--view", metavar="VY", help=VIEW_HELP, show_default=False)] = "accepted",
    ocr: Annotated[bool, typer.Option("--ocr", help=OCR_HELP)] = False,
) -> int:
    """Print every block of the files and return the exit code."""
    from avtalskoll.readers.isolation import begin_reading

    agreement = begin_reading([Path(file) for file in files], reading_options(view, ocr)).agreement()
    for document in agreement.documents:
        print(f"{document.name} ({document.format}, SHA-256 {document.sha256})")
        for sentence in (*(f"Inte läst: {part}" for part in document.unread), *document.warnings):
            print(f"! {sentence}")
        for block in document.blocks:
            text = " ".join(block.text.split())
            label = f"{block.number} " if block.number and not text.startswith(block.number) else ""
            print(f"{block.ordinal:>4}  {block.section[:12]:<12}  {_KINDS[block.kind]:<8}  {label}{text}")
    return ExitCode.OK if agreement.complete else ExitCode.UNREADABLE
