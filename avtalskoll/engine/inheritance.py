"""What a sentence takes over from around it: table heads, lead-ins, the sentence that it refers back to."""

from __future__ import annotations

from collections.abc import Sequence

from avtalskoll.agreement import Block
from avtalskoll.engine.cells import Cells
from avtalskoll.engine.passage import Passage
from avtalskoll.engine.wordings import Wordings
from avtalskoll.swedish.anaphora import refers_back
from avtalskoll.swedish.tokens import Token

_RUNS_ON = frozenset("att ska skall bör kan får för har inte ej måste genom om av till är och".split())


class Inheritance:
    """The words that the sentences of a document's blocks inherit. Inherited tokens stand nowhere: offsets 0."""

    def __init__(self, blocks: Sequence[Block], wordings: Wordings, cells: Cells) -> None:
        self._blocks = blocks
        self._wordings = wordings
        self._cells = cells

    def around(self, block: Block, previous: Block | None) -> tuple[Passage, ...]:
        """The rest of the block, and the block before it under the same heading; for a cell what stands round it."""
        if block.kind == "cell":
            return self._cells.around(block)
        words = self._wordings.of(block)
        around = list(words.sentences) if len(words.sentences) > 1 else []
        if previous is not None and previous.headings == block.headings:
            around.extend(self._wordings.of(previous).sentences)
            if previous.lead_in is not None and block.lead_in is None:
                around.append(self._wordings.of(self._blocks[previous.lead_in]).whole)
        if block.parent is not None and 0 <= block.parent < len(self._blocks):
            around.append(self._wordings.of(self._blocks[block.parent]).whole)
        return tuple(around)

    def heads_and_lead(self, block: Block) -> tuple[list[Token], int]:
        """Tokens of table heads and lead-ins that the block's sentences inherit, and how many of them are lead-in."""
        tokens: list[Token] = []
        for text in (*block.column_heads, *self._cells.row_heads(block)):
            head = self._wordings.heading(text).tokens
            if head and text != block.text:
                tokens += [Token(token.word, 0, 0) for token in head] + [Token(",", 0, 0)]
        lead = block.lead_in if self._introduces(block) else None
        lead_tokens: list[Token] = []
        steps = 0
        while lead is not None and 0 <= lead < block.ordinal and steps < 4:
            above = self._wordings.of(self._blocks[lead])
            if above.spans:
                first, last = above.spans[-1]
                piece = [Token(token.word, 0, 0) for token in above.tokens[first:last]]
                while piece and piece[-1].word in ":.;,":
                    piece.pop()
                if piece and piece[-1].word not in _RUNS_ON:
                    piece.append(Token(",", 0, 0))
                lead_tokens = piece + lead_tokens
            lead, steps = self._blocks[lead].lead_in, steps + 1
        return tokens + lead_tokens, len(lead_tokens)

    def said_before(
        self, block: Block, previous: Block | None, sentence_number: int, own: Sequence[Token]
    ) -> list[Token]:
        """Tokens of the sentence before, where the sentence says the same of something else; they stand nowhere."""
        if block.kind == "cell" or refers_back([token.word for token in own]) is None:
            return []
        if sentence_number:
            above = self._wordings.of(block)
            first, last = above.spans[sentence_number - 1]
        elif previous is not None and previous.kind != "cell" and previous.headings == block.headings:
            above = self._wordings.of(previous)
            first, last = above.spans[-1]
        else:
            return []
        said = [Token(token.word, 0, 0) for token in above.tokens[first:last]]
        while said and not said[-1].is_word:
            said.pop()
        return [*said, Token(",", 0, 0)] if said else []

    def _introduces(self, block: Block) -> bool:
        """Whether the block above a list item leads into it: a colon, an unfinished sentence, or items that run on."""
        if block.lead_in is None or not 0 <= block.lead_in < len(self._blocks):
            return False
        above = self._blocks[block.lead_in].text.rstrip()
        if above.endswith(":"):
            return True
        words = self._wordings.of(self._blocks[block.lead_in]).tokens
        if words and words[-1].word in _RUNS_ON:
            return True
        own = self._wordings.of(block).tokens
        begins_low = bool(own) and block.text[own[0].start : own[0].start + 1].islower()
        return begins_low and not above.endswith(".")
