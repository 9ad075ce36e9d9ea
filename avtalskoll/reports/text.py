"""The report as plain text for a terminal: what was audited, the counts and what to bring up."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from avtalskoll.audit_report import AuditReport, PendingChanges, RequirementResult
from avtalskoll.reports import beside, order, overview, wording
from avtalskoll.reports.printable import printable
from avtalskoll.reports.verdict_signs import SIGNS, Sign, SignKey, sign_of

_BOLD, _RESET = "\x1b[1m", "\x1b[0m"
_COLORS: dict[SignKey, str] = {
    "conflict": "\x1b[31m",
    "missing": "\x1b[33m",
    "partial": "\x1b[33m",
    "met": "\x1b[32m",
    "not_assessable": "\x1b[35m",
}


def render_text(
    report: AuditReport, *, color: bool = False, width: int = 80, symbols: bool = True, details: bool = True
) -> str:
    """The report as text with a final newline, wrapped at `width`.

    `symbols=False` shows the signs in ASCII. `details=False` leaves out reasons and quotes. Text from the agreement
    is shown without control characters, so that a document cannot steer the terminal.
    """
    page = _Page(color, max(width, 40), symbols, details)
    return "\n".join(page.lines(report)) + "\n"


class _Page:
    def __init__(self, color: bool, width: int, symbols: bool, details: bool) -> None:
        self._color, self._width, self._symbols, self._details = color, width, symbols, details

    def lines(self, report: AuditReport) -> Iterator[str]:
        yield from self._head(report)
        for part in overview.counts(report.summary):
            yield ""
            yield self._bold(f"{part.heading} ({part.total})")
            for sign, number in part.rows:
                yield f"  {self._sign(sign)} {sign.word:<28}{number:>3}"
        yield ""
        yield self._bold("Att ta upp")
        found = order.gaps(report.results)
        if not found:
            yield "  Granskningen hittade inget att ta upp."
        for gaps in found:
            yield ""
            yield from self._wrapped(gaps.rank.heading + ":", "")
            for result in gaps.results:
                yield from self._gap(result)
        yield ""
        yield from self._wrapped("Granskningen är ett stöd för en jurists bedömning och ersätter den inte.", "")

    def _head(self, report: AuditReport) -> Iterator[str]:
        for line in self._wrapped(wording.agreement_title(report), ""):
            yield self._bold(line)
        yield from self._wrapped(f"Parter: {wording.parties(report.agreement)}", "", "  ")
        checked = report.checklist.law_checked_until
        yield from self._wrapped(f"Granskningsdatum {report.as_of}. Lagen är kontrollerad till och med {checked}.", "")
        if report.checklist.extends:
            yield from self._wrapped(f"Checklista: {wording.checklist(report)}.", "", "  ")
        for notice in wording.first_notices(report):
            yield from self._wrapped(notice, "! ", "  ")
        yield ""
        yield self._bold("Underlag")
        for document in report.documents:
            yield from self._wrapped(f"{document.name}: {wording.reading(document)}", "  ", "    ")
        for absent in report.agreement.absent_documents:
            yield from self._wrapped(wording.absence(absent), "  ! ", "    ")
        if self._details:
            yield from self._noted(report)
        if report.pending_changes:
            yield from self._pending(report.pending_changes)

    def _noted(self, report: AuditReport) -> Iterator[str]:
        for blank in beside.noted(report, "placeholder"):
            yield from self._wrapped(f"Lucka att fylla i: ”{blank.text}” ({blank.place})", "  ! ", "    ")
        for hidden in beside.noted(report, "hidden"):
            yield from self._wrapped(f"Dold text, inte granskad: ”{hidden.text}” ({hidden.place})", "  ! ", "    ")

    def _pending(self, pending: PendingChanges) -> Iterator[str]:
        yield ""
        yield self._bold("Ändringar som väntar på beslut")
        yield from self._wrapped(beside.pending_sentence(pending), "  ")
        if not pending.compared:
            yield from self._wrapped("Det gick inte att läsa vad de ändrar.", "  ")
        elif not pending.verdicts:
            yield from self._wrapped("Bedömningarna blir desamma hur ni än beslutar.", "  ")
        else:
            yield from self._wrapped("De här bedömningarna skiljer sig (om ändringarna avvisas, om de godkänns):", "  ")
        arrow = "→" if self._symbols else "->"
        for verdict in pending.verdicts:
            words = f"{SIGNS[verdict.rejected.counted_as].word} {arrow} {SIGNS[verdict.accepted.counted_as].word}"
            yield from self._wrapped(f"{verdict.id}  {verdict.title}: {words}", "  ", "         ")

    def _gap(self, result: RequirementResult) -> Iterator[str]:
        lead = f"  {self._sign(sign_of(result))} {result.id}  "
        indent = " " * (len(result.id) + 6)
        first, *rest = self._wrapped(result.title, indent)
        yield lead + first[len(indent) :]
        yield from rest
        if not self._details:
            return
        yield from self._wrapped(f"{result.display}. {result.reason}", indent)
        if result.missing_elements:
            yield from self._wrapped(f"Det som saknas: {'; '.join(result.missing_elements)}", indent)
        for number, evidence in enumerate(result.evidence):
            role = wording.ROLE_WORDS[evidence.role]
            yield from self._wrapped(f"”{evidence.quote}” ({wording.place(evidence)}; {role})", indent, indent + "  ")
            if around := wording.surroundings(evidence, result.evidence[:number]):
                yield from self._wrapped(around, indent + "  ")
        for caveat in result.caveats:
            yield from self._wrapped(f"Anmärkning: {caveat}", indent, indent + "  ")

    def _wrapped(self, text: str, indent: str, next_indent: str | None = None) -> list[str]:
        return textwrap.wrap(
            printable(text),
            self._width,
            initial_indent=indent,
            subsequent_indent=indent if next_indent is None else next_indent,
            break_on_hyphens=False,
        ) or [indent]

    def _sign(self, sign: Sign) -> str:
        text = sign.symbol if self._symbols else sign.ascii
        color = _COLORS.get(sign.key) if self._color else None
        return f"{color}{text}{_RESET}" if color else text

    def _bold(self, text: str) -> str:
        return f"{_BOLD}{text}{_RESET}" if self._color else text
