"""A run of tokens in which concepts are looked up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from avtalskoll.checklist.vocabulary import BEGINS_WITH_CONCEPT, CompiledTerm, Span, Step, Vocabulary
from avtalskoll.swedish.tokens import Token

_SKIPPED = frozenset("\"'")
_NO_GAP_OVER = frozenset({";", "innan", "medan", "eftersom", "förrän", "såvida"})
"""The words between two words of a term do not reach into another clause of the sentence."""


class Passage:
    """Tokens with a memory of where each concept stands among them. Spans are token indexes, end exclusive."""

    __slots__ = ("_hits", "_places", "_there", "tokens", "vocabulary")

    def __init__(self, tokens: Sequence[Token], vocabulary: Vocabulary) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self._hits: dict[str, list[Span]] = {}
        self._places: dict[int, list[int]] = {}
        places = self._places
        for index, token in enumerate(tokens):
            for matcher in vocabulary.matchers(token.word):
                if matcher in places:
                    places[matcher].append(index)
                else:
                    places[matcher] = [index]
        self._there = frozenset(self._places)

    def hits(self, concept: str) -> list[Span]:
        """Where the concept stands, in order of start; overlapping hits of different terms are all there."""
        found = self._hits.get(concept)
        if found is None:
            self._hits[concept] = found = self._find(concept)
        return found

    def has(self, concept: str) -> bool:
        """Whether the concept stands anywhere in the passage."""
        return bool(self.hits(concept))

    @property
    def matchers(self) -> frozenset[int]:
        """The matchers that some token satisfies."""
        return self._there

    def hits_of(self, concept: str, words: Iterable[int], phrases: Iterable[CompiledTerm]) -> list[Span]:
        """As `hits`, where it is known which words and phrases of the concept the passage can hold."""
        found = self._hits.get(concept)
        if found is None:
            self._hits[concept] = found = self._among(concept, words, phrases)
        return found

    def _find(self, concept: str) -> list[Span]:
        vocabulary = self.vocabulary
        firsts = vocabulary.firsts(concept)
        begun = [first for first in firsts if first in self._places]
        words = [first for first in begun if vocabulary.is_word(concept, first)]
        if BEGINS_WITH_CONCEPT in firsts:
            begun.append(BEGINS_WITH_CONCEPT)
        phrases = [term for first in begun for term in vocabulary.phrases(concept, first) if term.needed <= self._there]
        return self._among(concept, words, phrases)

    def _among(self, concept: str, words: Iterable[int], phrases: Iterable[CompiledTerm]) -> list[Span]:
        spans = {Span(index, index + 1, (index,)) for word in words for index in self._places[word]}
        for term in phrases:
            spans.update(self._term(term))
        if spans:
            barred = [span for term in self.vocabulary.excluded(concept) for span in self._term(term)]
            if barred:
                spans = {span for span in spans if not any(_overlap(span, other) for other in barred)}
        return sorted(spans)

    def _term(self, term: CompiledTerm) -> list[Span]:
        spans = self._word(term.steps[0])
        for word in term.steps[1:]:
            if not spans:
                break
            following = self._word(word)
            extended: list[Span] = []
            for first, last, taken in spans:
                reach = last + word.gap
                while last < len(self.tokens) and self.tokens[last].word in _SKIPPED:
                    last, reach = last + 1, reach + 1
                if word.gap > 1:
                    reach = next((at for at in range(last, min(reach, len(self.tokens))) if self._ends(at)), reach)
                extended += [Span(first, end, taken + more) for start, end, more in following if last <= start <= reach]
            spans = extended
        return spans

    def _ends(self, token: int) -> bool:
        return self.tokens[token].word in _NO_GAP_OVER

    def _word(self, step: Step) -> list[Span]:
        if step.concept:
            return self.hits(step.concept)
        return [Span(index, index + 1, (index,)) for index in self._places.get(step.matcher, ())]


def _overlap(one: Span, other: Span) -> bool:
    return one.first < other.last and other.first < one.last
