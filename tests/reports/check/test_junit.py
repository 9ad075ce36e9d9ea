from __future__ import annotations

from xml.etree import ElementTree

from avtalskoll.reports.check.junit import render_junit
from tests.reports.check.sample_run import quoting, sample_run


def suites() -> dict[str, ElementTree.Element]:
    root = ElementTree.fromstring(render_junit(sample_run()))
    return {suite.get("name", ""): suite for suite in root.iter("testsuite")}


def case_of(suite: ElementTree.Element, id: str) -> ElementTree.Element:
    [case] = [case for case in suite if case.get("name", "").startswith(id)]
    return case


def test_a_suite_for_each_agreement_and_a_case_for_each_requirement() -> None:
    found = suites()
    assert list(found) == ["utkast/Avtal, norra länsdelen 50 %.docx", "utkast/inskannat.pdf", "utkast/södra.md"]
    text = found["utkast/södra.md"]
    assert text.get("tests") == "52" == str(len(text))
    met = case_of(text, "OM-01")
    assert met.get("line") == "17" and met.get("file") == "utkast/södra.md"
    assert not {child.tag for child in met} & {"failure", "error", "skipped"}


def test_a_finding_that_fails_is_a_failure_with_quote_and_law() -> None:
    failure = case_of(suites()["utkast/södra.md"], "OV-01").find("failure")
    assert failure is not None and failure.get("type") == "conflict"
    assert "lagen anger inget sådant villkor" in failure.get("message", "")
    assert "skriftliga godkännande" in (failure.text or "") and "16 kap. 1 § tredje stycket HSL" in (failure.text or "")


def test_a_gap_below_the_threshold_passes_with_its_words() -> None:
    case = case_of(suites()["utkast/södra.md"], "FO-07")
    assert [child.tag for child in case] == ["system-out"] and "Saknas" in (case[0].text or "")


def test_waived_not_applicable_and_not_assessable_are_skipped_with_a_reason() -> None:
    word = suites()["utkast/Avtal, norra länsdelen 50 %.docx"]
    for id, words in (("OV-01", "Beslutat av Anna Ek"), ("OM-04", "Ej tillämpligt"), ("UP-03", "Kan ej bedömas")):
        skipped = case_of(word, id).find("skipped")
        assert skipped is not None and words in skipped.get("message", "")


def test_what_cannot_be_read_is_an_error_and_the_sums_agree() -> None:
    root = ElementTree.fromstring(render_junit(sample_run(errors=("Undantaget har gått ut.",))))
    [case] = next(suite for suite in root if suite.get("name") == "utkast/inskannat.pdf")
    error = case.find("error")
    assert error is not None and "be om originalet" in error.get("message", "")
    for element in (root, *root):
        for plural, tag in (
            ("tests", "testcase"),
            ("failures", "failure"),
            ("errors", "error"),
            ("skipped", "skipped"),
        ):
            assert int(element.get(plural, "0")) == len(list(element.iter(tag)))
    assert root.get("errors") == "2"


def test_any_text_gives_well_formed_xml() -> None:
    text = render_junit(quoting("noll \x00 klocka \x07 slut ]]> <b> & \ufffe", name="a\x01<b>.md"))
    root = ElementTree.fromstring(text.encode("utf-8"))
    assert "]]> <b> &" in "".join(root.itertext())
