"""The checklist's own test: every example must get its verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from avtalskoll.agreement import Agreement
from avtalskoll.audit_report import Facts
from avtalskoll.checklist import Checklist, Example, Requirement
from avtalskoll.engine import assess
from avtalskoll.engine.finding import Finding
from avtalskoll.readers import read_bytes

_GRAVITY = {"met": 0, "cleared": 0, "partial": 1, "missing": 2, "conflict": 3}


@dataclass(frozen=True)
class ExampleResult:
    """One example: what it should give and what it gave.

    For prohibitions "cleared" is told apart from "met"; "silent" is what a text that says nothing of the matter gives.
    """

    requirement: Requirement
    expected: str
    example: Example
    finding: Finding
    tightened_since: bool = False
    """The example is from a checklist that another one extends and tightens here: it may get a graver verdict."""

    @property
    def got(self) -> str:
        """The verdict given, "cleared" for a prohibition that the text expressly denies."""
        return "cleared" if self.finding.cleared else self.finding.verdict

    @property
    def passed(self) -> bool:
        """Whether the example got its verdict; a silent or cleared prohibition both are met."""
        if self.expected == "silent":
            return self.got == ("met" if self.requirement.prohibition else "missing")
        if self.got == self.expected or (self.expected == "met" and self.finding.verdict == "met"):
            return True
        gravity = _GRAVITY.get(self.expected), _GRAVITY.get(self.got)
        return self.tightened_since and None not in gravity and gravity[1] > gravity[0]  # type: ignore[operator]

    @property
    def as_marked(self) -> bool:
        """Whether the example passed, or failed where it is marked as a known miss."""
        return self.passed != self.example.known_miss


def run_examples(checklist: Checklist, requirements: Iterable[Requirement] | None = None) -> Iterator[ExampleResult]:
    """Judge every example of the requirements, each as if it were the agreement's only text."""
    for requirement in checklist.requirements if requirements is None else requirements:
        sets = [requirement.examples]
        sets += [given.examples for given in checklist.tightenings if given.requirement == requirement.id]
        for examples in sets:
            for expected, example in examples.by_verdict():
                finding = judge(checklist, requirement, example)
                yield ExampleResult(requirement, expected, example, finding, examples is not sets[-1])


def unmet_suggestions(
    checklist: Checklist, requirements: Iterable[Requirement] | None = None
) -> Iterator[tuple[Requirement, Finding]]:
    """The requirements whose own proposed wording does not meet them, with what it gives instead."""
    for requirement in checklist.requirements if requirements is None else requirements:
        finding = judge(checklist, requirement, Example(text=requirement.suggestion))
        if finding.verdict != "met":
            yield requirement, finding


def judge(checklist: Checklist, requirement: Requirement, example: Example) -> Finding:
    """The finding that one example text gives for one requirement."""
    document = read_bytes((example.text.rstrip() + "\n").encode(), "exempel.md")
    transferred = {"kommun": True, "region": False, None: None}[example.facts.home_care]
    assessment = assess(
        Agreement(documents=(document,)),
        checklist,
        example.day,
        Facts(home_care_transferred=transferred),
        [requirement],
    )
    return assessment.findings[requirement.id]
