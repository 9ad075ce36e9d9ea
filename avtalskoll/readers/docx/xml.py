"""Parsing the XML parts of a package, hardened."""

from __future__ import annotations

from lxml import etree

from avtalskoll.readers.docx.names import STRICT_NAMESPACES, VAL
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.refusals import Reason, Refused

Element = etree._Element


def parse_part(data: bytes, limits: Limits) -> Element:
    """The root element of an XML part, Strict OOXML turned into the usual namespaces.

    No entity is resolved, no network or file is touched, comments and processing instructions are left out. Raises
    `Refused` for malformed XML, for a document type declaration and above the limits on tags and depth.
    """
    if data.count(b"<") > limits.tags:
        raise Refused(Reason.TOO_LARGE)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,  # keeps libxml2's own ceilings: depth 256, text nodes of 10 MB, entity amplification
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise Refused(Reason.DAMAGED) from None
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise Refused(Reason.DAMAGED)  # a package's parts may not declare entities
    if root.xpath(f"boolean({'/*' * (limits.depth + 1)})"):
        raise Refused(Reason.TOO_LARGE)
    _make_transitional(root)
    return root


def child(element: Element | None, tag: str) -> Element | None:
    """The first child with `tag`; None also where there is no element."""
    return None if element is None else element.find(tag)


def value(element: Element | None, tag: str) -> str | None:
    """The w:val of the child with `tag`."""
    found = child(element, tag)
    return None if found is None else found.get(VAL)


def switched(element: Element | None, tag: str) -> bool | None:
    """An on/off property: None where it is not set."""
    found = child(element, tag)
    return None if found is None else is_on(found)


def is_on(element: Element) -> bool:
    """Whether an on/off element says on."""
    return (element.get(VAL) or "true") not in ("0", "false", "off", "none")


def number(text: str | None, default: int | None = None) -> int | None:
    """A whole number within 32 bits, `default` for anything else."""
    if text is None or len(text) > 12:
        return default
    try:
        result = int(text)
    except ValueError:
        return default
    return result if abs(result) < 2**31 else default


def _make_transitional(root: Element) -> None:
    if not root.tag.startswith("{http://purl.oclc.org/"):
        return
    for element in root.iter(etree.Element):
        element.tag = _usual(element.tag)
        for name in [name for name in element.attrib if str(name).startswith("{http://purl")]:
            element.set(_usual(str(name)), element.attrib.pop(name))


def _usual(name: str) -> str:
    if not name.startswith("{"):
        return name
    namespace, _, local = name[1:].partition("}")
    return f"{{{STRICT_NAMESPACES.get(namespace, namespace)}}}{local}"
