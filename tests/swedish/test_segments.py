"""Negation, conditions and modality reach as far as the language says, and no further."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalskoll.swedish.normal import normalise
from avtalskoll.swedish.segment import Segment
from avtalskoll.swedish.segments import structure
from avtalskoll.swedish.tokens import tokenise


def segment_of(text: str, word: str) -> Segment:
    tokens = tokenise(normalise(text))
    return structure(tokens).at(next(i for i, token in enumerate(tokens) if token.word == word))


@pytest.mark.parametrize(
    ("text", "word", "denied"),
    [
        ("Regionen åtar sig inte att tillhandahålla läkare på helger.", "helger", True),
        ("Om regionen inte tillhandahåller läkare får kommunen anlita läkare.", "anlita", False),
        ("Om regionen inte tillhandahåller läkare får kommunen anlita läkare.", "tillhandahåller", True),
        ("Läkarmedverkan ges i särskilt boende, dock inte i korttidsboende.", "särskilt", False),
        ("Läkarmedverkan ges i särskilt boende, dock inte i korttidsboende.", "korttidsboende", True),
        ("Vård ges inte, utöver akuta fall, i ordinärt boende.", "ordinärt", True),
        ("Något godkännande från regionen krävs inte.", "godkännande", True),
        ("Patienter som inte kan resa får hembesök.", "hembesök", False),
        ("Svar ges inte senare än klockan tolv.", "svar", False),
        ("Uppföljningen får inte anstå längre tid än tolv månader.", "uppföljningen", False),
        ("Läkaren gör inte bara ronder utan även hembesök.", "ronder", False),
        ("Alla boenden omfattas utom korttidsplatser.", "korttidsplatser", True),
        ("Korttidsplatser undantas från åtagandet.", "korttidsplatser", True),
        ("Kommunen får utan regionens godkännande anlita läkare.", "anlita", False),
        ("Kommunen får utan regionens godkännande anlita läkare.", "godkännande", True),
        ("Detta gäller dock inte om regionen har erbjudit ersättare.", "gäller", True),
        ("Någon läkare ställs dock inte till dess förfogande.", "läkare", True),
        ("Läkaren kontaktas av sjuksköterskan och inte av övrig personal.", "läkaren", False),
        ("Läkaren kontaktas av sjuksköterskan och inte av övrig personal.", "personal", True),
        ("Kommer läkaren inte går frågan efter ett dygn till områdeschefen.", "områdeschefen", False),
        ("Inte heller när läkaren uteblir får kommunen hyra in någon.", "hyra", True),
        ("Inte ens om jouren är upptagen lämnas råd på annat sätt.", "råd", True),
        ("Om nätterna gör jourläkaren inga hembesök.", "hembesök", True),
        ("Mer än fyra besök om året gör läkaren inte.", "besök", True),
        ("Kommer läkaren inte utgår ett avdrag på arvodet.", "avdrag", False),
        ("I rapporten anges läkartiden och antalet samtal som läkaren inte svarat på.", "läkartiden", False),
    ],
)
def test_reach_of_negation(text: str, word: str, denied: bool) -> None:
    segment = segment_of(text, word)
    assert bool(segment.negators) is denied


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen får inte anlita läkare förrän regionen har godkänt det.",
        "Kommunen har inte rätt att utan regionens skriftliga samtycke anlita läkare.",
        "Läkare får inte anlitas om inte regionen har samtyckt.",
    ],
)
def test_denied_until_something_happens_is_a_condition(text: str) -> None:
    word = "anlitas" if "anlitas" in text else "anlita"
    assert segment_of(text, word).conditional_negation


@pytest.mark.parametrize(
    ("text", "word", "force"),
    [
        ("Läkaren ska besöka boendet varje vecka.", "besöka", "binding"),
        ("Läkaren besöker boendet varje vecka.", "besöker", "binding"),
        ("Läkaren bör besöka boendet varje vecka.", "besöka", "weak"),
        ("Läkaren kan besöka boendet.", "besöka", "weak"),
        ("Kommunen får anlita läkare.", "anlita", "right"),
        ("Patienten får en fast läkarkontakt.", "läkarkontakt", "binding"),
        ("Parterna strävar efter att läkaren besöker boendet.", "besöker", "weak"),
        ("Läkaren besöker boendet och kan därutöver göra hembesök.", "boendet", "binding"),
        ("Läkaren besöker boendet och kan därutöver göra hembesök.", "hembesök", "weak"),
        ("Avtalet avser läkarmedverkan.", "läkarmedverkan", "binding"),
        ("Regionen avser att utse en läkare.", "läkare", "weak"),
        ("Regionen skall i möjligaste mån ordna ersättare.", "ersättare", "weak"),
        ("Målet är att varje boende ska ha en läkarplan.", "läkarplan", "weak"),
        ("Läkaren ska om tiden räcker besöka boendet.", "läkaren", "weak"),
        ("Om tiden inte räcker ska regionen tillföra läkare.", "tillföra", "binding"),
        ("Boendet får 2,5 läkartimmar per vecka.", "läkartimmar", "binding"),
    ],
)
def test_force(text: str, word: str, force: str) -> None:
    assert segment_of(text, word).force == force


def test_how_it_used_to_be_is_told_apart_from_what_applies() -> None:
    assert segment_of("Tidigare arbetade läkarna med ronder varje vecka.", "ronder").bygone
    assert not segment_of("Den tidigare nämnda läkaren håller rond varje vecka.", "rond").bygone
    assert not segment_of("Planerade besök görs varje vecka.", "besök").bygone


def test_need_is_told_apart_from_other_reservations() -> None:
    assert segment_of("Läkaren ska vid behov göra hembesök.", "hembesök").need_only
    assert not segment_of("Läkaren bör vid behov göra hembesök.", "hembesök").need_only


@given(
    st.lists(
        st.sampled_from("regionen inte ska om läkare , utan att som och får ; utom dock vid behov för i fall".split())
    )
)
def test_any_words_give_a_segment_for_every_token(words: list[str]) -> None:
    tokens = tokenise(normalise(" ".join(words)))
    result = structure(tokens)
    assert len(result.of_token) == len(tokens)
    assert all(segment.force is not None for segment in result.segments)
