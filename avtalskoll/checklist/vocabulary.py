"""The vocabulary: named concepts, each a list of terms, compiled for fast look-up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel

from avtalskoll.checklist.lexicon import Lexicon
from avtalskoll.checklist.terms import Term, TermError, Word, parse_term

BEGINS_WITH_CONCEPT = -1
_PlainStep = tuple[int, str, int]


class Span(NamedTuple):
    """Where a term stands: first token, past the last token, and the tokens that the term's own words took up."""

    first: int
    last: int
    tokens: tuple[int, ...]


class Step(NamedTuple):
    """One word of a compiled term: its matcher's number or a concept's name, and how many words may stand before it."""

    matcher: int
    concept: str
    gap: int


class CompiledTerm(NamedTuple):
    """A term ready for matching: its steps, and the matchers and concepts that must all be there for it to hit."""

    steps: tuple[Step, ...]
    needed: frozenset[int]
    concepts: tuple[str, ...]


class CompiledVocabulary(BaseModel):
    """A vocabulary as plain data: what a compiled checklist keeps."""

    lexicon: Lexicon
    concepts: dict[str, list[list[Any]]]
    """By name: [first matcher, [term, ...]]; a term is a list of [matcher, concept, gap]. -1: begins with a concept."""
    excluded: dict[str, list[list[Any]]]


class Vocabulary:
    """Concepts by name. A literal term used in a pattern becomes a nameless concept under its own text.

    Raises TermError for a term that cannot be read, an unknown concept name or a circle of concepts.
    """

    def __init__(
        self, concepts: Mapping[str, Iterable[str]], excluded: Mapping[str, Iterable[str]] | None = None
    ) -> None:
        sources = {name: tuple(parse_term(term) for term in terms) for name, terms in concepts.items()}
        barred = {name: tuple(parse_term(term) for term in terms) for name, terms in (excluded or {}).items()}
        _check(sources, barred)
        self._numbers: dict[tuple[str, str], int] = {}
        self._start(CompiledVocabulary(lexicon=Lexicon(), concepts={}, excluded={}))
        for name, terms in sources.items():
            self.compiled.concepts[name] = self._by_first(terms)
        for name, terms in barred.items():
            self.compiled.excluded[name] = self._by_first(terms)

    @classmethod
    def of_compiled(cls, compiled: CompiledVocabulary) -> Vocabulary:
        """A vocabulary that was compiled before; no new literal term can be added to it."""
        vocabulary = cls.__new__(cls)
        vocabulary._start(compiled)
        return vocabulary

    def _start(self, compiled: CompiledVocabulary) -> None:
        self.compiled = compiled
        self._words: dict[str, frozenset[int]] = {}
        self._firsts: dict[str, dict[int, list[Any]]] = {}
        self._terms: dict[tuple[str, int], tuple[CompiledTerm, ...]] = {}
        self._barred: dict[str, tuple[CompiledTerm, ...]] = {}

    def names(self) -> list[str]:
        """Names of the concepts, in file order."""
        return [name for name in self.compiled.concepts if not name.startswith("'")]

    def firsts(self, name: str) -> dict[int, list[Any]]:
        """The matchers that the concept's terms begin with; -1 for terms that begin with another concept.

        Raises KeyError for an unknown concept.
        """
        found = self._firsts.get(name)
        if found is None:
            self._firsts[name] = found = {first: terms for first, terms in self.compiled.concepts[name]}
        return found

    def is_word(self, name: str, first: int) -> bool:
        """Whether the matcher `first` alone is a term of the concept."""
        return first != BEGINS_WITH_CONCEPT and any(len(term) == 1 for term in self.firsts(name)[first])

    def phrases(self, name: str, first: int) -> tuple[CompiledTerm, ...]:
        """The concept's terms that begin with the matcher `first` and go on, ready for matching."""
        key = (name, first)
        found = self._terms.get(key)
        if found is None:
            alone = 0 if first == BEGINS_WITH_CONCEPT else 1
            found = tuple([_ready(term) for term in self.firsts(name)[first] if len(term) > alone])
            self._terms[key] = found
        return found

    def excluded(self, name: str) -> tuple[CompiledTerm, ...]:
        """Terms that a hit of the concept must not overlap."""
        if name not in self.compiled.excluded:
            return ()
        found = self._barred.get(name)
        if found is None:
            terms = (term for _, terms in self.compiled.excluded[name] for term in terms)
            self._barred[name] = found = tuple(_ready(term) for term in terms)
        return found

    def resolve(self, expression: str) -> str:
        """The concept name behind a pattern's expression: "@region" or a literal term. Raises TermError."""
        if expression.startswith("@") and " " not in expression:
            if expression[1:] not in self.compiled.concepts:
                raise TermError(f"Begreppet {expression} finns inte i vokabulären.")
            return expression[1:]
        name = f"'{expression}'"
        if name not in self.compiled.concepts:
            term = parse_term(expression)
            for word in term:
                if word.kind == "concept" and word.text not in self.compiled.concepts:
                    raise TermError(f"Begreppet @{word.text}, som används i {name}, finns inte i vokabulären.")
            self.compiled.concepts[name] = self._by_first((term,))
            self._words.clear()
        return name

    def matchers(self, word: str) -> frozenset[int]:
        """The matchers that `word` (normalised, of a text) satisfies."""
        found = self._words.get(word)
        if found is None:
            self._words[word] = found = self.compiled.lexicon.matchers(word)
        return found

    def _by_first(self, terms: tuple[Term, ...]) -> list[list[Any]]:
        found: dict[int, list[list[_PlainStep]]] = {}
        for term in terms:
            steps = [
                (self._number(word), "", word.gap)
                if word.kind != "concept"
                else (BEGINS_WITH_CONCEPT, word.text, word.gap)
                for word in term
            ]
            found.setdefault(steps[0][0], []).append(steps)
        return [[first, steps] for first, steps in found.items()]

    def _number(self, word: Word) -> int:
        key = (word.kind, word.text)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = self.compiled.lexicon.add(word)
        return number


def _ready(term: list[_PlainStep]) -> CompiledTerm:
    steps = tuple([Step(matcher, concept, gap) for matcher, concept, gap in term])
    return CompiledTerm(
        steps,
        frozenset([step[0] for step in steps if not step[1]]),
        tuple([step[1] for step in steps if step[1]]),
    )


def _check(sources: Mapping[str, tuple[Term, ...]], excluded: Mapping[str, tuple[Term, ...]]) -> None:
    """Raise TermError for a concept that is not there or that leads back to itself."""
    checked: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> None:
        if name in checked:
            return
        if name in above:
            raise TermError(f"Begreppen hänvisar runt till varandra: {' → '.join((*above, name))}.")
        for term in (*sources[name], *excluded.get(name, ())):
            for word in term:
                if word.kind == "concept":
                    if word.text not in sources:
                        raise TermError(f"Begreppet @{word.text}, som används i {name}, finns inte i vokabulären.")
                    visit(word.text, (*above, name))
        checked.add(name)

    for name in sources:
        visit(name, ())
