"""The text of pages nested too deeply for a tree: tags are read one by one."""

from __future__ import annotations

from html.parser import HTMLParser

_SILENT = frozenset({"script", "style", "template", "noscript", "title", "svg"})
_INLINE = frozenset({"a", "b", "i", "em", "strong", "span", "u", "s", "small", "sub", "sup", "font",
                     "abbr", "cite", "code", "mark", "q", "time", "wbr"})  # fmt: skip


class _Plain(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self._text: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag not in _INLINE:
            self._end()

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag not in _INLINE:
            self._end()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._text.append(data)

    def close(self) -> None:
        super().close()
        self._end()

    def _end(self) -> None:
        words = " ".join("".join(self._text).split())
        self._text.clear()
        if words:
            self.blocks.append(words)


def plain_blocks(markup: str) -> list[str]:
    """The text of a page between its block tags, in order."""
    parser = _Plain()
    parser.feed(markup)
    parser.close()
    return parser.blocks
