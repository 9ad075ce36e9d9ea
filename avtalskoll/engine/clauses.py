"""From an agreement to its clauses."""

from __future__ import annotations

from avtalskoll.agreement import Agreement, Block
from avtalskoll.checklist import Checklist
from avtalskoll.engine.cells import Cells
from avtalskoll.engine.clause import Clause, Role
from avtalskoll.engine.handing import hand_back, hand_down, spare_from_row
from avtalskoll.engine.inheritance import Inheritance
from avtalskoll.engine.passage import Passage
from avtalskoll.engine.roles import counts_anyway, opening_role, section_role, topic_role
from avtalskoll.engine.short_names import ShortNames, short_names
from avtalskoll.engine.wordings import Wordings, is_run_in
from avtalskoll.swedish.segments import structure
from avtalskoll.swedish.verbs import is_infinitive, modality

_TITLES = 3
_LONGEST_TITLE = 12
_LONGEST_LINE = 4
_NEAR_THE_START = 3
_OF_A_MEETING = frozenset("från fört förda vid över av den för".split())


def build_clauses(agreement: Agreement, checklist: Checklist) -> list[Clause]:
    """All clauses of all documents in order. Headings and tables of contents give clauses too, with those roles."""
    clauses: list[Clause] = []
    names = short_names(agreement)
    for number, document in enumerate(agreement.documents):
        _DocumentClauses(number, document.blocks, checklist, names, clauses).build()
    return clauses


class _DocumentClauses:
    def __init__(
        self, number: int, blocks: tuple[Block, ...], checklist: Checklist, names: ShortNames, out: list[Clause]
    ) -> None:
        self.number = number
        self.blocks = blocks
        self.vocabulary = checklist.vocabulary
        self.rules = checklist.manifest.structure
        self.out = out
        self.wordings = Wordings(checklist.vocabulary, names)
        self.cells = Cells(blocks, self.wordings)
        self.inheritance = Inheritance(blocks, self.wordings, self.cells)
        self.minutes = False
        self.line: Passage | None = None
        """A line by itself that says what the paragraphs below it are: "Bakgrund"."""
        self.lists: dict[object, list[int]] = {}

    def build(self) -> None:
        """Append the clauses of the document to the list given."""
        first = next((block for block in self.blocks if block.text.strip()), None)
        self.minutes = first is not None and self._is_of_minutes(first)
        previous: Block | None = None
        carried: Role = "operative"
        for block in self.blocks:
            if previous is None or previous.headings != block.headings:
                carried, self.line = "operative", None
            if self._is_line(block):
                self.line = self._heading_line(block)
            carried = self._block(block, previous, carried)
            if block.kind not in ("heading", "toc"):
                previous = block

    def _block(self, block: Block, previous: Block | None, carried: Role) -> Role:
        words = self.wordings.of(block)
        headings = outer = tuple(self.wordings.heading(text) for text in block.headings)
        titles = int(len(headings) > 1 and self._is_of_title(block.headings[0]))
        line = () if self.line is None else (self.line,)
        base: Role = section_role((*headings, *line), self.rules)
        if self.minutes and base == "operative":
            base = "background"
        if block.kind in ("heading", "toc"):
            base = "title" if self._is_title(block) else block.kind
        elif base == "operative":
            base = opening_role(words.whole, self.rules) or base
        if block.lead_in is not None and self._lists_contents(self.blocks[block.lead_in]):
            base = "toc"
        if base == "operative" and self.cells.only_names(block):
            base = "heading"
        around = self.inheritance.around(block, previous)
        inherited, lead_words = self.inheritance.heads_and_lead(block)
        indexes: list[int] = []
        lead = block.lead_in
        ticked, cell = self.cells.ticked(block), block
        for sentence_number, (first, last) in enumerate(words.spans):
            own = words.tokens[first:last]
            if block.kind != "cell" and sentence_number and not any(t.is_word or t.is_number for t in own):
                continue  # a closing quotation mark
            if ticked is not None:
                # A mark says that the row's head holds for the column: the head's words are the clause.
                block, own = ticked, self.wordings.of(ticked).tokens
                inherited = [token for token in inherited if token.word not in {t.word for t in own}]
                first, last = 0, len(own)
            role = base
            if base == "operative":
                before = carried if sentence_number or lead is not None else "operative"
                role = carried = topic_role(words.sentences[sentence_number], before, self.rules)
                if role == "operative" and block.kind == "cell" and self.cells.of_other_topic(block, self.rules):
                    role = "other_topic"
            elif counts_anyway(words.sentences[sentence_number], base, self.rules):
                role = "background" if self.minutes and base == "background" else "operative"
            if not sentence_number and block.kind != "cell" and is_run_in(words) and role == "operative":
                role = "heading"
            if own[-1].word == "?" and role == "operative":
                role = "heading" if ticked is None else role
            said_before = self.inheritance.said_before(block, previous, sentence_number, own)
            prefix = [*inherited, *said_before]
            tokens = [*prefix, *own]
            sentence = structure(tokens, own_from=len(prefix))
            if sentence_number and block.kind != "cell" and is_run_in(words):
                headings = (*outer, words.sentences[0])  # "Avtalstid. 1 januari 2025 – 31 december 2027."
            said = [token for token in own if token.word != "*"] or own  # Markdown's emphasis is not quoted at the ends
            clause = Clause(
                index=len(self.out), document=self.number, block=block, start=said[0].start, end=said[-1].end,
                passage=Passage(tokens, self.vocabulary) if prefix else words.sentences[sentence_number],
                own_from=len(prefix), counts_from=self.cells.counts_from(block, own, len(prefix)), structure=sentence,
                role=role, headings=headings, titles=titles, around=around,
                section_key=f"{self.number}|{'|'.join(block.headings) or block.section.split('.')[0]}",
            )  # fmt: skip
            if ticked is not None and self.cells.crossed(cell):
                for segment in sentence.segments:
                    segment.negators = segment.negators or [-1]
            if block.kind == "cell" and ticked is None and is_infinitive(own[0].word):
                spare_from_row(clause)
            if prefix and ticked is None and self.cells.denies_row(block, own):
                for token in range(len(prefix)):
                    sentence.at(token).negators = sentence.at(token).negators or [-1]
            if said_before:
                hand_back(clause)
            if prefix:
                hand_down(clause, lead_words + len(said_before))
            indexes.append(clause.index)
            self.out.append(clause)
        key: object = (block.table, block.row) if block.kind == "cell" else lead if lead is not None else block.ordinal
        family = self.lists.setdefault(key, [])
        family.extend(indexes)
        for index in indexes:
            self.out[index].siblings = family
        return carried

    def _is_of_minutes(self, first: Block) -> bool:
        """Whether the first block names the text minutes: a heading, a line by itself, or how a sentence begins."""
        words = self.wordings.of(first)
        by_itself = first.kind == "heading" or sum(token.is_word for token in words.tokens) <= _LONGEST_TITLE
        for span in words.whole.hits(self.rules.minutes):
            following = words.tokens[span.last].word if span.last < len(words.tokens) else ""
            if by_itself or (span.first < _NEAR_THE_START and following in _OF_A_MEETING):
                return True
        return False

    def _is_title(self, block: Block) -> bool:
        """Whether the block opens the document as an unnumbered heading: only there, perhaps, are the parties named."""
        if block.ordinal >= _TITLES:
            return False
        return all(b.kind == "heading" and not b.number for b in self.blocks[: block.ordinal + 1])

    def _is_of_title(self, heading: str) -> bool:
        """Whether the heading opens the document and is more than a name such as "Bakgrund"."""
        return self.blocks[0].text == heading and sum(t.is_word for t in self.wordings.heading(heading).tokens) > 2

    def _is_line(self, block: Block) -> bool:
        """Whether the block is a few words by themselves, without a verb or a stop."""
        tokens = self.wordings.of(block).tokens if block.kind == "paragraph" else []
        words = sum(token.is_word for token in tokens)
        ends = tokens[-1].word if tokens else "."
        return 0 < words <= _LONGEST_LINE and ends not in ".:;,?" and not any(modality(token.word) for token in tokens)

    def _heading_line(self, block: Block) -> Passage | None:
        line = self.wordings.of(block).whole
        return line if section_role((line,), self.rules) in ("background", "definition", "negotiation") else None

    def _lists_contents(self, block: Block) -> bool:
        """Whether the block is the word "Innehåll" alone: the list below it is a table of contents."""
        words = self.wordings.of(block)
        return words.whole.has(self.rules.contents) and sum(token.is_word for token in words.tokens) == 1
