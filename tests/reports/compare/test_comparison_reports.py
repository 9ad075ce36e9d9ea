from __future__ import annotations

import base64
import hashlib
import json
import re
from itertools import pairwise

import jsonschema
import pytest

from avtalskoll.audit_report import AuditedDocument
from avtalskoll.checklist import Checklist
from avtalskoll.comparing.comparing import compare
from avtalskoll.comparing.comparison import Comparison
from avtalskoll.reports.compare import side_by_side
from avtalskoll.reports.compare.change_signs import CHANGE_SIGNS
from avtalskoll.reports.compare.html import render_html
from avtalskoll.reports.compare.json import render_json
from avtalskoll.reports.compare.text import render_text
from avtalskoll.reports.schema import COMPARE_SCHEMA_FILE, compare_schema_text
from tests.compare.drafts import CHAPTERS, agreement, compared
from tests.conftest import AS_OF, ROOT
from tests.reports.html_page import Page
from tools.audit_samples import drafts


@pytest.fixture(scope="module")
def comparison(checklist: Checklist) -> Comparison:
    return compare(*next(iter(drafts().values())), as_of=AS_OF, checklist=checklist)


@pytest.fixture(scope="module")
def page(comparison: Comparison) -> Page:
    return Page(render_html(comparison))


def test_schema_in_the_repository_is_current_and_holds(comparison: Comparison) -> None:
    text = (ROOT / COMPARE_SCHEMA_FILE).read_text(encoding="utf-8")
    assert text == compare_schema_text(), "run make schemas"
    schema = json.loads(text)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(render_json(comparison)), schema)


def test_one_file_with_a_strict_policy(page: Page) -> None:
    assert not page.all("script", "img", "iframe", "object", "form")
    style = page.source.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = [m for m in page.all("meta") if m.attributes.get("http-equiv") == "Content-Security-Policy"]
    assert f"style-src 'sha256-{digest}'" in policy.attributes["content"]
    assert "default-src 'none'" in policy.attributes["content"]
    assert all(link.attributes["href"].startswith(("#", "data:")) for link in page.all("a", "link"))


def test_headings_language_and_skip_link(page: Page) -> None:
    assert page.one("html").attributes["lang"] == "sv"
    assert page.one("h1").text.endswith("Avtal om läkarmedverkan")
    levels = [int(heading.tag[1]) for heading in page.all("h1", "h2", "h3", "h4")]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.all("a")[0].attributes["href"] == "#innehall"
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    targets = {link.attributes["href"][1:] for link in page.all("a")}
    assert targets <= set(ids)
    assert all(cell.attributes.get("scope") in ("col", "row") for cell in page.all("th"))


def test_each_kind_of_change_has_a_sign_and_a_word(page: Page, comparison: Comparison) -> None:
    rows = [row.text for row in page.all("tr")]
    for kind, number in comparison.summary.requirements:
        sign = CHANGE_SIGNS[kind]
        assert f"{sign.symbol} {sign.word} {number}".replace(" ", "") in [row.replace(" ", "") for row in rows]
    assert len({sign.symbol for sign in CHANGE_SIGNS.values()}) == len(CHANGE_SIGNS)
    assert len({sign.ascii for sign in CHANGE_SIGNS.values()}) == len(CHANGE_SIGNS)


def test_what_weighs_most_stands_first(page: Page) -> None:
    places = [
        page.source.index(f'<h2 id="{kind}"') for kind in ("new", "weakened", "resolved", "reworded", "unchanged")
    ]
    assert places == sorted(places)
    assert places[0] > page.source.index('id="utfall"')


def test_every_requirement_stands_once_with_its_outcomes_and_sentences(page: Page, comparison: Comparison) -> None:
    for requirement in comparison.requirements:
        element = page.by_id(requirement.id)
        assert requirement.outcome_after.display in element.text
        if requirement.kind == "unchanged":
            continue
        assert requirement.outcome_before.display in element.text
        for alteration in requirement.alterations:
            assert alteration.sentence in element.text
        for index in requirement.clauses:
            for text in (comparison.clauses[index].before, comparison.clauses[index].after):
                assert text is None or _plain(text.text) in _plain(element.text)


def _plain(text: str) -> str:
    """Without what is only said to those who listen, and without blanks."""
    return re.sub(r"\[(?:borttaget|tillagt): |\]|\s", "", text)


def test_marked_words_are_told_to_those_who_do_not_see_them(page: Page) -> None:
    assert page.all("del")
    assert page.all("ins")
    marked = [element for element in page.all("del", "ins") if "Genomstruket" not in element.text]
    assert all(element.text.startswith(("[borttaget: ", "[tillagt: ")) for element in marked if len(element.text) > 12)


def test_every_changed_clause_is_in_the_list(page: Page, comparison: Comparison) -> None:
    changed = [clause for run in side_by_side.changed_clauses(comparison) for clause in run]
    assert len(changed) == len(comparison.clauses) - comparison.summary.clauses.unchanged
    listed = _plain(page.source.partition('<h2 id="klausuler"')[2])
    bare = _plain(re.sub(r"<[^>]+>", "", listed))
    for clause in changed:
        for text in (clause.before, clause.after):
            assert text is None or _plain(text.text) in bare


def test_an_inserted_chapter_is_one_item(comparison: Comparison) -> None:
    runs = [run for run in side_by_side.changed_clauses(comparison) if len(run) > 1]
    assert "Digitala arbetssätt" in [run[0].after.text for run in runs if run[0].after]


def test_text_of_an_agreement_is_never_markup(checklist: Checklist) -> None:
    old = agreement(CHAPTERS)
    new = old.replace("Läkaren besöker varje", "Läkaren <script>alert(1)</script> & \x1b[31m besöker varje")
    comparison = compared(old, new, checklist)
    page = Page(render_html(comparison))
    assert not page.all("script")
    assert "\x1b" not in render_text(comparison)


def test_notices_and_unread_parts_come_first(comparison: Comparison) -> None:
    document = comparison.new.documents[0].model_copy(update={"unread": ("sidan 3 (inskannad bild utan text)",)})
    side = comparison.new.model_copy(update={"documents": (document,), "pending": 4})
    changed = comparison.model_copy(update={"new": side, "notices": ("En del kunde inte läsas.",)})
    assert changed.unread
    page = Page(render_html(changed))
    assert page.source.index("En del kunde inte läsas.") < page.source.index('id="utfall"')
    assert "inte läst: sidan 3" in page.source
    assert "4 väntar på beslut" in page.source
    assert "! En del kunde inte läsas." in render_text(changed)
    assert isinstance(document, AuditedDocument)


def test_nothing_changed(checklist: Checklist) -> None:
    same = compared(agreement(CHAPTERS), agreement(CHAPTERS), checklist)
    page = Page(render_html(same))
    assert "Alla klausuler är som förut." in page.source
    assert '<h2 id="new"' not in page.source


def test_text_says_counts_and_changes_in_any_terminal(comparison: Comparison) -> None:
    text = render_text(comparison, width=70, symbols=False)
    assert max(map(len, text.splitlines())) <= 70
    assert "→" not in text
    assert re.search(r"Ny brist +5$", text, re.MULTILINE)
    assert "Borttagen" in text
    short = render_text(comparison, details=False)
    assert "OV-01" in short
    assert "UP-01" not in short


@pytest.mark.parametrize("render", [render_html, render_json, render_text])
def test_the_same_comparison_gives_the_same_text(render, comparison: Comparison) -> None:  # type: ignore[no-untyped-def]
    assert render(comparison) == render(Comparison.model_validate_json(render_json(comparison)))
