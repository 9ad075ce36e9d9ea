from .word import abstract, block, level, num, p, read, tbl, tc, tr, use

LETTERS = abstract(0, level(0, "%1)", "lowerLetter"), level(1, "%2.", "lowerRoman")) + use(1, 0)
BULLETS = abstract(1, level(0, "•", "bullet", left=360), level(1, "o", "bullet", left=1440)) + use(2, 1)


def seats(body: str, numbering: str = LETTERS + BULLETS) -> list[tuple[str, str, int, int | None, int | None]]:
    return [
        (b.text, b.number, b.level, b.lead_in, b.parent)
        for b in read(body, numbering=numbering).blocks
        if b.kind == "item"
    ]


def test_items_inherit_the_paragraph_they_follow() -> None:
    body = p("Regionen ska:") + p("utse läkare,", properties=num(1)) + p("ha jour.", properties=num(1))
    assert seats(body) == [("utse läkare,", "a)", 0, 0, None), ("ha jour.", "b)", 0, 0, None)]


def test_nested_items_have_the_outer_lead_in_and_a_parent() -> None:
    body = (
        p("Regionen ska:")
        + p("utse", properties=num(1))
        + p("läkare", properties=num(1, 1))
        + p("ha jour", properties=num(1))
    )
    assert seats(body) == [
        ("utse", "a)", 0, 0, None),
        ("läkare", "i.", 1, 0, 1),
        ("ha jour", "b)", 0, 0, None),
    ]


def test_bullets_indented_below_a_letter_are_nested() -> None:
    body = (
        p("Regionen ska:")
        + p("utse", properties=num(1))
        + p("läkare", properties=num(2, 1))
        + p("ha jour", properties=num(1))
    )
    assert [(level, parent) for _, _, level, _, parent in seats(body)] == [(0, None), (1, 1), (0, None)]


def test_a_list_that_goes_on_after_a_paragraph_keeps_its_lead_in() -> None:
    body = p("Regionen ska:") + p("utse", properties=num(1)) + p("Mer om detta.") + p("ha jour", properties=num(1))
    assert [(number, lead) for _, number, _, lead, _ in seats(body)] == [("a)", 0), ("b)", 0)]


def test_a_new_list_has_a_new_lead_in() -> None:
    body = p("Regionen ska:") + p("x", properties=num(2)) + p("Kommunen ska:") + p("y", properties=num(2))
    assert [lead for _, _, _, lead, _ in seats(body)] == [0, 2]


def test_a_list_right_after_a_heading_has_no_lead_in_unless_the_heading_introduces_it() -> None:
    assert [lead for _, _, _, lead, _ in seats(p("Uppgifter", "Rubrik1") + p("x", properties=num(2)))] == [None]
    assert [lead for _, _, _, lead, _ in seats(p("Regionen ansvarar för", "Rubrik1") + p("x", properties=num(2)))] == [
        0
    ]


def test_typed_lists_are_lists() -> None:
    body = p("Regionen ska") + p("a) utse läkare,") + p("- på dagtid") + p("- på jourtid") + p("b) svara.")
    assert seats(body) == [
        ("a) utse läkare,", "a)", 0, 0, None),
        ("- på dagtid", "", 1, 0, 1),
        ("- på jourtid", "", 1, 0, 1),
        ("b) svara.", "b)", 0, 0, None),
    ]


def test_a_list_in_a_cell_has_its_lead_in_there() -> None:
    items = p("Svarar för:") + p("läkare", properties=num(2)) + p("jour", properties=num(2))
    body = p("Ansvar:") + tbl(tr("Uppgift", "Regionen"), tr("Vård", tc(items)))
    document = read(body, numbering=BULLETS)
    lead, item = block(document, "Svarar"), block(document, "läkare")
    assert (item.kind, item.lead_in, item.column_heads, item.row_heads) == (
        "cell",
        lead.ordinal,
        ("Regionen",),
        ("Vård",),
    )


def test_a_list_after_a_table_does_not_belong_to_the_paragraph_before_it() -> None:
    body = p("Se tabellen:") + tbl(tr("a", "b"), tr("c", "d")) + p("x", properties=num(2))
    document = read(body, numbering=BULLETS)
    assert block(document, "x").lead_in is None


def test_numbered_paragraphs_without_lead_in_and_section_are_cited_by_their_number() -> None:
    numbering = abstract(0, level(0, "%1.")) + use(1, 0)
    document = read(p("Regionen ska utse läkare.", properties=num(1)), numbering=numbering)
    assert (document.blocks[0].kind, document.blocks[0].section) == ("item", "1")
