"""What the reading process is asked for."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from avtalskoll.readers.converted import Conversions
from avtalskoll.readers.limits import Limits


@dataclass(frozen=True)
class Request:
    """The files of one agreement, how much they may take, and what of them has been converted."""

    paths: tuple[Path, ...]
    limits: Limits
    conversions: Conversions = field(default_factory=Conversions)

    def dump(self) -> bytes:
        """The request for another process."""
        head = {"paths": [str(path) for path in self.paths], "limits": self.limits.model_dump()}
        return json.dumps(head).encode() + b"\n" + self.conversions.dump()

    @classmethod
    def load(cls, dumped: bytes) -> Request:
        """What `dump` gave."""
        head, _, conversions = dumped.partition(b"\n")
        content = json.loads(head)
        limits = Limits.model_validate(content["limits"])
        return cls(tuple(Path(path) for path in content["paths"]), limits, Conversions.load(conversions))
