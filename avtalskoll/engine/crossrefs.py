"""References from one clause to another of the same document: "enligt punkt 4.2", "som anges i § 7"."""

from __future__ import annotations

import re

from avtalskoll.engine.clause import Clause

NUMBER = r"\d{1,2}(?:\.\d{1,2})*(?: ?[a-h](?![a-zåäö]))?"
"""A section's number as a pattern: 3, 4.2, 4 a."""
_LETTER = r"(?:[a-hj-z]|[ivx]{2,5}|i(?=[.,;:)]|$))(?!\w)"
"""A section's letter or roman number; a lone "i" only where it cannot be the preposition."""
_REFERENCE = re.compile(
    rf"(?:^|\b(?:enligt|i|av|till|under|för|vid|från|om|med|och|följer av|enl\.?) )(?:vad som (?:sägs|anges) i )?"
    rf"(?:(?:bestämmelserna|villkoren|reglerna) i )?"
    rf"(?:(?:punkt(?:en|erna)?|avsnitt(?:et|en)?|klausul|kapitel|artikel|§§?|paragraf(?:en|erna)?) ?"
    rf"(?P<first>{NUMBER}|{_LETTER})(?:(?:,| och| samt| eller| ?–| ?-| till) ?(?:§ ?)?(?P<last>{NUMBER}))?"
    rf"|(?P<before>{NUMBER}) ?§)"
)
_LAW_FOLLOWS = re.compile(
    r" ?§? ?(?:\w+ stycket )?(?:hsl|sol|lss|hsf|psl|i? ?lag|hälso- och|patient|socialtjänst|förordning|i? ?ramavtal|"
    r"i? ?huvudavtal|\(\d{4}:)"
)
_MOST = 12


def resolve_references(clauses: list[Clause]) -> None:
    """Note on each clause which clauses it refers to. References to acts and to other documents are left alone."""
    by_section: dict[tuple[int, str], list[int]] = {}
    for clause in clauses:
        if clause.only_names or clause.role == "replaced":
            continue
        parts = section_number(clause.block.section).split(".")
        for size in range(1, len(parts) + 1):
            by_section.setdefault((clause.document, ".".join(parts[:size])), []).append(clause.index)
    for clause in clauses:
        if clause.only_names:
            continue
        for match in _REFERENCE.finditer(clause.plain):
            if _LAW_FOLLOWS.match(clause.plain, match.end()):
                continue
            for number in (match["first"], match["last"], match["before"]):
                found = by_section.get((clause.document, section_number(number or "")), ()) if number else ()
                clause.refers_to += [index for index in found[:_MOST] if index != clause.index]


def section_number(section: str) -> str:
    """A section's number without signs: "§ 4 a" and "4 a §" give "4a", "3.2." gives "3.2"."""
    return re.sub(r"[§\s]|kapitel|kap|punkt|artikel|avsnitt", "", section.lower()).strip(".) ")
