"""`avtalskoll config`: the effective settings, and where each comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from avtalskoll.cli import console, setting_options, values
from avtalskoll.errors import ExitCode

if TYPE_CHECKING:
    from avtalskoll.settings import EffectiveSettings, Origin

HELP = (
    "Visa de inställningar som gäller här. Efter var och en står varifrån den kommer: förval, fil, miljövariabel eller "
    "flagga."
)
_SOURCES = {"default": "förval", "file": "fil", "environment": "miljövariabel", "flag": "flagga"}
_UNSET = {
    "as-of": "dagens datum",
    "checklist": "den nationella, lakarmedverkan",
    "home-care": "framgår av avtalet",
    "region": "framgår av avtalet",
    "waivers": "undantag.yaml vid konfigurationen, om den finns",
    "baseline": "ingen jämförelse",
}


def config(
    format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="toml (förval) eller json.", show_default=False)
    ] = "toml",
    fail_on: setting_options.FailOnWords = None,
    select: setting_options.Select = None,
    ignore: setting_options.Ignore = None,
    as_of: setting_options.AsOf = None,
    checklist: setting_options.ChecklistName = None,
    home_care: setting_options.HomeCareOwner = None,
    region: setting_options.Region = None,
    municipality: setting_options.Municipality = None,
    view: setting_options.ViewOf = None,
    ocr: setting_options.Ocr = None,
    exclude: setting_options.Exclude = None,
    waivers: setting_options.Waivers = None,
    no_waivers: setting_options.NoWaivers = None,
    baseline: setting_options.BaselineFile = None,
    fail_on_worse: setting_options.FailOnWorse = None,
    strict: setting_options.Strict = None,
    config: setting_options.Config = None,
) -> int:
    """Print the effective settings and return the exit code."""
    from avtalskoll.settings import effective_settings

    values.choice("--format", format, ("toml", "json"))
    flags = {
        "fail-on": fail_on,
        "select": select,
        "ignore": ignore,
        "as-of": as_of,
        "checklist": checklist,
        "home-care": home_care,
        "region": region,
        "municipalities": municipality,
        "view": view,
        "ocr": ocr,
        "exclude": exclude,
        "waivers": waivers,
        "no-waivers": no_waivers,
        "baseline": baseline,
        "fail-on-worse": fail_on_worse,
        "strict": strict,
    }
    effective = effective_settings(flags, config=config)
    text = _as_json(effective) if format == "json" else "\n".join(_toml_lines(effective)) + "\n"
    console.print_exact(text)
    return ExitCode.OK


def _rows(effective: EffectiveSettings) -> Iterator[tuple[str, Any, Origin]]:
    """Key, value and origin of all but the agreements; limits as "limits.seconds"."""
    from avtalskoll.settings.keys import KEYS

    dumped = effective.settings.model_dump(mode="json")
    for key in KEYS.values():
        if key.kind not in ("limits", "agreements"):
            yield key.name, dumped[key.field], effective.origin(key.name)
    for name, limit in dumped["limits"].items():
        yield f"limits.{name}", limit, effective.origin(f"limits.{name}")


def _as_json(effective: EffectiveSettings) -> str:
    agreements = [agreement.model_dump(mode="json") for agreement in effective.settings.agreements]
    rows = [*_rows(effective), ("agreements", agreements, effective.origin("agreements"))]
    shown = {
        "file": _file(effective),
        "settings": {
            key.replace("_", "-"): {"value": value, "source": origin.source, "where": origin.where}
            for key, value, origin in rows
        },
    }
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"


def _toml_lines(effective: EffectiveSettings) -> Iterator[str]:
    yield f"# Konfiguration: {_file(effective) or 'ingen fil hittades'}"
    in_limits = False
    for key, value, origin in _rows(effective):
        if key.startswith("limits.") and not in_limits:
            in_limits = True
            yield from ("", "[limits]")
        name = key.removeprefix("limits.").replace("_", "-")
        source = f"{_SOURCES[origin.source]}{': ' if origin.where else ''}{_plain(origin.where)}"
        if value is None:
            yield f"# {name} är inte satt: {_UNSET[name]}  # {source}"
        else:
            yield f"{name} = {_toml(value, day=key == 'as-of')}  # {source}"
    for agreement in effective.settings.agreements:
        yield from ("", f"[[agreements]]  # {_SOURCES['file']}: {_plain(effective.origin('agreements').where)}")
        for field, value in agreement.model_dump(mode="json").items():
            if value:
                yield f"{field.replace('_', '-')} = {_toml(value)}"


def _toml(value: Any, day: bool = False) -> str:
    """A value in TOML. A JSON string is a TOML string but for one control character."""
    if day:
        return date.fromisoformat(value).isoformat()
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _plain(where: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in where)


def _file(effective: EffectiveSettings) -> str | None:
    import os

    return None if effective.file is None else Path(os.path.relpath(effective.file)).as_posix()
