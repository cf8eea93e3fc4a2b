"""One witness against the base text, cut into pieces that are kept or changed as a whole."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from driftline.engine.alignment.pins import METADATA_ROLES
from driftline.engine.records import Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from driftline.engine.alignment.matches import Alignment, Match
    from driftline.engine.alignment.wording import WordEdit
    from driftline.engine.records import Edit

_WEIGHT = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}
_WHOLE = frozenset({Kind.MOVE, Kind.PARAGRAPH_SPLIT, Kind.PARAGRAPH_MERGE})


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens x to x_end of the base text that are tokens y to y_end of the witness.

    `kind` is None where both are written alike; then there are as many on either side.
    """

    x: int
    x_end: int
    y: int
    y_end: int
    moved: bool = False
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Strand:
    """The pieces of one witness in the order of the base text, and its sentences of its own.

    `own` are (place among the base text's tokens, number of the sentence in the witness).
    """

    pieces: tuple[Piece, ...]
    own: tuple[tuple[int, int], ...]


def strand(alignment: Alignment, edits: Sequence[Edit]) -> Strand:
    """The pieces of an alignment of the base text (old) with a witness (new)."""
    base, witness = alignment.old, alignment.new
    named = _Named(alignment, edits)
    pieces: list[Piece] = []
    own: list[tuple[int, int]] = []
    for match in alignment.matches:
        if match.a == match.a_end:
            own += [(base.bounds[match.a], j) for j in range(match.b, match.b_end)]
        elif match.b < match.b_end:
            pieces += _pieces(alignment, match, named)
    own.sort(key=lambda place: (place[0], witness.bounds[place[1]]))
    return Strand(tuple(pieces), tuple(own))


def _pieces(alignment: Alignment, match: Match, named: _Named) -> Iterator[Piece]:
    base, witness = alignment.old, alignment.new
    x, y = base.bounds[match.a], witness.bounds[match.b]
    end, y_end = base.bounds[match.a_end], witness.bounds[match.b_end]
    if _retold(alignment, match):
        whole = (x, end, y, y_end)
        yield from _split(Piece(*whole, match.moved, named.gravest(whole)), base.bounds)
        return
    for block in (*match.edits, (end, end, y_end, -1)):
        yield from _kept(alignment, Piece(x, block[0], y, block[2], match.moved))
        if block[3] < 0:
            return
        for edit, kind in named.within(block):
            yield from _split(Piece(*edit, match.moved, kind), base.bounds)
        x, y = block[1], block[3]


def _retold(alignment: Alignment, match: Match) -> bool:
    """Whether a headline (or standfirst) is another one rather than a changed one: half of its
    words are others. Those it has by chance are no places of their own.
    """
    base, witness = alignment.old, alignment.new
    for text, sentence in ((base, match.a), (witness, match.b)):
        paragraph = text.version.paragraphs[text.sentences[sentence].paragraph]
        if paragraph.role not in METADATA_ROLES:
            return False
    size = base.bounds[match.a_end] - base.bounds[match.a]
    longer = max(size, witness.bounds[match.b_end] - witness.bounds[match.b])
    return 2 * (size - sum(x_end - x for x, x_end, _, _ in match.edits)) < longer


def _kept(alignment: Alignment, piece: Piece) -> Iterator[Piece]:
    """A kept stretch, what is only written otherwise (case, marks) apart."""
    words, words_new = alignment.old.words, alignment.new.words
    start, shift = piece.x, piece.y - piece.x
    for x in range(piece.x, piece.x_end):
        if words[x] != words_new[x + shift]:
            if start < x:
                yield Piece(start, x, start + shift, x + shift, piece.moved)
            yield Piece(x, x + 1, x + shift, x + shift + 1, piece.moved, Kind.TYPOGRAPHY)
            start = x + 1
    if start < piece.x_end:
        yield Piece(start, piece.x_end, start + shift, piece.x_end + shift, piece.moved)


def _split(piece: Piece, bounds: Sequence[int]) -> Iterator[Piece]:
    """A changed piece cut where sentences of the base text begin; all new words stay in front."""
    x, y = piece.x, piece.y
    while True:
        cut = bounds[bisect_right(bounds, x)] if x < piece.x_end else piece.x_end
        end = min(cut, piece.x_end)
        yield Piece(x, end, y, piece.y_end, piece.moved, piece.kind)
        x, y = end, piece.y_end
        if x >= piece.x_end:
            return


class _Named:
    """The named edits by the tokens they take."""

    def __init__(self, alignment: Alignment, edits: Sequence[Edit]) -> None:
        old, new = alignment.old.tokens.starts, alignment.new.tokens.starts
        found: list[tuple[WordEdit, Edit]] = []
        for edit in edits:
            if edit.kind not in _WHOLE:
                tokens = (
                    bisect_left(old, edit.a.start),
                    bisect_left(old, edit.a.end),
                    bisect_left(new, edit.b.start),
                    bisect_left(new, edit.b.end),
                )
                if tokens[0] < tokens[1] or tokens[2] < tokens[3]:
                    found.append((tokens, edit))
        self._found = sorted(found, key=lambda pair: pair[0])

    def within(self, block: WordEdit) -> list[tuple[WordEdit, Kind]]:
        """The edits a block of changed words is made of; the block itself where they leave gaps."""
        _, x_end, _, y_end = block
        inside = self._inside(block)
        end = (block[0], block[2])
        for tokens, _ in inside:
            if (tokens[0], tokens[2]) != end:
                break
            end = tokens[1], tokens[3]
        if inside and end == (x_end, y_end):
            return [(tokens, edit.kind) for tokens, edit in inside]
        return [(block, self.gravest(block))]

    def gravest(self, block: WordEdit) -> Kind:
        """The kind of the gravest edit inside a block of words, or of the one that holds it."""
        inside = (edit for _, edit in self._inside(block))
        worst = min(inside, key=lambda edit: _WEIGHT[edit.severity], default=self._around(block))
        return worst.kind if worst is not None else Kind.PARAPHRASE

    def _around(self, block: WordEdit) -> Edit | None:
        """The edit a block is a part of: "about $41" became "$44"."""
        x, x_end, y, y_end = block
        at = bisect_right(self._found, x, key=lambda pair: pair[0][0])
        if not at:
            return None
        tokens, edit = self._found[at - 1]
        return edit if x_end <= tokens[1] and tokens[2] <= y and y_end <= tokens[3] else None

    def _inside(self, block: WordEdit) -> list[tuple[WordEdit, Edit]]:
        x, x_end, y, y_end = block
        at = bisect_left(self._found, x, key=lambda pair: pair[0][0])
        inside: list[tuple[WordEdit, Edit]] = []
        while at < len(self._found) and self._found[at][0][0] <= x_end:
            tokens, edit = self._found[at]
            if tokens[1] <= x_end and y <= tokens[2] and tokens[3] <= y_end:
                inside.append((tokens, edit))
            at += 1
        return inside
