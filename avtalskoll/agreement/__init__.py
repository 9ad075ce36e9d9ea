"""The agreement as structure: Agreement > Document > Block."""

from avtalskoll.agreement.agreement import Agreement
from avtalskoll.agreement.block import Block, BlockKind
from avtalskoll.agreement.document import Aside, Document, DocumentFormat
from avtalskoll.agreement.page_list import machine_read, page_list

__all__ = ["Agreement", "Aside", "Block", "BlockKind", "Document", "DocumentFormat", "machine_read", "page_list"]
