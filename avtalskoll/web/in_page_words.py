"""Sentences of the program that name options of the command line, as the page calls them."""

from __future__ import annotations

_OPTIONS = (
    ("--ocr", "valet ”Maskinläs inskannade sidor”"),
    ("--format html", "länken ”Rapporten”"),
    ("--output", "en annan plats"),
)


def in_page_words(sentence: str) -> str:
    """The sentence, in words that somebody who has only seen the page understands."""
    for option, words in _OPTIONS:
        sentence = sentence.replace(option, words)
    return sentence
