"""The check for a terminal: one finding per line, as linters write them, and the counts."""

from __future__ import annotations

from collections.abc import Iterator

from avtalskoll.checking.check_run import CheckedAgreement, CheckFinding, CheckRun
from avtalskoll.checking.own_output import SUPPORT
from avtalskoll.reports.check.tally import changes, tally
from avtalskoll.reports.check.telling import CHANGE_WORDS, waived
from avtalskoll.reports.printable import printable
from avtalskoll.reports.verdict_signs import SIGNS
from avtalskoll.reports.wording import first_notices

_RESET, _BOLD, _RED, _YELLOW, _DIM = "\x1b[0m", "\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[2m"
_LEVEL_WORDS = {"error": "att se över", "warning": "att se över", "note": "notering", "pass": ""}


def render_text(run: CheckRun, *, color: bool = False, quiet: bool = False) -> str:
    """The run as text with a final newline: "avtal.docx:3.2: OV-01 Kan strida mot lag: …".

    What does not stop the check says so last on its line, in square brackets. `quiet` leaves out what is no finding.
    Text from the agreements is shown without control characters, so that a document cannot steer the terminal.
    """
    lines = [line for agreement in run.agreements for line in _agreement(agreement, color, quiet)]
    if not quiet:
        lines += [*([""] if lines else []), *_ending(run, color)]
    return "".join(f"{line}\n" for line in lines)


def _agreement(agreement: CheckedAgreement, color: bool, quiet: bool) -> Iterator[str]:
    if agreement.problem:
        yield f"{_whole(agreement)}: {_painted('Ej läst', _RED, color)}: {printable(agreement.problem)}"
        return
    for notice in first_notices(agreement.report) if agreement.report and not quiet else ():
        yield f"{_whole(agreement)}: {_painted('Obs', _YELLOW, color)}: {printable(notice)}"
    for finding in agreement.findings:
        if finding.level != "pass" or finding.change == "resolved":
            yield f"{_where(finding, agreement)}: {_finding(finding, color)}"


def _where(finding: CheckFinding, agreement: CheckedAgreement) -> str:
    place = finding.places[0] if finding.places else None
    if place is None or not (place.quote or place.section):
        return _whole(agreement)
    return ":".join(printable(part) for part in (place.file, place.section) if part)


def _whole(agreement: CheckedAgreement) -> str:
    return printable(agreement.name if len(agreement.files) > 1 else agreement.files[0])


def _finding(finding: CheckFinding, color: bool) -> str:
    paint = _RED if finding.fails else _YELLOW if finding.level in ("error", "warning") else _DIM
    said = f"{finding.display}: {finding.reason}" if finding.reason else finding.display
    marks = "; ".join(_marks(finding))
    return f"{_painted(finding.id, paint, color)} {printable(said)}" + (f" [{marks}]" if marks else "")


def _marks(finding: CheckFinding) -> Iterator[str]:
    if finding.waiver is not None:
        yield f"undantag: {waived(finding.waiver)}".rstrip(".")
    elif not finding.fails and _LEVEL_WORDS[finding.level]:
        yield _LEVEL_WORDS[finding.level]
    if finding.change not in (None, "unchanged"):
        before = f", var {SIGNS[finding.verdict_before].word.lower()}" if finding.verdict_before else ""
        yield f"{CHANGE_WORDS[finding.change]}{before}"


def _ending(run: CheckRun, color: bool) -> Iterator[str]:
    yield from (f"Fel: {printable(error)}" for error in run.errors)
    told = {note.sentence for note in run.waivers if note.state != "used"} - set(run.errors)
    yield from (printable(note.sentence) for note in run.waivers if note.sentence in told)
    yield from (printable(note) for note in run.notes)
    yield _painted(" ".join(filter(None, (tally(run.agreements).sentence, changes(run)))), _BOLD, color)
    yield (
        f"Granskningsdatum {run.as_of.isoformat()}, checklistan {printable(run.checklist)} "
        f"{printable(run.checklist_version)}. {SUPPORT}"
    )


def _painted(text: str, paint: str, color: bool) -> str:
    return f"{paint}{text}{_RESET}" if color else text
