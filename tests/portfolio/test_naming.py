from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from avtalskoll.portfolios.naming import stems, swedish_order

RESERVED = {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(10))}


@given(st.lists(st.text(max_size=120), max_size=12))
def test_every_system_can_carry_the_names_and_no_two_are_alike(names: list[str]) -> None:
    made = stems(names)
    assert len(made) == len(names)
    assert len({stem.lower() for stem in made}) == len(names)
    assert all(re.fullmatch(r"[A-Za-z0-9-]{1,90}", stem) and stem.lower() not in RESERVED for stem in made)


def test_a_name_can_be_recognised() -> None:
    assert stems(["Avtal Ådals kommun (2026)", "avtal ådals kommun 2026", "Con", "协议"]) == (
        "Avtal-Adals-kommun-2026",
        "avtal-adals-kommun-2026-2",
        "avtal-Con",
        "avtal",
    )


def test_names_stand_as_in_a_swedish_register() -> None:
    names = ["Öckerö", "Ängelholm", "Åmål", "Ystad", "avtal 10", "Avtal 9", "Ale"]
    assert sorted(names, key=swedish_order) == ["Ale", "Avtal 9", "avtal 10", "Ystad", "Åmål", "Ängelholm", "Öckerö"]
