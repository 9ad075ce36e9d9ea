from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise

import pytest

from avtalskoll.portfolios.portfolio import Portfolio
from avtalskoll.reports.portfolio.html import render_html
from avtalskoll.reports.verdict_signs import SIGNS
from tests.reports.html_page import Page
from tests.reports.portfolio.sample_portfolio import sample_portfolio
from tests.reports.test_html_report import contrast

NASTY = "=A & <script>alert(1)</script> \"'"


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    return sample_portfolio("Ådals kommun", NASTY)


@pytest.fixture(scope="module")
def html(portfolio: Portfolio) -> str:
    return render_html(portfolio)


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_policy_allows_this_style_and_nothing_else(html: str, page: Page) -> None:
    style = html.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = [m.attributes["content"] for m in page.all("meta") if "http-equiv" in m.attributes]
    assert "default-src 'none'" in policy and f"style-src 'sha256-{digest}'" in policy
    assert not page.all("script", "iframe", "form", "img")
    assert not re.search(r"https?://|@import|url\(", html)
    for element in page.elements:
        assert "style" not in element.attributes and "src" not in element.attributes
        assert not any(name.startswith("on") for name in element.attributes)


def test_links_lead_to_reports_beside_it_and_to_places_in_it(page: Page) -> None:
    ids = [e.attributes["id"] for e in page.elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    for link in page.all("a"):
        target = link.attributes["href"]
        assert target.removeprefix("#") in ids or re.fullmatch(r"rapporter/avtal-[12]\.html(#[A-Z]{2}-\d\d)?", target)


def test_every_verdict_stands_as_symbol_and_word(portfolio: Portfolio, html: str) -> None:
    body = Page(html.split('class="matrix"')[1].split("<tbody>")[1].split("</tbody>")[0])
    cells = [cell.text for cell in body.all("td")]
    assert len(cells) == 2 * len(portfolio.requirements)
    assert set(cells) <= {f"{sign.symbol} {sign.word}" for sign in SIGNS.values()}
    agreement = portfolio.agreements[0]
    assert cells.count("✕ Konflikt") == 2 * sum(one.verdict == "conflict" for one in agreement.outcomes)
    assert cells.count("✓ Uppfyllt") == 2 * agreement.summary.obligations.met


def test_what_could_not_be_read_comes_first(html: str, page: Page) -> None:
    assert html.index("Filen Trasig.docx är skadad") < html.index('id="korthet"')
    assert 'class="banner"' not in render_html(sample_portfolio(unreadable=()))
    assert "1 avtal kunde inte läsas och är inte bedömt" in page.one("main").text


def test_counts_stand_beside_every_picture(page: Page) -> None:
    text = page.one("main").text
    assert "2 avtal har något som kan strida mot lag" in text
    assert all(svg.attributes["aria-hidden"] == "true" for svg in page.all("svg"))


def test_structure_for_assistive_technology(page: Page) -> None:
    assert page.one("html").attributes["lang"] == "sv"
    assert len(page.all("h1")) == len(page.all("main")) == 1
    levels = [int(e.tag[1]) for e in page.all("h1", "h2", "h3")]
    assert levels[0] == 1 and all(after <= before + 1 for before, after in pairwise(levels))
    assert all(th.attributes.get("scope") in ("row", "col", "colgroup") for th in page.all("th"))
    assert len(page.all("label")) == len(page.all("input", "select"))
    assert all("aria-labelledby" in e.attributes for e in page.elements if e.attributes.get("role") == "region")


def test_words_that_an_overview_never_uses(page: Page) -> None:
    assert not re.search(r"ogiltig|olaglig|%|poäng|procent", page.one("body").text.lower())


def test_colours_have_contrast(html: str) -> None:
    fills = dict(re.findall(r"--(fill-[a-z]+): (#[0-9a-f]{6})", html))
    found = re.findall(r"\.o\d \{ fill: [^;]+; background: ([^;]+); color: (#[0-9a-f]{3,6})", html)
    assert len(found) == len(SIGNS)
    for ground, ink in found:
        name = re.search(r"fill-[a-z]+", ground)
        assert contrast(whole(fills[name[0]] if name else ground), whole(ink)) >= 4.5, (ground, ink)


def whole(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(2 * letter for letter in colour[1:])


def test_three_hundred_agreements_fit() -> None:
    assert len(render_html(sample_portfolio(*(f"Avtal {number}" for number in range(300))))) < 3_000_000
