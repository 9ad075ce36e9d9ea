"""Audit the sample agreements and write their reports to reports/: `python -m tools.audit_samples`.

The audit date is pinned, so that the reports are the same on every day and machine.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import avtalskoll
from avtalskoll.reports.compare.html import render_html as render_comparison
from avtalskoll.reports.html import render_html
from avtalskoll.reports.json_report import render_json

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "sample_agreements"
REPORTS = ROOT / "reports"
DRAFTS = SAMPLES / "jamforelse"
"""Second drafts of the samples: compared with the first, and no agreements of their own."""
AS_OF = date(2026, 11, 22)


def samples() -> dict[str, list[Path]]:
    """The sample agreements by name: one file each, or the files of a folder in their order."""
    found = {path.stem: [path] for path in sorted(SAMPLES.glob("*.docx"))}
    for folder in sorted(path for path in SAMPLES.iterdir() if path.is_dir() and path != DRAFTS):
        files = sorted(folder.glob("*.docx"), key=lambda path: (not path.name.startswith("huvudavtal"), path.name))
        if files:
            found[folder.name] = files
    return dict(sorted(found.items()))


def drafts() -> dict[str, tuple[Path, Path]]:
    """The pairs of drafts by the name of the second: the sample with the same beginning, and the draft."""
    pairs = {}
    for path in sorted(DRAFTS.glob("*.docx")):
        first = max(
            (one for one in SAMPLES.glob("*.docx") if path.stem.startswith(one.stem)), key=lambda p: len(p.stem)
        )
        pairs[path.stem] = (first, path)
    return pairs


def main() -> int:
    """Write an HTML and a JSON report for every sample, and a comparison for every pair of drafts; say where."""
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    REPORTS.mkdir(exist_ok=True)
    checklist = avtalskoll.load_checklist()
    print(f"{'Avtal':34} {'Uppfyllt':>9} {'Delvis':>7} {'Saknas':>7} {'Konflikt':>9}   (skyldigheter + förbud)")
    for name, files in samples().items():
        report = avtalskoll.audit(files, as_of=AS_OF, checklist=checklist)
        for suffix, text in (("html", render_html(report)), ("json", render_json(report))):
            (REPORTS / f"{name}.{suffix}").write_text(text, encoding="utf-8", newline="\n")
        duties, bans = report.summary.obligations, report.summary.prohibitions
        print(
            f"{name:34} {duties.met:>9} {duties.partial + bans.partial:>7} {duties.missing:>7} "
            f"{duties.conflict + bans.conflict:>9}"
        )
    for name, (old, new) in drafts().items():
        comparison = avtalskoll.compare(old, new, as_of=AS_OF, checklist=checklist)
        (REPORTS / f"{name}-jamforelse.html").write_text(render_comparison(comparison), encoding="utf-8", newline="\n")
        counts = comparison.summary.requirements
        print(
            f"{name:34} mot {old.stem}: {_number(counts.new, 'ny brist', 'nya brister')}, "
            f"{_number(counts.weakened, 'försvagad', 'försvagade')}, {_number(counts.resolved, 'löst', 'lösta')}"
        )
    print(
        f"\nRapporterna ligger i {REPORTS.relative_to(ROOT)}/ - öppna till exempel "
        f"reports/01_nara_modell_2026.html i en webbläsare."
    )
    return 0


def _number(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


if __name__ == "__main__":
    sys.exit(main())
