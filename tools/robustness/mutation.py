"""Mutation number so and so: always the same bytes for the same seed."""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd
from random import Random
from typing import NamedTuple

from tools.robustness import pdf_level, sources, text_level, word_level, xml_bytes, xml_level, zip_level
from tools.robustness.packages import packed
from tools.robustness.recipe import Recipe
from tools.robustness.sources import Source

SEED = 4
LEVELS = ("zip", "xml", "word", "pdf", "text", "set")
_PLAN = "zip xml word pdf zip xml word pdf zip xml word pdf zip xml text zip xml text word set".split()


_UNSEEN = ("flip bytes", "zeroes")
"""In a plain PDF, without compressed streams, nothing tells such a byte from one that was meant."""


class Mutation(NamedTuple):
    """A document that something has happened to, or a zip of files with such a document among them."""

    number: int
    level: str
    recipe: Recipe
    source: Source
    """What it was made from."""
    name: str
    data: bytes
    whole: tuple[str, ...] = ()
    """Of a set: the names of the files that nothing has happened to."""


def mutation(number: int, seed: int = SEED) -> Mutation:
    """Make mutation `number`."""
    level = _PLAN[number % len(_PLAN)]
    random = Random(f"{seed}:{number}")
    if level == "set":
        return _set(number, random)
    recipe, source = _choice(level, random)
    return Mutation(number, level, recipe, source, source.name, recipe.change(source.data, random))


def sample_of(count: int, size: int) -> list[int]:
    """Some `size` of the first `count` numbers, of all levels alike."""
    if size < 1:
        return []
    step = max(count // size, 1)
    while gcd(step, len(_PLAN)) > 1:
        step -= 1
    return list(range(0, count, step))[:size]


def _choice(level: str, random: Random) -> tuple[Recipe, Source]:
    recipes: Sequence[Recipe]
    recipes, found = {
        "zip": (zip_level.RECIPES.all, sources.packages()),
        "xml": ([*xml_level.RECIPES.all, *xml_bytes.RECIPES.all], sources.packages()),
        "word": (word_level.RECIPES.all, sources.word_documents()),
        "pdf": (pdf_level.RECIPES.all, sources.pdfs()),
        "text": (text_level.RECIPES.all, sources.texts()),
    }[level]
    recipe, source = random.choice(recipes), random.choice(found)
    if recipe.name in _UNSEEN and level == "pdf" and b"/FlateDecode" not in source.data:
        recipe = recipe._replace(damages=False)
    return recipe, source


def _set(number: int, random: Random) -> Mutation:
    """An agreement of four files in a zip: one of them mutated, or the zip itself."""
    files = {source.name: source.data for source in sources.agreement_of_four()}
    main = sources.agreement_of_four()[0]
    if random.random() < 0.25:
        recipe = random.choice([recipe for recipe in zip_level.RECIPES.all if recipe.name in _OF_A_SET])
        archive = Source("avtal.zip", packed(files))
        return Mutation(number, "set", recipe, archive, "avtal.zip", recipe.change(archive.data, random))
    recipe, _ = _choice(random.choice(("zip", "xml", "word")), random)
    hurt = random.choice(sources.agreement_of_four())
    files[hurt.name] = recipe.change(hurt.data, random)
    whole = tuple(sorted(set(files) - {hurt.name}))
    return Mutation(number, "set", recipe, main, "avtal.zip", packed(files), whole)


_OF_A_SET = (
    "truncate", "flip bytes", "flip in directory", "bad checksum", "huge declared size", "small declared size",
    "encrypted flag", "duplicate entry", "strange extra parts", "stored unpacked", "something after",
    "something before",
)  # fmt: skip
