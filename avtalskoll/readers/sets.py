"""Folders and zips among the files of an agreement: each stands for the files in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from avtalskoll.readers.archives import zip_members
from avtalskoll.readers.folders import folder_members
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.members import Member, bytes_of
from avtalskoll.readers.own_office import is_own_office
from avtalskoll.readers.recognise import FileKind, recognise
from avtalskoll.readers.refusals import Reason, Refused

_OWN_REPORTS = (b'<meta name="generator" content="avtalskoll', b'"schema": "avtalskoll.')
_START = 4096


def members_of(paths: Sequence[tuple[Path, str]], limits: Limits) -> Iterator[Member]:
    """The files to read for paths with their names, in order.

    What cannot be opened is there under its name, and its `load` raises `Refused`. In folders and zips, what this
    program has written itself is passed over: reports, proposals and annotated copies. No two members have one name.
    """
    taken: set[str] = set()
    for path, name in paths:
        for member in _opened(path, name, limits):
            distinct = _distinct(member.name, name, taken)
            taken.add(distinct)
            yield member._replace(name=distinct)


def _opened(path: Path, name: str, limits: Limits) -> list[Member]:
    try:
        if path.is_dir():
            members = folder_members(path, limits)
        else:
            data = bytes_of(path, limits)
            if recognise(data, name) is not FileKind.ARCHIVE:
                return [Member(name, partial(_same, data))]
            members = zip_members(data, limits)
        members = [member for member in members if not _is_own_output(member.load)]
        if not members:
            raise Refused(Reason.EMPTY_SET)
    except Refused as refused:
        return [Member(name, partial(_refuse, refused.reason))]
    return members


def _same(data: bytes) -> bytes:
    return data


def _refuse(reason: Reason) -> bytes:
    raise Refused(reason)


def _distinct(name: str, set_name: str, taken: set[str]) -> str:
    """The name, with that of its set before it where another set has one like it."""
    wanted, number = name, 1
    while wanted in taken:
        wanted = f"{set_name}/{name}" if number == 1 else f"{set_name}/{name} ({number})"
        number += 1
    return wanted


def _is_own_output(load: Callable[[], bytes]) -> bool:
    """Whether a file is one that this program has written, which is no part of an agreement."""
    try:
        data = load()
    except Refused:
        return False
    if is_own_office(data):
        return True
    start = data[:_START]
    return start.startswith((b"<!doctype html", b"{")) and any(mark in start for mark in _OWN_REPORTS)
