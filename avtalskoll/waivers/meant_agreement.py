"""Which agreement of a run a waiver means."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Sequence
from pathlib import PurePath, PurePosixPath

from avtalskoll.checking.check_run import CheckedAgreement


def meant_agreements(agreements: Sequence[CheckedAgreement], written: str) -> tuple[CheckedAgreement, ...]:
    """The agreements that `written` may mean: one, none, or several that it does not tell apart.

    It means the agreement with that name or with a file of that path. Else it means those with a file whose full path
    ends so: a run from another folder finds "utkast/avtal.docx" as well.
    """
    name = _composed(written)
    parts = _parts(name)
    exact = [a for a in agreements if _composed(a.name) == name or any(_parts(file) == parts for file in a.files)]
    return tuple(exact or [a for a in agreements if any(_ends(file, parts) for file in a.files)])


def _ends(file: str, parts: tuple[str, ...]) -> bool:
    return bool(parts) and _parts(os.path.abspath(file))[-len(parts) :] == parts


def _parts(path: str) -> tuple[str, ...]:
    whole = PurePosixPath(os.path.normpath(PurePath(_composed(path)).as_posix()).replace(os.sep, "/"))
    return tuple(part for part in whole.parts if part != "..")


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
