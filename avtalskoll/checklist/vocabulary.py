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


class Vocabulary:
    """Concepts by name. A literal term used in a pattern becomes a nameless concept under its own text.

    Raises TermError for a term that cannot be read, an unknown concept name or a circle of concepts.
    """

    def __init__(self, concepts: Mapping[str, Iterable[str]], excluded: Mapping[str, Iterable[str]] | None = None) -> None:
        self._terms: dict[str, tuple[Term, ...]] = {
            name: tuple(parse_term(term) for term in terms) for name, terms in concepts.items()
        }
        self._excluded: dict[str, tuple[Term, ...]] = {
            name: tuple(parse_term(term) for term in terms) for name, terms in (excluded or {}).items()
        }
        self._word_cache: dict[str, frozenset[Word]] = {}
        self._by_form: dict[str, set[Word]] = {}
        self._affixes: list[Word] = []
        self._known: set[Word] = set()
        for terms in (*self._terms.values(), *self._excluded.values()):
            for term in terms:
                self._register(term)
        for name in self._terms:
            self._check(name, ())

    def names(self) -> list[str]:
        """Names of the concepts, in file order."""
        return [name for name in self._terms if not name.startswith("'")]

    def terms(self, name: str) -> tuple[Term, ...]:
        """The terms of a concept. Raises KeyError for an unknown one."""
        return self._terms[name]

    def excluded(self, name: str) -> tuple[Term, ...]:
        """Terms that a hit of the concept must not overlap."""
        return self._excluded.get(name, ())

    def resolve(self, expression: str) -> str:
        """The concept name behind a pattern's expression: "@region" or a literal term. Raises TermError."""
        if expression.startswith("@") and " " not in expression:
            if expression[1:] not in self._terms:
                raise TermError(f"Begreppet {expression} finns inte i vokabulären.")
            return expression[1:]
        name = f"'{expression}'"
        if name not in self._terms:
            term = parse_term(expression)
            self._terms[name] = (term,)
            self._register(term)
            self._check(name, ())
        return name

    def matchers(self, word: str) -> frozenset[Word]:
        """All words of all terms that `word` (normalised, of a text) is a form of."""
        found = self._word_cache.get(word)
        if found is None:
            found = frozenset(self._look(word))
            self._word_cache[word] = found
        return found

    def _look(self, word: str) -> set[Word]:
        variants = {word}
        if ":" in word:
            variants.add(word.split(":")[0])
        if "-" in word:
            variants.add(word.replace("-", ""))
        found: set[Word] = set()
        for variant in variants:
            found |= self._by_form.get(variant, set())
            found |= {affix for affix in self._affixes if affix.matches(variant)}
        return found

    def _register(self, term: Term) -> None:
        self._word_cache.clear()
        for word in term:
            bare = Word(word.kind, word.text)
            if bare.kind == "concept" or bare in self._known:
                continue
            self._known.add(bare)
            if bare.kind in ("form", "exact"):
                for form in forms(bare.text) if bare.kind == "form" else (bare.text,):
                    self._by_form.setdefault(form, set()).add(bare)
            else:
                self._affixes.append(bare)

    def _check(self, name: str, above: tuple[str, ...]) -> None:
        if name in above:
            raise TermError(f"Begreppen hänvisar runt till varandra: {' → '.join((*above, name))}.")
        for term in (*self._terms[name], *self._excluded.get(name, ())):
            for word in term:
                if word.kind == "concept":
                    if word.text not in self._terms:
                        raise TermError(f"Begreppet @{word.text}, som används i {name}, finns inte i vokabulären.")
                    self._check(word.text, (*above, name))
