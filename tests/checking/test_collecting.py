from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from avtalskoll.audit_report import Facts
from avtalskoll.checking.candidate import Candidate
from avtalskoll.checking.collecting import Collecting
from avtalskoll.errors import UnreadableError, WrongUseError
from avtalskoll.settings import ConfiguredAgreement, Settings
from tests.checking.drafts import agreement, write


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def collected(*paths: str, **settings: object) -> list[Candidate]:
    return list(Collecting(Settings(**settings)).candidates(paths))  # type: ignore[arg-type]


def names(*paths: str, **settings: object) -> list[str]:
    return [candidate.name for candidate in collected(*paths, **settings)]


def test_every_document_of_a_folder_is_an_agreement_in_order_of_name() -> None:
    for name in ("utkast/b.md", "utkast/a.docx", "utkast/2026/c.odt", "utkast/d.pdf", "utkast/e.txt", "utkast/f.doc"):
        write(name, "text")
    with zipfile.ZipFile("utkast/paket.zip", "w") as archive:
        archive.writestr("avtal.md", agreement())
    found = names("utkast")
    assert found == [
        "utkast/2026/c.odt",
        "utkast/a.docx",
        "utkast/b.md",
        "utkast/d.pdf",
        "utkast/e.txt",
        "utkast/f.doc",
        "utkast/paket.zip",
    ]


def test_what_is_no_document_is_passed_over_in_a_folder() -> None:
    for name in ("a.md", ".dold.md", "~$a.docx", ".git/x.md", "kod.py", "avtalskoll.toml", "resultat.json", "x.html"):
        write(name, "text")
    write("kommentar.md", "## Kontroll av avtal\n\n1 avtal granskat.\n")
    assert names(".") == ["a.md"]


def test_an_agreement_with_a_like_heading_is_one() -> None:
    write("a.md", "## Kontroll av avtalet\n\nRegionen och kommunen.\n")
    assert names(".") == ["a.md"]


def test_a_file_given_twice_is_one_agreement() -> None:
    write("utkast/a.md", agreement())
    assert names("utkast/a.md", "utkast", "./utkast/../utkast/a.md") == ["utkast/a.md"]


@pytest.mark.parametrize("pattern", ["arkiv", "arkiv/", "./arkiv/", "arkiv/*", "*/gammal.md", "gammal.*", "arkiv/**"])
def test_excluded_files_are_passed_over(pattern: str) -> None:
    write("a.md", agreement())
    write("arkiv/gammal.md", agreement())
    assert names(".", exclude=(pattern,)) == ["a.md"]


def test_an_excluded_file_that_is_named_is_told_of() -> None:
    write("arkiv/gammal.md", agreement())
    collecting = Collecting(Settings(exclude=("arkiv",)))
    assert collecting.candidates(["arkiv/gammal.md"]) == ()
    assert collecting.notes == ["arkiv/gammal.md är utesluten i inställningarna (exclude)."]


ENTRY = ConfiguredAgreement(name="Nordvik", files=("avtal/huvud.md", "avtal/bilaga*.md"), home_care="kommun")


@pytest.mark.parametrize("path", [".", "avtal", "avtal/bilaga 2.md", "avtal/huvud.md"])
def test_files_of_a_configured_agreement_are_one_agreement_whichever_is_given(path: str) -> None:
    for name in ("avtal/bilaga 2.md", "avtal/huvud.md", "avtal/bilaga 1.md"):
        write(name, agreement())
    (found,) = collected(path, agreements=(ENTRY,), region="Region A")
    assert found.name == "Nordvik"
    assert found.shown == ("avtal/huvud.md", "avtal/bilaga 1.md", "avtal/bilaga 2.md")
    assert found.facts == Facts(home_care_transferred=True, region="Region A")


def test_a_configured_agreement_takes_no_part_where_none_of_its_files_does() -> None:
    for name in ("avtal/huvud.md", "avtal/bilaga.md", "annat/a.md"):
        write(name, agreement())
    assert names("annat", agreements=(ENTRY,)) == ["annat/a.md"]


def test_a_configured_file_that_is_not_there_is_a_mistake() -> None:
    write("avtal/huvud.md", agreement())
    with pytest.raises(WrongUseError, match=r"Avtalet Nordvik i inställningarna: avtal/bilaga\*\.md finns inte"):
        collected("avtal", agreements=(ENTRY,))


def test_names_are_from_the_configuration_and_files_from_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("utkast/a.md", agreement())
    write("avtal/b.md", agreement())
    monkeypatch.chdir(folder / "utkast")
    found = collected(".", "../avtal", str(folder / "avtal"), root=Path(".."))
    assert [(candidate.name, candidate.shown) for candidate in found] == [
        ("avtal/b.md", ("../avtal/b.md",)),
        ("utkast/a.md", ("a.md",)),
    ]


def test_two_agreements_outside_the_configuration_keep_apart(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("x/avtal.md", "y/avtal.md", "hem/z.md"):
        write(name, agreement())
    monkeypatch.chdir(folder / "hem")
    assert sorted(names("../x/avtal.md", "../y/avtal.md")) == ["../y/avtal.md", "avtal.md"]


def test_a_name_is_the_same_on_every_system_and_its_file_can_be_opened() -> None:
    write("avtal a\u030alvik.md", agreement())
    (found,) = collected(".")
    assert found.name == "avtal ålvik.md" and Path(found.shown[0]).is_file()


def test_a_folder_without_documents_is_not_a_pass() -> None:
    Path("tom").mkdir()
    with pytest.raises(UnreadableError, match="tom: här finns inga dokument att granska"):
        collected("tom")


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_a_link_round_in_a_circle_ends() -> None:
    write("utkast/a.md", agreement())
    os.symlink("..", "utkast/runt", target_is_directory=True)
    assert names(".") == ["utkast/a.md"]
