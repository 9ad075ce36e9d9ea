"""What the bundled program runs: the page when it is opened with a double click, else the command line."""

from __future__ import annotations

import multiprocessing
import os
import sys

_CHILD = ["-m", "avtalskoll.readers.child"]


def _start(words: list[str]) -> int:
    if words[:2] == _CHILD:  # the reading process starts "itself", which is no Python here
        from avtalskoll.readers.child import main as read

        return read()
    from avtalskoll.cli import main

    return main(words) if words else _by_double_click()


def _by_double_click() -> int:
    """Serve the page. A window that closed by itself would take the reason with it: it waits where something failed."""
    from avtalskoll.cli import main

    print(
        "Stäng det här fönstret när du är klar. Då avslutas avtalskoll och allt som inte är sparat glöms.", flush=True
    )
    code = main(["serve"])
    if code and sys.stdin is not None and sys.stdin.isatty():
        input("Tryck på Retur för att stänga fönstret.")
    return code


def _give_back_libraries() -> None:
    """Let other programs (the browser, LibreOffice) use the system's libraries instead of those in the bundle."""
    for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
        own = os.environ.pop(f"{name}_ORIG", None)
        if own:
            os.environ[name] = own
        else:
            os.environ.pop(name, None)


if __name__ == "__main__":
    _give_back_libraries()
    multiprocessing.freeze_support()  # does not come back in a working process
    sys.exit(_start(sys.argv[1:]))
