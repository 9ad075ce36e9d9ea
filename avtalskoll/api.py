"""What Python programs call: files in, report out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from avtalskoll.errors import WrongUseError
from avtalskoll.readers.isolation import begin_reading
from avtalskoll.readers.options import ReadingOptions

if TYPE_CHECKING:
    from avtalskoll.audit_report import AuditReport, Facts
    from avtalskoll.checklist import Checklist


def audit(
    paths: Sequence[str | PathLike[str]] | str | PathLike[str],
    *,
    as_of: date | None = None,
    checklist: Checklist | str | PathLike[str] | None = None,
    facts: Facts | None = None,
    reading: ReadingOptions | None = None,
) -> AuditReport:
    """Audit one agreement, given as one or more files.

    `as_of` is the day whose law applies, today by default. `checklist` is a loaded checklist, a name or a folder; the
    national one by default. `reading` says which view of tracked changes is audited, whether scanned pages may be
    machine-read, and how much a file may take. Raises UnreadableError where nothing could be read, ChecklistError for
    a checklist with mistakes, WrongUseError for a date before the law that the checklist rests on.
    """
    files = [paths] if isinstance(paths, (str, PathLike)) else list(paths)
    if not files:
        raise WrongUseError("Ange minst en fil att granska.")
    under_way = begin_reading([Path(file) for file in files], reading or ReadingOptions())
    try:
        # The rest of the program and the checklist load while the other process reads.
        from avtalskoll.auditing import audit_agreement, check_day
        from avtalskoll.checklist import Checklist, load_checklist

        loaded = checklist if isinstance(checklist, Checklist) else load_checklist(checklist, examples=False)
        day = as_of or date.today()
        check_day(day, loaded)
    except BaseException:
        under_way.abandon()
        raise
    return audit_agreement(under_way.views(), as_of=day, checklist=loaded, facts=facts)
