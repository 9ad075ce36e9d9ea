"""The check as annotations for GitHub Actions: workflow commands on stdout, a summary line before them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from avtalskoll.checking.check_run import CheckedAgreement, CheckFinding, CheckRun
from avtalskoll.reports.check import telling
from avtalskoll.reports.check.relative_uri import relative_path
from avtalskoll.reports.check.shortened import shortened
from avtalskoll.reports.check.tally import changes, tally
from avtalskoll.reports.printable import printable
from avtalskoll.reports.wording import first_notices

Kind = Literal["error", "warning", "notice"]
_MOST = 10
"""So many annotations of each kind does GitHub show for a step."""
_KINDS: tuple[tuple[Kind, str], ...] = (
    ("error", "stoppar kontrollen"),
    ("warning", "är att se över"),
    ("notice", "är noteringar eller undantag"),
)


@dataclass(frozen=True, slots=True)
class _Annotation:
    kind: Kind
    title: str
    message: str
    file: str = ""
    line: int | None = None

    @property
    def command(self) -> str:
        """The workflow command; nothing in the texts can end it or begin another."""
        told = {"file": self.file, "line": str(self.line or ""), "title": printable(self.title)}
        properties = ",".join(f"{name}={_property(value)}" for name, value in told.items() if value)
        return f"::{self.kind} {properties}::{_data(printable(self.message))}"


def render_github(run: CheckRun) -> str:
    """The summary, then at most ten annotations of each kind with a line that says how many more there are."""
    found = list(_annotations(run))
    lines = [_plain(f"avtalskoll: {' '.join(filter(None, (tally(run.agreements).sentence, changes(run))))}")]
    for kind, words in _KINDS:
        mine = [annotation for annotation in found if annotation.kind == kind]
        lines += [annotation.command for annotation in mine[:_MOST]]
        if len(mine) > _MOST:
            lines.append(f"avtalskoll: ytterligare {len(mine) - _MOST} som {words} visas inte här; se rapporten.")
    return "\n".join(lines) + "\n"


def _annotations(run: CheckRun) -> Iterator[_Annotation]:
    for error in run.errors:
        yield _Annotation("error", "avtalskoll", error)
    for agreement in run.agreements:
        file = relative_path(agreement.files[0])
        if agreement.problem:
            yield _Annotation("error", "Kunde inte läsas", agreement.problem, file)
        for notice in first_notices(agreement.report) if agreement.report else ():
            yield _Annotation("warning", "Att veta först", notice, file)
    for note in run.waivers:
        if note.state != "used" and note.sentence not in run.errors:
            yield _Annotation("warning", f"Undantag för {note.requirement}", note.sentence)
    for told in run.notes:
        yield _Annotation("notice", "avtalskoll", told)
    for agreement in run.agreements:
        for finding in agreement.findings:
            if finding.level != "pass":
                yield _told(finding, agreement)


def _told(finding: CheckFinding, agreement: CheckedAgreement) -> _Annotation:
    place = finding.places[0] if finding.places else None
    spot = telling.where(place) if place else ""
    parts = [telling.verdict(finding), telling.lacking(agreement.result(finding.id))]
    if place and place.quote:
        parts.append(f"{spot[:1].upper()}{spot[1:]}: ”{shortened(place.quote, 300)}”" if spot else f"”{place.quote}”")
    title = telling.heading(finding)
    if finding.change in ("new", "weakened"):
        title += f" ({telling.CHANGE_WORDS[finding.change]})"
    if finding.waiver is not None:
        parts.append(f"Undantag: {telling.waived(finding.waiver)}")
        title += " (undantag)"
    kind: Kind = "notice"
    if finding.waiver is None:
        kind = "error" if finding.fails else "notice" if finding.level == "note" else "warning"
    file = place.file if place else agreement.files[0]
    return _Annotation(kind, title, " ".join(parts), relative_path(file), place.line if place else None)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _plain(line: str) -> str:
    # An older form of command may stand anywhere in a line.
    return line.replace("##[", "## [")
