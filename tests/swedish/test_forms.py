"""Forms made by rule: what a text may say, and no word that means something else."""

from __future__ import annotations

import pytest

from avtalskoll.checklist.loading import read_vocabulary
from avtalskoll.checklist.terms import parse_term
from avtalskoll.swedish.inflection import forms

FOREIGN = {
    "konto": "kontor",
    "nämnd": "nämnda",
    "kvart": "kvarter",
    "klinik": "kliniker",
    "medel": "medla",
    "svara": "svart",
    "utesluta": "uteslutande",
    "plan": "plant",
    "dag": "daga",
    "bör": "börs",
}


@pytest.mark.parametrize(("word", "form"), FOREIGN.items())
def test_a_word_of_its_own_is_no_form_of_another(word: str, form: str) -> None:
    assert form not in forms(word)


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("kommun", "kommunernas"),
        ("läkare", "läkarnas"),
        ("bedömning", "bedömningarna"),
        ("tjänsteman", "tjänstemännen"),
        ("medicinsk", "medicinska"),
        ("nyckel", "nycklarna"),
        ("ersätta", "ersätter"),
        ("anlita", "anlitas"),
        ("boende", "boendena"),
    ],
)
def test_regular_forms_are_made(word: str, wanted: str) -> None:
    assert wanted in forms(word)


# Words that turn a clause into its opposite or stand in every second clause: no term may bring them along by rule.
STEERING = frozenset(
    """inte ej aldrig ingen utan endast bara högst minst senast först annan annat andra denna detta samma
    varje samtliga både varken dock även enligt mellan under över efter innan sedan mot hos utom förutom
    alltid sällan ofta kanske uteslutande""".split()
)


def test_no_inflected_term_brings_a_steering_word() -> None:
    brought = {
        (name, word.text, form)
        for name, concept in read_vocabulary().items()
        for term in (*concept.terms, *concept.excluded)
        for word in parse_term(term)
        if word.kind in ("form", "suffix")
        for form in forms(word.text) & STEERING
        if form != word.text
    }
    assert not brought
