"""What the markup of a web page says about a block, as short words the cleaner understands."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from itertools import islice
from typing import Any

from driftline import assets

_PIECES = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
#: Elements worth knowing to stand in, whatever their classes say.
TELLING = frozenset(
    {"article", "main", "nav", "aside", "header", "footer", "figure", "figcaption", "form",
     "button", "ul", "ol", "dl", "table", "blockquote", "section", "details", "pre", "h1", "h2",
     "h3", "h4", "label", "time", "address", "dialog"}
)  # fmt: skip
_LANDMARKS = {
    "navigation": "nav", "banner": "header", "contentinfo": "footer", "complementary": "aside",
    "main": "main", "article": "article", "dialog": "dialog", "search": "form", "button": "button",
    "form": "form", "alertdialog": "dialog",
}  # fmt: skip
_LONGEST = 200
_LINKS_OF_A_CARD = 2
#: Styles that show nothing.
UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(assets.path("lexicons", "markup.toml").read_text("utf-8"))


@cache
def _meanings() -> dict[str, str]:
    table = {meaning: words for meaning, words in _table().items() if meaning != "inside"}
    return {word: meaning for meaning, words in table.items() for word in words}


@cache
def meanings() -> tuple[str, ...]:
    """All meanings a class may have, in the order of the resource file."""
    return tuple(dict.fromkeys(_meanings().values()))


@lru_cache(maxsize=8192)
def said_by(names: str) -> frozenset[str]:
    """The meanings of the classes and the identifier of an element."""
    known = _meanings()
    return frozenset(
        meaning
        for piece in _PIECES.findall(names[:_LONGEST])
        if (meaning := known.get(piece.lower()))
    )


@cache
def _inside() -> tuple[frozenset[str], frozenset[str]]:
    table = _table()["inside"]
    return frozenset(table["spoken"]), frozenset(table["card"])


def unseen_inside(element: Any) -> str:
    """What an element inside a paragraph is, if no reader sees it there; else an empty string.

    "spoken" are words for screen readers, "hidden" words that are not shown, a "card" is what opens
    over a name: the innermost element so called, for the outer ones hold the name as well.
    """
    attributes = element.attrib
    if not _inside()[0].isdisjoint((attributes.get("class") or "").split()):
        return "spoken"
    if "hidden" in attributes or UNSEEN.search(attributes.get("style") or ""):
        return "hidden"
    if _is_card(element) and not any(_is_card(inner) for inner in islice(element.iter(), 1, None)):
        return "card"
    return ""


def _is_card(element: Any) -> bool:
    classes = element.get("class")
    return (
        bool(classes)
        and not _inside()[1].isdisjoint(p.lower() for p in _PIECES.findall(classes[:_LONGEST]))
        and sum(1 for _ in islice(element.iter("a"), _LINKS_OF_A_CARD)) == _LINKS_OF_A_CARD
    )


def place_of(tag: str, landmark: str) -> str:
    """The telling element an element is, by its name or by its ARIA role; or an empty string."""
    if landmark in _LANDMARKS:
        return _LANDMARKS[landmark]
    return tag if tag in TELLING else ""
