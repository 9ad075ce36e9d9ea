"""The order in which a report is read: the catalogue's `presentation.order`, obligations and prohibitions, groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from avtalskoll.audit_report import RequirementResult

_GAPS = ("conflict", "missing", "partial")
_LAW = ("N1", "N2", "N3")


@dataclass(frozen=True, slots=True)
class Rank:
    """One step of the order: a heading and what belongs under it."""

    key: str
    heading: str
    holds: Callable[[RequirementResult], bool]


def _rank(verdict: str, norm: str, heading: str) -> Rank:
    return Rank(f"{verdict}-{norm}", heading, lambda result: (result.verdict, result.norm) == (verdict, norm))


RANKS: tuple[Rank, ...] = (
    Rank(
        "conflict-law",
        "Kan strida mot lag eller mot kommunens befogenhet enligt lag",
        lambda result: result.verdict == "conflict" and result.norm in _LAW and result.group != "OV",
    ),
    _rank("missing", "N1", "Saknas, lagen kräver att avtalet reglerar det"),
    _rank("partial", "N1", "Delvis reglerat, lagen kräver att avtalet reglerar det"),
    Rank(
        "conflict-right",
        "Inskränker kommunens rätt att anlita läkare på regionens bekostnad",
        lambda result: result.verdict == "conflict" and result.norm in _LAW,
    ),
    # The catalogue names no place for an unclear clause of a forbidden kind; it stands after the clear ones.
    _rank("partial", "N3", "Tveksamma villkor, avtalet får inte strida mot lagen"),
    _rank("conflict", "N5", "Går emot ett eget krav i checklistan"),
    _rank("conflict", "N4", "Går emot en rekommendation"),
    _rank("missing", "N2", "Saknas i avtalet, skyldigheten finns ändå i lag"),
    _rank("partial", "N2", "Delvis reglerat, skyldigheten finns i lag"),
    _rank("missing", "N5", "Saknas, eget krav i checklistan"),
    _rank("partial", "N5", "Delvis, eget krav i checklistan"),
    _rank("missing", "N4", "Saknas, rekommendation"),
    _rank("partial", "N4", "Delvis, rekommendation"),
    Rank("other", "Övrigt att ta upp", lambda result: result.verdict in _GAPS),
)


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps of one rank, in the catalogue's order."""

    rank: Rank
    results: tuple[RequirementResult, ...]


def gaps(results: Iterable[RequirementResult]) -> tuple[Gaps, ...]:
    """Everything to bring up, by rank; every conflict, missing and partial stands under exactly one rank."""
    by_rank: dict[str, list[RequirementResult]] = {rank.key: [] for rank in RANKS}
    for result in results:
        if result.verdict in _GAPS:
            by_rank[next(rank.key for rank in RANKS if rank.holds(result))].append(result)
    return tuple(Gaps(rank, tuple(by_rank[rank.key])) for rank in RANKS if by_rank[rank.key])


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the checklist with its results in the catalogue's order."""

    id: str
    title: str
    results: tuple[RequirementResult, ...]


def groups(results: Iterable[RequirementResult]) -> tuple[Group, ...]:
    """The groups in the order in which the catalogue first names them."""
    by_group: dict[str, list[RequirementResult]] = {}
    for result in results:
        by_group.setdefault(result.group, []).append(result)
    return tuple(Group(id, members[0].group_title, tuple(members)) for id, members in by_group.items())
