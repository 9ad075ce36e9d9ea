"""A request that is not answered as asked: a status, a heading and one Swedish sentence that says what to do."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 - an answer to a person, not a fault of the program
    """Raised anywhere while a request is answered; becomes a page."""

    def __init__(self, status: int, heading: str, sentence: str) -> None:
        """Answer with `status`, and a page with the heading and the sentence."""
        super().__init__(sentence)
        self.status = status
        self.heading = heading
        self.sentence = sentence


def not_found() -> Refusal:
    """There is nothing at the address, or it is not kept any longer, or it is somebody else's: nobody is told which."""
    return Refusal(
        404,
        "Sidan finns inte",
        "Adressen är fel, eller så har programmet startats om eller glömt rapporten. Granska avtalet igen.",
    )


def too_large(words: str) -> Refusal:
    """The files are larger than the page takes."""
    return Refusal(
        413,
        "Filerna är för stora",
        f"Tillsammans får filerna vara högst {words}. Ta bort bilder och bilagor som inte hör till avtalet, eller "
        "dela upp granskningen.",
    )


def too_many(files: int) -> Refusal:
    """There are more files than the page takes."""
    return Refusal(
        413, "Filerna är för många", f"Högst {files} filer kan skickas på en gång. Dela upp dem på flera gånger."
    )


def too_slow() -> Refusal:
    """The files did not come."""
    return Refusal(408, "Filerna kom inte fram", "Överföringen avbröts eller tog för lång tid. Försök igen.")


def not_from_here() -> Refusal:
    """The form, or the visit, came from another page than this program's own."""
    return Refusal(
        403,
        "Öppna sidan härifrån",
        "Besöket kom från en annan webbsida och släpptes därför inte in. Fortsätt från startsidan.",
    )


def form_too_old() -> Refusal:
    """The form was made before the program was started, or for somebody else."""
    return Refusal(
        403, "Formuläret har blivit för gammalt", "Gå till startsidan, välj filerna igen och försök en gång till."
    )


def busy() -> Refusal:
    """Too much stands in line."""
    return Refusal(503, "Programmet är upptaget", "Många granskningar väntar redan. Vänta någon minut och försök igen.")
