"""Patterns: what a clause must hold to count, as a jurist writes it in the checklist."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class ChecklistModel(BaseModel):
    """Base of everything that stands in a checklist file: unknown keys are mistakes."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)


class QuantityTest(ChecklistModel):
    """Which quantity the clause must hold. Days bound the interval of a frequency or the length of a duration."""

    kind: Literal["frekvens", "tid", "antal", "pengar", "andel"] = Field(alias="slag")
    at_most_days: Decimal | None = Field(default=None, alias="högst_dagar")
    more_than_days: Decimal | None = Field(default=None, alias="över_dagar")
    measured: bool | None = Field(default=None, alias="med_nämnare")
    """Amounts: whether a period or a denominator must stand with the figure."""


class Pattern(ChecklistModel):
    """One way to say something. Each expression is "a | b | c": a concept (@region) or a literal term, any of them.

    The first expression of `all` is the core: its verb and its negation decide whether the clause binds.
    """

    all: tuple[str, ...] = Field(alias="alla", min_length=1)
    context: tuple[str, ...] = Field(default=(), alias="sammanhang")
    """In the clause, its headings, table heads, lead-in, the rest of its block or the block before."""
    heading: tuple[str, ...] = Field(default=(), alias="rubrik")
    """In the innermost heading, the lead-in or the table heads."""
    section: tuple[str, ...] = Field(default=(), alias="i_avsnitt")
    """As `context`, but anywhere in the same section; without headings, at most ten clauses away."""
    without: tuple[str, ...] = Field(default=(), alias="inte")
    without_context: tuple[str, ...] = Field(default=(), alias="inte_sammanhang")
    """Neither in the clause nor in its headings."""
    without_around: tuple[str, ...] = Field(default=(), alias="inte_runt")
    """Neither in the clause, its block or list, nor in the clauses before and after it in the same section."""
    scope: Literal["mening", "stycke", "avsnitt"] = Field(default="mening", alias="inom")
    near: int | None = Field(default=None, alias="nära")
    """At most so many words between the outermost hits."""
    ordered: bool = Field(default=False, alias="ordning")
    bearer: Literal["region", "kommun", "båda", "ej_region", "ej_kommun"] | None = Field(default=None, alias="bärare")
    """Whom the core's clause binds; ej_kommun: the region, both or nobody named. Both parties bind each."""
    denied: Literal["nej", "ja", "strunta"] = Field(default="nej", alias="nekad")
    force: Literal["bindande", "valfri"] = Field(default="bindande", alias="styrka")
    """valfri: 'kan', 'bör' and the like count in full."""
    role: Literal["operativ", "bakgrund", "alla"] = Field(default="operativ", alias="roll")
    quantity: QuantityTest | None = Field(default=None, alias="mängd")
    reason: str = Field(default="", alias="skäl")
    """For patterns that decide by themselves: the Swedish sentence that says why."""

    @property
    def expressions(self) -> tuple[str, ...]:
        """All expressions of the pattern, for looking them up."""
        return (
            *self.all,
            *self.context,
            *self.heading,
            *self.section,
            *self.without,
            *self.without_context,
            *self.without_around,
        )


class Part(ChecklistModel):
    """One element of a requirement: found by any of its patterns, or by `at_least` different ones."""

    name: str = Field(alias="namn")
    lacking: str = Field(alias="fattas")
    """What is missing without it, to follow "Det framgår inte "."""
    patterns: tuple[Pattern, ...] = Field(alias="mönster", min_length=1)
    at_least: int = Field(default=1, alias="minst", ge=1)
    where: Literal["mening", "stycke", "avsnitt", "avtal"] = Field(default="avtal", alias="var")
    """How near a hit of the first part this one must stand."""
    alone: Literal["delvis", "inget"] | None = Field(default=None, alias="ensam")
    """What the part gives without the others; the first gives delvis, the others inget, unless said."""
    optional: bool = Field(default=False, alias="valfri")
    """Never needed for met; shown as evidence."""


class Rules(ChecklistModel):
    """How a requirement is decided. A conflict wins; then parts, lowering and partial patterns."""

    special: Literal["giltighet", "lagrum"] | None = Field(default=None, alias="särskild")
    """Decided by a rule of the engine: validity against the audit date, outdated law references."""
    parts: tuple[Part, ...] = Field(default=(), alias="delar")
    alternatives: tuple[tuple[str, ...], ...] = Field(default=(), alias="räcker")
    """Sets of parts any of which is enough for met; all non-optional parts where empty."""
    topic: tuple[str, ...] = Field(default=(), alias="ämne")
    """Words of the matter itself: where they stand with a deferral to an absent document, a caveat says so."""
    right: bool = Field(default=False, alias="rättighet")
    """The requirement is about a right: 'får' and 'har rätt att' bind."""
    need_is_law: bool = Field(default=False, alias="vid_behov_räcker")
    """'vid behov' is the law's own measure here."""
    clears_first: bool = Field(default=False, alias="klargör_vinner")
    """Prohibitions: a clearing clause says what an unclear one means, and wins over it; never over a conflict."""
    home_care: bool = Field(default=False, alias="hemsjukvårdsfakta")
    """The fact whether home care was transferred to the kommun decides where the text is silent."""
    partial: tuple[Pattern, ...] = Field(default=(), alias="delvis")
    lowers: tuple[Pattern, ...] = Field(default=(), alias="sänker")
    conflict: tuple[Pattern, ...] = Field(default=(), alias="strider")
    clears: tuple[Pattern, ...] = Field(default=(), alias="klargör")
    not_applicable: tuple[Pattern, ...] = Field(default=(), alias="ej_tillämpligt")
