"""Why a file is not read, and the Swedish words for it."""

from __future__ import annotations

from enum import Enum

from avtalskoll.errors import UnreadableError

_READS = "den här versionen läser Word, OpenDocument, PDF, Markdown och text"


class Reason(Enum):
    """Each reason has the sentence a person is told and a phrase for lists of what was not read."""

    MISSING = ("Filen {name} finns inte. Kontrollera namnet och mappen.", "filen finns inte")
    FOLDER = ("{name} är en mapp. Ange avtalets filer var för sig.", "en mapp, inte en fil")
    DENIED = (
        "Filen {name} går inte att öppna. Kontrollera behörigheten och att inget annat program har låst den.",
        "filen går inte att öppna",
    )
    MISNAMED = (
        "Filen {name} är inte vad namnet säger, utan ren text. Öppna avtalet i det program det skrevs i och spara det "
        "på nytt, eller döp filen till .txt.",
        "ren text under fel filnamn",
    )
    EMPTY = ("Filen {name} är tom. Kontrollera att rätt fil är vald.", "tom fil")
    NO_TEXT = (
        "Filen {name} innehåller ingen läsbar text. Är sidorna bilder behöver de först textigenkänning (OCR).",
        "ingen läsbar text",
    )
    EMBEDDED = (
        "Filen {name} består av inbäddade dokument som inte läses. Öppna den i Word och spara den på nytt som .docx.",
        "bara inbäddade dokument",
    )
    DAMAGED = (
        "Filen {name} är skadad och går inte att läsa. Öppna den i Word och spara den på nytt som .docx.",
        "skadad fil",
    )
    DAMAGED_TEXT = (
        "Filen {name} är skadad och går inte att läsa. Spara den på nytt som text i UTF-8.",
        "skadad fil",
    )
    ENCRYPTED = (
        "Filen {name} är lösenordsskyddad. Spara en kopia utan lösenord och granska kopian.",
        "lösenordsskyddad fil",
    )
    TOO_LARGE = (
        "Filen {name} är för stor för att läsas säkert. Dela upp den, eller spara den på nytt utan bilder och bilagor.",
        "för stor fil",
    )
    SCANNED = (
        "Filen {name} är en inskannad PDF, där sidorna är bilder utan text. Be om avtalet som Word-fil eller PDF med "
        "text, eller granska om med --ocr, som läser bilderna (kräver programmet tesseract).",
        "inskannad PDF utan text",
    )
    NO_TESSERACT = (
        "Filen {name} är inskannad, och för --ocr behövs programmet tesseract med svenska, som inte finns här. "
        "Installera det (i Debian och Ubuntu: tesseract-ocr och tesseract-ocr-swe) och granska om.",
        "inskannad PDF; programmet tesseract saknas",
    )
    NO_SWEDISH = (
        "Filen {name} är inskannad, och programmet tesseract saknar svenska. Installera det språket (i Debian och "
        "Ubuntu: tesseract-ocr-swe; annars filen swe.traineddata i mappen tessdata) och granska om.",
        "inskannad PDF; programmet tesseract saknar svenska",
    )
    NOT_RECOGNISED = (
        "Filen {name} är inskannad så att texten inte går att maskinläsa säkert. Skanna om den rakt och skarpt, eller "
        "be motparten om avtalet som Word-fil eller PDF med text.",
        "inskannad PDF som inte gick att maskinläsa säkert",
    )
    DAMAGED_PDF = (
        "Filen {name} är skadad och går inte att läsa. Öppna den i ett PDF-program och spara den på nytt, eller "
        "granska avtalet som .docx.",
        "skadad fil",
    )
    DOC = (
        "Filen {name} är i Words äldre format (.doc). Öppna den i Word och spara den som .docx.",
        "dokument i Words äldre format (.doc)",
    )
    RTF = (f"Filen {{name}} är i RTF-format; {_READS}. Spara avtalet som .docx och granska det.", "RTF-dokument")
    HTML = (
        f"Filen {{name}} är en webbsida (HTML); {_READS}. Öppna den i Word och spara den som .docx.",
        "webbsida (HTML)",
    )
    WORD_XML = (
        "Filen {name} är ett Word-dokument sparat som XML. Öppna den i Word och spara den som .docx.",
        "Word-dokument sparat som XML",
    )
    XML = (f"Filen {{name}} är en XML-fil; {_READS}. Ange avtalet som .docx.", "XML-fil")
    SPREADSHEET = (
        f"Filen {{name}} är ett kalkylblad; {_READS}. Klistra in innehållet i ett Word-dokument och granska det.",
        "kalkylblad",
    )
    PRESENTATION = (
        f"Filen {{name}} är en presentation; {_READS}. Klistra in texten i ett Word-dokument och granska det.",
        "presentation",
    )
    IMAGE = (
        f"Filen {{name}} är en bild; {_READS}. Ange avtalet som Word-dokument, eller spara bilden som PDF och granska "
        "den med --ocr.",
        "bild",
    )
    ARCHIVE = (
        "Filen {name} är ett arkiv (zip). Packa upp det och ange avtalets filer var för sig.",
        "arkiv (zip)",
    )
    DAMAGED_ZIP = (
        "Filen {name} är skadad och går inte att packa upp. Gör om zip-filen, eller ange mappen med avtalets filer.",
        "skadad zip",
    )
    EMPTY_SET = (
        "{name} är en mapp eller zip utan filer att granska. Lägg avtalets filer där, eller ange dem var för sig.",
        "inga filer att granska",
    )
    TOO_LARGE_SET = (
        "{name} har fler eller större filer än som läses säkert. Ange en mapp eller zip med bara avtalets filer.",
        "för många eller för stora filer",
    )
    UNKNOWN = (
        f"Filen {{name}} har ett format som inte känns igen; {_READS}. Spara avtalet som .docx.",
        "okänt format",
    )

    @property
    def phrase(self) -> str:
        """A few words for a list of what could not be read."""
        return str(self.value[1])

    def error(self, name: str) -> UnreadableError:
        """What the person is told about the file called `name`."""
        return UnreadableError(str(self.value[0]).format(name=name))


class Refused(Exception):  # noqa: N818 - a verdict on a file, not a fault of the program
    """Raised inside readers; `read_document` turns it into the sentence for the person."""

    def __init__(self, reason: Reason) -> None:
        """Refuse for `reason`."""
        super().__init__(reason.name)
        self.reason = reason
