"""The portfolio: a folder in, every agreement audited or taken as it was kept, one overview out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import partial
from os import PathLike
from pathlib import Path

from avtalskoll._version import __version__
from avtalskoll.audit_report import ChecklistRef, ExtendedChecklist, Facts, Tool
from avtalskoll.auditing import check_day
from avtalskoll.checking.auditing_many import STOPPED, Audited, Task, audit_one
from avtalskoll.checking.candidate import Candidate
from avtalskoll.checklist import Checklist, load_checklist
from avtalskoll.errors import WrongUseError
from avtalskoll.over_processors import over_processors
from avtalskoll.portfolios.collecting import Collected, collect
from avtalskoll.portfolios.keeping import Keeping
from avtalskoll.portfolios.keys import Keys
from avtalskoll.portfolios.naming import shown_name, stems
from avtalskoll.portfolios.portfolio import (
    Portfolio,
    PortfolioAgreement,
    PortfolioFile,
    PortfolioRequirement,
    UnreadableAgreement,
)
from avtalskoll.readers.loaded import load_readers
from avtalskoll.readers.options import ReadingOptions

Progress = Callable[[int, int, str], None]
"""Told when an agreement is done: how many are, of how many that had to be audited, and its name; first with 0."""


@dataclass(frozen=True)
class _Job:
    candidate: Candidate
    stem: str
    key: str
    files: tuple[PortfolioFile, ...]


_Outcome = PortfolioAgreement | UnreadableAgreement | str
"""A string is the note on a text that turned out to be something else than an agreement."""


def portfolio(
    folder: str | PathLike[str],
    *,
    output: str | PathLike[str] | None = None,
    as_of: date | None = None,
    checklist: Checklist | str | PathLike[str] | None = None,
    facts: Facts | None = None,
    reading: ReadingOptions | None = None,
    progress: Progress | None = None,
) -> Portfolio:
    """Audit every agreement of a folder; `collecting.collect` says which they are.

    With `output`, a report and its data are written there for each agreement as soon as it is done, and last the
    overview as HTML, Excel and JSON. What is kept there from an earlier run is used again where neither the files nor
    the checklist, the program, the day or the options have changed. An agreement that cannot be read is in the
    portfolio with its problem and stops no other. Raises WrongUseError, ChecklistError, and UnreadableError where the
    folder holds no agreement.
    """
    loaded = checklist if isinstance(checklist, Checklist) else load_checklist(checklist, examples=False)
    day, given, options = as_of or date.today(), facts or Facts(), reading or ReadingOptions()
    check_day(day, loaded)
    place = None if output is None else Path(output)
    collected = collect(Path(folder), given)
    if place is not None:
        _check_apart(place, Path(folder), collected)
    keeping = None if place is None else Keeping(place)
    task = Task(loaded, day, options, pending=True)
    outcomes = _outcomes(collected.candidates, task, keeping, progress)
    made = _portfolio(Path(folder), collected, outcomes, task, given)
    if keeping is not None:
        _write(keeping, made)
    return made


def _outcomes(
    candidates: tuple[Candidate, ...], task: Task, keeping: Keeping | None, progress: Progress | None
) -> list[_Outcome]:
    keys = Keys(task.checklist, task.as_of, task.reading)
    names = stems(candidate.name for candidate in candidates)
    jobs = [_Job(one, stem, *keys.of(one)) for one, stem in zip(candidates, names, strict=True)]
    done: dict[str, _Outcome] = {}
    if keeping is not None:
        for job in jobs:
            kept = keeping.kept(job.stem, job.key)
            if kept is not None:
                done[job.stem] = kept.model_copy(update={"name": job.candidate.name})
    left = [job for job in jobs if job.stem not in done]
    if left:
        load_readers()
    if progress is not None:
        progress(0, len(left), "")
    with closing(over_processors(partial(_outcome, task=task, keeping=keeping), left)) as results:
        for count, (number, outcome) in enumerate(results, start=1):
            job = left[number]
            done[job.stem] = outcome or _unreadable(job, Audited(problem=STOPPED, crashed=True))
            if progress is not None:
                progress(count, len(left), job.candidate.name)
    if keeping is not None:
        keeping.keep_only(stem for stem, outcome in done.items() if isinstance(outcome, PortfolioAgreement))
    return [done[job.stem] for job in jobs]


def _outcome(job: _Job, task: Task, keeping: Keeping | None) -> _Outcome:
    audited = audit_one(job.candidate, task)
    if audited.report is None:
        return _unreadable(job, audited)
    if job.candidate.doubtful and not audited.report.agreement.about_lakarmedverkan:
        return f"{job.candidate.shown[0]} ser inte ut att vara ett avtal om läkarmedverkan och är inte bedömd."
    agreement = PortfolioAgreement.of_report(job.candidate.name, job.stem, audited.report)
    if keeping is not None:
        keeping.keep(agreement, job.key, audited.report)
    return agreement


def _unreadable(job: _Job, audited: Audited) -> UnreadableAgreement:
    files = tuple(file.model_copy(update={"unread": ()}) for file in job.files)
    return UnreadableAgreement(
        name=job.candidate.name, files=files, problem=audited.problem, crashed=audited.crashed
    )  # fmt: skip


def _portfolio(folder: Path, collected: Collected, outcomes: list[_Outcome], task: Task, facts: Facts) -> Portfolio:
    checklist, manifest = task.checklist, task.checklist.manifest
    return Portfolio(
        tool=Tool(version=__version__),
        name=shown_name(Path(folder).resolve().name),
        as_of=task.as_of,
        checklist=ChecklistRef(
            id=manifest.id, title=manifest.title, version=manifest.version, sha256=checklist.sha256,
            law_checked_until=checklist.provisions.checked_until,
            extends=tuple(ExtendedChecklist(id=c.id, title=c.title, version=c.version) for c in checklist.extends),
        ),
        facts=facts,
        requirements=tuple(
            PortfolioRequirement(
                id=requirement.id, title=requirement.title, group=group.group, group_title=group.name,
                kind="prohibition" if requirement.prohibition else "obligation", norm=requirement.norm_on(task.as_of),
            )
            for group in checklist.groups
            for requirement in group.requirements
        ),
        agreements=tuple(outcome for outcome in outcomes if isinstance(outcome, PortfolioAgreement)),
        unreadable=tuple(outcome for outcome in outcomes if isinstance(outcome, UnreadableAgreement)),
        notes=(*collected.notes, *(outcome for outcome in outcomes if isinstance(outcome, str))),
    )  # fmt: skip


def _write(keeping: Keeping, made: Portfolio) -> None:
    from avtalskoll.reports.portfolio.excel import render_excel
    from avtalskoll.reports.portfolio.html import render_html
    from avtalskoll.reports.portfolio.json import render_json

    keeping.write_overview("json", render_json(made))
    keeping.write_overview("xlsx", render_excel(made))
    keeping.write_overview("html", render_html(made))


def _check_apart(output: Path, folder: Path, collected: Collected) -> None:
    """Raise WrongUseError where the output would lie among what is audited."""
    target, agreements = output.resolve(), folder.resolve()
    inside = any(
        path.resolve() == target or path.resolve() in target.parents
        for candidate in collected.candidates
        for path in candidate.paths
    )
    if target == agreements or inside:
        raise WrongUseError(f"{output} hör till det som granskas; välj en annan mapp med --output.")
