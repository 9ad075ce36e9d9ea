"""A zip of files as one agreement: nothing is unpacked before it is asked for, and nothing ever to disk."""

from __future__ import annotations

import io
import zipfile
from functools import partial

from avtalskoll.readers.limits import Limits
from avtalskoll.readers.members import Member, in_order, inside_name, is_passed_over
from avtalskoll.readers.refusals import Reason, Refused
from avtalskoll.readers.zips import swells, unpacked


def zip_members(data: bytes, limits: Limits) -> list[Member]:
    """The files of a zip, in name order.

    Raises `Refused` for a zip that is damaged, ambiguous or beyond the limits, and for one without files.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except Exception:  # zipfile has many ways to say that a package is damaged
        raise Refused(Reason.DAMAGED_ZIP) from None
    if len(entries) > limits.zip_entries or sum(entry.file_size for entry in entries) > limits.set_bytes:
        raise Refused(Reason.TOO_LARGE_SET)
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        name = inside_name(_decoded(entry))
        if entry.is_dir() or is_passed_over(name):
            continue
        if not name or name in found:
            raise Refused(Reason.DAMAGED_ZIP)
        found[name] = entry
    if len(found) > limits.set_files:
        raise Refused(Reason.TOO_LARGE_SET)
    return in_order({name: partial(_content, archive, entry, limits) for name, entry in _within(found).items()})


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limits: Limits) -> bytes:
    if entry.flag_bits & 1:
        raise Refused(Reason.ENCRYPTED)
    if swells(entry, limits):
        raise Refused(Reason.TOO_LARGE)
    try:
        return unpacked(archive, entry, limits.file_bytes)
    except Refused:
        raise
    except Exception:  # zipfile and zlib have many ways to say that it is damaged
        raise Refused(Reason.DAMAGED) from None


def _decoded(entry: zipfile.ZipInfo) -> str:
    """The name of an entry; many programs write UTF-8 without saying so."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.filename


def _within(found: dict[str, zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """The files by their names inside the one folder that everything stands in, where there is such a folder."""
    while found and all("/" in name for name in found) and len({name.partition("/")[0] for name in found}) == 1:
        found = {name.partition("/")[2]: entry for name, entry in found.items()}
    return found
