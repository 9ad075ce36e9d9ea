"""The negotiation document: audit reports in, a Word file out."""

from __future__ import annotations

from collections.abc import Sequence

from avtalskoll.audit_report import AuditReport
from avtalskoll.checking.selection import ids_meant
from avtalskoll.errors import WrongUseError
from avtalskoll.reports.proposal.document import render_proposal
from avtalskoll.reports.proposal.filled_in import Names
from avtalskoll.reports.proposal.proposal import proposal_for


def propose(
    reports: AuditReport | Sequence[AuditReport],
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    region: str | None = None,
    municipalities: Sequence[str] = (),
) -> bytes:
    """A Word document (.docx) with what to change in one agreement, or in several with the same questions together.

    `select` and `ignore` are requirements by id, group or glob. The names of the parties are those of the reports
    unless given; where the agreements have different ones, or several municipalities, the wordings keep the roles.
    The same reports give the same bytes. Raises WrongUseError for no report and for words that mean no requirement.
    """
    given = [reports] if isinstance(reports, AuditReport) else list(reports)
    if not given:
        raise WrongUseError("Ange minst en granskning att göra förslag av.")
    groups: dict[str, set[str]] = {}
    for result in (result for report in given for result in report.results):
        groups.setdefault(result.group, set()).add(result.id)
    everything = frozenset(id for members in groups.values() for id in members)
    wanted = (ids_meant(groups, select, "select") if select else everything) - ids_meant(groups, ignore, "ignore")
    regions = {report.agreement.region for report in given}
    parties = {report.agreement.municipalities for report in given}
    names = Names(
        region or (regions.pop() if len(regions) == 1 else None),
        tuple(municipalities) or (parties.pop() if len(parties) == 1 else ()),
    )
    return render_proposal(proposal_for(given, wanted, names))
