import pytest

from .word import SWEDISH_STYLES, abstract, block, level, num, p, r, read, shapes, style, tbl, texts, tr, use

BODY = p("Regionen ska utse en läkare för varje boende i kommunen.")


def kind_of(paragraph: str) -> tuple[str, int, str]:
    first = read(BODY + paragraph + BODY).blocks[1]
    return first.kind, first.level, first.number


def test_swedish_style_ids_are_told_by_name() -> None:
    document = read(p("Avtal", "Rubrik") + p("Parter", "Rubrik1") + p("Region X", "Rubrik2") + BODY)
    assert [(b.kind, b.level, b.headings) for b in document.blocks] == [
        ("heading", 1, ()),
        ("heading", 1, ("Avtal",)),
        ("heading", 2, ("Avtal", "Parter")),
        ("paragraph", 0, ("Avtal", "Parter", "Region X")),
    ]


def test_level_through_based_on_and_outline_level() -> None:
    styles = (
        SWEDISH_STYLES
        + style("Egen", "Egen rubrik", based_on="Rubrik2")
        + style("Punkt", "Avtalspunkt", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
        + style("Brod", "Brödtext i rubrik", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', "Rubrik1")
    )
    body = p("A", "Egen") + p("B", "Punkt") + p("C", properties='<w:outlineLvl w:val="0"/>') + p("D", "Brod")
    assert [(b.kind, b.level) for b in read(body, styles=styles).blocks] == [
        ("heading", 2),
        ("heading", 3),
        ("heading", 1),
        ("paragraph", 0),
    ]


def test_styles_based_on_each_other_end() -> None:
    styles = style("A", "A", based_on="B") + style("B", "B", based_on="A")
    assert texts(read(p("x", "A"), styles=styles)) == ["x"]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (p(r("Uppföljning", "<w:b/>")), ("heading", 1, "")),
        (p(r("Uppföljning", '<w:sz w:val="32"/>')), ("heading", 1, "")),
        (p("UPPFÖLJNING"), ("heading", 1, "")),
        (p(r("Vad avtalet omfattar", "<w:b/>")), ("heading", 1, "")),
        (p("3.2 Läkarmedverkan"), ("heading", 2, "3.2")),
        (p("§ 4 Parter"), ("heading", 1, "§ 4")),
        (p("4 a § Parter"), ("heading", 1, "4 a §")),
        (p("3. Omfattning"), ("heading", 1, "3.")),
        (p("3 Omfattning"), ("heading", 1, "3")),
        (p("Bilaga 1 Omfattning"), ("heading", 1, "Bilaga 1")),
        # never a heading: a full stop, a verb, a colon, a caption, plain text, a quantity
        (p(r("Regionen ska utse en läkare.", "<w:b/>")), ("paragraph", 0, "")),
        (p(r("Regionen ansvarar för jouren", "<w:b/>")), ("paragraph", 0, "")),
        (p(r("Regionen:", "<w:b/>")), ("paragraph", 0, "")),
        (p(r("Tabell 1. Lägsta läkartid", "<w:b/>")), ("paragraph", 0, "")),
        (p("Uppföljning"), ("paragraph", 0, "")),
        (p(r("Regionen ", "<w:b/>") + r("och kommunen")), ("paragraph", 0, "")),
        (p("3.2 Regionen svarar för läkare."), ("paragraph", 0, "3.2")),
        (p("2.5 timmar per vecka avsätts."), ("paragraph", 0, "")),
        (p("12 januari 2026"), ("paragraph", 0, "")),
        (p("4.4 Till läkarens uppgifter hör att"), ("paragraph", 0, "4.4")),
    ],
)
def test_headings_without_heading_style(paragraph: str, expected: tuple[str, int, str]) -> None:
    assert kind_of(paragraph) == expected


def test_numbered_titles_in_a_row_are_a_list_and_not_headings() -> None:
    document = read(p("Följande ingår:") + p("1. Läkare") + p("2. Rehabilitering") + p("3. Jour") + BODY)
    assert [(b.kind, b.number, b.lead_in) for b in document.blocks[1:4]] == [
        ("item", "1.", 0),
        ("item", "2.", 0),
        ("item", "3.", 0),
    ]


def test_the_last_line_is_never_a_heading() -> None:
    assert read(BODY + p(r("Kommundirektör", "<w:b/>"))).blocks[1].kind == "paragraph"


def test_bold_headings_of_one_look_have_one_level() -> None:
    bold, large = "<w:b/>", '<w:b/><w:sz w:val="32"/>'
    body = p(r("Omfattning", large)) + BODY + p(r("Jour", bold)) + BODY + p(r("Tvist", bold)) + BODY
    assert [b.level for b in read(body).blocks if b.kind == "heading"] == [1, 2, 2]


def test_typed_numbers_stay_in_the_text() -> None:
    document = read(p("3.2 Läkarmedverkan") + BODY)
    assert (document.blocks[0].number, document.blocks[0].text) == ("3.2", "3.2 Läkarmedverkan")
    assert document.blocks[1].section == "3.2"


def test_moments_are_cited_within_their_section() -> None:
    document = read(p("Parter", "Rubrik1") + p("§ 4 Omfattning") + p("Mom. 2\tRegionen ska utse läkare."))
    assert (document.blocks[2].number, document.blocks[2].section) == ("Mom. 2", "§ 4 mom. 2")


def test_section_is_the_heading_where_headings_bear_no_numbers() -> None:
    document = read(BODY + p("Parter", "Rubrik1") + BODY)
    assert [b.section for b in document.blocks] == ["", "Parter", "Parter"]


def test_an_unnumbered_subheading_keeps_the_number_above() -> None:
    document = read(p("3 Omfattning", "Rubrik1") + p("Jour", "Rubrik2") + BODY + p("Underskrifter", "Rubrik1") + BODY)
    assert [b.section for b in document.blocks] == ["3", "3", "3", "Underskrifter", "Underskrifter"]


def test_a_clause_in_a_heading_style_is_text() -> None:
    text = "Regionen ska avsätta den läkartid som behövs."
    assert kind_of(p(text, "Rubrik2"))[0] == "paragraph"


@pytest.mark.parametrize(
    "contents",
    [
        p("1\tParter\t3", "Innehll1"),
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{p('1 Parter 3')}</w:sdtContent></w:sdt>",
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("1 Parter 3")
        )
        + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        p("1 Parter ............ 3"),
        p("Innehåll") + p("1\tParter\t3") + p("2\tTid\t4") + p("3\tTvist\t9"),
        p("Innehåll", "Rubrik1") + p("Parter\t3") + p("Tid\t4") + p("Tvist\t9"),
    ],
)
def test_a_table_of_contents_is_no_agreement_text(contents: str) -> None:
    document = read(contents + p("Parter", "Rubrik1") + BODY)
    assert {b.kind for b in document.blocks[:-2]} == {"toc"}
    assert [b.kind for b in document.blocks[-2:]] == ["heading", "paragraph"]
    assert document.blocks[-1].section == "Parter"


def test_text_after_the_end_of_a_contents_field_is_text() -> None:
    body = p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("Parter 3")
    ) + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + r("Regionen ska utse läkare."))
    assert [b.kind for b in read(body).blocks] == ["toc", "paragraph"]


def test_lines_that_only_look_tabular_stay_text() -> None:
    document = read(p("Antal platser\t40") + p("Antal boenden\t3") + p("Antal läkare\t2"))
    assert {b.kind for b in document.blocks} == {"paragraph"}


def test_auto_numbered_short_clauses_before_text_are_headings() -> None:
    numbering = abstract(0, level(0, "%1."), level(1, "%1.%2")) + use(1, 0)
    body = p("Omfattning", properties=num(1, 0)) + p("Regionen ska utse läkare.", properties=num(1, 1))
    document = read(body, numbering=numbering)
    assert shapes(document) == [("heading", "1.", "Omfattning"), ("paragraph", "1.1", "Regionen ska utse läkare.")]
    assert block(document, "Regionen").headings == ("Omfattning",)


def test_headings_in_a_table_of_one_column_are_headings() -> None:
    document = read(tbl(tr(p("Parter", "Rubrik1").join(("<w:tc>", BODY + "</w:tc>")))))
    assert [(b.kind, b.table) for b in document.blocks] == [("heading", 0), ("cell", 0)]


def test_auto_numbered_short_clauses_in_a_row_are_no_headings() -> None:
    numbering = abstract(0, level(0, "%1"), level(1, "%1.%2")) + use(1, 0)
    body = p("Läkare", properties=num(1, 1)) + p("Rehabilitering", properties=num(1, 1)) + BODY
    assert [b.kind for b in read(body, numbering=numbering).blocks] == ["paragraph", "paragraph", "paragraph"]


def test_a_numbered_heading_may_be_followed_by_a_list() -> None:
    document = read(BODY + p("3. Omfattning") + p("a) läkare,") + p("b) jour."))
    assert [b.kind for b in document.blocks] == ["paragraph", "heading", "item", "item"]


def test_paragraphs_that_end_in_figures_are_no_contents() -> None:
    body = p("Innehåll") + p("Avtalet gäller från 2026") + p("Det ersätter avtalet från 2027") + p("Och från 2028")
    assert {b.kind for b in read(body).blocks} == {"paragraph"}
    body = p("Innehåll") + p("Antal platser\t40") + p("Antal boenden\t3") + p("Antal läkare\t2")
    assert {b.kind for b in read(body).blocks} == {"paragraph"}
