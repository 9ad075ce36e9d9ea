"""`avtalskoll checklist show --forms`: which words of a text each concept of the vocabulary finds."""

from __future__ import annotations

from collections.abc import Iterator

from avtalskoll.checklist.loading import read_vocabulary
from avtalskoll.checklist.terms import Word, parse_term
from avtalskoll.errors import WrongUseError
from avtalskoll.swedish.inflection import forms


def concept_lines(checklist: str | None, concept: str | None) -> Iterator[str]:
    """Each concept with its terms and their forms, or only the concept named. Raises WrongUseError if unknown."""
    concepts = read_vocabulary(checklist)
    wanted = concept.removeprefix("@") if concept else None
    if wanted is not None and wanted not in concepts:
        raise WrongUseError(f"Begreppet {concept} finns inte; ”avtalskoll checklist show --forms” visar alla begrepp.")
    for name, given in concepts.items():
        if wanted not in (None, name):
            continue
        yield f"@{name}"
        if given.note:
            yield f"    {given.note}"
        yield from (f"    {_term_line(term)}" for term in given.terms)
        yield from (f"    inte: {_term_line(term)}" for term in given.excluded)


def _term_line(source: str) -> str:
    words = parse_term(source)
    if len(words) == 1:
        return f"{source}: {_shown(words[0])}"
    return f"{source}: " + " + ".join(f"({_shown(word)})" if _many(word) else _shown(word) for word in words)


def _many(word: Word) -> bool:
    return word.kind == "form" and len(forms(word.text)) > 1


def _shown(word: Word) -> str:
    gap = f"högst {word.gap} ord, " if word.gap else ""
    if word.kind == "form":
        return gap + ", ".join(sorted(forms(word.text), key=lambda form: (len(form), form)))
    if word.kind == "suffix":
        return gap + "alla ord på " + ", ".join(f"-{form}" for form in sorted(forms(word.text)))
    said = {"exact": "bara {}", "prefix": "alla ord på {}-", "infix": "alla ord med -{}- i", "concept": "@{}"}
    return gap + said[word.kind].format(word.text)
