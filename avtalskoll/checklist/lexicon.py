"""The words that a vocabulary's terms are made of, numbered, and found by the words of a text.

A matcher is the number of one word of a term: kommun (all forms), =ska (itself), läkar* (beginning), *läkare (ending),
*läkar* (anywhere). The tables are plain lists and mappings, so that a compiled checklist can keep them as JSON.
"""

from __future__ import annotations

from pydantic import BaseModel

from avtalskoll.checklist.terms import Word
from avtalskoll.swedish.inflection import forms


class Lexicon(BaseModel):
    """Numbered words of terms, by kind."""

    size: int = 0
    exact: dict[str, int] = {}
    prefixes: dict[str, int] = {}
    infixes: list[tuple[str, int]] = []
    stems: dict[str, list[tuple[str, int]]] = {}
    """Inflected words by a stem that all their forms begin with: forms are made only for words that a text may hold."""
    endings: dict[str, list[int]] = {}
    """The forms of words that a term gives as endings."""

    def add(self, word: Word) -> int:
        """Number a word that is not there yet, and return its number."""
        number = self.size
        self.size += 1
        if word.kind == "form":
            self.stems.setdefault(word.text[: max(1, len(word.text) - 3)], []).append((word.text, number))
        elif word.kind == "exact":
            self.exact[word.text] = number
        elif word.kind == "prefix":
            self.prefixes[word.text] = number
        elif word.kind == "suffix":
            for form in sorted(forms(word.text)):
                self.endings.setdefault(form, []).append(number)
        else:
            self.infixes.append((word.text, number))
        return number

    def matchers(self, word: str) -> frozenset[int]:
        """The numbers that `word` (normalised, of a text) satisfies."""
        variants = {word}
        if ":" in word:
            variants.add(word.split(":")[0])
        if "-" in word:
            variants.add(word.replace("-", ""))
        prefixes, stems, endings = self.prefixes, self.stems, self.endings
        found: set[int] = set()
        for variant in variants:
            if variant in self.exact:
                found.add(self.exact[variant])
            for size in range(1, len(variant) + 1):
                head = variant[:size]
                if head in prefixes:
                    found.add(prefixes[head])
                if head in stems:
                    found.update([number for base, number in stems[head] if variant in forms(base)])
                ending = variant[-size:]
                if ending in endings:
                    found.update(endings[ending])
            for text, number in self.infixes:
                if text in variant:
                    found.add(number)
        return frozenset(found)
