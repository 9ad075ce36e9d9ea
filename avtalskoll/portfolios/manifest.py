"""`portfolj.yaml`: what the folder's own order does not say about its agreements."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from avtalskoll.audit_report import Facts
from avtalskoll.checklist.yaml_files import line_in, parse_model
from avtalskoll.errors import ChecklistError, WrongUseError

MANIFEST = "portfolj.yaml"


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ManifestAgreement(_Model):
    """One agreement: the files that it is made of, and what its text may not say."""

    name: str = Field(alias="namn", min_length=1)
    files: tuple[str, ...] = Field(alias="filer", min_length=1)
    """Files, folders or patterns, from the manifest's folder."""
    region: str | None = Field(default=None, min_length=1)
    municipalities: tuple[str, ...] = Field(default=(), alias="kommuner")
    home_care: Literal["region", "kommun"] | None = Field(default=None, alias="hemsjukvård")
    common: tuple[str, ...] | None = Field(default=None, alias="gemensamt")
    """Files that belong to it and to others; None is what the manifest says for all. An empty list is none."""

    def facts(self, given: Facts) -> Facts:
        """What holds for this agreement: what stands here goes before what was told for all."""
        return Facts(
            home_care_transferred=given.home_care_transferred if self.home_care is None else self.home_care == "kommun",
            region=self.region or given.region,
            municipalities=self.municipalities or given.municipalities,
        )


class Manifest(_Model):
    """The file's content. What it does not name follows the folder's own order."""

    agreements: tuple[ManifestAgreement, ...] = Field(default=(), alias="avtal")
    common: tuple[str, ...] | None = Field(default=None, alias="gemensamt")
    """Files that belong to every agreement; None is the folder `gemensamt`, where there is one."""
    left_out: tuple[str, ...] = Field(default=(), alias="utelämna")
    """Files and folders that are no agreements."""


class ManifestFile:
    """A manifest as it stands in its folder; an empty one where there is no file."""

    def __init__(self, folder: Path) -> None:
        """Read it. Raises WrongUseError naming file, line and field in a Swedish sentence."""
        self._folder = folder
        path = folder / MANIFEST
        self._text = ""
        if path.is_file():
            try:
                self._text = path.read_bytes().decode("utf-8-sig")
            except (OSError, UnicodeDecodeError):
                raise WrongUseError(f"{MANIFEST} går inte att läsa som text i UTF-8.") from None
        try:
            self.manifest = parse_model(self._text, MANIFEST, Manifest)
        except ChecklistError as error:
            raise WrongUseError(error.sentence) from None
        self._check_names()

    def paths(self, patterns: Sequence[str], *place: str | int) -> tuple[Path, ...]:
        """The existing paths that patterns stand for, in their order, each once; `place` is where they are written.

        Raises WrongUseError where a pattern leads to nothing.
        """
        found: dict[Path, None] = {}
        for index, pattern in enumerate(patterns):
            plain = self._folder / pattern
            matches = [plain] if plain.exists() else self._globbed(pattern)
            if not matches:
                raise self.mistake((*place, index), f"{pattern} finns inte; rätta namnet eller lägg dit filen.")
            found.update(dict.fromkeys(matches))
        return tuple(found)

    def mistake(self, place: tuple[str | int, ...], sentence: str) -> WrongUseError:
        """The error to raise for what stands at a place."""
        return WrongUseError(f"{MANIFEST}, rad {line_in(self._text, place)}: {sentence}")

    def _globbed(self, pattern: str) -> list[Path]:
        try:
            return sorted(self._folder.glob(pattern))
        except (ValueError, NotImplementedError, IndexError):
            return []

    def _check_names(self) -> None:
        seen: set[str] = set()
        for index, agreement in enumerate(self.manifest.agreements):
            if agreement.name.casefold() in seen:
                raise self.mistake(("avtal", index, "namn"), f"två avtal heter {agreement.name}; ge dem olika namn.")
            seen.add(agreement.name.casefold())
