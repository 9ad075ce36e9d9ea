"""What a result rests on, as one SHA-256: a result is used again only where its key is the same."""

from __future__ import annotations

import hashlib
import json
import shutil
from datetime import date
from functools import cache, partial
from pathlib import Path

from avtalskoll._version import __version__
from avtalskoll.audit_report import Facts
from avtalskoll.checking.candidate import Candidate
from avtalskoll.checklist import Checklist
from avtalskoll.portfolios.portfolio import PortfolioFile
from avtalskoll.readers.folders import folder_members
from avtalskoll.readers.libreoffice import LibreOffice
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.members import Member, bytes_of
from avtalskoll.readers.options import ReadingOptions
from avtalskoll.readers.refusals import Refused

_PACKAGE = Path(__file__).resolve().parent.parent


class Keys:
    """The keys of one run."""

    def __init__(self, checklist: Checklist, as_of: date, reading: ReadingOptions) -> None:
        """Take what is the same for every agreement: the program, the checklist, the day and how files are read."""
        # What can be read also depends on the programs beside this one.
        programs = (LibreOffice.find() is not None, reading.ocr and shutil.which("tesseract") is not None)
        told = [__version__, _code(), checklist.sha256, as_of.isoformat(), reading.model_dump(), programs]
        self._run = json.dumps(told, sort_keys=True).encode()
        self._limits = reading.limits

    def of(self, candidate: Candidate) -> tuple[str, tuple[PortfolioFile, ...]]:
        """An agreement's key, over the names and contents of its files and what was told of it, and these files."""
        files = tuple(file for path in candidate.paths for file in _files(path, self._limits))
        return _key(self._run, candidate.facts, files), files


def _key(run: bytes, facts: Facts, files: tuple[PortfolioFile, ...]) -> str:
    told = [facts.model_dump(), *((file.name, file.sha256, file.unread) for file in files)]
    return hashlib.sha256(run + b"\0" + json.dumps(told).encode()).hexdigest()


def _files(path: Path, limits: Limits) -> list[PortfolioFile]:
    try:
        members = (
            folder_members(path, limits) if path.is_dir() else [Member(path.name, partial(bytes_of, path, limits))]
        )
    except Refused as refused:
        return [PortfolioFile(name=path.name, sha256=None, unread=(refused.reason.name,))]
    return [_file(member) for member in members]


def _file(member: Member) -> PortfolioFile:
    try:
        return PortfolioFile(name=member.name, sha256=hashlib.sha256(member.load()).hexdigest())
    except Refused as refused:
        return PortfolioFile(name=member.name, sha256=None, unread=(refused.reason.name,))


@cache
def _code() -> str:
    """Over the program's own files: with other code, another result may come of the same agreement."""
    digest = hashlib.sha256()
    for path in sorted(path for suffix in ("py", "j2", "css") for path in _PACKAGE.rglob(f"*.{suffix}")):
        digest.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
