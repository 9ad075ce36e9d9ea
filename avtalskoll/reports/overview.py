"""The picture of the whole: each group with its outcomes as signs and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from avtalskoll.audit_report import AuditReport, RequirementResult, Summary
from avtalskoll.reports.order import groups
from avtalskoll.reports.verdict_signs import SIGNS, Sign, SignKey, sign_of

_COUNTED: dict[SignKey, tuple[str, str]] = {
    "conflict": ("konflikt", "konflikter"),
    "missing": ("saknas", "saknas"),
    "partial": ("delvis", "delvis"),
    "met": ("uppfyllt", "uppfyllda"),
    "silent": ("villkor inte hittat", "villkor inte hittade"),
    "cleared": ("krävs uttryckligen inte", "krävs uttryckligen inte"),
    "not_applicable": ("ej tillämpligt", "ej tillämpliga"),
    "not_assessable": ("kan ej bedömas", "kan ej bedömas"),
}


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group of the picture: its signs, gravest first, and the same in words."""

    id: str
    title: str
    signs: tuple[Sign, ...]
    words: str


def group_rows(report: AuditReport) -> tuple[GroupRow, ...]:
    """The rows of the picture, one per group in the catalogue's order."""
    return tuple(GroupRow(group.id, group.title, *_signs_and_words(group.results)) for group in groups(report.results))


def counted(key: SignKey, number: int) -> str:
    """A number of outcomes in words: "1 konflikt", "3 konflikter"."""
    return f"{number} {_COUNTED[key][number > 1]}"


def _signs_and_words(results: Iterable[RequirementResult]) -> tuple[tuple[Sign, ...], str]:
    counts = Counter(sign_of(result).key for result in results)
    signs = tuple(sign for key, sign in SIGNS.items() for _ in range(counts[key]))
    words = ", ".join(counted(key, counts[key]) for key in SIGNS if counts[key])
    return signs, words


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts of one kind of requirement, in the order of the signs."""

    heading: str
    total: int
    rows: tuple[tuple[Sign, int], ...]


def counts(summary: Summary) -> tuple[Counts, Counts]:
    """Obligations and prohibitions, counted apart. Never a sum over both, a score or a share."""
    return (
        _counts("Det avtalet bör innehålla", summary.obligations.model_dump()),
        _counts("Det avtalet inte bör innehålla", summary.prohibitions.model_dump()),
    )


def _counts(heading: str, numbers: dict[str, int]) -> Counts:
    rows = tuple((sign, numbers[key]) for key, sign in SIGNS.items() if key in numbers)
    return Counts(heading, sum(numbers.values()), rows)
