"""Reading checklist files: every scalar is text, double keys are mistakes, and mistakes have a line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from avtalskoll.checklist.messages import swedish_message
from avtalskoll.errors import ChecklistError

_Loader: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
Model = TypeVar("Model", bound=BaseModel)


class _StrictLoader(_Loader):  # type: ignore[misc]
    """Text scalars only; a key that stands twice is an error with its line."""

    skipped: frozenset[str] = frozenset()

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key_node, _ in node.value:
            if key_node.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"dubbel nyckel {key_node.value}", key_node.start_mark
                )
            seen.add(key_node.value)
        if self.skipped:
            node.value = [pair for pair in node.value if pair[0].value not in self.skipped]
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return mapping


class _WithoutExamples(_StrictLoader):
    """Leaves out the examples, which are most of a checklist and of no use to an audit."""

    skipped = frozenset({"exempel"})


def read_model(path: Path, model: type[Model], *, examples: bool = True) -> Model:
    """The file as `model`. Raises ChecklistError naming file, line and field in one Swedish sentence."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ChecklistError(f"Checklistans fil {path.name} finns inte i {path.parent}.") from None
    except (OSError, UnicodeDecodeError):
        raise ChecklistError(f"Checklistans fil {path.name} går inte att läsa som text i UTF-8.") from None
    try:
        data = yaml.load(text, Loader=_StrictLoader if examples else _WithoutExamples)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark else 1
        what = error.problem if (error.problem or "").startswith("dubbel") else "filen följer inte YAML-formatet här"
        raise ChecklistError(f"{path.name}, rad {line}: {what}.") from None
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        line, field = _locate(text, first["loc"])
        raise ChecklistError(f"{path.name}, rad {line}, fältet ”{field}”: {swedish_message(first)}") from None


def line_of(path: Path, location: Sequence[str | int]) -> int:
    """The line of a field, from 1, for mistakes found after the file was read."""
    return _locate(path.read_text(encoding="utf-8"), location)[0]


def _locate(text: str, location: Sequence[str | int]) -> tuple[int, str]:
    node = yaml.compose(text, Loader=_Loader)
    line, names = 1, []
    for step in location:
        found = None
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == step:
                    found, line = value, key.start_mark.line + 1
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            found = node.value[step]
            line = found.start_mark.line + 1
        if isinstance(step, str) and (found is not None or step == location[-1]):
            names.append(step)
        elif isinstance(step, int):
            names.append(str(step + 1))
        node = found if found is not None else node
    return line, " / ".join(names) or "filen"
