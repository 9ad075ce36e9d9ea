from __future__ import annotations

from avtalskoll.reports.check.github import render_github
from tests.reports.check.sample_run import checked, quoting, sample_run


def test_the_summary_stands_first() -> None:
    first, *rest = render_github(sample_run()).splitlines()
    assert first == (
        "avtalskoll: 2 avtal granskade, 1 kunde inte läsas, 13 stoppar kontrollen, 34 att se över, 4 noteringar, "
        "1 undantag. Jämfört med utgångsläget: 1 ny brist, 1 försvagning och 1 åtgärdad brist."
    )
    assert rest[0].startswith("::error file=utkast/inskannat.pdf,title=Kunde inte läsas::")


def test_names_the_file_and_the_line_where_there_are_lines() -> None:
    text = render_github(sample_run(agreements=(checked("utkast/södra.md", line=17),)))
    assert "::error file=utkast/södra.md,line=17,title=OM-05 Omfattningen av läkarmedverkan anges::Delvis. " in text
    text = render_github(sample_run(agreements=(checked("Avtal, 50 %.docx"),)))
    assert "::error file=Avtal%2C 50 %25.docx,title=DR-01 Läkarbedömning oavsett tid på dygnet::" in text
    assert "Avsnitt 5.1, sidan 4: ”Läkare finns" in text


def test_at_most_ten_of_a_kind_and_a_line_for_the_rest() -> None:
    lines = render_github(sample_run()).splitlines()
    for kind in ("error", "warning", "notice"):
        assert len([line for line in lines if line.startswith(f"::{kind} ")]) <= 10
    assert "avtalskoll: ytterligare 4 som stoppar kontrollen visas inte här; se rapporten." in lines


def test_a_waived_finding_stays_as_a_notice() -> None:
    [line] = [line for line in render_github(sample_run()).splitlines() if "(undantag)" in line]
    assert line.startswith("::notice ") and "Beslutat av Anna Ek" in line


def test_the_text_of_an_agreement_cannot_give_commands() -> None:
    words = "slut\n::error::påhittat\r\n::stop-commands::x\u2028##[error]y, a: 100 %0A"
    text = render_github(quoting(words, name="a\n::error::b,line=9.md"))
    for line in text.splitlines():
        assert line.startswith(
            ("::error file=", "::warning file=", "::notice file=", "::warning title=", "avtalskoll: ")
        )
    properties = [line.split("::")[1] for line in text.splitlines() if "file=" in line]
    assert all(",line=9" not in line for line in properties)
    assert "100 %250A" in text
