"""The check as SARIF 2.1.0, for code scanning and editors: the same bytes for the same run, no time, no machine.

Results are what there is to bring up, and what a baseline had; what passed is told by the rules that ran and by the
verdicts under the run's properties, since readers of SARIF show every result as an alert.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from avtalskoll.checking.check_run import CheckedAgreement, CheckFinding, CheckRun, Place
from avtalskoll.errors import ExitCode
from avtalskoll.reports.check import telling
from avtalskoll.reports.check.relative_uri import relative_uri
from avtalskoll.reports.check.sarif_rules import message_text, sarif_rules
from avtalskoll.reports.wording import first_notices

Json = dict[str, Any]
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASELINE = {
    "new": "new",
    "weakened": "updated",
    "strengthened": "updated",
    "unchanged": "unchanged",
    "resolved": "absent",
}


def render_sarif(run: CheckRun) -> str:
    """The run as a SARIF log with a final newline; to be written as UTF-8."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(run)]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _run(run: CheckRun) -> Json:
    rules = sarif_rules(run)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    return {
        "tool": {
            "driver": {
                "name": "avtalskoll",
                "version": run.version,
                "semanticVersion": run.version,
                "language": "sv",
                "rules": rules,
            }
        },
        "language": "sv",
        "automationDetails": {"id": f"avtalskoll/{relative_uri(run.checklist)}/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(run)],
        "results": [
            _result(finding, agreement, index)
            for agreement in run.agreements
            for finding in agreement.findings
            if finding.level != "pass" or finding.change == "resolved"
        ],
        "properties": {
            "asOf": run.as_of.isoformat(),
            "checklist": run.checklist,
            "checklistVersion": run.checklist_version,
            "failOn": list(run.fail_on),
            "agreements": [_verdicts(agreement) for agreement in run.agreements],
        },
    }


def _verdicts(agreement: CheckedAgreement) -> Json:
    return {
        "name": telling.name(agreement),
        "files": [relative_uri(file) for file in agreement.files],
        "verdicts": {finding.id: finding.verdict for finding in agreement.findings},
    }


def _invocation(run: CheckRun) -> Json:
    invocation: Json = {
        "executionSuccessful": run.exit_code in (ExitCode.OK, ExitCode.FINDINGS),
        "exitCode": run.exit_code,
    }
    configuration = [{"level": "error", "message": {"text": message_text(error)}} for error in run.errors]
    configuration += [
        {"level": "warning", "message": {"text": message_text(note.sentence)}}
        for note in run.waivers
        if note.state != "used" and note.sentence not in run.errors
    ]
    execution = [notice for agreement in run.agreements for notice in _notices(agreement)]
    execution += [{"level": "note", "message": {"text": message_text(note)}} for note in run.notes]
    if execution:
        invocation["toolExecutionNotifications"] = execution
    if configuration:
        invocation["toolConfigurationNotifications"] = configuration
    return invocation


def _notices(agreement: CheckedAgreement) -> Iterator[Json]:
    locations = [{"physicalLocation": _artifact(file)} for file in agreement.files]
    if agreement.problem:
        yield {"level": "error", "message": {"text": message_text(agreement.problem)}, "locations": locations}
    for notice in first_notices(agreement.report) if agreement.report else ():
        yield {"level": "warning", "message": {"text": message_text(notice)}, "locations": locations}


def _result(finding: CheckFinding, agreement: CheckedAgreement, index: dict[str, int]) -> Json:
    kind = _kind(finding)
    main, *others = finding.places or (Place(file=agreement.files[0]),)
    text = [telling.verdict(finding), telling.lacking(agreement.result(finding.id))]
    place = telling.where(main)
    result: Json = {
        "ruleId": finding.id,
        "ruleIndex": index[finding.id],
        "kind": kind,
        "level": finding.level if kind == "fail" else "none",
        "message": {"text": message_text(" ".join([*text, f"({telling.name(agreement)}{place and ', '}{place})"]))},
        "locations": [_location(main)],
    }
    if others:
        result["relatedLocations"] = [{"id": number, **_location(other)} for number, other in enumerate(others, 1)]
    result["partialFingerprints"] = {"avtalskoll/v1": finding.fingerprint}
    if finding.change is not None:
        result["baselineState"] = _BASELINE[finding.change]
    result["suppressions"] = [
        {"kind": "external", "status": "accepted", "justification": telling.waived(waiver)}
        for waiver in (finding.waiver,)
        if waiver is not None
    ]
    result["properties"] = {
        "agreement": telling.name(agreement),
        "verdict": finding.verdict,
        "norm": finding.norm,
        "fails": finding.fails,
        **({"change": finding.change} if finding.change else {}),
        **({"verdictBefore": finding.verdict_before} if finding.verdict_before else {}),
    }
    return result


def _kind(finding: CheckFinding) -> str:
    if finding.level == "pass":
        return "notApplicable" if finding.verdict == "not_applicable" else "pass"
    return "open" if finding.verdict == "not_assessable" and not finding.fails else "fail"


def _location(place: Place) -> Json:
    physical = _artifact(place.file)
    if place.line is not None:
        physical["region"] = {"startLine": place.line}
        if place.quote:
            physical["region"]["snippet"] = {"text": place.quote}
    location: Json = {"physicalLocation": physical}
    spot = telling.where(place)
    if place.section:
        name = relative_uri(place.file)
        location["logicalLocations"] = [
            {"name": place.section, "fullyQualifiedName": f"{name}#{place.section}", "kind": "section"}
        ]
    if place.quote:
        location["message"] = {"text": message_text(f"{spot}: ”{place.quote}”" if spot else f"”{place.quote}”")}
    if place.page is not None:
        location["properties"] = {"page": place.page}
    return location


def _artifact(file: str) -> Json:
    return {"artifactLocation": {"uri": relative_uri(file)}}
