"""`avtalskoll portfolio`: a folder of agreements in, one overview with a report for each out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from avtalskoll.cli import console, setting_options
from avtalskoll.errors import ExitCode

if TYPE_CHECKING:
    from avtalskoll.portfolios.portfolio import Portfolio
    from avtalskoll.settings.threshold import FailOn

HELP = (
    "Granska en mapp med avtal och skriv en översikt i HTML och Excel med en rapport för varje avtal. Varje fil och "
    "varje undermapp är ett avtal; det som ligger i gemensamt/ hör till alla. Filen portfolj.yaml i mappen kan säga "
    "annat. Körs kommandot igen granskas bara det som har ändrats."
)


def portfolio(
    folder: Annotated[str, typer.Argument(metavar="MAPP", help="Mappen som avtalen ligger i.", show_default=False)],
    output: Annotated[
        str | None,
        typer.Option("--output", metavar="MAPP", help="Mapp för översikten (förval MAPP-översikt där du står)."),
    ] = None,
    as_of: setting_options.AsOf = None,
    checklist: setting_options.ChecklistName = None,
    home_care: setting_options.HomeCareOwner = None,
    region: setting_options.Region = None,
    view: setting_options.ViewOf = None,
    ocr: setting_options.Ocr = None,
    fail_on: setting_options.FailOnWords = None,
    config: setting_options.Config = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Visa bara var översikten finns.")] = False,
) -> int:
    """Audit the agreements, write the overview and return the exit code."""
    from avtalskoll.cli.progress_bar import ProgressBar
    from avtalskoll.settings import effective_settings
    from avtalskoll.settings.threshold import FailOn

    flags = {
        "as-of": as_of,
        "checklist": checklist,
        "home-care": home_care,
        "region": region,
        "view": view,
        "ocr": ocr,
        "fail-on": fail_on,
    }
    settings = effective_settings(flags, config=config).settings
    # What a check fails on by default is nothing that an overview fails on.
    threshold = settings.threshold if "fail_on" in settings.model_fields_set else FailOn()
    target = Path(output) if output else Path(f"{Path(folder).resolve().name or 'avtal'}-översikt")

    import avtalskoll

    bar = ProgressBar()
    again: set[str] = set()

    def progress(done: int, total: int, name: str) -> None:
        again.add(name)
        if not quiet:
            bar(done, total, name)

    try:
        made = avtalskoll.portfolio(
            folder,
            output=target,
            as_of=settings.as_of,
            checklist=settings.checklist,
            facts=settings.facts,
            reading=settings.reading,
            progress=progress,
        )
    finally:
        bar.clear()
    if not quiet:
        print("\n".join(_told(made, again)))
    print(target / "oversikt.html" if quiet else f"Översikt: {target / 'oversikt.html'}")
    return _exit_code(made, threshold, quiet)


def _told(made: Portfolio, again: set[str]) -> list[str]:
    from avtalskoll.reports.portfolio.headlines import headlines
    from avtalskoll.reports.portfolio.tallies import common_gaps
    from avtalskoll.reports.printable import printable

    same = sum(agreement.name not in again for agreement in made.agreements)
    lines = [f"{line.number:>4} {line.words}" for line in headlines(made)]
    if same > 0:
        lines.append(f"{same:>4} avtal hade inte ändrats sedan förra gången och granskades inte igen")
    found = common_gaps(made)[:5]
    if found:
        lines += ["", "Vanligaste bristerna:"]
        lines += [f"{tally.gaps:>4} avtal: {tally.requirement.id} {tally.requirement.title}" for tally in found]
    if made.unreadable:
        lines += ["", "Kunde inte läsas:"]
        lines += [f"  {printable(one.name)}: {printable(one.problem)}" for one in made.unreadable]
    lines += ["", *map(printable, made.notes)] if made.notes else []
    return [*lines, ""]


def _exit_code(made: Portfolio, threshold: FailOn, quiet: bool) -> int:
    """An error in the program goes before what could not be read, and that before the findings."""
    if any(one.crashed for one in made.unreadable):
        return ExitCode.INTERNAL
    if not made.complete:
        console.complain("En del av underlaget kunde inte läsas och är inte bedömt; översikten säger vad.")
        return ExitCode.UNREADABLE
    norms = [one.norm for one in made.requirements]
    hit = [
        agreement.name
        for agreement in made.agreements
        if any((o.verdict, norm) in threshold.pairs for o, norm in zip(agreement.outcomes, norms, strict=True))
    ]
    if hit and not quiet:
        console.complain(f"Över gränsen som fail-on sätter: {len(hit)} avtal.")
    return ExitCode.FINDINGS if hit else ExitCode.OK
