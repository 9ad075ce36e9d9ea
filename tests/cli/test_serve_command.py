"""`avtalskoll serve` as a person starts it."""

from __future__ import annotations

import importlib.util
import socket
import sys
from collections.abc import Callable
from importlib.machinery import ModuleSpec

import pytest

from tests.cli.conftest import Run

needs_web = pytest.mark.skipif(importlib.util.find_spec("uvicorn") is None, reason="the extra [web] is not installed")


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "::", "example.se"])
def test_it_is_shown_to_this_machine_only(run: Run, host: str) -> None:
    outcome = run("serve", "--no-browser", "--host", host)
    assert outcome.code == 2
    assert f"--host {host} går inte" in outcome.err


@pytest.mark.parametrize("port", ["0", "-1", "70000"])
def test_a_port_that_does_not_exist(run: Run, port: str) -> None:
    outcome = run("serve", "--no-browser", "--port", port)
    assert outcome.code == 2 and "finns inte" in outcome.err


@needs_web
def test_a_port_that_is_taken(run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        outcome = run("serve", "--no-browser", "--port", str(taken.getsockname()[1]))
    assert outcome.code == 2
    assert "är upptagen" in outcome.err and "Traceback" not in outcome.err


@needs_web
def test_without_a_port_the_next_free_one_is_taken(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from avtalskoll.web import server

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setattr(server, "DEFAULT_PORT", taken.getsockname()[1])
        with server._listening(None) as listening:
            assert listening.getsockname()[0] == "127.0.0.1"
            assert listening.getsockname()[1] != taken.getsockname()[1]


def test_without_the_extra_it_says_how_to_install_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    known: Callable[[str], ModuleSpec | None] = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "uvicorn" else known(name))
    outcome = run("serve", "--no-browser")
    assert outcome.code == 2
    assert f"{sys.executable} -m pip install starlette uvicorn python-multipart" in outcome.err
    assert "'.[web]' i mappen med avtalskolls källkod" in outcome.err


@needs_web
def test_it_tells_the_address_and_opens_the_browser(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    from avtalskoll.cli import serve_command
    from avtalskoll.web import server

    opened: list[str] = []
    told = threading.Event()

    def open_page(address: str) -> None:
        opened.append(address)
        told.set()

    def serve(port: int | None, started: Callable[[str], None]) -> None:
        started("http://127.0.0.1:8765/")

    monkeypatch.setattr(server, "serve", serve)
    monkeypatch.setattr(serve_command, "_has_browser", lambda: True)
    monkeypatch.setattr(serve_command, "_open", open_page)
    outcome = run("serve")
    assert told.wait(10) and opened == ["http://127.0.0.1:8765/"]
    assert outcome.code == 0 and "http://127.0.0.1:8765/" in outcome.out and "Ctrl-C" in outcome.out
    assert run("serve", "--no-browser").code == 0 and len(opened) == 1
