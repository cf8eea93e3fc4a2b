"""Rich Text Format: the body's text, with tracked changes accepted.

Written against Microsoft's RTF specification 1.9.1. Footnotes, comments, tables and text boxes are
kept out of the text and counted, as are link targets, list marks and hidden text. A file that ends
too early is read as far as it goes.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass, replace

from driftline.engine.reading.decoding import without_lone_surrogates
from driftline.engine.reading.parts import (
    READ_TABLES,
    Page,
    Parsed,
    left_out,
    mostly_beside,
    role_of_style,
)
from driftline.engine.records import Metadata, Role

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)"
    r"|[\r\n]+",
    re.DOTALL,
)
_CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "page": "\n\n",
    "column": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "zwbo": "\u200b",
}
_SYMBOLS = {"~": "\xa0", "-": "\xad", "_": "\u2011", "{": "{", "}": "}", "\\": "\\"}
#: Groups that are no text on the page, beside those marked as such by the format.
_ASIDE = frozenset(
    {"fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr",
     "headerf", "footer", "footerl", "footerr", "footerf", "footnote", "annotation", "atnid",
     "atnauthor", "fldinst", "listtext", "pntext", "pntxta", "pntxtb", "pnseclvl", "shp", "shpinst",
     "shptxt", "do", "dptxbxtext", "nonshppict", "bkmkstart", "bkmkend", "tc", "xe", "txe", "rxe",
     "template", "filetbl", "revtbl", "listtable", "listoverridetable", "generator", "themedata",
     "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "private", "xmlopen"}
)  # fmt: skip
_ENCODING = frozenset({"ansicpg", "fcharset", "cpg", "deff", "f", "uc", "mac", "pc", "pca"})
_ENDING = frozenset({"par", "sect", "cell", "nestcell", "row", "nestrow"})
_FORMAT = frozenset(
    {"pard", "plain", "s", "outlinelevel", "ls", "intbl", "deleted", "revised", "v"}
)
#: All words that matter; the many others only dress the text.
_HEEDED = _ASIDE | _ENCODING | _ENDING | _FORMAT | _CHARACTERS.keys() | {"u"}
_COUNTED = {"footnote": "footnote", "annotation": "comment", "shptxt": "box", "dptxbxtext": "box"}
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030",
    136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_PROGRAM = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits and its end takes back."""

    aside: str = ""
    after_unicode: int = 1
    font: int = -1
    deleted: bool = False
    hidden: bool = False
    style: int = 0
    outline: int = -1
    listed: bool = False
    tabled: bool = False


def read_rtf(data: bytes) -> Parsed:
    """The text of an RTF document with its title, headings, lists and block quotes."""
    text = data.decode("latin-1")
    reader = _Reader(text)
    reader.read()
    notes: tuple[str, ...] = ()
    if reader.counts["table"]:
        whole = _Reader(text, everything=True)
        whole.read()
        if mostly_beside(reader.page.text, whole.page.text):
            reader, notes = whole, (READ_TABLES,)
    counts = reader.counts
    if reader.partial:
        notes += ("The file ends too early; its text was read as far as it goes.",)
    if counts["tracked"]:
        notes += ("The text is read with its tracked changes accepted.",)
    notes += left_out(
        [
            (counts["comment"], "comment", "comments"),
            (counts["footnote"], "footnote", "footnotes"),
            (counts["table"], "table", "tables"),
            (counts["box"], "text box", "text boxes"),
        ]
    )
    return Parsed(
        reader.page.text, reader.page.blocks, Metadata(headline=reader.page.headline), notes,
        partial=reader.partial,
    )  # fmt: skip


class _Reader:
    """One pass over the tokens; groups are a stack, so depth costs no recursion."""

    def __init__(self, text: str, everything: bool = False) -> None:
        self.page = Page()
        self.counts: Counter[str] = Counter()
        self.partial = False
        self._text = text
        self._everything = everything
        self._codec = "cp1252"
        self._fonts: dict[int, str] = {}
        self._default_font = -1
        self._styles: dict[int, str] = {}
        self._state = _State()
        self._stack: list[_State] = []
        self._skip = 0
        self._pending = bytearray()
        self._paragraph: list[str] = []
        self._in_table = False
        self._style_name: list[str] = []
        self._group_starts = False

    def read(self) -> None:
        """Reads the document to its last brace, or to the end of the file."""
        position = max(self._text.find("{"), 0)
        end = len(self._text)
        while position < end:
            token = _TOKEN.match(self._text, position)
            if token is None:  # a lone backslash at the very end
                break
            position = token.end()
            word, number, byte, symbol, brace, words = token.groups()
            if brace:
                self._brace(brace)
                if not self._stack:
                    break
            elif word:
                value = int(number) if number else None
                if word == "bin" and value and value > 0:
                    position += value
                self._word(word, value)
            elif symbol:
                self._symbol(symbol)
            elif byte:
                if self._skip:
                    self._skip -= 1
                else:
                    self._bytes(bytes.fromhex(byte))
            elif words:
                dropped = min(self._skip, len(words))
                self._skip -= dropped
                self._bytes(words[dropped:].encode("latin-1"))
            if not brace and symbol != "*":
                self._group_starts = False
        self.partial = bool(self._stack)
        self._end_paragraph()

    def _brace(self, brace: str) -> None:
        self._decode()
        self._skip = 0
        if brace == "{":
            self._stack.append(self._state)
            self._group_starts = True
        elif self._stack:
            if self._state.aside == "stylesheet":
                self._name_style()
            self._state = self._stack.pop()

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            if self._group_starts and not self._state.aside:
                self._state = replace(self._state, aside="*")
        elif symbol in "\r\n":
            self._end_paragraph()
        elif symbol in _SYMBOLS:
            if self._skip:
                self._skip -= 1
            else:
                self._characters(_SYMBOLS[symbol])

    def _word(self, word: str, number: int | None) -> None:
        state = self._state
        if word not in _HEEDED and state.aside != "*":
            return
        self._decode()
        if word in _ASIDE or (state.aside == "*" and self._group_starts):
            if state.aside in ("", "*"):
                self.counts[_COUNTED.get(word, "")] += 1
                self._state = replace(state, aside=word)
            elif word in ("shptxt", "dptxbxtext"):
                self.counts["box"] += 1
            if word in ("listtext", "pntext"):
                self._state = replace(self._state, aside=word)
                self._mark_listed()
            return
        if word == "u":
            self._unicode(number)
        elif word in _ENCODING:
            self._encoding(word, number)
        elif state.aside:
            if word == "s" and state.aside == "stylesheet":
                self._state = replace(state, style=number or 0)
        elif word in _CHARACTERS:
            self._characters(_CHARACTERS[word])
        elif word in _ENDING:
            self._end_paragraph()
        else:
            self._format(word, number)

    def _format(self, word: str, number: int | None) -> None:
        on = number != 0
        state = self._state
        match word:
            case "pard":
                state = replace(state, style=0, outline=-1, listed=False, tabled=False)
            case "plain":
                state = replace(state, font=self._default_font, hidden=False, deleted=False)
            case "s":
                state = replace(state, style=number or 0)
            case "outlinelevel":
                state = replace(state, outline=-1 if number is None else number)
            case "ls":
                state = replace(state, listed=on)
            case "intbl":
                state = replace(state, tabled=True)
            case "deleted":
                self.counts["tracked"] += on
                state = replace(state, deleted=on)
            case "revised":
                self.counts["tracked"] += on
            case "v":
                state = replace(state, hidden=on)
        self._state = state

    def _encoding(self, word: str, number: int | None) -> None:
        match word:
            case "ansicpg" if number:
                self._codec = _known(f"cp{number}", self._codec) if number != 65001 else "utf-8"
            case "mac" | "pc" | "pca":
                self._codec = _PROGRAM[word]
            case "uc":
                self._state = replace(self._state, after_unicode=max(number or 0, 0))
            case "deff":
                self._default_font = number or 0
            case "f":
                self._state = replace(self._state, font=number or 0)
            case "fcharset" if self._state.aside == "fonttbl" and number in _CHARSETS and number:
                self._fonts[self._state.font] = _CHARSETS[number]
            case "cpg" if self._state.aside == "fonttbl" and number:
                self._fonts[self._state.font] = _known(f"cp{number}", self._codec)

    def _unicode(self, number: int | None) -> None:
        if number is not None:
            code = number + 0x10000 if number < 0 else number
            self._characters(chr(code) if 0 < code < 0x110000 else "\N{REPLACEMENT CHARACTER}")
        self._skip = self._state.after_unicode

    def _mark_listed(self) -> None:
        """The text of a list's mark stands in a group; the paragraph around it is what it marks."""
        if self._stack and not self._stack[-1].aside:
            self._stack[-1] = replace(self._stack[-1], listed=True)

    def _bytes(self, data: bytes) -> None:
        if not self._state.aside or self._state.aside == "stylesheet":
            self._pending += data

    def _decode(self) -> None:
        """Turns the bytes gathered so far into text, in the encoding of the font they are in."""
        if self._pending:
            codec = self._fonts.get(self._state.font, self._codec)
            data = bytes(self._pending)
            self._pending.clear()
            self._characters(data.decode(codec, "replace"))

    def _characters(self, text: str) -> None:
        if self._pending:
            self._decode()
        state = self._state
        if state.aside == "stylesheet":
            self._style_name.append(text)
        elif not (state.aside or state.deleted or state.hidden):
            self._paragraph.append(text)

    def _name_style(self) -> None:
        name = "".join(self._style_name).strip(" ;").lower()
        self._style_name = []
        if name:
            self._styles[self._state.style] = name

    def _end_paragraph(self) -> None:
        self._decode()
        state = self._state
        if state.aside or state.deleted:
            return
        text = without_lone_surrogates("".join(self._paragraph))
        self._paragraph = []
        if state.tabled and not self._everything:
            self.counts["table"] += not self._in_table
        elif text.strip():
            self.page.add(text, self._role())
        self._in_table = state.tabled

    def _role(self) -> Role:
        state = self._state
        headed = self.page.headline is not None
        role = role_of_style(self._styles.get(state.style, ""), headed)
        if role:
            return role
        if 0 <= state.outline < 9:
            return Role.HEADLINE if state.outline == 0 and not headed else Role.SUBHEADING
        return Role.LIST if state.listed else Role.BODY


def _known(codec: str, otherwise: str) -> str:
    try:
        return codecs.lookup(codec).name
    except LookupError:
        return otherwise
