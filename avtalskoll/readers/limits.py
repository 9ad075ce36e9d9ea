"""How much a reader is willing to open."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Limits(BaseModel):
    """Ceilings that keep an odd or hostile file from taking the machine.

    Far above any real agreement; a file that passes one of them is refused, never read in part.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    file_bytes: int = Field(default=100 * 2**20, gt=0)
    """Size of a file on disk."""
    text_bytes: int = Field(default=20 * 2**20, gt=0)
    """Size of a Markdown or text file."""
    zip_entries: int = Field(default=10_000, gt=0)
    xml_bytes: int = Field(default=200 * 2**20, gt=0)
    """Unpacked size of all XML parts of a package together, as declared."""
    part_bytes: int = Field(default=64 * 2**20, gt=0)
    """Unpacked size of one XML part."""
    expansion_ratio: int = Field(default=400, gt=0)
    """Unpacked size to packed size of an XML part, for parts above 1 MiB."""
    tags: int = Field(default=2_000_000, gt=0)
    """XML tags in one part, opening and closing."""
    depth: int = Field(default=200, gt=0, le=250)
    """XML elements within each other."""
    pages: int = Field(default=500, gt=0)
    """Pages of one PDF."""
    characters: int = Field(default=2_000_000, gt=0)
    """Characters of one PDF."""
    forms: int = Field(default=50_000, gt=0)
    """Form XObjects of one PDF, each as often as the pages draw it."""
    paragraphs: int = Field(default=20_000, gt=0)
    """Paragraphs, table cells and notes of one document."""
    set_files: int = Field(default=500, gt=0)
    """Files of a folder or a zip that is one agreement."""
    set_bytes: int = Field(default=1000 * 2**20, gt=0)
    """Size of these files together."""
    conversion_seconds: int = Field(default=60, gt=0)
    """Time for LibreOffice to convert one .doc or .rtf."""
    ocr_pages: int = Field(default=100, gt=0)
    """Pages of one PDF that are machine-read; the rest stay unread."""
    ocr_seconds: int = Field(default=60, gt=0)
    """Time to machine-read one page, beside `seconds`."""
    ocr_pixels: int = Field(default=20_000_000, gt=0)
    """Pixels of the picture of a page that is machine-read: A3 at 300 to the inch, larger pages more coarsely."""
    seconds: int = Field(default=60, gt=0)
    """Time for all files of one agreement, and processor time where the platform counts it."""
    memory_bytes: int = Field(default=3 * 2**30, gt=0)
    """Address space of the reading process, where the platform has such a ceiling."""
