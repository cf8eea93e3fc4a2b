"""What is fixed beforehand: headings face headings, and the editor's pins hold."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from driftline.engine.records import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.alignment.coded import CodedText
    from driftline.engine.alignment.links import Links
    from driftline.engine.options import AlignmentOptions

#: Roles that are reported as metadata: never partners of a paragraph of the body that stays.
METADATA_ROLES = frozenset({Role.HEADLINE, Role.STANDFIRST})


class Pins:
    """The pairs of paragraphs that belong together, and those that must not."""

    __slots__ = ("_apart", "_of_a", "_of_b", "_together_a", "_together_b", "new", "old")

    def __init__(self, old: CodedText, new: CodedText, options: AlignmentOptions) -> None:
        self.old, self.new = old, new
        self._of_a = [sentence.paragraph for sentence in old.sentences]
        self._of_b = [sentence.paragraph for sentence in new.sentences]
        self._together_a: dict[int, int] = {}
        self._together_b: dict[int, int] = {}
        pairs = _paragraphs(old, new, options.together)
        for role in sorted(METADATA_ROLES):
            ours = [k for k, p in enumerate(old.version.paragraphs) if p.role is role]
            theirs = [k for k, p in enumerate(new.version.paragraphs) if p.role is role]
            pairs += zip(ours, theirs, strict=False)
        for p, q in pairs:
            if p not in self._together_a and q not in self._together_b:
                self._together_a[p], self._together_b[q] = q, p
        self._apart = frozenset(_paragraphs(old, new, options.apart)) - set(
            self._together_a.items()
        )

    def allowed(self, i: int, j: int) -> bool:
        """Whether old sentence i and new sentence j may be partners."""
        if not self._together_a and not self._apart:
            return True
        p, q = self._of_a[i], self._of_b[j]
        return (
            self._together_a.get(p, q) == q
            and self._together_b.get(q, p) == p
            and (p, q) not in self._apart
        )

    def headings(self, i: int, j: int) -> bool:
        """Whether the two sentences stand in a headline or standfirst on both sides."""
        return (
            self.old.version.paragraphs[self._of_a[i]].role in METADATA_ROLES
            and self.new.version.paragraphs[self._of_b[j]].role in METADATA_ROLES
        )

    def link(self, a: Sequence[str], b: Sequence[str], links: Links) -> None:
        """Link pinned paragraphs that have no sentence in common as wholes."""
        for p, q in sorted(self._together_a.items()):
            ours = [i for i in range(len(a)) if self._of_a[i] == p]
            theirs = [j for j in range(len(b)) if self._of_b[j] == q]
            shared = {a[i] for i in ours} & {b[j] for j in theirs}
            if not ours or not theirs or shared:
                continue
            if len(ours) == len(theirs):
                for i, j in zip(ours, theirs, strict=True):
                    links.add(i, j)
            else:
                for i in ours:
                    links.add(i, theirs[0])
                for j in theirs[1:]:
                    links.add(ours[0], j)


def _paragraphs(
    old: CodedText, new: CodedText, pins: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Pins, given as offsets, as pairs of paragraphs; a pin that hits no paragraph is ignored."""
    found: list[tuple[int, int]] = []
    for a, b in pins:
        p, q = _paragraph_at(old, a), _paragraph_at(new, b)
        if p is not None and q is not None:
            found.append((p, q))
    return found


def _paragraph_at(text: CodedText, offset: int) -> int | None:
    spans = [paragraph.span for paragraph in text.version.paragraphs]
    k = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return k if k >= 0 and offset <= spans[k].end else None
