"""`avtalskoll checklist`: list, show, validate and test checklists."""

from __future__ import annotations

from typing import Annotated

import typer

from avtalskoll.errors import ExitCode

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


def show(checklist: _Name = None) -> int:
    """Print the requirements of a checklist, group by group."""
    import avtalskoll

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


def test(checklist: _Name = None) -> int:
    """Judge every example of a checklist and tell which gave another verdict than their own."""
    import avtalskoll
    from avtalskoll.selftest import run_examples

    results = list(run_examples(avtalskoll.load_checklist(checklist)))
    failed = [result for result in results if not result.passed]
    for result in failed:
        print(f"{result.requirement.id}: väntat {result.expected}, blev {result.got}: {result.finding.reason}")
        print("    " + " ".join(result.example.text.split())[:200])
    print(f"{len(results)} exempel prövade, {len(failed)} gav ett annat utfall än sitt eget.")
    return ExitCode.FINDINGS if failed else ExitCode.OK
