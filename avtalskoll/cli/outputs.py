"""Where the formats of a check go: files, and at most one to stdout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from avtalskoll.cli import console
from avtalskoll.errors import WrongUseError

if TYPE_CHECKING:
    from avtalskoll.checking.check_run import CheckRun


@dataclass(frozen=True)
class Output:
    """One format and the file it is written to; None is stdout."""

    format: str
    file: Path | None = None

    def deliver(self, run: CheckRun, inputs: Iterable[str], quiet: bool) -> None:
        """Write or show the run. Raises WrongUseError where the file cannot be written or is one of `inputs`."""
        if self.file is not None:
            from avtalskoll.cli.output_file import write_whole

            write_whole(self.file, self._rendered(run), inputs=inputs)
        elif self.format == "text":
            from avtalskoll.reports.check.text import render_text

            print(render_text(run, color=console.wants_color(), quiet=quiet), end="")
        else:
            console.print_exact(self._rendered(run))

    def _rendered(self, run: CheckRun) -> str:
        module = import_module(f"avtalskoll.reports.check.{self.format}")
        text: str = getattr(module, f"render_{self.format}")(run)
        return text


def outputs(formats: Sequence[str], files: Sequence[str]) -> tuple[Output, ...]:
    """The outputs for words like "text" and "sarif=fil"; `files` are for those without one, in order.

    Raises WrongUseError where two would go to the same place.
    """
    made = [Output(name, Path(file) if file else None) for name, _, file in (word.partition("=") for word in formats)]
    open_places = [index for index, one in enumerate(made) if one.file is None]
    if len(files) > len(open_places):
        raise WrongUseError("Det finns fler --output än --format utan fil; skriv till exempel --format sarif=FIL.")
    for index, file in zip(open_places, files, strict=False):
        if file != "-":
            made[index] = replace(made[index], file=Path(file))
    places = [one.file for one in made]
    if places.count(None) > 1:
        raise WrongUseError("Bara ett format kan visas här; ange fil för de andra, till exempel --format sarif=FIL.")
    if len(set(places)) < len(places):
        raise WrongUseError("Två format kan inte skrivas till samma fil; ange var sin fil.")
    return tuple(made)
