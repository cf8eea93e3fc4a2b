"""Word documents: the body's text as it stands with every tracked change accepted.

Written against ECMA-376 part 1, chapter 17. Comments, notes, tables and text boxes are kept out of
the text and counted.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from driftline.engine.errors import UnreadableError
from driftline.engine.reading.archive import Archive
from driftline.engine.reading.decoding import decode
from driftline.engine.reading.parts import (
    READ_TABLES,
    Page,
    Parsed,
    accepted,
    left_out,
    mostly_beside,
    role_of_style,
)
from driftline.engine.reading.prose_html import write_prose
from driftline.engine.reading.safe_xml import attribute, local, parse_xml
from driftline.engine.records import Metadata, Role

if TYPE_CHECKING:
    from lxml import etree

_KIND = "Word file"
_INSERTED = frozenset({"ins", "moveTo"})
_DELETED = frozenset({"del", "moveFrom"})
_TABLES = frozenset({"tbl"})
_BOXES = frozenset({"txbxContent"})
#: Elements whose content is not the text that is read on the page.
_UNSEEN = frozenset(
    {"pPr", "rPr", "instrText", "delText", "delInstrText", "Fallback", "rt", "sectPr", "sdtPr",
     "sdtEndPr", "tblPr", "trPr", "tcPr", "fldData", "numbering"}
)  # fmt: skip
_CHARACTERS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    "softHyphen": "\N{SOFT HYPHEN}",
}
_MARKS = {
    "footnoteReference": "footnote",
    "endnoteReference": "endnote",
    "commentReference": "comment",
}


def read_docx(name: str, data: bytes) -> Parsed:
    """The text of a Word document with its title, headings, lists and block quotes.

    Raises UnreadableError when it is damaged beyond reading, protected, or packed to do harm.
    """
    archive = Archive(name, data, _KIND)
    part = _main_part(name, archive)
    content = archive.read(part)
    root = parse_xml(name, content, _KIND, recover=archive.partial)
    styles = _styles(name, archive, posixpath.dirname(part))
    walk = _Walk(styles, embedded=_Embedded(name, archive, part))
    walk.read(root)
    beside: tuple[str, ...] = ()
    if walk.counts["table"] + walk.counts["box"]:
        whole = _Walk(styles, everything=True, embedded=_Embedded(name, archive, part))
        whole.read(root)
        if mostly_beside(walk.page.text, whole.page.text):
            walk, beside = whole, (READ_TABLES,)
    return Parsed(
        walk.page.text,
        walk.page.blocks,
        Metadata(headline=walk.page.headline),
        (*archive.notes, *beside, *_notes(walk.counts)),
        partial=archive.partial,
    )


def _notes(counts: Counter[str]) -> tuple[str, ...]:
    return accepted(counts["inserted"], counts["deleted"]) + left_out(
        [
            (counts["comment"], "comment", "comments"),
            (counts["footnote"], "footnote", "footnotes"),
            (counts["endnote"], "endnote", "endnotes"),
            (counts["table"], "table", "tables"),
            (counts["box"], "text box", "text boxes"),
            (counts["hidden"], "hidden passage", "hidden passages"),
        ]
    )


def _main_part(name: str, archive: Archive) -> str:
    """The part that holds the text, as the package says, or where Word puts it."""
    if "_rels/.rels" in archive and not archive.partial:
        for relation in parse_xml(name, archive.read("_rels/.rels"), _KIND):
            if attribute(relation, "Type").endswith("/officeDocument"):
                target = posixpath.normpath(attribute(relation, "Target").lstrip("/"))
                if target in archive:
                    return target
    return "word/document.xml"


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str
    outline: str
    listed: bool


def _styles(name: str, archive: Archive, folder: str) -> dict[str, _Style]:
    part = posixpath.join(folder, "styles.xml")
    if part not in archive:
        return {}
    try:
        root = parse_xml(name, archive.read(part), _KIND, recover=archive.partial)
    except UnreadableError:
        if archive.partial:
            return {}  # the text can be read without knowing its styles
        raise
    found: dict[str, _Style] = {}
    for style in root:
        if local(style) != "style":
            continue
        named = {local(child): child for child in style}
        properties = {local(p): p for p in named["pPr"]} if "pPr" in named else {}
        found[attribute(style, "styleId")] = _Style(
            _value(named.get("name")).lower(),
            _value(named.get("basedOn")),
            _value(properties.get("outlineLvl")),
            "numPr" in properties,
        )
    return found


def _value(element: etree._Element | None) -> str:
    return "" if element is None else attribute(element, "val")


class _Embedded:
    """Pages of HTML inside a Word file, which some programs write in place of paragraphs."""

    def __init__(self, name: str, archive: Archive, part: str) -> None:
        self._name = name
        self._archive = archive
        self._folder, file = posixpath.split(part)
        self._relations = posixpath.join(self._folder, "_rels", file + ".rels")

    def write(self, page: Page, relation: str) -> None:
        """Writes the page a relation names; other kinds of documents are passed over."""
        if self._relations not in self._archive:
            return
        for entry in parse_xml(self._name, self._archive.read(self._relations), _KIND):
            target = posixpath.join(self._folder, attribute(entry, "Target"))
            target = posixpath.normpath(target.removeprefix(self._folder + "//")).lstrip("/")
            if attribute(entry, "Id") == relation and target in self._archive:
                content = self._archive.read(target)
                if target.lower().endswith((".mht", ".mhtml")):
                    from driftline.engine.reading.mhtml import page_in

                    content = page_in(content)
                if b"<" in content[:1000]:
                    write_prose(page, decode(self._name, content).text)


class _Walk:
    """One walk through the body; recursion is as deep as the XML, which the parser limits."""

    def __init__(
        self, styles: dict[str, _Style], *, embedded: _Embedded, everything: bool = False
    ) -> None:
        self.page = Page()
        self.counts: Counter[str] = Counter()
        self._styles = styles
        self._everything = everything
        self._embedded = embedded
        self._text: list[str] = []
        self._carried: list[str] = []
        self._role = Role.BODY

    def read(self, element: etree._Element) -> None:
        """Reads everything below an element."""
        for child in element:
            self._one(child)
        self._text += self._carried
        self._flush()

    def _one(self, element: etree._Element) -> None:
        name = local(element)
        if name == "p":
            self._paragraph(element)
        elif name == "t":
            self._text.append(element.text or "")
        elif name in _CHARACTERS:
            self._text.append(_CHARACTERS[name])
        elif name in ("sym", "symEx"):
            self._symbol(attribute(element, "char"))
        elif name in _DELETED:
            self.counts["deleted"] += _has_text(element)
        elif name == "altChunk":
            self._embedded.write(self.page, attribute(element, "id"))
        elif name in _MARKS:
            self.counts[_MARKS[name]] += 1
        elif name in _TABLES and not self._everything:
            self.counts["table"] += 1
        elif name in _BOXES and not self._everything:
            self.counts["box"] += 1
        elif name == "r" and _hidden(element):
            self.counts["hidden"] += _has_text(element)
        elif name not in _UNSEEN:
            if name in _INSERTED:
                self.counts["inserted"] += _has_text(element)
            for child in element:
                self._one(child)

    def _paragraph(self, element: etree._Element) -> None:
        outer = self._text, self._role
        properties = next((c for c in element if local(c) == "pPr"), None)
        self._text, self._role = self._carried, self._role_of(properties)
        self._carried = []
        for child in element:
            self._one(child)
        if _mark_deleted(properties):
            self._carried = self._text  # accepted, it runs on into the next paragraph
        else:
            self._flush()
        self._text, self._role = outer

    def _flush(self) -> None:
        self.page.add("".join(self._text), self._role)
        self._text = []

    def _symbol(self, char: str) -> None:
        """A character given by number; those of symbol fonts stand for no letter."""
        try:
            code = int(char, 16)
        except ValueError:
            return
        if code < 0xD800 or 0xF8FF < code < 0x110000:
            self._text.append(chr(code))

    def _role_of(self, properties: etree._Element | None) -> Role:
        own = {} if properties is None else {local(child): child for child in properties}
        outline = _value(own.get("outlineLvl"))
        numbered = own.get("numPr")
        listed = numbered is not None and any(
            local(child) == "numId" and attribute(child, "val") != "0" for child in numbered
        )
        style = self._styles.get(_value(own.get("pStyle")))
        for _ in range(10):
            if style is None:
                break
            role = role_of_style(style.name, self.page.headline is not None)
            if role:
                return role
            outline = outline or style.outline
            listed = listed or (style.listed and numbered is None)
            style = self._styles.get(style.based_on)
        if outline in tuple("012345678"):
            return Role.HEADLINE if outline == "0" and not self.page.headline else Role.SUBHEADING
        return Role.LIST if listed else Role.BODY


def _has_text(element: etree._Element) -> bool:
    return any(local(e) in ("t", "delText", "sym") for e in element.iter())


def _hidden(run: etree._Element) -> bool:
    for child in run:
        if local(child) == "rPr":
            return any(
                local(p) == "vanish" and attribute(p, "val") not in ("0", "false", "off")
                for p in child
            )
    return False


def _mark_deleted(properties: etree._Element | None) -> bool:
    """Whether the end of a paragraph was deleted, so that two became one."""
    if properties is None:
        return False
    return any(
        local(child) == "rPr" and any(local(mark) in _DELETED for mark in child)
        for child in properties
    )
