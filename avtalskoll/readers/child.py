"""The reading process where a platform cannot fork: `python -m avtalskoll.readers.child`, a request on stdin."""

from __future__ import annotations

import sys

from avtalskoll.readers.isolation import answer_for, confine, reading_seconds
from avtalskoll.readers.request import Request


def main() -> int:
    """Read the files that the request names and send what `isolation.answer_for` gives to stdout."""
    request = Request.load(sys.stdin.buffer.read())
    confine(request.options.limits, seconds=reading_seconds(request.options))
    sys.stdout.buffer.write(answer_for(request))
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
