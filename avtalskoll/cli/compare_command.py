"""`avtalskoll compare`: two versions of an agreement in, what changed out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from avtalskoll.cli import console, setting_options, values
from avtalskoll.errors import ExitCode, WrongUseError

if TYPE_CHECKING:
    from avtalskoll.checklist import Checklist
    from avtalskoll.comparing.comparison import Comparison
    from avtalskoll.settings import Settings

HELP = (
    "Jämför två versioner av ett avtal. Jämförelsen visar vilka krav som blivit svagare eller starkare, vilka ord som "
    "skiljer och vilka klausuler som är nya, borta, flyttade eller omformulerade. Utan val skrivs jämförelsen som HTML "
    "i mappen där du står, och en sammanfattning visas här."
)
_FORMATS = ("html", "json", "text")
_TO_STDOUT = "-"


def compare(
    old: Annotated[
        str,
        typer.Argument(metavar="GAMMALT", help="Den gamla versionens fil, mapp eller zip.", show_default=False),
    ],
    new: Annotated[
        str, typer.Argument(metavar="NYTT", help="Den nya versionens fil, mapp eller zip.", show_default=False)
    ],
    format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="html (förval), json eller text.", show_default=False)
    ] = "html",
    output: Annotated[
        str | None,
        typer.Option("--output", metavar="FIL", help="Skriv resultatet till filen; - för att skriva det här."),
    ] = None,
    as_of: setting_options.AsOf = None,
    checklist: setting_options.ChecklistName = None,
    select: setting_options.Select = None,
    ignore: setting_options.Ignore = None,
    home_care: setting_options.HomeCareOwner = None,
    region: setting_options.Region = None,
    municipality: setting_options.Municipality = None,
    view: setting_options.ViewOf = None,
    ocr: setting_options.Ocr = None,
    fail_on_worse: Annotated[
        bool,
        typer.Option(
            "--fail-on-worse", help="Sluta med kod 1 om någon brist är ny eller försvagad.", show_default=False
        ),
    ] = False,
    config: setting_options.Config = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Visa bara resultatet eller rapportens namn.")] = False,
) -> int:
    """Compare two versions, write what changed and return the exit code."""
    from avtalskoll.settings import effective_settings

    values.choice("--format", format, _FORMATS)
    for path in (old, new):
        if Path(path).suffix.lower() == ".json":
            raise WrongUseError(
                f"{path} är inget avtal; jämför avtalen själva, eller ange en tidigare granskning med "
                "”avtalskoll check --baseline FIL”."
            )
    flags = {
        "as-of": as_of,
        "checklist": checklist,
        "select": select,
        "ignore": ignore,
        "home-care": home_care,
        "region": region,
        "municipalities": municipality,
        "view": view,
        "ocr": ocr,
    }
    settings = effective_settings(flags, config=config).settings
    if not quiet:
        console.tell_progress(f"Jämför {Path(old).name or old} med {Path(new).name or new} ...")
    comparison = _compared(old, new, settings)
    _deliver(comparison, format, output, [new, old], quiet)
    return _exit_code(comparison, fail_on_worse, quiet)


def _compared(old: str, new: str, settings: Settings) -> Comparison:
    import avtalskoll

    checklist: str | Checklist | None = settings.checklist
    chosen: frozenset[str] | None = None
    if settings.select or settings.ignore:
        from avtalskoll.checking.selection import selected_ids

        checklist = avtalskoll.load_checklist(settings.checklist, examples=False)
        chosen = selected_ids(checklist, settings.select, settings.ignore)
    comparison = avtalskoll.compare(
        old, new, as_of=settings.as_of, checklist=checklist, facts=settings.facts, reading=settings.reading
    )
    return comparison if chosen is None else comparison.only(chosen)


def _deliver(comparison: Comparison, format: str, output: str | None, files: list[str], quiet: bool) -> None:
    from avtalskoll.cli.output_file import report_path, write_whole

    if output is None and format == "html":
        path: Path | None = report_path(files[0], "jämförelse")
    else:
        path = None if output in (None, _TO_STDOUT) else Path(output or "")
    if path is None:
        _print(comparison, format)
        return
    write_whole(path, _render(comparison, format), inputs=files)
    if not quiet:
        print(_terminal_text(comparison, details=False))
        print(f"Jämförelse: {path}")
    elif output is None:
        print(path)


def _print(comparison: Comparison, format: str) -> None:
    if format == "text":
        print(_terminal_text(comparison, details=True), end="")
    else:
        console.print_exact(_render(comparison, format))


def _render(comparison: Comparison, format: str) -> str:
    if format == "html":
        from avtalskoll.reports.compare.html import render_html

        return render_html(comparison)
    if format == "json":
        from avtalskoll.reports.compare.json import render_json

        return render_json(comparison)
    from avtalskoll.reports.compare.text import render_text

    return render_text(comparison)


def _terminal_text(comparison: Comparison, details: bool) -> str:
    from avtalskoll.reports.compare.text import render_text

    return render_text(comparison, width=console.line_width(), symbols=console.carries_symbols(), details=details)


def _exit_code(comparison: Comparison, fail_on_worse: bool, quiet: bool) -> int:
    if comparison.unread:
        console.complain("En del av underlaget kunde inte läsas och är inte bedömt; jämförelsen säger vad.")
        return ExitCode.UNREADABLE
    if not (fail_on_worse and comparison.worse):
        return ExitCode.OK
    if not quiet:
        ids = [requirement.id for requirement in comparison.requirements if requirement.kind in ("new", "weakened")]
        console.complain(f"--fail-on-worse: {', '.join(ids)}.")
    return ExitCode.FINDINGS
