"""The reading process where a platform cannot fork: `python -m avtalskoll.readers.child`, a request on stdin."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from avtalskoll.readers.isolation import answer_for, confine
from avtalskoll.readers.limits import Limits


def main() -> int:
    """Read the files that the request names and send what `isolation.answer_for` gives to stdout."""
    request = json.load(sys.stdin.buffer)
    limits = Limits.model_validate(request["limits"])
    confine(limits)
    sys.stdout.buffer.write(answer_for([Path(path) for path in request["paths"]], limits))
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
