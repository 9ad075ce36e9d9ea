"""A form with files, received."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from avtalskoll.errors import WrongUseError
from avtalskoll.web.allowance import Allowance
from avtalskoll.web.private_folder import PrivateFolder
from avtalskoll.web.refusal import Refusal, too_many
from avtalskoll.web.sessions import Sessions

_FIELDS = 40
_FIELD_BYTES = 20_000
FORM_WORD = "formular"
"""The field with the word that tells a form of ours from one of somebody else's."""


class ReceivedForm:
    """The fields as text, and the files, which lie in unnamed temporary files until the form is closed."""

    def __init__(self, data: FormData) -> None:
        self._data = data

    def text(self, name: str) -> str:
        """A field without blanks around it; "" where it is missing or is a file."""
        value = self._data.get(name, "")
        return value.strip() if isinstance(value, str) else ""

    def files(self, name: str) -> list[UploadFile]:
        """The files of a field. A field that was left empty has none."""
        sent = [value for value in self._data.getlist(name) if isinstance(value, UploadFile)]
        return [file for file in sent if file.filename or file.size]

    def store(self, name: str, folder: PrivateFolder, missing: str, *, beside: bool = False) -> tuple[str, ...]:
        """Put the files of a field into the folder. Raises WrongUseError with the sentence `missing` for none."""
        files = self.files(name)
        if not files:
            raise WrongUseError(missing)
        paths = (
            folder.add_beside(file.filename or "avtal", file.file)
            if beside
            else folder.add(file.filename or "avtal", file.file, name)
            for file in files
        )
        return tuple(map(str, paths))


@asynccontextmanager
async def received_form(request: Request, sessions: Sessions, allowance: Allowance) -> AsyncIterator[ReceivedForm]:
    """The form of a request, checked to be one of ours. Raises Refusal."""
    if not request.headers.get("content-type", "").startswith(
        ("multipart/form-data", "application/x-www-form-urlencoded")
    ):
        raise Refusal(415, "Formuläret kunde inte läsas", "Gå till startsidan och försök igen.")
    try:
        parsing = request.form(max_files=allowance.upload_files, max_fields=_FIELDS, max_part_size=_FIELD_BYTES)
        async with parsing as data:
            form = ReceivedForm(data)
            sessions.check_form(request, form.text(FORM_WORD))
            yield form
    except HTTPException as error:  # what Starlette makes of a form that is malformed or has too many parts
        if "Too many files" in str(error.detail):
            raise too_many(allowance.upload_files) from None
        raise Refusal(400, "Formuläret kunde inte läsas", "Gå till startsidan och försök igen.") from None
