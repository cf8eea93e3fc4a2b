"""One text out of two: kept, deleted and inserted words in reading order.

Leaving out what was inserted gives the old text, leaving out what was deleted the new one, to the
character: where the named edits do not account for a difference, it is found here by plain words.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from driftline.engine.progress import Progress, silent
from driftline.engine.records import Edit, Kind, Role, Span
from driftline.report.legible import CUT, direction
from driftline.report.marking import Canvas, folded
from driftline.report.model import Mark, Run, TextParagraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from driftline.engine.records import Comparison, Row

#: Ends a paragraph inside the text of a row; canvases hold no such character.
_END = "\x1e"

_TOKENS = re.compile(r"\x1e|[^\S\x1e]+|\w+|[^\w\s]")

#: Longer differences that no edit explains are taken as replaced whole (difflib is quadratic).
_LONGEST_GAP = 1_500

_DIVISIONS = frozenset(
    {Kind.PARAGRAPH_SPLIT, Kind.PARAGRAPH_MERGE, Kind.SENTENCE_SPLIT, Kind.SENTENCE_MERGE}
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the merged text; `edit` is the change it belongs to, None where none says so."""

    text: str
    mark: Mark
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class MergedParagraph:
    """A paragraph of the merged text. `end` is the mark of the paragraph's own end.

    `old` and `new` are paragraph numbers from 1, 0 where it has no counterpart; `moved` where the
    whole paragraph went elsewhere or came from there.
    """

    pieces: tuple[Piece, ...]
    end: Mark
    role: Role
    old: int
    new: int
    moved: bool = False


def merge(
    comparison: Comparison, edits: Sequence[Edit] | None = None, progress: Progress = silent
) -> list[MergedParagraph]:
    """The merged text of a comparison; `edits` are those to name, all by default."""
    return Merger(comparison, comparison.edits if edits is None else edits).all(progress)


class _Side:
    """One version's text by rows, with offsets mapped past the cuts."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def row(self, indices: tuple[int, ...]) -> _RowText:
        pieces: list[str] = []
        sources: list[int] = []
        places: list[int] = []
        place = 0
        for number, index in enumerate(indices):
            span = self.canvas.paragraphs[index].span
            if number:
                pieces.append(_END)
                place += 1
            for found in re.finditer(f"[^{CUT}]+", self.canvas.kept[span.start : span.end]):
                sources.append(span.start + found.start())
                places.append(place)
                pieces.append(found[0])
                place += len(found[0])
        return _RowText("".join(pieces), sources, places)


@dataclass(frozen=True, slots=True)
class _RowText:
    text: str
    sources: list[int]
    places: list[int]

    def place(self, offset: int) -> int:
        """Where a source offset stands in the row's text."""
        chunk = bisect_right(self.sources, offset) - 1
        if chunk < 0:
            return 0
        following = self.places[chunk + 1] if chunk + 1 < len(self.places) else len(self.text)
        return min(self.places[chunk] + offset - self.sources[chunk], following)

    def source(self, place: int) -> int:
        """The source offset of a place in the row's text."""
        chunk = bisect_right(self.places, place) - 1
        return self.sources[chunk] + place - self.places[chunk] if chunk >= 0 else 0


class Merger:
    """Merges the rows of a comparison, any of them at any time."""

    def __init__(self, comparison: Comparison, edits: Sequence[Edit]) -> None:
        self.comparison = comparison
        self.old, self.new = _Side(Canvas(comparison.old)), _Side(Canvas(comparison.new))
        self.edits = sorted(
            (e for e in edits if e.kind is not Kind.MOVE and e.kind not in _DIVISIONS),
            key=lambda e: (e.a.start, e.a.end, e.b.start),
        )
        self.starts = [e.a.start for e in self.edits]
        self.by_new = sorted(self.edits, key=lambda e: (e.b.start, e.b.end))
        self.new_starts = [e.b.start for e in self.by_new]
        moves = [e for e in edits if e.kind is Kind.MOVE]
        self.moves_a = sorted(moves, key=lambda e: e.a.start)
        self.moves_b = sorted(moves, key=lambda e: e.b.start)
        self.divisions = [e for e in edits if e.kind in _DIVISIONS]

    def all(self, progress: Progress) -> list[MergedParagraph]:
        """The merged text of all rows."""
        merged: list[MergedParagraph] = []
        rows = self.comparison.rows
        for number, row in enumerate(rows):
            if number % 200 == 0:
                progress("Merging the texts", number, len(rows))
            merged += self.row(row)
        return merged

    def row(self, row: Row) -> list[MergedParagraph]:
        """The merged text of one row."""
        if row.a and row.b:
            a, b = self.old.row(row.a), self.new.row(row.b)
            return self._paragraphs(self._pieces(row, a, b), Mark.SAME, row)
        side, indices = (self.old, row.a) if row.a else (self.new, row.b)
        mark = Mark.DELETED if row.a else Mark.INSERTED
        piece = side.row(indices)
        if not indices:
            return []
        first = side.canvas.paragraphs[indices[0]].span
        old = bool(row.a)
        last = side.canvas.paragraphs[indices[-1]].span.end
        move = self._move_at(first.start, last, old=old) if row.moved else None
        edit = move or self._whole(first, old)
        return self._paragraphs([Piece(piece.text, mark, edit)], mark, row)

    def _whole(self, paragraph: Span, old: bool) -> Edit | None:
        """The edit that takes in the beginning of a paragraph standing in one version only."""
        starts, edits = (self.starts, self.edits) if old else (self.new_starts, self.by_new)
        place = bisect_right(starts, paragraph.start)
        for edit in edits[max(place - 3, 0) : place + 1]:
            if (edit.a if old else edit.b).meets(paragraph):
                return edit
        return None

    def _move_at(self, start: int, end: int, *, old: bool) -> Edit | None:
        """The move most of a stretch belongs to."""
        moves = self.moves_a if old else self.moves_b
        place = bisect_right(moves, end - 1, key=lambda e: (e.a if old else e.b).start) - 1
        if place < 0:
            return None
        span = moves[place].a if old else moves[place].b
        shared = min(span.end, end) - max(span.start, start)
        return moves[place] if 2 * shared > end - start else None

    def _pieces(self, row: Row, a: _RowText, b: _RowText) -> list[Piece]:
        pieces: list[Piece] = []
        at_a = at_b = 0
        for edit in self._inside(row):
            start_a, end_a = a.place(edit.a.start), a.place(edit.a.end)
            start_b, end_b = b.place(edit.b.start), b.place(edit.b.end)
            if start_a < at_a or start_b < at_b or (start_a == end_a and start_b == end_b):
                continue
            pieces += self._gap(a, b, at_a, start_a, at_b, start_b)
            if end_a > start_a:
                pieces.append(Piece(a.text[start_a:end_a], Mark.DELETED, edit))
            if end_b > start_b:
                pieces.append(Piece(b.text[start_b:end_b], Mark.INSERTED, edit))
            at_a, at_b = end_a, end_b
        return pieces + self._gap(a, b, at_a, len(a.text), at_b, len(b.text))

    def _inside(self, row: Row) -> Iterable[Edit]:
        """The edits with both places in a row, in order."""
        old, new = self.comparison.old.paragraphs, self.comparison.new.paragraphs
        first, last = old[row.a[0]].span.start, old[row.a[-1]].span.end
        low, high = new[row.b[0]].span.start, new[row.b[-1]].span.end
        for index in range(bisect_right(self.starts, first - 1), len(self.edits)):
            edit = self.edits[index]
            if edit.a.start > last:
                break
            if edit.a.end <= last and low <= edit.b.start and edit.b.end <= high:
                yield edit

    def _gap(self, a: _RowText, b: _RowText, a0: int, a1: int, b0: int, b1: int) -> list[Piece]:
        """What lies between two edits: mostly the same, else compared word by word."""
        left, right = a.text[a0:a1], b.text[b0:b1]
        if left == right:
            return [Piece(left, Mark.SAME)] if left else []
        one, two = _TOKENS.findall(left), _TOKENS.findall(right)
        head = _shared(one, two)
        tail = _shared(one[head:][::-1], two[head:][::-1])
        mid_one, mid_two = one[head : len(one) - tail], two[head : len(two) - tail]
        pieces = [Piece("".join(one[:head]), Mark.SAME)] if head else []
        at_a, at_b = a0 + len("".join(one[:head])), b0 + len("".join(two[:head]))
        for same, taken, given in _compared(mid_one, mid_two):
            if same:
                pieces.append(Piece(same, Mark.SAME))
            if taken:
                place = at_a + len(same)
                move = self._move_at(a.source(place), a.source(place + len(taken)), old=True)
                pieces.append(Piece(taken, Mark.DELETED, move or self._division(taken)))
            if given:
                place = at_b + len(same)
                move = self._move_at(b.source(place), b.source(place + len(given)), old=False)
                pieces.append(Piece(given, Mark.INSERTED, move or self._division(given)))
            at_a += len(same) + len(taken)
            at_b += len(same) + len(given)
        if tail:
            pieces.append(Piece("".join(one[len(one) - tail :]), Mark.SAME))
        return pieces

    def _division(self, text: str) -> Edit | None:
        """The change of divisions an end of a paragraph belongs to, when there is but one."""
        found = [
            e for e in self.divisions if e.kind in (Kind.PARAGRAPH_SPLIT, Kind.PARAGRAPH_MERGE)
        ]
        return found[0] if _END in text and len(found) == 1 else None

    def _paragraphs(self, pieces: list[Piece], end: Mark, row: Row) -> list[MergedParagraph]:
        """Splits the pieces of a row where a paragraph ends in either version."""
        made: list[MergedParagraph] = []
        current: list[Piece] = []
        olds, news = list(row.a), list(row.b)

        def close(mark: Mark) -> None:
            old = olds[0] + 1 if olds else 0
            new = news[0] + 1 if news else 0
            version, index = (self.comparison.new, new) if new else (self.comparison.old, old)
            role = version.paragraphs[index - 1].role if index else Role.BODY
            made.append(MergedParagraph(tuple(current), mark, role, old, new, row.moved))
            current.clear()
            if mark is not Mark.INSERTED and len(olds) > 1:
                olds.pop(0)
            if mark is not Mark.DELETED and len(news) > 1:
                news.pop(0)

        for piece in pieces:
            parts = piece.text.split(_END)
            for number, part in enumerate(parts):
                if part:
                    current.append(Piece(part, piece.mark, piece.edit))
                if number + 1 < len(parts):
                    close(piece.mark)
        close(end)
        return made


def _shared(one: list[str], two: list[str]) -> int:
    count = 0
    for left, right in zip(one, two, strict=False):
        if left != right:
            break
        count += 1
    return count


def _compared(one: list[str], two: list[str]) -> Iterable[tuple[str, str, str]]:
    """Triples of what is the same, what is gone after it and what came instead."""
    if max(len(one), len(two)) > _LONGEST_GAP or not one or not two:
        yield "", "".join(one), "".join(two)
        return
    at_one = at_two = 0
    same = ""
    for block in difflib.SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks():
        taken, given = one[at_one : block.a], two[at_two : block.b]
        if taken or given or not block.size:
            if same or taken or given:
                yield same, "".join(taken), "".join(given)
            same = ""
        same += "".join(one[block.a : block.a + block.size])
        at_one, at_two = block.a + block.size, block.b + block.size


def inline(
    merged: Sequence[MergedParagraph], numbers: dict[int, str], *, named_only: bool = True
) -> tuple[TextParagraph, ...]:
    """The merged text for reading: differences that no listed change names appear as new text.

    A paragraph end that was taken away is shown as a pilcrow inside the joined paragraph.
    """
    shown: list[TextParagraph] = []
    runs: list[Run] = []
    for paragraph in merged:
        pieces = paragraph.pieces
        for place, piece in enumerate(pieces):
            named = piece.edit is not None and piece.edit.id in numbers
            if piece.mark is Mark.SAME or (named_only and not named):
                if piece.mark is not Mark.DELETED:
                    runs.append(Run(piece.text))
                continue
            last = place + 1 == len(pieces) or pieces[place + 1].edit is not piece.edit
            label = numbers[piece.edit.id] if piece.edit and last and named else ""
            moved = piece.edit is not None and piece.edit.kind is Kind.MOVE
            runs.append(Run(piece.text, piece.mark, moved, label))
        joined = paragraph.end is Mark.DELETED and any(p.mark is Mark.SAME for p in pieces)
        if joined:
            runs.append(Run("¶", Mark.DELETED))
            continue
        if paragraph.end is Mark.INSERTED and any(p.mark is Mark.SAME for p in pieces):
            runs.append(Run("¶", Mark.INSERTED))
        _finish(shown, runs, paragraph)
    if runs and merged:
        _finish(shown, runs, merged[-1])
    return tuple(shown)


def _finish(shown: list[TextParagraph], runs: list[Run], paragraph: MergedParagraph) -> None:
    whole = folded(runs)
    runs.clear()
    if not whole:
        return
    marks = {run.mark for run in whole if run.text}
    mark = marks.pop() if len(marks) == 1 else Mark.SAME
    number = 0 if mark is Mark.DELETED else paragraph.new
    text = "".join(run.text for run in whole)
    shown.append(TextParagraph(number, paragraph.role, whole, direction(text), mark))
