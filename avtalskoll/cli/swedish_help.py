"""Help and usage errors of the command line in Swedish.

typer carries click inside itself from one version on and stands on the package click before it, so click's errors are
told apart by class name, and its English sentences are never shown.
"""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Callable
from typing import Any

from typer import Exit
from typer.core import TyperCommand, TyperGroup

from avtalskoll.errors import ExitCode, WrongUseError


class _SwedishHelp:
    """What commands and groups share. The types of click's arguments differ between versions of typer."""

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "Visa hjälp"
        return option

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = ["[VAL]", *(_usage_name(parameter) for parameter in self._parameters(ctx, "argument"))]
        if isinstance(self, TyperGroup):
            pieces.append("KOMMANDO ...")
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Användning: ")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        arguments = [
            (_argument_name(parameter), parameter.help or "") for parameter in self._parameters(ctx, "argument")
        ]
        records = [parameter.get_help_record(ctx) for parameter in self._parameters(ctx, "option")]
        options = [(name, text.replace("[required]", "Måste anges.")) for name, text in filter(None, records)]
        for heading, rows in (("Argument", arguments), ("Val", options)):
            if rows:
                with formatter.section(heading):
                    formatter.write_dl(rows)

    def _parameters(self, ctx: Any, kind: str) -> list[Any]:
        return [p for p in self.get_params(ctx) if p.param_type_name == kind]  # type: ignore[attr-defined]


class SwedishCommand(_SwedishHelp, TyperCommand):
    """A command with Swedish help."""


class SwedishGroup(_SwedishHelp, TyperGroup):
    """A group of commands with Swedish help."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options and the commands."""
        super().format_options(ctx, formatter)
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, command.get_short_help_str(100)) for name, command in commands if command and not command.hidden]
        with formatter.section("Kommandon"):
            formatter.write_dl(rows)

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """Read the arguments; without any, show the help and stop as wrong use."""
        if not args:
            print(ctx.get_help(), file=sys.stderr)
            raise Exit(ExitCode.WRONG_USE)
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command, or say in Swedish that there is none. Raises WrongUseError."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            near = difflib.get_close_matches(name, self.list_commands(ctx), n=1)
            advice = f"menade du {near[0]}?" if near else f"kör ”{ctx.command_path} --help” för att se vilka som finns."
            raise WrongUseError(f"Kommandot {name} finns inte; {advice}")
        return super().resolve_command(ctx, args)


def is_usage_error(error: Exception) -> bool:
    """Whether the error is click's, about how the command was written."""
    return any(parent.__name__ == "ClickException" for parent in type(error).__mro__)


def in_swedish(error: Any, arguments: list[str]) -> WrongUseError:
    """The usage error as one Swedish sentence that ends with advice."""
    name = type(error).__name__
    sentence = _SENTENCES[name](error) if name in _SENTENCES else _other(error)
    near = difflib.get_close_matches(
        getattr(error, "option_name", ""), getattr(error, "possibilities", None) or (), n=1
    )
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else " ".join(["avtalskoll", *arguments[:1]])
    return WrongUseError(f"{sentence}; menade du {near[0]}?" if near else f"{sentence}; kör ”{path} --help” för hjälp.")


def _missing(error: Any) -> str:
    return f"{_parameter(error)} saknas"


def _no_such_option(error: Any) -> str:
    return f"Valet {error.option_name} finns inte"


def _bad_option(error: Any) -> str:
    takes_none = "does not take" in str(error.message)
    return f"Valet {error.option_name} {'tar inget värde' if takes_none else 'kräver ett värde'}"


def _bad_value(error: Any) -> str:
    return f"Värdet för {_parameter(error)} kan inte användas"


def _other(error: Any) -> str:
    extra = re.fullmatch(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", str(error.message))
    return f"Argumentet {extra[1]} känns inte igen" if extra else "Kommandot kunde inte tolkas"


def _parameter(error: Any) -> str:
    parameter = getattr(error, "param", None)
    if parameter is None:
        return "Ett argument"
    return _argument_name(parameter) if parameter.param_type_name == "argument" else str(parameter.opts[-1])


def _argument_name(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _usage_name(parameter: Any) -> str:
    name = _argument_name(parameter) + ("..." if parameter.nargs == -1 else "")
    return name if parameter.required else f"[{name}]"


_SENTENCES: dict[str, Callable[[Any], str]] = {
    "MissingParameter": _missing,
    "NoSuchOption": _no_such_option,
    "BadOptionUsage": _bad_option,
    "BadParameter": _bad_value,
}
