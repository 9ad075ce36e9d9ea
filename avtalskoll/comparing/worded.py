"""A clause as alignment sees it: its own words, what it inherits, the heading above, and how alike two are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from math import log

from avtalskoll.engine.clause import Clause
from avtalskoll.swedish.tokens import Token

_STEM = 7
"""Words count as the same from their first letters on: regionen and regionens, genomför and genomförda do mostly."""
_ORDER = 0.25
"""How much the order of the words weighs beside the words themselves."""


def own_words(clause: Clause) -> tuple[str, ...]:
    """The words and numbers of the clause itself, normalised; signs are left out."""
    return _said(clause.passage.tokens[clause.own_from :])


def inherited_words(clause: Clause) -> tuple[str, ...]:
    """The words of the lead-in or the table heads that the clause inherits."""
    return _said(clause.passage.tokens[: clause.own_from])


def _said(tokens: Iterable[Token]) -> tuple[str, ...]:
    return tuple(token.word for token in tokens if any(c.isalnum() or c in "§%" for c in token.word))


@dataclass(frozen=True, eq=False)
class Worded:
    """One clause with its words; `place` is its index among the clauses of its version."""

    clause: Clause
    place: int
    own: tuple[str, ...] = field(init=False)
    inherited: tuple[str, ...] = field(init=False)
    above: tuple[str, ...] = field(init=False)
    """The words of the innermost heading."""

    def __post_init__(self) -> None:
        """Take the words from the clause, once."""
        set_once = object.__setattr__
        set_once(self, "own", own_words(self.clause))
        set_once(self, "inherited", inherited_words(self.clause))
        set_once(self, "above", _said(self.clause.headings[-1].tokens) if self.clause.headings else ())

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading of its own, not one that runs into its paragraph."""
        return self.clause.block.kind == "heading"

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The words as far as likeness cares: the first letters, and one sign for every number."""
        return tuple("#" if word[0].isdigit() else word[:_STEM] for word in self.own)


def worded_clauses(clauses: Iterable[Clause]) -> list[Worded]:
    """The clauses with their words and places, without tables of contents."""
    return [Worded(clause, place) for place, clause in enumerate(c for c in clauses if c.role != "toc")]


def standing_once(
    clauses: Iterable[Worded], key: Callable[[Worded], Hashable], taken: dict[int, int]
) -> dict[Hashable, int]:
    """The places of the clauses whose key no other one has, by their keys; those in `taken` and None are left out."""
    named = [(key(worded), worded.place) for worded in clauses if worded.place not in taken]
    times = Counter(name for name, _ in named)
    return {name: place for name, place in named if name is not None and times[name] == 1}


class Likeness:
    """How alike clauses are, where words that stand everywhere in the two versions say little."""

    def __init__(self, clauses: Iterable[Worded]) -> None:
        counted = list(clauses)
        self._frequency = Counter(stem for worded in counted for stem in set(worded.stems))
        self._weights = {stem: log(1 + len(counted) / times) for stem, times in self._frequency.items()}
        self._bags: dict[Worded, tuple[Counter[str], float, Counter[tuple[str, str]], float]] = {}

    def frequency(self, stem: str) -> int:
        """In how many clauses the stem stands."""
        return self._frequency[stem]

    def of(self, one: Worded, other: Worded) -> float:
        """From 0 to 1; 1 for the same words in the same order, whatever the numbers say. The same both ways round."""
        words, weight, pairs, pair_weight = self._bag(one)
        other_words, other_weight, other_pairs, other_pair_weight = self._bag(other)
        if not weight or not other_weight:
            return float(one.own == other.own)
        alike = 2 * _shared(words, other_words, self._weights) / (weight + other_weight)
        if not pair_weight or not other_pair_weight:
            return alike
        in_order = 2 * float((pairs & other_pairs).total()) / (pair_weight + other_pair_weight)
        return (1 - _ORDER) * alike + _ORDER * in_order

    def _bag(self, worded: Worded) -> tuple[Counter[str], float, Counter[tuple[str, str]], float]:
        found = self._bags.get(worded)
        if found is None:
            stems = worded.stems
            words, pairs = Counter(stems), Counter(pairwise(stems))
            weight = sum(self._weights[stem] * times for stem, times in sorted(words.items()))
            found = self._bags[worded] = (words, weight, pairs, float(pairs.total()))
        return found


def _shared(one: Counter[str], other: Counter[str], weights: Mapping[str, float]) -> float:
    return sum(weights[stem] * times for stem, times in sorted((one & other).items()))


def overlap(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How much two short texts share, from 0 to 1; two empty ones share all."""
    if not one and not other:
        return 1.0
    return 2 * (Counter(one) & Counter(other)).total() / (len(one) + len(other))
