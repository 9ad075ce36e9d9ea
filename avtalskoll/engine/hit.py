"""A pattern found in a clause, and how strongly the clause says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from avtalskoll.checklist.patterns import Pattern, Rules
from avtalskoll.checklist.vocabulary import Span
from avtalskoll.engine.clause import Clause
from avtalskoll.swedish.markers import PLAIN_NEGATORS
from avtalskoll.swedish.quantity import Quantity
from avtalskoll.swedish.segment import Segment
from avtalskoll.swedish.tokens import Token

Strength = Literal["full", "weak", "deferred", "definition", "background"]
_WISHES = frozenset({"önskar", "vill", "önskemål", "önskas", "önskan"})
_RANK: dict[Strength, int] = {"full": 4, "weak": 3, "deferred": 3, "definition": 2, "background": 1}


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


def strength_of(
    pattern: Pattern, clause: Clause, rules: Rules, spans: list[Span], quantity: Quantity | None
) -> tuple[Strength | None, str]:
    """How strongly the clause says what was found at `spans`, and the reserving word; None where it says nothing."""
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
    if pattern.role == "operativ" and sentence.at(spans[0].first).bygone:
        return None, ""
    if because:
        return "weak", because
    if clause.defers and tokens[0] in clause.deferral:
        return ("deferred", "") if clause.defers_to_absent else (None, "")
    if clause.role == "definition" and pattern.role == "operativ":
        return "definition", ""
    return "full", ""


def _reservation(segment: Segment, rules: Rules, core: bool) -> str:
    if segment.kind == "condition" and segment.weak_because in _WISHES:
        return ""  # "om patienten önskar ...": whose wish it is, not how firmly the rule binds
    if segment.force == "weak" and (core or segment.kind != "relative"):
        return segment.weak_because
    if segment.need_only and not rules.need_is_law:
        return segment.weak_because
    if core and segment.force == "right" and not rules.right and not segment.conditional_negation:
        return "får"
    return ""


def denied(segment: Segment, covered: set[int], tokens: Sequence[Token]) -> bool:
    """Whether the segment denies what stands in it. "Ingen undantas" affirms; two plain "inte" deny twice."""
    if segment.conditional_negation:
        return False
    left = [token for token in segment.negators if token not in covered]
    plain = sum(token < 0 or tokens[token].word in PLAIN_NEGATORS for token in left)
    return bool(left) and (len(left) == plain or len(left) % 2 == 1)
