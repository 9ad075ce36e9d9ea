"""A requirement as it stands in a checklist file."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from avtalskoll.checklist.patterns import ChecklistModel, Rules


class LegalBasis(ChecklistModel):
    """A provision, or a source that is not law. `since`/`until`: when the rule has existed in substance."""

    law: str | None = Field(default=None, alias="lag")
    ref: str | None = Field(default=None, alias="lagrum")
    since: date | None = Field(default=None, alias="från")
    until: date | None = Field(default=None, alias="till")
    source: str | None = Field(default=None, alias="källa")


class ExampleFacts(ChecklistModel):
    """Facts given to the audit of an example."""

    home_care: Literal["kommun", "region"] | None = Field(default=None, alias="hemsjukvård")


class Example(ChecklistModel):
    """A text that must give a verdict. `day` is the audit date, 2026-11-22 unless said."""

    text: str
    day: date = Field(default=date(2026, 11, 22), alias="datum")
    facts: ExampleFacts = Field(default=ExampleFacts(), alias="fakta")
    known_miss: bool = Field(default=False, alias="känd_brist")
    """The program is known to judge this one wrongly; the test says when it no longer does."""


class Examples(ChecklistModel):
    """Examples by the verdict they must give. `cleared`: met because the text denies the forbidden."""

    met: tuple[str | Example, ...] = Field(default=(), alias="uppfyllt")
    cleared: tuple[str | Example, ...] = Field(default=(), alias="klargjort")
    partial: tuple[str | Example, ...] = Field(default=(), alias="delvis")
    missing: tuple[str | Example, ...] = Field(default=(), alias="saknas")
    conflict: tuple[str | Example, ...] = Field(default=(), alias="strider")
    not_applicable: tuple[str | Example, ...] = Field(default=(), alias="ej_tillämpligt")
    near_misses: tuple[str | Example, ...] = Field(default=(), alias="närmiss")
    """The same words about another matter: must give what silence gives."""

    def by_verdict(self) -> list[tuple[str, Example]]:
        """(verdict, example) for all; cleared examples come as "cleared", near misses as "silent"."""
        found = [("silent", Example(text=e) if isinstance(e, str) else e) for e in self.near_misses]
        for verdict in ("met", "cleared", "partial", "missing", "conflict", "not_applicable"):
            for example in getattr(self, verdict):
                found.append((verdict, Example(text=example) if isinstance(example, str) else example))
        return found


class Dating(ChecklistModel):
    """How the audit date changes the requirement (reading rule R13)."""

    before: date = Field(alias="före")
    norm: Literal["N1", "N2", "N3", "N4"] | None = None
    conflict_is_partial: bool = Field(default=False, alias="strider_blir_delvis")
    not_applicable: bool = Field(default=False, alias="ej_tillämpligt")
    note: str = Field(default="", alias="anmärkning")
    """Swedish sentence added as a caveat."""


class Requirement(ChecklistModel):
    """One requirement: what is asked, on what ground, how it is decided, and examples that prove it."""

    id: str = Field(pattern=r"^[A-ZÅÄÖ]{2,4}-\d{2}$")
    title: str = Field(alias="titel")
    question: str = Field(alias="fråga")
    kind: Literal["skyldighet", "förbud"] = Field(alias="slag")
    norm: Literal["N1", "N2", "N3", "N4", "N5"]
    """N1 to N3 rest on law, N4 is a recommendation, N5 the decision of whoever made the checklist."""
    basis: tuple[LegalBasis, ...] = Field(alias="grund", min_length=1)
    note: str = Field(default="", alias="anmärkning")
    met: str = Field(alias="uppfyllt")
    partial: str = Field(default="", alias="delvis")
    missing: str = Field(default="", alias="saknas")
    conflict: str = Field(default="", alias="strider")
    not_applicable: str = Field(default="", alias="ej_tillämpligt")
    why: str = Field(alias="varför")
    suggestion: str = Field(alias="förslag")
    dating: Dating | None = Field(default=None, alias="datering")
    conflict_display: str = Field(default="", alias="strider_visas")
    """The fixed sentence for a conflict, where it differs from the norm's."""
    rules: Rules = Field(default=Rules(), alias="regler")
    examples: Examples = Field(default=Examples(), alias="exempel")

    @property
    def prohibition(self) -> bool:
        """Whether the agreement must not contain it."""
        return self.kind == "förbud"

    def norm_on(self, day: date) -> Literal["N1", "N2", "N3", "N4", "N5"]:
        """The norm on a day: another one before the provision that it rests on began to apply."""
        if self.dating and self.dating.norm and day < self.dating.before:
            return self.dating.norm
        return self.norm


class Group(ChecklistModel):
    """One file of requirements."""

    group: str = Field(alias="grupp")
    name: str = Field(alias="namn")
    requirements: tuple[Requirement, ...] = Field(alias="krav", min_length=1)
