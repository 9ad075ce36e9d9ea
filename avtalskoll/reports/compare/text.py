"""The comparison as plain text for a terminal: the counts, and what became of each requirement."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from avtalskoll.comparing.comparison import ComparedRequirement, ComparedText, Comparison
from avtalskoll.reports import wording
from avtalskoll.reports.compare import side_by_side
from avtalskoll.reports.compare.change_signs import ChangeSign
from avtalskoll.reports.compare.html import agreement_title
from avtalskoll.reports.printable import printable
from avtalskoll.reports.verdict_signs import SIGNS


def render_text(comparison: Comparison, *, width: int = 80, symbols: bool = True, details: bool = True) -> str:
    """The comparison as text with a final newline, wrapped at `width`.

    `symbols=False` shows the signs in ASCII. `details=False` leaves out quotes, clauses and what was only reworded.
    Text from the agreements is shown without control characters, so that a document cannot steer the terminal.
    """
    return "\n".join(_Page(max(width, 40), symbols, details).lines(comparison)) + "\n"


class _Page:
    def __init__(self, width: int, symbols: bool, details: bool) -> None:
        self._width, self._symbols, self._details = width, symbols, details

    def lines(self, comparison: Comparison) -> Iterator[str]:
        yield from self._wrapped(agreement_title(comparison.new), "")
        for label, side in (("Gammal version", comparison.old), ("Ny version", comparison.new)):
            names = ", ".join(document.name for document in side.documents)
            pending = f" ({side.pending} spårade ändringar väntar på beslut)" if side.pending else ""
            yield from self._wrapped(f"{label}: {names}{pending}", "", "  ")
        yield from self._wrapped(f"Båda är bedömda enligt lagen per {comparison.as_of}.", "")
        for notice in comparison.notices:
            yield from self._wrapped(notice, "! ", "  ")
        kinds = side_by_side.by_kind(comparison)
        yield ""
        yield f"Kraven ({len(comparison.requirements)})"
        for kind in kinds:
            yield f"  {self._sign(kind.sign)} {kind.sign.word:<28}{len(kind.requirements):>3}"
        yield ""
        yield f"Klausulerna ({len(comparison.clauses)})"
        for word, number in side_by_side.clause_counts(comparison):
            yield f"    {word:<28}{number:>3}"
        for kind in kinds:
            hidden = kind.sign.key == "unchanged" or (kind.sign.key == "reworded" and not self._details)
            if kind.requirements and not hidden:
                yield from self._kind(comparison, kind)
        if self._details:
            yield from self._clauses(comparison)
        yield ""
        yield from self._wrapped("Jämförelsen är ett stöd för en jurists bedömning och ersätter den inte.", "")

    def _kind(self, comparison: Comparison, kind: side_by_side.ChangesOfKind) -> Iterator[str]:
        yield ""
        yield f"{kind.sign.heading}:"
        for requirement in kind.requirements:
            yield from self._requirement(comparison, requirement, kind.sign)

    def _requirement(self, comparison: Comparison, requirement: ComparedRequirement, sign: ChangeSign) -> Iterator[str]:
        before, after = requirement.outcome_before, requirement.outcome_after
        words = f"{SIGNS[before.counted_as].word} {self._arrow} {SIGNS[after.counted_as].word}"
        said = requirement.title if before == after else f"{requirement.title}: {words}"
        yield from self._wrapped(f"{self._sign(sign)} {requirement.id}  {said}", "  ", "           ")
        for alteration in requirement.alterations:
            yield from self._wrapped(alteration.sentence, "           ")
        if self._details:
            for row in side_by_side.deciding(comparison, requirement):
                if row.before and row.after and row.before.text == row.after.text:
                    yield from self._quoted("I båda", row.after, "           ")
                    continue
                yield from self._quoted("Före", row.before, "           ")
                yield from self._quoted("Efter", row.after, "           ")

    def _clauses(self, comparison: Comparison) -> Iterator[str]:
        yield ""
        yield "Ändrade klausuler:"
        for run in side_by_side.changed_clauses(comparison):
            yield from self._wrapped(side_by_side.run_word(run), "  ")
            for clause in run:
                for alteration in clause.alterations:
                    yield from self._wrapped(alteration.sentence, "    ")
                yield from self._quoted("Före", clause.before, "    ")
                yield from self._quoted("Efter", clause.after, "    ")

    def _quoted(self, label: str, text: ComparedText | None, indent: str) -> Iterator[str]:
        if text is not None:
            yield from self._wrapped(f"{label}: ”{text.text}” ({wording.place(text)})", indent, indent + "  ")

    @property
    def _arrow(self) -> str:
        return "→" if self._symbols else "->"

    def _sign(self, sign: ChangeSign) -> str:
        return sign.symbol if self._symbols else sign.ascii

    def _wrapped(self, text: str, indent: str, next_indent: str | None = None) -> list[str]:
        return textwrap.wrap(
            printable(text),
            self._width,
            initial_indent=indent,
            subsequent_indent=indent if next_indent is None else next_indent,
            break_on_hyphens=False,
        ) or [indent]
