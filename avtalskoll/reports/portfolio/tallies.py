"""What the overview counts: outcomes per agreement, group and requirement. Never a score, a share or a grade."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from avtalskoll.portfolios.portfolio import Portfolio, PortfolioAgreement, PortfolioRequirement, RequirementOutcome
from avtalskoll.reports.verdict_signs import SIGNS, Sign, SignKey

GAPS: tuple[SignKey, ...] = ("conflict", "missing", "partial")
_LAW = ("N1", "N2", "N3")


@dataclass(frozen=True, slots=True)
class Row:
    """One agreement of the matrix: a sign for each requirement, and how many there are of each."""

    agreement: PortfolioAgreement
    signs: tuple[Sign, ...]
    counts: Mapping[SignKey, int]
    against_law: bool
    """Whether something in it may conflict with law."""
    lacks_required: bool
    """Whether something is missing that law requires the agreement to settle."""


@dataclass(frozen=True, slots=True)
class GroupTotal:
    """A group over all agreements: how many outcomes of each kind."""

    id: str
    title: str
    requirements: tuple[PortfolioRequirement, ...]
    counts: Mapping[SignKey, int]


@dataclass(frozen=True, slots=True)
class RequirementTally:
    """A requirement over all agreements: which of them have which outcome."""

    requirement: PortfolioRequirement
    agreements: Mapping[SignKey, tuple[PortfolioAgreement, ...]]

    @property
    def counts(self) -> Mapping[SignKey, int]:
        """How many agreements have each outcome."""
        return {key: len(found) for key, found in self.agreements.items()}

    @property
    def gaps(self) -> int:
        """How many agreements have a gap here."""
        return sum(len(self.agreements[key]) for key in GAPS)


def sign_of_outcome(requirement: PortfolioRequirement, outcome: RequirementOutcome) -> Sign:
    """The sign of an outcome; a prohibition that is met is silent, or cleared where the text itself says so."""
    if requirement.kind == "prohibition" and outcome.verdict == "met":
        return SIGNS["cleared" if outcome.cleared else "silent"]
    return SIGNS[outcome.verdict]


def rows(portfolio: Portfolio) -> tuple[Row, ...]:
    """The matrix, in the portfolio's order of agreements and requirements."""
    return tuple(_row(portfolio, agreement) for agreement in portfolio.agreements)


def _row(portfolio: Portfolio, agreement: PortfolioAgreement) -> Row:
    pairs = list(zip(portfolio.requirements, agreement.outcomes, strict=True))
    signs = tuple(sign_of_outcome(*pair) for pair in pairs)
    return Row(
        agreement=agreement,
        signs=signs,
        counts=_counted(sign.key for sign in signs),
        against_law=any(one.norm in _LAW and outcome.verdict == "conflict" for one, outcome in pairs),
        lacks_required=any((one.norm, outcome.verdict) == ("N1", "missing") for one, outcome in pairs),
    )


def group_totals(portfolio: Portfolio) -> tuple[GroupTotal, ...]:
    """The groups in the checklist's order."""
    found: dict[str, list[RequirementTally]] = {}
    for tally in requirement_tallies(portfolio):
        found.setdefault(tally.requirement.group, []).append(tally)
    return tuple(
        GroupTotal(
            id=id,
            title=tallies[0].requirement.group_title,
            requirements=tuple(tally.requirement for tally in tallies),
            counts={key: sum(tally.counts[key] for tally in tallies) for key in SIGNS},
        )
        for id, tallies in found.items()
    )


def requirement_tallies(portfolio: Portfolio) -> tuple[RequirementTally, ...]:
    """Every requirement, in the checklist's order."""
    by_sign: list[dict[SignKey, list[PortfolioAgreement]]] = [
        {key: [] for key in SIGNS} for _ in portfolio.requirements
    ]
    for row in rows(portfolio):
        for found, sign in zip(by_sign, row.signs, strict=True):
            found[sign.key].append(row.agreement)
    return tuple(
        RequirementTally(requirement, {key: tuple(agreements) for key, agreements in found.items()})
        for requirement, found in zip(portfolio.requirements, by_sign, strict=True)
    )


def common_gaps(portfolio: Portfolio) -> tuple[RequirementTally, ...]:
    """The requirements that some agreement has a gap in, those that most have first, else the gravest first."""
    found = [tally for tally in requirement_tallies(portfolio) if tally.gaps]
    return tuple(sorted(found, key=lambda tally: [-tally.gaps, *(-tally.counts[key] for key in GAPS)]))


def _counted(keys: Iterable[SignKey]) -> Mapping[SignKey, int]:
    counts = Counter(keys)
    return {key: counts[key] for key in SIGNS}
