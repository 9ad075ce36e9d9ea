"""The check as Markdown for a comment on a pull request: counts, what stops the check, the rest folded away."""

from __future__ import annotations

from collections.abc import Iterator

from avtalskoll.checking.check_run import CheckedAgreement, CheckRun
from avtalskoll.checking.own_output import COMMENT
from avtalskoll.reports.check import telling
from avtalskoll.reports.check.markdown_parts import Part, gap, gap_line, notice_lines, waiver_lines
from avtalskoll.reports.check.markdown_text import markdown_text
from avtalskoll.reports.check.shortened import shortened
from avtalskoll.reports.check.tally import changes, of_level, tally

_LONGEST = 64_000
"""GitHub takes 65,536 characters."""
_TABLE_ROWS = 100
_LAST = (
    "Granskad enligt lagen som den gäller {day} med checklistan {checklist} {version}. "
    "Resultatet är ett stöd för en jurists bedömning och ersätter den inte."
)


def render_markdown(run: CheckRun) -> str:
    """The comment with a final newline, always shorter than what GitHub takes; how much was left out is said.

    Text from the agreements is words only: it cannot become markup, a mention or a link.
    """
    last = _LAST.format(
        day=run.as_of.isoformat(),
        checklist=markdown_text(run.checklist),
        version=markdown_text(run.checklist_version),
    )
    # Room for what is always there: the first part, the last line and the sentence on what was left out.
    room = _LONGEST - len(last) - 200
    kept: list[str] = []
    cut = 0
    for part in _parts(run):
        text, lacking = part.fitted(room)
        room -= len(text) + 2
        kept += [text] if text else []
        cut += lacking if part.findings else 0
    if cut:
        kept.append(
            f"**{cut} fynd är utelämnade här, eftersom kommentaren annars blir för lång.** De finns i rapporten."
        )
    return "\n\n".join([*kept, last]) + "\n"


def _parts(run: CheckRun) -> Iterator[Part]:
    yield Part((" ".join(filter(None, (tally(run.agreements).sentence, changes(run)))),), f"{COMMENT}\n\n")
    yield Part(tuple(f"- **Fel:** {markdown_text(error)}" for error in run.errors), between="\n")
    yield Part((_table(run),))
    yield Part(tuple(line for agreement in run.agreements for line in notice_lines(agreement)), between="\n")
    yield Part(tuple(f"- {markdown_text(note)}" for note in run.notes), between="\n")
    for agreement in run.agreements:
        failing = tuple(gap(finding, agreement) for finding in agreement.findings if finding.fails)
        yield Part(failing, f"### {_name(agreement)}: stoppar kontrollen\n\n", findings=True)
    yield Part(_changed(run), "### Mot utgångsläget\n\n", between="\n")
    yield Part(waiver_lines(run), "### Undantag\n\n", between="\n")
    for agreement in run.agreements:
        rest = [f for f in of_level(agreement, "error", "warning", "note") if not f.fails]
        head = f"{_name(agreement)}: att se över och noteringar ({len(rest)})"
        yield _folded(head, [gap(finding, agreement) for finding in rest], "\n\n")
    for agreement in run.agreements:
        passed = of_level(agreement, "pass")
        head = f"{_name(agreement)}: utan anmärkning ({len(passed)})"
        yield _folded(head, [gap_line(finding, agreement, named=False) for finding in passed], "\n")


def _folded(summary: str, items: list[str], between: str) -> Part:
    opening = f"<details><summary>{summary}</summary>\n\n"
    return Part(tuple(items), opening, "\n\n</details>", between, findings=True)


def _name(agreement: CheckedAgreement) -> str:
    return markdown_text(shortened(telling.name(agreement), 80))


def _table(run: CheckRun) -> str:
    rows = [
        "| Avtal | Stoppar | Att se över | Noteringar | Undantag | Utan anmärkning |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for agreement in run.agreements[:_TABLE_ROWS]:
        if agreement.problem:
            rows.append(f"| {_name(agreement)} | kunde inte läsas | | | | |")
            continue
        counts = tally([agreement])
        passed = sum(finding.level == "pass" and finding.waiver is None for finding in agreement.findings)
        numbers = (counts.fails, counts.warnings, counts.notes, counts.waived, passed)
        rows.append(f"| {_name(agreement)} | {' | '.join(map(str, numbers))} |")
    if len(run.agreements) > _TABLE_ROWS:
        rows.append(f"| … och {len(run.agreements) - _TABLE_ROWS} avtal till | | | | | |")
    return "\n".join(rows)


def _changed(run: CheckRun) -> tuple[str, ...]:
    return tuple(
        gap_line(finding, agreement)
        for kind in ("weakened", "new", "strengthened", "resolved")
        for agreement in run.agreements
        for finding in agreement.findings
        if finding.change == kind and (finding.level != "pass" or kind == "resolved")
    )
