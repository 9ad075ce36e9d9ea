from typing import Any

from .word import SWEDISH_STYLES, block, p, r, read, style, tbl, tc, texts, tr

HEAD = "<w:tblHeader/>"


def heads(body: str, text: str, **kwargs: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    cell = block(read(body, **kwargs), text)
    return cell.row_heads, cell.column_heads


def test_heads_of_rows_and_columns() -> None:
    body = tbl(tr("Uppgift", "Regionen", "Kommunen"), tr("Jour", "Svarar för läkare.", "Svarar för sjuksköterska."))
    assert heads(body, "Svarar för läkare.") == (("Jour",), ("Regionen",))
    assert heads(body, "Svarar för sjuk") == (("Jour",), ("Kommunen",))
    assert heads(body, "Jour") == ((), ("Uppgift",))
    assert heads(body, "Regionen") == ((), ())


def test_two_parties_side_by_side_do_not_head_each_other() -> None:
    body = tbl(tr("Regionen", "Kommunen"), tr("Läkare på boendet", "Sjuksköterska dygnet runt"))
    assert heads(body, "Sjuksköterska") == ((), ("Kommunen",))
    assert heads(body, "Läkare") == ((), ("Regionen",))


def test_sentences_in_the_first_column_head_nothing() -> None:
    body = tbl(tr("Krav", "Svar"), tr("Regionen ska utse en läkare.", "Ja"), tr("Kommunen ska ha rum.", "Ja"))
    assert heads(body, "Ja") == ((), ("Svar",))


def test_names_and_values_have_no_column_heads() -> None:
    body = tbl(
        tr(tc(p(r("Parter", "<w:b/>"))), tc("Region Vik och Lunda kommun")),
        tr(tc(p(r("Avtalstid", "<w:b/>"))), tc("Tills vidare")),
    )
    assert heads(body, "Tills vidare") == (("Avtalstid",), ())
    assert heads(body, "Region Vik") == (("Parter",), ())


def test_several_head_rows_marked_by_the_file() -> None:
    body = tbl(
        tr(tc("", "<w:vMerge w:val='restart'/>"), tc("Dagtid", '<w:gridSpan w:val="2"/>'), properties=HEAD),
        tr(tc("", "<w:vMerge/>"), "Kontakt", "Svar senast", properties=HEAD),
        tr("Boende", "Direktnummer", "En timme"),
    )
    assert heads(body, "En timme") == (("Boende",), ("Dagtid", "Svar senast"))


def test_a_head_that_spans_two_rows_makes_both_head_rows() -> None:
    body = tbl(
        tr(tc("Patienten bor i", "<w:vMerge w:val='restart'/>"), tc("Dagtid", '<w:gridSpan w:val="2"/>')),
        tr(tc("", "<w:vMerge/>"), "Kontakt", "Svar"),
        tr("Boende", "Direktnummer", "En timme"),
    )
    assert heads(body, "En timme") == (("Boende",), ("Dagtid", "Svar"))


def test_merged_cells_stand_once_and_have_the_heads_of_all_their_rows() -> None:
    body = tbl(
        tr("Boende", "Tid"),
        tr("Äldreboende", tc("Två timmar", "<w:vMerge w:val='restart'/>")),
        tr("Korttidsboende", tc("", "<w:vMerge/>")),
    )
    assert texts(read(body)).count("Två timmar") == 1
    assert heads(body, "Två timmar") == (("Äldreboende", "Korttidsboende"), ("Tid",))


def test_a_cell_over_two_columns_has_both_heads() -> None:
    body = tbl(tr("Boende", "Tid", "Besök"), tr("Dagverksamhet", tc("Omfattas inte.", '<w:gridSpan w:val="2"/>')))
    assert heads(body, "Omfattas inte.") == (("Dagverksamhet",), ("Tid", "Besök"))


def test_a_label_across_the_table_heads_the_rows_below() -> None:
    band = tr(tc("Läkemedel", '<w:gridSpan w:val="2"/>'))
    body = tbl(tr("Område", "Regionen"), band, tr("Genomgång", "Läkaren ansvarar."))
    assert heads(body, "Läkaren ansvarar.") == (("Läkemedel", "Genomgång"), ("Regionen",))
    assert heads(body, "Läkemedel") == ((), ())


def test_numbers_in_the_first_column_do_not_hide_the_second() -> None:
    body = tbl(tr("Nr", "Steg", "Tid"), tr("1", "Vårdcentralen", "Ett dygn"), tr("2", "Regionen", "Två dygn"))
    assert heads(body, "Två dygn") == (("2", "Regionen"), ("Tid",))


def test_a_clause_number_in_its_own_column_is_the_section() -> None:
    body = tbl(tr("Punkt", "Text"), tr("3.2", "Regionen ska utse läkare."), tr("3.3", "Kommunen ska ha rum."))
    assert block(read(body), "Kommunen").section == "3.3"


def test_nested_tables_inherit_the_outer_heads() -> None:
    inner = tbl(tr("Tid", "Plats"), tr("Måndag", "Boendet"))
    body = tbl(tr("Uppgift", "Regionen"), tr("Rond", tc(inner + p("Slut."))), tr("Jour", "Ja"))
    document = read(body)
    assert texts(document) == [
        "Uppgift",
        "Regionen",
        "Rond",
        "Tid",
        "Plats",
        "Måndag",
        "Boendet",
        "Slut.",
        "Jour",
        "Ja",
    ]
    nested = block(document, "Boendet")
    assert (nested.table, nested.row_heads, nested.column_heads) == (1, ("Rond", "Måndag"), ("Regionen", "Plats"))
    assert block(document, "Jour").table == 0


def test_a_table_style_that_sets_off_its_first_row_marks_heads() -> None:
    styles = SWEDISH_STYLES + style(
        "T", "T", '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>', kind="table"
    )
    look = '<w:tblStyle w:val="T"/><w:tblLook w:firstRow="1"/>'
    body = tbl(tr("Nivå 1", "Nivå 2"), tr("Läkare", "Jour"), properties=look)
    assert heads(body, "Jour", styles=styles)[1] == ("Nivå 2",)


def test_a_single_row_and_a_single_column_have_no_heads() -> None:
    assert heads(tbl(tr("För regionen", "För kommunen")), "För kommunen") == ((), ())
    assert heads(tbl(tr("En ruta"), tr("med text")), "med text") == ((), ())


def test_place_in_the_grid() -> None:
    body = tbl(tr("a", "b"), tr(tc("c"), properties='<w:gridBefore w:val="1"/>'))
    assert [(b.text, b.row, b.column) for b in read(body).blocks] == [("a", 0, 0), ("b", 0, 1), ("c", 1, 1)]


def test_spans_beyond_reason_cost_nothing() -> None:
    row = tr(tc("a", '<w:gridSpan w:val="1000000000"/>'), "b")
    assert texts(read(tbl(row, row))) == ["a", "b", "a", "b"]


def test_rows_and_cells_in_content_controls_are_read() -> None:
    cell = f"<w:sdt><w:sdtPr/><w:sdtContent>{tc('i kontroll')}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtPr/><w:sdtContent>{tr('rad')}</w:sdtContent></w:sdt>"
    assert texts(read(tbl(tr("a", cell), row))) == ["a", "i kontroll", "rad"]


def test_text_in_a_continued_cell_is_not_lost() -> None:
    body = tbl(tr(tc("a", "<w:vMerge w:val='restart'/>"), "b"), tr(tc("kvar", "<w:vMerge/>"), "c"))
    assert "kvar" in texts(read(body))


def test_several_paragraphs_of_a_cell_are_several_blocks() -> None:
    document = read(tbl(tr("Uppgift", "Regionen"), tr("Jour", tc(p("Ett.") + p("Två.")))))
    assert [(b.text, b.row, b.column) for b in document.blocks[3:]] == [("Ett.", 1, 1), ("Två.", 1, 1)]


def test_rows_the_file_marks_are_heads_whatever_they_say() -> None:
    body = tbl(tr("Vad regionen ska göra.", "2 timmar", properties=HEAD), tr("Jour", "Ja"), tr("Rond", "Nej"))
    assert heads(body, "Ja") == (("Jour",), ("2 timmar",))


def test_a_row_of_sentences_or_values_is_no_head() -> None:
    body = tbl(tr("Regionen ska utse läkare.", "Kommunen ska ha rum."), tr("Regionen svarar.", "Kommunen svarar."))
    assert heads(body, "Kommunen svarar.") == ((), ())
    assert heads(tbl(tr("Jour", "2 timmar"), tr("Rond", "3 timmar")), "3 timmar") == (("Rond",), ())


def test_shading_marks_heads() -> None:
    shaded = '<w:shd w:val="clear" w:fill="D9D9D9"/>'
    body = tbl(tr(tc("2026", shaded), tc("2027", shaded)), tr("Jour", "Rond"))
    assert heads(body, "Rond") == (("Jour",), ("2027",))
    white = '<w:shd w:val="clear" w:fill="FFFFFF"/>'
    assert heads(tbl(tr(tc("2026", white), tc("2027", white)), tr("Jour", "Rond")), "Rond")[1] == ()


def styled(look: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    part = '<w:tblStylePr w:type="{}"><w:tcPr><w:shd w:val="clear" w:fill="CCCCCC"/></w:tcPr></w:tblStylePr>'
    styles = SWEDISH_STYLES + style("T", "T", part.format("firstRow") + part.format("firstCol"), kind="table")
    body = tbl(
        tr("2026", "2027"),
        tr("Regionen svarar för jour.", "Ja"),
        tr("Regionen svarar för rond.", "Nej"),
        properties=f'<w:tblStyle w:val="T"/>{look}',
    )
    return heads(body, "Nej", styles=styles)


def test_what_of_a_table_style_applies_is_told_by_the_table() -> None:
    row, column = ("2027",), ("Regionen svarar för rond.",)
    assert styled("") == (column, row)
    assert styled('<w:tblLook w:firstRow="1" w:firstColumn="0"/>') == ((), row)
    assert styled('<w:tblLook w:firstRow="0" w:firstColumn="1"/>') == (column, ())
    assert styled('<w:tblLook w:val="0020"/>') == ((), row)
    assert styled('<w:tblLook w:val="0080"/>') == (column, ())


def test_a_numbered_clause_in_a_cell_is_cited_by_its_number() -> None:
    document = read(tbl(tr("Text", "Anm."), tr("3.2 Regionen ska utse läkare.", "Ny")))
    clause = block(document, "3.2")
    assert (clause.kind, clause.number, clause.section) == ("cell", "3.2", "3.2")
