"""What the negotiation document says: the questions to bring up, in one agreement or the same in several."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from avtalskoll.audit_report import AuditReport, Basis, Evidence, RequirementResult
from avtalskoll.reports import wording
from avtalskoll.reports.order import RANKS, gaps
from avtalskoll.reports.proposal.filled_in import Names
from avtalskoll.reports.proposal.labels import labels_of
from avtalskoll.reports.proposal.told import Told

_MOST_QUOTES = 4
_WEIGHT = ("conflicts", "weakens", "supports", "clears")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the agreement as it stands, and where."""

    text: str
    place: str
    surroundings: str
    """What the words must be read with: the words before their list, or their table row; "" if nothing."""


@dataclass(frozen=True, slots=True)
class Today:
    """How one agreement has it today: its words, none where it is silent, and what is lacking."""

    agreement: str
    quotes: tuple[Quote, ...]
    see_also: str
    """Where more stands than is quoted: "avsnitt 3.2 och avsnitt 5.1"."""
    display: str
    reason: str
    caveats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One requirement to bring up."""

    number: int
    id: str
    title: str
    why: str
    provisions: tuple[str, ...]
    suggestion: str
    today: tuple[Today, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Questions of one weight."""

    heading: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class AgreementHead:
    """One agreement that the document is about."""

    label: str
    parties: str
    validity: str
    files: tuple[str, ...]
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """The whole document; sections come in order of weight, gravest first."""

    title: str
    as_of: date
    law_checked_until: date
    checklist: str
    version: str
    agreements: tuple[AgreementHead, ...]
    names: Names
    sections: tuple[Section, ...]
    abbreviations: tuple[tuple[str, str], ...]

    @property
    def count(self) -> int:
        """How many questions it has."""
        return sum(len(section.questions) for section in self.sections)


def proposal_for(reports: Sequence[AuditReport], ids: Collection[str], names: Names) -> Proposal:
    """The document for one audit, or for several with the same requirement grouped; at least one report.

    A requirement stands at its gravest weight in any of the agreements. `ids` are those to bring up, where they are
    gaps.
    """
    labels = labels_of(reports)
    found: dict[str, tuple[int, list[tuple[str, AuditReport, RequirementResult]]]] = {}
    ranks = {rank.key: place for place, rank in enumerate(RANKS)}
    for label, report in zip(labels, reports, strict=True):
        for group in gaps(report.results):
            for result in (result for result in group.results if result.id in ids):
                weight, members = found.setdefault(result.id, (len(RANKS), []))
                members.append((label, report, result))
                found[result.id] = (min(weight, ranks[group.rank.key]), members)
    catalogue = {result.id: place for place, result in reversed([*enumerate(r for p in reports for r in p.results)])}
    by_rank: dict[int, list[Question]] = {}
    ordered = sorted(found, key=lambda id: (found[id][0], catalogue[id]))
    for number, id in enumerate(ordered, start=1):
        weight, members = found[id]
        by_rank.setdefault(weight, []).append(_question(number, members, names))
    first = reports[0]
    title = wording.agreement_title(first) if len(reports) == 1 else f"{len(reports)} avtal"
    return Proposal(
        title=title,
        as_of=max(report.as_of for report in reports),
        law_checked_until=min(report.checklist.law_checked_until for report in reports),
        checklist=wording.checklist(first),
        version=first.tool.version,
        agreements=tuple(_head(label, report) for label, report in zip(labels, reports, strict=True)),
        names=names,
        sections=tuple(Section(RANKS[weight].heading, tuple(by_rank[weight])) for weight in sorted(by_rank)),
        abbreviations=tuple(dict.fromkeys(pair for report in reports for pair in _abbreviations(report, ids))),
    )


def _question(number: int, members: list[tuple[str, AuditReport, RequirementResult]], names: Names) -> Question:
    result = members[0][2]
    bases = dict.fromkeys(basis for _, _, member in members for basis in member.basis)
    return Question(
        number=number,
        id=result.id,
        title=result.title,
        why=_SENTENCE_END.split(result.why)[0],
        provisions=tuple(wording.citation(basis) for basis in _latest(bases)),
        suggestion=names.fill_in(result.suggestion),
        today=tuple(_today(label, report, member) for label, report, member in members),
    )


def _latest(bases: Collection[Basis]) -> list[Basis]:
    """Each provision once, in its latest wording where the audits are of different days."""
    latest: dict[tuple[str | None, ...], Basis] = {}
    for basis in bases:
        key = (basis.law, basis.ref, basis.source)
        if key not in latest or (basis.wording_from or date.min) > (latest[key].wording_from or date.min):
            latest[key] = basis
    return list(latest.values())


def _today(label: str, report: AuditReport, result: RequirementResult) -> Today:
    evidence = () if result.verdict == "missing" else result.evidence
    weighty = sorted(evidence, key=lambda item: _WEIGHT.index(item.role))
    shown = sorted(weighty[:_MOST_QUOTES], key=evidence.index)
    told = Told(result)
    rest = dict.fromkeys(_place(item, report) for item in weighty[_MOST_QUOTES:])
    return Today(
        agreement=label,
        quotes=tuple(
            Quote(item.quote, _place(item, report), wording.surroundings(item, shown[:number]))
            for number, item in enumerate(shown)
        ),
        see_also=wording.enumerate_swedish(place for place in rest if place not in {_place(i, report) for i in shown}),
        display=told.display,
        reason=told.reason,
        caveats=told.caveats,
    )


def _place(evidence: Evidence, report: AuditReport) -> str:
    if len(report.documents) > 1:
        return wording.place(evidence)
    page = f", sidan {evidence.page}" if evidence.page is not None else ""
    return wording.mention(evidence.section) + page


def _head(label: str, report: AuditReport) -> AgreementHead:
    return AgreementHead(
        label=label,
        parties=wording.parties(report.agreement),
        validity=wording.validity(report.agreement),
        files=tuple(document.name for document in report.documents),
        notices=wording.first_notices(report),
    )


def _abbreviations(report: AuditReport, ids: Collection[str]) -> tuple[tuple[str, str], ...]:
    kept = tuple(
        result for result in report.results if result.id in ids and result.verdict in ("conflict", "missing", "partial")
    )
    return wording.abbreviations(report.model_copy(update={"results": kept}))
