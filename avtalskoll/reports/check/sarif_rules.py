"""The rules of a SARIF log: every requirement that was judged, also those without a result, with its help."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from avtalskoll.audit_report import RequirementResult
from avtalskoll.checking.check_run import CheckRun
from avtalskoll.reports import wording
from avtalskoll.reports.check import telling
from avtalskoll.reports.check.markdown_text import markdown_text
from avtalskoll.reports.printable import printable

Json = dict[str, Any]


def sarif_rules(run: CheckRun) -> list[Json]:
    """The rules in the checklist's order; a rule's place in the list is its `ruleIndex`."""
    results: dict[str, list[RequirementResult]] = {}
    for agreement in run.agreements:
        for finding in agreement.findings:
            results.setdefault(finding.id, []).append(agreement.result(finding.id))
    return [_rule(found) for found in results.values()]


def message_text(text: str) -> str:
    """The text as a SARIF message that holds neither placeholders nor links, whatever the agreement says."""
    return printable(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _rule(found: list[RequirementResult]) -> Json:
    first = found[0]
    sections = _sections(first, next((result.suggestion for result in found if result.suggestion), ""))
    plain = "\n\n".join([message_text(first.title), *(f"{head}: {message_text(text)}" for head, text in sections)])
    marked = "\n\n".join(f"**{head}:** {markdown_text(text)}" for head, text in sections)
    return {
        "id": first.id,
        "shortDescription": {"text": message_text(first.title)},
        "fullDescription": {"text": message_text(first.question)},
        "help": {"text": plain, "markdown": f"# {first.id} {markdown_text(first.title)}\n\n{marked}"},
        "defaultConfiguration": {"level": "warning" if first.norm == "N4" else "error"},
        "properties": {"norm": first.norm, "group": first.group, "tags": ["läkarmedverkan", first.group_title]},
    }


def _sections(result: RequirementResult, suggestion: str) -> Iterable[tuple[str, str]]:
    told = (
        ("Frågan", result.question),
        ("Varför det spelar roll", result.why),
        ("Grund", f"{wording.NORM_WORDS[result.norm]}. {telling.ground(result)}."),
        ("Att läsa kravet", result.note),
        ("Förslag till avtalstext", suggestion),
    )
    return [(head, text) for head, text in told if text]
