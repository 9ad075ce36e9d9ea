from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from avtalskoll.errors import WrongUseError
from avtalskoll.readers.limits import Limits
from avtalskoll.settings import ConfiguredAgreement, Settings, effective_settings
from avtalskoll.settings.keys import KEYS
from avtalskoll.settings.threshold import DEFAULT_FAIL_ON


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def configure(text: str, name: str = "avtalskoll.toml") -> None:
    Path(name).write_text(text, encoding="utf-8")


def mistake(text: str, **options: object) -> str:
    configure(text)
    with pytest.raises(WrongUseError) as caught:
        effective_settings(environment={}, **options)  # type: ignore[arg-type]
    return caught.value.sentence


def test_without_a_file_everything_is_default() -> None:
    effective = effective_settings(environment={})
    assert effective.settings == Settings()
    assert effective.settings.fail_on == DEFAULT_FAIL_ON
    assert effective.file is None
    assert {effective.origin(key).source for key in KEYS} == {"default"}


def test_flag_before_environment_before_file_before_default() -> None:
    configure('as-of = 2026-08-01\nselect = ["OM"]\nregion = "Region A"\n[limits]\nseconds = 5\npages = 7\n')
    environment = {"AVTALSKOLL_AS_OF": "2026-09-01", "AVTALSKOLL_SELECT": "OV, EL", "AVTALSKOLL_LIMIT_SECONDS": "9"}
    effective = effective_settings({"as-of": "2026-10-01", "select": None, "ignore": []}, environment=environment)
    assert effective.settings.as_of == date(2026, 10, 1)
    assert effective.settings.select == ("OV", "EL")
    assert effective.settings.region == "Region A"
    assert effective.settings.limits == Limits(seconds=9, pages=7)
    origins = {key: effective.origin(key) for key in ("as-of", "select", "region", "ignore", "limits.pages")}
    assert {key: origin.source for key, origin in origins.items()} == {
        "as-of": "flag",
        "select": "environment",
        "region": "file",
        "ignore": "default",
        "limits.pages": "file",
    }
    assert (origins["select"].where, origins["region"].where) == ("AVTALSKOLL_SELECT", "avtalskoll.toml, rad 3")


def test_every_key_can_be_in_the_file(folder: Path) -> None:
    (folder / "egen").mkdir()
    configure(
        'as-of = "2026-11-22"\nchecklist = "egen"\nfail-on = ["conflict"]\nselect = ["OV-*"]\nignore = ["OV-02"]\n'
        'view = "original"\nocr = true\nhome-care = "kommun"\nregion = "Region A"\nmunicipalities = ["B", "C"]\n'
        'waivers = "beslut/undantag.yaml"\nno-waivers = true\nbaseline = "förra.json"\nfail-on-worse = true\n'
        'strict = true\nformats = ["text", "sarif=ut.sarif"]\nexclude = ["arkiv/"]\n[limits]\nfile-bytes = 10\n'
        '[[agreements]]\nname = "Hela"\nfiles = ["a.md", "b*.md"]\nhome-care = "region"\nregion = "R"\n'
        'municipalities = ["K"]\n'
    )
    settings = effective_settings(environment={}).settings
    assert settings == Settings(
        as_of=date(2026, 11, 22), checklist="egen", fail_on=("conflict",), select=("OV-*",), ignore=("OV-02",),
        view="original", ocr=True, home_care="kommun", region="Region A", municipalities=("B", "C"),
        waivers=Path("beslut/undantag.yaml"), no_waivers=True, baseline=Path("förra.json"), fail_on_worse=True,
        strict=True, formats=("text", "sarif=ut.sarif"), exclude=("arkiv/",), limits=Limits(file_bytes=10),
        agreements=(
            ConfiguredAgreement(
                name="Hela", files=("a.md", "b*.md"), home_care="region", region="R", municipalities=("K",)
            ),
        ),
    )  # fmt: skip
    assert {KEYS[key].field for key in KEYS} | {"root"} == set(Settings.model_fields)


def test_found_upwards_and_its_paths_are_its_own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configure('waivers = "undantag.yaml"\nformats = ["json=ut.json"]\nchecklist = "lakarmedverkan"\n')
    (folder / "utkast" / "2026").mkdir(parents=True)
    monkeypatch.chdir(folder / "utkast" / "2026")
    settings = effective_settings(environment={}).settings
    assert settings.waivers == Path("../../undantag.yaml")
    assert settings.formats == ("json=../../ut.json",)
    assert settings.checklist == "lakarmedverkan"
    assert settings.root == Path("../..")


def test_the_nearest_file_wins_and_a_project_file_counts_only_with_its_section(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure('region = "Ytterst"\n')
    (folder / "inre" / "innerst").mkdir(parents=True)
    monkeypatch.chdir(folder / "inre" / "innerst")
    configure("[tool.ruff]\nline-length = 1\n", "pyproject.toml")
    assert effective_settings(environment={}).settings.region == "Ytterst"
    configure('[tool.avtalskoll]\nregion = "Mellan"\n', "../pyproject.toml")
    assert effective_settings(environment={}).settings.region == "Mellan"
    configure('region = "Innerst"\n')
    assert effective_settings(environment={}).settings.region == "Innerst"


def test_a_file_named_by_flag_or_environment() -> None:
    configure('region = "Här"\n')
    configure('region = "Namngiven"\n', "annan.toml")
    assert effective_settings(config="annan.toml", environment={}).settings.region == "Namngiven"
    assert effective_settings(environment={"AVTALSKOLL_CONFIG": "annan.toml"}).settings.region == "Namngiven"
    with pytest.raises(WrongUseError, match=r"Konfigurationen saknas\.toml finns inte"):
        effective_settings(config="saknas.toml", environment={})


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("as-off = 2026-11-22", "avtalskoll.toml, rad 1: nyckeln as-off finns inte; menade du as-of?"),
        ('\nfail_on = ["conflict"]', "avtalskoll.toml, rad 2: nyckeln fail_on finns inte; menade du fail-on?"),
        ("zzz = 1", "avtalskoll.toml, rad 1: nyckeln zzz finns inte; välj bland as-of, checklist, "),
        ('root = "."', "avtalskoll.toml, rad 1: nyckeln root finns inte; "),
        ("strict = 1", "avtalskoll.toml, rad 1: strict ska vara true eller false."),
        ("select = 'OV'", "avtalskoll.toml, rad 1: select ska vara en lista med texter"),
        ("region = 3", "avtalskoll.toml, rad 1: region ska vara text."),
        ("as-of = '22 nov'", "avtalskoll.toml, rad 1: as-of 22 nov är inget datum; skriv ÅÅÅÅ-MM-DD"),
        ("as-of = 2026-11-22T10:00:00", "avtalskoll.toml, rad 1: as-of ska vara ett datum"),
        ("home-care = 'staten'", "avtalskoll.toml, rad 1: home-care staten finns inte; välj region eller kommun."),
        ("fail-on = ['conflict',\n'allt']", "avtalskoll.toml, rad 1: fail-on allt kan inte användas; skriv conflict, "),
        ("formats = ['pdf']", "avtalskoll.toml, rad 1: formats pdf finns inte; välj text, "),
        ("formats = ['json=']", "avtalskoll.toml, rad 1: formats json= saknar filnamn; skriv json=FIL."),
        ("ocr = ja", "avtalskoll.toml, rad 1: filen följer inte TOML-formatet här; "),
        ("[limits]\nsekunder = 1", "avtalskoll.toml, rad 2: gränsen sekunder finns inte; välj bland file-bytes, "),
        ("[limits]\nseconds = '1'", "avtalskoll.toml, rad 2: seconds ska vara ett heltal över noll."),
        ("limits = 3", "avtalskoll.toml, rad 1: limits ska vara en tabell, [limits]."),
        ("agreements = 3", "avtalskoll.toml, rad 1: agreements ska skrivas som [[agreements]] med name och files."),
        ("[[agreements]]\nname = 'A'", "avtalskoll.toml, rad 1: avtalet saknar files."),
        (
            "[[agreements]]\nname = 'A'\nfiles = ['a']\n[[agreements]]\nname = 'B'\nfile = ['b']",
            "avtalskoll.toml, rad 6: nyckeln file finns inte; menade du files?",
        ),
        (
            "[[agreements]]\nname = 'A'\nfiles = ['a']\n[[agreements]]\nname = 'A'\nfiles = ['b']",
            "avtalskoll.toml, rad 5: avtalet A finns två gånger.",
        ),
    ],
)
def test_a_mistake_is_named_with_file_line_and_key(text: str, sentence: str) -> None:
    assert mistake(text).startswith(sentence)


def test_a_mistake_in_a_project_file_has_its_line_too() -> None:
    configure('[project]\nname = "x"\n[tool.avtalskoll]\nstrikt = true\n', "pyproject.toml")
    with pytest.raises(WrongUseError, match=r"pyproject\.toml, rad 4: nyckeln strikt finns inte; menade du strict\?"):
        effective_settings(environment={})


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        (
            "AVTALSKOLL_AS_OF",
            "igår",
            "AVTALSKOLL_AS_OF igår är inget datum; skriv ÅÅÅÅ-MM-DD, till exempel 2026-11-22.",
        ),
        ("AVTALSKOLL_STRICT", "kanske", "AVTALSKOLL_STRICT ska vara true eller false."),
        ("AVTALSKOLL_LIMIT_SIDOR", "1", "Gränsen AVTALSKOLL_LIMIT_SIDOR finns inte; välj bland "),
    ],
)
def test_a_mistake_in_the_environment_names_the_variable(variable: str, value: str, sentence: str) -> None:
    with pytest.raises(WrongUseError) as caught:
        effective_settings(environment={variable: value})
    assert caught.value.sentence.startswith(sentence)


def test_an_empty_variable_is_not_set() -> None:
    assert effective_settings(environment={"AVTALSKOLL_AS_OF": "", "AVTALSKOLL_CONFIG": ""}).settings == Settings()


def test_an_empty_list_lets_nothing_fail() -> None:
    configure("fail-on = []\n")
    settings = effective_settings(environment={}).settings
    assert settings.fail_on == () and settings.threshold.pairs == frozenset()


def test_a_library_caller_may_write_lists_and_text_for_paths() -> None:
    assert Settings(select=["OV"], waivers="u.yaml") == Settings(select=("OV",), waivers=Path("u.yaml"))  # type: ignore[arg-type]


def test_a_library_caller_is_told_of_a_word_that_cannot_be_used() -> None:
    with pytest.raises(WrongUseError, match="allt kan inte användas"):
        Settings(fail_on=("allt",))
