"""Changes that mean nothing change no verdict, and what is denied or taken away is never met.

Examples are few and always the same. A case that fails because the engine is wrong stands here as a strict xfail,
so that it is visible until it is put right.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalskoll.agreement import Agreement
from avtalskoll.api import audit
from avtalskoll.checklist import Checklist, load_checklist
from avtalskoll.readers import read_agreement
from avtalskoll.reports.json_report import render_json
from tests.conftest import AS_OF, ROOT
from tests.engine.agreements import (
    NOISES,
    NUMBERINGS,
    OTHER_SECTIONS,
    SAMPLES,
    audited,
    few,
    finding,
    line_breaks_everywhere,
    markdown,
    noisy,
    renumbered,
    sections,
    upper_headings,
    verdict_on,
    verdicts,
    with_blocks,
    without_blocks,
)
from tests.engine.model_agreement import SECTIONS, STYLES, written


@dataclass(frozen=True)
class Sample:
    """A sample agreement, read and judged once."""

    agreement: Agreement
    verdicts: dict[str, str]


Samples = Mapping[str, Sample]
NAMES = [path.stem for path in SAMPLES]


@pytest.fixture(scope="module")
def samples(checklist: Checklist) -> Samples:
    read = {path.stem: read_agreement([path]) for path in SAMPLES}
    return {name: Sample(agreement, verdicts(agreement, checklist)) for name, agreement in read.items()}


@pytest.fixture(scope="module")
def model(checklist: Checklist) -> dict[str, str]:
    """The verdicts on the model agreement as it stands."""
    found = verdicts(markdown(written()), checklist)
    assert {"met", "partial", "missing", "conflict"} <= set(found.values())
    return found


def known(reason: str) -> pytest.MarkDecorator:
    """Marks a case that fails because the engine is wrong."""
    return pytest.mark.xfail(strict=True, reason=reason)


# ---------------------------------------------------------------- other matters


@pytest.mark.parametrize("name", NAMES)
@few(2)
@given(data=st.data())
def test_unrelated_sections_change_no_verdict(
    data: st.DataObject, name: str, samples: Samples, checklist: Checklist
) -> None:
    sample = samples[name]
    head, rest = sections(sample.agreement)
    under = next(block for block in head if block.headings).headings[:1]
    for serial, other in enumerate(data.draw(st.permutations(OTHER_SECTIONS))):
        place = data.draw(st.integers(0, len(rest)))
        rest = [*rest[:place], other.blocks(serial, under), *rest[place:]]
    blocks = [*head, *(block for section in rest for block in section)]
    assert verdicts(with_blocks(sample.agreement, blocks), checklist) == sample.verdicts


@pytest.mark.parametrize("place", range(1, len(SECTIONS) + 1))
def test_unrelated_sections_in_markdown_change_no_verdict(
    place: int, model: dict[str, str], checklist: Checklist
) -> None:
    pieces = written().split("\n\n## ")
    for other in OTHER_SECTIONS:
        pieces.insert(place + 1, other.markdown().removeprefix("## "))
    assert verdicts(markdown("\n\n## ".join(pieces)), checklist) == model


def test_an_unrelated_section_does_not_hide_that_the_agreement_is_undecided(checklist: Checklist) -> None:
    begins = (
        "# Avtal om läkarmedverkan\n\nParter är Region Ekmarken och Alviks kommun.\n\n"
        "Avtalet gäller från och med den 1 oktober 2026 till och med den 30 september 2029.\n\n"
    )
    ends = "## Beslut\n\nAvtalet är ännu inte beslutat."
    before = verdict_on("FM-01", begins + ends, checklist)
    other = OTHER_SECTIONS[1].markdown()
    assert verdict_on("FM-01", f"{begins}{other}\n\n{ends}", checklist) == before


# ---------------------------------------------------------------- order and numbers


@pytest.mark.parametrize("name", NAMES)
@few(2)
@given(data=st.data())
def test_the_order_of_sections_changes_no_verdict(
    data: st.DataObject, name: str, samples: Samples, checklist: Checklist
) -> None:
    sample = samples[name]
    head, rest = sections(sample.agreement)
    order = data.draw(st.permutations(range(len(rest))).filter(lambda places: places != sorted(places)))
    blocks = [*head, *(block for place in order for block in rest[place])]
    assert verdicts(with_blocks(sample.agreement, blocks), checklist) == sample.verdicts


@few(12)
@given(order=st.permutations(range(1, len(SECTIONS))), style=st.sampled_from([None, *STYLES]))
def test_the_order_and_numbers_of_sections_in_markdown_change_no_verdict(
    order: list[int], style: str | None, model: dict[str, str], checklist: Checklist
) -> None:
    assert verdicts(markdown(written([0, *order], style)), checklist) == model


@pytest.mark.parametrize("style", STYLES)
def test_no_way_of_numbering_in_markdown_changes_a_verdict(
    style: str, model: dict[str, str], checklist: Checklist
) -> None:
    assert verdicts(markdown(written(style=style)), checklist) == model


@pytest.mark.parametrize("name", NAMES)
@few(2)
@given(numbering=st.sampled_from(sorted(NUMBERINGS)))
def test_the_numbers_of_sections_change_no_verdict(
    numbering: str, name: str, samples: Samples, checklist: Checklist
) -> None:
    sample = samples[name]
    assert verdicts(renumbered(sample.agreement, NUMBERINGS[numbering]), checklist) == sample.verdicts


# ---------------------------------------------------------------- how the text is written


@pytest.mark.parametrize("name", NAMES)
@few(3)
@given(noises=st.lists(st.sampled_from(sorted(NOISES)), min_size=1, max_size=2, unique=True))
def test_how_the_words_are_written_changes_no_verdict(
    noises: list[str], name: str, samples: Samples, checklist: Checklist
) -> None:
    agreement = samples[name].agreement
    for noise in noises:
        agreement = noisy(agreement, NOISES[noise])
    assert verdicts(agreement, checklist) == samples[name].verdicts


@pytest.mark.parametrize("noise", NOISES)
def test_how_the_words_are_written_in_markdown_changes_no_verdict(
    noise: str, model: dict[str, str], checklist: Checklist
) -> None:
    assert verdicts(markdown(written(wrap=NOISES[noise])), checklist) == model


@pytest.mark.parametrize("name", NAMES)
def test_headings_in_capitals_change_no_verdict(name: str, samples: Samples, checklist: Checklist) -> None:
    assert verdicts(upper_headings(samples[name].agreement), checklist) == samples[name].verdicts


@pytest.mark.parametrize("style", [None, "decimal", "paragraphs"])
def test_headings_in_capitals_in_markdown_change_no_verdict(
    style: str | None, model: dict[str, str], checklist: Checklist
) -> None:
    assert verdicts(markdown(written(style=style, shape=str.upper)), checklist) == model


@pytest.mark.parametrize("name", NAMES)
def test_line_breaks_change_no_verdict(name: str, samples: Samples, checklist: Checklist) -> None:
    changed = noisy(samples[name].agreement, line_breaks_everywhere)
    assert verdicts(changed, checklist) == samples[name].verdicts


@pytest.mark.parametrize(
    ("width", "style"),
    [
        (28, None),
        (38, "decimal"),
        (60, None),
        (60, "decimal"),
        (72, "paragraphs"),
        (79, "decimal"),
    ],
)
def test_wrapping_changes_no_verdict(
    width: int, style: str | None, model: dict[str, str], checklist: Checklist
) -> None:
    def wrap(clause: str) -> str:
        return textwrap.fill(clause, width, break_long_words=False, break_on_hyphens=False)

    assert verdicts(markdown(written(style=style, wrap=wrap)), checklist) == model


PARTIES = "Avtal om läkarmedverkan mellan Region Ekmarken och Alviks kommun."
WRITTEN = [
    (
        "FM-03",
        "Avtalet sluts med stöd av 16 kap. 1 § hälso- och sjukvårdslagen (2017:30).",
        "Avtalet sluts med stöd av 16\nkap. 1 § hälso- och sjukvårdslagen (2017:30).",
    ),
    (
        "FM-01",
        f"{PARTIES} Avtalet gäller från och med den 1 oktober 2026 till och med den 30 september 2029.",
        f"{PARTIES} Avtalet gäller från\noch\nmed den 1 oktober 2026 till\noch\nmed den 30 september 2029.",
    ),
    (
        "FM-01",
        "1.1 Avtalet sluts mellan Region Ekmarken, nedan regionen, och Alviks kommun, nedan kommunen. Avtalet gäller "
        "från och med den 1 oktober 2026 till och med den 30 september 2029.",
        "1.1 Avtalet sluts mellan Region\nEkmarken, nedan regionen, och Alviks kommun, nedan kommunen. Avtalet gäller "
        "från och med den 1 oktober 2026 till och med den 30 september 2029.",
    ),
    (
        "FM-02",
        "Avtalet gäller från och med den 1 januari 2026 till och med den 31 december 2029. Senast den 30 juni 2028 "
        "ska parterna göra en gemensam översyn av avtalets villkor.",
        "avtalet gäller från och med den 1 januari 2026 till och med den 31 december 2029. senast den 30 juni 2028 "
        "ska parterna göra en gemensam översyn av avtalets villkor.",
    ),
]


@pytest.mark.parametrize(
    ("requirement", "plain", "changed"), WRITTEN, ids=[f"{case[0]}-{n}" for n, case in enumerate(WRITTEN)]
)
def test_the_same_words_give_the_same_verdict(requirement: str, plain: str, changed: str, checklist: Checklist) -> None:
    assert verdict_on(requirement, plain, checklist) == "met"
    assert verdict_on(requirement, changed, checklist) == "met"


# ---------------------------------------------------------------- denial


@dataclass(frozen=True)
class Duty:
    """A duty that meets a requirement, in pieces from which its denials are made."""

    requirement: str
    subject: str
    verb: str
    infinitive: str
    rest: str
    before: str = ""
    """What else the agreement says on the matter; it is not denied."""

    @property
    def low(self) -> str:
        return self.subject[0].lower() + self.subject[1:]

    @property
    def bound(self) -> str:
        return "skyldiga" if self.subject in _MANY else "skyldig"


REGION, COUNCIL, DOCTOR = "Regionen", "Kommunen", "Läkaren"
_MANY = {"Parterna", "Vårdgivarna", "Regionens primärvårdschef och kommunens socialchef"}
TERM = "Avtalet gäller från och med den 1 oktober 2026 till och med den 30 september 2029 och kan sägas upp. "
RIGHT = "Kommunen får anlita läkare när regionen inte fullgör avtalet. "
LEVELS = "Kvarstår bristen lyfts den till verksamhetschefen inom ett dygn och till primärvårdschefen inom tre dagar. "
OFFICER = "Socialchefen ansvarar för kommunens del av avtalet. "

# fmt: off
DUTIES = [
    Duty("FM-02", "Parterna", "ser", "se", "över avtalets villkor vartannat år", TERM),
    Duty("OM-01", REGION, "tillhandahåller", "tillhandahålla", "läkare till alla särskilda boenden för äldre"),
    Duty("OM-02", REGION, "tillhandahåller", "tillhandahålla", "läkare till bostäder med särskild service"),
    Duty("OM-03", REGION, "tillhandahåller", "tillhandahålla", "läkare till dagverksamheter"),
    Duty("OM-04", REGION, "tillhandahåller", "tillhandahålla", "läkare till patienter i ordinärt boende"),
    Duty("OM-05", "Regionens läkare", "besöker", "besöka",
         "varje särskilt boende en gång i veckan för ronder och medicinska bedömningar"),
    Duty("OM-06", REGION, "avsätter", "avsätta", "två timmar läkartid per vecka och 20 platser"),
    Duty("FO-01", REGION, "ger", "ge", "läkarmedverkan genom rond på boendet, hembesök och telefonrådgivning"),
    Duty("FO-02", REGION, "utser", "utse", "en ansvarig läkare och en ersättare vid frånvaro för varje boende"),
    Duty("FO-03", "Den fasta läkarkontakten", "deltar", "delta", "i planering och uppföljning av patientens vård"),
    Duty("FO-05", DOCTOR, "gör", "göra", "planerade besök varje vecka och hembesök vid medicinskt behov"),
    Duty("FO-06", DOCTOR, "besvarar", "besvara",
         "samtal från kommunens sjuksköterskor på ett direktnummer inom 30 minuter"),
    Duty("FO-07", DOCTOR, "upprättar", "upprätta",
         "en medicinsk plan för varje patient inom en månad från inflyttningen"),
    Duty("FO-08", DOCTOR, "gör", "göra", "läkemedelsgenomgång vid inflyttning och därefter en gång per år"),
    Duty("FO-09", DOCTOR, "dokumenterar", "dokumentera",
         "bedömningar i regionens journal, som kommunens sjuksköterska kan läsa samma dag"),
    Duty("FO-10", DOCTOR, "ger", "ge", "råd, stöd och handledning till kommunens personal"),
    Duty("FO-11", "Kommunens sjuksköterska", "bedömer", "bedöma",
         "patientens behov enligt SBAR innan läkaren kontaktas"),
    Duty("DR-01", REGION, "erbjuder", "erbjuda", "medicinsk bedömning av läkare dygnet runt"),
    Duty("DR-03", COUNCIL, "erbjuder", "erbjuda", "medicinsk bedömning av sjuksköterska dygnet runt"),
    Duty("DR-04", "Regionens jourläkare", "besvarar", "besvara",
         "samtal på jourtid på ett direktnummer för kommunens sjuksköterskor och kommer till patienten inom två "
         "timmar"),
    Duty("UP-01", "Parterna", "följer", "följa", "upp avtalet en gång per år"),
    Duty("UP-02", REGION, "redovisar", "redovisa",
         "antal genomförda läkarbesök och andel patienter med medicinsk plan"),
    Duty("UP-03", "Regionens primärvårdschef och kommunens socialchef", "ansvarar", "ansvara",
         "för uppföljningen av avtalet och för att resultatet rapporteras till hälso- och sjukvårdsnämnden"),
    Duty("UP-04", "Vårdgivarna", "rapporterar", "rapportera",
         "avvikelser till varandra med analys och svar inom 30 dagar"),
    Duty("BE-01", "Vårdcentralens verksamhetschef", "avhjälper", "avhjälpa",
         "utebliven läkarmedverkan inom två dagar efter kommunens anmälan"),
    Duty("BE-03", REGION, "sätter", "sätta",
         "in en reservläkare när varken den ansvariga läkaren eller ersättaren finns på plats", LEVELS),
    Duty("EL-01", REGION, "ersätter", "ersätta",
         "kommunens kostnader för den läkare som kommunen har anlitat", RIGHT),
    Duty("EL-02", REGION, "ersätter", "ersätta",
         "kommunens faktiska kostnader för anlitad läkare mot faktura inom 30 dagar"),
    Duty("SA-01", "Regionens hälso- och sjukvårdsdirektör", "leder", "leda",
         "planering och samordning av läkarmedverkan i regionen"),
    Duty("SA-02", "Kommunens medicinskt ansvariga sjuksköterska", "deltar", "delta",
         "i uppföljningen av läkarmedverkan", OFFICER),
    Duty("SA-03", "Regionens läkare", "deltar", "delta", "i samordnad individuell plan som kommunen kallar till"),
    Duty("SA-04", DOCTOR, "övertar", "överta",
         "det medicinska ansvaret samma dag vid utskrivning från sluten vård"),
    Duty("SA-05", REGION, "säkerställer", "säkerställa",
         "att privata vårdcentraler fullgör läkarmedverkan enligt avtalet"),
    Duty("SA-06", "Parterna", "planerar", "planera",
         "läkarmedverkan gemensamt i ett forum varje kvartal, också inför kris och epidemi"),
]

DENIALS: dict[str, Callable[[Duty], str]] = {
    "inte": lambda d: f"{d.subject} {d.verb} inte {d.rest}.",
    "ej": lambda d: f"{d.subject} {d.verb} ej {d.rest}.",
    "ska inte": lambda d: f"{d.subject} ska inte {d.infinitive} {d.rest}.",
    "inte heller": lambda d: f"Inte heller {d.verb} {d.low} {d.rest}.",
    "är inte skyldig att": lambda d: f"{d.subject} är inte {d.bound} att {d.infinitive} {d.rest}.",
    "åtar sig inte att": lambda d: f"{d.subject} åtar sig inte att {d.infinitive} {d.rest}.",
    "ansvarar inte för att": lambda d: f"{d.subject} ansvarar inte för att {d.infinitive} {d.rest}.",
    "har ingen skyldighet att": lambda d: f"{d.subject} har ingen skyldighet att {d.infinitive} {d.rest}.",
    "behöver inte": lambda d: f"{d.subject} behöver inte {d.infinitive} {d.rest}.",
    "det åligger inte": lambda d: f"Det åligger inte {d.low} att {d.infinitive} {d.rest}.",
    "avstår från att": lambda d: f"{d.subject} avstår från att {d.infinitive} {d.rest}.",
    "varken eller": lambda d: f"{d.subject} varken ska eller får {d.infinitive} {d.rest}.",
    "list": lambda d: f"{d.subject} är inte {d.bound} att\n\n- {d.infinitive} {d.rest}.",
    "list with colon": lambda d: f"Följande ingår inte i {d.low}s åtagande:\n\n- att {d.infinitive} {d.rest}.",
}
# fmt: on

KNOWN: dict[str, Iterable[tuple[str, str]]] = {}
_REASONS = {case: reason for reason, cases in KNOWN.items() for case in cases}


def _denied() -> list[object]:
    cases: list[object] = []
    for duty in DUTIES:
        for way in DENIALS:
            reason = _REASONS.get((duty.requirement, way))
            marks = [known(reason)] if reason else []
            cases.append(pytest.param(duty, way, id=f"{duty.requirement}-{way}", marks=marks))
    return cases


@pytest.mark.parametrize("duty", DUTIES, ids=lambda duty: duty.requirement)
def test_a_duty_is_met(duty: Duty, checklist: Checklist) -> None:
    """Without this, a denial that is not met would say nothing."""
    for text in (f"{duty.subject} {duty.verb} {duty.rest}.", f"{duty.subject} ska {duty.infinitive} {duty.rest}."):
        assert verdict_on(duty.requirement, duty.before + text, checklist) == "met"


@pytest.mark.parametrize(("duty", "way"), _denied())
def test_a_denied_duty_is_never_met(duty: Duty, way: str, checklist: Checklist) -> None:
    assert verdict_on(duty.requirement, duty.before + DENIALS[way](duty), checklist) != "met"


EXCLUDED = [
    ("OM-01", "Läkarmedverkan {} boende i vård- och omsorgsboende.", "omfattar", ""),
    ("OM-02", "Läkarmedverkan {} boende i gruppbostad.", "omfattar", ""),
    ("OM-01", "Läkarmedverkan {} särskilt boende för äldre.", "omfattar", ""),
    ("OM-02", "Läkarmedverkan {} gruppbostäder och servicebostäder.", "omfattar", ""),
    ("OM-03", "Läkarmedverkan {} dagverksamhet.", "omfattar", ""),
    ("OM-04", "Avtalet {} patienter som är inskrivna i hemsjukvården.", "omfattar", ""),
    ("UP-01", "Avtalet {} upp en gång per år.", "följs", ""),
    ("DR-01", "Läkarbedömning {} alla tider på dygnet.", "erbjuds", ""),
    (
        "BE-02",
        "Som brist {} att ett planerat läkarbesök uteblir utan att ersättas inom två dagar.",
        "räknas",
        "",
    ),
]


@pytest.mark.parametrize("negator", ["", "inte", "ej", "icke", "aldrig"])
@pytest.mark.parametrize(
    ("requirement", "sentence", "verb", "reason"), EXCLUDED, ids=[f"{case[0]}-{n}" for n, case in enumerate(EXCLUDED)]
)
def test_what_is_excluded_is_never_met(
    requirement: str,
    sentence: str,
    verb: str,
    reason: str,
    negator: str,
    checklist: Checklist,
    request: pytest.FixtureRequest,
) -> None:
    if reason and negator:
        request.applymarker(known(reason))
    text = sentence.format(f"{verb} {negator}".strip())
    assert (verdict_on(requirement, text, checklist) == "met") is (not negator)


MAY_NOT = (
    "får inte anlita",
    "får ej anlita",
    "har inte rätt att anlita",
    "äger inte anlita",
    "åtar sig att inte anlita",
    "avstår från att anlita",
)
HURDLES = [
    ("OV-01", "utan regionens godkännande"),
    ("OV-02", "förrän parterna gemensamt har konstaterat att det finns en brist"),
    ("OV-03", "förrän 30 dagar har gått från det att bristen påtalades"),
    ("OV-05", "förrän eskaleringen enligt avtalet har avslutats"),
    ("OV-06", "om inte minst tre planerade besök har uteblivit under samma kvartal"),
    ("OV-06", "utom i fråga om läkare från de bemanningsföretag som regionen har ramavtal med"),
    ("EL-01", "när regionen inte fullgör avtalet"),
]
OBLIGATION = "11: a duty denied in words of obligation does not touch the prohibition"


def _hurdles() -> list[object]:
    cases: list[object] = []
    for requirement, hurdle in HURDLES:
        for way in MAY_NOT:
            cases.append(pytest.param(requirement, hurdle, way))
    return cases


@pytest.mark.parametrize(("requirement", "hurdle", "way"), _hurdles())
def test_a_right_denied_until_a_hurdle_is_passed_is_never_met(
    requirement: str, hurdle: str, way: str, checklist: Checklist
) -> None:
    text = f"Kommunen {way} läkare på regionens bekostnad {hurdle}."
    assert verdict_on(requirement, text, checklist) != "met"


UNSEEN = [known(OBLIGATION)]
# fmt: off
NOT_OWED = [
    pytest.param("EL-03", "Kommunen får inte anställa läkare."),
    pytest.param("EL-03", "Kommunen har inte rätt att anställa läkare i sin verksamhet."),
    pytest.param("EL-03", "Kommunen avstår från att anställa läkare."),
    pytest.param("EL-04", "Regionen ansvarar inte för läkarmedverkan på ett boende där kommunen har en egen läkare."),
    pytest.param("EL-04", "Regionen är inte skyldig att tillhandahålla läkare där kommunen har anställt en läkare."),
    pytest.param("EL-04", "Regionen tillhandahåller ej läkare där kommunen har en egen läkare."),
    pytest.param("EL-05", "Regionen bär inte kostnaden för läkarnas besök på kommunens boenden."),
    pytest.param("EL-05", "Regionen ansvarar inte för den hälso- och sjukvård som läkaren ger, utan kommunen "
                          "ansvarar."),
    pytest.param("EL-05", "Regionen är inte skyldig att betala läkarnas resor, som kommunen betalar."),
    pytest.param("OV-04", "Regionen ersätter inte kommunens kostnader för anlitad läkare över 900 kronor per timme."),
    pytest.param("OV-04", "Regionen ersätter ej resor för den läkare som kommunen har anlitat."),
    pytest.param("OV-04", "Regionen är inte skyldig att ersätta bemanningsföretagets avgift för den läkare som "
                          "kommunen har anlitat."),
    pytest.param("BE-04", "Regionen ansvarar inte för läkarmedverkan vid läkarbrist."),
    pytest.param("BE-04", "Regionen är inte skyldig att tillhandahålla läkare när tjänsten är vakant."),
    pytest.param("BE-04", "Regionen åtar sig inte att tillhandahålla läkare vid brist på läkare."),
    pytest.param("DR-02", "Regionen erbjuder inte läkarbedömning på jourtid till patienter i ordinärt boende."),
    pytest.param("DR-02", "Regionen åtar sig inte att bedöma yngre patienter på jourtid."),
    pytest.param("DR-02", "Regionen är inte skyldig att erbjuda läkarbedömning på jourtid till patienter i "
                          "hemsjukvård."),
    pytest.param("OM-07", "Regionen är inte skyldig att tillhandahålla mer läkartid än 20 timmar per vecka, oavsett "
                          "behov."),
    pytest.param("OM-07", "Regionen tillhandahåller inte läkartid över 20 timmar per vecka även om behovet är "
                          "större."),
    pytest.param("OM-07", "Regionen ansvarar inte för läkarmedverkan utöver tillgängliga resurser."),
    pytest.param("FO-04", "Regionen ger inte läkarmedverkan till den som är listad vid en annan vårdcentral."),
    pytest.param("FO-04", "Läkarmedverkan ges ej till den som inte har listat sig vid den anvisade vårdcentralen."),
    pytest.param("FO-04", "Läkaren ansvarar inte för patienter som inte är listade vid vårdcentralen."),
]
# fmt: on


@pytest.mark.parametrize(("requirement", "text"), NOT_OWED)
def test_what_the_law_asks_for_is_never_cleared_by_being_denied(
    requirement: str, text: str, checklist: Checklist
) -> None:
    assert verdict_on(requirement, text, checklist) != "met"


# ---------------------------------------------------------------- evidence

ROUNDS = 8


@pytest.mark.parametrize("name", NAMES)
@few(3)
@given(data=st.data())
def test_what_has_lost_all_its_evidence_is_not_met(
    data: st.DataObject, name: str, samples: Samples, checklist: Checklist
) -> None:
    sample = samples[name]
    met = [
        requirement.id
        for requirement in checklist.requirements
        if not requirement.prohibition and sample.verdicts[requirement.id] == "met"
    ]
    requirement = data.draw(st.sampled_from(met))
    agreement = sample.agreement
    for _ in range(ROUNDS):
        found = finding(agreement, checklist, requirement)
        if found.verdict != "met":
            return
        assert found.quoted, f"{requirement} is met without evidence"
        agreement = without_blocks(agreement, {quoted.clause.block.ordinal for quoted in found.quoted})
    pytest.fail(f"{requirement} is still met after {ROUNDS} rounds")


@pytest.mark.parametrize("noise", sorted(NOISES))
def test_quotes_are_verbatim_whatever_the_characters(noise: str, samples: Samples, checklist: Checklist) -> None:
    report = audited(noisy(samples["03_tabellavtal"].agreement, NOISES[noise]), checklist)
    assert sum(len(result.evidence) for result in report.results) > 50


# ---------------------------------------------------------------- the same bytes


def test_a_checklist_loaded_anew_gives_the_same_bytes() -> None:
    one, other = (
        render_json(audit(SAMPLES[:1], as_of=AS_OF, checklist=checklist))
        for checklist in (load_checklist(examples=False), load_checklist(examples=False))
    )
    assert one == other


def test_the_order_of_hashes_makes_no_difference() -> None:
    """Two processes with different hash seeds print the same bytes."""

    def printed(path: Path, seed: str) -> bytes:
        command = [sys.executable, "-m", "avtalskoll", "audit", str(path), "--format", "json", "--as-of", str(AS_OF)]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True).stdout

    one = printed(SAMPLES[0], "1")
    assert re.search(rb'"schema": ?"avtalskoll.audit/1"', one)
    assert printed(SAMPLES[0], "4711") == one
