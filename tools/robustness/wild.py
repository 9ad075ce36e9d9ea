"""Documents nobody here wrote, each with what must come of it: a list, so that refusing everything cannot pass."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from avtalskoll.readers.libreoffice import LibreOffice
from avtalskoll.readers.refusals import Reason
from tools.robustness.sources import ROOT
from tools.robustness.watched import Watched, read_watched

FOLDER = ROOT.parent / "shared" / "robustness"
_LIST = Path(__file__).with_name("wild.toml")
_OLD = {"doc": Reason.DOC, "rtf": Reason.RTF}


class Wild(NamedTuple):
    """A document, and what must come of it."""

    path: Path
    words: tuple[str, ...]
    """Words that must stand in the text read; none where it must be refused."""
    unread: bool
    """Whether something of it must be told as unread."""
    reason: Reason | None
    """Why it must be refused; None where it must be read."""


class WildOutcome(NamedTuple):
    """What came of it."""

    wild: Wild
    watched: Watched
    trouble: str
    """"" where it is as it must be."""


def wild_documents() -> list[Wild]:
    """The documents of the list. Raises ValueError where the folder and the list do not hold the same."""
    listed = tomllib.loads(_LIST.read_text(encoding="utf-8"))
    known = {**listed["must_read"], **listed["must_refuse"]}
    there = {path.name for path in FOLDER.iterdir() if path.is_file() and path.name != "INDEX.md"}
    if there != set(known):
        raise ValueError(f"the list and the folder differ: {sorted(there ^ set(known))}")
    return [_wild(name, expected) for name, expected in sorted(known.items())]


def try_wild(wild: Wild) -> WildOutcome:
    """Read one as a user's file is read, and compare."""
    watched = read_watched([wild.path])
    return WildOutcome(wild, watched, _trouble(wild, watched))


def _wild(name: str, expected: dict[str, Any] | str) -> Wild:
    path = FOLDER / name
    if isinstance(expected, str):
        return Wild(path, (), False, Reason[expected])
    if expected.get("converter") and LibreOffice.find() is None:
        return Wild(path, (), False, _OLD[name.rpartition(".")[2]])
    return Wild(path, tuple(expected["words"]), expected.get("unread", False), None)


def _trouble(wild: Wild, watched: Watched) -> str:
    if wild.reason is not None:
        wanted = wild.reason.error(wild.path.name).sentence
        return (
            "" if watched.sentence == wanted else f"must be refused ({wild.reason.name}): {watched.sentence or 'read'}"
        )
    if watched.agreement is None:
        return f"must be read: {watched.sentence}"
    documents = watched.agreement.documents
    text = " ".join(" ".join(block.text.split()) for document in documents for block in document.blocks)
    if absent := [words for words in wild.words if words not in text]:
        return f"read, but without {absent}"
    unread = any(document.unread for document in documents)
    return "" if unread == wild.unread else f"something unread: {unread}, must be {wild.unread}"
