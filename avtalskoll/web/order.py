"""What a worker is asked to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from avtalskoll.audit_report import Facts
from avtalskoll.readers.options import ReadingOptions

Kind = Literal["audit", "compare", "portfolio", "annotate", "propose", "spreadsheet"]


@dataclass(frozen=True, slots=True)
class Choices:
    """How the agreements are to be audited."""

    as_of: date
    checklist: str | None = None
    facts: Facts = field(default_factory=Facts)
    reading: ReadingOptions = field(default_factory=ReadingOptions)


@dataclass(frozen=True, slots=True)
class Order:
    """One piece of work. `files` and `other_files` are paths that this program has chosen."""

    kind: Kind
    choices: Choices
    files: tuple[str, ...] = ()
    other_files: tuple[str, ...] = ()
    """For a comparison, the new version."""
    folder: str = ""
    """For an overview, where it may write."""
    reports: tuple[str, ...] = ()
    """Audit reports as JSON, for what is made of them."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work has come: a Swedish phrase, and how many of how many where that is known."""

    phrase: str
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Examined:
    """An audited agreement: the report and the agreement as read, as JSON."""

    report: str
    agreement: str


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions held against each other: the comparison as JSON."""

    comparison: str


@dataclass(frozen=True, slots=True)
class Overview:
    """Many agreements: the portfolio as JSON, and a zip with the overview and all reports as files."""

    portfolio: str
    archive: bytes


@dataclass(frozen=True, slots=True)
class Made:
    """Files that were made, each with the name that it is to have; "" where whoever asked knows better."""

    files: tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of an order: its result, or the sentence that says why there is none."""

    result: object = None
    problem: str = ""
