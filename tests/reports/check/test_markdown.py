from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from avtalskoll.reports.check.markdown import render_markdown
from avtalskoll.reports.check.markdown_text import markdown_text
from avtalskoll.reports.printable import printable
from tests.reports.check.sample_run import checked, quoting, sample_run


def test_says_first_how_it_went_and_then_what_stops_the_check() -> None:
    text = render_markdown(sample_run())
    order = [
        "## Kontroll av avtal",
        "2 avtal granskade, 1 kunde inte läsas, 13 stoppar kontrollen",
        "| utkast/Avtal, norra länsdelen 50 %.docx | 6 |",
        "| utkast/inskannat.pdf | kunde inte läsas |",
        "be om originalet i Word",
        "### utkast/Avtal, norra länsdelen 50 %.docx: stoppar kontrollen",
        "**DR-01 Läkarbedömning oavsett tid på dygnet** (försvagad)",
        "Grund: 8 kap. 2 b § HSL, lydelse enligt Lag (2026:879)",
        "> ”Läkare finns tillgänglig för bedömning",
        "avsnitt 5.1, sidan 4",
        "### Mot utgångsläget",
        "FO-04 Fritt vårdval, ingen tvångslistning: Inget sådant villkor hittat (åtgärdad)",
        "### Undantag",
        "Beslutat av Anna Ek, MAS 2026-11-01",
        "Undantaget för OV-03 gällde till och med 2026-10-31.",
        "<details><summary>",
        "Granskad enligt lagen som den gäller 2026-11-22",
    ]
    places = [text.find(words) for words in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)


def test_a_long_comment_is_cut_and_says_so() -> None:
    many = tuple(checked(f"utkast/avtal {number:03}.md", line=1) for number in range(200))
    text = render_markdown(sample_run(agreements=many))
    assert len(text) < 65_000 and "… och 100 avtal till" in text
    kept = len(re.findall(r"^\*\*[A-ZÅÄÖ]{2}-\d\d ", text, re.MULTILINE))
    cut = re.search(r"\*\*(\d+) fynd är utelämnade här", text)
    assert kept > 10 and cut is not None and int(cut[1]) > 5_000
    assert text.count("<details>") == text.count("</details>")
    assert len(render_markdown(quoting("*" * 30_000, times=9))) < 65_000


def test_the_text_of_an_agreement_is_words_only() -> None:
    hostile = "@anna #12 [x](http://ond.example) <img src=x> | `kod` **fet** :rocket: www.ond.example GH-7 </details>"
    text = render_markdown(quoting(hostile, name="a|b @x.md"))
    for mark in ("@anna", " #12", "](", "<img", "`", ":rocket:", "www.", "GH-7", "://", "a|b"):
        assert mark not in text
    assert text.count("</details>") == text.count("<details>")


def test_a_commit_number_is_no_link_and_a_telephone_number_is_left_alone() -> None:
    assert markdown_text("se 85971b3e048f61") == "se 859&#8203;71b3e048f61"
    assert markdown_text("ring 0701234567") == "ring 0701234567"


@given(st.text())
def test_a_reader_sees_the_text(text: str) -> None:
    shown = html.unescape(markdown_text(text)).replace("\u200b", "")
    assert shown == printable(text)
