"""`--select` and `--ignore`: which requirements a check judges."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from fnmatch import fnmatchcase

from avtalskoll.checklist import Checklist
from avtalskoll.errors import WrongUseError


def selected_ids(checklist: Checklist, select: Sequence[str], ignore: Sequence[str]) -> frozenset[str]:
    """The ids of the requirements that are checked.

    Words are ids, groups or globs over ids, letter case aside; all are checked where `select` is empty, and `ignore`
    goes before `select`. Raises WrongUseError for a word that means no requirement.
    """
    everything = frozenset(requirement.id for requirement in checklist.requirements)
    wanted = _meant(checklist, select, "select") if select else everything
    return wanted - _meant(checklist, ignore, "ignore")


def _meant(checklist: Checklist, words: Sequence[str], key: str) -> frozenset[str]:
    members = {
        group.group.upper(): {requirement.id for requirement in group.requirements} for group in checklist.groups
    }
    ids = [requirement.id for requirement in checklist.requirements]
    found: set[str] = set()
    for word in words:
        upper = word.upper()
        meant = members.get(upper) or {name for name in ids if fnmatchcase(name.upper(), upper)}
        if not meant:
            near = difflib.get_close_matches(upper, [*ids, *members], n=1)
            advice = f"menade du {near[0]}?" if near else "”avtalskoll checklist show” visar alla krav."
            raise WrongUseError(f"{key}: inget krav och ingen grupp heter {word}; {advice}")
        found |= meant
    return frozenset(found)
