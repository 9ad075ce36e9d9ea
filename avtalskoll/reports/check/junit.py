"""The check as JUnit XML: a suite for each agreement, a case for each requirement, also those that passed."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from avtalskoll.checking.check_run import CheckedAgreement, CheckFinding, CheckRun
from avtalskoll.reports.check import telling
from avtalskoll.reports.check.relative_uri import relative_path

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNREAD = "Kunde inte läsas"


def render_junit(run: CheckRun) -> str:
    """The run as an XML document with a final newline; to be written as UTF-8. It tells no times and no machine."""
    suites = [_agreement_suite(agreement) for agreement in run.agreements]
    if run.errors:
        suites.append(_error_suite(run.errors))
    root = ElementTree.Element("testsuites", {"name": "avtalskoll"})
    root.extend(suites)
    for name in ("tests", "failures", "errors", "skipped"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
    ElementTree.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _agreement_suite(agreement: CheckedAgreement) -> ElementTree.Element:
    cases = [_case(finding, agreement) for finding in agreement.findings]
    if agreement.problem:
        cases.append(_errored(telling.name(agreement), "Underlaget", agreement.problem))
    for document in agreement.report.documents if agreement.report else ():
        cases += [
            _errored(telling.name(agreement), f"Underlaget {document.name}", f"Inte läst: {u}.")
            for u in document.unread
        ]
    return _suite(telling.name(agreement), cases)


def _error_suite(errors: tuple[str, ...]) -> ElementTree.Element:
    return _suite("avtalskoll", [_errored("avtalskoll", f"Kontrollen {n}", e) for n, e in enumerate(errors, 1)])


def _suite(name: str, cases: list[ElementTree.Element]) -> ElementTree.Element:
    counts = {
        plural: str(sum(case.find(tag) is not None for case in cases))
        for plural, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped"))
    }
    suite = ElementTree.Element("testsuite", {"name": _xml(name), "tests": str(len(cases)), **counts})
    suite.extend(cases)
    return suite


def _case(finding: CheckFinding, agreement: CheckedAgreement) -> ElementTree.Element:
    case = _testcase(telling.name(agreement), telling.heading(finding))
    if finding.places:
        case.set("file", _xml(relative_path(finding.places[0].file)))
        if finding.places[0].line is not None:
            case.set("line", str(finding.places[0].line))
    verdict = telling.verdict(finding)
    if finding.waiver is not None:
        _child(case, "skipped", f"Undantag: {telling.waived(finding.waiver)}")
        _child(case, "system-out", "", _details(finding, agreement))
    elif finding.fails:
        failure = _child(case, "failure", verdict, _details(finding, agreement))
        failure.set("type", finding.verdict)
    elif finding.verdict in ("not_applicable", "not_assessable"):
        _child(case, "skipped", verdict)
    else:
        _child(case, "system-out", "", _details(finding, agreement))
    return case


def _details(finding: CheckFinding, agreement: CheckedAgreement) -> str:
    result = agreement.result(finding.id)
    lines = [telling.verdict(finding), telling.lacking(result), f"Grund: {telling.ground(result)}"]
    for place in finding.places:
        if place.quote:
            spot = telling.where(place)
            lines.append(f"{relative_path(place.file)}{spot and ', '}{spot}: ”{place.quote}”")
    if finding.change is not None:
        lines.append(f"Mot utgångsläget: {telling.CHANGE_WORDS[finding.change]}.")
    if finding.suggestion:
        lines.append(f"Förslag: {finding.suggestion}")
    return "\n".join(filter(None, lines))


def _errored(suite: str, name: str, sentence: str) -> ElementTree.Element:
    case = _testcase(suite, name)
    _child(case, "error", sentence).set("type", _UNREAD if suite != "avtalskoll" else "Kontrollen")
    return case


def _testcase(classname: str, name: str) -> ElementTree.Element:
    return ElementTree.Element("testcase", {"classname": _xml(classname), "name": _xml(name)})


def _child(case: ElementTree.Element, tag: str, message: str, text: str = "") -> ElementTree.Element:
    child = ElementTree.SubElement(case, tag, {"message": _xml(message)} if message else {})
    child.text = _xml(text) or None
    return child


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
