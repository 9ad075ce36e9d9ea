import time

import pytest

from avtalskoll.agreement import Document
from avtalskoll.readers import Limits, read_bytes
from avtalskoll.readers.markdown import read_markdown
from avtalskoll.readers.plaintext import read_plaintext
from avtalskoll.readers.recognise import recognise

from .word import asides, block, shapes, texts


def read(text: str) -> Document:
    return read_bytes(text.encode(), "avtal.md")


def test_headings_of_both_kinds() -> None:
    document = read("# Avtal\n\nParter\n======\n\n### 3.2 Läkartid ###\nText.\n\nTvist\n---\nText.\n")
    assert [(b.kind, b.level, b.number, b.text) for b in document.blocks] == [
        ("heading", 1, "", "Avtal"),
        ("heading", 1, "", "Parter"),
        ("heading", 3, "3.2", "3.2 Läkartid"),
        ("paragraph", 0, "", "Text."),
        ("heading", 2, "", "Tvist"),
        ("paragraph", 0, "", "Text."),
    ]
    assert document.blocks[3].section == "3.2"


def test_wrapped_lines_are_one_paragraph() -> None:
    document = read("# A\n\nRegionen ska enligt punkt\n3.2 Läkare utse en\nansvarig läkare.\n")
    assert texts(document)[1:] == ["Regionen ska enligt punkt\n3.2 Läkare utse en\nansvarig läkare."]
    assert document.blocks[1].origin == 2


def test_text_that_only_looks_like_markdown() -> None:
    text = (
        "**Bakgrund**\nAvtalet gäller läkare.\n\n3.1 Regionen svarar för läkare.\n3.2 Kommunen ska:\n"
        "a) ha rum,\nb) svara.\n\n§ 4 Tvist\n\nDomstol.\n"
    )
    assert shapes(read(text)) == [
        ("heading", "", "Bakgrund"),
        ("paragraph", "", "Avtalet gäller läkare."),
        ("paragraph", "3.1", "3.1 Regionen svarar för läkare."),
        ("paragraph", "3.2", "3.2 Kommunen ska:"),
        ("item", "a)", "a) ha rum,"),
        ("item", "b)", "b) svara."),
        ("heading", "§ 4", "§ 4 Tvist"),
        ("paragraph", "", "Domstol."),
    ]


def test_a_bold_line_that_introduces_a_list_is_its_lead_in() -> None:
    document = read("**Regionens ansvar:**\n\n- läkare\n- jour\n")
    assert [(b.kind, b.text, b.lead_in) for b in document.blocks] == [
        ("paragraph", "**Regionens ansvar:**", None),
        ("item", "läkare", 0),
        ("item", "jour", 0),
    ]


def test_nested_lists() -> None:
    document = read(
        "Regionen ska:\n\n- utse\n  - läkare,\n    som är kvar\n  - ersättare\n\n  Mer om detta.\n- svara\n"
    )
    assert [(b.kind, b.text, b.level, b.lead_in, b.parent) for b in document.blocks] == [
        ("paragraph", "Regionen ska:", 0, None, None),
        ("item", "utse", 0, 0, None),
        ("item", "läkare,\n    som är kvar", 1, 0, 1),
        ("item", "ersättare", 1, 0, 1),
        ("paragraph", "Mer om detta.", 0, None, None),
        ("item", "svara", 0, 0, None),
    ]


def test_ordered_lists_keep_their_numbers_in_the_text() -> None:
    document = read("# A\n\nRegionen ska:\n1. utse läkare\n2. svara\n")
    assert [(b.number, b.text, b.lead_in) for b in document.blocks[2:]] == [
        ("1.", "1. utse läkare", 1),
        ("2.", "2. svara", 1),
    ]


def test_pipe_tables() -> None:
    document = read(
        "| Uppgift | Regionen |\n|:---|---:|\n| Jour | Svarar för **läkare**. |\n|  | a \\| b |\n\nEfter | text.\n"
    )
    cell = block(document, "Svarar")
    assert (cell.text, cell.row_heads, cell.column_heads) == ("Svarar för **läkare**.", ("Jour",), ("Regionen",))
    assert block(document, "a").text == "a \\| b"
    assert block(document, "Efter").kind == "paragraph"


def test_comments_are_asides() -> None:
    document = read("# A\n\nText före <!-- anm -->och efter.\n\n<!-- hela\nstycket -->\n\nMer.\n")
    assert texts(document) == ["A", "Text före och efter.", "Mer."]
    assert asides(document, "comment") == [("anm", 1), ("hela\nstycket", 1)]
    assert document.blocks[2].origin == 7


def test_a_comment_that_never_ends_hides_nothing() -> None:
    assert texts(read("# A\n\nText <!-- kvar\n\nMer.")) == ["A", "Text <!-- kvar", "Mer."]


def test_front_matter_is_kept_apart() -> None:
    document = read("---\ntitel: Avtal\nstatus: utkast\n---\n# Avtal\n\nText.\n")
    assert texts(document) == ["Avtal", "Text."]
    assert asides(document, "header") == [("titel: Avtal\nstatus: utkast", None)]
    assert document.blocks[0].origin == 4


def test_footnotes_stand_after_their_mark() -> None:
    document = read("# A\n\nTid[^1] och plats.\n\nMer.\n\n[^1]: Två timmar\n    i veckan.\n\n[^x]: Utan märke.\n")
    assert shapes(document)[1:] == [
        ("paragraph", "", "Tid[^1] och plats."),
        ("note", "1", "Två timmar\n    i veckan."),
        ("paragraph", "", "Mer."),
        ("note", "x", "Utan märke."),
    ]
    assert [b.parent for b in document.blocks if b.kind == "note"] == [1, None]


def test_rules_fences_and_quotations() -> None:
    document = read("# A\n\nEtt.\n\n---\n\n```\nTvå.\n```\n\n> Tre.\n")
    assert texts(document) == ["A", "Ett.", "Två.", "Tre."]


def test_a_typed_heading_takes_the_level_of_its_likes() -> None:
    document = read("# Avtal\n\n## 3 Omfattning\n\nText.\n\n4 Tvist\n\nText.\n")
    assert block(document, "4 Tvist").level == 2


@pytest.mark.parametrize(
    "text",
    [" " * 200_000, "\n" * 200_000, "<!--" * 50_000, "[^" * 50_000, "# " + " " * 100_000 + "x", "|" * 100_000,
     "| a |\n" * 20_000, "**a" * 30_000, "-" * 100_000, "- " * 50_000, "> " * 50_000, "a" + " " * 100_000 + "3",
     "3.2 X.\n" * 10_000, "---\n" + "-- \n" * 30_000, "(a) x\n" * 10_000, " " * 60_000 + "|" + " " * 60_000],
)  # fmt: skip
def test_no_text_takes_long(text: str) -> None:
    start = time.perf_counter()
    recognise(text.encode())
    read_markdown(text, Limits())
    read_plaintext(text, Limits())
    assert time.perf_counter() - start < 10


def test_the_head_row_of_a_pipe_table_is_a_head_whatever_it_says() -> None:
    document = read("| Nr | 2 timmar |\n|--|--|\n| Jour | Ja |\n[^1]: Noten.\n\nText [^1].\n")
    assert (block(document, "Ja").row_heads, block(document, "Ja").column_heads) == (("Jour",), ("2 timmar",))
    assert block(document, "Noten.").parent == block(document, "Text").ordinal


def test_rows_of_pipes_without_a_rule_are_a_table() -> None:
    document = read("# A\n\n| Uppgift | Regionen |\n| Jour | Ja |\n| Rond | Nej |\n\nEn | rad | för sig.\n")
    assert block(document, "Nej").row_heads == ("Rond",)
    assert block(document, "Nej").row == 2
    assert block(document, "En").kind == "paragraph"


def test_a_rule_under_three_lines_underlines_no_heading() -> None:
    document = read("# A\n\nRad ett\nrad två\nrad tre\n---\n\nTvå\nrader\n===\n")
    assert [b.kind for b in document.blocks] == ["heading", "paragraph", "heading"]
