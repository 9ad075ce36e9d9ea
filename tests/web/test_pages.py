"""What a person meets: from the form by way of the wait to the report, and what she can do with it."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

import avtalskoll
from avtalskoll.reports.html import render_html
from tests.readers.scanned import scanned_page
from tests.web.conftest import SAMPLES, Visitor

PAGES = ("/", "/jamfor", "/oversikt", "/om", "/finns-inte")


@pytest.fixture
def owner(visitor: Visitor, reported: tuple[dict[str, str], str]) -> Visitor:
    for name, value in reported[0].items():
        visitor.client.cookies.set(name, value)
    return visitor


@pytest.fixture
def address(reported: tuple[dict[str, str], str]) -> str:
    return reported[1]


class _Markup(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def _visible(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


@pytest.mark.parametrize("page", [*PAGES, "rapport", "avtal"])
def test_pages_are_swedish_and_need_no_inline_code(owner: Visitor, address: str, page: str) -> None:
    at = {"rapport": address, "avtal": f"{address}/avtal?krav=OV-01"}.get(page, page)
    text = owner.get(at).text
    tags = _Markup(text).tags
    assert ("html", {"lang": "sv"}) in tags
    assert sum(tag == "h1" for tag, _ in tags) == 1
    assert 'class="skip" href="#innehall"' in text
    for tag, attributes in tags:
        assert not [name for name in attributes if name == "style" or name.startswith("on")]
        assert tag != "style" and (tag != "script" or attributes.get("src", "").startswith("/static/"))  # type: ignore[union-attr]
        for name in ("src", "href", "action"):
            value = attributes.get(name) or "/"
            assert value.startswith(("/", "#", "?")) and not value.startswith("//")


def test_every_file_that_a_page_names_is_there(owner: Visitor, address: str) -> None:
    for at in ("/", address):
        for link in re.findall(r'(?:src|<link[^>]* href)="([^"]+)"', owner.get(at).text):
            assert owner.get(link).status_code == 200, link


def test_the_report_is_the_report_of_the_file(owner: Visitor, address: str) -> None:
    report = avtalskoll.audit(SAMPLES / "02_artigt_hinder.docx", as_of=date(2026, 11, 22))
    page, file = owner.get(address).text, render_html(report)
    for result in report.results:
        assert f'id="{result.id}"' in page
    for part in re.findall(r"<blockquote>.*?</blockquote>|<p class=\"reason\">.*?</p>|<dd>.*?</dd>", file, re.DOTALL):
        assert part in page
    assert json.loads(owner.get(f"{address}/json").text) == report.model_dump(mode="json")
    assert owner.get(f"{address}/html").text == file


def test_the_report_can_be_narrowed_by_outcome_and_area(owner: Visitor, address: str) -> None:
    report = avtalskoll.audit(SAMPLES / "02_artigt_hinder.docx", as_of=date(2026, 11, 22))
    shown = {result.id for result in report.results if result.verdict == "conflict" and result.group == "OV"}
    text = owner.get(f"{address}?utfall=conflict&omrade=OV").text
    assert set(re.findall(r'<(?:article|details)[^>]* id="([A-Z]{2}-\d\d)"', text)) == shown
    assert f"Visar {len(shown)} av {len(report.results)} krav" in text
    assert "Visa hela rapporten" in text
    for odd in ("?utfall=finns-inte", "?omrade=%3Cscript%3E", "?utfall=&omrade="):
        assert owner.get(address + odd).text.count('class="gap') == owner.get(address).text.count('class="gap')


def test_a_quote_is_shown_in_its_surroundings(owner: Visitor, address: str) -> None:
    report = avtalskoll.audit(SAMPLES / "02_artigt_hinder.docx", as_of=date(2026, 11, 22))
    result = next(result for result in report.results if len(result.evidence) > 1)
    link = f"{address}/avtal?krav={result.id}&amp;citat=2#fynd"
    assert f'href="{link}"' in owner.get(address).text
    text = owner.get(f"{address}/avtal?krav={result.id}&citat=2").text
    marked = re.findall(r'<mark[^>]* id="fynd"[^>]*>(.*?)</mark>', text, re.DOTALL)
    assert [_visible(part) for part in marked] == [" ".join(result.evidence[1].quote.split())]
    assert result.reason in _visible(text) and f'href="{address}#{result.id}"' in text
    for odd in ("?krav=FINNS-INTE", "?krav=OV-01&citat=999999", "?krav=OV-01&citat=-1", "?citat=x"):
        assert owner.get(f"{address}/avtal{odd}").status_code == 200


@pytest.mark.parametrize(
    ("what", "suffix", "start"),
    [
        ("html", "-granskning.html", b"<!doctype html>"),
        ("json", "-granskning.json", b"{"),
        ("kommentarer", "-kommentarer.docx", b"PK"),
        ("forslag", "-f%C3%B6rslag.docx", b"PK"),
        ("excel", "-granskning.xlsx", b"PK"),
    ],
)
def test_downloads(owner: Visitor, address: str, what: str, suffix: str, start: bytes) -> None:
    answer = owner.get(f"{address}/{what}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["content-disposition"].endswith(f"02_artigt_hinder{suffix}")
    assert answer.content.startswith(start)
    assert f'href="{address}/{what}"' in owner.get(address).text


def test_comments_in_several_files_come_in_a_zip(visitor: Visitor) -> None:
    address = visitor.result(visitor.post("/granska", exempel="avtalspaket", datum="2026-11-22"))
    answer = visitor.get(f"{address}/kommentarer")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert len(archive.namelist()) > 1
        assert all(name.endswith("-kommentarer.docx") and "/" not in name for name in archive.namelist())


def test_what_was_audited_is_found_again_from_the_start_page(owner: Visitor, address: str) -> None:
    text = owner.get("/").text
    assert "Nyss granskat" in text and f'href="{address}"' in text


def test_a_file_that_cannot_be_read_is_told_of_as_on_the_command_line(visitor: Visitor, tmp_path: Path) -> None:
    with pytest.raises(avtalskoll.UnreadableError) as told:
        broken = tmp_path / "trasig.docx"
        broken.write_bytes(b"PK\x03\x04")
        avtalskoll.audit(broken)
    page = visitor.get(visitor.result(visitor.post("/granska", [("filer", ("trasig.docx", b"PK\x03\x04"))]))).text
    assert told.value.sentence in page
    assert "Traceback" not in page and 'href="/"' in page


def test_the_page_calls_its_choices_by_their_names(visitor: Visitor) -> None:
    page = visitor.get(visitor.result(visitor.post("/granska", [("filer", ("skannad.pdf", scanned_page()))]))).text
    assert "inskannad PDF" in page and "--ocr" not in page and "valet ”Maskinläs inskannade sidor”" in page


def test_the_choices_decide(visitor: Visitor) -> None:
    address = visitor.audit(
        "07_vag_samverkan.docx", hemsjukvard="kommun", region="Region Påhitt", kommuner="Ena kommun, Andra kommun"
    )
    facts = json.loads(visitor.get(f"{address}/json").text)["facts"]
    assert facts == {
        "home_care_transferred": True,
        "region": "Region Påhitt",
        "municipalities": ["Ena kommun", "Andra kommun"],
    }
    early = visitor.result(visitor.post("/granska", exempel="vag-samverkan", datum="2016-01-01"))
    assert "ligger före 2017-04-01" in visitor.get(early).text


def test_the_wait_goes_on_without_script(visitor: Visitor) -> None:
    waiting = visitor.post("/granska", exempel="tabellavtal").headers["location"]
    page = visitor.get(waiting)
    assert page.status_code == 303 or '<noscript><meta http-equiv="refresh"' in page.text
    result = visitor.result(visitor.post("/granska", exempel="tabellavtal"))
    assert visitor.get(waiting).headers["location"].startswith("/rapport/")
    assert visitor.get(result).status_code == 200


def test_two_versions_are_compared(visitor: Visitor) -> None:
    files = [
        ("gammal", ("gammal.docx", (SAMPLES / "01_nara_modell_2026.docx").read_bytes())),
        ("ny", ("ny.docx", (SAMPLES / "jamforelse" / "01_nara_modell_2026_motforslag.docx").read_bytes())),
    ]
    address = visitor.result(visitor.post("/jamfor", files, datum="2026-11-22"))
    text = visitor.get(address).text
    assert "Vad som har ändrats" in text and "gammal.docx" in text and "ny.docx" in text
    made = avtalskoll.compare(
        SAMPLES / "01_nara_modell_2026.docx", SAMPLES / "jamforelse" / "01_nara_modell_2026_motforslag.docx",
        as_of=date(2026, 11, 22),
    )  # fmt: skip
    told = json.loads(visitor.get(f"{address}/json").text)
    assert told["summary"] == made.model_dump(mode="json")["summary"]
    assert visitor.get(f"{address}/html").content.startswith(b"<!doctype html>")
    assert visitor.get(f"{address}/utskrift.css").status_code == 200


def test_many_agreements_in_one_overview(visitor: Visitor) -> None:
    files = [
        ("filer", ("avtal.docx", (SAMPLES / "02_artigt_hinder.docx").read_bytes())),
        ("filer", ("avtal.docx", (SAMPLES / "07_vag_samverkan.docx").read_bytes())),
        ("filer", ("trasig.docx", b"PK\x03\x04")),
    ]
    address = visitor.result(visitor.post("/oversikt", files, datum="2026-11-22"))
    text = visitor.get(address).text
    assert "Översikt över 2 avtal" in text and "trasig.docx är skadad" in text
    links = sorted(set(re.findall(rf'href="({address}/avtal/[a-zA-Z0-9-]+)"', text)))
    assert len(links) == 2
    for link in links:
        page = visitor.get(link).text
        assert "Granskningsrapport" in page and f'href="{address}"' in page and "Visa i avtalet" not in page
    assert visitor.get(f"{address}/avtal/finns-inte").status_code == 404
    assert visitor.get(f"{address}/egen.css").status_code == 200
    for what in ("excel", "forslag"):
        assert visitor.get(f"{address}/{what}").content.startswith(b"PK")
    with zipfile.ZipFile(io.BytesIO(visitor.get(f"{address}/zip").content)) as archive:
        names = archive.namelist()
        assert {"oversikt.html", "oversikt.xlsx"} < set(names)
        assert sum(name.startswith("rapporter/") for name in names) == 2


def test_contract_text_is_only_text(visitor: Visitor) -> None:
    evil = (
        "# <script>alert(1)</script>\n\n## <img src=x onerror=alert(1)>\n\n"
        "Regionen ska ansvara för läkarmedverkan \"><script>alert(2)</script> i kommunen.\n\n| a | <b>b |\n|---|---|\n"
        "| <script>x</script> | y |\n"
    )  # fmt: skip
    address = visitor.result(visitor.post("/granska", [("filer", ("<b>x.md", evil.encode()))]))
    for at in (address, f"{address}/avtal", f"{address}/avtal?krav=OM-01"):
        tags = _Markup(visitor.get(at).text).tags
        assert not [tag for tag, attributes in tags if tag == "img" or (tag == "script" and "src" not in attributes)]
    assert "alert" not in visitor.get(f"{address}/utskrift.css").text.replace("\\28 1\\29 ", "").split("content")[0]
