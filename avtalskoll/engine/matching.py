"""One pattern against one clause."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from avtalskoll.checklist.checklist import Structure
from avtalskoll.checklist.patterns import Pattern, QuantityTest, Rules
from avtalskoll.checklist.vocabulary import Span, Vocabulary
from avtalskoll.engine.bearer import bearer_at
from avtalskoll.engine.clause import Clause
from avtalskoll.engine.hit import Hit, denied, strength_of
from avtalskoll.engine.whereabouts import Whereabouts
from avtalskoll.swedish.quantity import Quantity

_PROCEDURE = re.compile(
    r"(?:förfarande|steg|frist|tid|ordning|rättelse|process|handläggning|trappa)\w*[^.]{0,40}"
    r"(?:enligt|i (?:punkt|avsnitt|§|kapitel|klausul))"
)
"""The time that a procedure takes, where the clause refers to it, is the clause's own."""
_QUANTITY_KINDS = {"frekvens": "frequency", "tid": "duration", "antal": "amount", "pengar": "money", "andel": "share"}


class Matcher:
    """Matches patterns over the clauses of one agreement, with an index of where each concept stands."""

    def __init__(self, clauses: list[Clause], vocabulary: Vocabulary, structure: Structure) -> None:
        self.clauses = clauses
        self.structure = structure
        self.where = Whereabouts(clauses, vocabulary)
        self._row_heads = {
            (clause.document, clause.block.table, clause.block.row): clause
            for clause in clauses
            if clause.block.kind == "cell" and clause.block.column == 0
        }

    def hits(self, pattern: Pattern, rules: Rules) -> list[Hit]:
        """All hits of the pattern, in the order of the text."""
        candidates = self.where.clauses_with(pattern.all[0])
        if pattern.scope == "mening":
            for expression in pattern.all[1:]:
                candidates &= self.where.clauses_with(expression)
        found = (self._match(pattern, self.clauses[index], rules) for index in sorted(candidates))
        return [hit for hit in found if hit is not None]

    def _match(self, pattern: Pattern, clause: Clause, rules: Rules) -> Hit | None:
        if clause.role in ("heading", "toc", "negotiation", "replaced", "other_topic"):
            return None
        if clause.role == "title" and pattern.role != "alla":
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
            all(self.where.in_context(expression, clause) for expression in pattern.context)
            and all(self.where.heads(expression, clause) for expression in pattern.heading)
            and all(self.where.in_section(expression, clause) for expression in pattern.section)
            and not any(self.where.spans(expression, clause.passage) for expression in pattern.without)
            and not any(
                self.where.in_headings(expression, clause, title=False) or self.where.spans(expression, clause.passage)
                for expression in pattern.without_context
            )
            and not any(self.where.around(expression, clause) for expression in pattern.without_around)
        )

    def _assignments(self, pattern: Pattern, clause: Clause) -> list[list[Span]]:
        """For each place of the core: the nearest places of the others, within the bounds of the pattern."""
        places: list[list[Span]] = []
        for number, expression in enumerate(pattern.all):
            spans = self.where.spans(expression, clause.passage)
            if not spans:
                if number == 0 or pattern.scope == "mening" or not self.where.near(expression, clause, pattern.scope):
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

    def _quantities(self, test: QuantityTest, clause: Clause) -> list[Quantity]:
        own = [quantity for quantity in clause.quantities if quantity.last >= 0 and _passes(quantity, test)]
        if own or not clause.refers_to or not _PROCEDURE.search(clause.plain):
            return own
        referred = (quantity for index in clause.refers_to for quantity in self.clauses[index].quantities)
        here = clause.own_from
        return [replace(quantity, first=here, last=here) for quantity in referred if _passes(quantity, test)]

    def _judge(
        self, pattern: Pattern, clause: Clause, rules: Rules, spans: list[Span], quantity: Quantity | None
    ) -> Hit | None:
        sentence = clause.structure
        if pattern.bearer and not _binds(pattern.bearer, bearer_at(clause, spans[0].first, self.structure)):
            return None
        covered = {token for span in spans for token in span.tokens}
        words = clause.passage.tokens
        denying = [segment for span in spans if denied(segment := sentence.at(span.first), covered, words)]
        if pattern.denied == "nej" and denying:
            return None
        if pattern.denied == "ja" and not any(segment.kind not in ("condition", "relative") for segment in denying):
            return None
        if not self._says_it_itself(pattern, clause, spans, quantity):
            return None
        own = sum(1 for span in spans if span.first >= clause.own_from)
        closeness = own * 2 + (2 if quantity is not None and quantity.first >= clause.own_from else 0)
        if clause.role == "title":
            closeness = 0  # a clause that says the same is better evidence
        strength, because = strength_of(pattern, clause, rules, spans, quantity)
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
        return any(span.last > first for wanted in pattern.context for span in self.where.spans(wanted, clause.passage))

    def _row_head(self, clause: Clause) -> Clause | None:
        """The clause of the cell that heads the row of a cell."""
        block = clause.block
        if block.kind != "cell" or not block.column:
            return None
        return self._row_heads.get((clause.document, block.table, block.row))


def _binds(wanted: str, bearer: str | None) -> bool:
    if wanted.startswith("ej_"):
        return bearer != wanted.removeprefix("ej_")
    return bearer in (wanted, "båda")


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
