"""A comparison laid out for reading: changes by kind, clauses beside each other, what differs marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, zip_longest

from avtalskoll.comparing.comparison import ComparedClause, ComparedRequirement, ComparedText, Comparison
from avtalskoll.comparing.requirement_change import RequirementChangeKind
from avtalskoll.reports import beside
from avtalskoll.reports.compare.change_signs import CHANGE_SIGNS, CLAUSE_WORDS, ChangeSign
from avtalskoll.reports.verdict_signs import SIGNS, Sign

_ALIKE = 0.2
"""Clauses that belong together are marked word by word although little is left of the words."""
_IN_RUNS = ("added", "removed")


@dataclass(frozen=True, slots=True)
class ChangesOfKind:
    """The requirements that changed in one way, in the checklist's order."""

    sign: ChangeSign
    requirements: tuple[ComparedRequirement, ...]


def by_kind(comparison: Comparison) -> tuple[ChangesOfKind, ...]:
    """All kinds in the order in which they are read, also those that nothing belongs to."""
    return tuple(ChangesOfKind(sign, _of(comparison, sign.key)) for sign in CHANGE_SIGNS.values())


def _of(comparison: Comparison, kind: RequirementChangeKind) -> tuple[ComparedRequirement, ...]:
    return tuple(requirement for requirement in comparison.requirements if requirement.kind == kind)


@dataclass(frozen=True, slots=True)
class Beside:
    """A clause of the old version beside one of the new. `counterparts` says whether they are each other's."""

    before: ComparedText | None
    after: ComparedText | None
    clause: ComparedClause | None = None

    @property
    def counterparts(self) -> bool:
        """Whether what differs between them can be marked word by word."""
        return self.clause is not None and self.before is not None and self.after is not None


def deciding(comparison: Comparison, requirement: ComparedRequirement) -> list[Beside]:
    """What decides a requirement: changed clauses first, then what only one version has, then what is as it was."""
    clauses = [comparison.clauses[index] for index in requirement.clauses]
    same = [clause for clause in clauses if _is_same(clause)]
    gone = [clause.before for clause in clauses if clause.kind == "removed"]
    come = [clause.after for clause in clauses if clause.kind == "added"]
    return [
        *(Beside(clause.before, clause.after, clause) for clause in clauses if clause.kind == "reworded"),
        *(Beside(before, after) for before, after in zip_longest(gone, come)),
        *(Beside(clause.before, clause.after, clause) for clause in same),
    ]


def _is_same(clause: ComparedClause) -> bool:
    return clause.kind in ("unchanged", "moved")


def changed_clauses(comparison: Comparison) -> list[list[ComparedClause]]:
    """Every clause that is not as it was, in the order of the new version.

    What has come or gone together stands together: an inserted chapter is one item.
    """
    found: list[list[ComparedClause]] = []
    for together, run in groupby(comparison.clauses, key=lambda clause: (clause.kind, clause.kind in _IN_RUNS)):
        if together[0] != "unchanged":
            found += [list(run)] if together[1] else [[clause] for clause in run]
    return found


def run_word(run: list[ComparedClause]) -> str:
    """What became of the clauses of a run: "Omformulerad och flyttad", "Tillagda, 5 st"."""
    if len(run) > 1:
        return f"{'Tillagda' if run[0].kind == 'added' else 'Borttagna'}, {len(run)} st"
    return clause_word(run[0]) + (" rubrik" if run[0].heading else "")


def clause_counts(comparison: Comparison) -> list[tuple[str, int]]:
    """How many clauses changed in which way, in words."""
    return [(word, getattr(comparison.summary.clauses, kind)) for kind, word in CLAUSE_WORDS.items()]


def clause_word(clause: ComparedClause) -> str:
    """What became of the clause: "Omformulerad och flyttad"."""
    word = CLAUSE_WORDS[clause.kind]
    return f"{word} och flyttad" if clause.moved and clause.kind == "reworded" else word


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One outcome and how many requirements have it before and after."""

    sign: Sign
    before: int
    after: int


def outcome_rows(comparison: Comparison) -> Iterator[tuple[str, list[OutcomeRow]]]:
    """The counts of both versions, obligations and prohibitions apart; outcomes that nobody has are left out."""
    for kind, heading in (
        ("obligation", "Det avtalet bör innehålla"),
        ("prohibition", "Det avtalet inte bör innehålla"),
    ):
        asked = [requirement for requirement in comparison.requirements if requirement.requirement_kind == kind]
        before = Counter(requirement.outcome_before.counted_as for requirement in asked)
        after = Counter(requirement.outcome_after.counted_as for requirement in asked)
        if asked:
            yield (
                heading,
                [OutcomeRow(sign, before[key], after[key]) for key, sign in SIGNS.items() if before[key] or after[key]],
            )


def nothing_quoted_differs(comparison: Comparison, requirement: ComparedRequirement) -> bool:
    """Whether the verdict differs although every clause that is quoted stands in both versions in the same words."""
    clauses = [comparison.clauses[index] for index in requirement.clauses]
    same = all(_is_same(clause) and not clause.alterations for clause in clauses)
    return bool(clauses) and same and requirement.kind not in ("unchanged", "reworded")


def words_before(clause: ComparedClause) -> list[beside.Words]:
    """The old words, with those marked that the new version has not."""
    return _marked(clause)[0]


def words_after(clause: ComparedClause) -> list[beside.Words]:
    """The new words, with those marked that the old version had not."""
    return _marked(clause)[1]


def _marked(clause: ComparedClause) -> tuple[list[beside.Words], list[beside.Words]]:
    if clause.before is None or clause.after is None:
        return [], []
    return beside.marked_words(clause.before.text, clause.after.text, _ALIKE)
