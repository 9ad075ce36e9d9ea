"""Normalised text, tokens and sentences: nothing is lost, and every offset leads back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalskoll.swedish.normal import normalise
from avtalskoll.swedish.sentences import sentence_spans
from avtalskoll.swedish.tokens import tokenise

SWEDISH = st.text(alphabet="abcåäöÅÄÖé \u00a0\u00ad\u2011-–\n.,;:()§0123456789\u0308\u030a\u200b”’", max_size=200)


def words(text: str) -> list[str]:
    return [token.word for token in tokenise(normalise(text))]


@given(st.text(max_size=200) | SWEDISH)
def test_every_token_stands_in_the_original(text: str) -> None:
    end = 0
    for token in tokenise(normalise(text)):
        assert end <= token.start < token.end <= len(text)
        assert normalise(text[token.start : token.end]).text.startswith(token.word)
        end = token.end


@given(SWEDISH)
def test_soft_hyphens_case_and_blanks_make_no_difference(text: str) -> None:
    noisy = text.replace(" ", "\u00a0").replace("ä", "\u00adä").swapcase()
    assert words(noisy) == words(text)


def test_decomposed_letters_are_read_as_one_word() -> None:
    text = unicodedata.normalize("NFD", "Läkarbesöken på Åsgården")
    assert words(text) == ["läkarbesöken", "på", "åsgården"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("varje vec-\nka", ["varje", "vecka"]),
        ("hälso-\noch sjukvård", ["hälso-", "och", "sjukvård"]),
        ("läkar\u00adresurs", ["läkarresurs"]),
        ("e\u2011post", ["e-post"]),
        ("100 000 kronor, 1,5 tim/vecka", ["100 000", "kronor", ",", "1,5", "tim", "/", "vecka"]),
        ("2026-01-01", ["2026-01-01"]),
        ("Läk.medv. enl. avtal", ["läkarmedverkan", "enligt", "avtal"]),
        ("direktnr vard. kl 8", ["direktnummer", "vardagar", "kl", "8"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def sentences(text: str) -> list[str]:
    tokens = tokenise(normalise(text))
    return [text[tokens[a].start : tokens[b - 1].end] for a, b in sentence_spans(tokens, text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Enligt 16 kap. 1 § HSL gäller detta. Regionen ansvarar.", 2),
        ("Läkare nås t.ex. via telefon, bl.a. kvällstid.", 1),
        ("Senast den 31. mars sker mötet.", 1),
        ("Gäller det? Ja! Så är det.", 3),
        ("Resp. vårdcentral utser läkare m.m. för boendet.", 1),
        ("Se 3.2. Läkaren rondar.", 2),
        ("", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@given(SWEDISH)
def test_sentences_cover_all_tokens_once(text: str) -> None:
    tokens = tokenise(normalise(text))
    spans = sentence_spans(tokens, text)
    assert [i for a, b in spans for i in range(a, b)] == list(range(len(tokens)))
