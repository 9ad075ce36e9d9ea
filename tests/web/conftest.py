from __future__ import annotations

import io
import re
import time
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytest.importorskip("starlette", reason="the extra [web] is not installed")
pytest.importorskip("httpx", reason="the test client needs httpx")

import httpx

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # that a later version of Starlette will want a later httpx
    from starlette.testclient import TestClient

from avtalskoll.web.allowance import Allowance
from avtalskoll.web.app import create_app

PORT = 8765
ADDRESS = f"http://127.0.0.1:{PORT}"
SAMPLES = ROOT / "sample_agreements"
Files = Sequence[tuple[str, tuple[str, bytes | io.BytesIO]]]


@dataclass
class Visitor:
    """A browser as far as the server can tell."""

    client: TestClient

    def get(self, address: str, **more: object) -> httpx.Response:
        return self.client.get(address, follow_redirects=False, **more)  # type: ignore[arg-type]

    def word(self) -> str:
        found = re.search(r'name="formular" value="(\w+)"', self.get("/").text)
        assert found
        return found[1]

    def post(
        self, address: str, files: Files = (), headers: dict[str, str] | None = None, **data: str
    ) -> httpx.Response:
        return self.client.post(
            address,
            data={"formular": self.word(), **data},
            files=files or [("tom", ("", b""))],
            headers={"Origin": ADDRESS} if headers is None else headers,
            follow_redirects=False,
        )

    def result(self, sent: httpx.Response) -> str:
        """Wait for what came of a form, and give its address."""
        assert sent.status_code == 303, sent.text
        waiting = sent.headers["location"]
        for _ in range(1200):
            state = self.get(f"{waiting}/lage").json()
            if state["next"]:
                return str(state["next"])
            time.sleep(0.1)
        raise AssertionError("no answer")

    def audit(self, *names: str, **data: str) -> str:
        files = [("filer", (Path(name).name, (SAMPLES / name).read_bytes())) for name in names]
        return self.result(self.post("/granska", files, datum="2026-11-22", **data))


@pytest.fixture(scope="session")
def app_client() -> Iterator[TestClient]:
    """One application for all tests: its workers take a second or two to start."""
    with TestClient(create_app(PORT, Allowance(workers=1)), base_url=ADDRESS) as client:
        yield client


@pytest.fixture
def visitor(app_client: TestClient) -> Visitor:
    app_client.cookies.clear()
    return Visitor(app_client)


@pytest.fixture
def other_visitor(app_client: TestClient) -> Visitor:
    """Another browser at the same program."""
    return Visitor(TestClient(app_client.app, base_url=ADDRESS))


@pytest.fixture(scope="session")
def reported(app_client: TestClient) -> tuple[dict[str, str], str]:
    """The cookies of a visitor who has audited a sample, and the address of the report."""
    app_client.cookies.clear()
    address = Visitor(app_client).audit("02_artigt_hinder.docx")
    return dict(app_client.cookies), address
