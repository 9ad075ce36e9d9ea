"""`avtalskoll waive`: write down the decision that a finding may stand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from avtalskoll.cli import console, setting_options, values
from avtalskoll.errors import ExitCode, UnreadableError, WrongUseError

if TYPE_CHECKING:
    from datetime import date

    from avtalskoll.checking.check_run import CheckedAgreement, CheckFinding
    from avtalskoll.settings import Settings
    from avtalskoll.waivers.waiver import Waiver

HELP = (
    "Skriv ett undantag: beslutet att en brist får stå kvar till en viss dag. Avtalet granskas, och undantaget knyts "
    "till klausulen som bristen gäller; ändras klausulen får undantaget prövas på nytt."
)


def waive(
    agreement: Annotated[
        str,
        typer.Argument(metavar="AVTAL", help="Avtalets fil, eller namnet i konfigurationen.", show_default=False),
    ],
    requirement: Annotated[
        str, typer.Argument(metavar="KRAV", help="Kravets id, till exempel OV-03.", show_default=False)
    ],
    reason: Annotated[
        str, typer.Option("--reason", metavar="SKÄL", help="Varför bristen får stå kvar.", show_default=False)
    ],
    decided_by: Annotated[
        str, typer.Option("--decided-by", metavar="NAMN", help="Vem som har beslutat.", show_default=False)
    ],
    expires: Annotated[
        str, typer.Option("--expires", metavar="ÅÅÅÅ-MM-DD", help="Sista dagen som det gäller.", show_default=False)
    ],
    decided: Annotated[
        str | None, typer.Option("--decided", metavar="ÅÅÅÅ-MM-DD", help="Beslutsdagen (förval i dag).")
    ] = None,
    file: Annotated[
        str | None,
        typer.Option("--file", metavar="FIL", help="Filen med undantag (förval undantag.yaml vid konfigurationen)."),
    ] = None,
    as_of: setting_options.AsOf = None,
    checklist: setting_options.ChecklistName = None,
    config: setting_options.Config = None,
) -> int:
    """Audit the agreement, append the waiver to its file, show what it is tied to and return the exit code."""
    from avtalskoll.settings import effective_settings

    flags = {"as-of": as_of, "checklist": checklist, "waivers": file}
    settings = effective_settings(flags, config=config).settings
    days = _days(decided, expires)
    for option, text in (("--reason", reason), ("--decided-by", decided_by)):
        if not text.strip():
            raise WrongUseError(f"{option} får inte vara tom.")
    audited = _audited(agreement, settings)
    finding = _finding(audited, requirement)
    waiver = _waiver(audited, finding, reason, decided_by, *days)
    _append(settings.waiver_file, waiver)
    print("\n".join(_told(finding, waiver)))
    print(f"Undantaget står sist i {settings.waiver_file}.")
    return ExitCode.OK


def _days(decided: str | None, expires: str) -> tuple[date, date]:
    from datetime import date

    first, last = values.day("--decided", decided) or date.today(), values.day("--expires", expires)
    assert last is not None
    if last < first:
        raise WrongUseError(f"--expires {last.isoformat()} ligger före beslutsdagen {first.isoformat()}.")
    return first, last


def _audited(written: str, settings: Settings) -> CheckedAgreement:
    """The one agreement that `written` stands for, audited as a check would, but with no waiver and no baseline."""
    from avtalskoll.checking.checking import check

    console.tell_progress(f"Granskar {Path(written).name or written} ...")
    bare = settings.model_copy(update={"no_waivers": True, "baseline": None, "fail_on_worse": False, "strict": False})
    configured = next((entry for entry in settings.agreements if entry.name == written), None)
    if configured is not None and not Path(written).exists():
        # Any of its files stands for the whole.
        run = check([next(iter(_files(settings, configured.files)), Path(written))], bare)
        found = [audited for audited in run.agreements if audited.name == written]
    else:
        run = check([written], bare)
        found = list(run.agreements)
    if not found:
        raise WrongUseError(" ".join(run.notes) or f"I {written} finns inget avtal som kontrolleras.")
    if len(found) > 1:
        raise WrongUseError(f"I {written} finns {len(found)} avtal; ange vilket av dem undantaget gäller.")
    if found[0].report is None:
        raise UnreadableError(found[0].problem)
    return found[0]


def _files(settings: Settings, patterns: tuple[str, ...]) -> list[Path]:
    whole = [settings.root / pattern for pattern in patterns]
    return [path for path in whole if path.exists()] or [p for pattern in patterns for p in settings.root.glob(pattern)]


def _finding(audited: CheckedAgreement, requirement: str) -> CheckFinding:
    import difflib

    wanted = requirement.upper()
    ids = [result.id for result in audited.report.results] if audited.report else []
    if wanted not in ids:
        near = difflib.get_close_matches(wanted, ids, n=1)
        advice = f"menade du {near[0]}?" if near else "”avtalskoll checklist show” visar alla krav."
        raise WrongUseError(f"Kravet {requirement} finns inte i checklistan; {advice}")
    finding = next((finding for finding in audited.findings if finding.id == wanted), None)
    if finding is None:
        raise WrongUseError(f"{wanted} kontrolleras inte enligt inställningarna (select och ignore).")
    if finding.level == "pass":
        raise WrongUseError(f"{wanted} är ingen brist i {audited.name} ({finding.display}); inget undantag behövs.")
    if finding.level == "note":
        raise WrongUseError(
            f"{wanted} är bara en anmärkning i {audited.name} ({finding.display}) och fäller ingen kontroll; "
            "inget undantag behövs."
        )
    return finding


def _waiver(
    audited: CheckedAgreement, finding: CheckFinding, reason: str, decided_by: str, decided: date, expires: date
) -> Waiver:
    from avtalskoll.waivers.deciding_clauses import deciding_clauses
    from avtalskoll.waivers.waiver import NO_CLAUSE, Waiver

    if audited.report is not None and expires < audited.report.as_of:
        raise WrongUseError(f"--expires {expires.isoformat()} har redan passerat.")
    return Waiver(
        requirement=finding.id,
        agreement=audited.name,
        reason=reason,
        decided_by=decided_by,
        decided=decided,
        expires=expires,
        fingerprint=next(iter(deciding_clauses(audited, finding)), NO_CLAUSE),
    )


def _append(path: Path, waiver: Waiver) -> None:
    from avtalskoll.waivers.waiver_file import append_waiver

    append_waiver(path, waiver)


def _told(finding: CheckFinding, waiver: Waiver) -> list[str]:
    from avtalskoll.reports.wording import mention

    lines = [f"{finding.id} {finding.title}", f"{finding.display}. {finding.reason}"]
    place = next((place for place in finding.places if place.fingerprint == waiver.fingerprint), None)
    last = waiver.expires.isoformat()
    if place is None:
        return [*lines, f"Undantaget gäller till {last}, eller tills avtalet får en klausul i frågan."]
    where = f"{place.file}, {mention(place.section)}" if place.section else place.file
    return [
        *lines,
        f"{where}: ”{place.quote}”",
        f"Undantaget gäller till {last}, men bara så länge klausulen står kvar som den är.",
    ]
