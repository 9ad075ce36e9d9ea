"""How a checklist tightens a requirement of the one that it extends, as it stands in checklista.yaml."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from avtalskoll.checklist.patterns import ChecklistModel, Part, Pattern, QuantityTest
from avtalskoll.checklist.requirement import Examples, LegalBasis

_TIMES = ("frekvens", "tid")


class Limit(ChecklistModel):
    """A stricter limit in time for a part that already asks for a time or a frequency."""

    part: str = Field(alias="del")
    lacking: str = Field(alias="fattas", min_length=1)
    """What is missing where the limit is not kept, to follow "Det framgår inte "."""
    at_most_days: Decimal | None = Field(default=None, alias="högst_dagar", gt=0)
    at_most_hours: Decimal | None = Field(default=None, alias="högst_timmar", gt=0)
    more_than_days: Decimal | None = Field(default=None, alias="över_dagar", ge=0)
    patterns: tuple[Pattern, ...] = Field(default=(), alias="mönster")
    """Other ways to say that the limit is kept."""

    @model_validator(mode="after")
    def _one_bound(self) -> Limit:
        bounds = (self.at_most_days, self.at_most_hours, self.more_than_days)
        if sum(bound is not None for bound in bounds) != 1:
            raise ValueError("ange just en av högst_dagar, högst_timmar och över_dagar.")
        return self

    def test(self, known: QuantityTest) -> QuantityTest | None:
        """The pattern's test with this limit; None where the pattern bounds no time in this direction."""
        if known.kind not in _TIMES:
            return None
        if self.more_than_days is not None:
            if known.at_most_days is not None:
                return None
            floor = max(self.more_than_days, known.more_than_days or Decimal(0))
            return known.model_copy(update={"more_than_days": floor})
        if known.more_than_days is not None:
            return None
        ceiling = self.at_most_days if self.at_most_days is not None else (self.at_most_hours or Decimal(0)) / 24
        if known.at_most_days is not None:
            ceiling = min(ceiling, known.at_most_days)
        return known.model_copy(update={"at_most_days": ceiling})


class AddedRules(ChecklistModel):
    """What a tightening adds to a requirement's rules; the other rules could make it milder and cannot stand here."""

    parts: tuple[Part, ...] = Field(default=(), alias="delar")
    lowers: tuple[Pattern, ...] = Field(default=(), alias="sänker")
    partial: tuple[Pattern, ...] = Field(default=(), alias="delvis")
    conflict: tuple[Pattern, ...] = Field(default=(), alias="strider")


class Tightening(ChecklistModel):
    """One requirement made stricter, and why."""

    requirement: str = Field(alias="krav")
    reason: str = Field(alias="skäl", min_length=1)
    """A Swedish sentence; every report shows it with the requirement."""
    basis: tuple[LegalBasis, ...] = Field(default=(), alias="grund")
    norm: Literal["N5"] | None = None
    limits: tuple[Limit, ...] = Field(default=(), alias="gränser")
    mandatory: tuple[str, ...] = Field(default=(), alias="obligatoriska_delar")
    rules: AddedRules = Field(default=AddedRules(), alias="regler")
    met: str = Field(default="", alias="uppfyllt")
    suggestion: str = Field(default="", alias="förslag")
    examples: Examples = Field(default=Examples(), alias="exempel")
