"""The comparison: two versions of an agreement in, what changed out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from avtalskoll.audit_report import AuditReport, Evidence, Outcome, RequirementResult, Verdict
from avtalskoll.comparing.clause_changes import Understood, clause_changes, with_requirements
from avtalskoll.comparing.comparison import ComparedClause, ComparedRequirement, Comparison, Side, counted
from avtalskoll.comparing.report_changes import report_changes
from avtalskoll.comparing.requirement_change import RequirementChange
from avtalskoll.errors import WrongUseError
from avtalskoll.readers.isolation import begin_reading
from avtalskoll.readers.options import ReadingOptions
from avtalskoll.readers.views import Views

if TYPE_CHECKING:
    from avtalskoll.audit_report import Facts
    from avtalskoll.checklist import Checklist

Paths = Sequence[str | PathLike[str]] | str | PathLike[str]


def compare(
    old_paths: Paths,
    new_paths: Paths,
    *,
    as_of: date | None = None,
    checklist: Checklist | str | PathLike[str] | None = None,
    facts: Facts | None = None,
    reading: ReadingOptions | None = None,
) -> Comparison:
    """Compare two versions of one agreement, each given as one or more files.

    Both are audited with the same checklist, day and facts, so that what differs is the text. The arguments are those
    of `audit`, and so is what is raised.
    """
    given = [[paths] if isinstance(paths, (str, PathLike)) else list(paths) for paths in (old_paths, new_paths)]
    if not all(given):
        raise WrongUseError("Ange både den gamla och den nya versionen av avtalet.")
    options = reading or ReadingOptions()
    with ExitStack() as under_way:
        readings = []
        for paths in given:
            readings.append(begin_reading([Path(path) for path in paths], options))
            under_way.callback(readings[-1].abandon)
        # The rest of the program and the checklist load while the other processes read.
        from avtalskoll.auditing import check_day
        from avtalskoll.checklist import Checklist, load_checklist

        loaded = checklist if isinstance(checklist, Checklist) else load_checklist(checklist, examples=False)
        day = as_of or date.today()
        check_day(day, loaded)
        under_way.pop_all()
    try:
        old = readings[0].views()
    except BaseException:
        readings[1].abandon()
        raise
    return compare_agreements(old, readings[1].views(), as_of=day, checklist=loaded, facts=facts)


def compare_agreements(
    old: Views, new: Views, *, as_of: date, checklist: Checklist, facts: Facts | None = None
) -> Comparison:
    """The same for agreements that have been read. No I/O; same arguments, same result."""
    from avtalskoll.auditing import audit_with_clauses

    (before, old_clauses), (after, new_clauses) = (
        audit_with_clauses(views, as_of=as_of, checklist=checklist, facts=facts) for views in (old, new)
    )
    return _compared(before, after, (_names(old), old_clauses), (_names(new), new_clauses), checklist)


def _names(views: Views) -> list[str]:
    return [document.name for document in views.agreement.documents]


def _compared(
    old: AuditReport, new: AuditReport, old_text: Understood, new_text: Understood, checklist: Checklist
) -> Comparison:
    clauses = clause_changes(old_text, new_text, checklist.manifest.structure)
    places = _Places(clauses)
    requirements = tuple(
        _requirement(change, old.result(change.id), new.result(change.id), places, clauses)
        for change in report_changes(old, new)
    )
    deciding: dict[int, list[str]] = {}
    for requirement in requirements:
        for index in requirement.clauses:
            deciding.setdefault(index, []).append(requirement.id)
    clauses = with_requirements(clauses, deciding)
    return Comparison(
        tool=new.tool, as_of=new.as_of, checklist=new.checklist, facts=new.facts,
        view=new.pending_changes.view if new.pending_changes else
        old.pending_changes.view if old.pending_changes else "accepted",
        notices=tuple(_notices(old, new)),
        old=_side(old), new=_side(new), summary=counted(requirements, clauses), requirements=requirements,
        clauses=clauses,
    )  # fmt: skip


def _notices(old: AuditReport, new: AuditReport) -> Iterator[str]:
    """What both reports say once, what one of them says, and what makes a comparison doubtful."""
    if {document.sha256 for document in old.documents} == {document.sha256 for document in new.documents}:
        yield "De båda versionerna har samma innehåll; kontrollera att rätt filer är valda."
    regions = [(report.agreement.region or "").lower() for report in (old, new)]
    if all(regions) and regions[0] != regions[1]:
        names = f"{old.agreement.region} och {new.agreement.region}"
        yield f"Versionerna nämner olika regioner ({names}); kontrollera att de hör till samma avtal."
    yield from (said for said in old.notices if said in new.notices)
    yield from (f"Den gamla versionen: {said}" for said in old.notices if said not in new.notices)
    yield from (f"Den nya versionen: {said}" for said in new.notices if said not in old.notices)


def _side(report: AuditReport) -> Side:
    return Side(
        documents=report.documents,
        agreement=report.agreement,
        notices=report.notices,
        pending=report.pending_changes.changes if report.pending_changes else 0,
        summary=report.summary,
    )


class _Places:
    """Which compared clause a quote is."""

    def __init__(self, clauses: Sequence[ComparedClause]) -> None:
        self._old: dict[tuple[str, int, int], int] = {}
        self._new: dict[tuple[str, int, int], int] = {}
        for index, clause in enumerate(clauses):
            for text, known in ((clause.before, self._old), (clause.after, self._new)):
                if text is not None:
                    known.setdefault((text.document, text.block, text.start), index)

    def before(self, quotes: Sequence[Evidence]) -> set[int]:
        """The clauses of quotes of the old version."""
        return self._indexes(self._old, quotes)

    def after(self, quotes: Sequence[Evidence]) -> set[int]:
        """The clauses of quotes of the new version."""
        return self._indexes(self._new, quotes)

    @staticmethod
    def _indexes(known: dict[tuple[str, int, int], int], quotes: Sequence[Evidence]) -> set[int]:
        found = (known.get((quote.document, quote.block, quote.start)) for quote in quotes)
        return {index for index in found if index is not None}


def _requirement(
    change: RequirementChange,
    old: RequirementResult,
    new: RequirementResult,
    places: _Places,
    clauses: Sequence[ComparedClause],
) -> ComparedRequirement:
    before, after = places.before(change.quotes_before), places.after(change.quotes_after)
    indexes = tuple(sorted(before | after))
    altered = {alteration.sentence: alteration for index in indexes for alteration in clauses[index].alterations}
    known = dict(change)
    if change.kind in ("unchanged", "reworded") and change.verdict_before == change.verdict_after:
        # The reports know clauses by fingerprints, which see the number of a section but no decimals.
        same = (
            not altered and before == after and all(clauses[index].kind in ("unchanged", "moved") for index in indexes)
        )
        known["kind"] = "unchanged" if same else "reworded"
    return ComparedRequirement(
        **known, group=new.group, group_title=new.group_title, norm=new.norm, requirement_kind=new.kind,
        outcome_before=_outcome(old), outcome_after=_outcome(new), reason_before=old.reason, reason_after=new.reason,
        clauses=indexes, alterations=tuple(altered.values()),
    )  # fmt: skip


def _outcome(result: RequirementResult) -> Outcome:
    return Outcome(verdict=result.verdict, counted_as=_counted_as(result), display=result.display)


def _counted_as(result: RequirementResult) -> Verdict | Literal["silent", "cleared"]:
    if result.kind == "obligation" or result.verdict != "met":
        return result.verdict
    return "cleared" if any(quote.role == "clears" for quote in result.evidence) else "silent"
