"""Mistakes in a checklist are told in Swedish with file, line and field."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from avtalskoll.checklist import load_checklist
from avtalskoll.checklist.installed import checklists_root
from avtalskoll.errors import ChecklistError, ExitCode


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "egen"
    shutil.copytree(checklists_root() / "lakarmedverkan", target)
    return target


def change(path: Path, old: str, new: str) -> int:
    """Replace the first `old` and return its line, from 1."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def sentence(folder: Path) -> str:
    with pytest.raises(ChecklistError) as caught:
        load_checklist(folder)
    assert caught.value.exit_code is ExitCode.WRONG_USE
    return caught.value.sentence


def test_the_national_checklist_has_all_requirements() -> None:
    checklist = load_checklist()
    assert len(checklist.requirements) == 52
    assert [group.group for group in checklist.groups] == ["FM", "OM", "FO", "DR", "UP", "BE", "EL", "OV", "SA"]


def test_unknown_field(folder: Path) -> None:
    line = change(folder / "up.yaml", "    titel: Regelbunden", "    titell: Regelbunden")
    said = sentence(folder)
    assert "up.yaml" in said and "fält" in said and (f"rad {line}" in said or "titel" in said)


def test_wrong_value(folder: Path) -> None:
    line = change(folder / "up.yaml", "    norm: N4", "    norm: N9")
    said = sentence(folder)
    assert f"up.yaml, rad {line}" in said and "norm" in said and "N1" in said


def test_double_key(folder: Path) -> None:
    change(folder / "up.yaml", "    slag: skyldighet", "    norm: N4\n    slag: skyldighet")
    assert "dubbel nyckel norm" in sentence(folder)


def test_misspelt_concept(folder: Path) -> None:
    line = change(folder / "up.yaml", '"@uppföljning', '"@upföljning')
    said = sentence(folder)
    assert (
        "@upföljning" in said and "up.yaml, rad" in said and abs(int(said.split("rad ")[1].split(",")[0]) - line) <= 1
    )


def test_unknown_provision(folder: Path) -> None:
    text = (folder / "fo.yaml").read_text(encoding="utf-8")
    found = re.search(r'lagrum: "[^"]*"', text)
    assert found
    change(folder / "fo.yaml", found.group(), 'lagrum: "99 kap. 9 §"')
    assert "lagrum.yaml" in sentence(folder)


def test_broken_yaml(folder: Path) -> None:
    (folder / "be.yaml").write_text("grupp: [", encoding="utf-8")
    assert "be.yaml, rad" in sentence(folder)


def test_missing_file_and_unknown_name(folder: Path) -> None:
    (folder / "ov.yaml").unlink()
    assert "ov.yaml" in sentence(folder)
    with pytest.raises(ChecklistError, match="finns inte"):
        load_checklist("inget-sådant")


def test_a_copy_elsewhere_is_the_same_checklist(folder: Path) -> None:
    assert load_checklist(folder).sha256 == load_checklist().sha256
