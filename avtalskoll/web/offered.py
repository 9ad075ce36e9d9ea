"""What the forms offer: checklists, and machine reading where the machine can."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict, Field

from avtalskoll.checklist.installed import DEFAULT, MANIFEST, InstalledChecklist, installed_checklists
from avtalskoll.checklist.yaml_files import read_model
from avtalskoll.errors import AvtalskollError
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.refusals import Refused
from avtalskoll.readers.tesseract import Tesseract


@dataclass(frozen=True, slots=True)
class OfferedChecklist:
    """A checklist to choose."""

    name: str
    title: str


class _Titled(BaseModel):
    model_config = ConfigDict(extra="ignore")
    title: str = Field(alias="titel")


def offered_checklists() -> tuple[OfferedChecklist, ...]:
    """The checklists that can be named, the national one first."""
    known = [checklist for checklist in installed_checklists() if not checklist.hidden]
    known.sort(key=lambda checklist: checklist.name != DEFAULT)
    return tuple(OfferedChecklist(checklist.name, _title(checklist)) for checklist in known)


@cache
def can_machine_read() -> bool:
    """Whether scanned pages can be read here."""
    try:
        Tesseract.find(Limits())
    except Refused:
        return False
    return True


def _title(checklist: InstalledChecklist) -> str:
    """Its title; one with mistakes is offered by its name, and choosing it tells what is wrong."""
    try:
        return read_model(checklist.folder / MANIFEST, _Titled).title
    except AvtalskollError:
        return checklist.name
