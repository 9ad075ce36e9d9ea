from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tests.checking.drafts import write
from tests.cli.conftest import Run

FILE = (
    'as-of = 2026-11-22\nselect = ["OV", "å\\"\\\\\\u0007"]\n[limits]\npages = 9\n'
    '[[agreements]]\nname = "Hela"\nfiles = ["a.md"]\nhome-care = "kommun"\n'
)


def test_the_effective_settings_are_toml_that_means_the_same(run: Run) -> None:
    write("avtalskoll.toml", FILE)
    first = run("config", "--fail-on", "conflict")
    assert (first.code, first.err) == (0, "")
    read = tomllib.loads(first.out)
    assert (read["as-of"].isoformat(), read["fail-on"], read["limits"]["pages"]) == ("2026-11-22", ["conflict"], 9)
    assert read["select"] == ["OV", 'å"\\\x07']
    assert read["agreements"] == [{"name": "Hela", "files": ["a.md"], "home-care": "kommun"}]
    write("avtalskoll.toml", first.out)
    assert tomllib.loads(run("config").out) == read


def test_each_value_says_where_it_comes_from(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("avtalskoll.toml", FILE)
    monkeypatch.setenv("AVTALSKOLL_VIEW", "original")
    lines = run("config", "--strict").out.splitlines()
    assert lines[0] == "# Konfiguration: avtalskoll.toml"
    assert "as-of = 2026-11-22  # fil: avtalskoll.toml, rad 1" in lines
    assert 'view = "original"  # miljövariabel: AVTALSKOLL_VIEW' in lines
    assert "strict = true  # flagga: --strict" in lines
    assert "ocr = false  # förval" in lines
    assert "pages = 9  # fil: avtalskoll.toml, rad 4" in lines


def test_as_json(run: Run) -> None:
    write("avtalskoll.toml", FILE)
    shown = json.loads(run("config", "--format", "json").out)
    assert shown["file"] == "avtalskoll.toml"
    assert shown["settings"]["limits.pages"] == {"value": 9, "source": "file", "where": "avtalskoll.toml, rad 4"}
    assert shown["settings"]["fail-on"]["source"] == "default"
    assert shown["settings"]["agreements"]["value"][0]["name"] == "Hela"


def test_without_a_file(run: Run) -> None:
    out = run("config").out
    assert out.startswith("# Konfiguration: ingen fil hittades\n# as-of är inte satt: dagens datum  # förval\n")
    assert tomllib.loads(out)["strict"] is False


def test_seen_from_a_folder_below(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("avtalskoll.toml", 'waivers = "undantag.yaml"\n')
    Path("utkast").mkdir()
    monkeypatch.chdir("utkast")
    out = run("config").out
    assert out.startswith("# Konfiguration: ../avtalskoll.toml\n")
    assert 'waivers = "../undantag.yaml"  # fil: ../avtalskoll.toml, rad 1' in out
