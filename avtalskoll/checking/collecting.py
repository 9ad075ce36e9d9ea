"""Which agreements the paths of a check stand for."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from avtalskoll.checking.candidate import DOCUMENT_SUFFIXES, TEXT_SUFFIXES, Candidate
from avtalskoll.checking.own_output import is_own_output
from avtalskoll.errors import UnreadableError, WrongUseError
from avtalskoll.readers.members import is_passed_over
from avtalskoll.readers.own_office import is_own_office
from avtalskoll.settings import ConfiguredAgreement, Settings

_ABOUT_THE_FOLDER = re.compile(r"(?:readme|läsmig|changelog|contributing|license|licence|code_of_conduct)\b", re.I)


class Collecting:
    """Finds the agreements of one run; `notes` tells, afterwards, what was passed over by wish."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._root = _absolute(settings.root)
        self._configured = [(entry, self._files_of(entry)) for entry in settings.agreements]
        self.notes: list[str] = []

    def candidates(self, paths: Sequence[str | os.PathLike[str]]) -> tuple[Candidate, ...]:
        """The agreements in order of name.

        A file, or a zip, is an agreement. A folder stands for every document in it and in its folders, each an
        agreement of its own; hidden files and what this program has written are passed over. An agreement of the
        configuration takes part, whole, where one of its files does. Raises UnreadableError where the paths hold no
        document at all.
        """
        given = [(_absolute(path), os.fspath(path)) for path in paths]
        found: dict[Path, Candidate] = {}
        seen = False
        for entry, files in self._configured:
            if any(_within(file, path) or _within(path, file) for path, _ in given for file in files):
                shown = tuple(_shown(file, "") for file in files)
                found[Path(entry.name)] = Candidate(entry.name, files, shown, self._settings.facts_of(entry))
        claimed = [file for _, files in self._configured for file in files]
        for path, argument in given:
            walked = path.is_dir()
            for file in _documents(path) if walked else [path]:
                own = walked and is_own_office(file)
                seen = seen or not own
                if any(_within(file, other) for other in claimed) or _real(file) in found:
                    continue
                if own:
                    self.notes.append(f"{_shown(file, argument)} är skriven av avtalskoll och granskas inte.")
                    continue
                if self._is_excluded(file):
                    if not walked:
                        self.notes.append(f"{_shown(file, argument)} är utesluten i inställningarna (exclude).")
                    continue
                found[_real(file)] = self._alone(file, path, argument, walked)
        if not seen and not found:
            names = ", ".join(_clean(argument) for _, argument in given)
            raise UnreadableError(f"{names}: här finns inga dokument att granska; ange avtal eller en mapp med avtal.")
        return tuple(sorted(_named_apart(found.values()), key=lambda candidate: candidate.name))

    def _alone(self, file: Path, path: Path, argument: str, walked: bool) -> Candidate:
        if file.is_relative_to(self._root):
            name = file.relative_to(self._root).as_posix()
        else:
            name = f"{path.name}/{file.relative_to(path).as_posix()}" if walked else file.name
        is_text = file.suffix.lower() in TEXT_SUFFIXES
        doubtful = is_text and (walked or _ABOUT_THE_FOLDER.match(file.name) is not None)
        return Candidate(_clean(name), (file,), (_shown(file, argument),), self._settings.facts, doubtful)

    def _files_of(self, entry: ConfiguredAgreement) -> tuple[Path, ...]:
        files: dict[Path, None] = {}
        for pattern in entry.files:
            plain = _absolute(self._root / pattern)
            matches = [plain] if plain.exists() else _globbed(self._root, pattern)
            if not matches:
                raise WrongUseError(
                    f"Avtalet {entry.name} i inställningarna: {pattern} finns inte; rätta files eller lägg dit filen."
                )
            files.update(dict.fromkeys(matches))
        return tuple(files)

    def _is_excluded(self, file: Path) -> bool:
        try:
            parts = Path(os.path.relpath(file, self._root)).parts
        except ValueError:
            return False
        places = ["/".join(parts[:length]) for length in range(1, len(parts) + 1)]
        return any(
            fnmatchcase(place, pattern) or ("/" not in pattern and fnmatchcase(place.rpartition("/")[2], pattern))
            for pattern in (pattern.rstrip("/").removeprefix("./") for pattern in self._settings.exclude)
            for place in places
        )


def _documents(folder: Path) -> Iterator[Path]:
    """The documents in a folder and below, files before folders, in name order. Linked folders are not entered."""
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        raise UnreadableError(f"Mappen {_clean(folder.name)} går inte att öppna; kontrollera behörigheten.") from None
    listed = [path for path in inside if not is_passed_over(path.name)]
    for path in listed:
        if path.suffix.lower() in DOCUMENT_SUFFIXES and path.is_file() and not _is_own(path):
            yield path
    for path in listed:
        if path.is_dir() and not path.is_symlink():
            yield from _documents(path)


def _is_own(path: Path) -> bool:
    return path.suffix.lower() in TEXT_SUFFIXES and is_own_output(path)


def _globbed(root: Path, pattern: str) -> list[Path]:
    try:
        return sorted(_absolute(path) for path in root.glob(pattern) if not is_passed_over(path.name))
    except (ValueError, NotImplementedError):
        return []


def _named_apart(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """No two with one name: the later one is called by its path, else by a number."""
    taken: set[str] = set()
    for candidate in candidates:
        names = [candidate.name, candidate.shown[0], *(f"{candidate.name} ({n})" for n in range(2, len(taken) + 3))]
        name = next(name for name in names if name not in taken)
        taken.add(name)
        yield Candidate(name, candidate.paths, candidate.shown, candidate.facts, candidate.doubtful)


def _absolute(path: str | os.PathLike[str]) -> Path:
    return Path(os.path.abspath(path))


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _within(path: Path, other: Path) -> bool:
    return path == other or other in path.parents


def _shown(path: Path, argument: str) -> str:
    """The path from where one stands; a whole path only where the person wrote one that leads elsewhere."""
    here = Path.cwd()
    if path.is_relative_to(here):
        return _writable(path.relative_to(here).as_posix())
    if os.path.isabs(argument):
        return _writable(path.as_posix())
    try:
        return _writable(Path(os.path.relpath(path)).as_posix())
    except ValueError:  # another drive
        return _writable(path.as_posix())


def _clean(name: str) -> str:
    """The name in composed letters, the same on every system."""
    return unicodedata.normalize("NFC", _writable(name))


def _writable(name: str) -> str:
    """The name without bytes that no text can hold."""
    return name.encode("utf-8", "replace").decode("utf-8")
