"""OpenDocument texts, zipped or flat: the body with every tracked change accepted.

Written against OpenDocument 1.3 part 3. Comments, notes, tables and text boxes are kept out of the
text and counted.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from driftline.engine.errors import UnreadableError
from driftline.engine.reading import troubles
from driftline.engine.reading.archive import Archive
from driftline.engine.reading.parts import (
    READ_TABLES,
    Page,
    Parsed,
    accepted,
    left_out,
    mostly_beside,
)
from driftline.engine.reading.safe_xml import attribute, local, parse_xml
from driftline.engine.records import Metadata, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

_KIND = "OpenDocument text"
_COUNTED = {"table": "table", "text-box": "box", "annotation": "comment"}
_UNSEEN = frozenset(
    {"tracked-changes", "ruby-text", "annotation-end", "sequence-decls", "forms", "variable-decls",
     "user-field-decls", "image", "object", "desc", "title",
     "hidden-text", "dde-connection-decls", "alphabetical-index-auto-mark-file"}
)  # fmt: skip
_ROLES = {
    "Title": Role.HEADLINE,
    "Subtitle": Role.STANDFIRST,
    "Quotations": Role.BLOCK_QUOTE,
    "Quote": Role.BLOCK_QUOTE,
    "Intense_20_Quote": Role.BLOCK_QUOTE,
    "Block_20_Text": Role.BLOCK_QUOTE,
    "BlockText": Role.BLOCK_QUOTE,
    "BlockQuotation": Role.BLOCK_QUOTE,
}


def read_odt(name: str, data: bytes) -> Parsed:
    """The text of an OpenDocument text with its title, headings, lists and block quotes.

    Raises UnreadableError when it is damaged beyond reading, protected, or packed to do harm.
    """
    notes: tuple[str, ...] = ()
    partial = False
    parents: dict[str, str] = {}
    if data.startswith(b"PK"):
        archive = Archive(name, data, _KIND)
        if _encrypted(name, archive):
            raise troubles.protected(name, _KIND)
        content = archive.read("content.xml")
        root = parse_xml(name, content, _KIND, recover=archive.partial)
        if "styles.xml" in archive and not archive.partial:
            parents.update(_parents(parse_xml(name, archive.read("styles.xml"), _KIND)))
        notes, partial = archive.notes, archive.partial
    else:
        root = parse_xml(name, data, _KIND)
    parents.update(_parents(root))
    texts = [e for body in root if local(body) == "body" for e in body if local(e) == "text"]
    if not texts:
        raise troubles.damaged(name, _KIND)
    walk = _Walk(parents)
    walk.read(texts[0])
    if walk.counts["table"] + walk.counts["box"]:
        whole = _Walk(parents, everything=True)
        whole.read(texts[0])
        if mostly_beside(walk.page.text, whole.page.text):
            walk = whole
            notes += (READ_TABLES,)
    return Parsed(
        walk.page.text,
        walk.page.blocks,
        Metadata(headline=walk.page.headline),
        (*notes, *_notes(texts[0], walk.counts)),
        partial=partial,
    )


def _encrypted(name: str, archive: Archive) -> bool:
    if "META-INF/manifest.xml" not in archive:
        return False
    try:
        manifest = parse_xml(name, archive.read("META-INF/manifest.xml"), _KIND, archive.partial)
    except UnreadableError:
        return False  # a broken manifest says nothing about the text
    return any(
        attribute(entry, "full-path") == "content.xml" and len(entry) > 0 for entry in manifest
    ) or any(attribute(entry, "full-path") == "encrypted-package" for entry in manifest)


def _parents(root: etree._Element) -> dict[str, str]:
    """Each style's parent, by name."""
    return {
        attribute(style, "name"): attribute(style, "parent-style-name")
        for group in root
        if local(group) in ("styles", "automatic-styles")
        for style in group
        if local(style) == "style" and attribute(style, "family") == "paragraph"
    }


def _notes(text: etree._Element, counts: Counter[str]) -> tuple[str, ...]:
    changes = Counter(
        local(change)
        for tracked in text
        if local(tracked) == "tracked-changes"
        for region in tracked
        for change in region
    )
    return accepted(changes["insertion"], changes["deletion"]) + left_out(
        [
            (counts["comment"], "comment", "comments"),
            (counts["footnote"], "footnote", "footnotes"),
            (counts["endnote"], "endnote", "endnotes"),
            (counts["table"], "table", "tables"),
            (counts["box"], "text box", "text boxes"),
            (counts["contents"], "table of contents", "tables of contents"),
        ]
    )


class _Walk:
    """One walk through the body; recursion is as deep as the XML, which the parser limits."""

    def __init__(self, parents: dict[str, str], everything: bool = False) -> None:
        self.page = Page()
        self.counts: Counter[str] = Counter()
        self._parents = parents
        self._everything = everything
        self._text: list[str] = []
        self._lists = 0

    def read(self, elements: Iterable[etree._Element]) -> None:
        """Reads the paragraphs below an element, or some of them."""
        for child in elements:
            name = local(child)
            if name in ("h", "p"):
                outer, self._text = self._text, []
                self._inline(child)
                self.page.add("".join(self._text), self._role(child, name))
                self._text = outer
            elif not self._kept_out(child, name):
                self._lists += name == "list"
                self.read(child)
                self._lists -= name == "list"

    def _kept_out(self, element: etree._Element, name: str) -> bool:
        if name == "table-of-content":
            self.counts["contents"] += 1
        elif name == "note":
            self.counts[attribute(element, "note-class") or "footnote"] += 1
        elif name in _COUNTED and not (self._everything and name != "annotation"):
            self.counts[_COUNTED[name]] += 1
        elif name not in _UNSEEN:
            return False
        return True

    def _inline(self, element: etree._Element) -> None:
        self._words(element.text)
        for child in element:
            name = local(child)
            if name in ("s", "tab"):
                self._text.append(" ")
            elif name == "line-break":
                self._text.append("\n")
            elif name in ("p", "h", "list"):
                self.read([child])
            elif not self._kept_out(child, name):
                self._inline(child)
            self._words(child.tail)

    def _words(self, text: str | None) -> None:
        if text:
            self._text.append(text.replace("\n", " ").replace("\r", " "))

    def _role(self, element: etree._Element, name: str) -> Role:
        style = attribute(element, "style-name")
        for _ in range(10):
            if style in _ROLES:
                return _ROLES[style]
            if not style:
                break
            style = self._parents.get(style, "")
        if name == "h":
            first = attribute(element, "outline-level") in ("", "1") and not self.page.headline
            return Role.HEADLINE if first else Role.SUBHEADING
        return Role.LIST if self._lists else Role.BODY
