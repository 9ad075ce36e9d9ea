"""A clause as the engine reads it: its segments, and the words of any stretch as they stand in the agreement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from avtalskoll.checklist.checklist import Structure
from avtalskoll.comparing.worded import overlap
from avtalskoll.engine.clause import Clause
from avtalskoll.swedish.segment import Segment

_ALIKE = 0.34


@dataclass(frozen=True, eq=False)
class Part:
    """One segment of a sentence with its token indexes."""

    segment: Segment
    tokens: tuple[int, ...]
    words: tuple[str, ...]
    """Its words without signs."""

    @property
    def is_main(self) -> bool:
        """Whether it states something itself."""
        return self.segment.kind == "main"


@dataclass(frozen=True, eq=False)
class Saying:
    """A clause with the checklist's words for its parties."""

    clause: Clause
    structure: Structure

    @cached_property
    def words(self) -> list[str]:
        """All words and signs, normalised, with what the clause inherits."""
        return [token.word for token in self.clause.passage.tokens]

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The segments that hold any word, in order."""
        tokens: dict[int, list[int]] = {}
        for index, segment in enumerate(self.clause.structure.of_token):
            tokens.setdefault(segment, []).append(index)
        parts = [
            Part(self.clause.structure.segments[segment], tuple(own), self._plain(own))
            for segment, own in tokens.items()
        ]
        return tuple(part for part in parts if part.words)

    def with_relative(self, part: Part) -> tuple[int, ...]:
        """The part's tokens with those of a relative clause that ends it: "med undantag för dem som saknar läkare"."""
        following = [
            other.tokens
            for other in self.parts
            if other.segment.kind == "relative" and other.tokens[0] == part.tokens[-1] + 1
        ]
        return part.tokens + (following[0] if following else ())

    def _plain(self, tokens: Sequence[int]) -> tuple[str, ...]:
        return tuple(self.words[index] for index in tokens if any(c.isalnum() for c in self.words[index]))

    def quote(self, tokens: Sequence[int]) -> str:
        """The words from the first to the last of the tokens, as they stand; normalised where they are inherited."""
        own = [index for index in tokens if index >= self.clause.own_from]
        while own and not any(c.isalnum() or c in ")%§" for c in self.words[own[-1]]):
            own.pop()
        if own:
            first, last = (self.clause.passage.tokens[index] for index in (own[0], own[-1]))
            return " ".join(self.clause.block.text[first.start : last.end].split())
        return " ".join(self._plain(tokens))


def paired(old: Sequence[Part], new: Sequence[Part]) -> list[tuple[Part | None, Part | None]]:
    """The parts beside their counterparts, the most alike first; two that are alone belong together anyway."""
    ranked = sorted(
        (-overlap(one.words, other.words), abs(a - b), a + b, a, b)
        for a, one in enumerate(old)
        for b, other in enumerate(new)
    )
    alone = len(old) == len(new) == 1
    to_new: dict[int, int] = {}
    for unlike, _, _, a, b in ranked:
        if a not in to_new and b not in to_new.values() and (alone or -unlike >= _ALIKE):
            to_new[a] = b
    found: list[tuple[Part | None, Part | None]] = [
        (one, new[to_new[a]] if a in to_new else None) for a, one in enumerate(old)
    ]
    found += [(None, other) for b, other in enumerate(new) if b not in to_new.values()]
    return found
