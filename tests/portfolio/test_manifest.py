from __future__ import annotations

from pathlib import Path

import pytest

from avtalskoll.errors import WrongUseError
from tests.checking.drafts import CONFLICT, agreement, write
from tests.portfolio.folders import Run, three

MANIFEST = "avtal/portfolj.yaml"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    three()


def test_it_names_agreements_and_what_their_texts_do_not_say() -> None:
    write(
        MANIFEST,
        """
avtal:
  - namn: Ale och Boda
    filer: [Ale.md, "B*.md"]
    region: Region Öst
    kommuner: [Ale kommun, Boda kommun]
    hemsjukvård: kommun
""",
    )
    run = Run(output=None)
    assert run.names == ["Ale och Boda", "Åby"]
    both = run.agreement("Ale och Boda")
    assert [file.name for file in both.files] == ["Ale.md", "Boda.md"]
    assert (both.agreement.region, both.agreement.municipalities) == ("Region Öst", ("Ale kommun", "Boda kommun"))
    assert run.agreement("Åby").agreement.region == "Region Söder"


def test_it_says_what_is_common_and_to_whom() -> None:
    write("avtal/ram/ramavtal.md", agreement(CONFLICT))
    write(MANIFEST, "gemensamt: [ram/ramavtal.md]\navtal:\n  - namn: Ale\n    filer: [Ale.md]\n    gemensamt: []\n")
    run = Run(output=None)
    assert run.names == ["Ale", "Boda", "Åby"]
    assert run.verdict("Ale", "OV-01") == "met"
    assert run.verdict("Åby", "OV-01") == "conflict"


def test_it_leaves_out_and_tells_what_it_forgot() -> None:
    write(MANIFEST, "utelämna: [Boda.md]\navtal:\n  - namn: Åby\n    filer: [Åby/avtal.md]\n")
    run = Run(output=None)
    assert run.names == ["Ale", "Åby"]
    assert run.made.notes == ("Åby/bilaga 1.md nämns inte i portfolj.yaml och är inte granskad.",)


def test_a_name_stays_even_where_a_file_has_it_too() -> None:
    write(MANIFEST, "avtal:\n  - namn: Ale\n    filer: [Boda.md]\n")
    assert Run(output=None).names == ["Ale", "Ale.md", "Åby"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("avtal:\n  - namn: A\n    filer: [Ale.md]\n    ort: Ale\n", "portfolj.yaml, rad 4, fältet ”avtal / 1 / ort”"),
        ("avtal:\n  - namn: A\n", "rad 2, fältet ”avtal / 1 / filer”: fältet saknas och måste anges."),
        ("avtal:\n  - namn: A\n    filer: [C.md]\n", "portfolj.yaml, rad 3: C.md finns inte"),
        ("avtal:\n  - namn: A\n    filer: Ale.md\n", "här ska det stå en lista."),
        (
            "avtal:\n  - namn: A\n    filer: [Ale.md]\n  - namn: a\n    filer: [Boda.md]\n",
            "portfolj.yaml, rad 4: två avtal heter a",
        ),
        (
            "avtal:\n  - namn: A\n    filer: [Ale.md]\n  - namn: B\n    filer: [Ale.md]\n",
            "portfolj.yaml, rad 5: Ale.md hör redan till A",
        ),
        ("avtal: [\n", "filen följer inte YAML-formatet"),
        ("avtal:\n  - namn: A\n    filer: [Ale.md]\n    hemsjukvård: staten\n", "rad 4"),
    ],
)
def test_a_mistake_has_a_line_and_writes_nothing(text: str, told: str) -> None:
    write(MANIFEST, text)
    with pytest.raises(WrongUseError) as error:
        Run()
    assert told in error.value.sentence
    assert not Path("ut").exists()
