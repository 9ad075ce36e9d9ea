"""`avtalskoll propose`: a negotiation document in Word, from an agreement or from audits that were kept."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from avtalskoll.cli import console, setting_options
from avtalskoll.errors import ExitCode

if TYPE_CHECKING:
    from avtalskoll.audit_report import AuditReport

HELP = (
    "Skriv ett förhandlingsunderlag i Word. Det säger vad ni vill ändra och varför, med dagens lydelse, lagrum, "
    "förslag till ny lydelse och plats för motpartens svar. Ange ett avtals filer, eller granskningar i JSON, eller "
    "mappen med en översikt från portfolio."
)
_ENDING, _SUFFIX, _TO_STDOUT = "förslag", ".docx", "-"


def propose(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="AVTAL", help="Ett avtals filer, granskningar i JSON eller en översikt.", show_default=False
        ),
    ],
    select: setting_options.Select = None,
    ignore: setting_options.Ignore = None,
    output: Annotated[
        str | None,
        typer.Option("--output", metavar="FIL", help="Word-filen (förval AVTAL-förslag.docx där du står)."),
    ] = None,
    as_of: setting_options.AsOf = None,
    checklist: setting_options.ChecklistName = None,
    home_care: setting_options.HomeCareOwner = None,
    region: setting_options.Region = None,
    municipality: setting_options.Municipality = None,
    view: setting_options.ViewOf = None,
    ocr: setting_options.Ocr = None,
    config: setting_options.Config = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Visa bara dokumentets namn.")] = False,
) -> int:
    """Write the document and return the exit code."""
    import avtalskoll
    from avtalskoll.negotiating.saved_reports import saved_reports
    from avtalskoll.settings import effective_settings

    flags = {
        "as-of": as_of,
        "checklist": checklist,
        "home-care": home_care,
        "region": region,
        "municipalities": municipality,
        "view": view,
        "ocr": ocr,
        "select": select,
        "ignore": ignore,
    }
    settings = effective_settings(flags, config=config).settings
    reports = saved_reports([Path(file) for file in files])
    if reports is None:
        if not quiet:
            console.tell_progress(f"Granskar {', '.join(Path(file).name or file for file in files)} ...")
        reports = [
            avtalskoll.audit(
                files,
                as_of=settings.as_of,
                checklist=settings.checklist,
                facts=settings.facts,
                reading=settings.reading,
            )
        ]
    document = avtalskoll.propose(
        reports,
        select=settings.select,
        ignore=settings.ignore,
        region=settings.region,
        municipalities=settings.municipalities,
    )
    _deliver(document, files, output, quiet)
    return _exit_code(reports)


def _deliver(document: bytes, files: list[str], output: str | None, quiet: bool) -> None:
    from avtalskoll.cli.output_file import free_path, write_whole

    if output == _TO_STDOUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(document)
        return
    path = free_path(files[0], _ENDING, _SUFFIX) if output is None else Path(output)
    write_whole(path, document, inputs=files)
    if not quiet:
        print(f"Förslag: {path}")
    elif output is None:
        print(path)


def _exit_code(reports: list[AuditReport]) -> int:
    if any(document.unread for report in reports for document in report.documents):
        console.complain("En del av underlaget kunde inte läsas och är inte bedömt; dokumentet säger vad.")
        return ExitCode.UNREADABLE
    return ExitCode.OK
