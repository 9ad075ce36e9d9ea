from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator

from avtalskoll.reports.check.relative_uri import relative_uri
from avtalskoll.reports.check.sarif import render_sarif
from tests.reports.check.sample_run import checked, quoting, sample_run

SCHEMA = Path(__file__).parents[1] / "resources" / "sarif-schema-2.1.0.json"
WORD = "utkast/Avtal, norra länsdelen 50 %.docx"


def run_of(text: str) -> dict[str, Any]:
    log = json.loads(text)
    errors = Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).iter_errors(log)
    assert [f"{list(error.path)}: {error.message}" for error in errors] == []
    [run] = log["runs"]
    assert isinstance(run, dict)
    return run


def result_of(run: dict[str, Any], id: str, agreement: str = WORD) -> dict[str, Any]:
    [result] = [
        result for result in run["results"] if result["ruleId"] == id and result["properties"]["agreement"] == agreement
    ]
    assert isinstance(result, dict)
    return result


def test_is_valid_for_every_kind_of_run() -> None:
    run_of(render_sarif(sample_run()))
    run_of(render_sarif(sample_run(agreements=(), waivers=(), exit_code=0)))
    run_of(render_sarif(sample_run(errors=("Undantaget för OV-03 har gått ut.",), exit_code=2)))


def test_every_requirement_that_was_judged_is_a_rule_with_help() -> None:
    run = run_of(render_sarif(sample_run()))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [finding.id for finding in checked("a.md").findings]
    rule = next(rule for rule in rules if rule["id"] == "OV-01")
    assert rule["shortDescription"]["text"] == "Krav på regionens förhandsgodkännande"
    assert "16 kap. 1 § tredje stycket HSL, lydelse enligt Lag (2026:1124)" in rule["help"]["text"]
    assert "Inget godkännande krävs" in rule["help"]["markdown"]
    assert rule["properties"]["norm"] == "N3" and rule["properties"]["group"] == "OV"
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_what_passed_is_no_alert_but_can_be_told_from_what_did_not_run() -> None:
    run = run_of(render_sarif(sample_run()))
    assert not [r for r in run["results"] if r["ruleId"] == "OM-01"]
    told = {agreement["name"]: agreement["verdicts"] for agreement in run["properties"]["agreements"]}
    assert told[WORD]["OM-01"] == "met" and told["utkast/inskannat.pdf"] == {}


def test_a_word_file_is_cited_by_section_and_a_text_file_by_line() -> None:
    run = run_of(render_sarif(sample_run()))
    word = result_of(run, "DR-01")
    [location] = word["locations"]
    uri = location["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "utkast/Avtal%2C%20norra%20l%C3%A4nsdelen%2050%20%25.docx"
    assert "region" not in location["physicalLocation"]
    assert location["logicalLocations"][0]["name"] == "5.1" and "avsnitt 5.1, sidan 4" in word["message"]["text"]
    assert "helgfri vardag" in location["message"]["text"]
    text = result_of(run, "OM-05", "utkast/södra.md")
    region = text["locations"][0]["physicalLocation"]["region"]
    assert region["startLine"] == 17 and region["snippet"]["text"].startswith("Läkaren genomför ronder")
    assert [place["physicalLocation"]["region"]["startLine"] for place in text["relatedLocations"]] == [17]


def test_baseline_waiver_and_fingerprint() -> None:
    sample = sample_run()
    run = run_of(render_sarif(sample))
    assert {result["ruleId"]: result["baselineState"] for result in run["results"] if "baselineState" in result} == {
        "OM-02": "new",
        "DR-01": "updated",
        "OV-01": "unchanged",
        "FO-04": "absent",
    }
    [suppression] = result_of(run, "OV-01")["suppressions"]
    assert suppression["justification"] == (
        "Regionen har lovat en ny skrivning till våren. Beslutat av Anna Ek, MAS 2026-11-01, "
        "gäller till och med 2027-06-30."
    )
    assert result_of(run, "DR-01")["suppressions"] == []
    finding = next(f for f in sample.agreements[0].findings if f.id == "DR-01")
    assert result_of(run, "DR-01")["partialFingerprints"] == {"avtalskoll/v1": finding.fingerprint}


def test_what_cannot_be_judged_is_open_and_what_cannot_be_read_is_told() -> None:
    run = run_of(render_sarif(sample_run()))
    unsure = result_of(run, "UP-03")
    assert (unsure["kind"], unsure["level"]) == ("open", "none")
    [invocation] = run["invocations"]
    assert invocation["exitCode"] == 3 and not invocation["executionSuccessful"]
    [notice] = invocation["toolExecutionNotifications"]
    assert notice["level"] == "error" and "inskannad bild" in notice["message"]["text"]
    [waiver] = invocation["toolConfigurationNotifications"]
    assert "2026-10-31" in waiver["message"]["text"]


def test_tells_nothing_of_the_machine() -> None:
    assert relative_uri("/home/anna/hemligt/avtal.md") == "avtal.md"
    assert relative_uri("C:\\Users\\anna\\avtal.md") == "avtal.md"
    assert relative_uri("./a:b/c d.md") == "a%3Ab/c%20d.md" and relative_uri("../x.md") == "../x.md"
    assert "/home/" not in render_sarif(sample_run(agreements=(checked("/home/anna/avtal.docx"),)))
    assert render_sarif(sample_run()) == render_sarif(sample_run())


def test_text_of_an_agreement_becomes_neither_link_nor_placeholder() -> None:
    run = run_of(render_sarif(quoting("[här](http://ond.example) {0}")))
    for result in run["results"]:
        assert "](" not in result["message"]["text"] and "{{0}}" in result["message"]["text"]
