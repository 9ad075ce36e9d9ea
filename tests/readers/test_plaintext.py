from avtalskoll.agreement import Document
from avtalskoll.readers import read_bytes

from .word import block, shapes, texts


def read(text: str) -> Document:
    return read_bytes(text.encode(), "avtal.txt")


AGREEMENT = """AVTAL OM LÄKARMEDVERKAN

1. Parter
Mellan Region Vik och Lunda kommun.

2. Omfattning

2.1 Regionen ska tillhandahålla läkare. Läkaren
besöker boendet varje vecka.
2.2 Regionen ansvarar för att:
  a) läkare finns
  b) jour finns:
     - natt
     - helg
2.3 Kommunen svarar för sjuksköterska.

Kort rad utan punkt

Uppföljning
-----------
Följs upp [datum].
"""


def test_an_agreement() -> None:
    document = read(AGREEMENT)
    assert shapes(document) == [
        ("heading", "", "AVTAL OM LÄKARMEDVERKAN"),
        ("heading", "1.", "1. Parter"),
        ("paragraph", "", "Mellan Region Vik och Lunda kommun."),
        ("heading", "2.", "2. Omfattning"),
        ("paragraph", "2.1", "2.1 Regionen ska tillhandahålla läkare. Läkaren\nbesöker boendet varje vecka."),
        ("paragraph", "2.2", "2.2 Regionen ansvarar för att:"),
        ("item", "a)", "a) läkare finns"),
        ("item", "b)", "b) jour finns:"),
        ("item", "", "natt"),
        ("item", "", "helg"),
        ("paragraph", "2.3", "2.3 Kommunen svarar för sjuksköterska."),
        ("paragraph", "", "Kort rad utan punkt"),
        ("heading", "", "Uppföljning"),
        ("paragraph", "", "Följs upp [datum]."),
    ]
    natt = block(document, "natt")
    assert (natt.level, natt.lead_in, natt.parent, natt.section) == (1, 5, 7, "2.2")
    assert [aside.text for aside in document.asides] == ["[datum]"]


def test_every_block_is_a_piece_of_the_source() -> None:
    for found in read(AGREEMENT).blocks:
        assert found.text in AGREEMENT
        assert AGREEMENT.split("\n")[found.origin or 0].strip().endswith(found.text.split("\n")[0])


def test_a_file_that_is_not_wrapped_has_one_paragraph_per_line() -> None:
    long = "Regionen ska tillhandahålla läkare i den omfattning som behövs. " * 4
    assert texts(read(f"{long}\nKort rad.\n{long}")) == [long.strip(), "Kort rad.", long.strip()]


def test_typed_contents() -> None:
    document = read("Innehåll\n1 Parter ........ 2\n2 Tvist ......... 3\n\n1 Parter\n\nRegion Vik och Lunda kommun.\n")
    assert [b.kind for b in document.blocks] == ["toc", "toc", "toc", "heading", "paragraph"]


def test_a_wrapped_reference_begins_no_clause() -> None:
    assert len(read("Regionen ska enligt avsnitt\n3.2 Läkare ska finnas.\n").blocks) == 1
    assert len(read("Regionen ska utse läkare.\n3.2 Läkare ska finnas.\n").blocks) == 2


def test_a_rule_under_several_lines_underlines_no_heading() -> None:
    assert [b.kind for b in read("Rad ett\nrad två\n----\nText.\n").blocks] == ["paragraph", "paragraph"]


def test_an_indented_paragraph_goes_on_within_its_item() -> None:
    document = read("Regionen ska:\n\n- utse läkare\n\n  Mer om detta.\n\n- svara\n\nNytt stycke.\n\n- annat\n")
    assert [b.lead_in for b in document.blocks if b.kind == "item"] == [0, 0, 4]
