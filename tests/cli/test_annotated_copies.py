from __future__ import annotations

from pathlib import Path

import pytest

from avtalskoll.readers import read_bytes
from avtalskoll.readers.own_office import is_own_office
from tests.cli.conftest import Run
from tests.conftest import ROOT
from tests.readers.word import docx, p

PACKET = ROOT / "sample_agreements" / "06_avtalspaket"
AUDIT = ("--format", "docx", "--as-of", "2026-11-22")
TEXT = "Regionen ska avsätta läkare vid kommunens särskilda boenden."


@pytest.fixture
def agreement(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    path = folder / "avtal.docx"
    path.write_bytes(docx(p("Avtal om läkarmedverkan", style="Rubrik1") + p(TEXT)))
    return path


def comments(path: Path) -> list[str]:
    return [aside.text for aside in read_bytes(path.read_bytes(), path.name).asides if aside.kind == "comment"]


def test_a_copy_with_comments_is_written_beside_a_summary(run: Run, agreement: Path) -> None:
    outcome = run("audit", str(agreement), *AUDIT)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.endswith("Med kommentarer: avtal-kommentarer.docx\n")
    assert comments(Path("avtal-kommentarer.docx"))[0].startswith("Granskning med avtalskoll, 2026-11-22")
    assert comments(agreement) == []
    assert is_own_office(Path("avtal-kommentarer.docx")) and not is_own_office(agreement)


def test_an_earlier_copy_is_never_overwritten_by_itself(run: Run, agreement: Path) -> None:
    Path("avtal-kommentarer.docx").write_bytes(b"med mina svar")
    assert run("audit", str(agreement), *AUDIT, "--quiet").out == "avtal-kommentarer-2.docx\n"
    assert Path("avtal-kommentarer.docx").read_bytes() == b"med mina svar"


def test_a_set_becomes_a_folder(run: Run) -> None:
    outcome = run("audit", str(PACKET), *AUDIT, "--output", "kopior", "--quiet")
    assert (outcome.code, outcome.out) == (0, "")
    assert sorted(path.name for path in Path("kopior").iterdir()) == sorted(path.name for path in PACKET.iterdir())
    assert any(
        "Sammanfattningen står i huvudavtal.docx." in text for text in comments(Path("kopior/tillaggsavtal_2026.docx"))
    )


def test_copies_never_land_among_the_agreement_s_own_files(run: Run, agreement: Path) -> None:
    folder = agreement.parent
    for output in (folder / "kopia.docx", folder / "ny" / "kopia.docx"):
        outcome = run("audit", str(folder), *AUDIT, "--output", str(output))
        assert outcome.code == 2
        assert "ligger i mappen som granskas" in outcome.err
    assert run("audit", str(agreement), *AUDIT, "--output", str(agreement)).code == 2
    assert [path.name for path in folder.iterdir()] == ["avtal.docx"]
    assert comments(agreement) == []


def test_macros_ask_for_their_own_name(run: Run, agreement: Path) -> None:
    agreement.write_bytes(
        docx(p("Avtal om läkarmedverkan") + p(TEXT), main_type="application/vnd.ms-word.document.macroEnabled.main+xml")
    )
    outcome = run("audit", str(agreement), *AUDIT, "--output", "kopia.docx")
    assert outcome.code == 2
    assert "välj ett som slutar på .docm" in outcome.err
    assert run("audit", str(agreement), *AUDIT, "--quiet").out == "avtal-kommentarer.docm\n"


def test_what_is_no_word_file_says_so(run: Run) -> None:
    Path("avtal.md").write_text(f"# Avtal om läkarmedverkan\n\n{TEXT}\n", encoding="utf-8")
    outcome = run("audit", "avtal.md", *AUDIT)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("avtalskoll: Kommentarer kan bara läggas in i Word-filer (.docx)")
    assert [path.name for path in Path().iterdir()] == ["avtal.md"]
