"""Defined terms: what an agreement says a word means is part of every clause that uses the word."""

from __future__ import annotations

import re

from avtalskoll.engine.clause import Clause
from avtalskoll.swedish.inflection import forms

_TERM_ENDS = frozenset({":", "–", "=", "avses", "menas", "förstås", "betyder", "innebär", "("})
_STARTS_OFF = frozenset({"med", "=", '"', "*", "begreppet", "uttrycket"})
_LONGEST = 5
_MEANT = re.compile(r"\b(?:med|såsom) .{2,60}? (?:avses|menas|förstås)\b")


def apply_definitions(clauses: list[Clause]) -> None:
    """Make definitions that operative clauses use operative themselves, and let them see those clauses.

    A definition that nothing uses keeps its role: naming something only in a definition promises nothing.
    """
    for clause in clauses:
        if clause.role == "operative" and _MEANT.search(clause.quote.lower()):
            clause.role = "definition"
    operative = [clause for clause in clauses if clause.role == "operative"]
    holding: dict[str, set[int]] = {}
    for clause in operative:
        for token in clause.passage.tokens:
            holding.setdefault(token.word, set()).add(clause.index)
    for clause in clauses:
        words = _defined_words(clause) if clause.role == "definition" else ()
        if not words:
            continue
        using = set.intersection(*(_holding(word, holding) for word in words)) - {clause.index}
        if using:
            clause.role = "operative"
            for index in using:
                clauses[index].defined_by.append(clause.index)
            clause.around = (*clause.around, *(clauses[index].passage for index in sorted(using)[:12]))


def _holding(word: str, holding: dict[str, set[int]]) -> set[int]:
    """The clauses that hold the word in some form, or a compound that begins with it."""
    stem, inflected = word[: max(5, len(word) - 2)], forms(word)
    found: set[int] = set()
    for other, where in holding.items():
        if other in inflected or other.startswith(stem):
            found |= where
    return found


def _defined_words(clause: Clause) -> tuple[str, ...]:
    """The words that the clause defines: before a colon, a dash or "avses", or the head of its table row."""
    block = clause.block
    if block.kind == "cell" and clause.own_from > clause.counts_from:
        head = [token.word for token in clause.passage.tokens[clause.counts_from : clause.own_from]]
        return _content(head)
    words = [token.word for token in clause.passage.tokens[clause.own_from :]]
    while words and words[0] in _STARTS_OFF:
        words = words[1:]
    for index, word in enumerate(words[: _LONGEST + 2]):
        if word in _TERM_ENDS:
            return _content(words[:index])
    return ()


def _content(words: list[str]) -> tuple[str, ...]:
    kept = tuple(word for word in words if word.isalpha() and len(word) > 3)
    return kept if 0 < len(kept) <= _LONGEST else ()
