"""The forms, received: files and choices in, a job under way, and the visitor sent to wait for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from avtalskoll.errors import WrongUseError
from avtalskoll.web import addresses
from avtalskoll.web.audited import Originals
from avtalskoll.web.case import Case
from avtalskoll.web.chosen import choices_of
from avtalskoll.web.order import Kind, Order
from avtalskoll.web.private_folder import PrivateFolder
from avtalskoll.web.received_form import ReceivedForm, received_form
from avtalskoll.web.samples import compared_sample, samples
from avtalskoll.web.site import Site

_NO_FILE = "Ingen fil är vald; gå tillbaka och välj avtalet."
_NO_OLD = "Den gamla versionen är inte vald; gå tillbaka och välj båda versionerna."
_NO_NEW = "Den nya versionen är inte vald; gå tillbaka och välj båda versionerna."
_NO_SAMPLE = "Exemplet finns inte; gå till startsidan och välj ett annat."


async def audit(request: Request) -> Response:
    """Begin to audit an agreement: files of the visitor's, or a sample."""
    return await _received(request, "audit")


async def compare(request: Request) -> Response:
    """Begin to compare two versions."""
    return await _received(request, "compare")


async def overview(request: Request) -> Response:
    """Begin an overview of many agreements."""
    return await _received(request, "portfolio")


async def _received(request: Request, kind: Kind) -> Response:
    site = Site.of(request)
    async with received_form(request, site.sessions, site.allowance) as form:
        token = await run_in_threadpool(_begin, site, site.sessions.of(request), kind, form)
    return RedirectResponse(addresses.waiting(token), 303)


def _begin(site: Site, session: str, kind: Kind, form: ReceivedForm) -> str:
    choices = choices_of(form)
    folder = PrivateFolder()
    try:
        files, other = _files(kind, form, folder)
        order = Order(kind, choices, files, other, str(folder.path / "resultat") if kind == "portfolio" else "")
        originals = _originals(files, site.allowance.original_bytes) if kind == "audit" else ()
        names = tuple(Path(file).name for file in (*files, *other))
        job = site.jobs.begin(order, folder.delete)
    except BaseException:
        folder.delete()
        raise
    return site.cases.keep(Case(session, order, names, job, datetime.now(), originals))


def _files(kind: Kind, form: ReceivedForm, folder: PrivateFolder) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The paths of the first and the second field of files, those of a sample where the form names one."""
    sample = form.text("exempel")
    if sample:
        return _copied(_sample(kind, sample), folder, beside=kind == "portfolio")
    if kind == "compare":
        return form.store("gammal", folder, _NO_OLD), form.store("ny", folder, _NO_NEW)
    return form.store("filer", folder, _NO_FILE, beside=kind == "portfolio"), ()


def _sample(kind: Kind, wanted: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    compared = compared_sample()
    if kind == "compare" and compared:
        return (compared[0],), (compared[1],)
    if kind == "portfolio":
        return tuple(path for sample in samples() if len(sample.files) == 1 for path in sample.paths), ()
    for sample in samples():
        if sample.id == wanted:
            return sample.paths, ()
    raise WrongUseError(_NO_SAMPLE)


def _copied(
    given: tuple[tuple[str, ...], tuple[str, ...]], folder: PrivateFolder, *, beside: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Copies, so that samples go the same way as all files."""

    def copy(path: str, part: str) -> str:
        with open(path, "rb") as file:
            name = Path(path).name
            return str(folder.add_beside(name, file) if beside else folder.add(name, file, part))

    return tuple(copy(path, "filer") for path in given[0]), tuple(copy(path, "ny") for path in given[1])


def _originals(files: Sequence[str], most: int) -> Originals:
    paths = [Path(file) for file in files]
    if sum(path.stat().st_size for path in paths) > most:
        return ()
    return tuple((path.name, path.read_bytes()) for path in paths)
