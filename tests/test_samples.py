"""The sample agreements and the reports in reports/ belong together."""

from __future__ import annotations

from pathlib import Path

import pytest

from avtalskoll.api import audit
from avtalskoll.checklist import Checklist
from avtalskoll.comparing.comparing import compare
from avtalskoll.reports.compare.html import render_html as render_comparison
from avtalskoll.reports.html import render_html
from avtalskoll.reports.json_report import render_json
from tests.conftest import ROOT
from tools.audit_samples import AS_OF, drafts, samples


@pytest.mark.parametrize(("name", "files"), samples().items(), ids=list(samples()))
def test_reports_are_current(name: str, files: list[Path], checklist: Checklist) -> None:
    report = audit(files, as_of=AS_OF, checklist=checklist)
    for suffix, text in (("html", render_html(report)), ("json", render_json(report))):
        kept = (ROOT / "reports" / f"{name}.{suffix}").read_text(encoding="utf-8")
        assert kept == text, f"reports/{name}.{suffix} is out of date: run make reports"


@pytest.mark.parametrize(("name", "pair"), drafts().items(), ids=list(drafts()))
def test_comparisons_are_current(name: str, pair: tuple[Path, Path], checklist: Checklist) -> None:
    text = render_comparison(compare(*pair, as_of=AS_OF, checklist=checklist))
    kept = (ROOT / "reports" / f"{name}-jamforelse.html").read_text(encoding="utf-8")
    assert kept == text, f"reports/{name}-jamforelse.html is out of date: run make reports"


def test_each_sample_shows_what_its_readme_says(checklist: Checklist) -> None:
    """The samples' point: from good to bad, and each kind of trouble where it is meant to be."""
    verdicts = {
        name: {r.id: r.verdict for r in audit(files, as_of=AS_OF, checklist=checklist).results}
        for name, files in samples().items()
    }
    assert "conflict" not in verdicts["01_nara_modell_2026"].values()
    assert {"OV-01", "OV-02", "OV-03", "OV-05", "EL-03", "EL-04"} <= {
        i for i, v in verdicts["02_artigt_hinder"].items() if v == "conflict"
    }
    assert verdicts["04_landstingstiden"]["FM-01"] == "partial"
    assert verdicts["06_avtalspaket"]["OV-01"] == "met"  # the tilläggsavtal replaces the clause that hinders
    assert list(verdicts["07_vag_samverkan"].values()).count("met") < 15
