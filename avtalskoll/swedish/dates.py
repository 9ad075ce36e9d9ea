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
_NAMES = "|".join(_MONTHS)
_DATE = re.compile(
    r"(?P<iso>(?P<y>(?:19|20)\d\d)[-./](?P<m>\d\d)[-./](?P<d>\d\d))(?!\d)"
    rf"|(?P<day>\d{{1,2}})(?::e|:a|\.)? (?P<month>{_NAMES}) (?P<year>(?:19|20)\d\d)"
    rf"|(?P<month2>{_NAMES}) (?P<year2>(?:19|20)\d\d)"
    r"|(?<![\d:(.,-])(?P<only>(?:19|20)\d\d)(?![\d:.)%-])"
)


class DateMention(NamedTuple):
    """A date in a text: `first` and `last` are the days it can mean (a year means its first to its last day)."""

    first: date
    last: date
    start: int
    end: int


def dates(text: str) -> tuple[DateMention, ...]:
    """All dates of `text` (lower case) in order: 2026-01-31, 31 januari 2026, januari 2026, 2026. Impossible ones are left out."""
    found = []
    for match in _DATE.finditer(text):
        groups = match.groupdict()
        try:
            if groups["iso"]:
                first = last = date(int(groups["y"]), int(groups["m"]), int(groups["d"]))
            elif groups["day"]:
                first = last = date(int(groups["year"]), _MONTHS[groups["month"]], int(groups["day"]))
            elif groups["month2"]:
                first = date(int(groups["year2"]), _MONTHS[groups["month2"]], 1)
                last = _month_end(first)
            else:
                first, last = date(int(groups["only"]), 1, 1), date(int(groups["only"]), 12, 31)
        except ValueError:
            continue
        found.append(DateMention(first, last, match.start(), match.end()))
    return tuple(found)


def _month_end(first: date) -> date:
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)
