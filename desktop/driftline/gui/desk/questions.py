"""What the window asks of the desk, as jobs, and what it gets: nothing here touches a widget."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from driftline.gui.compare.reading_order import ReadingOrder, reading_order
from driftline.gui.compare.row_content import RowContent, build_rows
from driftline.gui.models.change_list import Likeness, likenesses
from driftline.gui.models.collated import Collated, width
from driftline.gui.models.quote_list import QuoteLine, quotes_of_comparison, quotes_of_version
from driftline.gui.models.story_trail import StoryTrail, is_altered

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from driftline.engine.progress import Progress
    from driftline.engine.records import Comparison
    from driftline.review.contents import Contents, DeskDocument, Reviewed
    from driftline.review.desk import Desk

T = TypeVar("T")

#: Bookmarks: the document and the source offset of each.
Marks = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """A comparison with all that the window needs to paint it, made off the GUI thread.

    `rows` are the rows of the view, `order` is that of the changes along them, `texts` are the
    older and the newer text with the cuts blanked, `likeness` tells of a change what makes it the
    same as another, `quotes` are the lines of the ledger, `bookmarks` the places (document, source
    offset) she wants to come back to.
    """

    reviewed: Reviewed
    rows: tuple[RowContent, ...]
    order: ReadingOrder
    texts: tuple[str, str]
    likeness: dict[int, Likeness]
    quotes: list[QuoteLine]
    bookmarks: Marks = ()

    @property
    def comparison(self) -> Comparison:
        """The comparison itself."""
        return self.reviewed.comparison

    @property
    def altered(self) -> int:
        """How many quotations read otherwise in the newer text, or are given to somebody else."""
        old = self.comparison.old_quotations.quotations
        new = self.comparison.new_quotations.quotations
        return sum(
            is_altered(
                entry.status,
                [side[n] for side, n in ((old, entry.a), (new, entry.b)) if n is not None],
            )
            for entry in self.comparison.ledger
        )


def compare(desk: Desk, old: DeskDocument, new: DeskDocument, *, progress: Progress) -> Looked:
    """Two documents compared, ready to be painted."""
    reviewed = desk.compare(old, new, progress)
    comparison = reviewed.comparison
    texts = (comparison.old.kept_text(), comparison.new.kept_text())
    quotes = quotes_of_comparison(
        (old.id, new.id),
        comparison,
        desk.doubts(comparison.old, comparison.old_quotations),
        desk.doubts(comparison.new, comparison.new_quotations),
    )
    rows = build_rows(comparison)
    order = reading_order(rows, comparison.edits)
    marks = desk.session.documents.bookmarks(old.id, new.id)
    likeness = likenesses(comparison.edits, texts)
    return Looked(reviewed, rows, order, texts, likeness, quotes, marks)


def trail(
    desk: Desk, versions: Sequence[DeskDocument], base: int, *, progress: Progress
) -> StoryTrail:
    """All versions of a story beside each other; `base` is the id of its base text."""
    found = desk.witnesses(versions, base, progress)
    return StoryTrail(tuple(versions), found)


def collate(
    desk: Desk, versions: Sequence[DeskDocument], before: Collated | None, *, progress: Progress
) -> Collated:
    """All versions of a story beside each other, the first as the base text, ready to be shown.

    `before` is what was shown last: the same again where nothing has changed.
    """
    from driftline.engine.collation.kinship import kinships
    from driftline.engine.collation.variation import variations

    found = desk.collation(versions, progress)
    if before is not None and before.collation is found:
        same = before.versions == tuple(versions)
        return before if same else replace(before, versions=tuple(versions))
    places = variations(found, progress)
    text = versions[0].version.kept_text()
    return Collated(
        tuple(versions), found, places, kinships(places, 0), text, tuple(map(width, places))
    )


def quotations(desk: Desk, document: DeskDocument, *, progress: Progress) -> list[QuoteLine]:
    """The quotations of a document."""
    found = desk.quotations(document.id, document.version, progress)
    doubts = desk.doubts(document.version, found)
    return quotes_of_version(document.id, document.version, found, doubts)


def add_files(desk: Desk, paths: Sequence[str], grouped: bool, *, progress: Progress) -> Contents:
    """Read files and folders."""
    return desk.add_files(paths, progress, grouped=grouped)


def ask(desk: Desk, what: Callable[[Desk], T], *, progress: Progress) -> T:
    """What the desk says to a short question, or to something she does."""
    return what(desk)
