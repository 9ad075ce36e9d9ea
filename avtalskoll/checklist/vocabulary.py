"""The vocabulary: named concepts, each a list of terms, compiled for fast look-up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from avtalskoll.checklist.terms import Term, TermError, Word, parse_term
from avtalskoll.swedish.inflection import forms


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


class Vocabulary:
    """Concepts by name. A literal term used in a pattern becomes a nameless concept under its own text.

    Raises TermError for a term that cannot be read, an unknown concept name or a circle of concepts.
    """

    def __init__(
        self, concepts: Mapping[str, Iterable[str]], excluded: Mapping[str, Iterable[str]] | None = None
    ) -> None:
        self._sources: dict[str, tuple[Term, ...]] = {
            name: tuple(parse_term(term) for term in terms) for name, terms in concepts.items()
        }
        self._excluded_sources: dict[str, tuple[Term, ...]] = {
            name: tuple(parse_term(term) for term in terms) for name, terms in (excluded or {}).items()
        }
        self._numbers: dict[tuple[str, str], int] = {}
        self._exact: dict[str, int] = {}
        self._prefixes: dict[str, int] = {}
        # Inflected words by a stem that all their forms begin with: forms are made only for words that a text may hold.
        self._stems: dict[str, list[tuple[str, int]]] = {}
        self._suffixes: list[tuple[str, int]] = []
        self._suffix_forms: dict[str, list[int]] = {}
        self._infixes: list[tuple[str, int]] = []
        self._words: dict[str, frozenset[int]] = {}
        self._checked: set[str] = set()
        for name in self._sources:
            self._check(name, ())
        self._terms = {name: self._compile(terms) for name, terms in self._sources.items()}
        self._excluded = {name: self._compile(terms) for name, terms in self._excluded_sources.items()}
        self._by_first: dict[str, tuple[dict[int, list[CompiledTerm]], list[CompiledTerm]]] = {}

    def names(self) -> list[str]:
        """Names of the concepts, in file order."""
        return [name for name in self._sources if not name.startswith("'")]

    def terms(self, name: str) -> tuple[CompiledTerm, ...]:
        """The compiled terms of a concept. Raises KeyError for an unknown one."""
        return self._terms[name]

    def terms_by_first(self, name: str) -> tuple[dict[int, list[CompiledTerm]], list[CompiledTerm]]:
        """The terms by the matcher they begin with, and those that begin with another concept."""
        found = self._by_first.get(name)
        if found is None:
            by_matcher: dict[int, list[CompiledTerm]] = {}
            by_concept: list[CompiledTerm] = []
            for term in self._terms[name]:
                first = term.steps[0]
                (by_concept if first.concept else by_matcher.setdefault(first.matcher, [])).append(term)
            self._by_first[name] = found = (by_matcher, by_concept)
        return found

    def excluded(self, name: str) -> tuple[CompiledTerm, ...]:
        """Terms that a hit of the concept must not overlap."""
        return self._excluded.get(name, ())

    def resolve(self, expression: str) -> str:
        """The concept name behind a pattern's expression: "@region" or a literal term. Raises TermError."""
        if expression.startswith("@") and " " not in expression:
            if expression[1:] not in self._sources:
                raise TermError(f"Begreppet {expression} finns inte i vokabulären.")
            return expression[1:]
        name = f"'{expression}'"
        if name not in self._sources:
            self._sources[name] = (parse_term(expression),)
            self._check(name, ())
            self._terms[name] = self._compile(self._sources[name])
            self._words.clear()
        return name

    def matchers(self, word: str) -> frozenset[int]:
        """The matchers that `word` (normalised, of a text) satisfies."""
        found = self._words.get(word)
        if found is None:
            self._words[word] = found = frozenset(self._look(word))
        return found

    def _look(self, word: str) -> set[int]:
        variants = {word}
        if ":" in word:
            variants.add(word.split(":")[0])
        if "-" in word:
            variants.add(word.replace("-", ""))
        found: set[int] = set()
        for variant in variants:
            if variant in self._exact:
                found.add(self._exact[variant])
            for size in range(1, len(variant) + 1):
                head = variant[:size]
                if head in self._prefixes:
                    found.add(self._prefixes[head])
                for base, number in self._stems.get(head, ()):
                    if variant in forms(base):
                        found.add(number)
            found.update(number for text, number in self._infixes if text in variant)
            endings = self._endings()
            for size in range(2, len(variant) + 1):
                found.update(endings.get(variant[-size:], ()))
        return found

    def _endings(self) -> dict[str, list[int]]:
        """The forms of the words that a term gives as endings (*läkare), made on first use."""
        if self._suffixes:
            for base, number in self._suffixes:
                for form in forms(base):
                    self._suffix_forms.setdefault(form, []).append(number)
            self._suffixes = []
        return self._suffix_forms

    def _compile(self, terms: tuple[Term, ...]) -> tuple[CompiledTerm, ...]:
        compiled = []
        for term in terms:
            steps = tuple(
                Step(-1, word.text, word.gap) if word.kind == "concept" else Step(self._number(word), "", word.gap)
                for word in term
            )
            needed = frozenset(step.matcher for step in steps if not step.concept)
            compiled.append(CompiledTerm(steps, needed, tuple(step.concept for step in steps if step.concept)))
        return tuple(compiled)

    def _number(self, word: Word) -> int:
        key = (word.kind, word.text)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._numbers)
            if word.kind == "form":
                self._stems.setdefault(word.text[: max(1, len(word.text) - 3)], []).append((word.text, number))
            elif word.kind == "exact":
                self._exact[word.text] = number
            elif word.kind == "prefix":
                self._prefixes[word.text] = number
            elif word.kind == "suffix":
                self._suffixes.append((word.text, number))
            else:
                self._infixes.append((word.text, number))
        return number

    def _check(self, name: str, above: tuple[str, ...]) -> None:
        if name in self._checked:
            return
        if name in above:
            raise TermError(f"Begreppen hänvisar runt till varandra: {' → '.join((*above, name))}.")
        for term in (*self._sources[name], *self._excluded_sources.get(name, ())):
            for word in term:
                if word.kind == "concept":
                    if word.text not in self._sources:
                        raise TermError(f"Begreppet @{word.text}, som används i {name}, finns inte i vokabulären.")
                    self._check(word.text, (*above, name))
        self._checked.add(name)
