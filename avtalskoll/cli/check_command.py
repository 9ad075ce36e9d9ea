"""`avtalskoll check`: many drafts in, one finding per line and an exit code out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from avtalskoll.cli import console, setting_options

if TYPE_CHECKING:
    from avtalskoll.checking.check_run import CheckRun

HELP = (
    "Kontrollera avtal och utkast, ett fynd per rad. Varje dokument i en mapp är ett avtal; flera filer som ett avtal "
    "anges i avtalskoll.toml. Slutar med kod 1 när något ska åtgärdas."
)


def check(
    paths: Annotated[
        list[str], typer.Argument(metavar="SÖKVÄGAR", help="Avtal, zip-filer och mappar.", show_default=False)
    ],
    format: setting_options.Formats = None,
    output: Annotated[
        list[str] | None,
        typer.Option("--output", metavar="FIL", help="Fil för ett --format utan fil, i samma ordning; - för att visa."),
    ] = None,
    fail_on: setting_options.FailOnWords = None,
    select: setting_options.Select = None,
    ignore: setting_options.Ignore = None,
    as_of: setting_options.AsOf = None,
    checklist: setting_options.ChecklistName = None,
    home_care: setting_options.HomeCareOwner = None,
    region: setting_options.Region = None,
    municipality: setting_options.Municipality = None,
    view: setting_options.ViewOf = None,
    ocr: setting_options.Ocr = None,
    exclude: setting_options.Exclude = None,
    waivers: setting_options.Waivers = None,
    no_waivers: setting_options.NoWaivers = None,
    baseline: setting_options.BaselineFile = None,
    fail_on_worse: setting_options.FailOnWorse = None,
    strict: setting_options.Strict = None,
    config: setting_options.Config = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Visa bara fynden.")] = False,
) -> int:
    """Check the agreements, write the outputs and return the exit code."""
    from avtalskoll.cli.outputs import Output, outputs
    from avtalskoll.settings import effective_settings

    flags = {
        "formats": format,
        "fail-on": fail_on,
        "select": select,
        "ignore": ignore,
        "as-of": as_of,
        "checklist": checklist,
        "home-care": home_care,
        "region": region,
        "municipalities": municipality,
        "view": view,
        "ocr": ocr,
        "exclude": exclude,
        "waivers": waivers,
        "no-waivers": no_waivers,
        "baseline": baseline,
        "fail-on-worse": fail_on_worse,
        "strict": strict,
    }
    settings = effective_settings(flags, config=config).settings
    wanted = outputs(settings.formats, output or [])

    import avtalskoll

    def progress(number: int, total: int, name: str) -> None:
        console.tell_progress(f"Granskar {name} ({number} av {total}) ...")

    run = avtalskoll.check(paths, settings, progress=None if quiet else progress)
    files = [file for agreement in run.agreements for file in agreement.files]
    for one in sorted(wanted, key=lambda one: one.file is None):  # what is shown comes last, once all is written
        one.deliver(run, inputs=files, quiet=quiet)
    if not any(one.file is None for one in wanted) and not quiet:
        from avtalskoll.reports.check.tally import tally

        print(tally(run.agreements).sentence)
    if Output("text") not in wanted:
        _tell(run, quiet)
    elif quiet:  # the findings are shown without the ending that says what is wrong with the run itself
        for sentence in run.errors:
            console.complain(sentence)
    return run.exit_code


def _tell(run: CheckRun, quiet: bool) -> None:
    """On stderr what a person must see although another format was asked for."""
    for sentence in (*run.errors, *(() if quiet else run.notes)):
        console.complain(sentence)
    if any(agreement.problem for agreement in run.agreements):
        names = [Path(agreement.files[0]).name for agreement in run.agreements if agreement.problem]
        console.complain(f"Kunde inte läsas och är inte bedömt: {', '.join(names)}.")
