"""Changes of whole sentences and paragraphs: added, dropped, moved, split, merged."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from driftline.engine.alignment.pins import METADATA_ROLES
from driftline.engine.drift.looks import narrowed, spaced_otherwise
from driftline.engine.records import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from driftline.engine.alignment.coded import CodedText
    from driftline.engine.alignment.matches import Match
    from driftline.engine.records import Cut


class Change(NamedTuple):
    """A change found, not yet numbered: its kind, its rule and its characters."""

    kind: Kind
    rule: str
    a: Span
    b: Span


def is_metadata(text: CodedText, sentence: int) -> bool:
    """Whether a sentence stands in a headline or standfirst."""
    paragraph = text.sentences[sentence].paragraph
    return text.version.paragraphs[paragraph].role in METADATA_ROLES


def lone_sentences(
    old: CodedText, new: CodedText, matches: Sequence[Match], *, headings: bool = False
) -> Iterator[Change]:
    """Sentences added and dropped; those of headlines and standfirsts only with `headings`.

    One with a cut inside is a change on each side of the cut, which belong together.
    """
    for match in matches:
        if match.b == match.b_end and match.a < match.a_end:
            if headings or not is_metadata(old, match.a):
                place = _place(new, match.b)
                for rule, part in _uncut(old, match.a, "sentence_dropped"):
                    yield Change(Kind.DELETION, rule, part, place)
        elif match.a == match.a_end and (headings or not is_metadata(new, match.b)):
            place = _place(old, match.a)
            for rule, part in _uncut(new, match.b, "sentence_added"):
                yield Change(Kind.INSERTION, rule, place, part)


def _uncut(text: CodedText, sentence: int, rule: str) -> Iterator[tuple[str, Span]]:
    """What cuts leave of a sentence, each part with its rule; parts of one share its number."""
    span, cuts = text.sentences[sentence].span, text.version.cuts
    edges = [span.start]
    for cut in cuts[bisect_right(cuts, span.start, key=_end) :]:
        if cut.span.start >= span.end:
            break
        edges += [cut.span.start, cut.span.end]
    edges.append(span.end)
    parts = [_trimmed(text.text, s, e) for s, e in zip(edges[::2], edges[1::2], strict=True)]
    parts = [part for part in parts if part]
    name = f"{rule}:{span.start}" if len(parts) > 1 else rule
    return ((name, part) for part in parts)


def _end(cut: Cut) -> int:
    return cut.span.end


def _trimmed(text: str, start: int, end: int) -> Span:
    """A range without the white space at its ends; empty when nothing else is in it."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))


def _place(text: CodedText, sentence: int) -> Span:
    """The place before a sentence: the end of the one before it, or the start of the text."""
    if sentence > 0:
        at = text.sentences[sentence - 1].span.end
    else:
        at = text.sentences[0].span.start if text.sentences else 0
    return Span(at, at)


def moves(old: CodedText, new: CodedText, matches: Sequence[Match]) -> Iterator[Change]:
    """Passages that moved; sentences that moved together are one passage."""
    run: list[Match] = []
    lone_b = {match.b for match in matches if match.a == match.a_end}
    for match in matches:
        if match.b == match.b_end or match.a == match.a_end:
            continue
        if (
            run
            and match.moved
            and match.b >= run[-1].b_end
            and all(j in lone_b for j in range(run[-1].b_end, match.b))
        ):
            run.append(match)
            continue
        if run:
            yield _move(old, new, run)
        run = [match] if match.moved else []
    if run:
        yield _move(old, new, run)


def _move(old: CodedText, new: CodedText, run: Sequence[Match]) -> Change:
    first, last = run[0], run[-1]
    a = Span(old.sentences[first.a].span.start, old.sentences[last.a_end - 1].span.end)
    b = Span(new.sentences[first.b].span.start, new.sentences[last.b_end - 1].span.end)
    here = first.a / max(1, len(old.sentences))
    there = first.b / max(1, len(new.sentences))
    return Change(Kind.MOVE, "moved_up" if there < here else "moved_down", a, b)


def breaks(old: CodedText, new: CodedText, matches: Sequence[Match]) -> Iterator[Change]:
    """Paragraphs split and merged, and spaces between sentences, of what stayed in place."""
    stayed = [m for m in matches if m.a < m.a_end and m.b < m.b_end and not m.moved]
    for one, other in pairwise(stayed):
        if is_metadata(old, one.a_end - 1) or is_metadata(new, one.b_end - 1):
            continue
        k, ends_a = _end_between(old, one.a_end - 1, other.a)
        j, ends_b = _end_between(new, one.b_end - 1, other.b)
        if ends_a != ends_b:
            kind = Kind.PARAGRAPH_SPLIT if ends_b else Kind.PARAGRAPH_MERGE
            yield Change(kind, kind.value, _gap(old, k), _gap(new, j))
        elif not ends_a and one.a_end == other.a and one.b_end == other.b:
            if _between(old, k) == _between(new, j):
                continue  # one space, as most are
            a, b = _gap(old, k), _gap(new, j)
            if spaced_otherwise(old, new, a, b):
                yield Change(Kind.TYPOGRAPHY, "spaces", *narrowed(old, new, a, b))
    for match in stayed:
        yield from _inner_breaks(old, new, match)


def _end_between(text: CodedText, before: int, after: int) -> tuple[int, bool]:
    """The sentence that ends the first paragraph between two sentences; the first if none does."""
    sentences = text.sentences
    for k in range(before, after):
        if sentences[k].paragraph != sentences[k + 1].paragraph:
            return k, True
    return before, False


def _gap(text: CodedText, before: int) -> Span:
    """The white space between a sentence and the next."""
    return Span(text.sentences[before].span.end, text.sentences[before + 1].span.start)


def _between(text: CodedText, before: int) -> str:
    """What stands between a sentence and the next."""
    return text.text[text.sentences[before].span.end : text.sentences[before + 1].span.start]


def _inner_breaks(old: CodedText, new: CodedText, match: Match) -> Iterator[Change]:
    """A paragraph's end inside a group, where the other side has none."""
    ends_a = old.sentences[match.a].paragraph != old.sentences[match.a_end - 1].paragraph
    ends_b = new.sentences[match.b].paragraph != new.sentences[match.b_end - 1].paragraph
    if ends_a == ends_b:
        return
    text, first, last = (old, match.a, match.a_end) if ends_a else (new, match.b, match.b_end)
    gap = _gap(text, _end_between(text, first, last - 1)[0])
    other, side = (new, match.b) if ends_a else (old, match.a)
    place = other.sentences[side].span.end
    if ends_a:
        yield Change(Kind.PARAGRAPH_MERGE, "paragraph_merge", gap, Span(place, place))
    else:
        yield Change(Kind.PARAGRAPH_SPLIT, "paragraph_split", Span(place, place), gap)
