"""What was found of the parts of a requirement."""

from __future__ import annotations

from dataclasses import dataclass

from avtalskoll.checklist.patterns import Part, Rules
from avtalskoll.engine.hit import Hit


@dataclass(frozen=True)
class PartResult:
    """A part and its hits, the most telling first. Of a part that asks for several, one hit a different pattern."""

    part: Part
    hits: tuple[Hit, ...]

    @property
    def full(self) -> bool:
        """Whether the part is there in binding, operative words."""
        return sum(hit.strength == "full" for hit in self.hits) >= self.part.at_least

    @property
    def touched(self) -> bool:
        """Whether anything of the part is there."""
        return bool(self.hits)


def alternatives(rules: Rules, results: list[PartResult]) -> tuple[tuple[str, ...], ...]:
    """Sets of parts any of which is enough."""
    return rules.alternatives or (tuple(r.part.name for r in results if not r.part.optional),)


def full_hits(result: PartResult) -> list[Hit]:
    """The hits that bind, the most telling first."""
    return [hit for hit in result.hits if hit.strength == "full"]


def weaker(result: PartResult) -> Hit | None:
    """A clause that says the same as the one that decided, in the same pattern's words, but does not bind."""
    full = full_hits(result)
    for hit in result.hits:
        if hit.strength != "weak" or not hit.because or any(other.clause is hit.clause for other in full):
            continue
        if hit.pattern is full[0].pattern and hit.clause.section_key == full[0].clause.section_key:
            return hit
    return None


def near(one: Hit, other: Hit, where: str) -> bool:
    """Whether two hits stand as near as a part's `var` asks: in one sentence, passage or section."""
    if where == "mening":
        return one.clause is other.clause
    if where == "stycke":
        return one.clause.index in other.clause.siblings or (
            one.clause.section_key == other.clause.section_key and abs(one.clause.index - other.clause.index) <= 2
        )
    return one.clause.section_key == other.clause.section_key


def one_a_clause(ranked: list[Hit]) -> tuple[Hit, ...]:
    """The best hit of each clause."""
    best: dict[int, Hit] = {}
    for hit in ranked:
        best.setdefault(hit.clause.index, hit)
    return tuple(best.values())


def spread(results: list[PartResult], *, full_only: bool) -> list[Hit]:
    """The best hit of every part first, then the second best."""
    rows = [[h for h in r.hits if h.strength == "full" or not full_only] for r in results]
    ordered: list[Hit] = []
    for place in range(max((len(row) for row in rows), default=0)):
        for row, result in zip(rows, results, strict=True):
            most = 3 if len(results) == 1 or result.part.at_least > 1 else 2
            if place < len(row) and place < most + result.part.at_least - 1:
                ordered.append(row[place])
    return ordered
