"""The unit that requirements are judged on: one sentence with all that its place adds to it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from avtalskoll.agreement import Block
from avtalskoll.engine.passage import Passage
from avtalskoll.swedish.normal import plain_text
from avtalskoll.swedish.quantities import bare_amount, bare_frequency, period_of, quantities
from avtalskoll.swedish.quantity import Quantity
from avtalskoll.swedish.segment import SentenceStructure

Role = Literal[
    "operative", "background", "definition", "other_topic", "negotiation", "replaced", "title", "heading", "toc"
]


@dataclass(eq=False)
class Clause:
    """A sentence of a block.

    `passage` holds the words of what the sentence inherits (lead-in, table heads) before its own, which begin at
    token `own_from`. `start` and `end` are offsets of the own sentence in the block's text.
    """

    index: int
    document: int
    block: Block
    start: int
    end: int
    passage: Passage
    own_from: int
    counts_from: int
    """A hit must hold a token from here on; before `own_from` only where a cell speaks for its row's head."""
    structure: SentenceStructure
    role: Role = "operative"
    headings: tuple[Passage, ...] = ()
    """The headings above, outermost first."""
    titles: int = 0
    """How many of the headings are the document's title, which names all its matters at once: 0 or 1."""
    around: tuple[Passage, ...] = ()
    """The rest of the block and the block before it in the same section."""
    lead_weak: str = ""
    """The reserving word of the lead-in, where it reserves everything below it."""
    siblings: list[int] = field(default_factory=list)
    """Indexes of the clauses of the same block or list, this one included."""
    defined_by: list[int] = field(default_factory=list)
    """Indexes of the definitions of words that the clause uses."""
    refers_to: list[int] = field(default_factory=list)
    """Indexes of the clauses of the same document that the clause refers to ("enligt punkt 4.2")."""
    section_key: str = ""
    """Equal for clauses of the same section of the same document."""
    rank: int = 0
    """Rank of the document under a stated order of precedence, 0 the highest; equal ranks where none is stated."""
    part: str = "huvud"
    """The kind of document that the clause stands in: huvud, lokal, bilaga or tillägg."""
    amended_by: Clause | None = None
    """The clause that exchanges words of it, to be quoted with it."""
    defers: bool = False
    """Says that the matter is regulated in another document."""
    defers_to_absent: bool = False
    deferral: range = range(0)
    """The tokens of the statement that says so."""

    @property
    def quote(self) -> str:
        """The sentence, verbatim."""
        return self.block.text[self.start : self.end]

    @property
    def only_names(self) -> bool:
        """A title, a heading or a line of a table of contents: it names what other clauses say."""
        return self.role in ("title", "heading", "toc")

    @cached_property
    def plain(self) -> str:
        """The sentence, normalised (lower case, single blanks and hyphens)."""
        return plain_text(self.quote)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Quantities of the sentence and of what it inherits."""
        found = quantities(list(self.passage.tokens))
        if self.block.kind != "cell":
            return found
        found = (*found, *bare_frequency(self.passage.tokens, self.own_from))
        period = period_of(self.passage.tokens[: self.own_from])
        if period is None:
            return found
        if not any(q.first >= self.own_from for q in found):
            found = (*found, *bare_amount(self.passage.tokens, self.own_from))
        return tuple(
            replace(q, period_days=period)
            if q.kind == "amount" and q.period_days is None and q.first >= self.own_from
            else q
            for q in found
        )

    @cached_property
    def fingerprint(self) -> str:
        """Names the clause by its normalised words; the same words elsewhere have the same fingerprint."""
        words = " ".join(
            token.word for token in self.passage.tokens[self.own_from :] if any(sign.isalnum() for sign in token.word)
        )
        return hashlib.sha256(words.encode()).hexdigest()[:16]
