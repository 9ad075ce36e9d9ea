import pytest

from avtalskoll.readers.docx.number_formats import written_number

from .word import SWEDISH_STYLES, abstract, block, level, num, p, read, shapes, style, use

LEGAL = abstract(0, level(0, "%1"), level(1, "%1.%2"), level(2, "%1.%2.%3"))


def bound(inner: str = "") -> str:
    """Heading styles that are numbered, as Swedish Word templates have them."""
    numbered = '<w:pPr>{}<w:numPr>{}<w:numId w:val="1"/></w:numPr></w:pPr>'
    return (
        SWEDISH_STYLES.replace(
            "<w:pPr><w:outlineLvl w:val='0'/></w:pPr>", numbered.format("<w:outlineLvl w:val='0'/>", "")
        ).replace(
            "<w:pPr><w:outlineLvl w:val='1'/></w:pPr>",
            numbered.format("<w:outlineLvl w:val='1'/>", '<w:ilvl w:val="1"/>'),
        )
        + inner
    )


def numbers(body: str, numbering: str, styles: str = SWEDISH_STYLES) -> list[str]:
    return [block.number for block in read(body, numbering=numbering, styles=styles).blocks]


def test_numbers_bound_to_heading_styles_are_shown_and_cited() -> None:
    levels = abstract(
        0, level(0, "%1", inner='<w:pStyle w:val="Rubrik1"/>'), level(1, "%1.%2", inner='<w:pStyle w:val="Rubrik2"/>')
    )
    body = p("Parter", "Rubrik1") + p("Omfattning", "Rubrik1") + p("Läkartid", "Rubrik2") + p("Regionen ska avsätta.")
    document = read(body, numbering=levels + use(1, 0), styles=bound())
    assert shapes(document) == [
        ("heading", "1", "Parter"),
        ("heading", "2", "Omfattning"),
        ("heading", "2.1", "Läkartid"),
        ("paragraph", "", "Regionen ska avsätta."),
    ]
    assert document.blocks[3].section == "2.1"
    assert document.blocks[3].headings == ("Omfattning", "Läkartid")


def test_a_style_based_on_a_numbered_style_takes_the_level_bound_to_that() -> None:
    levels = abstract(0, level(0, "%1"), level(1, "%1.%2", inner='<w:pStyle w:val="Rubrik2"/>'))
    styles = bound(style("Egen", "Egen rubrik", based_on="Rubrik2"))
    body = p("Ett", "Rubrik1") + p("Ett ett", "Egen")
    document = read(body, numbering=levels + use(1, 0), styles=styles)
    assert shapes(document) == [("heading", "1", "Ett"), ("heading", "1.1", "Ett ett")]


def test_legal_clauses_are_paragraphs_with_a_section_of_their_own() -> None:
    body = (
        p("Regionen ska utse en läkare.", properties=num(1, 0))
        + p("Läkaren ska besöka boendet.", properties=num(1, 1))
        + p("Fortsättning.")
    )
    document = read(body, numbering=LEGAL + use(1, 0))
    assert [(b.kind, b.number, b.section) for b in document.blocks] == [
        ("paragraph", "1", "1"),
        ("paragraph", "1.1", "1.1"),
        ("paragraph", "", "1.1"),
    ]


def test_clauses_below_one_that_ends_in_a_colon_are_its_items() -> None:
    body = p("Regionen ska:", properties=num(1, 1)) + p("utse en läkare,", properties=num(1, 2))
    document = read(body, numbering=LEGAL + use(1, 0))
    item = document.blocks[1]
    assert (item.kind, item.number, item.section, item.lead_in) == ("item", "1.1.1", "1.1.1", 0)


@pytest.mark.parametrize(("text", "expected"), [("§ %1", "§ 1"), ("%1 §", "1 §"), ("Artikel %1", "Artikel 1")])
def test_section_signs_number_clauses(text: str, expected: str) -> None:
    document = read(
        p("Regionen ska utse en läkare.", properties=num(1)), numbering=abstract(0, level(0, text)) + use(1, 0)
    )
    assert (document.blocks[0].kind, document.blocks[0].number, document.blocks[0].section) == (
        "paragraph",
        expected,
        expected,
    )


def test_two_lists_on_one_definition_go_on_counting() -> None:
    letters = abstract(0, level(0, "%1)", "lowerLetter"))
    body = p("en", properties=num(1)) + p("Mellan.") + p("två", properties=num(2))
    assert numbers(body, letters + use(1, 0) + use(2, 0)) == ["a)", "", "b)"]


def test_a_start_of_its_own_restarts() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    letters = abstract(0, level(0, "%1)", "lowerLetter"))
    body = (
        p("en", properties=num(1))
        + p("två", properties=num(2))
        + p("tre", properties=num(2))
        + p("fyra", properties=num(1))
    )
    assert numbers(body, letters + use(1, 0) + use(2, 0, override)) == ["a)", "a)", "b)", "c)"]


def test_a_level_restarts_after_a_higher_one_unless_told_not_to() -> None:
    def body() -> str:
        return "".join(p("x", properties=num(1, place)) for place in (0, 1, 1, 0, 1))

    usual = abstract(0, level(0, "%1."), level(1, "%2)"))
    running = abstract(0, level(0, "%1."), level(1, "%2)", inner='<w:lvlRestart w:val="0"/>'))
    assert numbers(body(), usual + use(1, 0)) == ["1.", "1)", "2)", "2.", "1)"]
    assert numbers(body(), running + use(1, 0)) == ["1.", "1)", "2)", "2.", "3)"]


def test_lvl_restart_after_one_level_only() -> None:
    deep = abstract(0, level(0, "%1"), level(1, "%1.%2"), level(2, "%1.%2.%3", inner='<w:lvlRestart w:val="1"/>'))
    body = "".join(p("x", properties=num(1, place)) for place in (0, 1, 2, 1, 2, 0, 1, 2))
    assert numbers(body, deep + use(1, 0)) == ["1", "1.1", "1.1.1", "1.2", "1.2.2", "2", "2.1", "2.1.1"]


def test_legal_style_writes_higher_levels_in_digits() -> None:
    roman = abstract(0, level(0, "%1", "upperRoman"), level(1, "%1.%2", inner="<w:isLgl/>"))
    body = p("x", properties=num(1, 0)) + p("y", properties=num(1, 0)) + p("z", properties=num(1, 1))
    assert numbers(body, roman + use(1, 0)) == ["I", "II", "2.1"]


def test_num_style_link_is_followed() -> None:
    linked = abstract(0, inner='<w:numStyleLink w:val="Lista"/>') + abstract(
        1, level(0, "%1."), inner='<w:styleLink w:val="Lista"/>'
    )
    assert numbers(p("x", properties=num(1)), linked + use(1, 0)) == ["1."]


def test_a_list_may_change_a_level_of_its_definition() -> None:
    changed = f'<w:lvlOverride w:ilvl="0">{level(0, "(%1)", start=5)}</w:lvlOverride>'
    assert numbers(p("x", properties=num(1)), abstract(0, level(0, "%1.")) + use(1, 0, changed)) == ["(5)"]


def test_number_without_level_means_the_first_and_zero_means_none() -> None:
    body = p("x", properties=num(1, None)) + p("y", properties=num(0))
    assert numbers(body, abstract(0, level(0, "%1.")) + use(1, 0)) == ["1.", ""]


def test_a_skipped_level_shows_its_start() -> None:
    assert numbers(p("x", properties=num(1, 1)), LEGAL + use(1, 0)) == ["1.1"]


def test_empty_numbered_paragraphs_count() -> None:
    body = p("x", properties=num(1)) + p("", properties=num(1)) + p("z", properties=num(1))
    assert numbers(body, abstract(0, level(0, "%1.")) + use(1, 0)) == ["1.", "3."]


def test_bullets_have_no_number() -> None:
    document = read(p("x", properties=num(1)), numbering=abstract(0, level(0, "•", "bullet")) + use(1, 0))
    assert shapes(document) == [("item", "", "x")]


def test_a_level_that_writes_nothing_makes_no_item() -> None:
    document = read(p("Text.", properties=num(1)), numbering=abstract(0, level(0, "", "none")) + use(1, 0))
    assert shapes(document) == [("paragraph", "", "Text.")]


def test_hostile_numbers_cost_nothing() -> None:
    roman = abstract(
        0, level(0, "%1", "lowerRoman", start=2_000_000_000), level(1, "%2", "lowerLetter", start=2_000_000_000)
    )
    body = p("x", properties=num(1, 0)) + p("y", properties=num(1, 1)) + p("z", properties=num(1, 2_000_000_000))
    assert numbers(body, roman + use(1, 0)) == ["2000000000", "2000000000", ""]


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [
        (4, "upperRoman", "IV"),
        (9, "lowerRoman", "ix"),
        (27, "lowerLetter", "aa"),
        (2, "upperLetter", "B"),
        (1, "ordinal", "1:a"),
        (3, "ordinal", "3:e"),
        (11, "ordinal", "11:e"),
        (22, "ordinal", "22:a"),
        (3, "cardinalText", "Tre"),
        (3, "ordinalText", "Tredje"),
        (7, "decimalZero", "07"),
        (7, "chineseCounting", "7"),
        (0, "upperRoman", "0"),
    ],
)
def test_number_formats(number: int, form: str, expected: str) -> None:
    assert written_number(number, form) == expected


def test_a_heading_style_used_for_clauses_stays_text() -> None:
    levels = abstract(0, level(0, "%1"), level(1, "%1.%2", inner='<w:pStyle w:val="Rubrik2"/>'))
    text = "Regionen ska avsätta den läkartid som patienternas behov kräver."
    document = read(p("Omfattning", "Rubrik1") + p(text, "Rubrik2"), numbering=levels + use(1, 0), styles=bound())
    clause = block(document, "Regionen")
    assert (clause.kind, clause.number, clause.section, clause.headings) == ("paragraph", "1.1", "1.1", ("Omfattning",))
