"""Automatic numbers: what Word shows before a paragraph, which stands nowhere in its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from avtalskoll.readers.docx.names import VAL, w
from avtalskoll.readers.docx.number_formats import written_number
from avtalskoll.readers.docx.xml import Element, child, number, switched, value
from avtalskoll.readers.labels import is_section_number

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False
    style: str | None = None
    restart: int | None = None
    indent: int = 0


@dataclass(slots=True)
class _List:
    """A w:num: which definition it uses, and what it changes in it."""

    abstract: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, _Level] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ListNumber:
    """The number of a paragraph as displayed, and where it belongs."""

    text: str
    """"" for a bullet."""
    abstract: str
    """The list definition; paragraphs of one definition are counted together."""
    level: int
    bullet: bool
    clause: bool
    """Whether it numbers sections and clauses ("3.2", "§ 4") and not items of a list."""
    first: bool
    indent: int
    kind: int
    """0 for numbers, 1 for letters and small roman, 2 for bullets."""


class Numbering:
    """Definitions and running counters of one document.

    Counters run per abstract definition, as in Word: two lists on one definition go on counting unless one has a
    start of its own. Call `next` once for every numbered paragraph, in document order.
    """

    def __init__(self, root: Element | None = None) -> None:
        """Read w:numbering; without it no paragraph has a number."""
        self._abstracts: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        self._clauses: dict[str, bool] = {}
        if root is not None:
            self._read(root)

    def level_of(self, list_id: str, styles: Sequence[str], written: int | None) -> int:
        """The level of a paragraph numbered through its style: the one bound to the style, else the one written."""
        for style in styles:
            for place, level in self._levels(list_id).items():
                if level.style == style:
                    return place
        return written or 0

    def next(self, list_id: str, place: int) -> ListNumber | None:
        """Count a paragraph on a list and level; None where the list does not number."""
        chosen = self._lists.get(list_id)
        levels = self._levels(list_id)
        if chosen is None or place not in levels:
            return None
        counts = self._counts.setdefault(chosen.abstract, {})
        starts = chosen.starts
        if list_id not in self._begun:
            self._begun.add(list_id)
            for restarted in starts:
                for deeper in [known for known in counts if known >= restarted]:
                    del counts[deeper]
        for above in range(place):
            if above not in counts and above in levels:
                counts[above] = starts.get(above, levels[above].start)
        first = place not in counts
        counts[place] = starts.get(place, levels[place].start) if first else counts[place] + 1
        for deeper in [known for known in counts if known > place]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or (restart > 0 and place < restart):
                del counts[deeper]
        found = self._number(chosen, levels, place, counts, first)
        return found if found.text or found.bullet else None

    def _number(
        self, chosen: _List, levels: dict[int, _Level], place: int, counts: dict[int, int], first: bool
    ) -> ListNumber:
        level = levels[place]

        def shown(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            if index not in levels:
                return ""
            form = "decimal" if level.legal and levels[index].form != "bullet" else levels[index].form
            return written_number(counts.get(index, levels[index].start), form)

        bullet = level.form == "bullet"
        text = "" if bullet else _PLACE.sub(shown, level.text).strip()
        letter = level.form in ("lowerLetter", "upperLetter", "lowerRoman")
        clause = not bullet and (
            is_section_number(text) or (not letter and self._numbers_clauses(chosen, levels, place))
        )
        return ListNumber(
            text=text,
            abstract=chosen.abstract,
            level=place,
            bullet=bullet,
            clause=clause,
            first=first,
            indent=level.indent,
            kind=2 if bullet else 1 if letter else 0,
        )

    def _numbers_clauses(self, chosen: _List, levels: dict[int, _Level], place: int) -> bool:
        """Whether a plain "1." is the top of a numbering that goes on with "1.1"."""
        if place != 0 or 1 not in levels:
            return False
        known = self._clauses.get(chosen.abstract)
        if known is None:
            known = self._clauses[chosen.abstract] = len(set(_PLACE.findall(levels[1].text))) > 1
        return known

    def _levels(self, list_id: str) -> dict[int, _Level]:
        chosen = self._lists.get(list_id)
        if chosen is None:
            return {}
        levels = self._abstracts.get(chosen.abstract, {})
        return {**levels, **chosen.levels} if chosen.levels else levels

    def _read(self, root: Element) -> None:
        links: dict[str, str] = {}
        owners: dict[str, str] = {}
        for element in root.findall(w("abstractNum")):
            abstract = element.get(w("abstractNumId")) or ""
            levels = {}
            for definition in element.findall(w("lvl")):
                place = number(definition.get(w("ilvl")))
                if place is not None and 0 <= place < _LEVELS:
                    levels[place] = _level(definition)
            self._abstracts[abstract] = levels
            if link := value(element, w("numStyleLink")):
                links[abstract] = link
            if owner := value(element, w("styleLink")):
                owners[owner] = abstract
        for element in root.findall(w("num")):
            abstract = value(element, w("abstractNumId")) or ""
            abstract = owners.get(links.get(abstract, ""), abstract)
            chosen = _List(abstract)
            for override in element.findall(w("lvlOverride")):
                place = number(override.get(w("ilvl")))
                if place is None or not 0 <= place < _LEVELS:
                    continue
                start = number(value(override, w("startOverride")))
                changed = child(override, w("lvl"))
                if changed is not None:
                    chosen.levels[place] = _level(changed)
                if start is not None:
                    chosen.starts[place] = start
            self._lists[element.get(w("numId")) or ""] = chosen


def _level(element: Element) -> _Level:
    forms = list(element.iter(w("numFmt")))
    form = forms[-1].get(VAL) or "decimal" if forms else "decimal"
    indent = child(child(element, w("pPr")), w("ind"))
    left = None if indent is None else indent.get(w("left")) or indent.get(w("start"))
    return _Level(
        start=number(value(element, w("start")), 0) or 0,
        form=form,
        text=(value(element, w("lvlText")) or "")[:100],
        legal=bool(switched(element, w("isLgl"))),
        style=value(element, w("pStyle")),
        restart=number(value(element, w("lvlRestart"))),
        indent=number(left, 0) or 0,
    )
