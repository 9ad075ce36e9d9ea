"""The folder that a portfolio's results are kept in: a report and its data for each agreement, and the overview.

The key of a result is written last. A result whose key is there is therefore whole, whenever a run may have ended.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ValidationError

from avtalskoll.audit_report import AuditReport
from avtalskoll.errors import WrongUseError
from avtalskoll.portfolios.portfolio import PortfolioAgreement
from avtalskoll.whole_file import replace_file

REPORTS: Final = "rapporter"
DATA: Final = "data"
OVERVIEW: Final = "oversikt"
_KEYS = Path(DATA) / "nycklar"
_NAMES = (REPORTS, DATA, *(f"{OVERVIEW}.{suffix}" for suffix in ("html", "xlsx", "json")))


class _Kept(BaseModel):
    """The file of a key: what the result rests on, the bytes that it is, and what the overview needs of it."""

    key: str
    report_sha256: str
    data_sha256: str
    agreement: PortfolioAgreement


def is_output_folder(path: Path) -> bool:
    """Whether a folder is one that a portfolio was written to."""
    return (path / _KEYS).is_dir()


class Keeping:
    """The results in one output folder."""

    def __init__(self, folder: Path) -> None:
        """Make the folder ready. Raises WrongUseError where it cannot be, or where it holds somebody else's work."""
        self.folder = folder
        if os.path.lexists(folder) and not folder.is_dir():
            raise WrongUseError(f"{folder} är en fil; ange en mapp för översikten.")
        if not is_output_folder(folder) and any(os.path.lexists(folder / name) for name in _NAMES):
            raise WrongUseError(
                f"I mappen {folder} finns redan filer med de namn som översikten får; välj en annan mapp med --output."
            )
        if not folder.absolute().parent.is_dir():
            raise WrongUseError(f"Mappen {folder.parent} finns inte; skapa den eller välj en annan plats.")
        try:
            (folder / _KEYS).mkdir(parents=True, exist_ok=True)
            (folder / REPORTS).mkdir(exist_ok=True)
            for place in (folder, folder / REPORTS, folder / DATA, folder / _KEYS):
                for half in place.glob(".avtalskoll-*.tmp"):  # of a run that was killed while it wrote
                    half.unlink()
        except OSError:
            raise self._unwritable() from None

    def kept(self, stem: str, key: str) -> PortfolioAgreement | None:
        """What is kept under this key; None where nothing is, or where it is no longer what was written."""
        try:
            found = _Kept.model_validate_json(self._key(stem).read_bytes())
            report, data = self._report(stem).read_bytes(), self._data(stem).read_bytes()
        except (OSError, ValidationError):
            return None
        as_written = (found.report_sha256, found.data_sha256) == (_sha256(report), _sha256(data))
        return found.agreement if found.key == key and as_written and found.agreement.stem == stem else None

    def keep(self, agreement: PortfolioAgreement, key: str, report: AuditReport) -> None:
        """Write an agreement's report and data, each whole, and then the key. Raises WrongUseError."""
        from avtalskoll.reports.html import render_html
        from avtalskoll.reports.json_report import render_json

        stem = agreement.stem
        shown, data = render_html(report).encode(), render_json(report).encode()
        kept = _Kept(key=key, report_sha256=_sha256(shown), data_sha256=_sha256(data), agreement=agreement)
        self.drop(stem, files=False)
        self._write(self._report(stem), shown)
        self._write(self._data(stem), data)
        self._write(self._key(stem), kept.model_dump_json().encode())

    def keep_only(self, stems: Iterable[str]) -> None:
        """Remove what was kept for agreements that are no longer among these, so that nothing stale remains."""
        wanted = set(stems)
        for path in sorted((self.folder / _KEYS).glob("*.json")):
            if path.stem not in wanted:
                self.drop(path.stem)

    def drop(self, stem: str, *, files: bool = True) -> None:
        """Forget a result: its key first, then its files."""
        if not self._key(stem).exists():
            return
        with suppress(OSError):
            self._key(stem).unlink()
            for path in (self._report(stem), self._data(stem)) if files else ():
                path.unlink(missing_ok=True)

    def write_overview(self, suffix: str, content: str | bytes) -> None:
        """Write the overview in one format, whole. Raises WrongUseError."""
        self._write(self.folder / f"{OVERVIEW}.{suffix}", content.encode() if isinstance(content, str) else content)

    def _write(self, path: Path, content: bytes) -> None:
        try:
            replace_file(path, content)
        except OSError:
            raise self._unwritable(path) from None

    def _unwritable(self, path: Path | None = None) -> WrongUseError:
        return WrongUseError(
            f"{path or self.folder} kunde inte skrivas; kontrollera att du får skriva där, att det finns plats och att "
            "filen inte är öppen i ett annat program."
        )

    def _report(self, stem: str) -> Path:
        return self.folder / REPORTS / f"{stem}.html"

    def _data(self, stem: str) -> Path:
        return self.folder / DATA / f"{stem}.json"

    def _key(self, stem: str) -> Path:
        return self.folder / _KEYS / f"{stem}.json"


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
