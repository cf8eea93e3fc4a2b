"""What a format's reader hands back, and the page it writes the story on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from driftline.engine.records import Block, Metadata, Role, Span

#: White space that carries no meaning in a rendered text; the no-break spaces are kept.
_BLANKS = re.compile(r"[ \t\f\v]+")
_LINE_END = re.compile(r"\r\n|[\r\n\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text as a format's reader gives it; `read.py` makes it a `Source`."""

    text: str
    blocks: tuple[Block, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    notes: tuple[str, ...] = ()
    encoding: str = ""
    partial: bool = False


class Page:
    """The text of a document, written block by block with a blank line between two blocks."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []

    def add(self, text: str, role: Role = Role.BODY, hints: tuple[str, ...] = ()) -> None:
        """Writes a block, or several where the text has an empty line; a blank text is nothing.

        Runs of white space become one space, a line break stays a line break.
        """
        lines: list[str] = []
        for line in [*_LINE_END.split(text), ""]:
            tidy = _BLANKS.sub(" ", line).strip(" ")
            if tidy:
                lines.append(tidy)
            elif lines:
                self._write("\n".join(lines), role, hints)
                lines = []

    def _write(self, text: str, role: Role, hints: tuple[str, ...]) -> None:
        if self._pieces:
            self._pieces.append("\n\n")
            self._length += 2
        span = Span(self._length, self._length + len(text))
        self._pieces.append(text)
        self._length = span.end
        self._blocks.append(Block(span, role, hints))

    @property
    def text(self) -> str:
        """Everything written so far."""
        return "".join(self._pieces)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks written so far, in order."""
        return tuple(self._blocks)

    @property
    def headline(self) -> Span | None:
        """The first block that was written as the headline."""
        return next((b.span for b in self._blocks if b.role is Role.HEADLINE), None)


def count(number: int, one: str, many: str) -> str:
    """The number with its noun: "1 comment", "3 comments"."""
    return f"{number} {one if number == 1 else many}"


def accepted(insertions: int, deletions: int) -> tuple[str, ...]:
    """A note naming the tracked changes a text is read with; or nothing where it has none."""
    if not insertions + deletions:
        return ()
    changes = count(insertions + deletions, "tracked change", "tracked changes")
    return (
        f"The text is read with its {changes} accepted "
        f"({count(insertions, 'insertion', 'insertions')}, "
        f"{count(deletions, 'deletion', 'deletions')}).",
    )


def left_out(counts: list[tuple[int, str, str]]) -> tuple[str, ...]:
    """A note naming what a reader kept out of the text, given (number, one, many); or nothing."""
    named = [count(*entry) for entry in counts if entry[0]]
    if not named:
        return ()
    listed = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
    return (f"Left out of the text: {listed}.",)


_QUOTE_STYLES = frozenset(
    {"quote", "intense quote", "block text", "block quote", "quotations", "block quotation"}
)


def role_of_style(style: str, has_headline: bool) -> Role | None:
    """What a paragraph of a Word style is; None where the style's name tells nothing.

    The names are Word's own, in lower case; files keep them in every language of the program.
    """
    if style == "title" or (style == "heading 1" and not has_headline):
        return Role.HEADLINE
    if style == "subtitle":
        return Role.STANDFIRST
    if style.startswith("heading "):
        return Role.SUBHEADING
    if style in _QUOTE_STYLES:
        return Role.BLOCK_QUOTE
    if style.startswith(("list bullet", "list number", "list continue")):
        return Role.LIST
    return None


READ_TABLES = "Most of its text stands in tables or text boxes, so these were read too."


def mostly_beside(body: str, everything: str) -> bool:
    """Whether a document's body is little beside its tables and boxes: these hold the story."""
    return len(body) * 4 < len(everything)
