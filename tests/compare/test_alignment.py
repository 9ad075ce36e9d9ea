from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalskoll.checklist import Checklist, load_checklist
from avtalskoll.comparing.alignment import AlignedPair, align
from avtalskoll.comparing.in_order import heaviest_in_order
from avtalskoll.engine.clause import Clause
from avtalskoll.engine.understanding import understand
from tests.compare.drafts import CHAPTERS, UNRELATED, Chapter, agreement, read
from tests.conftest import ROOT
from tests.engine.agreements import few

CHECKLIST = load_checklist()
CORPUS = [ROOT / "tests" / "corpus" / name for name in ("cycle1/c1a2.md", "cycle3/c3a2.md", "cycle5/c5a1.md")]


def _clauses(text: str, checklist: Checklist = CHECKLIST) -> list[Clause]:
    return understand(read(text).agreement, checklist)


def _kinds(pairs: Sequence[AlignedPair]) -> dict[str, list[str]]:
    """The quotes by what became of them; a moved or reworded clause by its new words."""
    found: dict[str, list[str]] = {"same": [], "moved": [], "reworded": [], "added": [], "removed": []}
    for pair in pairs:
        if pair.old is None or pair.new is None:
            kind = "added" if pair.new is not None else "removed"
        else:
            kind = "reworded" if not pair.same_words else "moved" if pair.moved else "same"
        found[kind].append((pair.new or pair.old).quote)  # type: ignore[union-attr]
    return found


def _both_ways(old: list[Clause], new: list[Clause]) -> list[AlignedPair]:
    """The pairs, when every clause stands in exactly one of them and the way back gives the same ones."""
    pairs = align(old, new)
    assert [pair.new for pair in pairs if pair.new] == [c for c in new if c.role != "toc"]
    assert sorted(pair.old.index for pair in pairs if pair.old) == [c.index for c in old if c.role != "toc"]
    there = {(p.old and p.old.index, p.new and p.new.index, p.same_words, p.moved) for p in pairs}
    back = {(p.new and p.new.index, p.old and p.old.index, p.same_words, p.moved) for p in align(new, old)}
    assert there == back
    return pairs


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_an_agreement_and_itself_are_the_same(path) -> None:  # type: ignore[no-untyped-def]
    clauses = _clauses(path.read_text(encoding="utf-8"))
    assert all(pair.old is pair.new and not pair.moved for pair in align(clauses, clauses))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_lost_and_shuffled_paragraphs_are_found_again(path) -> None:  # type: ignore[no-untyped-def]
    """Whatever has been taken away or moved, all that is left belongs to itself."""
    text = path.read_text(encoding="utf-8")
    paragraphs = text.split("\n\n")
    random = Random(7)
    left = [paragraph for paragraph in paragraphs if random.random() < 0.8]
    kinds = _kinds(_both_ways(_clauses(text), _clauses("\n\n".join(left))))
    assert not kinds["added"]
    assert len(kinds["removed"]) >= 0.1 * len(paragraphs)


@few(25)
@given(
    place=st.integers(0, len(CHAPTERS)),
    numbered=st.booleans(),
)
def test_an_inserted_chapter_leaves_the_rest_as_it_was(place: int, numbered: bool) -> None:
    new: list[Chapter] = [*CHAPTERS[:place], UNRELATED, *CHAPTERS[place:]]
    kinds = _kinds(_both_ways(_clauses(agreement(CHAPTERS, numbered)), _clauses(agreement(new, numbered))))
    assert len(kinds["added"]) == 1 + len(UNRELATED[1])
    assert not kinds["removed"]
    assert not kinds["moved"]
    assert all("punkt" in quote for quote in kinds["reworded"])  # the number in a reference; see test_comparing


@few(40)
@given(st.permutations(range(len(CHAPTERS))))
def test_chapters_in_another_order_are_moved(order: list[int]) -> None:
    new = [CHAPTERS[number] for number in order]
    kinds = _kinds(_both_ways(_clauses(agreement(CHAPTERS, False)), _clauses(agreement(new, False))))
    assert not kinds["added"]
    assert not kinds["removed"]
    assert bool(kinds["moved"]) == (order != sorted(order))


@few(40)
@given(st.sets(st.integers(0, 10), max_size=6), st.sets(st.integers(0, 10), max_size=6))
def test_what_each_version_lacks_is_added_or_removed(gone: set[int], come: set[int]) -> None:
    sentences = [sentence for _, own in CHAPTERS for sentence in own]
    old = [sentence for number, sentence in enumerate(sentences) if number not in come]
    new = [sentence for number, sentence in enumerate(sentences) if number not in gone]
    kinds = _kinds(_both_ways(_clauses("\n\n".join(old)), _clauses("\n\n".join(new))))
    assert kinds["moved"] == []
    assert set(kinds["same"]) == {s for s in _quotes(old) if s in _quotes(new)}


def _quotes(sentences: list[str]) -> list[str]:
    return [clause.quote for clause in _clauses("\n\n".join(sentences))]


def test_cells_of_a_table_keep_to_their_rows() -> None:
    head = "| Boende | Läkartid per vecka | Besök |\n|---|---|---|\n"
    old = head + "| Björken | 2 timmar | Varje vecka |\n| Granen | 3 timmar | Varje vecka |\n"
    rows = ("Asken | 4 timmar", "Björken | 1 timme", "Granen | 3 timmar")
    new = head + "".join(f"| {row} | Varje vecka |\n" for row in rows)
    pairs = _both_ways(_clauses(old), _clauses(new))
    assert _kinds(pairs)["added"] == ["Asken", "4 timmar", "Varje vecka"]
    assert [(p.old.quote, p.new.quote) for p in pairs if p.old and p.new and not p.same_words] == [
        ("2 timmar", "1 timme")
    ]


def test_other_words_in_the_same_place_are_the_same_clause() -> None:
    old = agreement([("Uppföljning", ["Avtalet följs upp av ledningsansvariga den 1 mars varje år."])])
    new = agreement([("Årlig uppföljning", ["Avtalet följs upp gemensamt vid behov."])])
    assert _kinds(align(_clauses(old), _clauses(new)))["added"] == []


def test_clauses_that_have_nothing_in_common_are_not_paired() -> None:
    old = agreement([("Parter", ["Avtalet sluts mellan region och kommun."]), ("Tid", ["Avtalet gäller i tre år."])])
    new = agreement([("Lokaler", ["Kommunen upplåter rum utan hyra."]), ("Städning", ["Golven torkas på fredagar."])])
    kinds = _kinds(align(_clauses(old), _clauses(new)))
    assert "Kommunen upplåter rum utan hyra." in kinds["added"]
    assert "Golven torkas på fredagar." in kinds["added"]


@few(100)
@given(st.permutations(range(8)), st.lists(st.integers(1, 9), min_size=8, max_size=8))
def test_the_heaviest_order_is_the_heaviest(order: list[int], weights: list[int]) -> None:
    pairs = [(old, new, weights[old]) for old, new in enumerate(order)]
    best = max(
        sum(weights[old] for old in chosen)
        for chosen in ([old for old in range(8) if mask >> old & 1] for mask in range(256))
        if [order[old] for old in chosen] == sorted(order[old] for old in chosen)
    )
    kept = sorted(heaviest_in_order(pairs))
    assert [order[old] for old in kept] == sorted(order[old] for old in kept)
    assert sum(weights[old] for old in kept) == best
