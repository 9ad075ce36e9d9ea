"""Reading in a process of its own, so that no file can take the program or the machine with it.

The limits that the readers keep are enough by themselves. This is the second wall: a process with a ceiling on memory
and processor time where the platform has them, and a watchdog everywhere. It also lets the caller go on meanwhile.
Only JSON comes back, never code or pickled objects. That process may write nothing, so what has to be converted by
LibreOffice first is sent out, converted here, and all is read again. The program for machine reading (--ocr) needs to
write nothing: the reading process starts it itself, so that every ceiling is on it too.
"""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from avtalskoll.agreement import Agreement
from avtalskoll.errors import UnreadableError, WrongUseError
from avtalskoll.readers.converted import Conversions
from avtalskoll.readers.libreoffice import LibreOffice
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.options import ReadingOptions
from avtalskoll.readers.request import Request
from avtalskoll.readers.views import Views

_DEFAULT = ReadingOptions()
_PR_SET_PDEATHSIG = 1
_CHUNK = 1 << 16
_GONE = "Filen kunde inte läsas: läsningen tog för mycket minne eller avbröts av systemet; prova att spara om filen."
_SLOW = "Filen kunde inte läsas: den tog längre tid än {seconds} sekunder att läsa; dela upp den eller spara om den."


class Reading:
    """The reading of an agreement's files, under way in another process."""

    def __init__(self, stream: int, pid: int, request: Request) -> None:
        self._stream = stream
        self._pid = pid
        self._request = request
        self._seconds = reading_seconds(request.options)
        self._deadline = time.monotonic() + self._seconds

    def agreement(self) -> Agreement:
        """Wait for the agreement as it was asked for, and raise as `views` does."""
        return self.views().agreement

    def views(self) -> Views:
        """Wait for the agreement, in both views where tracked changes are pending.

        Raises UnreadableError as `read_agreement` does, and where a limit was passed.
        Where the reading process met .doc or .rtf and LibreOffice is here, they are converted and all is read again.
        """
        answer = self._whole_answer()
        if answer[:1] == b"C":
            answer = _converted(self._request, Conversions.load(answer[1:]))._whole_answer()
        if answer[:1] == b"A":
            return Views.model_validate_json(answer[1:])
        if answer[:1] == b"U":
            raise UnreadableError(answer[1:].decode())
        if answer[:1] == b"W":
            raise WrongUseError(answer[1:].decode())
        raise UnreadableError(_GONE)

    def _whole_answer(self) -> bytes:
        try:
            return self._answer()
        finally:
            self._end()

    def abandon(self) -> None:
        """Stop the reading; nobody wants it any more."""
        self._end()

    def _answer(self) -> bytes:
        pieces: list[bytes] = []
        with selectors.DefaultSelector() as selector:
            selector.register(self._stream, selectors.EVENT_READ)
            while True:
                left = self._deadline - time.monotonic()
                if left <= 0 or not selector.select(left):
                    raise UnreadableError(_SLOW.format(seconds=round(self._seconds)))
                piece = os.read(self._stream, _CHUNK)
                if not piece:
                    return b"".join(pieces)
                pieces.append(piece)

    def _end(self) -> None:
        os.close(self._stream)
        with suppress(OSError):
            os.kill(self._pid, signal.SIGKILL)
        with suppress(OSError):
            os.killpg(self._pid, signal.SIGKILL)  # with a program for machine reading that it may have started
        with suppress(OSError):
            os.waitpid(self._pid, 0)


class _SpawnedReading(Reading):
    """The same where a process cannot be forked: a new Python reads the files, a thread watches the clock."""

    def __init__(self, process: subprocess.Popen[bytes], request: Request) -> None:
        """Hand the request over, so that the process reads while the caller goes on."""
        self._process = process
        self._request = request
        if process.stdin is not None:
            with suppress(OSError), process.stdin as stream:  # a process that is gone gives no answer either
                stream.write(request.dump())
            process.stdin = None
        self._seconds = reading_seconds(request.options)

    def _answer(self) -> bytes:
        try:
            return self._process.communicate(timeout=self._seconds)[0]
        except subprocess.TimeoutExpired:
            raise UnreadableError(_SLOW.format(seconds=round(self._seconds))) from None

    def _end(self) -> None:
        self._process.kill()
        self._process.wait()


def begin_reading(paths: Sequence[Path], options: ReadingOptions = _DEFAULT) -> Reading:
    """Begin to read the files of one agreement in a process of its own."""
    return _begin(Request(tuple(paths), options))


def answer_for(request: Request) -> bytes:
    """What the reading process sends: a letter for what it is, and the agreement in its views as JSON or the sentence.

    The letter C stands for documents that would have to be converted first, and comes only where they can be.
    """
    from avtalskoll.readers import read_views

    conversions = request.conversions
    try:
        answer = b"A" + read_views(request.paths, request.options, conversions).model_dump_json().encode()
    except UnreadableError as error:
        answer = b"U" + error.sentence.encode()
    except WrongUseError as error:
        answer = b"W" + error.sentence.encode()
    return b"C" + conversions.dump() if conversions.wanted and LibreOffice.find() else answer


def confine(limits: Limits, *, seconds: float | None = None) -> None:
    """Put the ceilings of the platform on this process; nothing where it has none. `seconds` instead of the limit's."""
    try:
        import resource
    except ImportError:
        return
    for kind, ceiling in (
        ("RLIMIT_AS", limits.memory_bytes),
        ("RLIMIT_CPU", round(seconds or limits.seconds)),
        ("RLIMIT_FSIZE", 0),
        ("RLIMIT_CORE", 0),
    ):
        with suppress(ValueError, OSError, AttributeError):
            resource.setrlimit(getattr(resource, kind), (ceiling, ceiling))


def reading_seconds(options: ReadingOptions) -> float:
    """How long the reading may take; machine reading, if asked for, has its own time for each page."""
    limits = options.limits
    return float(limits.seconds + (limits.ocr_pages * limits.ocr_seconds if options.ocr else 0))


def _end_with_parent() -> None:
    """Have this process end when the one that wants its answer does; machine reading may go on for long."""
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _begin(request: Request) -> Reading:
    if hasattr(os, "fork") and sys.platform == "linux" and threading.active_count() == 1:
        with suppress(OSError):
            return _forked(request)
    return _spawned(request)


def _converted(request: Request, conversions: Conversions) -> Reading:
    """Convert what the reading process asked for, and begin to read again with what came of it."""
    program = LibreOffice.find()
    done = conversions.convert_wanted(program, request.options.limits) if program else conversions.given_up()
    return _begin(replace(request, conversions=done))


def _forked(request: Request) -> Reading:
    receive, send = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        os.close(send)
        return Reading(receive, pid, request)
    code = 1
    try:  # the child: whatever happens here, it must not go on as the program
        os.close(receive)
        if request.options.ocr:
            os.setpgid(0, 0)
            _end_with_parent()
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        confine(request.options.limits, seconds=reading_seconds(request.options))
        answer = answer_for(request)
        while answer:
            answer = answer[os.write(send, answer) :]
        code = 0
    finally:
        os._exit(code)


def _spawned(request: Request) -> Reading:
    command = [sys.executable, "-m", "avtalskoll.readers.child"]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
    )
    return _SpawnedReading(process, request)


def _environment() -> dict[str, str]:
    """The environment with the package on the path, also where it runs from a checkout."""
    root = str(Path(__file__).resolve().parent.parent.parent)
    known = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": root + (os.pathsep + known if known else "")}
