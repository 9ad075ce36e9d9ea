"""The command line: `main` is what the program `avtalskoll` runs.

Nothing heavy is imported before a command needs it, and `--version` is answered before typer.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from avtalskoll.errors import AvtalskollError, ExitCode

_INTERRUPTED, _PIPE_CLOSED = 130, 141
_INTERNAL = (
    "Något gick fel i programmet och ingenting kunde slutföras; sätt AVTALSKOLL_DEBUG=1 för att se detaljerna "
    "och rapportera felet."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code. Every failure is one Swedish sentence on stderr, never a traceback."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words == ["--version"]:
        from avtalskoll._version import __version__

        print(f"avtalskoll {__version__}")
        return ExitCode.OK
    from avtalskoll.cli.console import complain, prepare_streams, silence_stdout

    prepare_streams()
    # A command is short and keeps most of what it makes: looking for garbage all the time costs a fifth of it.
    gc.set_threshold(200_000, 20, 20)
    try:
        from avtalskoll.cli.app import run

        code = run(words)
        sys.stdout.flush()
        return code
    except AvtalskollError as error:
        complain(error.sentence)
        return error.exit_code
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        silence_stdout()
        return _PIPE_CLOSED
    except Exception:
        if os.environ.get("AVTALSKOLL_DEBUG") == "1":
            import traceback

            traceback.print_exc()
        complain(_INTERNAL)
        return ExitCode.INTERNAL
