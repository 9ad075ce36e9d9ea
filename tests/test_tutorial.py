"""The tutorial for a checklist of one's own, followed to the letter: its files written, its commands run."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from avtalskoll.checklist import installed
from avtalskoll.cli import main
from tests.conftest import ROOT

TUTORIAL = ROOT / "docs" / "egen-checklista.md"
_BLOCK = re.compile(r"^```(\w+)(?: fil=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ANYTHING = "…"


def blocks() -> Iterator[tuple[str, str, str]]:
    """(kind, file, text) of the code blocks that the reader is asked to write or run."""
    for kind, file, text in _BLOCK.findall(TUTORIAL.read_text(encoding="utf-8")):
        if file or kind == "console":
            yield kind, file, text


def change(path: Path, diff: str) -> None:
    lines = diff.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if line.startswith("-"))
    new = "".join(line[1:] for line in lines if line.startswith("+"))
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def commands(console: str) -> Iterator[tuple[list[str], str]]:
    """The commands of a console block, each with the output that is shown."""
    for part in console.split("$ ")[1:]:
        line, _, shown = part.partition("\n")
        program, *arguments = shlex.split(line)
        assert program == "avtalskoll"
        yield arguments, shown


def pattern(shown: str) -> str:
    """A regular expression for what is shown: a line of … stands for any lines."""
    return "".join("(?:.*\n)*?" if line == ANYTHING else re.escape(line) + "\n" for line in shown.splitlines())


def test_the_tutorial_works_as_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(installed, "own_checklists_root", lambda: tmp_path / "egna")
    ran = 0
    for kind, file, text in blocks():
        if kind == "console":
            for arguments, shown in commands(text):
                main(arguments)
                printed = capsys.readouterr()
                assert re.fullmatch(pattern(shown), printed.out), f"{arguments}:\n{printed.out}{printed.err}"
                ran += 1
        elif kind == "diff":
            change(Path(file), text)
        else:
            Path(file).parent.mkdir(exist_ok=True)
            Path(file).write_text(text, encoding="utf-8")
    assert ran >= 8


def test_the_finished_checklist_passes_its_own_test(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for kind, file, text in blocks():
        if kind == "diff":
            change(Path(file), text)
        elif kind != "console":
            Path(file).parent.mkdir(exist_ok=True)
            Path(file).write_text(text, encoding="utf-8")
    assert main(["checklist", "test", "UP-01", "RN-01", "--checklist", "region-norr"]) == 0, capsys.readouterr().out
