"""Markdown: rendered by the `markdown` package, its blocks written without their marks."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from driftline.engine.reading.decoding import decode
from driftline.engine.reading.parts import Page, Parsed, left_out
from driftline.engine.reading.prose_html import write_prose
from driftline.engine.records import Metadata

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(\w+)[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
#: Open brackets in one paragraph; beyond this the package's time grows with their square.
_MOST_BRACKETS = 400
_DEEPEST_QUOTE = 60
_PLAIN = "Its Markdown is too deeply nested and was read as plain text."


def read_markdown(name: str, data: bytes, encoding: str | None = None) -> Parsed:
    """The text of a Markdown file with its headings, lists and block quotes.

    Raises UnreadableError when its bytes are no text.
    """
    decoded = decode(name, data, encoding)
    text, metadata = _front_matter(decoded.text)
    if not _tame(text):
        return Parsed(decoded.text, (), metadata, (*decoded.notes, _PLAIN), decoded.encoding)
    import markdown  # loaded for Markdown files alone

    try:
        markup = markdown.markdown(
            text, extensions=["tables", "footnotes", "fenced_code", "sane_lists"]
        )
        page = Page()
        left = write_prose(page, markup)
    except RecursionError:
        return Parsed(decoded.text, (), metadata, (*decoded.notes, _PLAIN), decoded.encoding)
    notes = left_out(
        [
            (int(text != decoded.text), "block of front matter", "blocks of front matter"),
            (left.notes, "footnote", "footnotes"),
            (left.tables, "table", "tables"),
        ]
    )
    return Parsed(
        page.text, page.blocks, replace(metadata, headline=page.headline),
        (*decoded.notes, *notes), decoded.encoding, bool(decoded.lost),
    )  # fmt: skip


def _tame(text: str) -> bool:
    for paragraph in re.split(r"\n[ \t\r]*\n", text):
        if paragraph.count("[") > _MOST_BRACKETS:
            return False
        if ">" * _DEEPEST_QUOTE in paragraph.replace(" ", ""):
            return False
    return True


def _front_matter(text: str) -> tuple[str, Metadata]:
    """The text without the fields many sites put above it, and what these say."""
    match = _FRONT.match(text)
    if not match or not _FIELD.search(match.group(1)):
        return text, Metadata()
    fields = {k.lower(): v.strip("\"'") for k, v in _FIELD.findall(match.group(1))}
    published = None
    written = fields.get("date") or fields.get("published") or ""
    try:
        datetime.fromisoformat(written)
        published = written.replace(" ", "T", 1)
    except ValueError:
        pass
    language = (fields.get("lang") or fields.get("language") or "").partition("-")[0].lower()
    return text[match.end() :], Metadata(published=published, language=language or None)
