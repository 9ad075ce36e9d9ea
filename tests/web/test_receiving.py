"""Bodies that are too large, too many, too slow or malformed; nothing of them stays."""

from __future__ import annotations

import asyncio
import io
import os
import re
import tempfile
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Message, Receive, Scope, Send

from avtalskoll.web.allowance import Allowance
from avtalskoll.web.guard import Guard
from avtalskoll.web.private_folder import PrivateFolder, sweep_private_folders
from avtalskoll.web.receiving import Receiving
from avtalskoll.web.refusal import Refusal
from tests.web.conftest import ADDRESS, PORT, SAMPLES, Visitor

SMALL = Allowance(upload_bytes=1000, drain_bytes=5000, chunk_seconds=0.05, upload_seconds=5)


def _pieces(*sizes: int, silent: bool = False) -> Receive:
    """A sender of pieces; with `silent` one that then stops without ending."""
    left = list(sizes)

    async def receive() -> Message:
        if left:
            size = left.pop(0)
            return {"type": "http.request", "body": b"x" * size, "more_body": bool(left) or silent}
        await asyncio.sleep(3600)
        raise AssertionError

    return receive


async def _all(receiving: Receiving) -> int:
    while (await receiving()).get("more_body"):
        pass
    return receiving.received


def test_a_body_is_counted_while_it_comes() -> None:
    assert asyncio.run(_all(Receiving(_pieces(400, 600), SMALL))) == 1000
    with pytest.raises(Refusal) as refused:
        asyncio.run(_all(Receiving(_pieces(400, 600, 1), SMALL)))
    assert refused.value.status == 413


def test_what_is_too_large_is_received_to_its_end_but_not_for_ever() -> None:
    short, endless = Receiving(_pieces(*[500] * 8), SMALL), Receiving(_pieces(*[500] * 1000), SMALL)
    for receiving in (short, endless):
        with pytest.raises(Refusal):
            asyncio.run(_all(receiving))
    assert short.received == 4000, "the browser has sent all and shows the page"
    assert endless.received <= SMALL.drain_bytes + 500


def test_a_sender_that_falls_silent_is_not_waited_for() -> None:
    with pytest.raises(Refusal) as refused:
        asyncio.run(_all(Receiving(_pieces(10, silent=True), SMALL)))
    assert refused.value.status == 408


def test_a_length_that_is_too_large_is_refused_before_anything_is_taken_in() -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        raise AssertionError("let in")

    def show(request: Request, refusal: Refusal) -> Response:
        return PlainTextResponse("", refusal.status)

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [(b"host", f"127.0.0.1:{PORT}".encode()), (b"origin", ADDRESS.encode()), (b"content-length", b"1001")]
    scope = {"type": "http", "method": "POST", "path": "/granska", "headers": headers}
    asyncio.run(Guard(app, PORT, SMALL, show)(scope, _pieces(1001), send))
    assert sent[0]["status"] == 413


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=x", b"--y\r\n\r\n"),
        ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="filer"\r\n\r\nhej'),
        ("application/json", b"{}"),
        ("", b""),
    ],
)
def test_a_malformed_form_is_a_page_with_what_to_do(visitor: Visitor, content_type: str, body: bytes) -> None:
    headers = {"Origin": ADDRESS, "Content-Type": content_type}
    answer = visitor.client.post("/granska", content=body, headers=headers)
    assert answer.status_code in (400, 403, 415)
    assert "startsidan" in answer.text


def test_too_many_files_are_refused(visitor: Visitor) -> None:
    answer = visitor.post("/granska", [("filer", (f"{number}.txt", b"x")) for number in range(501)])
    assert answer.status_code == 413
    assert "Filerna är för många" in answer.text


def test_a_form_without_files_says_what_to_do(visitor: Visitor) -> None:
    assert "Ingen fil är vald" in visitor.post("/granska").text
    assert "Den nya versionen är inte vald" in visitor.post("/jamfor", [("gammal", ("a.txt", b"x"))]).text
    text_for_file = visitor.post("/granska", filer="/etc/passwd")
    assert text_for_file.status_code == 422 and "Ingen fil är vald" in text_for_file.text


@pytest.mark.parametrize(
    "data",
    [
        {"datum": "2026-02-30"},
        {"datum": "igår"},
        {"checklista": "../../etc"},
        {"checklista": "/etc"},
        {"hemsjukvard": "staten"},
        {"vy": "båda"},
        {"exempel": "../01_nara_modell_2026.docx"},
    ],
)
def test_choices_that_do_not_exist_are_told(visitor: Visitor, data: dict[str, str]) -> None:
    answer = visitor.post("/granska", [("filer", ("a.txt", b"x"))], **data)
    assert answer.status_code == 422
    assert "root:" not in answer.text


def test_nothing_stays_on_disk(visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    address = visitor.audit("07_vag_samverkan.docx")
    assert visitor.get(f"{address}/kommentarer").status_code == 200
    broken = visitor.result(visitor.post("/granska", [("filer", ("trasig.docx", b"PK\x03\x04"))]))
    assert "trasig.docx är skadad" in visitor.get(broken).text
    visitor.post("/granska", [("filer", ("a.txt", b"x"))], datum="igår")
    assert list(tmp_path.iterdir()) == []


def test_a_name_is_only_a_label(visitor: Visitor, tmp_path: Path) -> None:
    data = (SAMPLES / "07_vag_samverkan.docx").read_bytes()
    for name in (str(tmp_path / "ut.docx"), "../../../ut.docx", "..\\..\\ut.docx", "<script>alert(1)</script>.docx"):
        address = visitor.result(visitor.post("/granska", [("filer", (name, data))]))
        text = visitor.get(address).text
        assert not re.search(r"<script(?! src)", text)
        assert str(tmp_path) not in text and ".." not in re.sub(r"\s", "", re.findall(r"<strong>([^<]*docx)", text)[0])
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_rules_a_folder_does_not_rule_the_overview(visitor: Visitor) -> None:
    """`portfolj.yaml` may name any file of the machine: from a browser it must be a file like all others."""
    manifest = b"avtal:\n- namn: Hemligt\n  filer: [/etc/hostname, /etc/passwd]\n"
    files = [
        ("filer", ("portfolj.yaml", manifest)),
        ("filer", ("avtal.docx", (SAMPLES / "07_vag_samverkan.docx").read_bytes())),
    ]
    text = visitor.get(visitor.result(visitor.post("/oversikt", files))).text
    assert "Översikt över 1 avtal" in text
    assert "Hemligt" not in text


def test_what_a_killed_program_left_is_swept_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    stale, fresh = PrivateFolder(), PrivateFolder()
    stale.add("avtal.docx", io.BytesIO(b"x"))
    os.utime(stale.path, (0, 0))
    somebody_elses = tmp_path / "annat"
    somebody_elses.mkdir()
    os.utime(somebody_elses, (0, 0))
    if os.name != "nt":
        assert stale.path.stat().st_mode & 0o777 == 0o700
    sweep_private_folders()
    assert sorted(tmp_path.iterdir()) == sorted([fresh.path, somebody_elses])
