"""Mutations of the XML of a Word or OpenDocument document: any element, any attribute."""

from __future__ import annotations

import copy
from collections.abc import Callable
from random import Random

from lxml import etree

from tools.robustness.packages import entries_of, main_part, packed
from tools.robustness.recipe import Recipes

RECIPES = Recipes()
_PARTS = ("word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "styles.xml", "word/_rels/document.xml.rels")
_VALUES = ("", "0", "-1", "1000000000", "2147483648", "9" * 400, "1e9", "NaN", "å", "\u0663", "true", "../../x", "%s%n")
_Element = etree._Element


def on_part(data: bytes, random: Random, change: Callable[[_Element], None], main: bool = False) -> bytes:
    """The package with `change` done to the tree of one of its parts, most often the one with the text."""
    entries = entries_of(data)
    others = [part for part in _PARTS if part in entries]
    part = main_part(entries) if main or not others or random.random() < 0.65 else random.choice(others)
    root = etree.fromstring(entries[part])
    change(root)
    entries[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return packed(entries)


def chosen(root: _Element, random: Random, most: int) -> list[_Element]:
    """A few elements below the root."""
    inside = list(root.iterdescendants(etree.Element))
    return random.sample(inside, min(len(inside), random.randint(1, most)))


@RECIPES.odd
def drop_elements(data: bytes, random: Random) -> bytes:
    def change(root: _Element) -> None:
        for element in chosen(root, random, 30):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)

    return on_part(data, random, change)


@RECIPES.odd
def duplicate_elements(data: bytes, random: Random) -> bytes:
    def change(root: _Element) -> None:
        for element in chosen(root, random, 10):
            element.addnext(copy.deepcopy(element))

    return on_part(data, random, change)


@RECIPES.odd
def nest_elements(data: bytes, random: Random) -> bytes:
    """Elements into copies of themselves: a row in a row, a run in a run."""

    def change(root: _Element) -> None:
        for element in chosen(root, random, 8):
            if len(element) < 200:
                element.append(copy.deepcopy(element))

    return on_part(data, random, change)


@RECIPES.odd
def move_elements(data: bytes, random: Random) -> bytes:
    def change(root: _Element) -> None:
        for element in chosen(root, random, 10):
            home = random.choice(chosen(root, random, 10))
            if home is not element and element not in home.iterancestors():
                home.append(element)

    return on_part(data, random, change)


@RECIPES.odd
def shuffle_children(data: bytes, random: Random) -> bytes:
    def change(root: _Element) -> None:
        for element in chosen(root, random, 20):
            children = list(element)
            random.shuffle(children)
            element[:] = children

    return on_part(data, random, change)


@RECIPES.odd
def rename_elements(data: bytes, random: Random) -> bytes:
    def change(root: _Element) -> None:
        tags = sorted({str(element.tag) for element in root.iter(etree.Element)})
        for element in chosen(root, random, 20):
            element.tag = random.choice([*tags, "{urn:okänd}x"])

    return on_part(data, random, change)


@RECIPES.odd
def odd_attributes(data: bytes, random: Random) -> bytes:
    def change(root: _Element) -> None:
        for element in chosen(root, random, 200):
            for name in element.attrib:
                element.set(str(name), random.choice(_VALUES))

    return on_part(data, random, change)


@RECIPES.odd
def no_attributes(data: bytes, random: Random) -> bytes:
    def change(root: _Element) -> None:
        for element in chosen(root, random, 200):
            element.attrib.clear()

    return on_part(data, random, change)


@RECIPES.odd
def huge_numbers(data: bytes, random: Random) -> bytes:
    """Every number of one kind beyond measure: levels, starts, spans, repeats."""

    def change(root: _Element) -> None:
        known = {(str(e.tag), str(n)) for e in root.iter(etree.Element) for n, v in e.attrib.items() if v.isdigit()}
        if not known:
            return
        tag, name = random.choice(sorted(known))
        size = random.choice(("1000000000", "2000000000", "-2000000000", "100000", "99999999999"))
        for element in root.iter(tag):
            element.set(name, size)

    return on_part(data, random, change)


@RECIPES.odd
def one_tag_everywhere(data: bytes, random: Random) -> bytes:
    """All elements of one kind made into another kind."""

    def change(root: _Element) -> None:
        tags = sorted({str(element.tag) for element in root.iterdescendants(etree.Element)})
        old, new = random.choice(tags), random.choice(tags)
        for element in list(root.iter(old)):
            element.tag = new

    return on_part(data, random, change)


@RECIPES.odd
def strange_text(data: bytes, random: Random) -> bytes:
    texts = ("\u202e", "a\u0308" * 50, "\ufffd", "\u2028", "\U0001f600", "x" * 100_000, "Regionen ska:\n" * 50, " ")

    def change(root: _Element) -> None:
        for element in chosen(root, random, 40):
            if element.text:
                element.text = random.choice(texts)

    return on_part(data, random, change, main=True)
