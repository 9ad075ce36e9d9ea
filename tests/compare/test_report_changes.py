from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalskoll.audit_report import AuditReport, RequirementResult
from avtalskoll.comparing.report_changes import report_changes
from tests.reports.sample_report import quote, sample_report

_VERDICTS = ["conflict", "missing", "partial", "met", "not_applicable", "not_assessable"]


def report(verdict: str, *clauses: str, missing: tuple[str, ...] = (), role: str = "supports") -> AuditReport:
    """A report that asks OM-05 alone."""
    evidence = tuple(quote(f"Klausul {c}.", role).model_copy(update={"fingerprint": c}) for c in clauses)
    return sample_report(results=(_result(verdict=verdict, evidence=evidence, missing_elements=missing),))


def _result(**changes: Any) -> RequirementResult:
    return sample_report().result("OM-05").model_copy(update=changes)


def _kind(old: AuditReport, new: AuditReport) -> str:
    (change,) = report_changes(old, new)
    return change.kind


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("met", "partial", "new"),
        ("met", "missing", "new"),
        ("not_applicable", "conflict", "new"),
        ("not_assessable", "conflict", "new"),
        ("met", "not_assessable", "new"),
        ("partial", "met", "resolved"),
        ("conflict", "not_applicable", "resolved"),
        ("not_assessable", "met", "resolved"),
        ("partial", "missing", "weakened"),
        ("missing", "conflict", "weakened"),
        ("conflict", "missing", "strengthened"),
        ("conflict", "partial", "strengthened"),
        ("missing", "partial", "strengthened"),
        ("conflict", "not_assessable", "unchanged"),
        ("met", "not_applicable", "reworded"),
    ],
)
def test_another_verdict(before: str, after: str, kind: str) -> None:
    (change,) = report_changes(report(before, "aa"), report(after, "bb"))
    assert change.kind == kind
    assert (change.verdict_before, change.verdict_after) == (before, after)
    assert [e.quote for e in change.quotes_before] == ["Klausul aa."]
    assert [e.quote for e in change.quotes_after] == ["Klausul bb."]


def test_the_same_verdict_in_other_words_is_reworded() -> None:
    assert _kind(report("met", "aa"), report("met", "bb")) == "reworded"
    assert _kind(report("met", "aa", "bb"), report("met", "bb", "aa")) == "unchanged"


def test_a_partial_requirement_with_more_or_less_of_it_missing() -> None:
    less, more = report("partial", "aa", missing=("vem",)), report("partial", "bb", missing=("vem", "hur ofta"))
    assert _kind(less, more) == "weakened"
    assert _kind(more, less) == "strengthened"


def test_a_promise_that_no_longer_binds_is_weakened() -> None:
    shall = report("partial", "aa", missing=("hur ofta",))
    should = report("partial", "bb", missing=("hur ofta",), role="weakens")
    assert _kind(shall, should) == "weakened"
    assert _kind(should, shall) == "strengthened"


def test_better_in_one_way_and_worse_in_another_is_neither() -> None:
    should_often = report("partial", "bb", role="weakens")
    assert _kind(report("partial", "aa", missing=("hur ofta",)), should_often) == "reworded"


def test_one_more_conflicting_clause_is_weakened() -> None:
    one, two = report("conflict", "aa", role="conflicts"), report("conflict", "aa", "bb", role="conflicts")
    assert _kind(one, two) == "weakened"
    assert _kind(two, one) == "strengthened"
    assert _kind(one, report("conflict", "bb", role="conflicts")) == "reworded"


def test_requirements_that_only_one_report_asks() -> None:
    nobody = sample_report(results=())
    assert report_changes(report("missing"), nobody) == ()
    (gap,) = report_changes(nobody, report("missing"))
    assert (gap.kind, gap.verdict_before) == ("new", None)
    (passing,) = report_changes(nobody, report("met", "aa"))
    assert (passing.kind, passing.verdict_before) == ("unchanged", None)


_REPORTS = st.builds(
    report,
    st.sampled_from(_VERDICTS),
    st.sampled_from(["aa", "bb"]),
    missing=st.sampled_from([(), ("vem",), ("vem", "hur ofta")]),
    role=st.sampled_from(["supports", "weakens", "conflicts"]),
)
_BACK = {"new": "resolved", "weakened": "strengthened", "reworded": "reworded", "unchanged": "unchanged"}


@given(old=_REPORTS, new=_REPORTS)
def test_the_way_back_is_the_opposite(old: AuditReport, new: AuditReport) -> None:
    there, back = _kind(old, new), _kind(new, old)
    if "not_assessable" in (old.results[0].verdict, new.results[0].verdict) and old != new:
        # A gap that cannot be judged any more is not resolved, but is new when it can be judged again.
        assert "weakened" not in (there, back)
        assert "strengthened" not in (there, back)
    else:
        assert _BACK.get(there, "") == back or _BACK.get(back, "") == there


@given(report=_REPORTS)
def test_nothing_changes_between_a_report_and_itself(report: AuditReport) -> None:
    assert _kind(report, report) == "unchanged"
