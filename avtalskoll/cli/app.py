"""The commands of `avtalskoll`, put together."""

from __future__ import annotations

from typing import Annotated

import typer
from typer.main import get_command

from avtalskoll.cli import (
    audit_command,
    check_command,
    checklist_commands,
    compare_command,
    config_command,
    explain_command,
    portfolio_command,
    propose_command,
    serve_command,
    show_command,
    waive_command,
)
from avtalskoll.cli.swedish_help import SwedishCommand, SwedishGroup, in_swedish, is_usage_error
from avtalskoll.errors import ExitCode

_HELP = (
    "Granskar avtal om läkarmedverkan mellan region och kommun: vad som saknas, är oklart eller kan strida mot lag. "
    "Inget lämnar datorn."
)


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code. Raises WrongUseError for one that cannot be understood."""
    command = get_command(_app())
    try:
        with command.make_context("avtalskoll", arguments) as context:
            code: int | None = command.invoke(context)
    except typer.Exit as stop:
        return stop.exit_code
    except Exception as error:
        if is_usage_error(error):
            raise in_swedish(error, arguments) from None
        raise
    return code or ExitCode.OK


def _app() -> typer.Typer:
    app = _group(_HELP)
    app.callback()(_program)
    app.command("audit", cls=SwedishCommand, help=audit_command.HELP)(audit_command.audit)
    app.command("check", cls=SwedishCommand, help=check_command.HELP)(check_command.check)
    app.command("compare", cls=SwedishCommand, help=compare_command.HELP)(compare_command.compare)
    app.command("portfolio", cls=SwedishCommand, help=portfolio_command.HELP)(portfolio_command.portfolio)
    app.command("propose", cls=SwedishCommand, help=propose_command.HELP)(propose_command.propose)
    app.command("serve", cls=SwedishCommand, help=serve_command.HELP)(serve_command.serve)
    app.command("show", cls=SwedishCommand, help=show_command.HELP)(show_command.show)
    app.command("waive", cls=SwedishCommand, help=waive_command.HELP)(waive_command.waive)
    app.command("explain", cls=SwedishCommand, help=explain_command.HELP)(explain_command.explain)
    app.command("config", cls=SwedishCommand, help=config_command.HELP)(config_command.config)
    checklists = _group("Kontrollera, prova och läs checklistor.")
    checklists.command("list", cls=SwedishCommand, help=checklist_commands.LIST_HELP)(checklist_commands.list_all)
    checklists.command("show", cls=SwedishCommand, help=checklist_commands.SHOW_HELP)(checklist_commands.show)
    checklists.command("validate", cls=SwedishCommand, help=checklist_commands.VALIDATE_HELP)(
        checklist_commands.validate
    )
    checklists.command("test", cls=SwedishCommand, help=checklist_commands.TEST_HELP)(checklist_commands.test)
    app.add_typer(checklists, name="checklist")
    return app


def _group(help_text: str) -> typer.Typer:
    return typer.Typer(
        help=help_text,
        cls=SwedishGroup,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
    )


def _version(wanted: bool) -> None:
    if wanted:
        from avtalskoll._version import __version__

        print(f"avtalskoll {__version__}")
        raise typer.Exit


def _program(
    version: Annotated[bool, typer.Option("--version", help="Visa version", callback=_version, is_eager=True)] = False,
) -> None:
    pass
