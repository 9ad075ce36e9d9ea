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

_Name = Annotated[
    str | None,
    typer.Argument(metavar="NAMN", help="Checklistans namn eller mapp (förval lakarmedverkan).", show_default=False),
]


def list_all() -> int:
    """Print the names of the checklists that come with the program."""
    from avtalskoll.checklist.loading import checklists_root

    for folder in sorted(checklists_root().iterdir()):
        if (folder / "checklista.yaml").is_file():
            print(folder.name)
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
    print(f"{loaded.manifest.title}, version {loaded.manifest.version}")
    for group in loaded.groups:
        print(f"\n{group.name}")
        for requirement in group.requirements:
            print(f"  {requirement.id}  {requirement.norm}  {requirement.title}")
    return ExitCode.OK


def validate(checklist: _Name = None) -> int:
    """Load a checklist; ChecklistError tells what is wrong with it and where."""
    import avtalskoll

    loaded = avtalskoll.load_checklist(checklist)
    print(f"Checklistan {loaded.manifest.id} är rätt skriven: {len(loaded.requirements)} krav.")
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
    from avtalskoll.selftest import run_examples

    loaded = avtalskoll.load_checklist(checklist)
    chosen = [_requirement(loaded, name) for name in requirements] if requirements else None
    results = list(run_examples(loaded, chosen))
    wrong = [result for result in results if not result.as_marked]
    for result in wrong:
        known = " (märkt som känd brist men ger nu rätt utfall)" if result.passed else ""
        print(f"{result.requirement.id}: väntat {result.expected}, blev {result.got}{known}: {result.finding.reason}")
        print("    " + " ".join(result.example.text.split())[:200])
    known_misses = sum(result.example.known_miss for result in results)
    print(
        f"{len(results)} exempel prövade, {len(wrong)} gav ett annat utfall än väntat; "
        f"{known_misses} är märkta som kända brister."
    )
    return ExitCode.FINDINGS if wrong else ExitCode.OK


def _requirement(checklist: Checklist, name: str) -> Requirement:
    try:
        return checklist.requirement(name)
    except KeyError:
        raise WrongUseError(f"Kravet {name} finns inte; ”avtalskoll checklist show” visar alla krav.") from None
