"""XML parsed so that it can't fetch, expand or overflow anything."""

from __future__ import annotations

from lxml import etree

from driftline.engine.errors import Outcome, UnreadableError
from driftline.engine.reading import troubles


def parse_xml(name: str, data: bytes, kind: str, recover: bool = False) -> etree._Element:
    """The root element of a document inside a file of a kind ("Word file").

    No entity is resolved, nothing is loaded, depth and size keep the parser's own limits. Raises
    UnreadableError when it is not well-formed or defines entities. `recover` takes what can be had
    of a document that was cut short.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise troubles.damaged(name, kind) from None
    if root is None:
        raise troubles.damaged(name, kind)
    declared = root.getroottree().docinfo.internalDTD
    # The stubs know no iterentities().
    if declared is not None and any(True for _ in declared.iterentities()):  # type: ignore[union-attr]  # the stubs know no document type
        raise UnreadableError(
            name,
            f"this {kind} defines entities, which honest ones never do",
            "don't trust it; have the text sent in another form",
            Outcome.DAMAGED,
        )
    return root


def local(element: etree._Element) -> str:
    """An element's name without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element, name: str) -> str:
    """An attribute's value by its name without namespace; empty when it is not there."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""
