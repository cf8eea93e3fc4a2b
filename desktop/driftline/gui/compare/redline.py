"""Rows of two texts turned into a redline: one text, old wording struck, new underlined.

It knows no widget. A redline has the same rows at the same indices, so that places, folds and moves
hold in both; its paragraphs stand on the side of the newer text.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from driftline.engine.records import Kind
from driftline.gui.compare.row_content import (
    APART,
    AS_SPACE,
    LONGEST_BLOCK,
    Mark,
    Piece,
    RowContent,
    RowKind,
    Side,
    TextBlock,
)
from driftline.report.model import Mark as Wording
from driftline.report.redline import MergedParagraph, Merger

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from driftline.engine.records import Comparison, Edit, Role, Version

_PARAGRAPH_END = "¶"
_DIVISIONS = (Kind.PARAGRAPH_SPLIT, Kind.PARAGRAPH_MERGE)


class Redline:
    """Makes the rows of a comparison's redline, one at a time as they are asked for."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._merger = Merger(comparison, comparison.edits)
        #: The last row that is shown in parts, so that it is merged once.
        self._long: tuple[int, Collection[int], list[TextBlock]] = (-1, (), [])

    def content(self, content: RowContent, shown: Collection[int]) -> RowContent:
        """A row as a redline in which only the edits whose ids are `shown` are told."""
        blocks: Sequence[TextBlock]
        if content.kind is RowKind.FOLDED:
            return content
        if not content.old or not content.new:
            # What stands in one version alone is seen even when its change isn't to be told.
            # Its numbers are the newer text's; what that hasn't got has none.
            blocks = content.new or [replace(block, number=0) for block in content.old]
        elif content.parts == 1:
            blocks = self._blocks(content, shown)
        else:
            whole = self._parted(content, shown)
            first, end = (len(whole) * (content.part + n) // content.parts for n in (0, 1))
            blocks = whole[first:end]
        return replace(content, old=(), new=tuple(blocks))

    def _parted(self, content: RowContent, shown: Collection[int]) -> list[TextBlock]:
        row, known, blocks = self._long
        if row != content.row or known is not shown:
            blocks = [p for block in self._blocks(content, shown) for p in _short(block)]
            self._long = (content.row, shown, blocks)
        return blocks

    def _blocks(self, content: RowContent, shown: Collection[int]) -> list[TextBlock]:
        if [block.text for block in content.old] == [block.text for block in content.new]:
            return list(content.new)
        row = self._comparison.rows[content.row]
        walks = (
            _Walk(self._comparison.old, row.a, Side.OLD),
            _Walk(self._comparison.new, row.b, Side.NEW),
        )
        divisions = [
            mark.edit
            for side in Side
            for block in content.blocks(side)
            for mark in block.marks
            if mark.edit.kind in _DIVISIONS and mark.edit.id in shown
        ]
        division = divisions[0] if divisions else None
        blocks: list[TextBlock] = []
        draft = _Draft()
        for paragraph in self._merger.row(row):
            self._add(draft, paragraph, walks, shown)
            # An end of a paragraph between words that stayed: two were joined, or one was parted.
            between = any(piece.mark is Wording.SAME for piece in paragraph.pieces)
            if paragraph.end is not Wording.SAME and between:
                draft.end_paragraph(paragraph.end, division)
            if paragraph.end is Wording.DELETED and between:
                continue
            draft.close(blocks, paragraph.role, paragraph.new)
        if draft.text:
            draft.close(blocks, content.new[-1].role, content.new[-1].number)
        return [self._with_all(block, content, shown) for block in blocks]

    def _add(
        self,
        draft: _Draft,
        paragraph: MergedParagraph,
        walks: tuple[_Walk, _Walk],
        shown: Collection[int],
    ) -> None:
        old, new = walks
        for piece in paragraph.pieces:
            length = len(piece.text)
            edit = piece.edit if piece.edit is not None and piece.edit.id in shown else None
            if piece.mark is Wording.SAME:
                draft.note(old.take(length), Side.OLD)
                draft.add(new.take(length), Side.NEW, None)
            elif piece.mark is Wording.INSERTED:
                draft.add(new.take(length), Side.NEW, edit)
            elif edit is not None or (piece.edit is None and not piece.text.isspace()):
                # A difference that is no change of wording (another headline) is still seen.
                draft.add(old.take(length), Side.OLD, edit)
            else:
                old.take(length)

    def _with_all(self, block: TextBlock, content: RowContent, shown: Collection[int]) -> TextBlock:
        """The block with a mark for every change told of it: some have no wording of their own."""
        marked = {mark.edit.id for mark in block.marks}
        added: list[Mark] = []
        for side in (Side.NEW, Side.OLD):
            for one in content.blocks(side):
                for mark in one.marks:
                    if mark.edit.id in marked or mark.edit.id not in shown:
                        continue
                    start = block.block_offset(side, one.source_at(mark.start))
                    end = block.block_offset(side, one.source_at(mark.end))
                    if start is not None and end is not None and start <= end:
                        added.append(Mark(start, end, mark.edit, side))
                        marked.add(mark.edit.id)
        return replace(block, marks=(*block.marks, *added)) if added else block


class _Walk:
    """Goes through what is kept of some paragraphs of a version, telling source offsets."""

    def __init__(self, version: Version, paragraphs: Iterable[int], side: Side) -> None:
        self._text = version.source.text
        self._spans = [
            span for p in paragraphs for span in version.kept_spans(version.paragraphs[p].span)
        ]
        self._next = 0
        self._at = self._spans[0].start if self._spans else 0

    def take(self, length: int) -> list[tuple[int, str]]:
        """The next characters: (source offset, words) for each stretch without a gap."""
        taken: list[tuple[int, str]] = []
        while length > 0 and self._next < len(self._spans):
            span = self._spans[self._next]
            end = min(span.end, self._at + length)
            if end > self._at:
                taken.append((self._at, self._text[self._at : end].translate(AS_SPACE)))
            length -= end - self._at
            self._at = end
            if self._at == span.end:
                self._next += 1
                if self._next < len(self._spans):
                    self._at = self._spans[self._next].start
        return taken


@dataclass(slots=True)
class _Draft:
    """A paragraph of the redline in the making."""

    text: list[str] = field(default_factory=list)
    length: int = 0
    pieces: list[Piece] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    #: Whose wording was added last, and for which edit; none after words both have.
    _last: tuple[Side | None, Edit | None] = (None, None)

    def add(self, taken: list[tuple[int, str]], side: Side, edit: Edit | None) -> None:
        """Add wording of one version; with an edit it is marked."""
        words = "".join(part for _, part in taken)
        if not words:
            return
        here = (side, edit)
        struck = self._last[0] is Side.OLD and side is Side.NEW and self._last[1] is edit
        if struck and not self.text[-1][-1].isspace() and not words[0].isspace():
            self._write(APART)
        self._last = here
        start = self.length
        for source, part in taken:
            self.pieces.append(Piece(self.length, source, len(part), side))
            self._write(part)
        if edit is not None:
            first = start + len(words) - len(words.lstrip())
            last = start + len(words.rstrip())
            self.marks.append(
                Mark(*((first, last) if first < last else (start, self.length)), edit, side)
            )

    def note(self, taken: list[tuple[int, str]], side: Side) -> None:
        """Remember where the wording that comes next stands in the other version, too."""
        place = self.length
        self._last = (None, None)
        for source, part in taken:
            self.pieces.append(Piece(place, source, len(part), side))
            place += len(part)

    def end_paragraph(self, end: Wording, edit: Edit | None) -> None:
        """Show that a paragraph ended here (or does now); nothing when no change tells it."""
        if edit is None:
            if self.text and not self.text[-1].endswith(" ") and end is Wording.DELETED:
                self._write(" ")
            return
        side = Side.OLD if end is Wording.DELETED else Side.NEW
        self._write(_PARAGRAPH_END)
        self.marks.append(Mark(self.length - 1, self.length, edit, side))
        if side is Side.OLD:
            self._write(" ")

    def close(self, blocks: list[TextBlock], role: Role, number: int) -> None:
        """Make a block of what there is, unless that is nothing."""
        if self.pieces:
            text = "".join(self.text)
            # Where both versions have a place, the newer one is asked first.
            self.pieces.sort(key=lambda piece: (piece.at, piece.side is Side.NEW))
            blocks.append(TextBlock(text, tuple(self.pieces), tuple(self.marks), role, number))
        self.text, self.length, self.pieces, self.marks = [], 0, [], []
        self._last = (None, None)

    def _write(self, words: str) -> None:
        self.text.append(words)
        self.length += len(words)


def _short(block: TextBlock) -> list[TextBlock]:
    """A block cut at spaces into blocks that are not too long."""
    made = []
    start = 0
    while len(block.text) - start > LONGEST_BLOCK:
        end = block.text.rfind(" ", start, start + LONGEST_BLOCK) + 1
        if end <= start:
            end = start + LONGEST_BLOCK
        made.append(_cut(block, start, end))
        start = end
    return [*made, _cut(block, start, len(block.text))]


def _cut(block: TextBlock, start: int, end: int) -> TextBlock:
    pieces = []
    for piece in block.pieces:
        first, last = max(start, piece.at), min(end, piece.at + piece.length)
        if first < last:
            source = piece.source + first - piece.at
            pieces.append(Piece(first - start, source, last - first, piece.side))
    marks = tuple(
        Mark(max(mark.start, start) - start, min(mark.end, end) - start, mark.edit, mark.side)
        for mark in block.marks
        if (mark.start < end and mark.end > start) or start <= mark.start == mark.end < end
    )
    return replace(block, text=block.text[start:end], pieces=tuple(pieces), marks=marks)
