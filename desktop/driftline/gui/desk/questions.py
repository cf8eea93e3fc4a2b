"""What the window asks of the desk, as jobs, and what it gets: nothing here touches a widget."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from driftline.gui.compare.reading_order import ReadingOrder, reading_order
from driftline.gui.compare.row_content import RowContent, build_rows
from driftline.gui.models.change_list import Likeness, likenesses
from driftline.gui.models.collated import Collated, width
from driftline.gui.models.quote_list import QuoteLine, quotes_of_comparison, quotes_of_version
from driftline.gui.models.story_trail import ALTERED, StoryTrail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.progress import Progress
    from driftline.engine.records import Comparison
    from driftline.review.acts import HistoryEntry
    from driftline.review.contents import Contents, DeskDocument, Reviewed
    from driftline.review.desk import Desk
    from driftline.review.statuses import Ref, ReviewState, Status

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
        return sum(entry.status in ALTERED for entry in self.comparison.ledger)


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


def history(desk: Desk, *, progress: Progress) -> list[HistoryEntry]:
    """The session's history, the oldest first."""
    return desk.history()


def check(desk: Desk, *, progress: Progress) -> None:
    """Nothing; fails where nothing can be kept."""
    desk.session.check()


def steps(desk: Desk, *, progress: Progress) -> tuple[HistoryEntry | None, HistoryEntry | None]:
    """What an undo would take back and a redo would do again."""
    return desk.session.next_undo, desk.session.next_redo


def set_status(
    desk: Desk, pair: int, refs: Sequence[Ref], status: Status, *, progress: Progress
) -> ReviewState:
    """Say how changes of a comparison stand."""
    return desk.set_status(pair, refs, status)


def state(desk: Desk, pair: int, *, progress: Progress) -> ReviewState:
    """How the review of a comparison stands."""
    return desk.state(pair)


def set_note(desk: Desk, pair: int, ref: Ref, note: str, *, progress: Progress) -> ReviewState:
    """Write a note on one change."""
    return desk.set_note(pair, ref, note)


def bookmarks(desk: Desk, pair: tuple[int, int], *, progress: Progress) -> Marks:
    """The bookmarks in two documents."""
    return desk.session.documents.bookmarks(*pair)


def set_bookmark(
    desk: Desk, pair: tuple[int, int], document: int, offset: int, *, progress: Progress
) -> Marks:
    """Set a bookmark at a place of one of two documents."""
    desk.session.documents.bookmark(*pair, document, offset)
    return desk.session.documents.bookmarks(*pair)


def clear_bookmarks(
    desk: Desk, pair: tuple[int, int], places: Marks | None, *, progress: Progress
) -> Marks:
    """Clear the bookmarks at these places of two documents; None: all of them."""
    desk.session.documents.clear_bookmarks(*pair, places)
    return desk.session.documents.bookmarks(*pair)


def rest(*, progress: Progress) -> None:
    """Do nothing: what follows has waited for what was asked for before."""
