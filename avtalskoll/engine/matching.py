"""One pattern against one clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from avtalskoll.checklist.checklist import Structure
from avtalskoll.checklist.patterns import Pattern, QuantityTest, Rules
from avtalskoll.checklist.vocabulary import BEGINS_WITH_CONCEPT, CompiledTerm, Span, Vocabulary
from avtalskoll.engine.bearer import bearer_at
from avtalskoll.engine.clause import Clause
from avtalskoll.engine.passage import Passage
from avtalskoll.swedish.markers import PLAIN_NEGATORS
from avtalskoll.swedish.quantities import Quantity
from avtalskoll.swedish.segments import Segment
from avtalskoll.swedish.tokens import Token

Strength = Literal["full", "weak", "deferred", "definition", "background"]
_RANK: dict[Strength, int] = {"full": 4, "weak": 3, "deferred": 3, "definition": 2, "background": 1}
_REACH = 4
_SECTION_REACH = 10
_QUANTITY_KINDS = {"frekvens": "frequency", "tid": "duration", "antal": "amount", "pengar": "money", "andel": "share"}


@dataclass(frozen=True, eq=False)
class Hit:
    """A pattern found in a clause. `because` is the reserving word of a weak hit."""

    clause: Clause
    pattern: Pattern
    strength: Strength
    because: str = ""
    closeness: int = 0
    """How much of what was asked stands in the sentence itself; more is better evidence."""
    shown: Clause | None = None
    """The clause to quote, where it is another: the head of a table row that says it all."""

    @property
    def quoted(self) -> Clause:
        """The clause that a reader should see."""
        return self.shown or self.clause

    @property
    def rank(self) -> tuple[int, int, int]:
        """Sorts hits from the least to the most telling; earlier clauses win ties."""
        return (_RANK[self.strength], self.closeness, -self.clause.index)


class Matcher:
    """Matches patterns over the clauses of one agreement, with an index of where each concept stands."""

    def __init__(self, clauses: list[Clause], vocabulary: Vocabulary, structure: Structure) -> None:
        self.clauses = clauses
        self.vocabulary = vocabulary
        self.structure = structure
        self._where: dict[str, dict[Passage, tuple[list[int], list[CompiledTerm]]]] = {}
        self._spans: dict[tuple[str, Passage], list[Span]] = {}
        self._candidates: dict[str, frozenset[int]] = {}
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
        self._names: dict[str, tuple[str, ...]] = {}
        self._row_heads = {
            (clause.document, clause.block.table, clause.block.row): clause
            for clause in clauses
            if clause.block.kind == "cell" and clause.block.column == 0
        }

    def hits(self, pattern: Pattern, rules: Rules) -> list[Hit]:
        """All hits of the pattern, in the order of the text."""
        candidates = self._clauses_with(pattern.all[0])
        if pattern.scope == "mening":
            for expression in pattern.all[1:]:
                candidates &= self._clauses_with(expression)
        found = (self._match(pattern, self.clauses[index], rules) for index in sorted(candidates))
        return [hit for hit in found if hit is not None]

    def concepts(self, expression: str) -> tuple[str, ...]:
        """The concept names of an expression "@a | ord"."""
        names = self._names.get(expression)
        if names is None:
            names = tuple(self.vocabulary.resolve(part.strip()) for part in expression.split("|"))
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

    def _clauses_with(self, expression: str) -> frozenset[int]:
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
        vocabulary = self.vocabulary
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

    def _match(self, pattern: Pattern, clause: Clause, rules: Rules) -> Hit | None:
        if clause.role in ("heading", "toc", "negotiation", "replaced", "other_topic"):
            return None
        if pattern.role == "bakgrund" and clause.role != "background":
            return None
        quantities = self._quantities(pattern.quantity, clause) if pattern.quantity else [None]
        if not quantities:
            return None
        sets = self._assignments(pattern, clause)
        if not sets or not self._fits_surroundings(pattern, clause):
            return None
        best: Hit | None = None
        for spans in sets:
            for quantity in quantities:
                hit = self._judge(pattern, clause, rules, spans, quantity)
                if hit is not None and (best is None or hit.rank > best.rank):
                    best = hit
        return best

    def _fits_surroundings(self, pattern: Pattern, clause: Clause) -> bool:
        """Whether what the pattern asks for around its words is there, and what it forbids is not."""
        return (
            all(self._in_context(expression, clause) for expression in pattern.context)
            and all(self._heads(expression, clause) for expression in pattern.heading)
            and all(self._in_section(expression, clause) for expression in pattern.section)
            and not any(self.spans(expression, clause.passage) for expression in pattern.without)
            and not any(
                self._in_headings(expression, clause) or self.spans(expression, clause.passage)
                for expression in pattern.without_context
            )
            and not any(self._around(expression, clause) for expression in pattern.without_around)
        )

    def _assignments(self, pattern: Pattern, clause: Clause) -> list[list[Span]]:
        """For each place of the core: the nearest places of the others, within the bounds of the pattern."""
        places: list[list[Span]] = []
        for number, expression in enumerate(pattern.all):
            spans = self.spans(expression, clause.passage)
            if not spans:
                if number == 0 or pattern.scope == "mening" or not self._nearby(expression, clause, pattern.scope):
                    return []
                continue
            places.append(spans)
        found: list[list[Span]] = []
        for core in places[0]:
            chosen = [core]
            edge = core[1]
            for spans in places[1:]:
                allowed = [span for span in spans if span[0] >= edge] if pattern.ordered else spans
                if not allowed:
                    break
                nearest = min(allowed, key=lambda span: (not _same_segment(clause, span, core), abs(span[0] - core[0])))
                edge = nearest[1]
                chosen.append(nearest)
            else:
                first, last = min(span[0] for span in chosen), max(span[1] for span in chosen)
                if pattern.near is not None and last - first > pattern.near:
                    continue
                found.append(chosen)
        return found

    def _nearby(self, expression: str, clause: Clause, scope: str) -> bool:
        if scope == "stycke":
            return any(
                self.spans(expression, self.clauses[index].passage) for index in (*clause.siblings, *clause.defined_by)
            )
        section = (self.clauses[index] for index in self._sections[clause.section_key])
        return any(self.spans(expression, other.passage) for other in section if other.role == clause.role)

    def _in_headings(self, expression: str, clause: Clause) -> bool:
        return any(self.spans(expression, heading) for heading in clause.headings)

    def _heads(self, expression: str, clause: Clause) -> bool:
        innermost = clause.headings[-1:]
        inherited = any(span.last <= clause.own_from for span in self.spans(expression, clause.passage))
        return inherited or any(self.spans(expression, heading) for heading in innermost)

    def _in_section(self, expression: str, clause: Clause) -> bool:
        if self._in_context(expression, clause):
            return True
        near = self._sections[clause.section_key]
        if not clause.block.headings:
            near = [index for index in near if abs(index - clause.index) <= _SECTION_REACH]
        return any(
            self.clauses[index].role not in ("negotiation", "replaced", "toc")
            and self.spans(expression, self.clauses[index].passage)
            for index in near
        )

    def _around(self, expression: str, clause: Clause) -> bool:
        first, last = max(0, clause.index - _REACH), clause.index + _REACH + 1
        near = [other for other in self.clauses[first:last] if other.section_key == clause.section_key]
        near += [self.clauses[index] for index in clause.siblings]
        near.append(clause)
        return any(self.spans(expression, other.passage) for other in near)

    def _in_context(self, expression: str, clause: Clause) -> bool:
        return (
            bool(self.spans(expression, clause.passage))
            or self._in_headings(expression, clause)
            or any(self.spans(expression, passage) for passage in clause.around)
        )

    def _quantities(self, test: QuantityTest, clause: Clause) -> list[Quantity]:
        return [quantity for quantity in clause.quantities if quantity.last >= 0 and _passes(quantity, test)]

    def _judge(
        self, pattern: Pattern, clause: Clause, rules: Rules, spans: list[Span], quantity: Quantity | None
    ) -> Hit | None:
        sentence = clause.structure
        if pattern.bearer and not _binds(pattern.bearer, bearer_at(clause, spans[0].first, self.structure)):
            return None
        covered = {token for span in spans for token in span.tokens}
        words = clause.passage.tokens
        denying = [segment for span in spans if _denied(segment := sentence.at(span.first), covered, words)]
        if pattern.denied == "nej" and denying:
            return None
        if pattern.denied == "ja" and not any(segment.kind not in ("condition", "relative") for segment in denying):
            return None
        if not self._says_it_itself(pattern, clause, spans, quantity):
            return None
        own = sum(1 for span in spans if span.first >= clause.own_from)
        closeness = own * 2 + (2 if quantity is not None and quantity.first >= clause.own_from else 0)
        strength, because = self._strength(pattern, clause, rules, spans, quantity)
        shown = (
            self._row_head(clause)
            if not closeness and all(span.first >= clause.counts_from for span in spans)
            else None
        )
        return Hit(clause, pattern, strength, because, closeness, shown) if strength else None

    def _says_it_itself(self, pattern: Pattern, clause: Clause, spans: list[Span], quantity: Quantity | None) -> bool:
        """Whether the clause's own words bring something: the pattern's words, its quantity or its context."""
        first = clause.counts_from
        if any(span.last > first for span in spans) or (quantity is not None and quantity.last >= first):
            return True
        return any(span.last > first for wanted in pattern.context for span in self.spans(wanted, clause.passage))

    def _row_head(self, clause: Clause) -> Clause | None:
        """The clause of the cell that heads the row of a cell."""
        block = clause.block
        if block.kind != "cell" or not block.column:
            return None
        return self._row_heads.get((clause.document, block.table, block.row))

    def _strength(
        self, pattern: Pattern, clause: Clause, rules: Rules, spans: list[Span], quantity: Quantity | None
    ) -> tuple[Strength | None, str]:
        sentence = clause.structure
        tokens = [span.first for span in spans] + ([quantity.first] if quantity else [])
        because = "" if pattern.force == "valfri" else clause.lead_weak
        if pattern.force != "valfri" and not because:
            for number, token in enumerate(tokens):
                segment = sentence.at(token)
                if segment.kind in ("main", "exception") or number == 0:
                    because = because or _reservation(segment, rules, number == 0)
        if (
            not because
            and pattern.force != "valfri"
            and clause.counts_from < clause.own_from
            and tokens[0] < clause.own_from
        ):
            because = _reservation(sentence.at(clause.own_from), rules, False)  # "| Svar | Lämnas om möjligt |"
        if clause.role == "background" and pattern.role == "operativ":
            until = sentence.of_token[spans[0].first] + 1
            states_rule = not because and not any(segment.narrates for segment in sentence.segments[:until])
            return ("background", "") if states_rule else (None, "")
        if because:
            return "weak", because
        if clause.defers_to_absent:
            return "deferred", ""
        if clause.defers:
            return None, ""
        if clause.role == "definition" and pattern.role == "operativ":
            return "definition", ""
        return "full", ""


def _binds(wanted: str, bearer: str | None) -> bool:
    if wanted.startswith("ej_"):
        return bearer != wanted.removeprefix("ej_")
    return bearer in (wanted, "båda")


def _reservation(segment: Segment, rules: Rules, core: bool) -> str:
    if segment.force == "weak" and (core or segment.kind != "relative"):
        return segment.weak_because
    if segment.need_only and not rules.need_is_law:
        return segment.weak_because
    if core and segment.force == "right" and not rules.right and not segment.conditional_negation:
        return "får"
    return ""


def _denied(segment: Segment, covered: set[int], tokens: Sequence[Token]) -> bool:
    """Whether the segment denies what stands in it. "Ingen undantas" affirms; two plain "inte" deny twice."""
    if segment.conditional_negation:
        return False
    left = [token for token in segment.negators if token not in covered]
    plain = sum(token < 0 or tokens[token].word in PLAIN_NEGATORS for token in left)
    return bool(left) and (len(left) == plain or len(left) % 2 == 1)


def _same_segment(clause: Clause, one: Span, other: Span) -> bool:
    return clause.structure.of_token[one[0]] == clause.structure.of_token[other[0]]


def _passes(quantity: Quantity, test: QuantityTest) -> bool:
    if quantity.kind != _QUANTITY_KINDS[test.kind]:
        return False
    days: Decimal | None = quantity.days
    if test.at_most_days is not None and (days is None or days > test.at_most_days):
        return False
    if test.more_than_days is not None and (days is None or days <= test.more_than_days):
        return False
    if test.measured is not None:
        return (quantity.period_days is not None or bool(quantity.per)) == test.measured
    return True
