from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avtalskoll.errors import WrongUseError
from avtalskoll.waivers.waiver import NO_CLAUSE, Waiver
from avtalskoll.waivers.waiver_file import append_waiver, read_waivers

_FILE = """\
# Beslut som regionen har tagit.
undantag:
- krav: OV-03   # fristen
  avtal: utkast/nordvik.md
  skäl: >
    Fristen prövas i
    förhandlingen.
  beslutat_av: Anna Ek
  beslutat: 2026-10-01
  gäller_till: 2027-06-30
  klausul: 0123456789abcdef

# sist
"""


def _waiver(**changes: object) -> Waiver:
    values = {
        "requirement": "UP-02",
        "agreement": "utkast/nordvik.md",
        "reason": "Indikatorerna tas fram under våren.",
        "decided_by": "Anna Ek",
        "decided": date(2026, 11, 22),
        "expires": date(2027, 6, 30),
        "fingerprint": NO_CLAUSE,
    }
    return Waiver.model_validate({**values, **changes})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "undantag.yaml"
    path.write_text(_FILE, encoding="utf-8")
    return path


def _refusal(path: Path) -> str:
    with pytest.raises(WrongUseError) as caught:
        read_waivers(path)
    return caught.value.sentence


def test_what_stands_in_the_file_is_read(file: Path) -> None:
    (waiver,) = read_waivers(file)
    assert waiver.requirement == "OV-03"
    assert waiver.reason == "Fristen prövas i förhandlingen."
    assert waiver.expires == date(2027, 6, 30)
    assert waiver.fingerprint == "0123456789abcdef"


@pytest.mark.parametrize("text", ["", "# inget än\n", "undantag:\n", "undantag: []\n"])
def test_a_file_without_waivers(tmp_path: Path, text: str) -> None:
    path = tmp_path / "undantag.yaml"
    path.write_text(text, encoding="utf-8")
    assert read_waivers(path) == ()
    append_waiver(path, _waiver())
    assert read_waivers(path) == (_waiver(),)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  skäl: >", "  skal: >", "undantag.yaml, rad 3, fältet ”undantag / 1 / skäl”: fältet saknas"),
        ("2027-06-30", "juni 2027", "rad 10, fältet ”undantag / 1 / gäller_till”: här ska det stå ett datum"),
        ("2027-06-30", "20270630", "rad 10, fältet ”undantag / 1 / gäller_till”: här ska det stå ett datum"),
        ("2027-06-30", "2026-09-30", "fältet ”undantag / 1 / gäller_till”: dagen ligger före beslutsdagen."),
        ("Anna Ek", "''", "rad 8, fältet ”undantag / 1 / beslutat_av”: texten får inte vara tom."),
        ("  klausul:", "  klausl:", "rad 11, fältet ”undantag / 1 / klausl”: det finns inget sådant fält"),
        ("undantag:\n", "undantag: nej\nmer:\n", "undantag.yaml, rad 2, fältet ”undantag”: här ska det stå en lista."),
        ("# sist", "- krav: [", "följer inte YAML-formatet"),
        ("# sist", "  beslutat: 2026-10-02", "dubbel nyckel beslutat"),
        ("# sist", "? [a]\n: b", "följer inte YAML-formatet"),
        ("# sist", "\0", "följer inte YAML-formatet"),
    ],
)
def test_mistakes_name_file_line_and_field(file: Path, old: str, new: str, told: str) -> None:
    file.write_text(_FILE.replace(old, new), encoding="utf-8")
    sentence = _refusal(file)
    assert told in sentence
    assert sentence.startswith("undantag.yaml")
    assert sentence.endswith(".")


def test_two_waivers_about_the_same_are_refused(file: Path) -> None:
    item = _FILE[_FILE.index("- krav") : _FILE.index("\n# sist")]
    file.write_text(_FILE.replace("# sist\n", item), encoding="utf-8")
    assert _refusal(file).startswith("undantag.yaml, rad 13: undantaget för OV-03 i utkast/nordvik.md står redan på ra")
    file.write_text(_FILE.replace("# sist\n", item.replace("0123456789abcdef", "fedcba9876543210")), encoding="utf-8")
    assert len(read_waivers(file)) == 2


def test_a_file_that_is_missing_or_no_text(tmp_path: Path) -> None:
    assert "finns inte" in _refusal(tmp_path / "undantag.yaml")
    (tmp_path / "undantag.yaml").write_bytes(b"\xff\xfe\x00")
    assert "UTF-8" in _refusal(tmp_path / "undantag.yaml")


def test_a_new_file_says_what_it_is_for(tmp_path: Path) -> None:
    path = tmp_path / "undantag.yaml"
    append_waiver(path, _waiver())
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# Undantag: ")
    assert "    beslutat: 2026-11-22\n    gäller_till: 2027-06-30\n    klausul: ingen\n" in text
    assert [entry.name for entry in tmp_path.iterdir()] == ["undantag.yaml"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_the_new_one_comes_last_and_the_rest_stays(file: Path, newline: str, start: str) -> None:
    before = (start + _FILE.replace("\n", newline)).encode()
    file.write_bytes(before)
    append_waiver(file, _waiver())
    after = file.read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == after.count(newline.encode())
    assert [waiver.requirement for waiver in read_waivers(file)] == ["OV-03", "UP-02"]


def test_a_last_line_without_newline(file: Path) -> None:
    file.write_text(_FILE.rstrip() + " utan radslut", encoding="utf-8")
    append_waiver(file, _waiver())
    assert len(read_waivers(file)) == 2
    assert "# sist utan radslut\n- krav: UP-02\n" in file.read_text(encoding="utf-8")


def test_the_same_waiver_is_not_added_twice(file: Path) -> None:
    append_waiver(file, _waiver())
    before = file.read_bytes()
    with pytest.raises(WrongUseError, match=r"rad 14: undantaget för UP-02 i .* finns redan"):
        append_waiver(file, _waiver(reason="Ett annat skäl"))
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "text",
    [
        "{undantag: []}\n",
        _FILE + "...\n",
        "undantag: [{krav: A-1, avtal: a, skäl: b, beslutat_av: c, beslutat: 2026-01-01, gäller_till: 2026-01-02}]\n",
    ],
)
def test_a_file_written_in_a_way_that_cannot_be_built_on_is_left_alone(tmp_path: Path, text: str) -> None:
    path = tmp_path / "undantag.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(WrongUseError, match="inte kan bygga på"):
        append_waiver(path, _waiver())
    assert path.read_text(encoding="utf-8") == text


def test_a_folder_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match=r"Mappen .* finns inte"):
        append_waiver(tmp_path / "borta" / "undantag.yaml", _waiver())


def test_a_file_that_cannot_be_replaced_stays_as_it_was(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.replace", refuse)
    with pytest.raises(WrongUseError, match="kunde inte skrivas"):
        append_waiver(file, _waiver())
    assert file.read_text(encoding="utf-8") == _FILE
    assert [entry.name for entry in file.parent.iterdir()] == ["undantag.yaml"]


_TEXTS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1).filter(lambda text: text.strip())
_DAYS = st.dates(min_value=date(1, 1, 1))


@st.composite
def _waivers(draw: st.DrawFn) -> Waiver:
    decided, expires = sorted((draw(_DAYS), draw(_DAYS)))
    return Waiver(
        requirement=draw(_TEXTS),
        agreement=draw(_TEXTS),
        reason=draw(_TEXTS),
        decided_by=draw(_TEXTS),
        decided=decided,
        expires=expires,
        fingerprint=draw(st.sampled_from(["", NO_CLAUSE, "0123456789abcdef", "1234567890123456", "0x1f"])),
    )


@settings(max_examples=150, deadline=None)
@given(
    waivers=st.lists(_waivers(), max_size=3, unique_by=lambda waiver: waiver.subject),
    ending=st.sampled_from(["", "\n# slut"]),
)
def test_what_is_written_is_read_back_and_nothing_else_changes(
    tmp_path_factory: pytest.TempPathFactory, waivers: list[Waiver], ending: str
) -> None:
    path = tmp_path_factory.mktemp("undantag") / "undantag.yaml"
    path.write_text("# början\nundantag:  # listan\n" + ending, encoding="utf-8")
    for waiver in waivers:
        before = path.read_text(encoding="utf-8")
        append_waiver(path, waiver)
        assert path.read_text(encoding="utf-8").startswith(before)
    assert read_waivers(path) == tuple(waivers)
