"""Which clause of one version is which of the other: by what they say and where, not by their numbers."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from avtalskoll.comparing.in_order import heaviest_in_order
from avtalskoll.comparing.worded import Likeness, Worded, overlap, standing_once, worded_clauses
from avtalskoll.engine.clause import Clause

_TELLING = 5
"""The same words, as many as this, are the same clause wherever they stand; fewer need the same surroundings."""
_RARE = 24
_SMALL_GAP = 2500
_NEEDED, _NEEDED_ALONE = 0.62, 0.2
_GIVEN_PLACE = _GIVEN_HEADING = 0.12
_SAME_SURROUNDINGS, _NEAR_SURROUNDINGS = 0.8, 0.5


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """A clause and its counterpart; None on the side that has none. `same_words` and `moved` are about pairs."""

    old: Clause | None
    new: Clause | None
    same_words: bool = False
    moved: bool = False


def align(old: Sequence[Clause], new: Sequence[Clause]) -> list[AlignedPair]:
    """Every clause of both versions exactly once, in the order of the new one; tables of contents are left out.

    What was removed stands where it stood in the old version. The same clauses belong together whichever version is
    called old.
    """
    return list(_Aligning(worded_clauses(old), worded_clauses(new)).pairs())


class _Aligning:
    def __init__(self, old: list[Worded], new: list[Worded]) -> None:
        self.old, self.new = old, new
        self.to_new: dict[int, int] = {}
        self.to_old: dict[int, int] = {}
        self.likeness = Likeness([*old, *new])

    def pairs(self) -> Iterator[AlignedPair]:
        self._match_unique(lambda one: one.own if len(one.own) >= _TELLING or one.is_heading else None)
        self._match_unique(lambda one: (one.own, one.inherited, one.above, one.is_heading))
        self._match_runs()
        self._match_alike()
        self._match_alone()
        moved = self._moved()
        before = 0
        following = self._gone_after()
        yield from (AlignedPair(self.old[place].clause, None) for place in following[-1])
        for place, worded in enumerate(self.new):
            partner = self.to_old.get(place)
            if partner is None:
                yield AlignedPair(None, worded.clause)
                continue
            before = partner
            former = self.old[before]
            yield AlignedPair(former.clause, worded.clause, former.own == worded.own, before in moved)
            yield from (AlignedPair(self.old[gone].clause, None) for gone in following[before])

    def _gone_after(self) -> dict[int, list[int]]:
        """The clauses without counterpart by the clause with one that stands before them, -1 for none."""
        gone: dict[int, list[int]] = defaultdict(list)
        last = -1
        for place in range(len(self.old)):
            if place in self.to_new:
                last = place
            else:
                gone[last].append(place)
        return gone

    def _match(self, old: int, new: int) -> None:
        self.to_new[old], self.to_old[new] = new, old

    def _match_unique(self, key: Callable[[Worded], Hashable]) -> None:
        """What stands once in each version belongs together."""
        places = [standing_once(self.old, key, self.to_new), standing_once(self.new, key, self.to_old)]
        for name, old in places[0].items():
            if name in places[1]:
                self._match(old, places[1][name])

    def _match_runs(self) -> None:
        """The same words next to a pair belong together too; this settles what stands in many places."""
        for step, start in ((1, (-1, -1)), (-1, (len(self.old), len(self.new)))):
            for old, new in [start, *self.to_new.items()]:
                old, new = old + step, new + step
                while self._both_free(old, new) and self.old[old].own == self.new[new].own:
                    self._match(old, new)
                    old, new = old + step, new + step

    def _both_free(self, old: int, new: int) -> bool:
        if not (0 <= old < len(self.old) and 0 <= new < len(self.new)):
            return False
        return old not in self.to_new and new not in self.to_old

    def _match_alike(self) -> None:
        """The rest by likeness, the most alike first. Equally good ones by the nearer place, then the earlier."""
        gaps = self._gaps()
        ranked = []
        for old, new in self._candidates(gaps):
            score = self._score(self.old[old], self.new[new], gaps[0][old] == gaps[1][new])
            if score is not None:
                apart = abs(gaps[2][old] - gaps[3][new])
                ranked.append((-round(score, 9), apart, old + new, old, new))
        for _, _, _, old, new in sorted(ranked):
            if self._both_free(old, new):
                self._match(old, new)

    def _score(self, old: Worded, new: Worded, in_place: bool) -> float | None:
        if old.is_heading != new.is_heading:
            return None
        alike = 1.0 if old.own == new.own else self.likeness.of(old, new)
        around = overlap(old.above, new.above)
        if old.inherited or new.inherited:
            around = (around + overlap(old.inherited, new.inherited)) / 2
        same_surroundings = around >= _SAME_SURROUNDINGS
        needed = _NEEDED - _GIVEN_PLACE * in_place - _GIVEN_HEADING * same_surroundings
        if min(len(old.own), len(new.own)) < _TELLING and not (in_place or same_surroundings):
            return None
        same_cell = old.clause.block.kind == new.clause.block.kind == "cell" and old.inherited == new.inherited != ()
        if alike < needed and not (same_cell and in_place):
            return None
        exact = overlap(old.own, new.own)
        return alike + 0.05 * exact + 0.15 * around + 0.2 * in_place + 0.6 * same_cell

    def _gaps(self) -> tuple[list[int], list[int], list[int], list[int]]:
        """For each clause of both versions, between which pairs that keep their order it stands, and how far in."""
        moved = self._moved()
        kept = [old for old in sorted(self.to_new) if old not in moved]
        ends = [kept, [self.to_new[old] for old in kept]]
        numbers, insides = [], []
        for places, size in zip(ends, (len(self.old), len(self.new)), strict=True):
            gap = [bisect_left(places, place + 1) for place in range(size)]
            numbers.append(gap)
            insides.append([place - (places[number - 1] if number else -1) for place, number in enumerate(gap)])
        return numbers[0], numbers[1], insides[0], insides[1]

    def _candidates(self, gaps: tuple[list[int], list[int], list[int], list[int]]) -> set[tuple[int, int]]:
        """Pairs worth a look: those that share a rare word, those in one gap, and those with the same words."""
        free = [
            [w for w in self.old if w.place not in self.to_new],
            [w for w in self.new if w.place not in self.to_old],
        ]
        found: set[tuple[int, int]] = set()
        for keys in (
            lambda worded, side: {s for s in worded.stems if s != "#" and self.likeness.frequency(s) <= _RARE},
            lambda worded, side: {gaps[side][worded.place]},
            lambda worded, side: {worded.own},
        ):
            there: list[dict[Hashable, list[int]]] = [defaultdict(list), defaultdict(list)]
            for side in (0, 1):
                for worded in free[side]:
                    for key in keys(worded, side):  # type: ignore[no-untyped-call]
                        there[side][key].append(worded.place)
            for key, places in there[0].items():
                others = there[1].get(key, [])
                if len(places) * len(others) <= _SMALL_GAP:
                    found.update((old, new) for old in places for new in others)
        return found

    def _match_alone(self) -> None:
        """A clause between two pairs that are neighbours in both versions has taken the other's place."""
        ranked = []
        for old in range(len(self.old)):
            before, after = self.to_new.get(old - 1, -1 if old == 0 else None), self.to_new.get(old + 1)
            if old + 1 == len(self.old):
                after = len(self.new)
            if before is None or after != before + 2 or not self._both_free(old, before + 1):
                continue
            one, other = self.old[old], self.new[before + 1]
            needed = _NEEDED_ALONE if overlap(one.above, other.above) >= _NEAR_SURROUNDINGS else 2 * _NEEDED_ALONE
            if one.is_heading == other.is_heading and (one.is_heading or self.likeness.of(one, other) >= needed):
                ranked.append((old, before + 1))
        for old, new in ranked:
            if self._both_free(old, new):
                self._match(old, new)

    def _moved(self) -> set[int]:
        """The old places of the pairs that are out of order: all but the heaviest run of pairs in order."""
        return set(self.to_new) - heaviest_in_order(
            [(old, new, self._weight(self.old[old], self.new[new])) for old, new in sorted(self.to_new.items())]
        )

    @staticmethod
    def _weight(old: Worded, new: Worded) -> int:
        """Long clauses count for more; the words themselves settle ties, the same way in both directions."""
        texts = sorted(" ".join(worded.own) for worded in (old, new))
        tie = int.from_bytes(hashlib.sha256("\n".join(texts).encode()).digest()[:4])
        return ((1 + len(old.own) + len(new.own)) << 40) + tie
