"""`avtalskoll checklist`: list, show, validate and test checklists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from avtalskoll.errors import ExitCode, WrongUseError

if TYPE_CHECKING:
    from avtalskoll.checklist import Checklist, Requirement

LIST_HELP = "Visa vilka checklistor som finns."
SHOW_HELP = "Visa checklistans krav."
VALIDATE_HELP = "Kontrollera att checklistan är rätt skriven."
TEST_HELP = "Pröva checklistans egna exempel: varje exempel ska ge sitt utfall."

_WORDS = {
    "met": "uppfyllt",
    "cleared": "klargjort",
    "partial": "delvis",
    "missing": "saknas",
    "conflict": "strider",
    "not_applicable": "ej tillämpligt",
    "not_assessable": "kan ej bedömas",
    "silent": "närmiss",
}
"""The outcomes as a checklist's examples name them."""

_Name = Annotated[
    str | None,
    typer.Argument(metavar="NAMN", help="Checklistans namn eller mapp (förval lakarmedverkan).", show_default=False),
]


def list_all() -> int:
    """Print the checklists that can be named, with where they are, and where to put one's own."""
    import avtalskoll
    from avtalskoll.checklist.installed import installed_checklists, own_checklists_root

    for known in installed_checklists():
        print(known.name)
        try:
            loaded = avtalskoll.load_checklist(known.folder, examples=False)
        except avtalskoll.ChecklistError as error:
            print(f"    Går inte att använda: {error.sentence}")
        else:
            print("\n".join(f"    {line}" for line in _title(loaded)))
        if known.hidden:
            print("    Namnet hör till en checklista som följer med programmet; ange den här med sin mapp.")
        print(f"    {'Följer med programmet' if known.origin == 'program' else 'Egen'}: {known.folder}")
    print(f"\nEgna checklistor läggs, en mapp för varje, i {own_checklists_root()}")
    return ExitCode.OK


def show(
    checklist: _Name = None,
    forms: Annotated[
        bool, typer.Option("--forms", help="Visa i stället vokabulären: varje begrepp och orden det känner igen.")
    ] = False,
    concept: Annotated[
        str | None, typer.Option("--concept", metavar="BEGREPP", help="Med --forms: bara det begreppet.")
    ] = None,
) -> int:
    """Print the requirements of a checklist, group by group, or its vocabulary with all forms."""
    import avtalskoll

    if forms or concept:
        from avtalskoll.cli.forms import concept_lines

        for line in concept_lines(checklist, concept):
            print(line)
        return ExitCode.OK
    loaded = avtalskoll.load_checklist(checklist)
    print("\n".join(_title(loaded)))
    tightened = {given.requirement for given in loaded.tightenings}
    for group in loaded.groups:
        print(f"\n{group.name}")
        for requirement in group.requirements:
            mark = " (skärpt)" if requirement.id in tightened else ""
            print(f"  {requirement.id}  {requirement.norm}  {requirement.title}{mark}")
    return ExitCode.OK


def validate(checklist: _Name = None) -> int:
    """Load a checklist; ChecklistError tells what is wrong with it and where."""
    import avtalskoll

    loaded = avtalskoll.load_checklist(checklist)
    counted = f"{len(loaded.requirements)} krav"
    tightened = len({given.requirement for given in loaded.tightenings})
    if loaded.extends:
        counted += f", varav {tightened} {'skärpt' if tightened == 1 else 'skärpta'}; utgår från {loaded.extends[0].id}"
    print(f"Checklistan {loaded.manifest.id} är rätt skriven: {counted}.")
    return ExitCode.OK


def test(
    requirements: Annotated[
        list[str] | None,
        typer.Argument(metavar="KRAV", help="Bara dessa krav, till exempel OV-01.", show_default=False),
    ] = None,
    checklist: Annotated[
        str | None, typer.Option("--checklist", metavar="NAMN", help="Checklistans namn eller mapp.")
    ] = None,
) -> int:
    """Judge the examples of a checklist and tell which gave another verdict than their own."""
    import avtalskoll
    from avtalskoll.selftest import run_examples, unmet_suggestions

    loaded = avtalskoll.load_checklist(checklist)
    chosen = [_requirement(loaded, name) for name in requirements] if requirements else None
    results = list(run_examples(loaded, chosen))
    wrong = [result for result in results if not result.as_marked]
    for result in wrong:
        known = " (märkt som känd brist men ger nu rätt utfall)" if result.passed else ""
        outcome = f"väntat {_WORDS[result.expected]}, blev {_WORDS[result.got]}{known}"
        print(f"{result.requirement.id}: {outcome}: {result.finding.reason}")
        print("    " + " ".join(result.example.text.split())[:200])
    unmet = list(unmet_suggestions(loaded, chosen))
    for requirement, finding in unmet:
        print(f"{requirement.id}: förslaget till formulering uppfyller inte kravet: {finding.reason}")
    known_misses = sum(result.example.known_miss for result in results)
    print(
        f"{len(results)} exempel prövade, {len(wrong)} gav ett annat utfall än väntat; "
        f"{known_misses} är märkta som kända brister."
    )
    return ExitCode.FINDINGS if wrong or unmet else ExitCode.OK


def _title(checklist: Checklist) -> list[str]:
    lines = [f"{checklist.manifest.title}, version {checklist.manifest.version}"]
    return lines + [f"Utgår från {known.title}, version {known.version}" for known in checklist.extends]


def _requirement(checklist: Checklist, name: str) -> Requirement:
    try:
        return checklist.requirement(name)
    except KeyError:
        raise WrongUseError(f"Kravet {name} finns inte; ”avtalskoll checklist show” visar alla krav.") from None
