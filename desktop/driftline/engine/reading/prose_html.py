"""Simple markup to blocks: the HTML that Markdown becomes and that mails and books are made of.

Nothing is fetched and nothing is run. Pages of the web with their navigation go to `html.py`.
"""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from driftline.engine.records import Role

if TYPE_CHECKING:
    from driftline.engine.reading.parts import Page

_SILENT = frozenset(
    {"script", "style", "head", "title", "template", "noscript", "svg", "math", "object", "iframe",
     "audio", "video", "select", "textarea", "nav"}
)  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | frozenset(
    {"p", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "section", "article",
     "header", "footer", "main", "aside", "figure", "figcaption", "address", "hr", "body", "html",
     "form", "fieldset", "center", "tr", "td", "th", "caption", "thead", "tbody"}
)  # fmt: skip
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
     "track", "wbr"}
)  # fmt: skip
#: Line ends in markup are blanks, but for those of `pre`.
_BREAKS = {ord("\n"): " ", ord("\r"): " "}


class ProseParser(HTMLParser):
    """Writes the blocks of simple markup on a `Page` and counts the tables it leaves out.

    `kept_tables` keeps what stands in tables: mails are laid out with them.
    """

    def __init__(self, page: Page, kept_tables: bool = False) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self.tables = 0
        self.notes = 0
        self._kept_tables = kept_tables
        self._text: list[str] = []
        self._open: Counter[str] = Counter()
        self._mute: list[str] = []
        self._heading = ""
        self._had_headline = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens an element: a block ends the one before it."""
        if self._mute:
            if tag == self._mute[-1] and tag not in _VOID:
                self._mute.append(tag)
            return
        if tag == "table" and not self._kept_tables:
            self.tables += 1
            self._flush()
            self._mute.append(tag)
        elif tag in _SILENT or _is_note(tag, attrs):
            if tag not in _SILENT:
                self.notes += tag != "div"
            if tag != "sup":
                self._flush()
            self._mute.append(tag)
        elif tag == "br":
            self._text.append("\n")
        elif tag in _BLOCKS:
            self._flush()
            if tag in _HEADINGS:
                self._heading = tag
            elif tag not in _VOID:
                self._open[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        """Closes an element."""
        if self._mute:
            if tag == self._mute[-1]:
                self._mute.pop()
            return
        if tag in _BLOCKS:
            self._flush()
            if tag == self._heading:
                self._heading = ""
            elif self._open[tag]:
                self._open[tag] -= 1

    def handle_data(self, data: str) -> None:
        """Takes text."""
        if not self._mute:
            self._text.append(data if self._open["pre"] else data.translate(_BREAKS))

    def close(self) -> None:
        """Ends the document."""
        super().close()
        self._flush()

    def _flush(self) -> None:
        text = "".join(self._text)
        self._text.clear()
        role = Role.BODY
        if self._heading:
            first = self._heading == "h1" and not self._had_headline
            role = Role.HEADLINE if first else Role.SUBHEADING
        elif self._open["li"] or self._open["dd"]:
            role = Role.LIST
        elif self._open["blockquote"]:
            role = Role.BLOCK_QUOTE
        self.page.add(text, role)
        self._had_headline = self.page.headline is not None


def _is_note(tag: str, attrs: list[tuple[str, str | None]]) -> bool:
    """Whether an element is a footnote or the mark of one."""
    named = dict(attrs)
    if tag == "sup":
        return (named.get("id") or "").startswith("fnref")
    return tag == "div" and named.get("class") == "footnote"


def write_prose(page: Page, markup: str, kept_tables: bool = False) -> ProseParser:
    """Writes simple markup on a page; the parser tells what it left out."""
    parser = ProseParser(page, kept_tables)
    parser.feed(markup)
    parser.close()
    return parser
