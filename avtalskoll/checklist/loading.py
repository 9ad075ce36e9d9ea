"""Finding and loading a checklist."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from os import PathLike
from pathlib import Path

from pydantic import Field

from avtalskoll.checklist.checklist import Checklist, Manifest
from avtalskoll.checklist.compiled import keep_compiled, load_compiled
from avtalskoll.checklist.patterns import ChecklistModel, Pattern
from avtalskoll.checklist.provisions import Provisions
from avtalskoll.checklist.requirement import Group, Requirement
from avtalskoll.checklist.terms import TermError, parse_term
from avtalskoll.checklist.vocabulary import Vocabulary
from avtalskoll.checklist.yaml_files import line_of, read_model
from avtalskoll.errors import ChecklistError

DEFAULT = "lakarmedverkan"


class Concept(ChecklistModel):
    """A concept of the vocabulary: its terms, and terms that look like it but mean something else."""

    terms: tuple[str, ...] = Field(alias="termer", min_length=1)
    excluded: tuple[str, ...] = Field(default=(), alias="inte")
    note: str = Field(default="", alias="anmärkning")


class VocabularyFile(ChecklistModel):
    """A vocabulary file: begrepp.yaml, shared, or begrepp_<group>.yaml."""

    concepts: dict[str, Concept | tuple[str, ...]] = Field(alias="begrepp")


def checklists_root() -> Path:
    """The folder of the checklists that come with the program, installed or in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_data" / "checklists"
    return installed if installed.is_dir() else package.parent / "checklists"


def find_checklist(name_or_path: str | PathLike[str] | None) -> Path:
    """The folder of a checklist by name, or the path itself. Raises ChecklistError."""
    if name_or_path is None:
        return checklists_root() / DEFAULT
    path = Path(name_or_path)
    if path.is_dir():
        return path
    named = checklists_root() / str(name_or_path)
    if len(path.parts) == 1 and named.is_dir():
        return named
    raise ChecklistError(
        f"Checklistan {name_or_path} finns inte; ange ett namn som visas av ”avtalskoll checklist list” eller en mapp."
    )


def load_checklist(name_or_path: str | PathLike[str] | None = None, *, examples: bool = True) -> Checklist:
    """Load a checklist by name or folder; the national one by default. Raises ChecklistError.

    An audit needs no examples and is quicker without them; everything else about the checklist is the same.
    """
    folder = find_checklist(name_or_path)
    sha256 = _sha256(folder)
    kept = None if examples else load_compiled(folder, sha256)
    if kept is not None:
        return kept
    manifest = read_model(folder / "checklista.yaml", Manifest)
    provisions = read_model(folder / "lagrum.yaml", Provisions)
    vocabulary = _vocabulary(_concepts(sorted(folder.glob("begrepp*.yaml"))))
    groups = tuple(read_model(folder / f"{name}.yaml", Group, examples=examples) for name in manifest.groups)
    _check_ids(folder, manifest, groups)
    for name, group in zip(manifest.groups, groups, strict=True):
        for index, requirement in enumerate(group.requirements):
            _check_requirement(folder / f"{name}.yaml", index, requirement, vocabulary, provisions)
    checklist = Checklist(manifest, groups, provisions, vocabulary, sha256)
    if not examples:
        keep_compiled(folder, checklist)
    return checklist


def _sha256(folder: Path) -> str:
    """Over the names and bytes of all files of the checklist; line ends aside."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.yaml")):
        with suppress(OSError):
            digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def read_vocabulary(name_or_path: str | PathLike[str] | None = None) -> dict[str, Concept]:
    """The concepts of a checklist as they are written, by name. Raises ChecklistError."""
    return _concepts(sorted(find_checklist(name_or_path).glob("begrepp*.yaml")))


def _concepts(paths: list[Path]) -> dict[str, Concept]:
    concepts: dict[str, Concept] = {}
    home: dict[str, Path] = {}
    for path in paths:
        for name, given in read_model(path, VocabularyFile).concepts.items():
            concept = given if isinstance(given, Concept) else Concept(terms=given)
            if name in concepts:
                raise _in_vocabulary(path, name, f"begreppet finns redan i {home[name].name}.")
            for term in (*concept.terms, *concept.excluded):
                try:
                    parse_term(term)
                except TermError as error:
                    raise _in_vocabulary(path, name, str(error)) from None
            concepts[name], home[name] = concept, path
    for name, concept in concepts.items():
        for term in (*concept.terms, *concept.excluded):
            for word in parse_term(term):
                if word.kind == "concept" and word.text not in concepts:
                    raise _in_vocabulary(home[name], name, f"begreppet @{word.text} finns inte i vokabulären.")
    return concepts


def _vocabulary(concepts: dict[str, Concept]) -> Vocabulary:
    try:
        return Vocabulary(
            {name: concept.terms for name, concept in concepts.items()},
            {name: concept.excluded for name, concept in concepts.items() if concept.excluded},
        )
    except TermError as error:
        raise ChecklistError(f"Vokabulären: {error}") from None


def _in_vocabulary(path: Path, name: str, sentence: str) -> ChecklistError:
    return ChecklistError(f"{path.name}, rad {line_of(path, ('begrepp', name))}, begreppet ”{name}”: {sentence}")


def _check_ids(folder: Path, manifest: Manifest, groups: tuple[Group, ...]) -> None:
    seen: set[str] = set()
    for name, group in zip(manifest.groups, groups, strict=True):
        for index, requirement in enumerate(group.requirements):
            if requirement.id in seen:
                line = line_of(folder / f"{name}.yaml", ("krav", index, "id"))
                raise ChecklistError(f"{name}.yaml, rad {line}, fältet ”id”: {requirement.id} finns två gånger.")
            seen.add(requirement.id)


def _check_requirement(
    path: Path, index: int, requirement: Requirement, vocabulary: Vocabulary, provisions: Provisions
) -> None:
    """Resolve what the file refers to, so that a misspelt concept or provision is found when loading."""

    def fail(location: tuple[str | int, ...], sentence: str) -> ChecklistError:
        line = line_of(path, ("krav", index, *location))
        return ChecklistError(f"{path.name}, rad {line}, {requirement.id}, fältet ”{location[0]}”: {sentence}")

    for number, basis in enumerate(requirement.basis):
        if basis.law is not None and provisions.find(basis.law, basis.ref or "") is None:
            raise fail(("grund", number), f"lagrummet {basis.ref} {basis.law} finns inte i lagrum.yaml.")
    rules = requirement.rules
    places: list[tuple[tuple[str | int, ...], Pattern]] = [
        (("regler", "delar", i, "mönster", j), pattern)
        for i, part in enumerate(rules.parts)
        for j, pattern in enumerate(part.patterns)
    ]
    for key in ("partial", "lowers", "conflict", "clears", "not_applicable"):
        alias = Requirement.model_fields["rules"].annotation.model_fields[key].alias  # type: ignore[union-attr]
        places += [(("regler", str(alias), i), pattern) for i, pattern in enumerate(getattr(rules, key))]
    expressions: list[tuple[tuple[str | int, ...], str]] = []
    expressions += [(("regler", "ämne", i), topic) for i, topic in enumerate(rules.topic)]
    for location, pattern in places:
        expressions += [(location, expression) for expression in pattern.expressions]
    for location, expression in expressions:
        for alternative in expression.split("|"):
            try:
                vocabulary.resolve(alternative.strip())
            except TermError as error:
                raise fail(location, str(error)) from None
