"""One waiver, as it stands in the file."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, field_validator

NO_CLAUSE = "ingen"
"""Stands for the fingerprint where no clause decided the finding: the agreement says nothing about the matter."""


def _only_a_day(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip()):
        raise ValueError("här ska det stå ett datum, till exempel 2026-08-01.")
    return value


Day = Annotated[date, BeforeValidator(_only_a_day)]
Text = Annotated[str, Field(min_length=1)]


class Waiver(BaseModel):
    """The decision that one finding in one agreement may stand until a day, and who took it and why."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True, str_strip_whitespace=True
    )

    requirement: Text = Field(alias="krav")
    agreement: Text = Field(alias="avtal")
    """The agreement's name in the configuration, or the path of one of its files."""
    reason: Text = Field(alias="skäl")
    decided_by: Text = Field(alias="beslutat_av")
    decided: Day = Field(alias="beslutat")
    expires: Day = Field(alias="gäller_till")
    """The last day on which it holds."""
    fingerprint: str = Field(default="", alias="klausul")
    """The clause that it is about: it lapses when that clause changes. NO_CLAUSE: it lapses when a clause turns up.
    "" ties it to no clause."""

    @field_validator("requirement")
    @classmethod
    def _as_ids_are_written(cls, value: str) -> str:
        return value.upper()

    @field_validator("expires")
    @classmethod
    def _not_over_before_it_began(cls, value: date, info: ValidationInfo) -> date:
        decided = info.data.get("decided")
        if decided is not None and value < decided:
            raise ValueError("dagen ligger före beslutsdagen.")
        return value

    @property
    def subject(self) -> tuple[str, str, str]:
        """What it is about: no two waivers of a file are about the same."""
        return self.requirement, self.agreement, self.fingerprint
