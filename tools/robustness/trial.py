"""One mutated document through what a user runs, and what must hold whatever it is."""

from __future__ import annotations

import json
import os
import re
import signal
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from avtalskoll.agreement import Agreement
from avtalskoll.auditing import audit_agreement
from avtalskoll.checklist import Checklist, load_checklist
from avtalskoll.readers import isolation
from avtalskoll.readers.refusals import Reason
from avtalskoll.reports.html import render_html
from avtalskoll.reports.json_report import render_json
from tools.robustness.mutation import Mutation
from tools.robustness.outcome import Outcome
from tools.robustness.watched import OPTIONS, read_watched

AS_OF = date(2026, 11, 22)
AUDIT_EVERY, HTML_EVERY = 10, 100
_AUDIT_SECONDS = 60
_ENOUGH = 0.98
"""The share of the words that counts as the whole text, where a file was broken and not its text."""
_WALL = [
    re.compile(re.escape(sentence).replace(r"\{seconds\}", r"\d+")) for sentence in (isolation._GONE, isolation._SLOW)
]
_OWN = [re.compile(re.escape(str(reason.value[0])).replace(r"\{name\}", ".+"), re.DOTALL) for reason in Reason]


def trial(mutated: Mutation) -> Outcome:
    """Read the document, audit it where its number is due or something is unread, and note what must not be."""
    outcome = Outcome(mutated.number, mutated.level, mutated.recipe.name, mutated.source.name)
    with tempfile.TemporaryDirectory() as folder:
        (scratch := Path(folder, "tmp")).mkdir()
        path = Path(folder, mutated.name)
        path.write_bytes(mutated.data)
        with _temporary_files_in(scratch):
            try:
                _read_and_judge(path, mutated, outcome)
            except Exception:
                outcome.troubles.append("traceback: " + traceback.format_exc(limit=-4))
        if left := sorted(found.name for found in (*scratch.rglob("*"), *Path(folder).iterdir())):
            left = [name for name in left if name not in ("tmp", path.name)]
            outcome.troubles += [f"left behind: {name}" for name in left]
    return outcome


def _read_and_judge(path: Path, mutated: Mutation, outcome: Outcome) -> None:
    watched = read_watched([path])
    outcome.seconds, outcome.peak, outcome.sentence = watched.seconds, watched.peak, watched.sentence
    if outcome.peak >= OPTIONS.limits.memory_bytes:
        outcome.troubles.append(f"memory: {outcome.peak >> 20} MiB")
    if watched.agreement is None:
        outcome.what = "refused"
        outcome.troubles += _about_the_sentence(outcome)
        if mutated.recipe.harmless and mutated.level != "set":
            outcome.troubles.append(f"refused, though nothing is wrong with it: {outcome.sentence}")
        return
    agreement = watched.agreement
    unread = any(document.unread for document in agreement.documents)
    outcome.what = "partly" if unread else "read"
    outcome.troubles += _about_the_agreement(agreement, mutated)
    outcome.kept = _kept(agreement, mutated)
    if mutated.recipe.damages and not unread and outcome.kept < _ENOUGH:
        outcome.troubles.append(f"read in part, and not said: {outcome.kept:.2f} of the words")
    if mutated.recipe.harmless and unread:
        outcome.troubles.append("read in part, though nothing is wrong with it")
    if unread or mutated.number % AUDIT_EVERY == 0:
        outcome.audited = True
        outcome.troubles += _about_the_report(agreement, mutated.number % HTML_EVERY == 0)


def _about_the_sentence(outcome: Outcome) -> list[str]:
    sentence = outcome.sentence
    if any(pattern.fullmatch(sentence) for pattern in _WALL):
        outcome.what = "contained"
        return [f"the gates did not suffice: {sentence}"]
    if not any(pattern.fullmatch(sentence) for pattern in _OWN):
        return [f"a sentence of another's making: {sentence!r}"]
    return []


def _about_the_agreement(agreement: Agreement, mutated: Mutation) -> list[str]:
    troubles = []
    for document in agreement.documents:
        if not document.blocks and not document.unread:
            troubles.append(f"neither read nor unread: {document.name}")
        if any(not block.text.strip() or block.ordinal != place for place, block in enumerate(document.blocks)):
            troubles.append(f"blocks without text or out of order: {document.name}")
    names = {document.name for document in agreement.documents if document.blocks}
    troubles += [f"a whole file of the set was not read: {name}" for name in mutated.whole if name not in names]
    return troubles


def _about_the_report(agreement: Agreement, with_html: bool) -> list[str]:
    with _at_most(_AUDIT_SECONDS):
        report = audit_agreement(agreement, as_of=AS_OF, checklist=_checklist())
        written: dict[str, Any] = json.loads(render_json(report))
        page = render_html(report) if with_html else "</html>"
    troubles = [] if page.rstrip().endswith("</html>") else ["the page is not whole"]
    unread = [document.name for document in agreement.documents if document.unread]
    told = [document["name"] for document in written["documents"] if document["unread"]]
    if unread != told:
        troubles.append("the report does not say what was not read")
    verdicts = Counter(result["verdict"] for result in written["results"])
    if unread and verdicts["missing"]:
        troubles.append(f"missing, though something was not read: {verdicts['missing']} requirements")
    texts = {
        (document.name, block.ordinal): block.text for document in agreement.documents for block in document.blocks
    }
    for result in written["results"]:
        for evidence in result["evidence"]:
            text = texts.get((evidence["document"], evidence["block"]), "")
            if text[evidence["start"] : evidence["end"]] != evidence["quote"]:
                troubles.append(f"a quote that does not stand there: {result['id']}")
    return troubles


def _kept(agreement: Agreement, mutated: Mutation) -> float:
    """The share of the source's words that were read; for a set, of the file that was mutated."""
    expected = _words_of_source(mutated)
    found = Counter(_words(block.text for document in agreement.documents for block in document.blocks))
    return (expected & found).total() / max(expected.total(), 1)


@cache
def _words_by_name(name: str, data: bytes) -> Counter[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        agreement = read_watched([path]).agreement
    if agreement is None:
        raise ValueError(f"the source {name} cannot be read")
    return Counter(_words(block.text for document in agreement.documents for block in document.blocks))


def _words_of_source(mutated: Mutation) -> Counter[str]:
    return _words_by_name(mutated.source.name, mutated.source.data)


def _words(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in re.findall(r"\w+", text)]


@cache
def _checklist() -> Checklist:
    return load_checklist()


class _temporary_files_in:  # noqa: N801 - used as a function
    """Let temporary files be made in `folder` meanwhile."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        self._before = os.environ.get("TMPDIR"), tempfile.tempdir
        os.environ["TMPDIR"], tempfile.tempdir = str(self._folder), str(self._folder)

    def __exit__(self, *_: object) -> None:
        known, tempfile.tempdir = self._before
        if known is None:
            del os.environ["TMPDIR"]
        else:
            os.environ["TMPDIR"] = known


class _at_most:  # noqa: N801 - used as a function
    """Raise TimeoutError where something takes more than `seconds`."""

    def __init__(self, seconds: int) -> None:
        self._seconds = seconds

    def __enter__(self) -> None:
        def late(*_: object) -> None:
            raise TimeoutError(f"more than {self._seconds} seconds")

        signal.signal(signal.SIGALRM, late)
        signal.alarm(self._seconds)

    def __exit__(self, *_: object) -> None:
        signal.alarm(0)
