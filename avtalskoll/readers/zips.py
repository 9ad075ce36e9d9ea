"""The gates that every zip passes before anything in it is unpacked."""

from __future__ import annotations

import zipfile

from avtalskoll.readers.limits import Limits
from avtalskoll.readers.refusals import Reason, Refused

_RATIO_FROM = 2**20


def checked_entries(
    archive: zipfile.ZipFile, limits: Limits, suffixes: tuple[str, ...] = (".xml", ".rels")
) -> dict[str, zipfile.ZipInfo]:
    """The entries of a package by lower-case name; those with one of `suffixes` are the ones that will be read.

    Raises `Refused` for too many entries, two of one name, encrypted entries among those that are read, and where
    these would unpack to more than the limits allow.
    """
    entries: dict[str, zipfile.ZipInfo] = {}
    listed = archive.infolist()
    if len(listed) > limits.zip_entries:
        raise Refused(Reason.TOO_LARGE)
    total = 0
    for entry in listed:
        name = entry.filename.replace("\\", "/").lstrip("/").lower()
        if name in entries:
            raise Refused(Reason.DAMAGED)
        entries[name] = entry
        if not name.endswith(suffixes):
            continue
        if entry.flag_bits & 1:
            raise Refused(Reason.ENCRYPTED)
        total += entry.file_size
        if swells(entry, limits):
            raise Refused(Reason.TOO_LARGE)
    if total > limits.xml_bytes:
        raise Refused(Reason.TOO_LARGE)
    return entries


def swells(entry: zipfile.ZipInfo, limits: Limits) -> bool:
    """Whether an entry would unpack to many times its packed size."""
    packed = max(entry.compress_size, 1)
    return entry.file_size > _RATIO_FROM and entry.file_size > packed * limits.expansion_ratio


def unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """The content of an entry. Raises `Refused` where it is larger than `most`, whatever its declared size says."""
    if entry.file_size > most:
        raise Refused(Reason.TOO_LARGE)
    with archive.open(entry) as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise Refused(Reason.TOO_LARGE)
    return content
