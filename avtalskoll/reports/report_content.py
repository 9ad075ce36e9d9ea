"""What the template of a report's content is given, wherever the content stands: in a file or on the local page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from avtalskoll.audit_report import AuditReport, RequirementResult
from avtalskoll.reports import beside, order, overview, wording
from avtalskoll.reports.verdict_signs import sign_of

ClauseLink = Callable[[str, int], str]
"""A requirement's id and the place of one of its quotes, to the address where the quote stands in the agreement."""


def report_content(
    report: AuditReport,
    *,
    shown: Iterable[RequirementResult] | None = None,
    clause_link: ClauseLink | None = None,
) -> dict[str, Any]:
    """The variables of `report_content.html.j2`.

    With `shown` the content is narrowed to those results, without what only a whole report needs. Two templates may be
    given besides: `actions` stands before the picture of the whole, `tools` after it.
    """
    results = report.results if shown is None else tuple(shown)

    def counted(*keys: str) -> list[RequirementResult]:
        return [result for result in results if sign_of(result).key in keys]

    return {
        "report": report,
        "title": wording.agreement_title(report),
        "narrowed": shown is not None,
        "clause_link": clause_link,
        "gaps": order.gaps(results),
        "counts": overview.counts(report.summary),
        "group_rows": overview.group_rows(report),
        "blanks": beside.noted(report, "placeholder"),
        "hidden": beside.noted(report, "hidden"),
        "met": counted("met"),
        "silent": counted("silent", "cleared"),
        "not_assessable": counted("not_assessable"),
        "not_applicable": counted("not_applicable"),
    }
