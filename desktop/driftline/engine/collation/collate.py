"""Any number of versions against a base text: a star of comparisons, merged into columns.

Each witness is compared with the base text alone. The base text is cut wherever any witness begins
or ends a change, but never inside words that a witness put others for. Sentences that the base text
lacks are collated among themselves in the same way.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from driftline.engine.alignment.align import align
from driftline.engine.alignment.chain import heaviest_chain
from driftline.engine.alignment.coded import Codes, coded_text
from driftline.engine.collation.apparatus import Collation, Column, Reading
from driftline.engine.collation.strands import Piece, Strand, strand
from driftline.engine.options import AlignmentOptions
from driftline.engine.progress import often, silent
from driftline.engine.records import Kind, Paragraph, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from driftline.engine.alignment.coded import CodedText
    from driftline.engine.alignment.matches import Alignment
    from driftline.engine.progress import Progress, Tick
    from driftline.engine.records import Edit, Version

#: The alignment of the base text with a witness, and the edits that name its changes.
Compared = tuple["Alignment", "Sequence[Edit]"]
# Where columns stand between two tokens of the base text: at the end of a sentence, between
# sentences, at the start of the next; then comes the token itself.
_ENDING, _BETWEEN, _BEGINNING, _HERE = range(4)


@dataclass(slots=True)
class _Draft:
    """A column in the making: where it stands, and the tokens of each witness in it."""

    place: tuple[int, int, int]
    stretches: dict[int, _Stretch]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What one witness has in a column: tokens first to end of its text."""

    of: CodedText
    first: int
    end: int
    moved: bool = False
    kind: Kind | None = None

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.of.words[self.first : self.end])

    @property
    def span(self) -> Span:
        return Span(self.of.tokens.starts[self.first], self.of.tokens.ends[self.end - 1])

    @property
    def text(self) -> str:
        return " ".join(self.span.of(self.of.text).split())


def collate(
    versions: Sequence[Version],
    base: int,
    compared: Sequence[Compared | None],
    options: AlignmentOptions | None = None,
    progress: Progress = silent,
) -> Collation:
    """The columns of some versions; they do not depend on the order of the versions.

    `compared` has for each version how the base text compares with it; None for the base text.
    """
    drafts = _columns(versions, base, compared, options or AlignmentOptions(), progress)
    count = len(versions)
    tick = partial(progress, "readings", count, count)
    _mark_moved(drafts, count, base, tick)
    columns = tuple(_column(draft, base, count) for draft in often(drafts, tick))
    edits = tuple(tuple(pair[1]) if pair is not None else () for pair in compared)
    return Collation(tuple(versions), base, columns, edits)


def _columns(
    versions: Sequence[Version],
    base: int,
    compared: Sequence[Compared | None],
    options: AlignmentOptions,
    progress: Progress,
) -> list[_Draft]:
    texts: dict[int, CodedText] = {}
    strands: dict[int, Strand] = {}
    for number, pair in enumerate(compared):
        progress("readings", number, len(compared))
        if pair is not None:
            texts[base], texts[number] = pair[0].old, pair[0].new
            strands[number] = strand(*pair)
    if base not in texts:
        only = versions[base]
        texts[base] = coded_text(only, Codes(), only.metadata.language or "en", progress)
    cuts = _cuts(texts, base, strands)
    tick = partial(progress, "readings", len(compared), len(compared))
    tick()
    drafts = _over_base(texts, base, strands, cuts, tick)
    drafts += _insertions(texts, base, strands, frozenset(cuts))
    drafts += _own(versions, texts, strands, options, progress)
    return sorted(_unbroken(drafts, texts), key=lambda draft: draft.place)


def _over_base(
    texts: dict[int, CodedText],
    base: int,
    strands: dict[int, Strand],
    cuts: Sequence[int],
    tick: Tick,
) -> list[_Draft]:
    """The columns in which the base text has words."""
    text = texts[base]
    drafts = [
        _Draft((x, _HERE, 0), {base: _Stretch(text, x, x_end)}) for x, x_end in pairwise(cuts)
    ]
    firsts = {draft.place[0]: number for number, draft in enumerate(drafts)}
    ends = [draft.place[0] for draft in drafts[1:]] + [len(text.words)]
    for witness, its in strands.items():
        tick()
        found: dict[int, list[Piece]] = defaultdict(list)
        number = 0
        for piece in its.pieces:
            number = firsts.get(piece.x, number)
            if piece.x == piece.x_end:
                # Inside a column, what was put in belongs to it; at its start it stands before it.
                if piece.x not in firsts and piece.x < ends[number]:
                    found[number].append(piece)
                continue
            for part in _parts(piece, number, ends):
                found[part[0]].append(part[1])
                number = part[0]
        for at, pieces in found.items():
            y, y_end = pieces[0].y, pieces[-1].y_end
            if y < y_end:
                kind = next((piece.kind for piece in pieces if piece.kind is not None), None)
                moved = pieces[0].moved
                drafts[at].stretches[witness] = _Stretch(texts[witness], y, y_end, moved, kind)
    return drafts


def _cuts(texts: dict[int, CodedText], base: int, strands: dict[int, Strand]) -> list[int]:
    """Where columns of the base text begin, and its end."""
    text = texts[base]
    total = len(text.words)
    cuts = {0, total, *text.bounds, *_gaps(text)}
    joined = [0] * (total + 1)
    for witness, its in strands.items():
        gaps = _gaps(texts[witness])
        for piece in its.pieces:
            if piece.kind is None:
                inside = gaps[bisect_right(gaps, piece.y) : bisect_left(gaps, piece.y_end)]
                cuts.update(piece.x + gap - piece.y for gap in inside)
                continue
            cuts.update((piece.x, piece.x_end))
            if piece.x_end - piece.x > 1 and piece.y < piece.y_end:
                joined[piece.x + 1] += 1
                joined[piece.x_end] -= 1
    depth, found = 0, []
    for place in range(total + 1):
        depth += joined[place]
        if place in cuts and not depth:
            found.append(place)
    return found


def _parts(piece: Piece, number: int, ends: Sequence[int]) -> Iterator[tuple[int, Piece]]:
    """A piece cut at the ends of columns: only what is kept or dropped ever is."""
    x, y = piece.x, piece.y
    while x < piece.x_end:
        end = min(ends[number], piece.x_end)
        y_end = y + end - x if piece.kind is None else piece.y_end
        yield number, replace(piece, x=x, x_end=end, y=y, y_end=y_end)
        x, y = end, y_end
        number += x == ends[number]


def _insertions(
    texts: dict[int, CodedText], base: int, strands: dict[int, Strand], cuts: frozenset[int]
) -> Iterator[_Draft]:
    """The columns of words put in between two tokens of the base text."""
    bounds = frozenset(texts[base].bounds)
    for place, pieces in _slots(strands, cuts, bounds).items():
        stretches = {}
        for witness, found in pieces.items():
            kind = found[0].kind or Kind.INSERTION
            y, y_end, moved = found[0].y, found[-1].y_end, found[0].moved
            stretches[witness] = _Stretch(texts[witness], y, y_end, moved, kind)
        yield _Draft((*place, 0), stretches)


def _slots(
    strands: dict[int, Strand], cuts: frozenset[int], bounds: frozenset[int]
) -> dict[tuple[int, int], dict[int, list[Piece]]]:
    """The insertions where columns begin, by place and witness."""
    slots: dict[tuple[int, int], dict[int, list[Piece]]] = {}
    for witness, its in strands.items():
        end = (-1, -1)
        phase = _BEGINNING
        for piece in its.pieces:
            if piece.x < piece.x_end:
                phase = _ENDING
            elif piece.x in cuts:
                # What follows its neighbour in the witness too belongs to the same sentence.
                if piece.x not in bounds:
                    phase = _BETWEEN
                elif end != (piece.x, piece.y):
                    phase = _BEGINNING
                slots.setdefault((piece.x, phase), {}).setdefault(witness, []).append(piece)
            end = piece.x_end, piece.y_end
    return slots


def _own(
    versions: Sequence[Version],
    texts: dict[int, CodedText],
    strands: dict[int, Strand],
    options: AlignmentOptions,
    progress: Progress,
) -> list[_Draft]:
    """The columns of sentences that the base text lacks."""
    owners = {witness: its.own for witness, its in strands.items() if its.own}
    if not owners:
        return []
    size = {w: sum(_length(texts[w], j) for _, j in own) for w, own in owners.items()}
    first = min(owners, key=lambda w: (-size[w], versions[w].source.text))
    if len(owners) == 1:
        return [
            _Draft(
                (x, _BETWEEN, number + 1),
                {first: _whole(texts[first], j)},
            )
            for number, (x, j) in enumerate(owners[first])
        ]
    # By their texts, not as they were given: what only some have stands where the first has it.
    order = sorted(owners, key=lambda w: (versions[w].source.text, w))
    parts = [_only(texts[w], [j for _, j in owners[w]]) for w in order]
    chosen = order.index(first)
    compared: list[Compared | None] = [
        None if k == chosen else (align(parts[chosen], part, options, progress), ())
        for k, part in enumerate(parts)
    ]
    drafts = _columns(parts, chosen, compared, options, progress)
    homes = _homes(drafts, chosen, [_Places(texts[w], owners[w]) for w in order])
    return [
        _Draft(
            (home, _BETWEEN, number + 1),
            {order[k]: replace(s, kind=Kind.INSERTION) for k, s in draft.stretches.items()},
        )
        for number, (draft, home) in enumerate(zip(drafts, homes, strict=True))
    ]


class _Places:
    """Where the sentences that one witness has of its own stand in the base text."""

    def __init__(self, text: CodedText, own: Sequence[tuple[int, int]]) -> None:
        places = sorted((text.sentences[j].span.start, x) for x, j in own)
        self._starts, self._places = zip(*places, strict=True)

    def sentence(self, stretch: _Stretch) -> int:
        """The number of the sentence in which a stretch stands, among its own."""
        return max(0, bisect_right(self._starts, stretch.span.start) - 1)

    def of(self, sentence: int) -> int:
        """The place of a sentence among the tokens of the base text."""
        place: int = self._places[sentence]
        return place


def _homes(drafts: Sequence[_Draft], chosen: int, places: Sequence[_Places]) -> list[int]:
    """Where each column stands in the base text.

    A sentence that the chosen witness has too stands where it has it, any other where the first
    that has it does.
    """
    held = [
        [(k, places[k].sentence(stretch)) for k, stretch in sorted(draft.stretches.items())]
        for draft in drafts
    ]
    known: dict[tuple[int, int], int] = {}
    for one in (True, False):
        for its in held:
            lead = next((each for each in its if each[0] == chosen), None)
            if one == (lead is not None):
                first = lead or next((each for each in its if each in known), its[0])
                home = known.setdefault(first, places[first[0]].of(first[1]))
                for each in its:
                    known.setdefault(each, home)
    return [known[next((e for e in its if e[0] == chosen), its[0])] for its in held]


def _length(text: CodedText, sentence: int) -> int:
    return text.bounds[sentence + 1] - text.bounds[sentence]


def _only(text: CodedText, sentences: Sequence[int]) -> Version:
    """A version that holds some sentences of another and nothing else."""
    paragraphs = tuple(Paragraph(text.sentences[j].span) for j in sorted(sentences))
    return replace(text.version, paragraphs=paragraphs)


def _whole(text: CodedText, sentence: int) -> _Stretch:
    first, end = text.bounds[sentence], text.bounds[sentence + 1]
    return _Stretch(text, first, end, kind=Kind.INSERTION)


def _unbroken(drafts: Iterable[_Draft], texts: Mapping[int, CodedText]) -> Iterator[_Draft]:
    """The columns, in which nobody's words stretch over what stands in another column."""
    gaps = {witness: _gaps(text) for witness, text in texts.items()}
    for draft in drafts:
        yield draft
        for witness, stretch in list(draft.stretches.items()):
            its = gaps[witness]
            inside = its[bisect_right(its, stretch.first) : bisect_left(its, stretch.end)]
            if inside:
                draft.stretches[witness] = replace(stretch, end=inside[0])
                for first, end in pairwise([*inside, stretch.end]):
                    part = replace(stretch, first=first, end=end)
                    yield _Draft(draft.place, {witness: part})


def _gaps(text: CodedText) -> list[int]:
    """The tokens before which a text leaves words out.

    That is where something was cut, or where a text holds only some sentences of another.
    """
    starts = text.tokens.starts
    gaps = {
        text.bounds[number]
        for number, (one, other) in enumerate(pairwise(text.sentences), 1)
        if text.text[one.span.end : other.span.start].strip()
    }
    gaps.update(bisect_left(starts, cut.span.start) for cut in text.version.cuts)
    return sorted(gaps)


def _mark_moved(drafts: list[_Draft], witnesses: int, base: int, tick: Tick) -> None:
    """Mark what must be called moved so that each witness's other readings keep their order."""
    for witness in range(witnesses):
        tick()
        if witness == base:
            continue
        still = [
            draft
            for draft in drafts
            if witness in draft.stretches and not draft.stretches[witness].moved
        ]
        weights: list[tuple[int, int, float]] = []
        for k, draft in enumerate(still):
            stretch = draft.stretches[witness]
            weights.append((k, stretch.span.start, float(len(stretch.words))))
        chain = set(heaviest_chain(weights))
        for k, draft in enumerate(still):
            if k not in chain:
                draft.stretches[witness] = replace(draft.stretches[witness], moved=True)


def _column(draft: _Draft, base: int, witnesses: int) -> Column:
    own = draft.stretches.get(base)
    found: dict[tuple[tuple[str, ...], bool], list[int]] = defaultdict(list)
    for witness in sorted(draft.stretches):
        stretch = draft.stretches[witness]
        found[stretch.words, stretch.moved].append(witness)

    def reading(key: tuple[tuple[str, ...], bool]) -> Reading:
        stretches = [(witness, draft.stretches[witness]) for witness in found[key]]
        same = own is not None and own.words == key[0]
        kinds = sorted(stretch.kind for _, stretch in stretches if stretch.kind is not None)
        kind = None if same else kinds[0] if kinds else Kind.PARAPHRASE
        return Reading(
            min(stretch.text for _, stretch in stretches),
            kind,
            key[1],
            tuple((witness, stretch.span) for witness, stretch in stretches),
        )

    first = (own.words, False) if own is not None else None
    keys = sorted(found, key=lambda key: (key != first, key))
    absent = tuple(w for w in range(witnesses) if w not in draft.stretches)
    return Column(tuple(map(reading, keys)), absent)
