"""Web pages: the visible text block by block, with what the markup says about each block.

Nothing is fetched and nothing is run: scripts, styles and comments are never text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from lxml import etree

from driftline.engine.reading import decoding
from driftline.engine.reading.html_deep import plain_blocks
from driftline.engine.reading.html_metadata import Declared, declared_by, iso_date
from driftline.engine.reading.markup_hints import UNSEEN, place_of, said_by, unseen_inside
from driftline.engine.reading.parts import Parsed
from driftline.engine.records import Block, Metadata, Role, Span

_SILENT = frozenset(
    {"script", "style", "head", "title", "template", "noscript", "svg", "math", "object", "iframe",
     "select", "textarea", "canvas", "video", "audio", "datalist", "map", "applet", "noembed",
     "noframes", "frameset", "img", "input", "embed", "link", "meta", "base", "param", "source",
     "track", "area", "col", "colgroup"}
)  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: Elements that end the block before them; those in the first set also leave an empty line.
_SPACED = _HEADINGS | frozenset(
    {"p", "div", "blockquote", "pre", "section", "article", "header", "footer", "main", "aside",
     "figure", "figcaption", "ul", "ol", "dl", "table", "form", "hr", "nav", "body", "details",
     "center", "fieldset"}
)  # fmt: skip
_BLOCKS = _SPACED | frozenset(
    {"li", "dt", "dd", "tr", "td", "th", "caption", "address", "summary", "legend", "thead",
     "tbody", "tfoot", "option", "button", "dir", "menu", "hgroup", "dialog", "label"}
)  # fmt: skip
#: Names that pages give to a part of another encoding.
_WIDER = {"iso-8859-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252",
          "gb2312": "gb18030", "gbk": "gb18030"}  # fmt: skip
_NO_TEXT = re.compile("[\0\ufdd0\ufdd1]")
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})")
_XML_PROLOG = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
#: A picture set into the markup; the parser's library stops at one of so many characters.
_PICTURE = re.compile(r";base64,[A-Za-z0-9+/=\s]{100000,}")
_LARGEST = 10_000_000
_DEEPEST_PATH = 8
#: Share of a block's letters in bold, or in an inline element, from which on all of it is.
_MOST = 0.9
#: Where the words of the title are those of a link to the page.
_LISTED = frozenset({"in:nav", "in:ul", "in:header", "in:footer", "in:aside"})
#: Blocks below the headline among which who wrote is named.
_FARTHEST_BYLINE = 12
#: Signs that are no characters, around words inside a block that no reader sees there.
_OPENS, _CLOSES = "\ufdd0", "\ufdd1"
#: Words that are hidden or spoken are a label; more may be a story that opens by a click.
_LONGEST_LABEL = 8
#: Nesting beyond what the parser's library follows.
_CUT_OFF = "This page is nested too deeply to tell its parts apart; its text was read without them."


def read_html(
    name: str, data: bytes | str, charset: str | None = None, chosen: str | None = None
) -> Parsed:
    """A web page's text, blocks and declared metadata.

    `charset` is what a mail or server header says, `chosen` an encoding set by hand. Raises
    UnreadableError when the bytes are in no encoding that can be told.
    """
    notes: tuple[str, ...] = ()
    if isinstance(data, str):
        markup, encoding = data, ""
    else:
        decoded = _decoded(name, data, charset, chosen)
        markup, encoding, notes = decoded.text, decoded.encoding, decoded.notes
    markup = _XML_PROLOG.sub("", _NO_TEXT.sub("", markup), count=1)
    root, whole = _parsed(markup)
    declared = declared_by(root) if root is not None else Declared()
    writer = _Writer(declared)
    if root is not None and whole:
        writer.write(root)
    partial = False
    if not writer.pieces and markup:
        for words in plain_blocks(markup):
            writer.add_plain(words)
        if writer.pieces:
            notes = (*notes, _CUT_OFF)
            partial = True
    text, blocks, headline = writer.finished()
    metadata = Metadata(
        headline=headline,
        byline=_byline(text, blocks, headline, declared),
        published=declared.published,
        source=declared.site,
        language=declared.language,
    )
    return Parsed(text, blocks, metadata, notes, encoding, partial)


def _byline(
    text: str, blocks: tuple[Block, ...], headline: Span | None, declared: Declared
) -> Span | None:
    """Where the page names, close below its headline, who it declares to have written it."""
    if headline is None or not declared.authors:
        return None
    below = (block.span for block in blocks if block.span.start >= headline.end)
    for span in islice(below, _FARTHEST_BYLINE):
        names = declared.byline_in(span.of(text))
        if names is not None:
            return Span(span.start + names.start, span.start + names.end)
    return None


def _decoded(name: str, data: bytes, charset: str | None, chosen: str | None) -> decoding.Decoded:
    """The markup as text: an encoding set by hand, a mark, the header, the page's own word."""
    if chosen:
        return decoding.decode(name, data, chosen)
    if any(data.startswith(mark) for mark, _ in decoding.MARKS) or b"\0" in data[:4096]:
        return decoding.decode(name, data)
    try:
        return decoding.Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    head = data[:4096]
    found = _CHARSET.search(head) or _XML_CHARSET.search(head)
    for named in (charset, found and found[1].decode("ascii", "replace")):
        # Pages that call themselves UTF-8 and are not have been tried as such above.
        if named and named.lower().replace("-", "") not in ("utf8", "unicode"):
            wider = _WIDER.get(named.lower(), named)
            try:
                return decoding.Decoded(data.decode(wider), wider)
            except (LookupError, UnicodeDecodeError, ValueError):
                continue
    return decoding.decode(name, data)


def _parsed(markup: str) -> tuple[Any, bool]:
    """The tree of a page, None when nothing can be made of it; and whether it holds all of it.

    The parser's library gives up in the midst of markup that nests very deeply.
    """
    if not markup.strip():
        return None, True
    parser = etree.HTMLParser(
        recover=True, no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    markup = _PICTURE.sub("", markup) if len(markup) >= _LARGEST else markup
    try:
        root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None, True
    # The log keeps the first hundred errors and the last one, which is the one that stops it.
    last = parser.error_log.last_error
    return root, last is None or last.type != etree.ErrorTypes.ERR_RESOURCE_LIMIT


@dataclass(slots=True)
class _Frame:
    """An open element: what it adds to the text in it."""

    tag: str
    number: int
    block: bool
    hints: frozenset[str]
    path: tuple[int, ...]
    recent: tuple[frozenset[str], ...] = ()
    mark: str = ""
    unseen: bool = False
    signed: bool = False


class _Writer:
    """Writes the text of a tree block by block."""

    def __init__(self, declared: Declared) -> None:
        self.pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._declared = declared
        self._buffer: list[str] = []
        self._linked = 0
        self._bold = 0
        self._size = 0
        self._links = 0
        self._bolds = 0
        self._signed = 0
        self._spaced = True
        self._broken = False
        self._heads: list[tuple[int, int]] = []
        self._times: list[str] = []
        self._unseen: list[str] = []
        self._in_unseen = False

    def write(self, root: Any) -> None:
        """Writes a whole tree; iterative, for pages nest thousands deep."""
        count = 0
        frames = [_Frame("html", 0, True, frozenset(), ())]
        stack: list[tuple[Any, bool]] = [(root, False)]
        while stack:
            element, leaving = stack.pop()
            if leaving:
                self._leave(frames, element)
                continue
            tag = element.tag
            if not isinstance(tag, str):
                self._text(element.tail, frames)
                continue
            if tag in _SILENT:
                self._text(element.tail, frames)
                continue
            if tag == "br":
                self._break(frames)
                self._text(element.tail, frames)
                continue
            count += 1
            self._enter(frames, element, tag, count)
            self._text(element.text, frames)
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
        self._flush(frames[-1])

    def add_plain(self, words: str) -> None:
        """Writes a block of which nothing but its words is known."""
        self._buffer.append(words)
        self._size = len(words)
        self._spaced = True
        self._flush(_Frame("p", 0, True, frozenset(), ()))

    def _enter(self, frames: list[_Frame], element: Any, tag: str, number: int) -> None:
        outer = frames[-1]
        block = tag in _BLOCKS
        attributes = element.attrib
        hints = outer.hints
        own: list[str] = []
        recent = outer.recent
        said: frozenset[str] = frozenset()
        if attributes:
            names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
            if tag not in ("html", "body"):
                said = said_by(names)
                own = [f"class:{meaning}" for meaning in said]
                recent = (said, *recent[:2])
            if "hidden" in attributes or UNSEEN.search(attributes.get("style", "")):
                own.append("unseen")
            when = attributes.get("datetime") if tag == "time" else None
            if when and (iso := iso_date(when[:40])):
                self._times.append(f"when:{iso}")
            itemprop = attributes.get("itemprop")
            if itemprop:
                own.append(f"prop:{itemprop.split()[0][:30].lower()}")
        place = place_of(tag, attributes.get("role", "") if attributes else "")
        if place:
            own.append(f"in:{place}")
        if own:
            hints = hints.union(own)
        if block:
            self._flush(frames[-1])
            if tag in _SPACED:
                self._spaced = True
            path = (number, *outer.path[: _DEEPEST_PATH - 1])
        else:
            path = outer.path
        mark = ""
        if tag == "a" and attributes.get("href") is not None:
            mark = "link"
            self._linked += 1
        elif tag in ("b", "strong"):
            mark = "bold"
            self._bold += 1
        unseen = False
        if attributes and not block and not self._in_unseen:
            kind = unseen_inside(element)
            if kind:
                self._unseen.append(kind)
                self._buffer.append(_OPENS)
                self._in_unseen = unseen = True
        signed = not block and (outer.signed or "byline" in said)
        frames.append(_Frame(tag, number, block, hints, path, recent, mark, unseen, signed))

    def _leave(self, frames: list[_Frame], element: Any) -> None:
        frame = frames[-1]
        if frame.block:
            self._flush(frame)
            if frame.tag in _SPACED:
                self._spaced = True
        if frame.mark == "link":
            self._linked -= 1
        elif frame.mark == "bold":
            self._bold -= 1
        if frame.unseen:
            self._in_unseen = False
            if self._buffer:
                self._buffer.append(_CLOSES)
        frames.pop()
        if frames:
            self._text(element.tail, frames)

    def _break(self, frames: list[_Frame]) -> None:
        if not self._buffer and self._broken:
            self._spaced = True
        self._flush(frames[-1])
        self._broken = True

    def _text(self, text: str | None, frames: list[_Frame]) -> None:
        if not text:
            return
        if frames[-1].tag == "pre" and "\n" in text.strip():
            lines = text.split("\n")
            for line in lines[:-1]:
                self._take(line, frames[-1])
                self._flush(frames[-1])
            text = lines[-1]
        self._take(text, frames[-1])

    def _take(self, text: str, frame: _Frame) -> None:
        self._buffer.append(text)
        if self._in_unseen:
            return
        length = len("".join(text.split()))
        self._size += length
        if self._linked:
            self._links += length
        if self._bold:
            self._bolds += length
        if frame.signed:
            self._signed += length

    def _flush(self, frame: _Frame) -> None:
        if not self._buffer:
            return
        text = _BLANKS.sub(" ", "".join(self._buffer)).strip(" ")
        size, links, bolds = self._size or 1, self._links, self._bolds
        signed = self._signed > _MOST * size
        self._buffer.clear()
        self._size = self._links = self._bolds = self._signed = 0
        inside: list[tuple[Span, str]] = []
        if self._unseen:
            text, inside = _without_signs(text, self._unseen)
            self._unseen.clear()
        if not text or text.isspace():
            return
        if self.pieces:
            separator = "\n\n" if self._spaced else "\n"
            self.pieces.append(separator)
            self._length += len(separator)
        self._spaced = self._broken = False
        span = Span(self._length, self._length + len(text))
        self.pieces.append(text)
        self._length = span.end
        block = self._block(span, text, frame, links / size, bolds / size)
        if signed and "near:byline" not in block.hints:
            block = replace(block, hints=tuple(sorted((*block.hints, "near:byline"))))
        self._blocks.append(block)
        for part, kind in inside:
            whole = Span(span.start + part.start, span.start + part.end)
            self._blocks.append(Block(whole, Role.BODY, (f"inside:{kind}",), 0.0, frame.path))

    def _block(self, span: Span, text: str, frame: _Frame, links: float, bolds: float) -> Block:
        tag = frame.tag if frame.block or frame.tag not in ("b", "strong", "a") else "p"
        hints = set(frame.hints)
        hints.add(f"tag:{tag}")
        hints.update(self._times)
        self._times.clear()
        for said in frame.recent:
            hints.update(f"near:{meaning}" for meaning in said)
        if bolds > _MOST:
            hints.add("bold")
        hints.update(self._declared.about(text))
        role = Role.BODY
        if tag in _HEADINGS or not hints.isdisjoint(_IN_HEADING):
            role = Role.SUBHEADING
            level = 1 if tag == "h1" or "in:h1" in hints else 2
            self._heads.append((len(self._blocks), level))
        elif "in:blockquote" in hints:
            role = Role.BLOCK_QUOTE
        elif tag in ("li", "dd"):
            role = Role.LIST
        return Block(span, role, tuple(sorted(hints)), round(min(links, 1.0), 3), frame.path)

    def finished(self) -> tuple[str, tuple[Block, ...], Span | None]:
        """The text, its blocks, and where the headline stands among them."""
        place = self._headline()
        headline = None
        if place is not None:
            self._blocks[place] = replace(self._blocks[place], role=Role.HEADLINE)
            headline = self._blocks[place].span
        return "".join(self.pieces), tuple(self._blocks), headline

    def _headline(self) -> int | None:
        """The heading that says what the page's title says, else a block that says it.

        Else the page's only first-level heading.
        """
        best, found = 0.0, None
        for place, level in self._heads:
            if "titled" in self._blocks[place].hints:
                score = 2.0 + (level == 1)
            elif level == 1:
                score = 1.0
            else:
                continue
            if score > best:
                best, found = score, place
        if best >= 2:
            return found
        for place, block in enumerate(self._blocks):
            if "titled" in block.hints and _LISTED.isdisjoint(block.hints):
                return place
        firsts = sum(level == 1 for _, level in self._heads)
        return found if firsts == 1 else None


def _without_signs(text: str, kinds: list[str]) -> tuple[str, list[tuple[Span, str]]]:
    """A block's text without the signs, and what stood between them and is not seen there.

    Nothing when that is the whole block.
    """
    pieces: list[str] = []
    found: list[tuple[Span, str]] = []
    length, start = 0, -1
    left = iter(kinds)
    kind = ""
    for piece in re.split(f"([{_OPENS}{_CLOSES}])", text):
        if piece == _OPENS:
            start, kind = length, next(left, "")
        elif piece == _CLOSES:
            words = "".join(pieces)[start:length] if start >= 0 else ""
            if words.strip() and (kind == "card") == (len(words.split()) > _LONGEST_LABEL):
                found.append((Span(start, length), kind))
            start = -1
        else:
            if not pieces:
                piece = piece.lstrip(" ")
            if piece:
                pieces.append(piece)
                length += len(piece)
    whole = "".join(pieces)
    bare = whole.rstrip(" ")
    seen = len("".join(bare.split())) - sum(
        len("".join(span.of(bare).split())) for span, _ in found
    )
    if not seen:
        return bare, []
    return bare, [(Span(span.start, min(span.end, len(bare))), kind) for span, kind in found]


_IN_HEADING = frozenset({"in:h1", "in:h2", "in:h3", "in:h4"})
