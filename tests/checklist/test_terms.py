"""The term language: what a jurist writes finds what a jurist means."""

from __future__ import annotations

import pytest

from avtalskoll.checklist.terms import TermError, parse_term
from avtalskoll.checklist.vocabulary import Vocabulary
from avtalskoll.engine.passage import Passage
from avtalskoll.swedish.normal import normalise
from avtalskoll.swedish.tokens import tokenise


def finds(term: str, text: str) -> bool:
    vocabulary = Vocabulary({"begrepp": [term], "part": ["kommun", "region"]})
    return Passage(tokenise(normalise(text)), vocabulary).has("begrepp")


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("kommun", "kommunernas ansvar", True),
        ("kommun", "kommunikation", False),
        ("läkarresurs*", "läkarresursernas", True),
        ("*läkare", "primärvårdsläkarna", True),
        ("=ska", "skall", False),
        ("följa ~3 upp", "ska följa avtalet noga upp", True),
        ("följa ~1 upp", "ska följa avtalet mycket noga upp", False),
        ("@part ~2 ansvarar", "kommunen alltid ansvarar", True),
        ("hälso- och sjukvård", "Hälso- och sjukvården", True),
        ("läkarresurs", "läkar\u00adresursen", True),
        ("plan", "planet", False),
    ],
)
def test_terms(term: str, text: str, found: bool) -> None:
    assert finds(term, text) is found


@pytest.mark.parametrize("term", ["", "~3", "@", "a*b", "följa ~3", "*"])
def test_mistaken_terms_are_told(term: str) -> None:
    with pytest.raises(TermError):
        parse_term(term)


def test_circles_and_unknown_concepts_are_told() -> None:
    with pytest.raises(TermError, match="runt"):
        Vocabulary({"ett": ["@två"], "två": ["@ett"]})
    with pytest.raises(TermError, match="finns inte"):
        Vocabulary({"ett": ["@tre"]})


def test_what_looks_alike_is_left_out() -> None:
    vocabulary = Vocabulary({"läkare": ["läkar*"]}, {"läkare": ["läkarbil*"]})
    assert not Passage(tokenise(normalise("läkarbilen")), vocabulary).has("läkare")
    assert Passage(tokenise(normalise("läkarbesök")), vocabulary).has("läkare")
