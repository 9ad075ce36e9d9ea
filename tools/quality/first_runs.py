"""The first run on a cycle: what the program said before anything was changed on account of the texts.

It is kept in `first_run.json` beside the labels: the commit, and every verdict that differed from its label as the
labels then stood. `causes.json` holds what the error analysis found to be the cause of each.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from tools.quality.answers import Answer, labels
from tools.quality.score import summary

FILE = "first_run.json"


def record(folder: Path, answers: list[Answer], commit: str) -> None:
    """Keep the answers as the cycle's first run. Raises FileExistsError: there is only one first run."""
    content = {
        "commit": commit,
        "evidence": summary(answers)["evidence"],
        "differences": {answer.key: answer.got for answer in answers if not answer.right},
    }
    with (folder / FILE).open("x", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False, indent=1)
        file.write("\n")


def first_run(folder: Path) -> tuple[str, float | None, list[Answer]] | None:
    """The commit, the share of quotes found and the answers of the first run; None where there was none."""
    path = folder / FILE
    if not path.exists():
        return None
    kept = json.loads(path.read_text(encoding="utf-8"))
    answers = [replace(answer, got=kept["differences"].get(answer.key, answer.label)) for answer in labels(folder)]
    return kept["commit"], kept["evidence"], answers


def causes(folder: Path) -> dict[str, str]:
    """The cause of each difference of the first run, by its key."""
    path = folder / "causes.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
