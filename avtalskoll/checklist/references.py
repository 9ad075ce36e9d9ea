"""What requirements refer to: a misspelt concept or an unknown provision is found when the checklist is loaded."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from avtalskoll.checklist.checklist import Presentation
from avtalskoll.checklist.patterns import ChecklistModel, Part, Pattern, Rules
from avtalskoll.checklist.provisions import Provisions
from avtalskoll.checklist.requirement import LegalBasis, Requirement
from avtalskoll.checklist.sources import ChecklistSources
from avtalskoll.checklist.terms import TermError
from avtalskoll.checklist.tightening import Tightening
from avtalskoll.checklist.vocabulary import Vocabulary
from avtalskoll.checklist.yaml_files import line_of
from avtalskoll.errors import ChecklistError

_Location = tuple[str | int, ...]
_LISTS = ("partial", "lowers", "conflict", "clears", "not_applicable")
_LAW = ("N1", "N2", "N3")


def check_references(sources: ChecklistSources, vocabulary: Vocabulary) -> None:
    """Look up all that the checklist refers to, and enter its literal terms into the vocabulary.

    Raises ChecklistError naming file, line and field.
    """
    for path, number, tightening in sources.tightenings:
        _Place(path, ("skärpningar", number), tightening.requirement).check_tightening(
            tightening, sources.provisions, vocabulary
        )
    for group in sources.groups:
        for requirement in group.requirements:
            path, index = sources.homes[requirement.id]
            _Place(path, ("krav", index), requirement.id).check_requirement(requirement, sources, vocabulary)


class _Place:
    """Where something stands in a checklist's files, for its mistakes."""

    def __init__(self, path: Path, above: _Location, name: str) -> None:
        self._path, self._above, self._name = path, above, name

    def check_requirement(self, requirement: Requirement, sources: ChecklistSources, vocabulary: Vocabulary) -> None:
        self._check_norm(requirement, sources.manifest.presentation)
        self._check_basis(requirement.basis, sources.provisions)
        rules = requirement.rules
        self._resolve([(("regler", "ämne", i), topic) for i, topic in enumerate(rules.topic)], vocabulary)
        places = [*_in_parts(rules.parts), *_in_lists(rules, Rules, _LISTS)]
        self._resolve([(at, wanted) for at, pattern in places for wanted in pattern.expressions], vocabulary)

    def check_tightening(self, tightening: Tightening, provisions: Provisions, vocabulary: Vocabulary) -> None:
        self._check_basis(tightening.basis, provisions)
        added = tightening.rules
        places: list[tuple[_Location, Pattern]] = [
            (("gränser", i, "mönster", j), pattern)
            for i, limit in enumerate(tightening.limits)
            for j, pattern in enumerate(limit.patterns)
        ]
        places += [*_in_parts(added.parts), *_in_lists(added, type(added), ("partial", "lowers", "conflict"))]
        self._resolve([(at, wanted) for at, pattern in places for wanted in pattern.expressions], vocabulary)

    def _check_norm(self, requirement: Requirement, presentation: Presentation) -> None:
        norm = requirement.norm
        if norm not in presentation.conflict or (not requirement.prohibition and norm not in presentation.missing):
            usable = ", ".join(sorted(presentation.conflict if requirement.prohibition else presentation.missing))
            raise self._mistake(("norm",), f"ett krav av slaget {requirement.kind} kan ha norm {usable}, inte {norm}.")
        if norm in _LAW and not any(basis.law for basis in requirement.basis):
            raise self._mistake(
                ("norm",), f"{norm} vilar på lag, men ingen ”grund” är ett lagrum; eget krav är N5, rekommendation N4."
            )

    def _check_basis(self, given: Iterable[LegalBasis], provisions: Provisions) -> None:
        for number, basis in enumerate(given):
            if basis.law is not None and provisions.find(basis.law, basis.ref or "") is None:
                raise self._mistake(("grund", number), f"lagrummet {basis.ref} {basis.law} finns inte i lagrum.yaml.")
            if basis.law is None and not basis.source:
                raise self._mistake(("grund", number), "ange ett lagrum eller en källa.")

    def _resolve(self, expressions: Iterable[tuple[_Location, str]], vocabulary: Vocabulary) -> None:
        for location, expression in expressions:
            for alternative in expression.split("|"):
                try:
                    vocabulary.resolve(alternative.strip())
                except TermError as error:
                    raise self._mistake(location, str(error)) from None

    def _mistake(self, location: _Location, sentence: str) -> ChecklistError:
        line = line_of(self._path, (*self._above, *location))
        return ChecklistError(f"{self._path.name}, rad {line}, {self._name}, fältet ”{location[0]}”: {sentence}")


def _in_parts(parts: tuple[Part, ...]) -> list[tuple[_Location, Pattern]]:
    return [
        (("regler", "delar", i, "mönster", j), pattern)
        for i, part in enumerate(parts)
        for j, pattern in enumerate(part.patterns)
    ]


def _in_lists(
    rules: ChecklistModel, model: type[ChecklistModel], names: tuple[str, ...]
) -> list[tuple[_Location, Pattern]]:
    found: list[tuple[_Location, Pattern]] = []
    for name in names:
        alias = str(model.model_fields[name].alias)
        found += [(("regler", alias, i), pattern) for i, pattern in enumerate(getattr(rules, name))]
    return found
