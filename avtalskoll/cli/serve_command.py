"""`avtalskoll serve`: the local page."""

from __future__ import annotations

import importlib.util
import os
import sys
import threading
from typing import Annotated

import typer

from avtalskoll.errors import ExitCode, WrongUseError

HELP = (
    "Öppna en sida i webbläsaren där du släpper avtalet och läser rapporten. Sidan visas bara på den här datorn och "
    "inget sparas. Avsluta med Ctrl-C."
)
_NEEDED = ("starlette", "uvicorn", "python_multipart")
_PACKAGES = tuple(name.replace("_", "-") for name in _NEEDED)
_OWN_HOSTS = ("127.0.0.1", "localhost")


def serve(
    port: Annotated[
        int | None,
        typer.Option("--port", metavar="NUMMER", help="Porten (förval 8765, eller nästa lediga).", show_default=False),
    ] = None,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Öppna inte webbläsaren, visa bara adressen.")
    ] = False,
    host: Annotated[str, typer.Option("--host", metavar="ADRESS", hidden=True)] = "127.0.0.1",
) -> int:
    """Serve the page until Ctrl-C and return the exit code."""
    if host not in _OWN_HOSTS:
        raise WrongUseError(
            f"--host {host} går inte: sidan visas bara på den här datorn, så att inget avtal kan läsas av någon annan; "
            "utelämna --host."
        )
    if port is not None and not 1 <= port <= 65535:
        raise WrongUseError(f"--port {port} finns inte; välj ett tal mellan 1024 och 65535.")
    if any(importlib.util.find_spec(name) is None for name in _NEEDED):
        python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
        raise WrongUseError(
            f"Den lokala sidan är inte installerad; installera den med: {python} -m pip install {' '.join(_PACKAGES)} "
            f"(eller med {python} -m pip install '.[web]' i mappen med avtalskolls källkod, där pyproject.toml ligger)."
        )
    from avtalskoll.web.server import serve as serve_page

    def started(address: str) -> None:
        print(f"avtalskoll är igång: {address}\nSidan visas bara på den här datorn. Avsluta med Ctrl-C.", flush=True)
        if not no_browser and _has_browser():
            threading.Thread(target=_open, args=(address,), daemon=True).start()

    serve_page(port, started)
    return ExitCode.OK


def _has_browser() -> bool:
    """Whether a page would be seen: a text browser in the terminal would only be in the way."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open(address: str) -> None:
    import webbrowser

    webbrowser.open(address)
