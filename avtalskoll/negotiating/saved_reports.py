"""Audits that were kept as JSON: single files, or the folder that a portfolio was written to."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from avtalskoll.audit_report import AuditReport
from avtalskoll.errors import WrongUseError
from avtalskoll.portfolios.keeping import DATA, is_output_folder
from avtalskoll.readers.limits import Limits

_SCHEMA = "avtalskoll.audit/1"


def saved_reports(paths: Sequence[Path]) -> list[AuditReport] | None:
    """The reports in the files, or None where the paths are an agreement's own files.

    Raises WrongUseError for a file that is no audit, for a portfolio without any, and for reports and agreements mixed.
    """
    files: list[Path] = []
    others = []
    for path in paths:
        if path.is_dir() and is_output_folder(path):
            found = sorted((path / DATA).glob("*.json"))
            if not found:
                raise WrongUseError(f"Översikten {path} har inga granskade avtal; kör ”avtalskoll portfolio” först.")
            files += found
        elif path.suffix.lower() == ".json" and not path.is_dir():
            files.append(path)
        else:
            others.append(path)
    if not files:
        return None
    if others:
        raise WrongUseError(
            f"{files[0]} är en sparad granskning och {others[0]} hör till ett avtal; ange antingen granskningar eller "
            "ett avtals filer."
        )
    return [_report(path) for path in files]


def _report(path: Path) -> AuditReport:
    try:
        if path.stat().st_size > Limits().file_bytes:
            raise ValueError
        data = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError:
        raise WrongUseError(f"{path} finns inte eller går inte att öppna; kontrollera namnet.") from None
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict) or data.get("schema") != _SCHEMA:
        raise WrongUseError(
            f"{path} är ingen sparad granskning; gör en med ”avtalskoll audit AVTAL --format json --output FIL”."
        )
    try:
        return AuditReport.model_validate(data)
    except ValidationError:
        raise WrongUseError(
            f"{path} är en granskning som den här versionen inte kan läsa; granska avtalet på nytt."
        ) from None
