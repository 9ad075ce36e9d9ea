"""`avtalskoll show`: the agreement as the program understands it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from avtalskoll.cli import console, setting_options, values
from avtalskoll.errors import ExitCode

HELP = (
    "Visa hur programmet förstår avtalet. Nummer, rubriker, listor och tabeller visas, och för varje mening om den är "
    "avtalstext, bakgrund, definition eller något annat. Bra när en bedömning förvånar."
)
_FORMATS = ("text", "json")


def show(
    files: Annotated[
        list[str], typer.Argument(metavar="FILER", help="Avtalets filer, mapp eller zip.", show_default=False)
    ],
    format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="text (förval) eller json.", show_default=False)
    ] = "text",
    checklist: setting_options.ChecklistName = None,
    view: setting_options.ViewOf = None,
    ocr: setting_options.Ocr = None,
    config: setting_options.Config = None,
) -> int:
    """Print the structure of the files and return the exit code."""
    from avtalskoll.readers.isolation import begin_reading
    from avtalskoll.settings import effective_settings

    values.choice("--format", format, _FORMATS)
    settings = effective_settings({"checklist": checklist, "view": view, "ocr": ocr}, config=config).settings
    under_way = begin_reading([Path(file) for file in files], settings.reading)
    try:
        from avtalskoll.checklist import load_checklist
        from avtalskoll.reports.structure_text import render_structure
        from avtalskoll.structure import structure_of

        loaded = load_checklist(settings.checklist, examples=False)
    except BaseException:
        under_way.abandon()
        raise
    agreement = under_way.agreement()
    structure = structure_of(agreement, loaded, settings.view)
    if format == "json":
        console.print_exact(json.dumps(structure.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n")
    else:
        print(render_structure(structure, width=console.line_width()), end="")
    return ExitCode.OK if agreement.complete else ExitCode.UNREADABLE
