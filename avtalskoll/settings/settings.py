"""The settings of a run, whatever they came from."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from avtalskoll.audit_report import Facts
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.options import ReadingOptions, View
from avtalskoll.settings.threshold import DEFAULT_FAIL_ON, FailOn

HomeCare = Literal["region", "kommun"]
FORMATS = ("text", "json", "sarif", "junit", "github", "markdown")


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    @field_validator("*", mode="before")
    @classmethod
    def _list_as_tuple(cls, value: Any) -> Any:
        return tuple(value) if isinstance(value, list) else value


class ConfiguredAgreement(_Model):
    """Several files that are one agreement, and what its text may not say."""

    name: str = Field(min_length=1)
    files: tuple[str, ...] = Field(min_length=1)
    """Paths or globs, relative to `Settings.root`."""
    home_care: HomeCare | None = None
    region: str | None = None
    municipalities: tuple[str, ...] = ()


class Settings(_Model):
    """Everything that can be set. What nobody set is not in `model_fields_set` and has its default."""

    as_of: date | None = None
    """The day whose law applies; None is today."""
    checklist: str | None = None
    """A checklist's name or folder; None is the national one."""
    fail_on: tuple[str, ...] = DEFAULT_FAIL_ON
    select: tuple[str, ...] = ()
    """Requirements by id, group or glob that are checked; all where it is empty."""
    ignore: tuple[str, ...] = ()
    """Requirements that are not checked, even where `select` names them."""
    view: View = "accepted"
    ocr: bool = False
    home_care: HomeCare | None = None
    region: str | None = None
    municipalities: tuple[str, ...] = ()
    waivers: Path | None = None
    """The file of waivers; None is undantag.yaml in `root`, where there is one."""
    no_waivers: bool = False
    """Show the run as it would be without any waiver."""
    baseline: Path | None = None
    """The JSON of an earlier run."""
    fail_on_worse: bool = False
    """Fail on what is worse than the baseline. The default threshold then fails nothing; a stated `fail_on` does."""
    strict: bool = False
    """Waivers that are expired, unused or whose clause has changed are errors."""
    formats: tuple[str, ...] = ("text",)
    """Format, or format=file."""
    exclude: tuple[str, ...] = ()
    """Files and folders that are passed over: globs relative to `root`."""
    limits: Limits = Limits()
    agreements: tuple[ConfiguredAgreement, ...] = ()
    root: Path = Path()
    """The folder that names of agreements and the globs are relative to: that of the configuration file."""

    @field_validator("waivers", "baseline", "root", mode="before")
    @classmethod
    def _text_as_path(cls, value: Any) -> Any:
        return Path(value) if isinstance(value, str) else value

    @field_validator("fail_on")
    @classmethod
    def _known_words(cls, words: tuple[str, ...]) -> tuple[str, ...]:
        FailOn.parse(words)
        return words

    @property
    def threshold(self) -> FailOn:
        """What counts as an error."""
        return FailOn.parse(self.fail_on)

    @property
    def reading(self) -> ReadingOptions:
        """How files are read."""
        return ReadingOptions(view=self.view, ocr=self.ocr, limits=self.limits)

    @property
    def facts(self) -> Facts:
        """What the texts may not say."""
        return self.facts_of(None)

    def facts_of(self, agreement: ConfiguredAgreement | None) -> Facts:
        """The same for one agreement: what its entry says goes first."""
        home_care = (agreement.home_care if agreement else None) or self.home_care
        municipalities = (agreement.municipalities if agreement else ()) or self.municipalities
        return Facts(
            home_care_transferred=None if home_care is None else home_care == "kommun",
            region=(agreement.region if agreement else None) or self.region,
            municipalities=municipalities or None,
        )

    @property
    def waiver_file(self) -> Path:
        """Where waivers stand, whether or not the file is there."""
        return self.waivers if self.waivers is not None else self.root / "undantag.yaml"
