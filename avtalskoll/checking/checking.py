"""The check: paths and settings in, one run out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date
from os import PathLike
from typing import TYPE_CHECKING

from avtalskoll._version import __version__
from avtalskoll.auditing import check_day
from avtalskoll.checking.auditing_many import Audited, Task, audit_many
from avtalskoll.checking.candidate import Candidate
from avtalskoll.checking.check_run import CheckedAgreement, CheckRun, WaiverNote
from avtalskoll.checking.collecting import Collecting
from avtalskoll.checking.findings import findings_of
from avtalskoll.checking.selection import selected_ids
from avtalskoll.checklist import Checklist, load_checklist
from avtalskoll.errors import ExitCode, WrongUseError
from avtalskoll.settings import Settings

if TYPE_CHECKING:
    from avtalskoll.comparing.baseline import Baseline
    from avtalskoll.waivers.waiver import Waiver

Progress = Callable[[int, int, str], None]
"""Told before each agreement: its number from 1, how many there are, and its name."""
Agreements = tuple[CheckedAgreement, ...]


def check(
    paths: Sequence[str | PathLike[str]] | str | PathLike[str],
    settings: Settings | None = None,
    *,
    progress: Progress | None = None,
) -> CheckRun:
    """Check the agreements that the paths stand for.

    `settings` are taken as they are: neither a configuration file nor the environment is read here, that is what
    `effective_settings` does. An agreement that cannot be read is in the run with its problem and stops no other.
    Raises WrongUseError for settings that cannot be used and UnreadableError where the paths hold no document.
    """
    settings = settings or Settings()
    given = [paths] if isinstance(paths, (str, PathLike)) else list(paths)
    if not given:
        raise WrongUseError("Ange minst en fil eller mapp att kontrollera.")
    baseline, waivers = _baseline(settings), _waivers(settings)
    checklist = load_checklist(settings.checklist, examples=False)
    day = settings.as_of or date.today()
    check_day(day, checklist)
    selected = selected_ids(checklist, settings.select, settings.ignore)
    collecting = Collecting(settings)
    candidates = collecting.candidates(given)
    agreements: list[CheckedAgreement] = []
    crashed = False
    notes = list(collecting.notes)
    with closing(audit_many(candidates, Task(checklist, day, settings.reading))) as outcomes:
        for number, candidate in enumerate(candidates, start=1):
            if progress is not None:
                progress(number, len(candidates), candidate.name)
            audited = next(outcomes)
            crashed = crashed or audited.crashed
            if _is_something_else(candidate, audited):
                notes.append(f"{candidate.shown[0]} ser inte ut att vara ett avtal om läkarmedverkan; inte bedömd.")
                continue
            agreements.append(_checked(candidate, audited, checklist, selected, settings))
    marked, waiver_notes, worse = _against(tuple(agreements), settings, baseline, waivers, day)
    if baseline is not None:
        notes += baseline.notes(marked)
    errors = tuple(n.sentence for n in waiver_notes if n.state != "used") if settings.strict else ()
    return CheckRun(
        version=__version__,
        as_of=day,
        checklist=checklist.manifest.id,
        checklist_version=checklist.manifest.version,
        fail_on=settings.fail_on,
        agreements=marked,
        waivers=waiver_notes,
        notes=tuple(notes),
        errors=errors,
        worse=worse,
        exit_code=int(_exit_code(marked, bool(errors), crashed)),
    )


def _is_something_else(candidate: Candidate, audited: Audited) -> bool:
    return candidate.doubtful and audited.report is not None and not audited.report.agreement.about_lakarmedverkan


def _checked(
    candidate: Candidate, audited: Audited, checklist: Checklist, selected: frozenset[str], settings: Settings
) -> CheckedAgreement:
    return CheckedAgreement(
        name=candidate.name,
        files=candidate.shown,
        problem=audited.problem,
        report=audited.report,
        findings=findings_of(candidate, audited, checklist, selected, settings.threshold),
    )


def _against(
    agreements: Agreements, settings: Settings, baseline: Baseline | None, waivers: tuple[Waiver, ...], day: date
) -> tuple[Agreements, tuple[WaiverNote, ...], bool]:
    """The agreements held against the earlier run and the decisions, and whether anything is worse."""
    if baseline is not None:
        agreements = baseline.mark(agreements)
    if settings.fail_on_worse:
        keep = "fail_on" in settings.model_fields_set
        agreements = tuple(_failing_where_worse(agreement, keep) for agreement in agreements)
    notes: tuple[WaiverNote, ...] = ()
    if waivers:
        from avtalskoll.waivers.applying import apply_waivers

        agreements, notes = apply_waivers(agreements, waivers, day, root=settings.waiver_file.parent)
    return agreements, notes, baseline is not None and baseline.worse(agreements)


def _failing_where_worse(agreement: CheckedAgreement, keep: bool) -> CheckedAgreement:
    """What is new or weakened fails, also below the threshold; other errors only where they are to `keep` failing.

    An agreement that the baseline lacks has nothing to be worse than: there only errors fail.
    """
    known = any(finding.verdict_before is not None for finding in agreement.findings)
    levels = ("error", "warning") if known else ("error",)
    findings = tuple(
        finding.model_copy(
            update={
                "fails": (keep and finding.fails) or (finding.change in ("new", "weakened") and finding.level in levels)
            }
        )
        for finding in agreement.findings
    )
    return agreement.model_copy(update={"findings": findings})


def _exit_code(agreements: Agreements, errors: bool, crashed: bool) -> ExitCode:
    """What is wrong with the run itself goes before what could not be read, and that before the findings."""
    if crashed:
        return ExitCode.INTERNAL
    if errors:
        return ExitCode.WRONG_USE
    if any(a.report is None or any(document.unread for document in a.report.documents) for a in agreements):
        return ExitCode.UNREADABLE
    fails = any(finding.fails for agreement in agreements for finding in agreement.findings)
    return ExitCode.FINDINGS if fails else ExitCode.OK


def _baseline(settings: Settings) -> Baseline | None:
    if settings.baseline is None:
        if settings.fail_on_worse:
            raise WrongUseError("fail-on-worse behöver något att jämföra med; ange --baseline FIL.")
        return None
    from avtalskoll.comparing.baseline import Baseline

    return Baseline.read(settings.baseline)


def _waivers(settings: Settings) -> tuple[Waiver, ...]:
    if settings.no_waivers or (settings.waivers is None and not settings.waiver_file.is_file()):
        return ()
    from avtalskoll.waivers.waiver_file import read_waivers

    return read_waivers(settings.waiver_file)
