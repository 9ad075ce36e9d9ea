"""Folders of small agreements for the tests of portfolios."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import avtalskoll
from avtalskoll.portfolios.portfolio import Portfolio, PortfolioAgreement
from tests.checking.drafts import CONFLICT, agreement, write

DAY = date(2026, 11, 22)


def three(folder: str = "avtal") -> None:
    """Ale and Boda as files, Åby as a folder of two files; Boda has a conflict."""
    write(f"{folder}/Ale.md", agreement(parties="Region Nordvik och Ale kommun"))
    write(f"{folder}/Boda.md", agreement(CONFLICT, parties="Region Nordvik och Boda kommun"))
    write(f"{folder}/Åby/avtal.md", agreement(parties="Region Söder och Åby kommun"))
    write(f"{folder}/Åby/bilaga 1.md", "# Bilaga 1\n\nRegionen betalar två timmar per vecka.\n")


class Run:
    """One run of `avtalskoll.portfolio`, and which agreements it audited."""

    def __init__(self, folder: str = "avtal", output: str | None = "ut", **options: object) -> None:
        self.audited: list[str] = []
        self.made: Portfolio = avtalskoll.portfolio(
            folder,
            output=output,
            progress=lambda done, total, name: self.audited.append(name) if done else None,
            **{"as_of": DAY, **options},  # type: ignore[arg-type]
        )
        self.audited.sort()

    @property
    def names(self) -> list[str]:
        return [one.name for one in self.made.agreements]

    def agreement(self, name: str) -> PortfolioAgreement:
        return next(one for one in self.made.agreements if one.name == name)

    def verdict(self, name: str, requirement: str) -> str:
        return next(one.verdict for one in self.agreement(name).outcomes if one.id == requirement)


def contents(folder: str) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()
    }
