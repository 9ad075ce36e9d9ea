"""Later documents of a set that replace clauses of earlier ones (reading rule R14)."""

from __future__ import annotations

import re
from typing import NamedTuple

from avtalskoll.engine.clause import Clause
from avtalskoll.engine.crossrefs import NUMBER, section_number
from avtalskoll.engine.exchanged_words import exchange_words, exchanged_words
from avtalskoll.engine.precedence import names_itself
from avtalskoll.swedish.normal import plain_text

_PLACE = r"(?:punkt(?:en|erna)?|p\.|avsnitt(?:et|en)?|§§?|paragraf(?:en|erna)?|kapitel|klausul|bilaga)"
_PARAGRAPHS = {"första": 0, "andra": 1, "tredje": 2, "fjärde": 3, "femte": 4}
_TARGET = re.compile(
    rf"(?:{_PLACE} ?(?P<numbers>{NUMBER}(?:(?:, | och | samt | ?– ?| till )(?:§ ?)?{NUMBER})*)"
    rf"|(?P<before>{NUMBER}) ?§)"
    rf"(?: (?P<paragraph>{'|'.join(_PARAGRAPHS)}) stycket)?(?:,? (?P<sentence>{'|'.join(_PARAGRAPHS)}) meningen)?"
)
_SENTENCE_OF = re.compile(rf"(?P<sentence>{'|'.join(_PARAGRAPHS)}) meningen (?:i|av) $")
_REPLACES = re.compile(
    r"ersätts|ersättes|utgår|upphör att gälla|upphävs|(?:följande|ny|ändrad|denna) (?:nya |ändrade )?lydelse|"
    r"(?:ändras|ändrats) (?:till|så att)|(?:ska|skall) (?:i stället |hädanefter |härefter )?lyda|lyder i stället|"
    r"tas bort|stryks|gäller inte längre|i stället för"
)
_FARTHEST = 220
_INSTEAD = re.compile(r"i stället för (?:vad som (?:sägs|anges|står) i |bestämmelsen i )?")
_LABELLED = re.compile(
    rf"^\W*(?:\w*(?:avtal|överenskommelse)\w*(?: \S+){{0,4}}?)?,? ?"
    rf"(?:{_PLACE} ?(?P<number>{NUMBER})|(?P<before>{NUMBER}) ?§)[^:]{{0,20}}:"
)
_ONLY_DIRECTS = re.compile(
    r"(?:(?:följande|denna|nedanstående|ny|ändrad)(?: nya| ändrade)?|enligt nedan|som följer)"
    r"(?: lydelse| text| ordalydelse| bestämmelser?)?\W*$"
)
"""The sentence only says what is replaced; what applies instead follows."""
_CITES_LAW = re.compile(r"kap\.? *$")
_NAMES_LAW = re.compile(r" ?§? ?(?:hsl|sol|lss|patientlag|hälso- och sjukvårdslag|socialtjänstlag|i? ?lagen|\(\d{4}:)")
_NAMES_DOCUMENT = re.compile(r"\w*(?:avtal|överenskommelse)\w*|bilaga|tillägg")
_LATER = re.compile(r"tilläggsavtal|tilläggsöverenskommelse|ändringsavtal|ändring av|ändringar i|\btillägg\b|addendum")


class _Target(NamedTuple):
    """A section that an amendment replaces, or one paragraph or sentence of it (from 0)."""

    section: str
    paragraph: int | None
    sentence: int | None = None


def mark_replaced(clauses: list[Clause]) -> None:
    """Give clauses that an amendment replaces the role "replaced". The amendment's own text stays operative."""
    sections = _sections(clauses)
    for amending in clauses:
        if amending.role in ("toc", "replaced", "background"):
            continue
        text = _heading_text(amending) if amending.block.kind == "heading" else amending.plain
        exchange = exchanged_words(text)
        targets = [t for m in _TARGET.finditer(text) for t in _of_match(m, text)] if exchange else _targets(text)
        for target in targets:
            section = [
                clause
                for clause in clauses
                if _is_older(clause, amending) and _within(sections[clause.index], target.section)
            ]
            if exchange:
                for clause in section:
                    exchange_words(clause, exchange, amending)
                continue
            replaced = _part_of(section, target)
            for clause in replaced:
                clause.role = "replaced"
            if replaced and amending.role == "operative" and _ONLY_DIRECTS.search(text):
                amending.role = "heading"


def _heading_text(clause: Clause) -> str:
    """A heading as it reads; without its own number where another follows: "2 § 5 får följande lydelse"."""
    text = plain_text(clause.block.text)
    rest = text.removeprefix(plain_text(clause.block.number)).strip()
    return rest if _TARGET.match(rest) else text


def _part_of(section: list[Clause], target: _Target) -> list[Clause]:
    """What the amendment replaces of a section's clauses: one sentence, one paragraph or all of them."""
    if target.sentence is None and target.paragraph is None:
        return section
    body = [clause for clause in section if clause.role != "heading"]
    if target.sentence is not None:
        return body[target.sentence : target.sentence + 1]
    blocks = list(dict.fromkeys(clause.block.ordinal for clause in body))
    chosen = blocks[target.paragraph :][:1]
    return [clause for clause in body if clause.block.ordinal in chosen]


def _targets(text: str) -> list[_Target]:
    """What the sentence replaces: the sections named before the replacing words, or right after them."""
    found: list[_Target] = []
    for instead in _INSTEAD.finditer(text):
        match = _TARGET.match(text, instead.end())
        found += _of_match(match, text) if match else []
    replaces = _REPLACES.search(text)
    if replaces:
        for match in _TARGET.finditer(text, max(0, replaces.start() - _FARTHEST), replaces.start()):
            found += _of_match(match, text)
        following = _TARGET.match(text, replaces.end() + 1)  # "genom tillägget ersätts §§ 3 och 7 med följande"
        found += _of_match(following, text) if following else []
    return found


def _of_match(match: re.Match[str], text: str) -> list[_Target]:
    if _CITES_LAW.search(text[: match.start()]) or _NAMES_LAW.match(text, match.end()):
        return []
    paragraph = _PARAGRAPHS.get(match["paragraph"] or "")
    before = _SENTENCE_OF.search(text, 0, match.start())
    sentence = _PARAGRAPHS.get(match["sentence"] or (before["sentence"] if before else ""))
    numbers = re.findall(NUMBER, match["numbers"] or match["before"])
    if match["numbers"] and re.search(r"–| till ", match["numbers"]) and all(number.isdigit() for number in numbers):
        numbers = [str(number) for number in range(int(numbers[0]), int(numbers[-1]) + 1)]
    last = len(numbers) - 1
    return [
        _Target(section_number(number), paragraph if place == last else None, sentence if place == last else None)
        for place, number in enumerate(numbers)
    ]


def _is_older(clause: Clause, amending: Clause) -> bool:
    """Another document, or the same one where the amendment follows further down under a heading of its own."""
    if clause.role in ("toc", "replaced") or clause.document > amending.document:
        return False
    if clause.document != amending.document:
        return True
    own = " ".join(amending.block.headings).lower()
    other = " ".join(clause.block.headings).lower()
    amends = amending.part == "tillägg" or bool(_LATER.search(own))
    return amends and clause.part != "tillägg" and not _LATER.search(other) and clause.index < amending.index


def _sections(clauses: list[Clause]) -> list[str]:
    """The section of each clause: its block's, or as the text names it without a heading.

    That is a label of its block ("Huvudavtalet § 5: ..."), or a line or a heading above ("Avtal 2021, punkt 9").
    """
    found: list[str] = []
    document, titled = -1, ""
    labelled: dict[tuple[int, int], str] = {}
    headed: dict[str, str] = {}
    for clause in clauses:
        if clause.document != document or clause.block.headings:
            document, titled = clause.document, ""
        block = (clause.document, clause.block.ordinal)
        if block not in labelled:
            label = _LABELLED.match(clause.plain)
            labelled[block] = section_number(label["number"] or label["before"]) if label else ""
        title = _names_section(clause)
        titled = title if title is not None else titled
        section = clause.block.section
        if section not in headed:
            headed[section] = _in_heading(section) or section_number(section)
        found.append(labelled[block] or titled or headed[section])
    return found


def _names_section(clause: Clause) -> str | None:
    """The section that a line by itself names; "" where it is such a line without a section; None for other clauses."""
    text = names_itself(clause) if clause.block.kind == "paragraph" else None
    if text is None or not _NAMES_DOCUMENT.match(text):
        return None
    return _last_number(text)


def _in_heading(section: str) -> str:
    """The section that a heading without a number of its own names: "Samverkansavtal 2023, § 9"; else ""."""
    text = plain_text(section)
    return _last_number(text) if _NAMES_DOCUMENT.match(text) else ""


def _last_number(text: str) -> str:
    numbers = [match["numbers"] or match["before"] for match in _TARGET.finditer(text)]
    return section_number(numbers[-1]) if numbers else ""


def _within(section: str, number: str) -> bool:
    """Whether a section is the one with the number, or one below it."""
    return section == number or section.startswith(number + ".")
