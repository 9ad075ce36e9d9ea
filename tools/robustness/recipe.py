"""What a mutation is made by."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple

Change = Callable[[bytes, Random], bytes]


class Recipe(NamedTuple):
    """One way of hurting a document."""

    name: str
    change: Change
    damages: bool = False
    """Whether it breaks the file and not what the file says: then the whole text is read, or the file is refused."""
    harmless: bool = False
    """Whether a faithful reader must read the file all the same."""


class Recipes:
    """The recipes of one level, gathered by decoration: `@RECIPES.damage`, `@RECIPES.odd`, `@RECIPES.harmless`."""

    def __init__(self) -> None:
        self.all: list[Recipe] = []

    def damage(self, change: Change) -> Change:
        """A recipe that breaks the file: all of its text is read, or it is refused."""
        self.all.append(Recipe(_name(change), change, damages=True))
        return change

    def odd(self, change: Change) -> Change:
        """A recipe that makes another document of it: read or refused, but within limits."""
        self.all.append(Recipe(_name(change), change))
        return change

    def harmless(self, change: Change) -> Change:
        """A recipe after which the whole text must be read."""
        self.all.append(Recipe(_name(change), change, damages=True, harmless=True))
        return change


def _name(change: Change) -> str:
    return change.__name__.strip("_").replace("_", " ")
