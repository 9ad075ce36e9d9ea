"""What an own checklist may not do is told in Swedish with file, line and field; nothing national is lost silently."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from avtalskoll.checklist import load_checklist
from avtalskoll.errors import ChecklistError
from tests.checklist import own

HEAD = own.MANIFEST.split("skärpningar:")[0]
REASON = "skäl: Så är det beslutat."


def mistake(folder: Path, **changed: str) -> str:
    with pytest.raises(ChecklistError) as caught:
        load_checklist(own.write(folder, **changed))
    return caught.value.sentence


@pytest.mark.parametrize(
    ("entry", "field", "said"),
    [
        (
            "krav: UP-01, gränser: [{del: frekvens, högst_dagar: 400, fattas: x}]",
            "gränser",
            "är inte strängare än den som redan gäller",
        ),
        ("krav: UP-01, gränser: [{del: hur ofta, högst_dagar: 30, fattas: x}]", "gränser", "ingen del ”hur ofta”"),
        ("krav: UP-01, gränser: [{del: uppföljning, över_dagar: 3, fattas: x, högst_dagar: 3}]", "gränser", "just en"),
        ("krav: SA-01, gränser: [{del: funktion, högst_dagar: 3, fattas: x}]", "gränser", "ingen sådan tidsgräns"),
        ("krav: UP-99, norm: N5", "krav", "UP-99 finns inte"),
        ("krav: UP-01", "krav", "ändrar ingenting"),
        ("krav: OM-01, norm: N5, grund: [{källa: x}]", "norm", "vilar på lag"),
        ("krav: UP-01, norm: N5", "norm", "behöver en ”grund”"),
        ("krav: UP-01, norm: N1", "norm", "tillåtna är 'N5'"),
        ("krav: UP-01, obligatoriska_delar: [frekvens]", "obligatoriska_delar", "redan obligatorisk"),
        ('krav: UP-01, regler: {delvis: [{alla: ["=x"], skäl: x.}]}', "regler", "skulle mildra UP-01"),
        ('krav: UP-01, regler: {sänker: [{alla: ["=x"]}]}', "regler", "måste ha ett ”skäl”"),
        ("krav: UP-01, regler: {räcker: [[uppföljning]]}", "regler", "annat kunde mildra kravet"),
        ('krav: OV-01, regler: {strider: [{alla: ["=x"], skäl: x.}]}', "regler", "avgörs i OV-01 själv"),
        ('krav: OV-01, regler: {sänker: [{alla: ["=x"], skäl: x.}]}', "krav", "OV-01 är ett förbud"),
        (
            "krav: UP-01, regler: {delar: [{namn: ny, fattas: x, valfri: true, mönster: [{alla: [x]}]}]}",
            "regler",
            "skulle inte skärpa",
        ),
        ('krav: UP-01, regler: {strider: [{alla: ["@finns_inte"], skäl: x.}]}', "regler", "@finns_inte"),
        ("krav: FM-03, regler: {delar: [{namn: ny, fattas: x, mönster: [{alla: [x]}]}]}", "krav", "av programmet"),
    ],
)
def test_a_tightening_that_would_loosen_or_does_nothing(tmp_path: Path, entry: str, field: str, said: str) -> None:
    told = mistake(tmp_path / "e", checklista=f"{HEAD}skärpningar:\n  - {{{REASON[:-1]}, {entry}}}\n")
    assert re.match(r"checklista\.yaml, rad 7, ", told)
    assert field in told and said in told


def test_a_requirement_cannot_be_switched_off(tmp_path: Path) -> None:
    told = mistake(tmp_path / "e", checklista=f"{HEAD}avaktiverade: [UP-01]\n")
    assert told.startswith("checklista.yaml, rad 6, fältet ”avaktiverade”: ") and "undantag" in told


def test_a_national_requirement_cannot_be_written_anew(tmp_path: Path) -> None:
    told = mistake(tmp_path / "e", rn=own.GROUP.replace("RN-01", "UP-02"))
    assert told.startswith("rn.yaml, rad 4, ") and "UP-02 finns redan i lakarmedverkan" in told


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"rn": own.GROUP.replace("grupp: RN", "grupp: UP")}, "rn.yaml, rad 1, fältet ”grupp”: gruppen UP finns redan"),
        ({"checklista": own.MANIFEST.replace("[rn]", "[]")}, "rn.yaml har krav men står inte under ”grupper”"),
        ({"checklista": own.MANIFEST.replace("region-norr", "lakarmedverkan")}, "rad 2, fältet ”id”"),
        ({"checklista": own.MANIFEST.replace("lakarmedverkan", "okänd")}, "fältet ”utgår_från”: checklistan okänd"),
        ({"checklista": own.MANIFEST.replace("lakarmedverkan", "../e")}, "runt i en ring"),
        ({"begrepp_rn": own.CONCEPTS + "  uppföljning: [x]\n"}, "begrepp_rn.yaml, rad 3, begreppet ”uppföljning”"),
        ({"begrepp_rn": own.CONCEPTS + "tillägg:\n  nytt: [x]\n"}, "begrepp_rn.yaml, rad 4, begreppet ”nytt”"),
        ({"rn": own.GROUP.replace("norm: N5", "norm: N1")}, "N1 vilar på lag"),
        ({"rn": own.GROUP.replace("norm: N5", "norm: N3")}, "kan ha norm N1, N2, N4, N5, inte N3"),
        ({"rn": own.GROUP.replace("@rn_möte", "@rn_mote")}, "rn.yaml, rad 18, RN-01, fältet ”regler”"),
        ({"lagrum": "lagar:\n  HSL: {namn: annat}\n"}, "lagrum.yaml, rad 2, fältet ”lagar / HSL”"),
    ],
)  # fmt: skip
def test_what_is_added_must_be_new_and_whole(tmp_path: Path, changed: dict[str, str], said: str) -> None:
    assert said in mistake(tmp_path / "e", **changed)
