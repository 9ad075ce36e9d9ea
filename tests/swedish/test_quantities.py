"""Quantities, dates and law citations as Swedish agreements write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalskoll.swedish.dates import dates
from avtalskoll.swedish.inflection import forms
from avtalskoll.swedish.lawrefs import law_references
from avtalskoll.swedish.normal import normalise
from avtalskoll.swedish.quantities import quantities
from avtalskoll.swedish.quantity import Quantity
from avtalskoll.swedish.tokens import tokenise


def found(text: str, kind: str) -> list[Quantity]:
    return [quantity for quantity in quantities(tokenise(normalise(text))) if quantity.kind == kind]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("minst två gånger per år", "182.5"),
        ("en gång om året", "365"),
        ("årligen", "365"),
        ("varje vecka", "7"),
        ("varannan vecka", "14"),
        ("vart tredje år", "1095"),
        ("var fjortonde dag", "14"),
        ("var 14:e dag", "14"),
        ("var 3:e månad", "90"),
        ("jämna veckor", "14"),
        ("varje torsdag", "7"),
        ("i mars varje år", "365"),
        ("kvartalsvis", "91"),
    ],
)
def test_how_often(text: str, days: str) -> None:
    assert found(text, "frequency")[0].days == Decimal(days)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("inom tre (3) arbetsdagar", 3),
        ("inom 14 dagar", 14),
        ("två veckor", 14),
        ("tolv månaders uppsägningstid", 360),
        ("10-15 dagar", 15),
        ("inom 24 timmar", 1),
        ("inom en halvtimme", Decimal(30) / 1440),
        ("från den 50:e dagen", 50),
        ("den 32:a dagen", 32),
        ("den femtioförsta dagen", 51),
        ("från och med den trettionde dagen", 30),
    ],
)
def test_how_long(text: str, days: Decimal | int) -> None:
    assert found(text, "duration")[0].days == days


@pytest.mark.parametrize(
    ("text", "value", "period", "per"),
    [
        ("2 timmar per vecka och 20 platser", "2", 7, "platser"),
        ("4 tim/vecka", "4", 7, ""),
        ("ett läkarbesök per boende och vecka", "1", 7, "boende"),
        ("åtta timmar i veckan", "8", 7, ""),
        ("1,5 timmar i veckan per 10 boende", "1.5", 7, "boende"),
    ],
)
def test_how_much(text: str, value: str, period: int, per: str) -> None:
    amount = found(text, "amount")[0]
    assert (amount.value, amount.period_days, amount.per) == (Decimal(value), period, per)


@pytest.mark.parametrize(
    ("text", "bound"),
    [("högst 3 besök", "at_most"), ("minst 3 besök", "at_least"), ("får inte understiga 3 timmar", "at_least")],
)
def test_bounds(text: str, bound: str) -> None:
    assert quantities(tokenise(normalise(text)))[0].bound == bound


@given(st.text(alphabet="0123456789 -,.()/ enåtvåvarjegångerperveckakrtimm", max_size=60))
def test_quantities_never_fail(text: str) -> None:
    tokens = tokenise(normalise(text))
    for quantity in quantities(tokens):
        assert 0 <= quantity.first <= quantity.last < len(tokens)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("16 kap. 1 § hälso- och sjukvårdslagen (2017:30)", ("HSL", "2017:30", "16", "1")),
        ("enligt hsl 16 kap 1 §", ("HSL", "", "16", "1")),
        ("26 d § hsl (1982:763)", ("HSL", "1982:763", "", "26 d")),
        ("12 kap. 3 a § hsl", ("HSL", "", "12", "3 a")),
        ("lagen (1990:1404) om kommunernas betalningsansvar", ("", "1990:1404", "", "")),
        ("lagen om kommunernas betalningsansvar (1990:1404)", ("", "1990:1404", "", "")),
        ("kapitel 16, första paragrafen hsl", ("HSL", "", "16", "1")),
        ("sextonde kapitlet hälso- och sjukvårdslagen (2017:30)", ("HSL", "2017:30", "16", "")),
    ],
)
def test_law_citations(text: str, expected: tuple[str, str, str, str]) -> None:
    reference = law_references(text)[0]
    assert (reference.act, reference.sfs, reference.chapter, reference.section) == expected


def test_dates() -> None:
    mentions = dates("1 januari 2026 – 2029-12-31, hsl (2017:30), mars 2027")
    assert [m.first for m in mentions] == [date(2026, 1, 1), date(2029, 12, 31), date(2027, 3, 1)]
    assert dates("31 februari 2026") == ()


@pytest.mark.parametrize(
    ("word", "inflected"),
    [
        ("kommun", "kommunernas"),
        ("läkare", "läkarnas"),
        ("läkarresurs", "läkarresurserna"),
        ("ansvara", "ansvarar"),
        ("läkemedel", "läkemedlen"),
        ("överenskommelse", "överenskommelsens"),
        ("boende", "boendena"),
        ("uppföljning", "uppföljningarna"),
    ],
)
def test_inflection(word: str, inflected: str) -> None:
    assert inflected in forms(word)


@pytest.mark.parametrize(("word", "other"), [("plan", "planet"), ("kan", "kant"), ("vite", "vitena"), ("häva", "hävd")])
def test_short_words_have_no_forms_of_other_words(word: str, other: str) -> None:
    assert other not in forms(word)
