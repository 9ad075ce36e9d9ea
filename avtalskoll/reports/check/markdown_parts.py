"""The pieces of the Markdown comment: a finding in full, a finding on a line, notices and waivers."""

from __future__ import annotations

from dataclasses import dataclass

from avtalskoll.checking.check_run import CheckedAgreement, CheckFinding, CheckRun, Place
from avtalskoll.reports.check import telling
from avtalskoll.reports.check.markdown_text import markdown_text
from avtalskoll.reports.check.relative_uri import relative_path
from avtalskoll.reports.check.shortened import shortened
from avtalskoll.reports.wording import first_notices

_QUOTE, _QUOTES = 600, 4


@dataclass(frozen=True, slots=True)
class Part:
    """Pieces under an opening, as many as there is room for; without any of them the part is left out."""

    items: tuple[str, ...]
    opening: str = ""
    closing: str = ""
    between: str = "\n\n"
    findings: bool = False
    """Whether the items are findings: those left out are counted."""

    def fitted(self, room: int) -> tuple[str, int]:
        """The text in at most `room` characters, "" where not even one item fits, and how many items it lacks."""
        room -= len(self.opening) + len(self.closing)
        kept = []
        for item in self.items:
            room -= len(item) + len(self.between)
            if room < 0:
                break
            kept.append(item)
        text = f"{self.opening}{self.between.join(kept)}{self.closing}" if kept else ""
        return text, len(self.items) - len(kept)


def gap(finding: CheckFinding, agreement: CheckedAgreement) -> str:
    """A finding in full: the verdict with its reason, the law, the quotes with their places, what to ask for."""
    result = agreement.result(finding.id)
    told = [
        f"**{markdown_text(telling.heading(finding))}**{_mark(finding)}  ",
        " ".join(filter(None, map(markdown_text, (telling.verdict(finding), telling.lacking(result))))) + "  ",
        f"Grund: {markdown_text(telling.ground(result))}",
    ]
    quoted = [place for place in finding.places if place.quote]
    for place in quoted[:_QUOTES]:
        told += ["", _quote(place)]
    if len(quoted) > _QUOTES:
        told += ["", f"Och {len(quoted) - _QUOTES} ställen till."]
    if finding.suggestion:
        told += ["", f"Förslag: {markdown_text(shortened(finding.suggestion, _QUOTE))}"]
    return "\n".join(told)


def gap_line(finding: CheckFinding, agreement: CheckedAgreement, named: bool = True) -> str:
    """A finding as a list item; `named` says which agreement it stands in."""
    name = f"{markdown_text(telling.name(agreement))}, " if named else ""
    return f"- {name}{markdown_text(telling.heading(finding))}: {markdown_text(finding.display)}{_mark(finding)}"


def notice_lines(agreement: CheckedAgreement) -> tuple[str, ...]:
    """What must be read first about an agreement, as list items."""
    told = [agreement.problem] if agreement.problem else []
    told += first_notices(agreement.report) if agreement.report else ()
    return tuple(f"- **{markdown_text(telling.name(agreement))}:** {markdown_text(line)}" for line in told)


def waiver_lines(run: CheckRun) -> tuple[str, ...]:
    """The findings that a decision lets stand, with the decision, and the waivers that did not hold, as list items."""
    lines = [
        f"{gap_line(finding, agreement)}. {markdown_text(telling.waived(finding.waiver))}"
        for agreement in run.agreements
        for finding in agreement.findings
        if finding.waiver is not None
    ]
    lines += [f"- {markdown_text(note.sentence)}" for note in run.waivers if note.state != "used"]
    return tuple(lines)


def _mark(finding: CheckFinding) -> str:
    if finding.change is None or finding.change == "unchanged":
        return ""
    return f" ({telling.CHANGE_WORDS[finding.change]})"


def _quote(place: Place) -> str:
    spot = ", ".join(filter(None, (relative_path(place.file), telling.where(place))))
    return f"> ”{markdown_text(shortened(place.quote, _QUOTE))}”  \n> {markdown_text(spot)}"
