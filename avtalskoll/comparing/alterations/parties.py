"""Whom the clauses bind, and parties that have changed places."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from avtalskoll.comparing.alterations.saying import Part, Saying, paired
from avtalskoll.comparing.comparison import Alteration
from avtalskoll.engine.bearer import Bearer, bearer_at

_NAMES: dict[Bearer, str] = {"region": "regionen", "kommun": "kommunen", "båda": "båda parterna"}


def party_alterations(old: Saying, new: Saying) -> Iterator[Alteration]:
    """Another party that is bound, then parties that stand where the other one stood."""
    told = False
    mains = paired(_binding(old), _binding(new))
    for one, other in mains:
        before, after = _bearer(old, one), _bearer(new, other)
        if before and after and before != after:
            told = True
            sentence = f"Texten binder nu {_NAMES[after]}, förut {_NAMES[before]}."
            yield Alteration(kind="party", sentence=sentence, before=_NAMES[before], after=_NAMES[after])
    if not told:
        yield from _swapped(old, new)


def _binding(saying: Saying) -> list[Part]:
    return [part for part in saying.parts if part.is_main and part.segment.verbs]


def _bearer(saying: Saying, part: Part | None) -> Bearer | None:
    return bearer_at(saying.clause, part.segment.verbs[0], saying.structure) if part else None


def _swapped(old: Saying, new: Saying) -> Iterator[Alteration]:
    """One party's name in the place of the other's, the words around being the same."""
    before, after = _mentions(old), _mentions(new)
    if not before or not after:
        return
    turned = old.words > new.words  # so that what belongs together is the same in both directions
    one_way, other_way = (new.words, old.words) if turned else (old.words, new.words)
    matcher = SequenceMatcher(None, one_way, other_way, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "replace":
            continue
        first, second = ((c, d), (a, b)) if turned else ((a, b), (c, d))
        said = next((index for index in range(*first) if index in before), None)
        says = next((index for index in range(*second) if index in after), None)
        if said is not None and says is not None and before[said] != after[says]:
            one, other = old.quote([said]), new.quote([says])
            yield Alteration(kind="party", sentence=f"”{one}” har bytts mot ”{other}”.", before=one, after=other)


def _mentions(saying: Saying) -> dict[int, str]:
    """Which party each word names."""
    structure = saying.structure
    return {
        index: concept
        for concept in (structure.both, structure.region, structure.kommun)
        for span in saying.clause.passage.hits(concept)
        for index in range(span.first, span.last)
    }
