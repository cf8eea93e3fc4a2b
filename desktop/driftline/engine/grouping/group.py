"""Versions -> stories: which texts are versions of one story, in which order, with which base."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from driftline.engine.grouping.families import Families, families
from driftline.engine.grouping.index import Index
from driftline.engine.grouping.live_pages import is_live
from driftline.engine.grouping.order import Evolution, by_name, numbered, when
from driftline.engine.options import GroupingOptions
from driftline.engine.progress import Progress, silent
from driftline.engine.stories import Grouping, Overlap, Story

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from driftline.engine.records import Version

#: Features that two stories must share before it is told as a passage: some dozen words.
PASSAGE_FEATURES = 8
PASSAGE_FEATURES_THINNED = 3
#: Share of a text found in another that counts as all of it.
HELD = 0.85
#: The most a held text may measure of the one that holds it; nearer, they are simply alike.
HELD_SIZE = 0.9
#: Pairs of one story that are listed one by one; in larger ones a copy pairs with its twin only.
MOST_PAIRS = 5000

#: Two texts, the features they share, and their containment.
_Near = tuple[int, int, int, float]


@dataclass(frozen=True, slots=True)
class _Label:
    """What breaks ties between versions of the same words, and when the version was published.

    `vague` when no more than the day is known.
    """

    path: str
    sha256: str
    published: datetime | None
    vague: bool


class StoryIndex:
    """Versions that can be grouped again as more come, at the cost of what came."""

    def __init__(self) -> None:
        self._index = Index(lambda place: _words_of(self._versions[place]))
        self._versions: list[Version] = []
        self._numbers: list[int] = []
        self._labels: list[_Label] = []
        self._live: set[int] = set()

    def __len__(self) -> int:
        return len(self._numbers)

    def add(self, versions: Iterable[Version], progress: Progress = silent) -> None:
        """Take more versions in; they are numbered in the order in which they come."""
        versions = list(versions)
        self._versions += versions
        for version in versions:
            source = version.source
            told = version.metadata.published or source.metadata.published
            label = _Label(source.path, source.sha256, when(told), "T" not in (told or ""))
            self._labels.append(label)
        texts = (_words_of(version) for version in versions)
        numbers = self._index.add(texts, len(versions), progress)
        self._numbers += numbers
        self._live |= {n for n, version in zip(numbers, versions, strict=True) if is_live(version)}

    def grouping(
        self, options: GroupingOptions | None = None, progress: Progress = silent
    ) -> Grouping:
        """The stories of all versions taken in, each version in exactly one.

        Versions are told by their number. The stories and their members come in an order that does
        not depend on the order in which the versions came.
        """
        options = options or GroupingOptions()
        if not self._numbers:
            return Grouping(())
        found = families(
            self._index, options.same_story, options.shared_passage, progress, self._live
        )
        progress("Grouping", 1, 1)
        writer = _Writer(self._index, found, self._numbers, self._labels)
        progress("Grouping", 1, 1)
        return writer.grouping(options, progress)


def _words_of(version: Version) -> str:
    return version.cleaned() if version.paragraphs else version.kept_text()


class _Writer:
    """Turns families of numbered texts into stories of versions."""

    def __init__(
        self, index: Index, found: Families, numbers: Sequence[int], labels: Sequence[_Label]
    ) -> None:
        self._found = found
        self._labels = labels
        self._thinned = index.thinned
        self._ranks = dict(enumerate(index.ranks().tolist()))
        self._sizes: dict[int, int] = dict(enumerate(found.sizes.tolist()))
        self._empty = index.wordless
        self._twins: dict[int, list[int]] = {}
        for version, number in enumerate(numbers):
            self._twins.setdefault(number, []).append(version)
        for twins in self._twins.values():
            twins.sort(key=lambda v: (labels[v].path, labels[v].sha256, v))

    def grouping(self, options: GroupingOptions, progress: Progress) -> Grouping:
        members: dict[int, list[int]] = {}
        for number, family in enumerate(self._found.of):
            members.setdefault(family, []).append(number)
        near: dict[int, list[_Near]] = {}
        passages = []
        enough = PASSAGE_FEATURES_THINNED if self._thinned else PASSAGE_FEATURES
        links = self._found.links
        for a, b, shared, containment in zip(
            links.first.tolist(),
            links.second.tolist(),
            links.shared.tolist(),
            links.containment.tolist(),
            strict=True,
        ):
            if self._found.of[a] == self._found.of[b]:
                near.setdefault(self._found.of[a], []).append((a, b, shared, containment))
            elif shared >= enough and containment >= options.shared_passage:
                passages.append(self._overlap(a, b, shared, containment))

        stories: list[tuple[Story, list[Overlap]]] = []
        for done, (family, numbers) in enumerate(members.items()):
            if done % 32 == 0:
                progress("Grouping", done, len(members))
            if numbers == [self._empty]:
                stories += [(Story((v,), v), []) for v in self._twins[numbers[0]]]
            else:
                stories.append(self._story(numbers, near.get(family, [])))
        stories.sort(key=lambda story: self._place(story[0].members[0]))
        pairs = [pair for _, overlaps in stories for pair in overlaps]
        return Grouping(
            tuple(story for story, _ in stories),
            tuple(pairs),
            tuple(sorted(passages, key=lambda p: sorted((self._place(p.a), self._place(p.b))))),
        )

    def _place(self, version: int) -> tuple[str, str, int]:
        label = self._labels[version]
        return label.path, label.sha256, version

    def _overlap(self, a: int, b: int, shared: int, containment: float) -> Overlap:
        """The overlap of two numbers' first versions."""
        return self._between(self._twins[a][0], self._twins[b][0], a, b, shared, containment)

    def _between(
        self, first: int, second: int, a: int, b: int, shared: int, containment: float
    ) -> Overlap:
        """The overlap of two versions that have the numbers `a` and `b`."""
        if second < first:
            first, second, a, b = second, first, b, a
        contains = None
        small, large = sorted((self._sizes[a], self._sizes[b]))
        if shared >= HELD * small and small <= HELD_SIZE * large:
            contains = "a" if self._sizes[a] == large else "b"
        return Overlap(first, second, round(min(1.0, containment), 4), contains)

    def _story(self, numbers: list[int], near: list[_Near]) -> tuple[Story, list[Overlap]]:
        number_of = {version: n for n in numbers for version in self._twins[n]}
        by_rank = sorted(
            number_of,
            key=lambda v: (
                by_name(self._labels[v].path),
                self._ranks[number_of[v]],
                self._place(v),
            ),
        )
        pairs = self._pairs(numbers, near)
        shared = {(a, b): count for a, b, count, _ in near}
        evolution = Evolution(
            by_rank,
            {version: self._sizes[number] for version, number in number_of.items()},
            lambda v, w: self._common(number_of[v], number_of[w], shared),
            {v: date for v in by_rank if (date := self._labels[v].published)},
            numbered=numbered([self._labels[v].path for v in by_rank]),
            vague={v for v in by_rank if self._labels[v].vague},
        )
        order = evolution.order()
        place = {version: n for n, version in enumerate(order)}
        pairs.sort(key=lambda p: sorted((place[p.a], place[p.b])))
        return Story(tuple(order), evolution.base(order)), pairs

    def _common(self, a: int, b: int, shared: dict[tuple[int, int], int]) -> int:
        if a == b:
            return self._sizes[a]
        return shared.get((a, b) if a < b else (b, a), 0)

    def _pairs(self, numbers: list[int], near: list[_Near]) -> list[Overlap]:
        twins = self._twins
        total = sum(len(twins[a]) * len(twins[b]) for a, b, _, _ in near)
        total += sum(len(twins[n]) ** 2 // 2 for n in numbers)
        few = total <= MOST_PAIRS
        pairs = [
            self._between(first, second, a, b, shared, containment)
            for a, b, shared, containment in near
            for first in (twins[a] if few else twins[a][:1])
            for second in (twins[b] if few else twins[b][:1])
        ]
        for number in numbers:
            same = twins[number]
            pairs += [
                Overlap(min(first, second), max(first, second), 1.0)
                for place, first in enumerate(same if few else same[:1])
                for second in same[place + 1 :]
            ]
        return pairs


def group(
    versions: Sequence[Version],
    options: GroupingOptions | None = None,
    progress: Progress = silent,
) -> Grouping:
    """The versions gathered into stories, by what they share word for word.

    Two texts are versions of one story when enough of the shorter is found in the longer, so that
    abridged, doubled and furniture-laden copies belong too. Each story has its versions in the
    order in which they were probably written and a base text; both are proposals.
    """
    index = StoryIndex()
    index.add(versions, progress)
    return index.grouping(options, progress)
