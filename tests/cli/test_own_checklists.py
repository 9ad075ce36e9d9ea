from __future__ import annotations

from pathlib import Path

import pytest

from avtalskoll.checklist import installed
from tests.checklist import own
from tests.cli.conftest import Run


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder for own checklists, with one in it."""
    folder = tmp_path / "home" / "checklists"
    folder.mkdir(parents=True)
    own.write(folder / "region-norr")
    monkeypatch.setattr(installed, "own_checklists_root", lambda: folder)
    return folder


def test_an_own_checklist_is_found_by_name(run: Run, home: Path) -> None:
    assert "53 krav, varav 1 skärpt; utgår från lakarmedverkan" in run("checklist", "validate", "region-norr").out
    shown = run("checklist", "show", "region-norr").out
    assert shown.startswith("Region Norrs checklista, version 1\nUtgår från Avtal om läkarmedverkan")
    assert "UP-01  N5  Regelbunden uppföljning med angiven frekvens (skärpt)" in shown
    assert "RN-01  N5  Digitala vårdmöten" in shown
    explained = run("explain", "up-01", "--checklist", "region-norr").out
    assert "Skärpt i" in explained and "Eget krav i checklistan" in explained
    assert run("checklist", "test", "RN-01", "--checklist", "region-norr").code == 0


def test_the_list_tells_where_checklists_are_and_what_is_wrong(run: Run, home: Path) -> None:
    own.write(home / "trasig", rn="grupp: [")
    own.write(home / "lakarmedverkan", checklista=own.MANIFEST.replace("lakarmedverkan", "region-norr", 1))
    listed = run("checklist", "list")
    assert listed.code == 0
    assert listed.out.startswith("lakarmedverkan\n") and "Följer med programmet: " in listed.out
    assert f"    Egen: {home / 'region-norr'}\n" in listed.out
    assert "trasig\n    Går inte att använda: rn.yaml, rad" in listed.out
    assert "Namnet hör till en checklista som följer med programmet" in listed.out
    assert listed.out.endswith(f"{home}\n")
    assert "52 krav." in run("checklist", "validate", "lakarmedverkan").out


def test_a_proposed_wording_that_does_not_meet_its_requirement_is_told(run: Run, home: Path) -> None:
    own.write(home / "region-norr", rn=own.GROUP.replace("ska erbjuda digitala", "ska erbjuda fysiska"))
    outcome = run("checklist", "test", "RN-01", "--checklist", "region-norr")
    assert outcome.code == 1
    assert "RN-01: förslaget till formulering uppfyller inte kravet" in outcome.out
