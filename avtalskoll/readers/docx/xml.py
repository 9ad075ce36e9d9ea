"""Parsing the XML parts of a package, hardened."""

from __future__ import annotations

from lxml import etree

from avtalskoll.readers.docx.names import STRICT_NAMESPACES, VAL
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.refusals import Reason, Refused

Element = etree._Element
_CHUNK = 256 * 1024


def parse_part(data: bytes, limits: Limits) -> Element:
    """The root element of an XML part, Strict OOXML turned into the usual namespaces.

    No entity is resolved, no network or file is touched, comments and processing instructions are left out. Raises
    `Refused` for malformed XML and above the limits on elements and depth; nothing is built beyond them.
    """
    parser = etree.XMLPullParser(
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    elements = depth = 0
    try:
        for start in range(0, len(data), _CHUNK):
            parser.feed(data[start : start + _CHUNK])
            for event, _ in parser.read_events():
                if event == "start":
                    elements += 1
                    depth += 1
                    if elements > limits.elements or depth > limits.depth:
                        raise Refused(Reason.TOO_LARGE)
                else:
                    depth -= 1
        root = parser.close()
    except etree.XMLSyntaxError:
        raise Refused(Reason.DAMAGED) from None
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise Refused(Reason.DAMAGED)  # a package's parts may not declare entities
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
    if found is None:
        return None
    return (found.get(VAL) or "true") not in ("0", "false", "off", "none")


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
