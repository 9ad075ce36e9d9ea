"""Which pairs keep their order, and so which have moved."""

from __future__ import annotations

from bisect import bisect_left


def heaviest_in_order(pairs: list[tuple[int, int, int]]) -> set[int]:
    """The old places of the heaviest subset of (old, new, weight), given by old place, in which new rises too."""
    best: list[tuple[int, int, int]] = []  # new place, weight of the best chain that ends there, index of its last pair
    previous: list[int] = []
    for index, (_, new, weight) in enumerate(pairs):
        at = bisect_left(best, (new, 0, 0))
        total, last = (best[at - 1][1] + weight, best[at - 1][2]) if at else (weight, -1)
        previous.append(last)
        while at < len(best) and best[at][1] <= total:
            best.pop(at)
        if at == len(best) or best[at][0] > new:
            best.insert(at, (new, total, index))
    kept: set[int] = set()
    index = best[-1][2] if best else -1
    while index >= 0:
        kept.add(pairs[index][0])
        index = previous[index]
    return kept
