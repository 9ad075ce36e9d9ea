"""A folder of files as one agreement."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from avtalskoll.readers.limits import Limits
from avtalskoll.readers.members import Member, bytes_of, in_order, inside_name, is_passed_over
from avtalskoll.readers.refusals import Reason, Refused


def folder_members(folder: Path, limits: Limits) -> list[Member]:
    """The files of a folder and its folders, in name order. Raises `Refused` for too many, and where there are none."""
    paths = list(_files_below(folder, limits))
    if len(paths) > limits.set_files:
        raise Refused(Reason.TOO_LARGE_SET)
    names = {inside_name(path.relative_to(folder).as_posix()): path for path in paths}
    return in_order({name: partial(bytes_of, path, limits) for name, path in names.items()})


def _files_below(folder: Path, limits: Limits) -> Iterator[Path]:
    waiting, seen, size = [folder], 0, 0
    while waiting:
        try:
            inside = sorted(waiting.pop().iterdir())
            for path in inside:
                seen += 1
                if is_passed_over(path.name):
                    continue
                if path.is_dir():
                    if not path.is_symlink():  # a link may lead round in a circle
                        waiting.append(path)
                elif path.is_file():
                    size += path.stat().st_size
                    yield path
                if seen > limits.zip_entries or size > limits.set_bytes:
                    raise Refused(Reason.TOO_LARGE_SET)
        except OSError:
            raise Refused(Reason.DENIED) from None
