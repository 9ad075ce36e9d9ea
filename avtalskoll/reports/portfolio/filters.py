"""Filters of the matrix without script: style rules that follow check boxes and lists.

They hide nothing where the browser does not know `:has`, and nothing in print.
"""

from __future__ import annotations

from collections.abc import Sequence

from avtalskoll.reports.portfolio.tallies import GroupTotal
from avtalskoll.reports.verdict_signs import SIGNS

CELL_CLASSES = {key: f"o{number}" for number, key in enumerate(SIGNS)}
"""Short class names: the matrix may have thousands of cells."""


def filter_style(groups: Sequence[GroupTotal], regions: int) -> str:
    """The rules for the check boxes `g-<number>` and `v-<outcome>` and the lists `region` and `urval`."""
    rules = []
    first = 2  # the agreement's name is the first column
    for number, group in enumerate(groups):
        last = first + len(group.requirements) - 1
        cells = f".matrix td:nth-child(n+{first}):nth-child(-n+{last})"
        off = f"body:has(#g-{number}:not(:checked))"
        rules.append(f"{off} :is({cells}, .matrix .k{number}) {{ display: none; }}")
        first = last + 1
    for key, name in CELL_CLASSES.items():
        rules.append(f"body:has(#v-{key}:not(:checked)) .matrix .{name} {{ background: none; color: transparent; }}")
    for number in range(regions):
        chosen = f'body:has(#region option[value="r{number}"]:checked)'
        rules.append(f"{chosen} .matrix tbody tr:not(.r{number}) {{ display: none; }}")
    for choice in ("lag", "krav"):
        chosen = f'body:has(#urval option[value="{choice}"]:checked)'
        rules.append(f"{chosen} .matrix tbody tr:not(.{choice}) {{ display: none; }}")
    return "@media screen {\n" + "\n".join(rules) + "\n}\n"
