"""From decisions about lines to cuts and paragraphs, with the editor's own word on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.cleaning.lines import ticking
from driftline.engine.records import Cut, Paragraph, Reason, Role, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from driftline.engine.cleaning.draft import Draft
    from driftline.engine.options import CleaningOptions


def cuts_of(draft: Draft, text: str) -> list[Cut]:
    """The cuts of a sheet, neighbours of one reason joined over the white space between them."""
    joined: list[Cut] = []
    for i, reason in ticking(enumerate(draft.why), draft.tick):
        here = [Cut(draft.lines[i].span, reason)] if reason else draft.inner.get(i, [])
        for cut in here:
            last = joined[-1] if joined else None
            if (
                last is not None
                and last.reason is cut.reason
                and not text[last.span.end : cut.span.start].strip()
            ):
                joined[-1] = Cut(Span(last.span.start, cut.span.end), cut.reason)
            else:
                joined.append(cut)
    return joined


def with_the_editors_word(
    cuts: Sequence[Cut], text: str, options: CleaningOptions
) -> tuple[Cut, ...]:
    """The cuts less what the editor restored, with what she cut by hand in its place."""
    if not options.restored and not options.added:
        return tuple(cuts)
    added = _merged(options.added, len(text))
    taken = _merged((*options.restored, *options.added), len(text))
    pieces = [
        Cut(span, cut.reason, cut.by_hand)
        for cut in cuts
        for span in _bare(text, _without(cut.span, taken))
    ]
    pieces += [Cut(span, Reason.OTHER, by_hand=True) for span in _bare(text, added)]
    return tuple(sorted(pieces, key=lambda cut: cut.span))


def _merged(spans: Iterable[tuple[int, int]], length: int) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted((max(0, a), min(length, b)) for a, b in spans):
        if start >= end:
            continue
        if merged and start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Span(start, end))
    return merged


def _without(span: Span, taken: Sequence[Span]) -> list[Span]:
    left: list[Span] = []
    position = span.start
    for other in taken:
        if other.end <= position or other.start >= span.end:
            continue
        if other.start > position:
            left.append(Span(position, other.start))
        position = max(position, other.end)
    if position < span.end:
        left.append(Span(position, span.end))
    return left


def _bare(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans without the white space at their ends, empty ones left out."""
    bare = (trimmed(text, span.start, span.end) for span in spans)
    return [span for span in bare if span is not None]


def trimmed(text: str, start: int, end: int) -> Span | None:
    """A stretch of text without the white space at its ends; None when there is nothing else."""
    content = text[start:end]
    words = content.strip()
    if not words:
        return None
    start += len(content) - len(content.lstrip())
    return Span(start, start + len(words))


def paragraphs_of(
    text: str, draft: Draft, roles: Mapping[int, Role], cuts: Sequence[Cut]
) -> tuple[Paragraph, ...]:
    """A paragraph for every line of which something stays.

    It begins and ends with what stays; cuts may lie inside it.
    """
    found: list[Paragraph] = []
    next_cut = 0
    for i, line in ticking(enumerate(draft.lines), draft.tick):
        start, end = line.span.start, line.span.end
        while next_cut < len(cuts) and cuts[next_cut].span.end <= start:
            next_cut += 1
        inside: list[Span] = []
        k = next_cut
        while k < len(cuts) and cuts[k].span.start < end:
            inside.append(cuts[k].span)
            k += 1
        kept = _bare(text, _without(line.span, inside)) if inside else [line.span]
        if kept:
            role = roles.get(i, Role.BODY)
            found.append(Paragraph(Span(kept[0].start, kept[-1].end), role))
    return tuple(found)
