"""Files that a worker makes while the browser waits for the download."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Iterable

from starlette.concurrency import run_in_threadpool

from avtalskoll.web.in_page_words import in_page_words
from avtalskoll.web.order import Choices, Kind, Made, Order
from avtalskoll.web.private_folder import PrivateFolder
from avtalskoll.web.refusal import Refusal
from avtalskoll.web.site import Site

IN_VAIN = "Filen kunde inte göras"


async def making(
    site: Site, kind: Kind, choices: Choices, reports: Iterable[str], originals: Iterable[tuple[str, bytes]] = ()
) -> Made:
    """What a worker makes of the reports, and of the agreement's files where it needs them. Raises Refusal."""
    folder = PrivateFolder()
    try:
        files = await run_in_threadpool(_written, originals, folder)
        job = site.jobs.begin(Order(kind, choices, files, reports=tuple(reports)), folder.delete)
    except BaseException:
        folder.delete()
        raise
    answer = await asyncio.shield(asyncio.wrap_future(job.answer))
    if answer.problem or not isinstance(answer.result, Made):
        raise Refusal(422, IN_VAIN, in_page_words(answer.problem))
    return answer.result


def _written(originals: Iterable[tuple[str, bytes]], folder: PrivateFolder) -> tuple[str, ...]:
    """The files as they were when they were audited, under the same names."""
    return tuple(str(folder.add(name, io.BytesIO(data))) for name, data in originals)
