from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avtalskoll.audit_report import AuditReport, NotedText
from avtalskoll.reports.html import render_html
from tests.reports.html_page import Page
from tests.reports.sample_pending import pending
from tests.reports.sample_report import sample_report


@pytest.fixture(scope="module")
def report() -> AuditReport:
    return sample_report()


@pytest.fixture(scope="module")
def html(report: AuditReport) -> str:
    return render_html(report)


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def policy_of(page: Page) -> str:
    (meta,) = [m for m in page.all("meta") if m.attributes.get("http-equiv") == "Content-Security-Policy"]
    return meta.attributes["content"]


def style_of(html: str) -> str:
    return html.split("<style>")[1].split("</style>")[0]


def test_policy_allows_this_style_and_nothing_else(html: str, page: Page) -> None:
    digest = base64.b64encode(hashlib.sha256(style_of(html).encode()).digest()).decode()
    directives = dict(part.strip().split(" ", 1) for part in policy_of(page).split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["style-src"] == f"'sha256-{digest}'"
    assert directives["img-src"] == "data:"


def test_nothing_that_the_policy_would_stop(page: Page) -> None:
    assert not page.all("script", "iframe", "object", "embed", "base", "form", "img")
    assert len(page.all("style")) == 1
    for element in page.elements:
        for name, value in element.attributes.items():
            assert name != "style" and not name.startswith("on"), element
            assert name not in {"src", "action"}, element
            if name == "href":
                assert value.startswith("#") or value == "data:,"


def test_nothing_is_fetched(html: str) -> None:
    assert not re.search(r"https?://|@import|url\(", html)


def test_contract_text_is_escaped(html: str) -> None:
    assert "<script" not in html.lower()
    assert "&lt;script&gt;" in html


def test_the_same_report_gives_the_same_bytes(html: str) -> None:
    program = (
        "import sys; from tests.reports.sample_report import sample_report;"
        "from avtalskoll.reports.html import render_html;"
        "sys.stdout.buffer.write(render_html(sample_report()).encode())"
    )
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "7",
        "TZ": "Pacific/Auckland",
        "LC_ALL": "C",
        "PYTHONPATH": os.getcwd(),
    }
    other = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
    assert other.stdout.decode() == html


def test_every_requirement_stands_once(report: AuditReport, page: Page) -> None:
    shown = [e.attributes["id"] for e in page.all("article", "details")]
    assert sorted(shown) == sorted(result.id for result in report.results)
    assert len(shown) == 52


def test_ids_are_unique_and_links_lead_somewhere(page: Page) -> None:
    ids = [e.attributes["id"] for e in page.elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    targets = [e.attributes["href"][1:] for e in page.all("a", "use")]
    named = [e.attributes["aria-labelledby"] for e in page.elements if "aria-labelledby" in e.attributes]
    assert set(targets) | set(named) <= set(ids)


def test_gaps_come_in_the_catalogue_s_order(page: Page) -> None:
    assert [article.attributes["id"] for article in page.all("article")] == [
        *["DR-01", "EL-05"],  # conflict N1-N3
        *["OM-02", "OM-03"],  # missing N1
        *["OM-05", "FO-01"],  # partial N1
        *["OV-01"],  # conflict OV
        *["OM-07", "OV-03"],  # partial N3
        *["FM-02"],  # conflict N4
        *["DR-03", "SA-04"],  # missing N2
        *["FO-08", "SA-03"],  # partial N2
        *["FO-07", "UP-02", "BE-02", "SA-05"],  # missing N4
        *["FM-03", "OM-06", "DR-04", "BE-03", "BE-05", "EL-02"],  # partial N4
    ]


def test_structure_for_assistive_technology(page: Page) -> None:
    assert page.one("html").attributes["lang"] == "sv"
    assert len(page.all("h1")) == len(page.all("main")) == len(page.all("nav")) == 1
    levels = [int(e.tag[1]) for e in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.all("a")[0].attributes["href"] == f"#{page.one('main').attributes['id']}"
    assert all(th.attributes.get("scope") in ("row", "col") for th in page.all("th"))
    assert len(page.all("label")) == len(page.all("input", "textarea"))


def test_an_id_in_running_text_stays_on_one_line(report: AuditReport) -> None:
    noted = report.results[0].model_copy(update={"note": "Översyn är en annan fråga (FM-02)."})
    html = render_html(report.model_copy(update={"results": (noted, *report.results[1:])}))
    assert 'en annan fråga (<span class="together">FM-02</span>).' in html


def test_a_verdict_never_rests_on_colour(report: AuditReport, page: Page) -> None:
    for result in report.results:
        assert result.display in page.by_id(result.id).text


def test_first_screen_says_what_was_audited(report: AuditReport, html: str, page: Page) -> None:
    before_contents = Page(html.split("<nav")[0] + "</main></body></html>").one("body").text
    for fact in (
        report.agreement.title,
        "Region Nordvik, Hällvikens kommun, Tallnäs kommun och Ådals kommun",
        "2026-01-01 till 2028-12-31",
        *(document.sha256 for document in report.documents),
        "Läkarmedverkan, version 1",
        "2026-11-22",
        "2026-08-22",
        "avtalskoll 0.1.0",
        "Filen har spårade ändringar",
        "Det avtalet bör innehålla 37 st",
        "Det avtalet inte bör innehålla 15 st",
        "2 saknas, 3 delvis, 1 uppfyllt, 1 ej tillämpligt",
    ):
        assert fact in before_contents


def test_a_gap_says_all_that_is_needed(page: Page) -> None:
    text = page.by_id("OV-01").text
    for part in (
        "16 kap. 1 § tredje stycket HSL, lydelse enligt Lag (2026:1124), gäller från 2026-08-01",
        "Avtalet får inte strida mot lagen",
        "Avtalet kräver regionens skriftliga godkännande",
        "Innan läkare anlitas ska Regionens skriftliga godkännande inhämtas",
        "Avtal om läkarmedverkan 2026.docx, avsnitt 7.3, sidan 6 går emot kravet",
        "avsnitt 7.1, sidan 6 i linje med kravet",
        "Inget godkännande krävs.",
        "Tas upp",
        "Anteckning",
    ):
        assert part in text
    assert "Det som saknas minst två former" in page.by_id("FO-01").text
    assert "Anmärkning: Formerna anges i bilaga 3" in page.by_id("FO-01").text


def test_prohibitions_without_a_finding_stand_apart(html: str) -> None:
    silent = html.split('id="villkor"')[1].split("</section>")[0]
    met = html.split('id="uppfyllt"')[1].split("</section>")[0]
    assert "Inget sådant villkor hittat" in silent
    assert "Avtalet säger uttryckligen att det inte krävs" in silent
    assert "Inget sådant villkor hittat" not in met


def test_absent_documents_are_listed(page: Page) -> None:
    assert "bilaga 3, nämns i avsnitt 4.2" in page.one("main").text
    assert "bilaga 3 nämns i avsnitt 4.2 men finns inte i underlaget" in page.one("main").text


def test_words_that_a_report_never_uses(page: Page) -> None:
    text = page.one("body").text.lower()
    assert not re.search(r"ogiltig|olaglig|%|poäng|betyg|\bstrider\b", text)


def test_banner_stands_only_where_something_must_be_read_first(html: str) -> None:
    assert html.index('class="banner"') < html.index('id="utfall"')
    assert "Bilaga 2.pdf, inte läst: hela filen (inskannad bild utan text)" in html
    calm = sample_report(notices=(), documents=sample_report().documents[:1])
    assert 'class="banner"' not in render_html(calm)


def test_a_notice_is_not_said_twice() -> None:
    notice = "Bilaga 2.pdf: hela filen (inskannad bild utan text)"
    banner = render_html(sample_report(notices=(notice,))).split('class="banner"')[1].split("</section>")[0]
    assert banner.count("hela filen") == 1


def test_a_report_without_gaps_says_so() -> None:
    report = sample_report()
    met = tuple(result for result in report.results if result.verdict == "met")
    page = Page(render_html(report.model_copy(update={"results": met})))
    assert "Granskningen hittade inget att ta upp." in page.one("main").text


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80))
def test_no_title_breaks_out_of_the_style(title: str) -> None:
    report = sample_report()
    html = render_html(report.model_copy(update={"agreement": report.agreement.model_copy(update={"title": title})}))
    page = Page(html)
    digest = base64.b64encode(hashlib.sha256(style_of(html).encode()).digest()).decode()
    assert digest in policy_of(page)
    assert len(page.all("style")) == 1
    assert style_of(html).count("{") == style_of(html).count("}")


def test_colours_have_contrast(html: str) -> None:
    colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", style_of(html)))
    for name in ("ink", "soft", "link", "conflict", "missing", "partial", "met", "unknown"):
        for ground in ("#ffffff", colours["tint"]):
            assert contrast(colours[name], ground) >= 4.5, name
    assert contrast(colours["edge"], "#ffffff") >= 3
    for colour in set(re.findall(r'(?:fill|stroke)="(#[0-9a-f]{6})"', html)):
        assert contrast(colour, "#ffffff") >= 3, colour


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_pending_changes_stand_with_both_outcomes_and_both_texts() -> None:
    page = Page(render_html(sample_report(pending_changes=pending())))
    section = page.by_id("andringar")
    assert section.text == "Ändringar som väntar på beslut 2 st"
    text = page.one("main").text
    assert "Rapporten visar avtalet som om alla vore godkända." in text
    assert "Om ändringarna avvisasOm ändringarna godkänns" in text
    assert "Krav på regionens förhandsgodkännande Kan strida mot lag Inget sådant villkor hittat" in text
    assert [element.text for element in page.all("del")] == ["ska inhämta"]
    assert [element.text for element in page.all("ins")] == ["underrättar"]
    assert "Flyttas från avtal.docx, avsnitt 1.2 till avtal.docx, avsnitt 8.3" in text


def test_without_pending_changes_nothing_is_said_of_them(html: str) -> None:
    assert "andringar" not in html
    assert "Luckor att fylla i" not in html
    assert "Dold text" not in html.replace("dold text", "")


def test_blanks_and_hidden_text_are_listed_where_they_stand() -> None:
    first, second = sample_report().documents
    noted = (
        NotedText(kind="placeholder", text="[datum]", section="2.1", page=3, block=4),
        NotedText(kind="placeholder", text="[datum]", section="2.1", page=3, block=5),
        NotedText(kind="hidden", text="<b>Internt:", section="", page=None, block=None),
    )
    page = Page(render_html(sample_report(documents=(first.model_copy(update={"noted": noted}), second))))
    assert page.by_id("luckor").text == "Luckor att fylla i 2 st"
    text = page.one("main").text
    assert f"”[datum]” {first.name}, avsnitt 2.1, sidan 3, 2 ställen" in text
    assert f"”<b>Internt:” {first.name}, inledningen" in text
