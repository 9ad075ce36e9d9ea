"""`--select` and `--ignore`: which requirements a check judges."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping, Sequence
from fnmatch import fnmatchcase

from avtalskoll.checklist import Checklist
from avtalskoll.errors import WrongUseError


def selected_ids(checklist: Checklist, select: Sequence[str], ignore: Sequence[str]) -> frozenset[str]:
    """The ids of the requirements that are checked.

    Words are ids, groups or globs over ids, letter case aside; all are checked where `select` is empty, and `ignore`
    goes before `select`. Raises WrongUseError for a word that means no requirement.
    """
    everything = frozenset(requirement.id for requirement in checklist.requirements)
    members = {group.group: {requirement.id for requirement in group.requirements} for group in checklist.groups}
    wanted = ids_meant(members, select, "select") if select else everything
    return wanted - ids_meant(members, ignore, "ignore")


def ids_meant(members: Mapping[str, Collection[str]], words: Sequence[str], key: str) -> frozenset[str]:
    """The ids that the words mean, of requirements given by their groups. Raises WrongUseError for an unknown word."""
    by_group = {group.upper(): ids for group, ids in members.items()}
    ids = [name for of_group in members.values() for name in sorted(of_group)]
    found: set[str] = set()
    for word in words:
        upper = word.upper()
        meant = by_group.get(upper) or {name for name in ids if fnmatchcase(name.upper(), upper)}
        if not meant:
            near = difflib.get_close_matches(upper, [*ids, *by_group], n=1)
            advice = f"menade du {near[0]}?" if near else "”avtalskoll checklist show” visar alla krav."
            raise WrongUseError(f"{key}: inget krav och ingen grupp heter {word}; {advice}")
        found |= set(meant)
    return frozenset(found)
