"""A checklist that extends another: its own requirements after those of the other, some of which it tightens."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import Field

from avtalskoll.checklist.checklist import Ancestor, Presentation
from avtalskoll.checklist.concepts import read_concepts
from avtalskoll.checklist.installed import MANIFEST
from avtalskoll.checklist.patterns import ChecklistModel
from avtalskoll.checklist.provisions import OwnProvisions, Provisions
from avtalskoll.checklist.requirement import Group, Requirement
from avtalskoll.checklist.sources import ChecklistSources, read_groups
from avtalskoll.checklist.tightened import TighteningError, tighten
from avtalskoll.checklist.tightening import Tightening
from avtalskoll.checklist.yaml_files import line_of, read_model
from avtalskoll.errors import ChecklistError

_OWN_MISSING = "Saknas (eget krav i checklistan)"
_OWN_CONFLICT = "Går emot ett eget krav i checklistan"
"""The fixed sentences for N5, which stands on the decision of whoever made the checklist."""


class Extension(ChecklistModel):
    """The file checklista.yaml of a checklist that extends another; all else it has from that one."""

    extends: str = Field(alias="utgår_från", min_length=1)
    id: str = Field(pattern=r"^[a-zåäö0-9][a-zåäö0-9_-]*$")
    title: str = Field(alias="titel", min_length=1)
    version: str
    groups: tuple[str, ...] = Field(default=(), alias="grupper")
    tightenings: tuple[Tightening, ...] = Field(default=(), alias="skärpningar")


def extend(base: ChecklistSources, folder: Path, *, examples: bool) -> ChecklistSources:
    """The sources of the checklist in `folder`, which extends `base`. Raises ChecklistError."""
    manifest = folder / MANIFEST
    own = read_model(manifest, Extension, examples=examples)
    if own.id in {base.manifest.id, *(ancestor.id for ancestor in base.extends)}:
        raise _mistake(manifest, ("id",), "en checklista som utgår från en annan måste ha ett eget id.")
    groups, homes = read_groups(folder, own.groups, examples=examples)
    _check_own(folder, own, base, groups)
    before = base.manifest
    return ChecklistSources(
        manifest=before.model_copy(
            update={
                "id": own.id,
                "title": own.title,
                "version": own.version,
                "groups": (*before.groups, *own.groups),
                "presentation": _with_own_norm(before.presentation),
            }
        ),
        groups=(*_tightened(base.groups, own, manifest), *groups),
        provisions=_provisions(folder / "lagrum.yaml", base.provisions),
        concepts=read_concepts(folder, base.concepts),
        homes={**base.homes, **homes},
        extends=(Ancestor(id=before.id, title=before.title, version=before.version), *base.extends),
        tightenings=(*base.tightenings, *((manifest, number, given) for number, given in enumerate(own.tightenings))),
    )


def _check_own(folder: Path, own: Extension, base: ChecklistSources, groups: tuple[Group, ...]) -> None:
    """What the checklist adds must be new, and all that stands in the folder must be part of it."""
    for name, group in zip(own.groups, groups, strict=True):
        path = folder / f"{name}.yaml"
        for index, requirement in enumerate(group.requirements):
            if requirement.id in base.homes:
                raise _mistake(
                    path, ("krav", index, "id"), f"{requirement.id} finns redan i {base.manifest.id} och kan inte "
                    f"skrivas om; skärp det under ”skärpningar” i {MANIFEST}.",
                )  # fmt: skip
        if any(group.group == known.group for known in base.groups):
            raise _mistake(path, ("grupp",), f"gruppen {group.group} finns redan i {base.manifest.id}; välj en annan.")
    for path in sorted(folder.glob("[!.]*.yaml")):
        text = path.read_text(encoding="utf-8", errors="replace")
        if path.stem not in own.groups and ("\nkrav:" in text or text.startswith("krav:")):
            raise ChecklistError(
                f"{path.name} har krav men står inte under ”grupper” i {MANIFEST}; lägg till {path.stem} där."
            )


def _tightened(groups: tuple[Group, ...], own: Extension, manifest: Path) -> tuple[Group, ...]:
    by_id: dict[str, Requirement] = {
        requirement.id: requirement for group in groups for requirement in group.requirements
    }
    seen: set[str] = set()
    for number, given in enumerate(own.tightenings):
        at = ("skärpningar", number)
        if given.requirement not in by_id:
            raise _mistake(
                manifest, (*at, "krav"), f"{given.requirement} finns inte i checklistan som den här utgår från."
            )
        if given.requirement in seen:
            raise _mistake(manifest, (*at, "krav"), f"{given.requirement} skärps två gånger; skriv ihop dem.")
        seen.add(given.requirement)
        try:
            by_id[given.requirement] = tighten(by_id[given.requirement], given, own.title)
        except TighteningError as error:
            raise _mistake(manifest, (*at, *error.location), error.sentence) from None
    return tuple(
        group.model_copy(update={"requirements": tuple(by_id[known.id] for known in group.requirements)})
        for group in groups
    )


def _with_own_norm(presentation: Presentation) -> Presentation:
    return presentation.model_copy(
        update={
            "missing": {"N5": _OWN_MISSING, **presentation.missing},
            "conflict": {"N5": _OWN_CONFLICT, **presentation.conflict},
        }
    )


def _provisions(path: Path, base: Provisions) -> Provisions:
    if not path.is_file():
        return base
    own = read_model(path, OwnProvisions)
    for act in own.acts:
        if act in base.acts:
            raise _mistake(path, ("lagar", act), f"{act} finns redan i checklistan som den här utgår från.")
    acts: Mapping[str, object] = {**base.acts, **own.acts}
    known = {(provision.act, provision.ref) for provision in base.provisions}
    for number, provision in enumerate(own.provisions):
        if provision.act not in acts:
            raise _mistake(path, ("lagrum", number, "lag"), f"{provision.act} finns inte under ”lagar”.")
        if (provision.act, provision.ref) in known:
            raise _mistake(
                path, ("lagrum", number, "ref"), f"{provision.ref} {provision.act} finns redan och kan inte skrivas om."
            )
    return base.with_own(own)


def _mistake(path: Path, location: tuple[str | int, ...], sentence: str) -> ChecklistError:
    field = " / ".join(str(step + 1) if isinstance(step, int) else step for step in location)
    return ChecklistError(f"{path.name}, rad {line_of(path, location)}, fältet ”{field}”: {sentence}")
