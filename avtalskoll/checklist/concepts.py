"""The concepts of a vocabulary as they are written in its files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import Field

from avtalskoll.checklist.patterns import ChecklistModel
from avtalskoll.checklist.terms import TermError, parse_term
from avtalskoll.checklist.yaml_files import line_of, read_model
from avtalskoll.errors import ChecklistError


class Concept(ChecklistModel):
    """A concept of the vocabulary: its terms, and terms that look like it but mean something else."""

    terms: tuple[str, ...] = Field(alias="termer", min_length=1)
    excluded: tuple[str, ...] = Field(default=(), alias="inte")
    note: str = Field(default="", alias="anmärkning")


class VocabularyFile(ChecklistModel):
    """A vocabulary file: begrepp.yaml, shared, or begrepp_<group>.yaml."""

    concepts: dict[str, Concept | tuple[str, ...]] = Field(default={}, alias="begrepp")
    additions: dict[str, Concept | tuple[str, ...]] = Field(default={}, alias="tillägg")
    """More terms for concepts of the checklist that this one extends; they hold for all its requirements."""


def read_concepts(folder: Path, inherited: Mapping[str, Concept] | None = None) -> dict[str, Concept]:
    """The concepts of a checklist's folder, by name, after those of the checklist that it extends.

    Raises ChecklistError for a term that cannot be read, an unknown concept, or one that is there already.
    """
    concepts = dict(inherited or {})
    written: list[tuple[Path, str, str, Concept]] = []
    home: dict[str, Path] = {}
    for path in sorted(folder.glob("begrepp*.yaml")):
        file = read_model(path, VocabularyFile)
        for name, given in file.concepts.items():
            if name in concepts:
                raise _mistake(path, "begrepp", name, _taken(home.get(name)))
            concepts[name], home[name] = _concept(given), path
            written.append((path, "begrepp", name, concepts[name]))
        for name, given in file.additions.items():
            if inherited is None:
                raise _mistake(path, "tillägg", name, "tillägg går bara att göra i en checklista som har utgår_från.")
            if name not in inherited:
                raise _mistake(
                    path, "tillägg", name, "begreppet finns inte i checklistan som den här utgår från; "
                    "skriv ett eget begrepp under ”begrepp”."
                )  # fmt: skip
            addition, known = _concept(given), concepts[name]
            written.append((path, "tillägg", name, addition))
            concepts[name] = Concept(
                terms=(*known.terms, *addition.terms),
                excluded=(*known.excluded, *addition.excluded),
                note=known.note or addition.note,
            )
    _check_terms(written, concepts)
    return concepts


def _concept(given: Concept | tuple[str, ...]) -> Concept:
    return given if isinstance(given, Concept) else Concept(terms=given)


def _taken(home: Path | None) -> str:
    if home is not None:
        return f"begreppet finns redan i {home.name}."
    return (
        "begreppet finns redan i checklistan som den här utgår från och kan inte skrivas om; ge det ett annat namn "
        "eller lägg till ord under ”tillägg”."
    )


def _check_terms(written: list[tuple[Path, str, str, Concept]], concepts: Mapping[str, Concept]) -> None:
    for path, key, name, concept in written:
        for term in (*concept.terms, *concept.excluded):
            try:
                words = parse_term(term)
            except TermError as error:
                raise _mistake(path, key, name, str(error)) from None
            for word in words:
                if word.kind == "concept" and word.text not in concepts:
                    raise _mistake(path, key, name, f"begreppet @{word.text} finns inte i vokabulären.")


def _mistake(path: Path, key: str, name: str, sentence: str) -> ChecklistError:
    return ChecklistError(f"{path.name}, rad {line_of(path, (key, name))}, begreppet ”{name}”: {sentence}")
