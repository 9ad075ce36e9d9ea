"""The objects of a PDF, found without trusting its table of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from avtalskoll.readers.limits import Limits
from avtalskoll.readers.pdf.decoding import decoded
from avtalskoll.readers.pdf.syntax import BLANK, Name, Ref, Stream, Value, value_at

_HEAD = re.compile(rb"(\d+)" + BLANK + rb"++\d+" + BLANK + rb"++\Z")
_LONGEST_HEAD = 128
_MOST_STEPS = 20


class _Objects:
    """The objects of one stretch of bytes: the file, or what an object stream unpacks to."""

    def __init__(self, data: bytes, found: list[tuple[int, int]]) -> None:
        self.data = data
        self.found = sorted(found)
        self.starts = [start for start, _ in self.found]


class PdfObjects:
    """Every object of a file, also replaced ones and those in object streams: which of them hold is for others.

    Values are made out when they are asked for. Never raises but `Refused`, where streams unpack to too much.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Find the objects of the file `data`."""
        self._data = data
        self._limits = limits
        self._left = limits.xml_bytes
        self._places: dict[int, list[tuple[bytes, int]]] = {}
        self._values: dict[int, list[Value]] = {}
        self.streams: list[Stream] = []
        """Every stream of the file."""
        self._stretches = [_Objects(data, list(_heads(data)))]
        self._place(self._stretches[0])
        self._find_streams()
        for stream in self.streams:
            if Name(b"ObjStm") in self.values(stream.about.get(b"Type")):
                self._open_object_stream(stream)

    def values(self, value: Value) -> list[Value]:
        """What a value is or refers to: several where the file has several objects of that number."""
        return self._followed(value, _MOST_STEPS)

    def dictionaries(self, value: Value) -> Iterator[dict[bytes, Value]]:
        """The dictionaries that a value is or refers to."""
        return (found for found in self.values(value) if isinstance(found, dict))

    def with_names(self, pattern: re.Pattern[bytes]) -> Iterator[tuple[int, dict[bytes, Value]]]:
        """Number and dictionary of the objects in whose bytes the pattern is found."""
        for stretch in self._stretches:
            indexes = (bisect_right(stretch.starts, match.start()) - 1 for match in pattern.finditer(stretch.data))
            for index in sorted({index for index in indexes if index >= 0}):
                start, number = stretch.found[index]
                value = value_at(stretch.data, start)
                if isinstance(value, dict):
                    yield number, value

    def decoded(self, stream: Stream) -> bytes:
        """What a stream says, as far as it can be made out. Raises `Refused` where it is all too much."""
        filters = [
            name.text
            for value in self.values(stream.about.get(b"Filter"))[-1:]
            for one in (value if isinstance(value, list) else [value])
            for name in self.values(one)[-1:]
            if isinstance(name, Name)
        ]
        content = decoded(self._packed(stream), filters, min(self._left, self._limits.part_bytes))
        self._left -= len(content)
        return content

    def _followed(self, value: Value, steps: int) -> list[Value]:
        if not isinstance(value, Ref):
            return [value]
        known = self._values.get(value.number)
        if known is None:
            known = [value_at(data, start) for data, start in self._places.get(value.number, ())]
            self._values[value.number] = known
        if any(isinstance(found, Ref) for found in known):
            return [last for found in known if steps for last in self._followed(found, steps - 1)]
        return known

    def _packed(self, stream: Stream) -> bytes:
        for length in self.values(stream.about.get(b"Length")):
            if isinstance(length, int):
                end = stream.start + length
                if self._data[end : end + 12].lstrip(b"\0\t\n\f\r ").startswith(b"endstream"):
                    return self._data[stream.start : end]
        end = self._data.find(b"endstream", stream.start)
        return self._data[stream.start : end if end >= 0 else len(self._data)]

    def _place(self, objects: _Objects) -> None:
        for start, number in objects.found:
            self._places.setdefault(number, []).append((objects.data, start))

    def _find_streams(self) -> None:
        starts = self._stretches[0].starts
        for start, end in pairwise([*starts, len(self._data)]):
            if self._data.find(b"stream", start, end) >= 0:
                value = value_at(self._data, start)
                if isinstance(value, Stream):
                    self.streams.append(value)

    def _open_object_stream(self, stream: Stream) -> None:
        first = next((value for value in self.values(stream.about.get(b"First")) if isinstance(value, int)), 0)
        content = self.decoded(stream)
        numbers = [int(word) for word in content[:first].split() if word.isdigit() and len(word) < 12]
        pairs = zip(numbers[::2], numbers[1::2], strict=False)
        found = _Objects(content, [(first + offset, number) for number, offset in pairs])
        self._stretches.append(found)
        self._place(found)
        self._values.clear()


def _heads(data: bytes) -> Iterator[tuple[int, int]]:
    """Where the objects of a file begin, after their heads, and their numbers."""
    at = data.find(b"obj")
    while at >= 0:
        if not data.startswith(b"end", max(at - 3, 0)):
            head = _HEAD.search(data, max(at - _LONGEST_HEAD, 0), at)
            if head is not None and len(head[1]) < 12:
                yield at + 3, int(head[1])
        at = data.find(b"obj", at + 3)
