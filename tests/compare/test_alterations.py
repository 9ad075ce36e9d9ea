from __future__ import annotations

import pytest

from avtalskoll.checklist import Checklist
from avtalskoll.comparing.alterations import alterations
from avtalskoll.comparing.comparison import Alteration
from avtalskoll.engine.clause import Clause
from avtalskoll.engine.understanding import understand
from tests.compare.drafts import read


def _clause(text: str, checklist: Checklist) -> Clause:
    """The last sentence of the text."""
    return understand(read(text).agreement, checklist)[-1]


def _altered(old: str, new: str, checklist: Checklist) -> tuple[Alteration, ...]:
    structure = checklist.manifest.structure
    return alterations(_clause(old, checklist), _clause(new, checklist), structure)


CASES = [
    (
        "Regionen ska avsätta två timmar läkartid per vecka.",
        "Regionen bör avsätta en timme läkartid per vecka.",
        [
            "”ska avsätta” blir ”bör avsätta”. Orden binder inte längre.",
            "”två timmar läkartid per vecka” blir ”en timme läkartid per vecka”: lägre.",
        ],
    ),
    (
        "Regionen utser en ansvarig läkare.",
        "Regionen strävar efter att utse en ansvarig läkare.",
        ["”utser” blir ”strävar”. Orden binder inte längre."],
    ),
    (
        "Regionen ersätter kommunen inom 14 dagar.",
        "Regionen ersätter kommunen inom 30 dagar.",
        ["”inom 14 dagar” blir ”inom 30 dagar”: fristen förlängs."],
    ),
    ("Regionen betalar inom 30 dagar.", "Regionen betalar.", ["Fristen ”inom 30 dagar” har tagits bort."]),
    (
        "Regionen svarar för kostnaden för läkemedel.",
        "Kommunen svarar för kostnaden för läkemedel.",
        ["Texten binder nu kommunen, förut regionen."],
    ),
    (
        "Fakturan sänds till kommunen.",
        "Fakturan sänds till regionen.",
        ["”kommunen” har bytts mot ”regionen”."],
    ),
    (
        "Läkaren besöker boendet varje vecka.",
        "Läkaren besöker boendet om möjligt varje vecka.",
        ["Förbehållet ”om möjligt” har lagts till."],
    ),
    (
        "Läkaren besöker boendet varje vecka.",
        "Läkaren besöker boendet varannan vecka.",
        ["”varje vecka” blir ”varannan vecka”: glesare."],
    ),
    (
        "Läkaren svarar inom 30 minuter.",
        "Läkaren svarar inom 30 minuter när bemanningen tillåter.",
        ["Förbehållet ”när bemanningen tillåter” har lagts till."],
    ),
    (
        "Kommunen får anlita läkare.",
        "Kommunen får anlita läkare efter samråd med regionen.",
        ["Villkoret ”efter samråd med regionen” har lagts till."],
    ),
    (
        "Kommunen får anlita läkare.",
        "Kommunen får anlita läkare först när parterna är överens om att en brist föreligger.",
        ["Villkoret ”först när parterna är överens om att en brist föreligger” har lagts till."],
    ),
    (
        "Kommunen får anlita läkare.",
        "Kommunen får inte anlita läkare utan regionens godkännande.",
        [
            "”inte” har lagts till: satsen är nu nekande.",
            "Villkoret ”utan regionens godkännande” har lagts till.",
        ],
    ),
    (
        "Avtalet omfattar samtliga vårdcentraler.",
        "Avtalet omfattar samtliga vårdcentraler, med undantag för dem som saknar läkare.",
        ["Undantaget ”med undantag för dem som saknar läkare” har lagts till."],
    ),
    (
        "Läkaren bedömer patienten på boendet.",
        "Läkaren bedömer patienten enligt särskild överenskommelse.",
        ["Texten hänvisar nu vidare: ”enligt särskild överenskommelse”."],
    ),
    (
        "Omfattningen är 40 timmar per vecka.",
        "Omfattningen regleras i bilaga 3.",
        ["Texten hänvisar nu vidare: ”regleras i bilaga 3”.", "Måttet ”40 timmar per vecka” har tagits bort."],
    ),
    (
        "Avtalet sluts enligt 26 e § hälso- och sjukvårdslagen (1982:763).",
        "Avtalet sluts enligt 16 kap. 1 § hälso- och sjukvårdslagen (2017:30).",
        ["Lagrummet 26 e § HSL (1982:763) har bytts mot 16 kap. 1 § HSL (2017:30)."],
    ),
    (
        "Kostnaderna ersätts mot faktura.",
        "Kostnaderna ersätts mot faktura, dock med högst 1 100 kronor per timme.",
        ["Beloppet ”högst 1 100 kronor per timme” har lagts till."],
    ),
    (
        "Regionen avsätter minst 2 timmar per vecka.",
        "Regionen avsätter högst 2 timmar per vecka.",
        ["”minst 2 timmar per vecka” blir ”högst 2 timmar per vecka”: en lägsta nivå blir en övre gräns."],
    ),
    (
        "Avtalet gäller till och med den 31 december 2027.",
        "Avtalet gäller till och med den 31 december 2028.",
        ["Datumet ”31 december 2027” blir ”31 december 2028”."],
    ),
]


@pytest.mark.parametrize(("old", "new", "sentences"), CASES, ids=[new for _, new, _ in CASES])
def test_what_has_changed_is_told_in_swedish(old: str, new: str, sentences: list[str], checklist: Checklist) -> None:
    assert [alteration.sentence for alteration in _altered(old, new, checklist)] == sentences


@pytest.mark.parametrize(("old", "new"), [case[:2] for case in CASES], ids=[case[1] for case in CASES])
def test_the_way_back_tells_the_opposite(old: str, new: str, checklist: Checklist) -> None:
    there = {(a.kind, a.before, a.after) for a in _altered(old, new, checklist)}
    back = {(a.kind, a.after, a.before) for a in _altered(new, old, checklist)}
    assert {kind for kind, *_ in there} == {kind for kind, *_ in back}
    if "deferral" not in {kind for kind, *_ in there}:
        assert there == back


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Regionen ska utse en läkare.", "Regionen utser en läkare."),
        ("Uppföljning sker två gånger per år.", "Uppföljning sker två gånger om året."),
        ("Läkaren svarar inom 60 minuter.", "Läkaren svarar inom en timme."),
        ("Läkaren svarar inom 30 minuter.", "Läkaren svarar inom en halvtimme."),
        ("Läkaren ska delta i planeringen.", "I planeringen ska läkaren delta."),
        ("Avtalet grundas på 16 kap. 1 § HSL.", "Avtalet grundas på 16 kap. 1 § hälso- och sjukvårdslagen (2017:30)."),
    ],
)
def test_the_same_in_other_words_is_no_alteration(old: str, new: str, checklist: Checklist) -> None:
    assert _altered(old, new, checklist) == ()


def test_what_a_list_item_inherits_is_told_too(checklist: Checklist) -> None:
    items = "\n\n- utse en ansvarig läkare,\n- avsätta två timmar per vecka.\n"
    (alteration,) = _altered("Regionen ska:" + items, "Regionen bör:" + items, checklist)
    assert alteration.kind == "force"
