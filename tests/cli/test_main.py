from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from avtalskoll import __version__
from avtalskoll.cli import console, main
from tests.cli.conftest import FakeAudit, Run

ROOT = Path(__file__).parents[2]
COMMANDS = [
    [],
    ["audit"],
    ["check"],
    ["show"],
    ["waive"],
    ["explain"],
    ["config"],
    ["checklist"],
    ["checklist", "list"],
    ["checklist", "show"],
    ["checklist", "validate"],
    ["checklist", "test"],
]
ENGLISH = re.compile(
    r"\b(Usage|Options?|Arguments|Commands?|Show|this|message|and|exit|required|default|Missing|Error|TEXT|str|list\[)\b"
)


def imported_by(command: str, *modules: str) -> str:
    program = (
        f"import sys; from avtalskoll.cli import main;main({command.split()}); print({set(modules)} & set(sys.modules))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, env=environment, check=True)
    return done.stdout.decode().splitlines()[-1]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_is_swedish(run: Run, command: list[str]) -> None:
    outcome = run(*command, "--help")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(f"Användning: {' '.join(['avtalskoll', *command])} [VAL]")
    assert re.search(r"--help +Visa hjälp", outcome.out)
    assert not ENGLISH.search(outcome.out)


@pytest.mark.parametrize("command", [[], ["checklist"]], ids=" ".join)
def test_a_group_without_a_command_shows_help_as_wrong_use(run: Run, command: list[str]) -> None:
    outcome = run(*command)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("Användning: ")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["audit"], "FILER saknas; kör ”avtalskoll audit --help” för hjälp."),
        (["audit", "a", "--formt", "json"], "Valet --formt finns inte; menade du --format?"),
        (["audit", "a", "--zzz"], "Valet --zzz finns inte; kör ”avtalskoll audit --help” för hjälp."),
        (["audit", "a", "--format"], "Valet --format kräver ett värde; kör ”avtalskoll audit --help” för hjälp."),
        (["audit", "a", "--quiet=ja"], "Valet --quiet tar inget värde; kör ”avtalskoll audit --help” för hjälp."),
        (["audit", "a", "--format", "pdf"], "--format pdf finns inte; välj html, json, text eller docx."),
        (["audit", "a", "--home-care", "x"], "--home-care x finns inte; välj region eller kommun."),
        (["audit", "a", "--as-of", "igår"], "--as-of igår är inget datum; skriv ÅÅÅÅ-MM-DD, till exempel 2026-11-22."),
        (
            ["audit", "a", "--as-of", "2026-02-30"],
            "--as-of 2026-02-30 är inget datum; skriv ÅÅÅÅ-MM-DD, till exempel 2026-11-22.",
        ),
        (["audti"], "Kommandot audti finns inte; menade du audit?"),
        (["zzz"], "Kommandot zzz finns inte; kör ”avtalskoll --help” för att se vilka som finns."),
        (
            ["checklist", "show", "a", "b"],
            "Argumentet b känns inte igen; kör ”avtalskoll checklist show --help” för hjälp.",
        ),
        (["--zzz"], "Valet --zzz finns inte; kör ”avtalskoll --help” för hjälp."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use_is_one_swedish_sentence(
    run: Run, fake_audit: FakeAudit, arguments: list[str], sentence: str
) -> None:
    outcome = run(*arguments)
    assert (outcome.code, outcome.out, outcome.err) == (2, "", f"avtalskoll: {sentence}\n")


def test_version(run: Run) -> None:
    assert run("--version").out == f"avtalskoll {__version__}\n"


def test_version_does_not_wait_for_typer() -> None:
    assert imported_by("--version", "typer", "pydantic") == "set()"


def test_help_does_not_wait_for_the_readers() -> None:
    assert imported_by("audit --help", "jinja2", "lxml", "docx2python", "yaml", "docx") == "set()"


def test_an_unexpected_error_is_one_sentence_without_contract_text(
    run: Run, fake_audit: FakeAudit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AVTALSKOLL_DEBUG", raising=False)
    fake_audit.error = ValueError("hemlig avtalstext")
    outcome = run("audit", "avtal.docx")
    assert (outcome.code, outcome.out) == (4, "")
    assert outcome.err.startswith("avtalskoll: Något gick fel i programmet")
    assert outcome.err.count("\n") == 1
    assert "hemlig" not in outcome.err


def test_debug_shows_the_error(run: Run, fake_audit: FakeAudit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AVTALSKOLL_DEBUG", "1")
    fake_audit.error = ValueError("felet")
    outcome = run("audit", "avtal.docx")
    assert outcome.code == 4
    assert "Traceback" in outcome.err and "felet" in outcome.err


def test_ctrl_c_is_quiet(run: Run, fake_audit: FakeAudit) -> None:
    fake_audit.error = KeyboardInterrupt()
    outcome = run("audit", "avtal.docx", "--quiet")
    assert (outcome.code, outcome.out, outcome.err) == (130, "", "")


def test_a_closed_pipe_is_quiet() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "avtalskoll", "--help"], stdout=writing, stderr=subprocess.PIPE, env=environment
    ) as process:
        os.close(writing)
        _, err = process.communicate()
    assert (process.returncode, err) == (141, b"")


def test_a_terminal_without_the_letters_still_works(
    monkeypatch: pytest.MonkeyPatch, run: Run, fake_audit: FakeAudit
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    assert run("audit", "avtal.docx").code == 0
    assert raw.getvalue().startswith(b"Avtal om l?karmedverkan")
    assert b"  X DR-01" in raw.getvalue()


@pytest.mark.parametrize(
    ("encoding", "carried"), [("utf-8", True), ("cp1252", False), ("cp850", False), ("ascii", False)]
)
def test_symbols_only_where_the_encoding_carries_them(
    monkeypatch: pytest.MonkeyPatch, encoding: str, carried: bool
) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
    assert console.carries_symbols() is carried


def test_json_is_utf8_whatever_the_terminal(monkeypatch: pytest.MonkeyPatch, fake_audit: FakeAudit) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp1252", newline="\r\n"))
    assert main(["audit", "avtal.docx", "--format", "json"]) == 0
    assert "Hällvikens kommun" in raw.getvalue().decode("utf-8")
    assert b"\r" not in raw.getvalue()


def test_no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert console.wants_color()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not console.wants_color()
