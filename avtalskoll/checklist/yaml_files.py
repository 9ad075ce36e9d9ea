"""Reading checklist files and the like: every scalar is text, double keys are mistakes, and mistakes have a line."""

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
_EXAMPLES = frozenset({"exempel"})


def _plain(node: yaml.Node, skipped: frozenset[str]) -> Any:
    """The node as text, lists and mappings: every scalar is text, and a key that stands twice is a mistake."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [item.value if isinstance(item, yaml.ScalarNode) else _plain(item, skipped) for item in node.value]
    mapping: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise yaml.MarkedYAMLError(problem_mark=key.start_mark)
        if key.value in mapping:
            raise yaml.MarkedYAMLError(problem=f"dubbel nyckel {key.value}", problem_mark=key.start_mark)
        if key.value not in skipped:
            mapping[key.value] = _plain(value, skipped)
    return mapping


def read_model(path: Path, model: type[Model], *, examples: bool = True) -> Model:
    """The file as `model`. Raises ChecklistError naming file, line and field in one Swedish sentence."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ChecklistError(f"Checklistans fil {path.name} finns inte i {path.parent}.") from None
    except (OSError, UnicodeDecodeError):
        raise ChecklistError(f"Checklistans fil {path.name} går inte att läsa som text i UTF-8.") from None
    return parse_model(text, path.name, model, examples=examples)


def parse_model(text: str, name: str, model: type[Model], *, examples: bool = True) -> Model:
    """The text of the file called `name` as `model`. Raises ChecklistError as `read_model` does."""
    try:
        node = yaml.compose(text, Loader=_Loader)
        data = {} if node is None else _plain(node, frozenset() if examples else _EXAMPLES)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark else 1
        what = error.problem if (error.problem or "").startswith("dubbel") else "filen följer inte YAML-formatet här"
        raise ChecklistError(f"{name}, rad {line}: {what}.") from None
    except (yaml.YAMLError, RecursionError, UnicodeError):
        raise ChecklistError(f"{name}: filen följer inte YAML-formatet.") from None
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        line, field = _locate(text, first["loc"])
        raise ChecklistError(f"{name}, rad {line}, fältet ”{field}”: {swedish_message(first)}") from None


def line_of(path: Path, location: Sequence[str | int]) -> int:
    """The line of a field, from 1, for mistakes found after the file was read."""
    return line_in(path.read_text(encoding="utf-8"), location)


def line_in(text: str, location: Sequence[str | int]) -> int:
    """As `line_of`, in a file's text."""
    return _locate(text, location)[0]


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
