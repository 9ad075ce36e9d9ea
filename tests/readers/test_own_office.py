"""What the program has written as Word files is no agreement when it lies in a folder or zip."""

from __future__ import annotations

from pathlib import Path

import pytest

from avtalskoll.audit_report import Facts
from avtalskoll.checking.collecting import Collecting
from avtalskoll.negotiating.proposing import propose
from avtalskoll.portfolios.collecting import collect
from avtalskoll.readers import read_agreement
from avtalskoll.readers.own_office import is_own_office
from avtalskoll.settings import Settings
from tests.cli.conftest import readable_report

from .test_sets import zipped
from .word import docx, p, package

COMMENT = '<w:comments xmlns:w="x"><w:comment w:id="1" w:author="{}"/></w:comments>'
AGREEMENT = docx(p("Avtal."))


def commented(author: str) -> bytes:
    """An agreement with a comment by this author."""
    return docx(p("Avtal."), parts={"word/comments.xml": COMMENT.format(author)})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "avtal"
    folder.mkdir()
    files = {"avtal.docx": AGREEMENT, "kommenterat.docx": commented("Jurist")}
    files |= {"avtal-förslag.docx": propose(readable_report()), "avtal-kommentarer.docx": commented("avtalskoll")}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    (tmp_path / "avtal.zip").write_bytes(zipped(dict(files)))
    return folder


KEPT = ["avtal.docx", "kommenterat.docx"]
OWN = ["avtal-förslag.docx", "avtal-kommentarer.docx"]


def test_an_audit_of_a_folder_or_zip_passes_them_over(folder: Path) -> None:
    for path in (folder, folder.with_suffix(".zip")):
        assert [document.name for document in read_agreement([path]).documents] == KEPT


def test_one_named_by_itself_is_read(folder: Path) -> None:
    paths = [folder / name for name in OWN]
    assert [document.name for document in read_agreement(paths).documents] == OWN
    assert len(Collecting(Settings()).candidates([f"avtal/{OWN[0]}"])) == 1


def test_a_check_passes_them_over_and_says_so(folder: Path) -> None:
    collecting = Collecting(Settings())
    assert [one.name for one in collecting.candidates(["avtal"])] == [f"avtal/{name}" for name in KEPT]
    assert collecting.notes == [f"avtal/{name} är skriven av avtalskoll och granskas inte." for name in OWN]


def test_a_portfolio_passes_them_over_and_says_so(folder: Path) -> None:
    collected = collect(folder, Facts())
    assert [one.shown for one in collected.candidates] == [(name,) for name in KEPT]
    assert sorted(collected.notes) == sorted(f"{name} är skriven av avtalskoll och granskas inte." for name in OWN)


def test_what_is_damaged_or_by_others_is_not_the_program_s() -> None:
    other = package({"docProps/core.xml": "<dc:title>avtalskoll</dc:title><dc:creator>Jurist</dc:creator>"})
    for data in (b"", b"PK\x03\x04 trasig", commented("avtalskoll")[:-30], AGREEMENT, other):
        assert not is_own_office(data)
