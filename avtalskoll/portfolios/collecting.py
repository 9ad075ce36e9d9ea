"""Which agreements a folder holds: its files and folders, and what its manifest says otherwise."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from avtalskoll.audit_report import Facts
from avtalskoll.checking.candidate import DOCUMENT_SUFFIXES, TEXT_SUFFIXES, Candidate
from avtalskoll.checking.own_output import is_own_output
from avtalskoll.errors import UnreadableError, WrongUseError
from avtalskoll.portfolios.keeping import is_output_folder
from avtalskoll.portfolios.manifest import ManifestAgreement, ManifestFile
from avtalskoll.portfolios.naming import shown_name, swedish_order
from avtalskoll.readers.members import is_passed_over
from avtalskoll.readers.own_office import is_own_office

COMMON = "gemensamt"
_NOT_TOLD = (".yaml", ".yml", ".toml", ".html", ".json")


@dataclass(frozen=True)
class Collected:
    """The agreements in order of name, and what was passed over."""

    candidates: tuple[Candidate, ...]
    notes: tuple[str, ...]


def collect(folder: Path, facts: Facts) -> Collected:
    """The agreements of a folder.

    Each document directly in it is an agreement, and so is each of its folders; the files of `gemensamt` belong to
    every one. What `portfolj.yaml` says goes first. Hidden files and outputs of this program are passed over.
    Raises WrongUseError for a folder or manifest that cannot be used, UnreadableError where nothing is there.
    """
    folder = Path(os.path.abspath(folder))
    if not folder.is_dir():
        raise WrongUseError(f"{folder.name} är ingen mapp; ange mappen som avtalen ligger i.")
    found = _Folder(folder, facts)
    candidates = sorted(found.named_apart(), key=lambda one: swedish_order(one.name))
    if not candidates:
        raise UnreadableError(f"I mappen {shown_name(folder.name)} finns inga avtal att granska.")
    return Collected(tuple(candidates), tuple(sorted(found.notes, key=swedish_order)))


class _Folder:
    def __init__(self, folder: Path, facts: Facts) -> None:
        self._folder, self._facts = folder, facts
        self._file = ManifestFile(folder)
        self._inside = _listed(folder)
        manifest = self._file.manifest
        if manifest.common is not None:
            self._common = self._file.paths(manifest.common, "gemensamt")
        else:
            self._common = tuple(p for p in self._inside if p.is_dir() and p.name.casefold() == COMMON)
        left_out = self._file.paths(manifest.left_out, "utelämna")
        self._taken = {*map(_real, (*left_out, *self._common))}
        self.notes: list[str] = []

    def named_apart(self) -> list[Candidate]:
        """The agreements, no two with one name: files that would have it are called by their whole file names.

        A name in the manifest stays as it is.
        """
        found = list(self._candidates())
        count = Counter(one.name.casefold() for one in found)
        given: list[Candidate] = []
        taken: set[str] = set()
        for place, one in enumerate(found):
            own = place < len(self._file.manifest.agreements) or count[one.name.casefold()] == 1
            name = wanted = one.name if own else one.shown[0]
            number = 2
            while name.casefold() in taken:
                name, number = f"{wanted} ({number})", number + 1
            taken.add(name.casefold())
            given.append(replace(one, name=name))
        return given

    def _candidates(self) -> Iterator[Candidate]:
        claimed: dict[Path, str] = {}
        for index, entry in enumerate(self._file.manifest.agreements):
            yield self._configured(index, entry, claimed)
        for path in self._inside:
            real = _real(path)
            if real in self._taken or real in claimed or is_output_folder(path):
                continue
            if path.is_dir():
                if any(real in file.parents for file in (*claimed, *self._taken)):
                    self._tell_rest(path, set(claimed) | self._taken)
                else:
                    yield self._candidate(path, path.name)
            elif path.suffix.lower() in DOCUMENT_SUFFIXES:
                doubtful = path.suffix.lower() in TEXT_SUFFIXES
                if is_own_office(path):
                    self.notes.append(f"{shown_name(path.name)} är skriven av avtalskoll och granskas inte.")
                elif not (doubtful and is_own_output(path)):
                    yield replace(self._candidate(path, path.stem), doubtful=doubtful)
            elif path.suffix.lower() not in _NOT_TOLD:
                self.notes.append(f"{shown_name(path.name)} är inget dokument som programmet granskar.")

    def _candidate(self, path: Path, name: str) -> Candidate:
        return Candidate(shown_name(name), (path, *self._common), (shown_name(path.name),), self._facts)

    def _configured(self, index: int, entry: ManifestAgreement, claimed: dict[Path, str]) -> Candidate:
        files = self._file.paths(entry.files, "avtal", index, "filer")
        for file in files:
            other = claimed.setdefault(_real(file), entry.name)
            if other != entry.name:
                raise self._file.mistake(
                    ("avtal", index, "filer"),
                    f"{file.name} hör redan till {other}; skriv det som hör till flera avtal under gemensamt.",
                )
        common = self._common
        if entry.common is not None:
            common = self._file.paths(entry.common, "avtal", index, "gemensamt")
        self._taken.update(map(_real, common))
        shown = tuple(shown_name(file.name) for file in files)
        return Candidate(shown_name(entry.name), (*files, *common), shown, entry.facts(self._facts))

    def _tell_rest(self, folder: Path, used: set[Path]) -> None:
        """Say which documents of a folder no agreement of the manifest names, so that none is forgotten."""
        for path in _listed(folder):
            if path.suffix.lower() in DOCUMENT_SUFFIXES and not {_real(path), *_real(path).parents} & used:
                where = shown_name(f"{folder.name}/{path.name}")
                self.notes.append(f"{where} nämns inte i portfolj.yaml och är inte granskad.")


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if not is_passed_over(path.name))
    except OSError:
        raise UnreadableError(
            f"Mappen {shown_name(folder.name)} går inte att öppna; kontrollera behörigheten."
        ) from None


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))
