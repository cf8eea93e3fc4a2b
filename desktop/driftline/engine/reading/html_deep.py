"""The text of pages nested too deeply for a tree: tags are read one by one, each place once."""

from __future__ import annotations

import re
from html import unescape

_TAG = re.compile(r"/?([A-Za-z][A-Za-z0-9:-]{0,40})")
_SILENT = frozenset({"script", "style", "template", "noscript", "title", "svg", "textarea"})
_INLINE = frozenset(
    {"a", "b", "i", "em", "strong", "span", "u", "s", "small", "sub", "sup", "font", "abbr",
     "cite", "code", "mark", "q", "time", "wbr"}
)  # fmt: skip


def plain_blocks(markup: str) -> list[str]:
    """The text of a page between its block tags, in order; linear in its length."""
    blocks: list[str] = []
    text: list[str] = []

    def end() -> None:
        words = " ".join(unescape("".join(text)).split())
        text.clear()
        if words:
            blocks.append(words)

    # Lowering letter by letter keeps every offset; str.lower may lengthen.
    lowered = markup.translate(_LOWER)
    position = 0
    while (opening := markup.find("<", position)) >= 0:
        text.append(markup[position:opening])
        if markup.startswith("<!", opening) or markup.startswith("<?", opening):
            mark = "-->" if markup.startswith("<!--", opening) else ">"
            closing = markup.find(mark, opening + 2)
            if closing < 0:
                position = len(markup)
                break
            position = closing + len(mark)
            continue
        name = _TAG.match(lowered, opening + 1)
        if name is None:
            text.append("<")
            position = opening + 1
            continue
        closing = markup.find(">", name.end())
        if closing < 0:
            position = len(markup)
            break
        position = closing + 1
        if name[1] in _SILENT and markup[opening + 1] != "/":
            close = lowered.find(f"</{name[1]}", position)
            if close < 0:
                position = len(markup)
                break
            position = close
        elif name[1] not in _INLINE:
            end()
    text.append(markup[position:])
    end()
    return blocks


_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
