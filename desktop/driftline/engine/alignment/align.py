"""Two versions aligned: groups of sentences, the word edits inside them, rows of paragraphs."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from driftline.engine.alignment.boundaries import settled
from driftline.engine.alignment.chain import heaviest_chain
from driftline.engine.alignment.coded import CodedText, Codes, coded_text
from driftline.engine.alignment.kinship import Kinship
from driftline.engine.alignment.links import Links, find_links
from driftline.engine.alignment.matches import Alignment, Match
from driftline.engine.alignment.pins import Pins
from driftline.engine.alignment.rows import rows_of
from driftline.engine.alignment.wording import word_edits
from driftline.engine.options import AlignmentOptions
from driftline.engine.progress import often, silent
from driftline.engine.records import SentenceGroup

if TYPE_CHECKING:
    from driftline.engine.progress import Progress
    from driftline.engine.records import Version
    from driftline.engine.segmentation.sentences import Segments


def align(
    old: Version,
    new: Version,
    options: AlignmentOptions | None = None,
    progress: Progress = silent,
    segments: tuple[Segments | None, Segments | None] = (None, None),
) -> Alignment:
    """The alignment of two versions; linear or nearly so in their length.

    Sentences are paired wherever they stand. Of the pairs the heaviest that keep their order stayed
    in place, the others are moved. `segments` are the versions' when another stage has looked for
    them.
    """
    options = options or AlignmentOptions()
    codes = Codes()
    progress("sentences", 0, 4)
    one = coded_text(old, codes, old.metadata.language or "en", progress, segments[0])
    progress("sentences", 0, 4)
    other = coded_text(new, codes, new.metadata.language or "en", progress, segments[1])
    if (len(one.text), one.text) <= (len(other.text), other.text):
        matches = _with_edits(one, other, _matches(one, other, options, progress), progress)
    else:
        # Always worked out in one direction, so that the way back is the mirror of the way there.
        turned = replace(
            options,
            together=tuple((b, a) for a, b in options.together),
            apart=tuple((b, a) for a, b in options.apart),
        )
        back = _with_edits(other, one, _matches(other, one, turned, progress), progress)
        matches = _turned(back, len(one.sentences), len(other.sentences))
    groups = tuple(
        SentenceGroup(
            tuple([s.span for s in one.sentences[match.a : match.a_end]]),
            tuple([s.span for s in other.sentences[match.b : match.b_end]]),
            match.moved,
        )
        for match in often(matches, partial(progress, "words", 1, 1))
    )
    return Alignment(one, other, groups, tuple(matches), rows_of(one, other, matches))


def _matches(
    one: CodedText, other: CodedText, options: AlignmentOptions, progress: Progress
) -> list[Match]:
    progress("sentences", 0, 4)
    a, b = one.contents, other.contents
    pins = Pins(one, other, options)
    links = Links(len(a), len(b), pins.allowed)
    pins.link(a, b, links)
    find_links(a, b, options.least_similarity, links, progress, Kinship(one, other))
    return _ordered(_marked(_grouped(links), one, pins), len(a), len(b))


def _turned(matches: list[Match], old: int, new: int) -> list[Match]:
    """Matches with their sides exchanged, in the order of what is now the old text."""
    groups = [
        Match(m.b, m.b_end, m.a, m.a_end, m.moved, tuple((y, w, x, z) for x, z, y, w in m.edits))
        for m in matches
        if m.a < m.a_end and m.b < m.b_end
    ]
    return _ordered(groups, old, new)


def _grouped(links: Links) -> list[Match]:
    """Linked sentences as groups of neighbours, in the order of the old text."""
    groups: list[Match] = []
    seen = [False] * len(links.of_b)
    i = 0
    while i < len(links.of_a):
        partners = links.of_a[i]
        if not partners:
            i += 1
            continue
        first, last = min(partners), max(partners)
        end = i + 1
        while end < len(links.of_a) and any(first <= j <= last for j in links.of_a[end]):
            first, last = min(first, *links.of_a[end]), max(last, *links.of_a[end])
            end += 1
        if any(seen[first : last + 1]):
            i = end
            continue
        seen[first : last + 1] = [True] * (last + 1 - first)
        groups.append(Match(i, end, first, last + 1))
        i = end
    return groups


def _marked(groups: list[Match], one: CodedText, pins: Pins) -> list[Match]:
    """The groups, those moved that are not in the heaviest chain that keeps its order."""
    if all(x.b < y.b for x, y in pairwise(groups)):
        return groups
    weights: list[tuple[int, int, float]] = []
    for group in groups:
        size = one.sentences[group.a_end - 1].span.end - one.sentences[group.a].span.start
        weights.append((group.a, group.b, float(size + 1)))
    stay = set(heaviest_chain(weights))
    return [
        group
        if k in stay or pins.headings(group.a, group.b)
        else Match(group.a, group.a_end, group.b, group.b_end, True)
        for k, group in enumerate(groups)
    ]


def _ordered(groups: list[Match], old: int, new: int) -> list[Match]:
    """All sentences in groups: those without partner are put where they stand among the others.

    That is behind what stayed before them; inside a passage that moved as a whole it is there.
    """
    groups = sorted(groups, key=lambda group: group.a)
    by_a = {group.a: group for group in groups}
    taken_b = [False] * new
    for group in groups:
        taken_b[group.b : group.b_end] = [True] * (group.b_end - group.b)
    inside = _inside_moved(groups)
    for group, after in inside.items():
        taken_b[group.b_end : after.b] = [True] * (after.b - group.b_end)
    ordered: list[Match] = []
    i = j = place = 0

    def added(upto: int) -> None:
        nonlocal j
        while j < upto:
            if not taken_b[j]:
                ordered.append(Match(place, place, j, j + 1))
            j += 1

    while i < old:
        here = by_a.get(i)
        if here is None:
            ordered.append(Match(i, i + 1, j, j))
            i += 1
            continue
        if not here.moved:
            added(here.b)
            j = max(j, here.b_end)  # a headline stays, whatever it changed places with
            place = here.a_end
        ordered.append(here)
        i = here.a_end
        companion = inside.get(here)
        if companion is not None:
            ordered += [Match(k, k + 1, here.b_end, here.b_end) for k in range(i, companion.a)]
            ordered += [Match(i, i, k, k + 1) for k in range(here.b_end, companion.b)]
            i = companion.a
    added(new)
    return ordered


def _inside_moved(groups: list[Match]) -> dict[Match, Match]:
    """Moved groups with the group that follows them on both sides, moved along with them."""
    by_b = sorted(groups, key=lambda group: group.b)
    rank = {group.b: k for k, group in enumerate(by_b)}
    return {
        one: other
        for one, other in pairwise(groups)
        if one.moved and other.moved and rank[other.b] == rank[one.b] + 1
    }


def _with_edits(
    one: CodedText, other: CodedText, matches: list[Match], progress: Progress
) -> list[Match]:
    done: list[Match] = []
    total = len(matches)
    for number, match in enumerate(matches):
        if number % 256 == 0:
            progress("words", number, total)
        if match.a < match.a_end and match.b < match.b_end:
            a0, a1 = one.bounds[match.a], one.bounds[match.a_end]
            b0, b1 = other.bounds[match.b], other.bounds[match.b_end]
            old, new = one.codes[a0:a1], other.codes[b0:b1]
            if old != new:
                edits = settled(
                    old,
                    new,
                    word_edits(old, new, progress),
                    one.words[a0:a1],
                    other.words[b0:b1],
                    other.language,
                )
                shifted = [(x + a0, y + a0, z + b0, w + b0) for x, y, z, w in edits]
                match = match._replace(edits=tuple(shifted))
        done.append(match)
    return done
