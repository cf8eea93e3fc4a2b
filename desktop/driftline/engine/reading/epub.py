"""E-books (EPUB 2 and 3): the chapters in reading order."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import unquote

from driftline.engine.errors import Outcome, UnreadableError
from driftline.engine.reading import decoding, troubles
from driftline.engine.reading.archive import Archive
from driftline.engine.reading.parts import Page, Parsed, left_out
from driftline.engine.reading.prose_html import write_prose
from driftline.engine.reading.safe_xml import attribute, local, parse_xml
from driftline.engine.records import Metadata

if TYPE_CHECKING:
    from lxml import etree

    from driftline.engine.progress import Progress

_KIND = "e-book"
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]+)[\"']")
#: Ways of hiding a font, which leave the text alone.
_FONT_ONLY = ("obfuscation", "ns.adobe.com/pdf/enc#RC")


def read_epub(name: str, data: bytes, progress: Progress) -> Parsed:
    """The text of an e-book, chapter after chapter.

    Raises UnreadableError when it is damaged beyond reading, copy-protected, or packed to do harm.
    """
    archive = Archive(name, data, _KIND)
    package = _package(name, archive)
    root = parse_xml(name, archive.read(package), _KIND, recover=archive.partial)
    chapters, metadata = _contents(root, posixpath.dirname(package))
    locked = _locked(name, archive)
    page = Page()
    counts: Counter[str] = Counter()
    for number, chapter in enumerate(chapters):
        progress(f"Reading {name}", number, len(chapters))
        if chapter in locked:
            raise UnreadableError(
                name, "this e-book is copy-protected",
                "get it without protection, or copy the passage and paste it", Outcome.PASSWORD,
            )  # fmt: skip
        if chapter not in archive:
            counts["missing"] += 1
            continue
        content = archive.read(chapter)
        declared = _DECLARED.match(content[:200])
        encoding = declared.group(1).decode("ascii") if declared else None
        try:
            text = decoding.decode(name, content, encoding).text
        except UnreadableError:
            text = decoding.decode(name, content).text
        parser = write_prose(page, text)
        counts["table"] += parser.tables
    if counts["missing"] == len(chapters):
        raise troubles.damaged(name, _KIND)
    notes = archive.notes + left_out([(counts["table"], "table", "tables")])
    if counts["missing"]:
        notes += (
            f"{counts['missing']} of its {len(chapters)} chapters are missing from the file.",
        )
    return Parsed(
        page.text, page.blocks,
        Metadata(page.headline, published=metadata.published, language=metadata.language,
                 source=metadata.source),
        notes, "utf-8", archive.partial or bool(counts["missing"]),
    )  # fmt: skip


def _package(name: str, archive: Archive) -> str:
    if "META-INF/container.xml" in archive:
        content = archive.read("META-INF/container.xml")
        for element in parse_xml(name, content, _KIND, recover=archive.partial).iter():
            path = attribute(element, "full-path")
            if path in archive:
                return path
    for part in archive.names:
        if part.endswith(".opf"):
            return part
    raise troubles.damaged(name, _KIND)


def _contents(root: etree._Element, folder: str) -> tuple[list[str], Metadata]:
    """The parts of the chapters in reading order, and what the book says of itself."""
    files: dict[str, str] = {}
    order: list[str] = []
    said: dict[str, str] = {}
    for element in root.iter():
        match local(element):
            case "item" if "nav" not in attribute(element, "properties").split():
                target = unquote(attribute(element, "href").partition("#")[0])
                files[attribute(element, "id")] = posixpath.normpath(posixpath.join(folder, target))
            case "itemref" if attribute(element, "linear") != "no":
                order.append(attribute(element, "idref"))
            case "date" | "language" | "publisher" as field:
                said.setdefault(field, (element.text or "").strip())
    date = said.get("date", "")
    metadata = Metadata(
        published=date if re.fullmatch(r"\d{4}(-\d\d(-\d\d(T[\d:.+Z-]+)?)?)?", date) else None,
        source=said.get("publisher") or None,
        language=said.get("language", "").partition("-")[0].lower() or None,
    )
    return [files[item] for item in order if item in files], metadata


def _locked(name: str, archive: Archive) -> frozenset[str]:
    """The parts that are encrypted; hidden fonts don't count."""
    if "META-INF/encryption.xml" not in archive:
        return frozenset()
    root = parse_xml(name, archive.read("META-INF/encryption.xml"), _KIND, archive.partial)
    locked: set[str] = set()
    for entry in root:
        inner = list(entry.iter())
        ways = [attribute(e, "Algorithm") for e in inner if local(e) == "EncryptionMethod"]
        if any(any(font in way for font in _FONT_ONLY) for way in ways):
            continue
        locked.update(
            posixpath.normpath(unquote(attribute(e, "URI"))) for e in inner if attribute(e, "URI")
        )
    return frozenset(locked)
