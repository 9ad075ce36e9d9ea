"""What `make bundle` leaves, the program that needs no Python: started like a double click, in an empty environment."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from avtalskoll import __version__
from tests.browser.served import served
from tests.browser.visit import SAMPLES, audited
from tests.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

FOLDER = ROOT / "dist" / "avtalskoll"
PROGRAM = FOLDER / ("avtalskoll.exe" if sys.platform == "win32" else "avtalskoll")
NEEDED_BY_WINDOWS = ("SYSTEMROOT", "TEMP", "TMP", "USERPROFILE", "APPDATA", "LOCALAPPDATA")

pytestmark = pytest.mark.skipif(not PROGRAM.is_file(), reason="no bundle: make bundle")


@pytest.fixture
def clean(tmp_path: Path) -> dict[str, str]:
    """An environment with nothing in it: no PATH, no Python, a home of its own."""
    home = tmp_path / "hem"
    home.mkdir()
    kept = {name: os.environ[name] for name in NEEDED_BY_WINDOWS if name in os.environ}
    return {**kept, "HOME": str(home), "PATH": ""}


@pytest.fixture
def address(clean: dict[str, str], tmp_path: Path) -> Iterator[str]:
    folder = tmp_path / "start"
    folder.mkdir()
    with served([str(PROGRAM)], folder, clean) as running:
        yield running


def test_the_command_line_is_the_same(clean: dict[str, str], tmp_path: Path) -> None:
    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [str(PROGRAM), *words]
        return subprocess.run(
            command, env=clean, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=300, check=False
        )

    assert run("--version").stdout == f"avtalskoll {__version__}\n"
    sample = SAMPLES / "07_vag_samverkan.docx"
    done = run("audit", str(sample), "--as-of", "2026-11-22", "--format", "json")
    assert done.returncode in (0, 1) and done.stderr == ""
    assert '"schema": "avtalskoll.audit/1"' in done.stdout.replace('":"', '": "')
    (tmp_path / "trasig.pdf").write_bytes(b"%PDF-1.4 trasig")
    unread = run("audit", "trasig.pdf")
    assert unread.returncode == 3 and "Traceback" not in unread.stderr


def test_an_audit_over_the_page(address: str) -> None:
    """Without a browser, so that it runs on every platform that the program is built for."""
    visitor = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    visitor.addheaders = [("Origin", address.rstrip("/"))]

    def read(url: str, data: bytes | None = None, kind: str = "") -> tuple[str, str]:
        asked = urllib.request.Request(url, data, {"Content-Type": kind} if kind else {})
        with visitor.open(asked, timeout=60) as answer:
            return answer.url, answer.read().decode()

    word = re.search(r'name="formular" value="([^"]+)"', read(address)[1])
    assert word
    form = f'--x\r\nContent-Disposition: form-data; name="formular"\r\n\r\n{word[1]}\r\n'
    form += '--x\r\nContent-Disposition: form-data; name="exempel"\r\n\r\nartigt-hinder\r\n--x--\r\n'
    url, text = read(f"{address}granska", form.encode(), "multipart/form-data; boundary=x")
    for _ in range(240):
        if "/rapport/" in url:
            break
        time.sleep(0.5)
        url, text = read(url)
    assert "/rapport/" in url and "Region Åsmarken" in text and 'id="OV-01"' in text


def test_an_audit_in_the_browser(page: Page, address: str) -> None:
    page.goto(address)
    audited(page, SAMPLES / "02_artigt_hinder.docx")
    assert page.locator("#OV-01").is_visible()
    with page.expect_download() as download:
        page.locator(".actions a[href$='/html']").click()
    assert "<!doctype html>" in download.value.path().read_text(encoding="utf-8")


def test_the_folder_says_how_to_start_and_what_it_is_made_of() -> None:
    first = (FOLDER / "Läs mig först.txt").read_text(encoding="utf-8-sig")
    assert "dubbelklicka" in first and "Kör ändå" in first and "Öppna ändå" in first
    licences = (FOLDER / "LICENSES.txt").read_text(encoding="utf-8-sig")
    for part in ("Python 3", "pydantic", "starlette", "uvicorn", "lxml", "docx2python", "pypdfium2", "Jinja2", "typer"):
        assert re.search(rf"^{part}", licences, re.MULTILINE), part
    assert "MIT" in (FOLDER / "LICENSE.txt").read_text(encoding="utf-8-sig")
