"""The work itself, as the program's own library does it. Runs in a worker."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from avtalskoll.agreement import Agreement, Block, Document
from avtalskoll.audit_report import AuditReport
from avtalskoll.auditing import audit_agreement, check_day
from avtalskoll.checklist import Checklist, load_checklist
from avtalskoll.readers.isolation import begin_reading
from avtalskoll.readers.loaded import load_readers
from avtalskoll.readers.views import Views
from avtalskoll.web.order import Compared, Examined, Made, Order, Overview, Progress

Tell = Callable[[Progress], None]
_STILL = (1980, 1, 1, 0, 0, 0)


def warm_up() -> None:
    """Load all that an audit needs, by auditing a sentence, so that the first visitor waits no longer than the next."""
    load_readers()
    text = "Regionen ska ansvara för läkarmedverkan."
    block = Block(ordinal=0, kind="paragraph", text=text)
    document = Document(name="mening", sha256="", format="text", blocks=(block,))
    audit_agreement(Agreement(documents=(document,)), as_of=date.today(), checklist=_loaded(None))


def do(order: Order, tell: Tell) -> object:
    """Carry out an order. Raises AvtalskollError with the sentence for the person."""
    return _WAYS[order.kind](order, tell)


def _audit(order: Order, tell: Tell) -> Examined:
    checklist = _checklist(order)
    views = _read(order, order.files, tell)
    tell(Progress("Jämför avtalet med checklistan"))
    choices = order.choices
    report = audit_agreement(views, as_of=choices.as_of, checklist=checklist, facts=choices.facts)
    return Examined(report.model_dump_json(), views.agreement.model_dump_json())


def _compare(order: Order, tell: Tell) -> Compared:
    from avtalskoll.comparing.comparing import compare_agreements

    checklist = _checklist(order)
    old = _read(order, order.files, tell)
    new = _read(order, order.other_files, tell)
    tell(Progress("Jämför versionerna"))
    choices = order.choices
    made = compare_agreements(old, new, as_of=choices.as_of, checklist=checklist, facts=choices.facts)
    return Compared(made.model_dump_json())


def _portfolio(order: Order, tell: Tell) -> Overview:
    from avtalskoll.portfolios.running import portfolio

    def progress(done: int, total: int, name: str) -> None:
        tell(Progress("Granskar avtalen", done, total))

    choices, output = order.choices, Path(order.folder)
    made = portfolio(
        Path(order.files[0]).parent, output=output, as_of=choices.as_of, checklist=_checklist(order),
        facts=choices.facts, reading=choices.reading, progress=progress,
    )  # fmt: skip
    return Overview(made.model_dump_json(), _packed(output))


def _annotate(order: Order, tell: Tell) -> Made:
    from avtalskoll.negotiating.annotating import annotate

    report = AuditReport.model_validate_json(order.reports[0])
    made = annotate(order.files, report, reading=order.choices.reading)
    return Made(tuple((_commented(file.name, file.suffix), file.content) for file in made.files))


def _propose(order: Order, tell: Tell) -> Made:
    from avtalskoll.negotiating.proposing import propose

    reports = [AuditReport.model_validate_json(report) for report in order.reports]
    return Made((("", propose(reports)),))


def _spreadsheet(order: Order, tell: Tell) -> Made:
    from avtalskoll.reports.portfolio.excel import render_excel
    from avtalskoll.web.portfolio_of_one import portfolio_of_one

    return Made((("", render_excel(portfolio_of_one(AuditReport.model_validate_json(order.reports[0])))),))


def _read(order: Order, files: tuple[str, ...], tell: Tell) -> Views:
    tell(Progress("Läser filen" if len(files) == 1 else "Läser filerna"))
    return begin_reading([Path(file) for file in files], order.choices.reading).views()


def _checklist(order: Order) -> Checklist:
    checklist = _loaded(order.choices.checklist)
    check_day(order.choices.as_of, checklist)
    return checklist


@cache
def _loaded(name: str | None) -> Checklist:
    return load_checklist(name, examples=False)


def _commented(name: str, suffix: str) -> str:
    """What the copy of a file of the agreement is called; files in a zip bear their folders with a hyphen."""
    return f"{name.rsplit('.', 1)[0].replace('/', '-')}-kommentarer{suffix}"


def _packed(folder: Path) -> bytes:
    """The overview with all reports, as it is kept on disk by the command line, in one zip."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and "nycklar" not in path.parts):
            inside = zipfile.ZipInfo(path.relative_to(folder).as_posix(), _STILL)
            inside.compress_type = zipfile.ZIP_DEFLATED
            inside.external_attr = 0o644 << 16
            archive.writestr(inside, path.read_bytes())
    return packed.getvalue()


_WAYS: dict[str, Callable[[Order, Tell], object]] = {
    "audit": _audit,
    "compare": _compare,
    "portfolio": _portfolio,
    "annotate": _annotate,
    "propose": _propose,
    "spreadsheet": _spreadsheet,
}
