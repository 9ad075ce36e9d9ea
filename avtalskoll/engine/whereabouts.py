"""Where each concept stands in an agreement, and whether it stands around a clause."""

from __future__ import annotations

from collections.abc import Iterable

from avtalskoll.checklist.vocabulary import BEGINS_WITH_CONCEPT, CompiledTerm, Span, Vocabulary
from avtalskoll.engine.clause import Clause
from avtalskoll.engine.passage import Passage

_REACH = 4
_SECTION_REACH = 10


class Whereabouts:
    """Looks concepts up in the clauses of one agreement and remembers what it found.

    An expression is as a pattern has it: "@a | ord", any of the concepts and words.
    """

    def __init__(self, clauses: list[Clause], vocabulary: Vocabulary) -> None:
        self._clauses = clauses
        self._vocabulary = vocabulary
        self._where: dict[str, dict[Passage, tuple[list[int], list[CompiledTerm]]]] = {}
        self._spans: dict[tuple[str, Passage], list[Span]] = {}
        self._candidates: dict[str, frozenset[int]] = {}
        self._names: dict[str, tuple[str, ...]] = {}
        self._index: dict[int, set[Passage]] = {}
        self._clauses_of: dict[Passage, list[int]] = {}
        for clause in clauses:
            if clause.role not in ("heading", "toc"):
                self._clauses_of.setdefault(clause.passage, []).append(clause.index)
        passages = {passage for clause in clauses for passage in (clause.passage, *clause.headings, *clause.around)}
        for passage in passages:
            for matcher in passage.matchers:
                self._index.setdefault(matcher, set()).add(passage)
        self._sections: dict[str, list[int]] = {}
        for clause in clauses:
            self._sections.setdefault(clause.section_key, []).append(clause.index)

    def concepts(self, expression: str) -> tuple[str, ...]:
        """The concept names of an expression "@a | ord"."""
        names = self._names.get(expression)
        if names is None:
            names = tuple(self._vocabulary.resolve(part.strip()) for part in expression.split("|"))
            self._names[expression] = names
        return names

    def spans(self, expression: str, passage: Passage) -> list[Span]:
        """Where any of the expression's concepts stand."""
        key = (expression, passage)
        found = self._spans.get(key)
        if found is None:
            found = []
            for name in self.concepts(expression):
                can_hold = self._holding(name).get(passage)
                if can_hold is not None:
                    found += passage.hits_of(name, *can_hold)
            self._spans[key] = found
        return found

    def clauses_with(self, expression: str) -> frozenset[int]:
        """Indexes of the clauses that can hold the expression: all of some term's words stand there."""
        known = self._candidates.get(expression)
        if known is None:
            found: set[int] = set()
            for name in self.concepts(expression):
                for passage in self._holding(name):
                    found.update(self._clauses_of.get(passage, ()))
            self._candidates[expression] = known = frozenset(found)
        return known

    def _holding(self, concept: str) -> dict[Passage, tuple[list[int], list[CompiledTerm]]]:
        """The passages that hold all the words of some term of the concept, with those terms; they need not hit it."""
        where = self._where.get(concept)
        if where is not None:
            return where
        self._where[concept] = where = {}
        vocabulary = self._vocabulary
        for first in vocabulary.firsts(concept):
            begun = self._index.get(first)
            if begun is None and first != BEGINS_WITH_CONCEPT:
                continue
            if vocabulary.is_word(concept, first):
                for passage in begun or ():
                    if passage not in where:
                        where[passage] = ([], [])
                    where[passage][0].append(first)
            for term in vocabulary.phrases(concept, first):
                for passage in self._passages_with(term):
                    if passage not in where:
                        where[passage] = ([], [])
                    where[passage][1].append(term)
        return where

    def _passages_with(self, term: CompiledTerm) -> Iterable[Passage]:
        """The passages that hold all words and all concepts of a term."""
        passages: set[Passage] | None = None
        for matcher in term.needed:
            here = self._index.get(matcher)
            if not here:
                return ()
            passages = here if passages is None else here & passages
        for other in term.concepts:
            held = self._holding(other)
            passages = set(held) if passages is None else {passage for passage in passages if passage in held}
            if not passages:
                return ()
        return passages or ()

    def near(self, expression: str, clause: Clause, scope: str) -> bool:
        """Whether it stands in the clause's block or list (scope "stycke"), or in its section ("avsnitt")."""
        if scope == "stycke":
            beside = (*clause.siblings, *clause.defined_by, *clause.refers_to)
            return any(self.spans(expression, self._clauses[index].passage) for index in beside)
        section = (self._clauses[index] for index in self._sections[clause.section_key])
        return any(self.spans(expression, other.passage) for other in section if other.role == clause.role)

    def in_headings(self, expression: str, clause: Clause, *, title: bool = True) -> bool:
        """Whether it stands in a heading above; without `title` that of the document is left out."""
        headings = clause.headings if title else clause.headings[clause.titles :]
        return any(self.spans(expression, heading) for heading in headings)

    def heads(self, expression: str, clause: Clause) -> bool:
        """Whether it stands in the innermost heading or in what the clause inherits."""
        innermost = clause.headings[-1:]
        inherited = any(span.last <= clause.own_from for span in self.spans(expression, clause.passage))
        return inherited or any(self.spans(expression, heading) for heading in innermost)

    def in_section(self, expression: str, clause: Clause) -> bool:
        """Whether it stands anywhere in the section or where the clause refers; without headings, within ten."""
        if self.in_context(expression, clause):
            return True
        near = self._sections[clause.section_key]
        if not clause.block.headings:
            near = [index for index in near if abs(index - clause.index) <= _SECTION_REACH]
        if clause.refers_to:
            near = [*near, *clause.refers_to]
        return any(
            self._clauses[index].role not in ("negotiation", "replaced", "toc")
            and self.spans(expression, self._clauses[index].passage)
            for index in near
        )

    def around(self, expression: str, clause: Clause) -> bool:
        """Whether it stands in the clause, its block or list, or in the clauses before and after it."""
        first, last = max(0, clause.index - _REACH), clause.index + _REACH + 1
        near = [other for other in self._clauses[first:last] if other.section_key == clause.section_key]
        near += [self._clauses[index] for index in clause.siblings]
        near.append(clause)
        return any(self.spans(expression, other.passage) for other in near)

    def in_context(self, expression: str, clause: Clause) -> bool:
        """Whether it stands in the clause, a heading, or the rest of the block and the block before."""
        return (
            bool(self.spans(expression, clause.passage))
            or self.in_headings(expression, clause)
            or any(self.spans(expression, passage) for passage in clause.around)
        )
