"""What holds for every format of the check."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from avtalskoll.checking.check_run import CheckRun
from avtalskoll.reports.check.github import render_github
from avtalskoll.reports.check.junit import render_junit
from avtalskoll.reports.check.markdown import render_markdown
from avtalskoll.reports.check.sarif import render_sarif
from tests.reports.check.sample_run import quoting, sample_run

Render = Callable[[CheckRun], str]
FORMATS = (render_github, render_junit, render_markdown, render_sarif)


@pytest.mark.parametrize("render", FORMATS)
def test_same_run_same_text_and_it_can_be_written(render: Render) -> None:
    run = quoting("noll \x00 \u202e baklänges", name="a\x00.md")
    text = render(run)
    assert text == render(run) and text.endswith("\n")
    assert text.encode("utf-8")


@pytest.mark.parametrize("render", FORMATS)
def test_the_waiver_and_the_unreadable_agreement_are_visible(render: Render) -> None:
    text = render(sample_run())
    assert "Beslutat av Anna Ek" in text and "be om originalet i Word" in text


@pytest.mark.parametrize("render", FORMATS)
def test_a_run_without_agreements(render: Render) -> None:
    assert render(sample_run(agreements=(), waivers=(), errors=("Undantaget har gått ut.",), exit_code=2))
