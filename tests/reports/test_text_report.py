from __future__ import annotations

from avtalskoll.reports.text import render_text
from tests.reports.sample_pending import pending
from tests.reports.sample_report import quote, sample_report


def test_summary_has_counts_and_gaps_in_order() -> None:
    text = render_text(sample_report(), details=False)
    assert "Det avtalet bör innehålla (37)" in text
    assert "✕ Konflikt                      2" in text
    ids = [word for word in text.split() if len(word) == 5 and word[2:3] == "-"]
    assert ids[:5] == ["DR-01", "EL-05", "OM-02", "OM-03", "OM-05"]
    assert "godkännande inhämtas" not in text


def test_details_say_why_and_where() -> None:
    text = " ".join(render_text(sample_report()).split())
    assert "om rätten kan avtalas bort är oprövat. Avtalet kräver regionens skriftliga godkännande" in text
    assert "avsnitt 7.3, sidan 6; går emot kravet)" in text
    assert "Det som saknas: minst två former som åtaganden" in text
    assert "Anmärkning: Formerna anges i bilaga 3" in text


def test_notices_come_before_the_counts() -> None:
    text = render_text(sample_report())
    assert text.index("! Bilaga 2.pdf, inte läst") < text.index("Det avtalet bör innehålla")


def test_the_files_and_what_is_absent_stand_first() -> None:
    text = " ".join(render_text(sample_report()).split())
    assert text.index("Underlag") < text.index("Det avtalet bör innehålla")
    assert "Bilaga 2.pdf: PDF, inte läst: hela filen (inskannad bild utan text)" in text.replace("3 sidor, ", "")
    assert "bilaga 3 nämns i avsnitt 4.2 men finns inte i underlaget" in text


def test_lines_keep_the_width() -> None:
    assert all(len(line) <= 60 for line in render_text(sample_report(), width=60).splitlines())


def test_without_symbols_the_signs_are_ascii() -> None:
    text = render_text(sample_report(), symbols=False, details=False)
    assert "X DR-01" in text
    text.encode("cp1252")


def test_colour_only_when_asked_for() -> None:
    assert "\x1b" not in render_text(sample_report())
    assert "\x1b[31m✕\x1b[0m DR-01" in render_text(sample_report(), color=True)


def test_contract_text_cannot_steer_the_terminal() -> None:
    report = sample_report()
    hostile = report.result("OV-01").model_copy(update={"evidence": (quote("a\x1b[2Jb\u202ec\r\x07", "conflicts"),)})
    text = render_text(report.model_copy(update={"results": (hostile,)}))
    assert "”a [2Jbc ”" in text
    assert all(character.isprintable() for character in text.replace("\n", ""))


def test_pending_changes_are_told_in_short() -> None:
    text = " ".join(render_text(sample_report(pending_changes=pending()), details=False).split())
    assert "2 spårade ändringar väntar på beslut. Rapporten visar avtalet som om alla vore godkända." in text
    assert "OV-01 Krav på regionens förhandsgodkännande: Konflikt → Inget sådant villkor hittat" in text
    assert "->" in render_text(sample_report(pending_changes=pending()), symbols=False)
    assert "väntar på beslut" not in render_text(sample_report())
