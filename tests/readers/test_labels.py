import pytest

from avtalskoll.readers.labels import citable, is_section_number, section_parts, typed_label
from avtalskoll.readers.titles import is_capitals, is_clause, is_title


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("3.2 Läkarmedverkan", "3.2", "clause"),
        ("3.2. Regionen ska utse.", "3.2", "clause"),
        ("3.2.1\tRegionen ska utse.", "3.2.1", "clause"),
        ("3.2 a Regionen ska", "3.2 a", "clause"),
        ("§ 4 Parter", "§ 4", "clause"),
        ("§4. Parter", "§4", "clause"),
        ("4 a § Parter", "4 a §", "clause"),
        ("3 Omfattning", "3", "clause"),
        ("Bilaga 2. Jour och kontaktvägar", "Bilaga 2", "clause"),
        ("Mom. 1 Regionen ska", "Mom. 1", "clause"),
        ("1. Regionen ska", "1.", "item"),
        ("1) Regionen ska", "1)", "item"),
        ("(1) Regionen ska", "(1)", "item"),
        ("a) utse", "a)", "item"),
        ("(b) utse", "(b)", "item"),
        ("iv) utse", "iv)", "item"),
        ("A) Utse", "A)", "item"),
        ("- utse", "", "bullet"),
        ("• utse", "", "bullet"),
        ("–\tutse", "", "bullet"),
        ("  \u00a03.2 Läkare", "3.2", "clause"),
    ],
)
def test_labels(text: str, label: str, kind: str) -> None:
    found = typed_label(text)
    assert found is not None
    assert (found.text, found.kind) == (label, kind)
    assert text[found.end :].strip() == text[found.end :]


@pytest.mark.parametrize(
    "text",
    ["Regionen ska.", "2.5 timmar per vecka", "12 januari 2026", "2026-01-01", "2 Läkare ska finnas.", "08.00–17.00",
     "1177", "A. Svensson", "§§ 4 och 5", "1 § andra stycket HSL", "16 kap. 1 § HSL", "-5 grader", "x) ", "", " "],
)  # fmt: skip
def test_what_is_no_label(text: str) -> None:
    assert typed_label(text) is None


def test_what_labels_are_cited_as() -> None:
    assert [citable(label) for label in ("3.", "§ 4", "4 a §", "Bilaga 1:")] == ["3", "§ 4", "4 a §", "Bilaga 1"]
    assert [section_parts(label) for label in ("3", "3.", "3.2", "3.2.1.", "§ 4")] == [1, 1, 2, 3, 1]
    assert [is_section_number(label) for label in ("3.2", "§ 4", "Bilaga 1", "1.", "a)", "iv)")] == [True] * 3 + [
        False
    ] * 3


def test_titles() -> None:
    assert is_title("Uppföljning och utvärdering")
    assert is_title("Uppföljning m.m.")
    assert is_title("Vem ansvarar för vad?", marked=True)
    assert not is_title("Vem ansvarar för vad?")
    assert not is_title("Regionen ska utse läkare")
    assert not is_title("med liten bokstav")
    assert not is_title("Tabell 1 Läkartid")
    assert not is_title("Regionens ansvar för att")
    assert is_clause("Regionen ska utse läkare.")
    assert not is_clause("Läkarmedverkan m.m.")
    assert is_capitals("AVTAL 2026")
    assert not is_capitals("HSL")


def test_titles_are_short_and_of_one_line() -> None:
    words = "Vård av läkare i hem och boenden för äldre och unga"
    assert is_title(words + " igen")
    assert not is_title(words + " igen nu")
    assert not is_title("Samverkan mellan " + "o" * 90)
    assert not is_title("Rad ett\nRad två")
    assert not is_title("2026")
    assert not is_title("")
