"""docs/check.md says what happens: its commands are run in a copy of the example that it speaks of."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from avtalskoll import __version__
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "check.md").read_text(encoding="utf-8")
EXAMPLE = ROOT / "docs" / "examples" / "avtalsarkiv"
REST = "…"


@dataclass
class Command:
    line: str
    expected: list[str]
    code: int = 0


def commands() -> list[Command]:
    """The commands of the console blocks in order, each with the lines shown and the code that `echo $?` shows."""
    found: list[Command] = []
    for block in re.findall(r"^```console\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE):
        lines = iter(block.splitlines())
        for line in lines:
            if line == "$ echo $?":
                found[-1].code = int(next(lines))
            elif line.startswith("$ "):
                found.append(Command(line[2:], []))
            else:
                found[-1].expected.append(line)
    return found


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example, with `avtalskoll` on the path."""
    program = tmp_path / "bin" / "avtalskoll"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m avtalskoll "$@"\n', encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    for name in [name for name in os.environ if name.startswith("AVTALSKOLL_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("AVTALSKOLL_AS_OF", "2026-11-22")
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return Path(shutil.copytree(EXAMPLE, tmp_path / "avtalsarkiv"))


@pytest.mark.skipif(os.name == "nt", reason="the commands are for a POSIX shell")
def test_every_command_of_the_page_does_what_the_page_shows(archive: Path) -> None:
    listed = commands()
    assert len(listed) >= 10
    for command in listed:
        done = subprocess.run(
            ["sh", "-c", command.line], cwd=archive, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
        )
        assert done.returncode == command.code, f"{command.line}\n{done.stdout}"
        shown = "\n".join(re.escape(line) for line in command.expected)
        # A line "…" stands for any lines, "…" at the end of a line for the rest of it.
        pattern = re.sub(rf"^{REST}(\n|\Z)", r"(?:.*\\n)*?", shown, flags=re.MULTILINE)
        pattern = re.sub(rf"{REST}$", ".*", pattern, flags=re.MULTILINE)
        assert re.fullmatch(rf"{pattern}\n*", done.stdout), f"{command.line}\n{done.stdout}"


def test_the_configuration_of_the_page_is_that_of_the_example() -> None:
    [shown] = re.findall(r"^```toml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    assert tomllib.loads(shown) == tomllib.loads((EXAMPLE / "avtalskoll.toml").read_text(encoding="utf-8"))


def test_the_hook_and_the_action_are_named_by_this_version() -> None:
    hook, action = (
        yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    )
    assert hook == yaml.safe_load((EXAMPLE / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert hook["repos"][0]["rev"] == f"v{__version__}"
    workflow = yaml.safe_load((EXAMPLE / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8"))
    [used] = [step for step in workflow["jobs"]["avtal"]["steps"] if "avtalskoll@" in step.get("uses", "")]
    assert used["uses"] == action[1]["uses"] == f"OWNER/avtalskoll@v{__version__}"
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    assert set(used["with"]) <= set(inputs) and set(action[1]["with"]) <= set(inputs)


def test_the_python_of_the_page_runs(archive: Path) -> None:
    [code] = re.findall(r"^```python\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    done = subprocess.run([sys.executable, "-c", code], cwd=archive, capture_output=True, encoding="utf-8")
    assert done.stdout.startswith("1 ['"), done.stderr


def test_links_of_the_page_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", PAGE):
        assert (ROOT / "docs" / target).exists(), target
