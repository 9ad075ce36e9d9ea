"""The words of a document's blocks and headings, each read once."""

from __future__ import annotations

from dataclasses import dataclass, field

from avtalskoll.agreement import Block
from avtalskoll.checklist.vocabulary import Vocabulary
from avtalskoll.engine.passage import Passage
from avtalskoll.engine.repealed import without_repealed
from avtalskoll.engine.short_names import ShortNames, with_parties
from avtalskoll.swedish.normal import normalise
from avtalskoll.swedish.sentences import sentence_spans
from avtalskoll.swedish.tokens import Token, tokenise
from avtalskoll.swedish.verbs import modality

_LONGEST_RUN_IN = 3
_BULLETS = frozenset("-•*–·▪◦")


@dataclass
class BlockWords:
    """A block's tokens without its label, and its sentences: as spans of the tokens and as passages."""

    tokens: list[Token]
    spans: list[tuple[int, int]]
    whole: Passage
    sentences: list[Passage] = field(default_factory=list)


class Wordings:
    """Reads blocks and headings with one vocabulary, the parties' short names as the parties."""

    def __init__(self, vocabulary: Vocabulary, names: ShortNames) -> None:
        self.vocabulary = vocabulary
        self._names = names
        self._blocks: dict[int, BlockWords] = {}
        self._headings: dict[str, Passage] = {}

    def of(self, block: Block) -> BlockWords:
        """The block's words; blocks are told apart by their ordinals."""
        words = self._blocks.get(block.ordinal)
        if words is None:
            tokens = without_repealed(_without_label(block, tokenise(normalise(block.text))))
            tokens = with_parties(tokens, self._names)
            spans = sentence_spans(tokens, block.text)
            words = BlockWords(tokens, spans, Passage(tokens, self.vocabulary))
            words.sentences = (
                [words.whole]
                if len(spans) == 1
                else [Passage(tokens[first:last], self.vocabulary) for first, last in spans]
            )
            self._blocks[block.ordinal] = words
        return words

    def heading(self, text: str) -> Passage:
        """The words of a heading, or of a cell that heads a row or column."""
        if text not in self._headings:
            self._headings[text] = Passage(with_parties(tokenise(normalise(text)), self._names), self.vocabulary)
        return self._headings[text]


def is_run_in(words: BlockWords) -> bool:
    """Whether the block begins with a heading of its own: one to three words without a verb, and then a sentence."""
    if len(words.spans) < 2:
        return False
    first, last = words.spans[0]
    opening = [token for token in words.tokens[first:last] if token.is_word]
    ends = words.tokens[last - 1].word in ".:"
    plain = not any(modality(token.word) or token.is_number for token in words.tokens[first:last])
    return ends and plain and 0 < len(opening) <= _LONGEST_RUN_IN


def _without_label(block: Block, tokens: list[Token]) -> list[Token]:
    """The tokens after a bullet or a typed number ("a)", "3.2") at the head of the block."""
    if tokens and tokens[0].word in _BULLETS and len(tokens) > 1:
        return tokens[1:]
    label = block.number.strip()
    if not label or not block.text.lstrip().startswith(label):
        return tokens
    end = len(block.text) - len(block.text.lstrip()) + len(label)
    rest = [token for token in tokens if token.start >= end]
    while rest and rest[0].word in ").:–-":
        rest = rest[1:]
    return rest or tokens
