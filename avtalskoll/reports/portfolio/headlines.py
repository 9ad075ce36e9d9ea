"""The overview in a few sentences, each with its number."""

from __future__ import annotations

from typing import NamedTuple

from avtalskoll.portfolios.portfolio import Portfolio
from avtalskoll.reports.portfolio.tallies import rows


class Headline(NamedTuple):
    """A number and the words after it."""

    number: int
    words: str


def headlines(portfolio: Portfolio) -> tuple[Headline, ...]:
    """How many agreements there are and how many have what weighs most; never a share or a grade."""
    found = rows(portfolio)
    against = sum(row.against_law for row in found)
    lacking = sum(row.lacks_required for row in found)
    told = [
        Headline(len(found), "avtal är granskat" if len(found) == 1 else "avtal är granskade"),
        Headline(against, "avtal har något som kan strida mot lag eller inskränka kommunens rätt"),
        Headline(lacking, "avtal saknar något som lagen kräver att avtalet reglerar"),
    ]
    drafts = sum(row.agreement.agreement.draft for row in found)
    if drafts:
        told.append(Headline(drafts, "avtal är utkast eller förslag"))
    if portfolio.unreadable:
        told.append(Headline(len(portfolio.unreadable), "avtal kunde inte läsas och är inte bedömda"))
    return tuple(told)
