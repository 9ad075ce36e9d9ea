"""The running program, attacked over raw sockets: it answers to this machine only, waits for nobody and stays up."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from tests.conftest import ROOT
from tests.web.conftest import SAMPLES

_LONGEST = 60
_PROGRAM = """
import sys
from avtalskoll.web.allowance import Allowance
from avtalskoll.web.server import serve
if __name__ == "__main__":
    patience = float(sys.argv[1])
    allowance = Allowance(
        head_seconds=patience, chunk_seconds=patience, upload_bytes=1_000_000, drain_bytes=3_000_000, workers=1
    )
    serve(0, lambda address: print(address, flush=True), allowance)
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and process groups are tested where there are such")


class Program:
    """A program that serves, in a temporary folder of its own."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.folder = folder
        environment = {**os.environ, "TMPDIR": str(folder), "PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, encoding="utf-8", cwd=folder
        )
        assert self.process.stdout
        watchdog = threading.Timer(_LONGEST, self.process.kill)
        watchdog.start()
        self.address = next(found[0] for line in self.process.stdout if (found := re.search(r"http://\S+", line)))
        watchdog.cancel()
        self.port = int(self.address.rsplit(":", 1)[1].strip("/"))

    def end(self) -> tuple[int, str]:
        self.process.send_signal(signal.SIGINT)
        try:
            errors = self.process.communicate(timeout=_LONGEST)[1]
        finally:
            self.process.kill()
        return self.process.returncode, errors

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=_LONGEST)

    def ask(self, request: bytes) -> bytes:
        with self.connect() as connection:
            connection.sendall(request)
            return _rest(connection)

    def head(self, length: int, path: str = "/granska") -> bytes:
        own = f"127.0.0.1:{self.port}"
        return (
            f"POST {path} HTTP/1.1\r\nHost: {own}\r\nOrigin: http://{own}\r\nContent-Length: {length}\r\n"
            "Content-Type: multipart/form-data; boundary=x\r\n\r\n"
        ).encode()

    @property
    def up(self) -> bool:
        """Whether it answers; the test itself may be held up for longer than an impatient program waits."""
        for _ in range(5):
            with suppress(httpx.RemoteProtocolError):
                return httpx.get(self.address, timeout=_LONGEST).status_code == 200
        return False


def _rest(connection: socket.socket) -> bytes:
    pieces = []
    with suppress(ConnectionResetError):
        while piece := connection.recv(65536):
            pieces.append(piece)
    return b"".join(pieces)


def _program(folders: pytest.TempPathFactory, patience: float) -> Iterator[Program]:
    folder = folders.mktemp("program")
    script = folders.mktemp("script") / "serve.py"
    script.write_text(_PROGRAM, encoding="utf-8")
    running = Program([sys.executable, str(script), str(patience)], folder)
    yield running
    code, errors = running.end()
    assert (code, errors) == (0, "")
    assert list(folder.iterdir()) == [], "nothing is left behind"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """A program that waits for nobody."""
    yield from _program(tmp_path_factory, 0.5)


@pytest.fixture(scope="module")
def patient_program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """One that waits as long as such a test may take."""
    yield from _program(tmp_path_factory, _LONGEST)


def test_only_this_machine_can_reach_it(program: Program) -> None:
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} | {"127.0.0.2"}
    for address in others - {"127.0.0.1"}:
        with pytest.raises(OSError):
            socket.create_connection((str(address), program.port), timeout=2)


def test_a_request_without_a_host_or_with_two_is_refused(program: Program) -> None:
    own = f"Host: 127.0.0.1:{program.port}\r\n".encode()
    end = b"Connection: close\r\n\r\n"
    for hosts in (b"", own + own, own + b"Host: evil.example\r\n", b"Host: evil.example\r\n"):
        answer = program.ask(b"GET / HTTP/1.1\r\n" + hosts + end)
        assert answer.split(b" ")[1] in (b"400", b"421") and b"formular" not in answer
    absolute = program.ask(b"GET http://evil.example/ HTTP/1.1\r\n" + own + end)
    assert b"evil.example" not in absolute


def test_paths_of_the_client_lead_nowhere(program: Program) -> None:
    own = f"Host: 127.0.0.1:{program.port}\r\nConnection: close\r\n\r\n".encode()
    for path in (b"/../../etc/passwd", b"/static/../../../etc/passwd", b"//etc/passwd", b"/static/x/..%2f..%2fapp.py"):
        answer = program.ask(b"GET " + path + b" HTTP/1.1\r\n" + own)
        assert answer.startswith(b"HTTP/1.1 404") and b"root:" not in answer


def test_rubbish_is_no_request(program: Program) -> None:
    for rubbish in (b"\x16\x03\x01\x02\x00\x01", b"GET\r\n\r\n", b"A" * 200_000, b"\x00" * 100 + b"\r\n\r\n"):
        answer = program.ask(rubbish)
        assert answer == b"" or answer.startswith(b"HTTP/1.1 400")
    assert program.up


def test_a_connection_that_says_nothing_or_half_a_request_is_closed(program: Program) -> None:
    for start in (b"", b"GET / HTTP/1.1\r\nHost: 127", b"G"):
        assert program.ask(start) == b""
    with program.connect() as connection:  # also after a first request that was whole
        own = f"Host: 127.0.0.1:{program.port}\r\n\r\n".encode()
        connection.sendall(b"GET / HTTP/1.1\r\n" + own + b"GET / HT")
        assert _rest(connection).count(b"HTTP/1.1 ") == 1
    assert program.up


def test_a_form_that_stops_coming_is_not_waited_for(program: Program) -> None:
    answer = program.ask(program.head(1000) + b'--x\r\nContent-Disposition: form-data; name="filer"; filename="a"\r\n')
    assert answer == b"" or answer.startswith(b"HTTP/1.1 408")
    assert program.up


def test_a_form_that_is_too_large_gets_its_page(program: Program) -> None:
    size = 2_000_000
    assert program.ask(program.head(size) + b"x" * size).startswith(b"HTTP/1.1 413")
    chunked = program.head(0).replace(b"Content-Length: 0", b"Transfer-Encoding: chunked")
    piece = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    start = b'--x\r\nContent-Disposition: form-data; name="filer"; filename="a"\r\n\r\n'
    body = b"%x\r\n%s\r\n" % (len(start), start) + piece * 30 + b"0\r\n\r\n"
    assert program.ask(chunked + body).startswith(b"HTTP/1.1 413"), "counted while it comes, where no length is told"
    assert program.up


def test_a_sender_that_goes_away_leaves_nothing(program: Program) -> None:
    for _ in range(20):
        with program.connect() as connection:
            connection.sendall(program.head(100_000) + b'--x\r\nContent-Disposition: form-data; name="filer"')
    assert program.up


def test_many_idle_connections_do_not_shut_anybody_out(patient_program: Program) -> None:
    program = patient_program
    idle = [program.connect() for _ in range(50)]
    assert program.up
    for connection in idle:
        connection.close()


def test_ten_uploads_at_once(patient_program: Program) -> None:
    program = patient_program
    data = (SAMPLES / "07_vag_samverkan.docx").read_bytes()
    found: list[int] = []

    def upload() -> None:
        with httpx.Client(base_url=program.address, timeout=_LONGEST) as client:
            word = re.search(r'name="formular" value="(\w+)"', client.get("/").text)
            assert word
            sent = client.post(
                "/granska",
                data={"formular": word[1]},
                files=[("filer", ("avtal.docx", data))],
                headers={"Origin": program.address.rstrip("/")},
            )
            while not (state := client.get(sent.headers["location"] + "/lage").json())["next"]:
                threading.Event().wait(0.1)
            report = client.get(state["next"])
            found.append(report.status_code if "Granskningsrapport" in report.text else 0)

    threads = [threading.Thread(target=upload) for _ in range(10)]
    for thread in threads:
        thread.start()
    assert program.up, "it answers while it works"
    for thread in threads:
        thread.join(_LONGEST)
    assert found == [200] * 10


def test_ctrl_c_while_it_works_ends_all_of_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    for program in _program(tmp_path_factory, _LONGEST):
        with httpx.Client(base_url=program.address, timeout=_LONGEST) as client:
            word = re.search(r'name="formular" value="(\w+)"', client.get("/").text)
            assert word
            headers = {"Origin": program.address.rstrip("/")}
            data = {"formular": word[1], "exempel": "alla"}
            for _ in range(3):
                client.post("/oversikt", data=data, files=[("tom", ("", b""))], headers=headers)
        assert len(list(program.folder.iterdir())) >= 2, "there is work under way and in line"
