"""Agreements to vary, and ways to vary them: shared by the tests of what must hold whatever the text says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from hypothesis import HealthCheck, settings

from avtalskoll.agreement import Agreement, Block, Document
from avtalskoll.audit_report import AuditReport, Facts
from avtalskoll.auditing import audit_agreement
from avtalskoll.checklist import Checklist
from avtalskoll.engine import assess
from avtalskoll.engine.finding import Finding
from avtalskoll.readers import read_bytes
from tests.conftest import AS_OF, ROOT

SAMPLES = sorted((ROOT / "sample_agreements").glob("*.docx"))
_TABLES_FROM = 1000
_TITLES = 3

Noise = Callable[[str], str]


def few(examples: int) -> settings:
    """Settings for a property whose examples each cost an audit: few, always the same, without a time limit."""
    return settings(
        max_examples=examples,
        derandomize=True,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )


# ---------------------------------------------------------------- reading and auditing


def markdown(text: str, name: str = "avtal.md") -> Agreement:
    return Agreement(documents=(read_bytes(text.encode(), name),))


def audited(agreement: Agreement, checklist: Checklist) -> AuditReport:
    """Audit, and check what must hold of every report: each quote is verbatim at its offsets."""
    report = audit_agreement(agreement, as_of=AS_OF, checklist=checklist)
    assert_quotes_verbatim(report, agreement)
    return report


def assert_quotes_verbatim(report: AuditReport, agreement: Agreement) -> None:
    documents = {document.name: document for document in agreement.documents}
    for result in report.results:
        for evidence in result.evidence:
            block = documents[evidence.document].blocks[evidence.block]
            assert block.ordinal == evidence.block
            assert evidence.quote.strip()
            assert block.text[evidence.start : evidence.end] == evidence.quote
            # A heading is no evidence, but the title may be all that names the parties.
            assert block.kind != "toc" and (block.kind != "heading" or block.ordinal < _TITLES)


def verdicts(agreement: Agreement, checklist: Checklist) -> dict[str, str]:
    return {result.id: result.verdict for result in audited(agreement, checklist).results}


def finding(agreement: Agreement, checklist: Checklist, requirement: str) -> Finding:
    """The finding on one requirement alone, which is quicker than an audit."""
    wanted = [known for known in checklist.requirements if known.id == requirement]
    return assess(agreement, checklist, AS_OF, Facts(), wanted).findings[requirement]


def verdict_on(requirement: str, text: str, checklist: Checklist) -> str:
    """The verdict of a Markdown text on one requirement."""
    return finding(markdown(text), checklist, requirement).verdict


# ---------------------------------------------------------------- blocks


def with_blocks(agreement: Agreement, blocks: Sequence[Block]) -> Agreement:
    """The agreement with other blocks in its only document, renumbered."""
    new = {block.ordinal: place for place, block in enumerate(blocks) if block.ordinal >= 0}
    renumbered = tuple(
        block.model_copy(
            update={
                "ordinal": place,
                "lead_in": new.get(block.lead_in) if block.lead_in is not None else None,
                "parent": new.get(block.parent) if block.parent is not None else None,
            }
        )
        for place, block in enumerate(blocks)
    )
    document: Document = agreement.documents[0].model_copy(update={"blocks": renumbered})
    return Agreement(documents=(document,))


def without_blocks(agreement: Agreement, ordinals: Iterable[int]) -> Agreement:
    gone = set(ordinals)
    return with_blocks(agreement, [block for block in agreement.documents[0].blocks if block.ordinal not in gone])


def sections(agreement: Agreement) -> tuple[list[Block], list[list[Block]]]:
    """The title page with the parties, and the sections after it that stand at the top under the title."""
    head: list[Block] = []
    found: list[list[Block]] = []
    for block in agreement.documents[0].blocks:
        if block.kind == "heading" and len(block.headings) == 1 and block.number:
            found.append([])
        (found[-1] if found else head).append(block)
    if not found:  # headings without numbers
        head = []
        for block in agreement.documents[0].blocks:
            if block.kind == "heading" and len(block.headings) == 1:
                found.append([])
            (found[-1] if found else head).append(block)
    return head + found[0], found[1:]


@dataclass(frozen=True)
class OtherSection:
    """A section on a matter that has nothing to do with läkarmedverkan."""

    heading: str
    paragraphs: tuple[str, ...]
    lead_in: str
    items: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]

    def blocks(self, serial: int, under: tuple[str, ...]) -> list[Block]:
        """The section's blocks, under the headings given; `serial` keeps its ordinals and table apart from others."""
        first = 100_000 + serial * 1000
        inside = (*under, self.heading)
        made = [Block(ordinal=first, kind="heading", text=self.heading, level=1, section=self.heading, headings=under)]

        def add(**fields: object) -> None:
            made.append(
                Block.model_validate(
                    {"ordinal": first + len(made), "section": self.heading, "headings": inside, **fields}
                )
            )

        for text in (*self.paragraphs, self.lead_in):
            add(kind="paragraph", text=text)
        lead_in = made[-1].ordinal
        for text in self.items:
            add(kind="item", text=text, lead_in=lead_in)
        for row, cells in enumerate(self.table):
            for column, text in enumerate(cells):
                add(
                    kind="cell", text=text, table=_TABLES_FROM + serial, row=row, column=column,
                    column_heads=(self.table[0][column],) if row else (),
                    row_heads=(cells[0],) if row and column else (),
                )  # fmt: skip
        return made

    def markdown(self) -> str:
        head, *rows = (" | ".join(cells) for cells in self.table)
        rule = "|".join(["---"] * len(self.table[0]))
        table = "\n".join(f"| {line} |" for line in (head, rule, *rows))
        items = "\n".join(f"- {item}" for item in self.items)
        return "\n\n".join((f"## {self.heading}", *self.paragraphs, self.lead_in, items, table))


OTHER_SECTIONS = (
    OtherSection(
        "Fakturering av hjälpmedel",
        (
            "Kommunen betalar regionen hyra för förskrivna hjälpmedel enligt hjälpmedelscentralens prislista, dock "
            "högst 500 kronor per hjälpmedel och månad.",
            "Hyran för hjälpmedel följs upp varje kvartal. Fakturan för hjälpmedel betalas inom 30 dagar.",
        ),
        "Fakturan för hjälpmedel ska innehålla:",
        ("hjälpmedlets artikelnummer,", "antal uthyrda hjälpmedel,", "hyra per hjälpmedel och månad."),
        (("Hjälpmedel", "Hyra per månad"), ("Vårdsäng", "120 kronor"), ("Rullstol", "95 kronor")),
    ),
    OtherSection(
        "Parkering",
        (
            "Besökare parkerar på grusplanen bakom förvaltningshuset. Vid felparkering tas en kontrollavgift om 400 "
            "kronor ut.",
            "Parkeringstillstånd lämnas av kommunens fastighetsavdelning efter ansökan. Parkeringen är avstängd "
            "nattetid.",
        ),
        "Parkeringstillstånd krävs för:",
        ("förvaltningens bilar,", "hantverkare som arbetar i huset,", "besökare som stannar längre än två timmar."),
        (("Parkeringsplats", "Avgift"), ("Grusplanen", "Ingen avgift"), ("Garaget", "20 kronor per timme")),
    ),
    OtherSection(
        "IT-drift",
        (
            "Kommunens IT-avdelning svarar för IT-driften av ekonomisystemet. Supporten för ekonomisystemet är öppen "
            "vardagar klockan 7–16.",
            "Driftstopp i ekonomisystemet anmäls till IT-supporten, som återkommer inom fyra timmar.",
        ),
        "IT-supporten hjälper till med:",
        ("lösenord till ekonomisystemet,", "skrivare,", "programvara för löneutbetalningar."),
        (("IT-system", "Svarstid"), ("Ekonomisystemet", "Fyra timmar"), ("Lönesystemet", "Nästa vardag")),
    ),
    OtherSection(
        "Lokalvård",
        (
            "Lokalvården i förvaltningshuset utförs av en upphandlad leverantör fem dagar i veckan.",
            "Städningen kontrolleras en gång per kvartal av fastighetsavdelningen. Leverantören betalar vite om "
            "städningen uteblir.",
        ),
        "Städningen omfattar inte:",
        ("fönsterputsning,", "förråd,", "källare."),
        (("Lokal", "Städning"), ("Entrén", "Varje dag"), ("Mötesrummen", "Två gånger i veckan")),
    ),
    OtherSection(
        "Konst och växter",
        (
            "Konstverken i entrén byts varje halvår och väljs av kommunens kulturenhet.",
            "Krukväxterna vattnas av vaktmästaren. Vaktmästaren ansvarar inte för växter på tjänsterummen.",
        ),
        "Kulturenheten får:",
        ("låna ut konstverk till skolor,", "sälja skadade konstverk,", "beställa ramar."),
        (("Konstverk", "Plats"), ("Vinterlandskap", "Entrén"), ("Fiskebåtar", "Trapphuset")),
    ),
)


# ---------------------------------------------------------------- noise that means nothing

_LONG_WORD = re.compile(r"[^\W\d_]{7,}")
_INNER_BLANK = re.compile(r"(?<=[a-zåäöé,]) (?=[a-zåäöé])")
_ANY_BLANK = re.compile(r"(?<=[^\s:;.!?|]) (?=[\w§(])")
_LONG_LOWER = re.compile(r"(?<![\w-])[a-zåäö]{11,}(?![\w-])")


def soft_hyphens(text: str) -> str:
    return _LONG_WORD.sub(lambda word: f"{word[0][:3]}\u00ad{word[0][3:]}", text)


def no_break_spaces(text: str) -> str:
    return text.replace(" ", "\u00a0")


def line_breaks(text: str) -> str:
    """Every second blank between two words in small letters becomes a line break."""
    places = [match.start() for match in _INNER_BLANK.finditer(text)][::2]
    return "".join("\n" if index in set(places) else character for index, character in enumerate(text))


def line_breaks_everywhere(text: str) -> str:
    """Every blank becomes a line break, except where a sentence or a list may begin after it."""
    return _ANY_BLANK.sub("\n", text)


def broken_words(text: str) -> str:
    """Long words are broken with a hyphen at a line end, in the middle."""
    return _LONG_LOWER.sub(lambda word: f"{word[0][: len(word[0]) // 2]}-\n{word[0][len(word[0]) // 2 :]}", text)


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


NOISES: dict[str, Noise] = {
    "lower": str.lower,
    "no_break_spaces": no_break_spaces,
    "soft_hyphens": soft_hyphens,
    "line_breaks": line_breaks,
    "broken_words": broken_words,
    "decomposed": decomposed,
}


def noisy(agreement: Agreement, noise: Noise) -> Agreement:
    """The agreement with the noise in every text, also where a block repeats the text of another as its head."""
    return with_blocks(
        agreement,
        [
            block.model_copy(
                update={
                    "text": noise(block.text),
                    "headings": tuple(noise(text) for text in block.headings),
                    "row_heads": tuple(noise(text) for text in block.row_heads),
                    "column_heads": tuple(noise(text) for text in block.column_heads),
                    "number": noise(block.number),
                }
            )
            for block in agreement.documents[0].blocks
        ],
    )


def upper_headings(agreement: Agreement) -> Agreement:
    return with_blocks(
        agreement,
        [
            block.model_copy(
                update={
                    "text": block.text.upper() if block.kind == "heading" else block.text,
                    "headings": tuple(text.upper() for text in block.headings),
                }
            )
            for block in agreement.documents[0].blocks
        ],
    )


# ---------------------------------------------------------------- numbering


def _letter(number: int) -> str:
    return chr(ord("A") + number - 1)


_ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split()
NUMBERINGS: dict[str, Callable[[int], str]] = {
    "shifted": lambda number: str(number + 30),
    "letters": _letter,
    "roman": lambda number: _ROMAN[number - 1],
    "none": lambda number: "",
}

_OWN_NUMBER = re.compile(r"(?P<sign>§ )?(?P<top>\d{1,2})(?P<below>(?:\.\d{1,2})*)(?P<dot>\.?)")
_REFERENCE = re.compile(r"(?P<word>avsnitt|punkt|enligt §|i §) (?P<top>\d{1,2})(?P<below>(?:\.\d{1,2})*)(?![\d:])")


def renumbered(agreement: Agreement, numbering: Callable[[int], str]) -> Agreement:
    """The agreement with other numbers of sections and clauses, references among them changed along.

    Labels of list items and moments ("a)", "Mom. 1") stay. Where numbers are taken away, what bore one is named by
    its heading.
    """
    blocks = agreement.documents[0].blocks
    named = {_plain(block.number): _title(block) for block in blocks if block.kind == "heading" and block.number}

    def refer(match: re.Match[str]) -> str:
        top = numbering(int(match["top"]))
        if top:
            return f"{match['word']} {top}{match['below']}"
        name = named.get(match["top"] + match["below"], named.get(match["top"], "ovan"))
        return f"{match['word'].removesuffix('§')}{'' if match['word'].endswith('§') else 'et '}”{name}”"

    headings = {block.text: _relabelled(block, numbering, refer)[0] for block in blocks if block.kind == "heading"}
    changed = []
    section, under = "", ""
    for block in blocks:
        text, number = _relabelled(block, numbering, refer)
        if block.kind == "heading":
            section = under = number.rstrip(".") or _title(block)
        elif block.kind == "paragraph" and number:
            section = number.rstrip(".") if _OWN_NUMBER.fullmatch(block.number) else f"{under} {number.lower()}"
        heads = {
            "headings": tuple(headings.get(text, text) for text in block.headings),
            "row_heads": tuple(_REFERENCE.sub(refer, text) for text in block.row_heads),
            "column_heads": tuple(_REFERENCE.sub(refer, text) for text in block.column_heads),
        }
        changed.append(block.model_copy(update={"text": text, "number": number, "section": section, **heads}))
    return with_blocks(agreement, changed)


def _relabelled(
    block: Block, numbering: Callable[[int], str], refer: Callable[[re.Match[str]], str]
) -> tuple[str, str]:
    """Text and number of a block under the new numbering."""
    body = block.text
    own = _OWN_NUMBER.fullmatch(block.number) if block.kind in ("heading", "paragraph") else None
    if own is None:
        return _REFERENCE.sub(refer, body), block.number
    top = numbering(int(own["top"]))
    number = f"{own['sign'] or ''}{top}{own['below']}{own['dot']}" if top else ""
    typed = body.startswith(block.number)
    if typed:
        body = body[len(block.number) :]
    body = _REFERENCE.sub(refer, body)
    return (number + body if number else body.lstrip()) if typed else body, number


def _plain(number: str) -> str:
    return number.removeprefix("§ ").rstrip(".")


def _title(block: Block) -> str:
    text = block.text
    return text[len(block.number) :].strip() if text.startswith(block.number) else text
