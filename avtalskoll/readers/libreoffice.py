"""LibreOffice, where it is installed: old formats made into .docx, apart from the user's own profile and files."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from avtalskoll.readers.limits import Limits

_PROGRAMS = ("soffice", "libreoffice")
_ROOM = 2 * 2**30
"""Most that the conversion may write in one file."""
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse">
<value>0</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop>
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""
_NO_NETWORK = {name: "http://127.0.0.1:9" for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY")}


class LibreOffice:
    """The program at `path`."""

    def __init__(self, path: str) -> None:
        """Use the program at `path`."""
        self.path = path

    @classmethod
    def find(cls) -> LibreOffice | None:
        """The program on the PATH; None where it is not installed."""
        found = next((path for program in _PROGRAMS if (path := shutil.which(program))), None)
        return None if found is None else cls(found)

    def as_docx(self, data: bytes, suffix: str, limits: Limits) -> bytes | None:
        """A document as .docx; None where LibreOffice cannot read it or takes longer than the limits allow.

        Runs in a folder of its own that is removed whatever happens, with a profile of its own, without macros and
        without a way to the network.
        """
        with _tidy_end(), tempfile.TemporaryDirectory(prefix="avtalskoll-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            source, profile, target = folder / f"avtal.{suffix}", folder / "profile", folder / "ut"
            (profile / "user").mkdir(parents=True)
            (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
            target.mkdir()
            source.write_bytes(data)
            command = [
                *(self.path, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo"),
                *("--nodefault", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML"),
                *("--outdir", str(target), str(source)),
            ]
            _run(command, folder, limits)
            return _result(target / "avtal.docx", limits)


@contextmanager
def _tidy_end() -> Iterator[None]:
    """Let a request to end the program unwind it, so that the folder and LibreOffice go too."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread can
        return
    kinds = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    kinds = [kind for kind in kinds if signal.getsignal(kind) is signal.SIG_DFL]
    for kind in kinds:
        signal.signal(kind, _leave)
    try:
        yield
    finally:
        for kind in kinds:
            signal.signal(kind, signal.SIG_DFL)


def _leave(kind: int, frame: object) -> None:
    raise SystemExit(128 + kind)


def _run(command: list[str], folder: Path, limits: Limits) -> None:
    """Run the program and end it, with all that it has started, when its time is up."""
    quiet = subprocess.DEVNULL
    places = {name: str(folder) for name in ("HOME", "TMPDIR", "TEMP", "TMP", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    try:
        process = subprocess.Popen(
            command,
            stdin=quiet,
            stdout=quiet,
            stderr=quiet,
            cwd=folder,
            env=_environment(places),
            start_new_session=True,
        )
    except OSError:
        return
    try:
        _confine(process.pid, limits)
        process.wait(limits.conversion_seconds)
    except subprocess.TimeoutExpired:
        pass
    finally:
        _end(process)


def _environment(places: Mapping[str, str]) -> dict[str, str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "no_proxy", "NO_PROXY")
    return {**{name: value for name, value in os.environ.items() if name not in hidden}, **places, **_NO_NETWORK}


def _confine(pid: int, limits: Limits) -> None:
    """Put ceilings on the program where the platform can do so from outside."""
    if sys.platform != "linux":
        return
    import resource

    for kind, ceiling in (
        (resource.RLIMIT_CPU, limits.conversion_seconds),
        (resource.RLIMIT_FSIZE, _ROOM),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):
            resource.prlimit(pid, kind, (ceiling, ceiling))


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        subprocess.run(
            ["taskkill", "/T", "/F", "/PID", str(process.pid)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
    else:
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def _result(path: Path, limits: Limits) -> bytes | None:
    try:
        if path.is_symlink() or not 0 < path.stat().st_size <= limits.file_bytes:
            return None
        return path.read_bytes()
    except OSError:
        return None
