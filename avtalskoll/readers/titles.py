"""Whether a line without any heading style reads as a heading: a conservative rule.

Headings are never evidence, so a duty taken for a heading would be lost. A line with a finite verb or a full stop
is therefore never a heading by this rule.
"""

from __future__ import annotations

import re

_VERB_WORDS = """
    ska skall bör kan får måste må är har hade blir finns gäller svarar ansvarar åtar åligger träder upphör utgör
    innebär erbjuder tillhandahåller säkerställer utför besöker deltar medverkar omfattar avser sker görs ges bedöms
    följs regleras beslutar anlitar ersätter bekostar betalar meddelar informerar förbinder överenskommer strävar
    avsätter bemannar ingår krävs behövs begär saknas lämnar sluter tecknar ger tar gör kommer beror äger bär står
    upprättas genomförs samverkar samarbetar samråder rapporterar dokumenterar tillämpas löser löses hanteras fördelas
    utser utses kallar träffas håller hålls faktureras ersätts justeras räknas uppgår prövas avgörs konstateras
    ordinerar förskriver bistår stödjer stöder planerar rapporteras behandlas lämnas används delas erhåller hör
"""
_VERBS = frozenset(_VERB_WORDS.split())
_ASKS = frozenset(["vad", "vem", "vilka", "vilken", "vilket", "hur", "när", "var", "varför", "om", "så"])
_ABBREVIATED = re.compile(r"(?:\bm\.?\s?m|\bm\.?\s?fl|\betc|\bo\.?\s?d|\bdyl|\bresp|\binkl)\.$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_UNFINISHED = re.compile(r"\b(?:att|som|för|av|till|och|eller|samt|följande|enligt|med|på|i|om)$", re.IGNORECASE)
_CAPTION = re.compile(r"(?:tabell|figur|bild|diagram)\s+\d", re.IGNORECASE)
_OPENING = "\"”“'»*_(["


def is_title(text: str, *, marked: bool = False) -> bool:
    """Whether `text` (without its number) could be a heading.

    `marked` says that it is bold, larger or in capitals; then a question ("Vad avtalet omfattar") may hold a verb.
    """
    line = text.strip(" \t\u00a0*_–—-")
    if not line or len(line) > 90 or "\n" in line or "\t" in line:
        return False
    if line[-1] in ".:;,!" and not _ABBREVIATED.search(line):
        return False
    words = _WORD.findall(line)
    if _CAPTION.match(line) or _UNFINISHED.search(line):
        return False
    if not words or len(line.split()) > 12:
        return False
    first = line.lstrip(_OPENING)[:1]
    if not (first.isupper() or first.isdigit()):
        return False
    if marked and words[0].lower() in _ASKS:
        return True
    return not any(word.lower() in _VERBS for word in words)


def is_capitals(text: str) -> bool:
    """Whether the line is written in capitals."""
    return text.isupper() and sum(map(str.isalpha, text)) >= 4


def is_clause(text: str) -> bool:
    """Whether a paragraph in a heading style is in truth a clause: a sentence with a verb, or a long text."""
    line = text.strip()
    if len(line) > 200 or len(line.split()) > 25:
        return True
    return line.endswith((".", ";", ":")) and not _ABBREVIATED.search(line) and has_verb(line)


def has_verb(text: str) -> bool:
    """Whether the text holds a common finite verb of agreements."""
    return any(word.lower() in _VERBS for word in _WORD.findall(text))
