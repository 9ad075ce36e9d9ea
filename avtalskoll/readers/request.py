"""What the reading process is asked for."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from avtalskoll.readers.converted import Conversions
from avtalskoll.readers.options import ReadingOptions


@dataclass(frozen=True)
class Request:
    """The files of one agreement, how they are to be read, and what of them has been converted."""

    paths: tuple[Path, ...]
    options: ReadingOptions = field(default_factory=ReadingOptions)
    conversions: Conversions = field(default_factory=Conversions)

    def dump(self) -> bytes:
        """The request for another process."""
        head = {"paths": [str(path) for path in self.paths], "options": self.options.model_dump()}
        return json.dumps(head).encode() + b"\n" + self.conversions.dump()

    @classmethod
    def load(cls, dumped: bytes) -> Request:
        """What `dump` gave."""
        head, _, conversions = dumped.partition(b"\n")
        content = json.loads(head)
        options = ReadingOptions.model_validate(content["options"])
        return cls(tuple(Path(path) for path in content["paths"]), options, Conversions.load(conversions))
