from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from avtalskoll.audit_report import AuditReport, Verdict
from avtalskoll.checking.check_run import CheckedAgreement, CheckFinding, CheckRun
from avtalskoll.comparing.baseline import Baseline
from avtalskoll.errors import WrongUseError
from avtalskoll.reports.json_report import render_json
from tests.reports.sample_report import sample_report
from tests.waivers.findings import checked, finding


def _report(file: str, verdicts: dict[str, Verdict], **changes: Any) -> AuditReport:
    results = tuple(
        sample_report().result(id).model_copy(update={"verdict": verdict, "evidence": (), "missing_elements": ()})
        for id, verdict in verdicts.items()
    )
    documents = (sample_report().documents[0].model_copy(update={"name": Path(file).name}),)
    return sample_report(results=results, documents=documents, **changes)


def _agreement(name: str, /, **verdicts: Verdict) -> CheckedAgreement:
    named = {id.replace("_", "-"): verdict for id, verdict in verdicts.items()}
    return checked(
        *(finding(id, verdict, file=name) for id, verdict in named.items()), name=name, report=_report(name, named)
    )


def _run(*agreements: CheckedAgreement) -> CheckRun:
    return CheckRun(
        version="1", as_of=date(2026, 11, 22), checklist="lakarmedverkan", checklist_version="1", fail_on=(),
        agreements=agreements, exit_code=0,
    )  # fmt: skip


@pytest.fixture
def baseline(tmp_path: Path):  # type: ignore[no-untyped-def]
    """Write an earlier result and read it: baseline(agreement, ...) for a check, baseline(report) for an audit."""

    def read(*earlier: CheckedAgreement | AuditReport) -> Baseline:
        path = tmp_path / "förra.json"
        if isinstance(earlier[0], AuditReport):
            text = render_json(earlier[0])
        else:
            run = _run(*(a for a in earlier if isinstance(a, CheckedAgreement)))
            text = json.dumps(run.model_dump(mode="json"))
        path.write_text(text, encoding="utf-8")
        return Baseline.read(path)

    return read


def _findings(agreement: CheckedAgreement) -> dict[str, CheckFinding]:
    return {finding.id: finding for finding in agreement.findings}


def _changes(agreements: tuple[CheckedAgreement, ...]) -> list[dict[str, str | None]]:
    return [{finding.id: finding.change for finding in agreement.findings} for agreement in agreements]


def test_every_finding_is_marked_and_what_is_gone_is_seen(baseline: Any) -> None:
    before = _agreement("a.md", OV_01="conflict", UP_02="missing", OM_05="partial", FO_01="met", FM_01="met")
    now = _agreement("a.md", OV_01="met", UP_02="partial", OM_05="missing", FO_01="missing", FM_01="met")
    earlier = baseline(before)
    (marked,) = earlier.mark([now])
    assert _changes((marked,)) == [
        {"OV-01": "resolved", "UP-02": "strengthened", "OM-05": "weakened", "FO-01": "new", "FM-01": "unchanged"}
    ]
    assert _findings(marked)["OV-01"].verdict_before == "conflict"
    assert earlier.worse([marked])
    assert not earlier.worse(earlier.mark([before]))


def test_an_audit_is_a_baseline_too_and_the_file_may_have_another_name(baseline: Any) -> None:
    earlier = baseline(_report("utkast 1.md", {"OV-01": "conflict"}))
    assert _changes(earlier.mark([_agreement("utkast/utkast 2.md", OV_01="conflict")])) == [{"OV-01": "unchanged"}]
    two = [_agreement("b/utkast 1.md", OV_01="conflict"), _agreement("b/utkast 2.md", OV_01="conflict")]
    assert _changes(earlier.mark(two)) == [{"OV-01": "unchanged"}, {"OV-01": "new"}]


def test_agreements_are_found_by_name_and_then_by_file_name(baseline: Any) -> None:
    earlier = baseline(_agreement("a/x.md", OV_01="conflict"), _agreement("b/y.md", OV_01="missing"))
    now = [_agreement("b/y.md", OV_01="missing"), _agreement("c/x.md", OV_01="conflict")]
    assert _changes(earlier.mark(now)) == [{"OV-01": "unchanged"}, {"OV-01": "unchanged"}]


def test_a_file_name_that_several_agreements_share_tells_nothing(baseline: Any) -> None:
    earlier = baseline(_agreement("gammalt/avtal.md", OV_01="conflict"), _agreement("x.md", OV_01="conflict"))
    now = [_agreement("a/avtal.md", OV_01="conflict"), _agreement("b/avtal.md", OV_01="conflict")]
    assert _changes(earlier.mark(now)) == [{"OV-01": "new"}, {"OV-01": "new"}]


def test_in_an_agreement_that_the_baseline_lacks_only_errors_are_worse(baseline: Any) -> None:
    earlier = baseline(_agreement("a.md", OV_01="met"), _agreement("c.md", OV_01="met"))
    (marked,) = earlier.mark([_agreement("ny.md", OV_01="partial", FO_01="met")])
    assert _changes((marked,)) == [{"OV-01": "new", "FO-01": "unchanged"}]
    assert not earlier.worse([marked])
    assert earlier.worse(earlier.mark([_agreement("a.md", OV_01="partial")]))
    assert earlier.worse(earlier.mark([_agreement("ny.md", OV_01="conflict")]))
    assert earlier.notes([marked]) == ("Finns inte i utgångsläget förra.json, så alla brister är nya: ny.md.",)


def test_what_is_waived_or_only_a_note_is_not_worse(baseline: Any) -> None:
    from avtalskoll.checking.check_run import AppliedWaiver

    earlier = baseline(_agreement("a.md", OV_01="met"))
    (marked,) = earlier.mark([_agreement("a.md", OV_01="conflict")])
    waiver = AppliedWaiver(reason="x", decided_by="y", decided=date(2026, 1, 1), expires=date(2027, 1, 1))
    waived = marked.findings[0].model_copy(update={"waiver": waiver})
    assert earlier.worse([marked])
    assert not earlier.worse([marked.model_copy(update={"findings": (waived,)})])
    assert not earlier.worse(earlier.mark([_agreement("a.md", OV_01="not_assessable")]))


def test_an_agreement_that_could_not_be_read_is_left_as_it_is(baseline: Any) -> None:
    earlier = baseline(_agreement("a.md", OV_01="conflict"))
    unreadable = CheckedAgreement(name="a.md", files=("a.md",), problem="Filen går inte att läsa.")
    assert earlier.mark([unreadable]) == (unreadable,)
    assert not earlier.worse([unreadable])


def test_another_checklist_or_day_is_told_and_compared_all_the_same(baseline: Any) -> None:
    sample = sample_report()
    checklist = sample.checklist.model_copy(update={"sha256": "0" * 64})
    before = _agreement("a.md", OV_01="conflict")
    old = _report("a.md", {"OV-01": "conflict"}, checklist=checklist, as_of=date(2026, 7, 31))
    earlier = baseline(before.model_copy(update={"report": old}))
    assert _changes(earlier.mark([before])) == [{"OV-01": "unchanged"}]
    version, day = earlier.notes([before])
    assert "annan version av checklistan" in version
    assert "2026-07-31" in day
    own = _report("a.md", {"OV-01": "conflict"}, checklist=checklist.model_copy(update={"id": "egen"}))
    (other,) = baseline(before.model_copy(update={"report": own})).notes([before])
    assert "med en annan checklista" in other
    assert baseline(before).notes([before]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "inte json",
        '{"schema": "avtalskoll.audit/1"}',
        '{"schema": "avtalskoll.check/2"}',
        "[" * 100_000,
    ],
)
def test_other_content_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "förra.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(WrongUseError) as caught:
        Baseline.read(path)
    assert "är inget resultat som den här versionen kan läsa" in caught.value.sentence
    with pytest.raises(WrongUseError, match="finns inte"):
        Baseline.read(tmp_path / "borta.json")
