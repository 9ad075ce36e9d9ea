"""A stretch of a sentence with one verb (sats), and the structure that the stretches make."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from avtalskoll.swedish import markers

SegmentKind = Literal["main", "condition", "exception", "relative", "without"]


Force = Literal["binding", "right", "weak", "nominal"]


BOUNDARIES = frozenset(",;:()–[]/")


COORDINATORS = frozenset({"och", "eller", "samt"})


@dataclass(slots=True)
class Segment:
    """A stretch of a sentence with one verb: what it says, and how strongly.

    `negators` are token indexes of the sentence; a pattern that takes up a negator as part of its own words ("inte
    uppfyller") is not denied by it. `force` is None until a verb or a neighbour decides it.
    """

    kind: SegmentKind = "main"
    negators: list[int] = field(default_factory=list)
    force: Force | None = None
    weak_because: str = ""
    need_only: bool = False
    """The only reservation is 'vid behov' or the like."""
    conditional_negation: bool = False
    """Denied only until something else has happened: "får inte ... förrän", "inte utan samtycke"."""
    verbs: list[int] = field(default_factory=list)
    narrates: bool = False
    """Tells what has been, is wished for or is a problem; states no rule."""
    bygone: bool = False
    """Tells how it used to be: "Tidigare rondade läkaren varje vecka"."""


@dataclass(frozen=True, slots=True)
class SentenceStructure:
    """Which segment each token belongs to."""

    segments: tuple[Segment, ...]
    of_token: tuple[int, ...]

    @property
    def names_only(self) -> bool:
        """Whether it has no verb."""
        return not any(segment.verbs for segment in self.segments)

    def at(self, token: int) -> Segment:
        """The segment of the token with this index in the sentence."""
        return self.segments[self.of_token[token]]


def starts_with(words: list[str], index: int, phrases: markers.Phrases) -> int:
    """Length of the longest of `phrases` that begins at `index`, 0 if none does."""
    for phrase in phrases.get(words[index], ()):
        if tuple(words[index : index + len(phrase)]) == phrase:
            return len(phrase)
    return 0
