"""`avtalskoll audit`: one agreement in, one report out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from avtalskoll.cli import console, setting_options, values
from avtalskoll.errors import ExitCode

if TYPE_CHECKING:
    from avtalskoll.audit_report import AuditReport
    from avtalskoll.readers.options import ReadingOptions
    from avtalskoll.settings.threshold import FailOn

HELP = (
    "Granska ett avtal. Ange avtalets alla filer, med bilagor, eller mappen eller zip-filen som de ligger i. Utan val "
    "skrivs en rapport som HTML i mappen där du står, och en sammanfattning visas här."
)
_FORMATS = ("html", "json", "text", "docx")
_TO_STDOUT = "-"


def audit(
    files: Annotated[
        list[str], typer.Argument(metavar="FILER", help="Avtalets filer, mapp eller zip.", show_default=False)
    ],
    format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="html (förval), json, text, eller docx: en kopia av avtalet med fynden som Word-kommentarer.",
            show_default=False,
        ),
    ] = "html",
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            metavar="FIL",
            help="Skriv resultatet till filen; - för att skriva det här. En mapp för docx när avtalet har flera filer.",
        ),
    ] = None,
    as_of: setting_options.AsOf = None,
    checklist: setting_options.ChecklistName = None,
    home_care: setting_options.HomeCareOwner = None,
    region: setting_options.Region = None,
    municipality: setting_options.Municipality = None,
    view: setting_options.ViewOf = None,
    ocr: setting_options.Ocr = None,
    fail_on: setting_options.FailOnWords = None,
    config: setting_options.Config = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Visa bara resultatet eller rapportens namn.")] = False,
) -> int:
    """Audit one agreement, write its report and return the exit code."""
    from avtalskoll.settings import effective_settings
    from avtalskoll.settings.threshold import FailOn

    values.choice("--format", format, _FORMATS)
    flags = {
        "as-of": as_of,
        "checklist": checklist,
        "home-care": home_care,
        "region": region,
        "municipalities": municipality,
        "view": view,
        "ocr": ocr,
        "fail-on": fail_on,
    }
    settings = effective_settings(flags, config=config).settings
    # What a check fails on by default is nothing that an audit fails on.
    threshold = settings.threshold if "fail_on" in settings.model_fields_set else FailOn()
    if not quiet:
        console.tell_progress(f"Granskar {', '.join(Path(file).name or file for file in files)} ...")

    import avtalskoll

    report = avtalskoll.audit(
        files,
        as_of=settings.as_of,
        checklist=settings.checklist,
        facts=settings.facts,
        reading=settings.reading,
    )
    if format == "docx":
        _annotate(report, settings.reading, output, files, quiet)
    else:
        _deliver(report, format, output, files, quiet)
    return _exit_code(report, threshold, quiet)


def _deliver(report: AuditReport, format: str, output: str | None, files: list[str], quiet: bool) -> None:
    from avtalskoll.cli.output_file import report_path, write_whole

    if output is None and format == "html":
        path: Path | None = report_path(files[0])
    else:
        path = None if output in (None, _TO_STDOUT) else Path(output or "")
    if path is None:
        _print(report, format)
        return
    write_whole(path, _render(report, format), inputs=files)
    if not quiet:
        print(_terminal_text(report, details=False))
        print(f"Rapport: {path}")
    elif output is None:
        print(path)


def _annotate(report: AuditReport, reading: ReadingOptions, output: str | None, files: list[str], quiet: bool) -> None:
    import avtalskoll
    from avtalskoll.cli.annotated_copies import write_copies

    path = write_copies(avtalskoll.annotate(files, report, reading=reading), files, output)
    if path is None:
        return
    if not quiet:
        print(_terminal_text(report, details=False))
        print(f"Med kommentarer: {path}")
    elif output is None:
        print(path)


def _print(report: AuditReport, format: str) -> None:
    if format == "text":
        print(_terminal_text(report, details=True), end="")
    else:
        console.print_exact(_render(report, format))


def _render(report: AuditReport, format: str) -> str:
    if format == "html":
        from avtalskoll.reports.html import render_html

        return render_html(report)
    if format == "json":
        from avtalskoll.reports.json_report import render_json

        return render_json(report)
    from avtalskoll.reports.text import render_text

    return render_text(report)


def _terminal_text(report: AuditReport, details: bool) -> str:
    from avtalskoll.reports.text import render_text

    return render_text(
        report,
        color=console.wants_color(),
        width=console.line_width(),
        symbols=console.carries_symbols(),
        details=details,
    )


def _exit_code(report: AuditReport, threshold: FailOn, quiet: bool) -> int:
    if any(document.unread for document in report.documents):
        console.complain("En del av underlaget kunde inte läsas och är inte bedömt; rapporten säger vad.")
        return ExitCode.UNREADABLE
    hits = threshold.hits(report)
    if hits and not quiet:
        console.complain(f"Över gränsen som fail-on sätter: {', '.join(result.id for result in hits)}.")
    return ExitCode.FINDINGS if hits else ExitCode.OK
