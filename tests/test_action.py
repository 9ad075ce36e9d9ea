"""The GitHub action: its steps are taken out of action.yml and run as scripts, as a runner would run them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
BASH = shutil.which("bash")
pytestmark = pytest.mark.skipif(BASH is None or os.name == "nt", reason="the action's steps are bash scripts")

GAP = "# Avtal om läkarmedverkan\n\nRegion Norrsund och Tallviks kommun.\n\nKommunen får inte anlita läkare.\n"

# Stands for the runner's Python: makes an environment whose pip only tells what it was asked to install.
_PYTHON = """#!/bin/sh
mkdir -p "$3/bin"
printf '#!/bin/sh\\necho "$@" >> "%s/pip.txt"\\n' "$RUNNER_TEMP" > "$3/bin/python"
printf '#!/bin/sh\\nexec "%s" -m avtalskoll "$@"\\n' "$REAL_PYTHON" > "$3/bin/avtalskoll"
chmod +x "$3/bin/python" "$3/bin/avtalskoll"
"""


@dataclass
class Done:
    code: int
    log: str
    outputs: dict[str, str]
    summary: str
    installed: str
    workspace: Path


def run_action(tmp_path: Path, files: dict[str, str], **inputs: str) -> Done:
    workspace, temp = tmp_path / "work", tmp_path / "temp"
    for folder in (workspace, temp, tmp_path / "path"):
        folder.mkdir()
    for name, text in files.items():
        (workspace / name).parent.mkdir(parents=True, exist_ok=True)
        (workspace / name).write_text(text, encoding="utf-8")
    python = tmp_path / "path" / "python3"
    python.write_text(_PYTHON, encoding="utf-8")
    python.chmod(0o755)
    told = {name: temp / name for name in ("GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for path in told.values():
        path.write_text("", encoding="utf-8")
    given = {name: given["default"] for name, given in ACTION["inputs"].items()} | {
        name.replace("_", "-"): value for name, value in inputs.items()
    }
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("AVTALSKOLL_")},
        **{name: str(path) for name, path in told.items()},
        "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}",
        "RUNNER_TEMP": str(temp),
        "GITHUB_ACTION_PATH": str(ROOT),
        "REAL_PYTHON": sys.executable,
        "PYTHONPATH": str(ROOT),
    }
    log, code = "", 0
    for step in ACTION["runs"]["steps"]:
        environment |= dict(line.split("=", 1) for line in told["GITHUB_ENV"].read_text("utf-8").splitlines())
        environment |= {name: _filled(value, given) for name, value in step.get("env", {}).items()}
        folder = workspace / _filled(step.get("working-directory", "."), given)
        # As GitHub runs `shell: bash`.
        command = [str(BASH), "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8")
        log += done.stdout + done.stderr
        code = done.returncode
        if code:
            break
    return Done(
        code=code,
        log=log,
        outputs=dict(line.split("=", 1) for line in told["GITHUB_OUTPUT"].read_text("utf-8").splitlines()),
        summary=told["GITHUB_STEP_SUMMARY"].read_text("utf-8"),
        installed=(temp / "pip.txt").read_text("utf-8") if (temp / "pip.txt").exists() else "",
        workspace=workspace,
    )


def _filled(text: str, inputs: dict[str, str]) -> str:
    return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda name: inputs[name[1]], text)


def test_checks_and_writes_annotations_summary_sarif_and_outputs(tmp_path: Path) -> None:
    done = run_action(tmp_path, {"utkast/avtal.md": GAP}, paths="utkast\n", as_of="2026-11-22")
    assert done.code == 1, done.log
    assert done.installed.strip().endswith(str(ROOT))
    first, second, *_ = done.log.splitlines()
    assert first.startswith("avtalskoll: 1 avtal granskat") and second.startswith("::error file=utkast/avtal.md")
    assert done.summary.startswith("## Kontroll av avtal")
    assert done.outputs["exit-code"] == "1"
    sarif = json.loads((done.workspace / done.outputs["sarif-file"]).read_text("utf-8"))
    assert sarif["runs"][0]["results"]
    assert (done.workspace / done.outputs["markdown-file"]).read_text("utf-8") == done.summary


def test_inputs_are_settings_of_the_program(tmp_path: Path) -> None:
    done = run_action(
        tmp_path,
        {"a/avtal ett.md": GAP, "a/$(touch hit).md": GAP},
        paths="avtal ett.md\n$(touch hit).md",
        working_directory="a",
        fail_on="not_assessable",
        as_of="2026-11-22",
        sarif_file="ut.sarif",
    )
    assert (done.code, done.outputs["exit-code"]) == (0, "0"), done.log
    assert "2 avtal granskade" in done.log and not list(done.workspace.rglob("hit"))
    assert (done.workspace / "a/ut.sarif").is_file() and done.outputs["sarif-file"] == "a/ut.sarif"


def test_wrong_use_ends_the_step_and_summarises_nothing(tmp_path: Path) -> None:
    done = run_action(tmp_path, {"avtal.md": GAP, "avtalskoll-kommentar.md": "gammalt"}, fail_on="missing:N9")
    assert (done.code, done.outputs["exit-code"], done.summary) == (2, "2", "")
    assert "missing:N9" in done.log


def test_no_input_is_read_by_the_shell() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step["run"]
