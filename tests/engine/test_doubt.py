"""Where the text allows two readings, the reason says so and quotes both."""

from __future__ import annotations


def test_a_condition_that_another_clause_denies(audit_text) -> None:  # type: ignore[no-untyped-def]
    text = """## 7 Kommunens rätt

7.1 Kommunen får anlita läkare på regionens bekostnad. Regionens godkännande krävs inte.

## 9 Rutiner

9.4 Kommunen får anlita läkare på regionens bekostnad endast efter regionens skriftliga godkännande.
"""
    result = audit_text(text).result("OV-01")
    assert result.verdict == "conflict"
    assert "två sätt" in result.reason
    assert "skriftliga godkännande" in result.reason
    assert "krävs inte" in result.reason
    assert {evidence.section for evidence in result.evidence} == {"7.1", "9.4"}


def test_a_duty_that_is_said_again_without_binding(audit_text) -> None:  # type: ignore[no-untyped-def]
    text = """## 5 Uppföljning

Parterna ska följa upp läkarmedverkan en gång per år.

Parterna bör följa upp läkarmedverkan en gång per år.
"""
    result = audit_text(text).result("UP-01")
    assert result.verdict == "met"
    assert "två sätt" in result.reason
    assert "bör följa upp" in result.reason


def test_one_reading_is_not_called_two(audit_text) -> None:  # type: ignore[no-untyped-def]
    result = audit_text("Parterna ska följa upp läkarmedverkan en gång per år.").result("UP-01")
    assert result.verdict == "met"
    assert "två sätt" not in result.reason
