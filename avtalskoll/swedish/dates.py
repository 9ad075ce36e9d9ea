"""Dates in running text."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

_MONTHS = {
    name: number
    for number, name in enumerate(
        "januari februari mars april maj juni juli augusti september oktober november december".split(), 1
    )
}
_SHORT = {name[:3]: number for name, number in _MONTHS.items()}
_NAMES = "|".join([*_MONTHS, *(f"{short}\\.?" for short in _SHORT)])
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"(?P<iso>(?P<y>{_YEAR})[-./](?P<m>\d\d)[-./](?P<d>\d\d))(?!\d)"
    rf"|(?P<compact>(?P<cy>20\d\d)(?P<cm>[01]\d)(?P<cd>[0-3]\d))(?!\d)"
    rf"|(?P<day>\d{{1,2}})(?::e|:a|\.)? (?P<month>{_NAMES}) (?P<year>{_YEAR})"
    rf"|(?P<sd>\d{{1,2}})/(?P<sm>\d{{1,2}})[ -](?P<sy>{_YEAR})"
    rf"|årsskiftet (?P<turn>{_YEAR})(?:[/–-](?:{_YEAR}|\d\d))?"
    rf"|(?P<month2>{_NAMES}) (?P<year2>{_YEAR})"
    rf"|(?<![\d:(.,-])(?P<only>{_YEAR})(?!\d|[:.]\d|[)%]|-\d\d-)"
)


class DateMention(NamedTuple):
    """A date in a text: `first` and `last` are the days it can mean (a year means its first to its last day)."""

    first: date
    last: date
    start: int
    end: int


def dates(text: str) -> tuple[DateMention, ...]:
    """All dates of `text` (lower case) in order, as 2026-01-31, 20260131, 31 januari 2026, 31/1 2026, januari 2026 or
    2026; "årsskiftet 2025/2026" is the first day of the later year. Impossible ones are left out."""
    found = []
    for match in _DATE.finditer(text):
        try:
            first, last = _days(match.groupdict())
        except ValueError:
            continue
        found.append(DateMention(first, last, match.start(), match.end()))
    return tuple(found)


def _days(group: dict[str, str | None]) -> tuple[date, date]:
    def number(name: str) -> int:
        return int(group[name] or 0)

    if group["iso"]:
        day = date(number("y"), number("m"), number("d"))
    elif group["compact"]:
        day = date(number("cy"), number("cm"), number("cd"))
    elif group["day"]:
        day = date(number("year"), _month(group["month"]), number("day"))
    elif group["sd"]:
        day = date(number("sy"), number("sm"), number("sd"))
    elif group["turn"]:
        day = date(number("turn") + 1, 1, 1)
    elif group["month2"]:
        first = date(number("year2"), _month(group["month2"]), 1)
        following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return first, date.fromordinal(following.toordinal() - 1)
    else:
        return date(number("only"), 1, 1), date(number("only"), 12, 31)
    return day, day


def _month(name: str | None) -> int:
    return _SHORT[(name or "")[:3]]
