"""What is commented in a document, and where: the summary, every gap, and the words that bear on it."""

from __future__ import annotations

from collections.abc import Iterator

from avtalskoll.agreement import Document
from avtalskoll.audit_report import AuditReport, Evidence, RequirementResult
from avtalskoll.reports import overview, wording
from avtalskoll.reports.order import gaps
from avtalskoll.reports.verdict_signs import sign_of
from avtalskoll.reports.word_comments.placing import Headings
from avtalskoll.reports.word_comments.remark import Line, Remark

_WEIGHT = ("conflicts", "weakens", "supports", "clears")
_BEARING = {
    "supports": "De här orden ger stöd åt kravet",
    "weakens": "De här orden försvagar",
    "conflicts": "De här orden går emot kravet",
    "clears": "De här orden klargör frågan",
}
_AGAINST_IT = "De här orden talar emot ett sådant villkor"
"""What supports the requirement that a condition is not there: "stöd åt kravet" would read as support for it."""
_NOT_A_JURIST = "Granskningen är ett stöd för en jurists bedömning och ersätter den inte."


def remarks_for(
    report: AuditReport, document: Document, *, main: str, commented: frozenset[str], notes: tuple[str, ...] = ()
) -> tuple[Remark, ...]:
    """The comments of one document: first the one on the whole, then the gaps in the order of the text.

    `main` names the document that bears the summary and all that has no place of its own; `commented` names those that
    can bear comments at all. `notes` are sentences about the copy itself.
    """
    found = [_on_gap(result, report, document, main, commented) for result in _gaps(report)]
    remarks = sorted(
        (remark for of_one in found for remark in of_one),
        key=lambda remark: (remark.block, remark.words or (0, 0)),
    )
    if document.name == main:
        first = _summary(report, commented, notes)
    else:
        first = (
            Line("Granskning med avtalskoll", f", {report.as_of.isoformat()}"),
            Line("", f"Filen hör till ”{wording.agreement_title(report)}”. Sammanfattningen står i {main}."),
            *(Line("", note) for note in notes),
        )
    return (Remark(first, _first_block(document)), *remarks)


def _gaps(report: AuditReport) -> Iterator[RequirementResult]:
    for group in gaps(report.results):
        yield from group.results


def _on_gap(
    result: RequirementResult, report: AuditReport, document: Document, main: str, commented: frozenset[str]
) -> Iterator[Remark]:
    deciding = min(result.evidence, key=lambda evidence: _WEIGHT.index(evidence.role), default=None)
    if deciding is None or deciding.document not in commented:
        if document.name == main:
            place = Line("Där det står i dag: ", _quoted(deciding)) if deciding else None
            yield Remark(_full(result), Headings(report, document).fitting(result), place=place)
        full = None
    else:
        full = deciding
    for evidence in result.evidence:
        if evidence.document != document.name:
            continue
        if evidence is full:
            lines = _full(result)
        else:
            lines = (Line(f"{result.id} {result.title}"), Line("", _bears_on(result, evidence, full, main)))
        words = (evidence.start, evidence.end)
        yield Remark(lines, evidence.block, words, Line("Kommentaren gäller: ", _quoted(evidence)))


def _full(result: RequirementResult) -> tuple[Line, ...]:
    lines = [
        Line(f"{result.id} {result.title}"),
        Line(f"{sign_of(result).symbol} {result.display}"),
        Line("", result.reason),
    ]
    if result.missing_elements:
        lines.append(Line("Det som saknas: ", "; ".join(result.missing_elements)))
    lines += [Line("Anmärkning: ", caveat) for caveat in result.caveats]
    lines += [Line("Grund: ", wording.citation(basis)) for basis in result.basis]
    if result.suggestion:
        lines.append(Line("Förslag till lydelse: ", result.suggestion))
    return tuple(lines)


def _summary(report: AuditReport, commented: frozenset[str], notes: tuple[str, ...]) -> tuple[Line, ...]:
    checked = report.checklist.law_checked_until.isoformat()
    lines = [
        Line("Granskning med avtalskoll", f", {report.as_of.isoformat()}"),
        Line("Avtal: ", wording.agreement_title(report)),
        Line("Parter: ", wording.parties(report.agreement)),
        *(Line("Observera: ", notice) for notice in wording.first_notices(report)),
        *(Line("Observera: ", note) for note in notes),
    ]
    for counts in overview.counts(report.summary):
        words = ", ".join(f"{sign.word.lower()} {number}" for sign, number in counts.rows if number)
        lines.append(Line(f"{counts.heading} ({counts.total}): ", words))
    beside = [document.name for document in report.documents if document.name not in commented and not document.unread]
    if beside:
        names = wording.enumerate_swedish(beside)
        lines.append(Line("", f"Fynd i {names} står här, eftersom kommentarer bara skrivs i Word-filer."))
    lines += [
        Line("", "Varje kommentar står vid de ord som avgjorde. Det som saknas står vid den rubrik där det hör hemma."),
        Line("", f"Checklista: {wording.checklist(report)}. Lagen är kontrollerad till och med {checked}."),
        Line("", _NOT_A_JURIST),
    ]
    return tuple(lines)


def _bears_on(result: RequirementResult, evidence: Evidence, full: Evidence | None, main: str) -> str:
    if full is None:
        where = f"i {main}"
    elif full.document != evidence.document:
        where = f"vid {wording.place(full)}"
    else:
        where = f"vid {wording.mention(full.section)}"
    against = result.kind == "prohibition" and evidence.role == "supports"
    return f"{_AGAINST_IT if against else _BEARING[evidence.role]}. Bedömningen står {where}."


def _quoted(evidence: Evidence) -> str:
    return f"”{evidence.quote}” ({wording.place(evidence)})"


def _first_block(document: Document) -> int:
    return next((b.ordinal for b in document.blocks if b.text.strip() and b.kind not in ("toc", "note")), 0)
