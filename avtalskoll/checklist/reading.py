"""A checklist from its files and those that it extends, with the vocabulary compiled from them."""

from __future__ import annotations

from pathlib import Path

from avtalskoll.checklist.checklist import Checklist
from avtalskoll.checklist.concepts import Concept
from avtalskoll.checklist.extension import extend
from avtalskoll.checklist.references import check_references
from avtalskoll.checklist.sources import ChecklistSources, read_alone
from avtalskoll.checklist.terms import TermError
from avtalskoll.checklist.vocabulary import Vocabulary
from avtalskoll.errors import ChecklistError


def read_checklist(folders: tuple[Path, ...], sha256: str, *, examples: bool) -> Checklist:
    """The checklist in the first folder; each folder's checklist extends the next one's. Raises ChecklistError."""
    sources = read_sources(folders, examples=examples)
    vocabulary = _vocabulary(sources.concepts)
    check_references(sources, vocabulary)
    return Checklist(
        manifest=sources.manifest,
        groups=sources.groups,
        provisions=sources.provisions,
        vocabulary=vocabulary,
        sha256=sha256,
        extends=sources.extends,
        tightenings=tuple(tightening for _, _, tightening in sources.tightenings),
    )


def read_sources(folders: tuple[Path, ...], *, examples: bool) -> ChecklistSources:
    """What the files say, terms and references not yet looked up. Raises ChecklistError."""
    sources = read_alone(folders[-1], examples=examples)
    for folder in reversed(folders[:-1]):
        sources = extend(sources, folder, examples=examples)
    return sources


def _vocabulary(concepts: dict[str, Concept]) -> Vocabulary:
    try:
        return Vocabulary(
            {name: concept.terms for name, concept in concepts.items()},
            {name: concept.excluded for name, concept in concepts.items() if concept.excluded},
        )
    except TermError as error:
        raise ChecklistError(f"Vokabulären: {error}") from None
