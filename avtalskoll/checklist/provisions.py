"""The law references of a checklist: which provisions exist, and which wording applied when."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from avtalskoll.checklist.patterns import ChecklistModel


class Act(ChecklistModel):
    """An act by its abbreviation."""

    name: str = Field(alias="namn")
    sfs: str = ""


class Wording(ChecklistModel):
    """One wording of a provision; both dates are inclusive and may be unknown."""

    by: str = Field(alias="enligt")
    since: date | None = Field(default=None, alias="från")
    until: date | None = Field(default=None, alias="till")


class Provision(ChecklistModel):
    """A section of an act with its wordings, newest first."""

    act: str = Field(alias="lag")
    ref: str
    wordings: tuple[Wording, ...] = Field(alias="lydelser", min_length=1)

    def wording_on(self, day: date) -> Wording | None:
        """The wording in force on `day`; None where none that is known applied."""
        for wording in self.wordings:
            if (wording.since is None or wording.since <= day) and (wording.until is None or day <= wording.until):
                return wording
        return None


class Outdated(ChecklistModel):
    """A reference or word that was outdated from a day on: by act, SFS number and section, or as a concept."""

    since: date = Field(alias="från")
    explanation: str = Field(alias="förklaring")
    act: str = Field(default="", alias="lag")
    sfs: str = ""
    chapter: str | None = Field(default=None, alias="kapitel")
    sections: tuple[str, ...] = Field(default=(), alias="paragrafer")
    without_year: bool = Field(default=False, alias="utan_sfs")
    """Only where the citation bears no SFS number."""
    concept: str = Field(default="", alias="begrepp")


class Provisions(ChecklistModel):
    """The file lagrum.yaml."""

    checked_until: date = Field(alias="kontrollerad_till")
    acts: dict[str, Act] = Field(alias="lagar")
    provisions: tuple[Provision, ...] = Field(alias="lagrum")
    outdated: tuple[Outdated, ...] = Field(default=(), alias="inaktuellt")

    def find(self, act: str, ref: str) -> Provision | None:
        """The provision that a reference such as "16 kap. 1 § andra stycket" of `act` stands in."""
        best: Provision | None = None
        for provision in self.provisions:
            within = provision.act == act and (ref == provision.ref or ref.startswith(provision.ref + " "))
            if within and (best is None or len(provision.ref) > len(best.ref)):
                best = provision
        return best

    def with_own(self, own: OwnProvisions) -> Provisions:
        """These provisions and those of a checklist that extends this one; checked until the earlier of the days."""
        return Provisions(
            checked_until=min(self.checked_until, own.checked_until or self.checked_until),
            acts={**self.acts, **own.acts},
            provisions=(*self.provisions, *own.provisions),
            outdated=(*self.outdated, *own.outdated),
        )


class OwnProvisions(ChecklistModel):
    """The file lagrum.yaml of a checklist that extends another: what it adds."""

    checked_until: date | None = Field(default=None, alias="kontrollerad_till")
    acts: dict[str, Act] = Field(default={}, alias="lagar")
    provisions: tuple[Provision, ...] = Field(default=(), alias="lagrum")
    outdated: tuple[Outdated, ...] = Field(default=(), alias="inaktuellt")
