"""The pre-commit hook: its manifest, its command on the files it takes, and pre-commit itself where it can install."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from avtalskoll.cli import main
from tests.conftest import ROOT

[HOOK] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
EXAMPLE = ROOT / "docs" / "examples" / "avtalsarkiv"
_NO_INDEX = ("Could not find a version", "No matching distribution", "connection", "Max retries exceeded", "timed out")


def test_takes_the_files_that_can_be_agreements() -> None:
    taken = ["utkast/avtal.docx", "AVTAL.PDF", "avtal.odt", "utkast/ekhamra/bilaga-1.md"]
    passed_over = ["avtalskoll.toml", "undantag.yaml", "requirements.txt", "bild.png", "avtal.docx.tmp"]
    assert [name for name in taken + passed_over if re.search(HOOK["files"], name)] == taken


def test_the_entry_judges_the_files_that_are_handed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AVTALSKOLL_AS_OF", "2026-11-22")
    program, *arguments = shlex.split(HOOK["entry"])
    assert program == "avtalskoll"
    # One file of a configured agreement stands for the whole, and what is about the folder is no agreement.
    assert main([*arguments, "utkast/ekhamra/bilaga-1.md", "README.md"]) == 0
    assert "1 avtal granskat, inget stoppar kontrollen" in capsys.readouterr().out
    assert main([*arguments, "utkast/sjobro.md"]) == 1


@pytest.mark.skipif(
    "CI" not in os.environ, reason="installs the whole package anew, which takes a minute; CI=1 runs it"
)
@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_pre_commit_installs_and_runs_the_hook(tmp_path: Path) -> None:
    pre_commit = Path(sys.executable).with_name("pre-commit")
    if not pre_commit.exists():
        pytest.skip("pre-commit is not installed; it is in the extra dev")
    source, archive = tmp_path / "avtalskoll", tmp_path / "avtalsarkiv"
    # What the wheel is built of, as pyproject.toml says it.
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    for name in [*wheel["packages"], *wheel["force-include"]]:
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, source / name)
    revision = _committed(source)
    shutil.copytree(EXAMPLE, archive)
    configuration: dict[str, Any] = yaml.safe_load((EXAMPLE / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    configuration["repos"][0] |= {"repo": str(source), "rev": revision}
    (archive / ".pre-commit-config.yaml").write_text(yaml.safe_dump(configuration), encoding="utf-8")
    _committed(archive)

    def run(*files: str) -> subprocess.CompletedProcess[str]:
        environment = _environment() | {
            "PRE_COMMIT_HOME": str(tmp_path / "home"),
            "AVTALSKOLL_AS_OF": "2026-11-22",
            "PIP_RETRIES": "1",
            "PIP_DEFAULT_TIMEOUT": "20",
        }
        command = [str(pre_commit), "run", "--color=never", *files]
        return subprocess.run(command, cwd=archive, env=environment, capture_output=True, encoding="utf-8")

    done = run("--all-files")
    if any(words in done.stdout for words in _NO_INDEX):
        pytest.skip("pre-commit could not install the hook: no package index can be reached")
    assert done.returncode == 1 and "3 avtal granskade, 5 stoppar kontrollen" in done.stdout, done.stdout + done.stderr
    done = run("--files", "README.md", "utkast/ekhamra/bilaga-1.md", "avtalskoll.toml")
    assert done.returncode == 0 and "Passed" in done.stdout, done.stdout


def _environment() -> dict[str, str]:
    """Without what a surrounding git or test run says."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "AVTALSKOLL_"))}


def _committed(folder: Path) -> str:
    """Make the folder a repository with one commit, and return the commit."""
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "--quiet"], ["add", "--all", "--force"], ["commit", "--quiet", "--message=x"]):
        subprocess.run(["git", *who, *arguments], cwd=folder, env=_environment(), check=True)
    told = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=folder, env=_environment(), capture_output=True, encoding="utf-8", check=True
    )
    return told.stdout.strip()
