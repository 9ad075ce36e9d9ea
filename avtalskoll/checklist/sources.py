"""What the files of a checklist say, before its terms are compiled and what it refers to is looked up."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from avtalskoll.checklist.checklist import Ancestor, Manifest
from avtalskoll.checklist.concepts import Concept, read_concepts
from avtalskoll.checklist.installed import MANIFEST
from avtalskoll.checklist.provisions import Provisions
from avtalskoll.checklist.requirement import Group
from avtalskoll.checklist.tightening import Tightening
from avtalskoll.checklist.yaml_files import line_of, read_model
from avtalskoll.errors import ChecklistError

Homes = dict[str, tuple[Path, int]]
"""The file of each requirement, by its id, and its place in the file."""


@dataclass(frozen=True)
class ChecklistSources:
    """The files of a checklist as models, together with those that it extends."""

    manifest: Manifest
    groups: tuple[Group, ...]
    provisions: Provisions
    concepts: dict[str, Concept]
    homes: Homes
    extends: tuple[Ancestor, ...] = ()
    tightenings: tuple[tuple[Path, int, Tightening], ...] = ()
    """With the file that holds each, and its place in the file."""


def read_alone(folder: Path, *, examples: bool) -> ChecklistSources:
    """The sources of a checklist that extends none. Raises ChecklistError."""
    manifest = read_model(folder / MANIFEST, Manifest)
    provisions = read_model(folder / "lagrum.yaml", Provisions)
    concepts = read_concepts(folder)
    groups, homes = read_groups(folder, manifest.groups, examples=examples)
    return ChecklistSources(manifest, groups, provisions, concepts, homes)


def read_groups(folder: Path, names: tuple[str, ...], *, examples: bool) -> tuple[tuple[Group, ...], Homes]:
    """The groups of requirements in the files so named. Raises ChecklistError, also for an id that stands twice."""
    groups: list[Group] = []
    homes: Homes = {}
    for name in names:
        path = folder / f"{name}.yaml"
        group = read_model(path, Group, examples=examples)
        for index, requirement in enumerate(group.requirements):
            if requirement.id in homes:
                line = line_of(path, ("krav", index, "id"))
                raise ChecklistError(f"{path.name}, rad {line}, fältet ”id”: {requirement.id} finns två gånger.")
            homes[requirement.id] = (path, index)
        groups.append(group)
    return tuple(groups), homes
