"""Many agreements read and audited, on all processors where processes can be forked; the order is always the same."""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from avtalskoll.agreement import Agreement
from avtalskoll.audit_report import AuditReport
from avtalskoll.auditing import audit_agreement
from avtalskoll.checking.candidate import Candidate
from avtalskoll.checklist import Checklist
from avtalskoll.errors import UnreadableError, WrongUseError
from avtalskoll.over_processors import over_processors
from avtalskoll.readers.isolation import begin_reading
from avtalskoll.readers.loaded import load_readers
from avtalskoll.readers.options import ReadingOptions

_CRASHED = "Något gick fel i programmet när avtalet granskades; sätt AVTALSKOLL_DEBUG=1 för att se detaljerna."
STOPPED = "Granskningen av avtalet avbröts av systemet, troligen för att minnet tog slut; prova att granska det ensamt."


@dataclass(frozen=True)
class Task:
    """What is the same for every agreement of the run."""

    checklist: Checklist
    as_of: date
    reading: ReadingOptions
    pending: bool = False
    """Whether to judge, beside the text as read, what its pending tracked changes would alter."""


@dataclass(frozen=True)
class Audited:
    """What came of one agreement: its report, or the Swedish sentence that says why there is none."""

    report: AuditReport | None = None
    problem: str = ""
    crashed: bool = False
    lines: dict[tuple[str, int], int] = field(default_factory=dict)
    """For text files: the line, from 1, of each quoted block, by document and ordinal."""


def audit_many(candidates: Sequence[Candidate], task: Task) -> Generator[Audited, None, None]:
    """The outcome of each agreement, in order. One that cannot be read never stops the others."""
    if len(candidates) > 1:
        load_readers()
    done: dict[int, Audited] = {}
    with closing(over_processors(partial(audit_one, task=task), candidates)) as outcomes:
        for number in range(len(candidates)):
            while number not in done:
                ready, outcome = next(outcomes)
                done[ready] = outcome or Audited(problem=STOPPED, crashed=True)
            yield done.pop(number)


def audit_one(candidate: Candidate, task: Task) -> Audited:
    """The outcome of one agreement, in this process."""
    try:
        views = begin_reading(candidate.paths, task.reading).views()
        agreement = views.agreement
        report = audit_agreement(
            views if task.pending else agreement, as_of=task.as_of, checklist=task.checklist, facts=candidate.facts
        )
    except UnreadableError as error:
        return Audited(problem=error.sentence)
    except WrongUseError:
        raise
    except Exception:
        if os.environ.get("AVTALSKOLL_DEBUG") == "1":
            raise
        return Audited(problem=_CRASHED, crashed=True)
    return Audited(report=report, lines=_lines(agreement, report))


def _lines(agreement: Agreement, report: AuditReport) -> dict[tuple[str, int], int]:
    quoted = {(item.document, item.block) for result in report.results for item in result.evidence}
    return {
        (document.name, block.ordinal): block.origin + 1
        for document in agreement.documents
        if document.format in ("markdown", "text")
        for block in document.blocks
        if block.origin is not None and (document.name, block.ordinal) in quoted
    }
