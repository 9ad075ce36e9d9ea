"""Which requirements of a report are shown: those with one outcome, those of one area, or both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from avtalskoll.audit_report import AuditReport, RequirementResult
from avtalskoll.reports.order import groups
from avtalskoll.reports.verdict_signs import SIGNS, sign_of

_OUTCOME, _AREA = "utfall", "omrade"


@dataclass(frozen=True, slots=True)
class Way:
    """A link to another selection: `number` is how many requirements it shows."""

    words: str
    sign: str
    number: int
    chosen: bool
    address: str


class Selection:
    """What the address says is wanted; an outcome or an area that the report does not know is no choice."""

    def __init__(self, report: AuditReport, query: Mapping[str, str]) -> None:
        self._results = report.results
        self._areas = {group.id: group.title for group in groups(report.results)}
        outcome, area = query.get(_OUTCOME, ""), query.get(_AREA, "")
        self.outcome = outcome if outcome in SIGNS else ""
        self.area = area if area in self._areas else ""

    @property
    def active(self) -> bool:
        """Whether anything is left out."""
        return bool(self.outcome or self.area)

    @property
    def shown(self) -> tuple[RequirementResult, ...]:
        """The results that are wanted."""
        return self._matching(self.outcome, self.area)

    @property
    def words(self) -> str:
        """What is shown, in words: "Delvis, Uppföljning"."""
        outcome = SIGNS[self.outcome].word if self.outcome else ""
        return ", ".join(filter(None, (outcome, self._areas.get(self.area, ""))))

    def outcomes(self) -> list[Way]:
        """All outcomes that the report has, within the area."""
        ways = [self._way("Alla utfall", "", "", self.area, not self.outcome)]
        present = {sign_of(result).key for result in self._results}
        return ways + [
            self._way(sign.word, key, key, self.area, key == self.outcome)
            for key, sign in SIGNS.items()
            if key in present
        ]

    def areas(self) -> list[Way]:
        """All areas of the checklist, within the outcome."""
        ways = [self._way("Alla områden", "", self.outcome, "", not self.area)]
        return ways + [
            self._way(title, "", self.outcome, area, area == self.area) for area, title in self._areas.items()
        ]

    def _way(self, words: str, sign: str, outcome: str, area: str, chosen: bool) -> Way:
        query = urlencode({key: value for key, value in ((_OUTCOME, outcome), (_AREA, area)) if value})
        return Way(words, sign, len(self._matching(outcome, area)), chosen, f"?{query}#urval")

    def _matching(self, outcome: str, area: str) -> tuple[RequirementResult, ...]:
        wanted: list[Callable[[RequirementResult], bool]] = []
        if outcome:
            wanted.append(lambda result: sign_of(result).key == outcome)
        if area:
            wanted.append(lambda result: result.group == area)
        return tuple(result for result in self._results if all(holds(result) for holds in wanted))
