"""The parties under the short names that the agreement gives them."""

from __future__ import annotations

import pytest

from avtalskoll.engine.short_names import short_names
from tests.engine.agreements import markdown


@pytest.mark.parametrize(
    "text",
    [
        'I avtalet betyder "vi" Region Ekhamra och "ni" Sjöbro kommun.',
        "Med vi menas Region Ekhamra och med ni Sjöbro kommun.",
        "Regionen kallas vi och kommunen ni.",
        "Vi (regionen) och ni (kommunen) har enats om följande.",
    ],
)
def test_we_and_you(text: str) -> None:
    names = short_names(markdown(text))
    assert (names["vi"], names["oss"], names["våra"]) == ("regionen", "regionen", "regionens")
    assert (names["ni"], names["er"], names["era"]) == ("kommunen", "kommunen", "kommunens")


def test_the_kommun_can_be_the_one_that_writes() -> None:
    names = short_names(markdown("Sjöbro kommun (vi) och Region Ekhamra (ni) träffar detta avtal."))
    assert (names["vi"], names["ni"]) == ("kommunen", "regionen")


def test_letters_and_roles() -> None:
    assert short_names(markdown("R = Regionen, K = Kommunen"))["k:s"] == "kommunens"
    text = "Region Ekhamra, nedan kallad Beställaren, och Sjöbro kommun, nedan Utföraren."
    assert short_names(markdown(text)) | {"utföraren": "kommunen"} == short_names(markdown(text))


def test_nothing_is_guessed() -> None:
    assert (
        short_names(markdown("Vi vill att regionen och kommunen samverkar. Så arbetar vi enligt regionens plan.")) == {}
    )


def test_a_verdict_that_rests_on_the_names(audit_text) -> None:  # type: ignore[no-untyped-def]
    text = """# Avtal om läkare

Mellan Region Ekhamra (R) och Sjöbro kommun (K) gäller följande.

## Ersättning

Om R inte tillhandahåller läkare enligt avtalet får K anlita läkare och R ersätter K:s kostnader.
"""
    result = audit_text(text).result("EL-01")
    assert result.verdict == "met"
    assert result.evidence[0].quote.startswith("Om R inte tillhandahåller")
