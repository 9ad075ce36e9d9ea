"""What an installed avtalskoll needs is in the package."""

from __future__ import annotations

import json
import tomllib

from avtalskoll import __version__
from avtalskoll.checklist import load_checklist
from tests.conftest import ROOT
from tools.quality.answers import CORPUS, cycles
from tools.quality.answers import labels as answers_of
from tools.write_schemas import SCHEMAS, schema_texts

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_version_is_the_same_everywhere() -> None:
    assert PROJECT["project"]["version"] == __version__
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_wheel_carries_the_checklists_and_the_samples() -> None:
    assert PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"] == {
        "checklists": "avtalskoll/_data/checklists",
        "sample_agreements": "avtalskoll/_data/sample_agreements",
    }


def test_published_schemas_are_current() -> None:
    for name, text in schema_texts().items():
        assert (SCHEMAS / name).read_text(encoding="utf-8") == text, f"{name} is out of date: run make schemas"


def test_readmes_name_the_same_commands() -> None:
    english = (ROOT / "README.md").read_text(encoding="utf-8")
    swedish = (ROOT / "README.sv.md").read_text(encoding="utf-8")
    assert english.splitlines()[0].endswith("(README.sv.md)") and "make demo" in english and "make test" in english
    assert "avtalskoll audit avtal.docx" in english and "avtalskoll audit avtal.docx" in swedish


def test_the_corpus_is_whole() -> None:
    """Every labelled agreement has its files and a verdict for each requirement; every probe names a requirement."""
    ids = {requirement.id for requirement in load_checklist(examples=False).requirements}
    for path in CORPUS.glob("*/*.labels.json"):
        labels = json.loads(path.read_text(encoding="utf-8"))
        assert set(labels["labels"]) == ids
        assert all((path.parent / name).is_file() for name in labels["files"])
    for folder in cycles():
        assert all(answer.requirement in ids for answer in answers_of(folder))
