"""What tracked changes that wait for a decision would alter: verdicts, and the clauses before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Literal

from avtalskoll.agreement import Agreement, Block
from avtalskoll.audit_report import (
    ChangedClause,
    ChangedVerdict,
    Outcome,
    PendingChanges,
    PlacedText,
    RequirementResult,
    Verdict,
)
from avtalskoll.engine import Assessment
from avtalskoll.engine.clause import Clause
from avtalskoll.readers.views import Views

Assessed = tuple[Assessment, tuple[RequirementResult, ...]]


def pending_changes(views: Views, shown: Assessed, other: Assessed | None) -> PendingChanges | None:
    """What differs between the view that is shown and the other one; None where no change is pending."""
    changes = sum(document.pending for document in views.agreement.documents)
    if not changes:
        return None
    if other is None or views.other is None:
        return PendingChanges(view=views.view, changes=changes, compared=False)
    before, after = (shown, other) if views.view == "original" else (other, shown)
    rejected, accepted = (views.agreement, views.other) if views.view == "original" else (views.other, views.agreement)
    verdicts = tuple(_changed_verdicts(before[1], after[1]))
    deciding = _Deciding({verdict.id for verdict in verdicts}, before[0], after[0])
    clauses = []
    for number, document in enumerate(accepted.documents):
        old = _Side(rejected, number, before[0])
        new = _Side(accepted, number, after[0])
        clauses += [deciding.changed(pair, document.name) for pair in _with_moves(_changed(old, new))]
    ordered = sorted(clauses, key=lambda clause: not clause.requirements)
    return PendingChanges(view=views.view, changes=changes, compared=True, verdicts=verdicts, clauses=tuple(ordered))


def _changed_verdicts(
    before: Iterable[RequirementResult], after: Iterable[RequirementResult]
) -> Iterator[ChangedVerdict]:
    for old, new in zip(before, after, strict=True):
        if (old.verdict, old.display) != (new.verdict, new.display):
            yield ChangedVerdict(
                id=new.id,
                title=new.title,
                rejected=_outcome(old),
                accepted=_outcome(new),
            )


def _outcome(result: RequirementResult) -> Outcome:
    counted: Verdict | Literal["silent", "cleared"] = result.verdict
    if result.kind == "prohibition" and result.verdict == "met":
        counted = "cleared" if any(item.role == "clears" for item in result.evidence) else "silent"
    return Outcome(verdict=result.verdict, counted_as=counted, display=result.display)


@dataclass(slots=True)
class _Pair:
    """Neighbouring clauses of one block, before and after; either may be none."""

    before: list[Clause]
    after: list[Clause]


@dataclass(slots=True)
class _Side:
    """One document in one view: its blocks by the paragraph they come from, each with its clauses."""

    agreement: Agreement
    number: int
    assessment: Assessment
    blocks: dict[object, Block] = field(init=False)
    clauses: dict[int, list[Clause]] = field(init=False)

    def __post_init__(self) -> None:
        document = self.agreement.documents[self.number]
        self.blocks = {}
        seen: Counter[object] = Counter()
        for block in document.blocks:
            source = (block.part, block.text if block.origin is None else block.origin)
            self.blocks[source, seen[source]] = block
            seen[source] += 1
        self.clauses = {}
        for clause in self.assessment.clauses:
            if clause.document == self.number and clause.role != "toc":
                self.clauses.setdefault(clause.block.ordinal, []).append(clause)

    def of(self, block: Block | None) -> list[Clause]:
        """The clauses of a block; none where there is no block."""
        return [] if block is None else self.clauses.get(block.ordinal, [])


def _changed(old: _Side, new: _Side) -> Iterator[_Pair]:
    """The clauses that differ, in the order in which the documents have them."""
    gone = [(key, block) for key, block in old.blocks.items() if key not in new.blocks]
    for key, block in new.blocks.items():
        former = old.blocks.get(key)
        while gone and former is not None and gone[0][1].ordinal < former.ordinal:
            yield _Pair(old.of(gone.pop(0)[1]), [])
        yield from _changed_within(old.of(former), new.of(block))
    for _, block in gone:
        yield _Pair(old.of(block), [])


def _changed_within(before: list[Clause], after: list[Clause]) -> Iterator[_Pair]:
    matcher = SequenceMatcher(None, [c.quote for c in before], [c.quote for c in after], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            yield _Pair(before[a:b], after[c:d])


def _with_moves(pairs: Iterable[_Pair]) -> list[_Pair]:
    """The pairs, where a clause that only changed its place stands once, with both places."""
    found = [pair for pair in pairs if pair.before or pair.after]
    taken = {_words(pair.before): pair for pair in found if not pair.after}
    moved: set[int] = set()
    for pair in found:
        if not pair.before and (former := taken.pop(_words(pair.after), None)):
            pair.before = former.before
            moved.add(id(former))
    return [pair for pair in found if id(pair) not in moved]


def _words(clauses: list[Clause]) -> str:
    return " ".join(clause.plain for clause in clauses)


class _Deciding:
    """Which clauses decide the verdicts that change."""

    def __init__(self, changed: set[str], before: Assessment, after: Assessment) -> None:
        self._order = {requirement: place for place, requirement in enumerate(after.findings)}
        self._by_clause: dict[Clause, list[str]] = {}
        for assessment in (before, after):
            for requirement in assessment.findings:
                for quoted in assessment.findings[requirement].quoted if requirement in changed else ():
                    self._by_clause.setdefault(quoted.clause, []).append(requirement)

    def changed(self, pair: _Pair, document: str) -> ChangedClause:
        """The pair for the report."""
        ids = {id for clause in (*pair.before, *pair.after) for id in self._by_clause.get(clause, ())}
        return ChangedClause(
            before=_placed(pair.before, document),
            after=_placed(pair.after, document),
            requirements=tuple(sorted(ids, key=lambda requirement: self._order[requirement])),
        )


def _placed(clauses: list[Clause], document: str) -> PlacedText | None:
    if not clauses:
        return None
    block = clauses[0].block
    text = block.text[clauses[0].start : clauses[-1].end]
    return PlacedText(text=text, document=document, section=block.section, page=block.page)
