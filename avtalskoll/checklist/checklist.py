"""A whole checklist: requirements, vocabulary and law references."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pydantic import Field

from avtalskoll.checklist.patterns import ChecklistModel
from avtalskoll.checklist.provisions import Provisions
from avtalskoll.checklist.requirement import Group, Requirement
from avtalskoll.checklist.tightening import Tightening
from avtalskoll.checklist.vocabulary import Vocabulary


class Presentation(ChecklistModel):
    """The fixed sentences that a reader sees, by verdict and norm."""

    met: str = Field(alias="uppfyllt")
    silent: str = Field(alias="förbud_tyst")
    cleared: str = Field(alias="förbud_klargjort")
    partial: str = Field(alias="delvis")
    missing: dict[str, str] = Field(alias="saknas")
    conflict: dict[str, str] = Field(alias="strider")
    not_applicable: str = Field(alias="ej_tillämpligt")
    not_assessable: str = Field(alias="kan_ej_bedömas")


class Structure(ChecklistModel):
    """What the headings and the openings of passages say about the passages, as concept names."""

    background: str = Field(alias="bakgrund")
    definition: str = Field(alias="definition")
    other_topic: str = Field(alias="annat_ämne")
    """In headings: the section is about something else."""
    other_matter: str = Field(alias="annan_sak")
    """In sentences: words that can only belong to another matter."""
    own_topic: str = Field(alias="eget_ämne")
    own_matter: str = Field(alias="egen_sak")
    """Läkarmedverkan itself: lifts a sentence out of a section on another topic."""
    own_heading: str = Field(alias="egen_rubrik")
    own_terms: str | None = Field(default=None, alias="egna_villkor")
    """In sentences: the agreement's own term, notice and review, which bind under a heading of background too."""
    doctor: str = Field(alias="läkare")
    negotiation: str = Field(alias="förhandling")
    contents: str = Field(alias="innehåll")
    minutes: str = Field(alias="protokoll")
    """In the first words of a document: it tells about an agreement and is none."""
    deferral: str = Field(alias="hänvisning")
    region: str
    kommun: str
    both: str = Field(alias="båda")
    draft: str = Field(alias="utkast")
    """In the first blocks: the document calls itself a draft."""
    undecided: str = Field(alias="obeslutat")
    """Anywhere, together with a word for the agreement: it is not decided or signed yet."""


class Manifest(ChecklistModel):
    """The file checklista.yaml."""

    id: str
    title: str = Field(alias="titel")
    version: str
    full_wording_from: date = Field(alias="fullständig_lydelse_från")
    earliest: date = Field(alias="tidigaste_datum")
    groups: tuple[str, ...] = Field(alias="grupper", min_length=1)
    presentation: Presentation = Field(alias="visning")
    structure: Structure = Field(alias="struktur")


class Ancestor(ChecklistModel):
    """A checklist that another one extends."""

    id: str
    title: str
    version: str


@dataclass(frozen=True)
class Checklist:
    """A loaded checklist, ready for the engine. `sha256` covers its files and those of the ones that it extends."""

    manifest: Manifest
    groups: tuple[Group, ...]
    provisions: Provisions
    vocabulary: Vocabulary
    sha256: str
    extends: tuple[Ancestor, ...] = ()
    """The checklist that it extends, the one that that one extends, and so on; () for one that stands alone."""
    tightenings: tuple[Tightening, ...] = ()
    """How it and those that it extends tighten requirements; `requirements` are as tightened."""

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """All requirements in the order of the groups."""
        return tuple(requirement for group in self.groups for requirement in group.requirements)

    def requirement(self, requirement_id: str) -> Requirement:
        """The requirement with this id, letter case aside. Raises KeyError."""
        for requirement in self.requirements:
            if requirement.id == requirement_id.upper():
                return requirement
        raise KeyError(requirement_id)

    def group_of(self, requirement: Requirement) -> Group:
        """The group that holds the requirement."""
        return next(group for group in self.groups if requirement in group.requirements)
