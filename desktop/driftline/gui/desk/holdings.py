"""What lies on the desk, as the window last heard of it, and what of it is looked at."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths

from driftline import assets
from driftline.review.contents import Contents

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.records import Comparison
    from driftline.gui.desk.questions import Looked
    from driftline.review.contents import DeskDocument
    from driftline.review.statuses import ReviewState
    from driftline.review.stories import SessionStory


@dataclass(frozen=True, slots=True)
class Sight:
    """What is looked at: two documents (and their comparison once it is there), or one alone."""

    pair: tuple[int, int] | None = None
    looked: Looked | None = None
    review: ReviewState | None = None
    document: int | None = None


class Holdings(QObject):
    """The documents of a window, the stories they belong to, and those that are looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hold(Contents())
        self._sight = Sight()
        self._named = 0
        #: How many quotations a document alters, counted when it was last compared as the newer.
        self.altered: dict[int, int] = {}

    def _hold(self, contents: Contents) -> None:
        """Take note of what lies there now."""
        self._contents = contents
        self._by_id = {document.id: document for document in contents.documents}

    @property
    def documents(self) -> tuple[DeskDocument, ...]:
        """All documents, in the order they came."""
        return self._contents.documents

    @property
    def stories(self) -> tuple[tuple[DeskDocument, ...], ...]:
        """The stories, each with its versions in their order."""
        by_id = self._by_id
        stories = (
            tuple(by_id[m] for m in story.members if m in by_id) for story in self._contents.stories
        )
        return tuple(story for story in stories if story)

    def has(self, *identities: int) -> bool:
        """Whether all these documents are still there."""
        return all(identity in self._by_id for identity in identities)

    def document(self, identity: int) -> DeskDocument:
        """The document with an id; raises KeyError when it was put away."""
        return self._by_id[identity]

    @property
    def session_stories(self) -> tuple[SessionStory, ...]:
        """The stories as the session knows them: number, title, members, base text."""
        return self._contents.stories

    def story_title(self, identity: int) -> str:
        """The title the editor gave the story a document belongs to; "" when she gave none."""
        return next(
            (s.title for s in self._contents.stories if s.titled and identity in s.members), ""
        )

    def story_of(self, identity: int) -> tuple[DeskDocument, ...]:
        """All versions of the story a document belongs to, in their order."""
        for members in self.stories:
            if any(d.id == identity for d in members):
                return members
        return ()

    def base_of(self, versions: Sequence[DeskDocument]) -> int:
        """The id of the base text of some versions: their story's, else the first."""
        ids = {document.id for document in versions}
        stories = self._contents.stories
        return next((story.base for story in stories if story.base in ids), versions[0].id)

    @property
    def comparison(self) -> Comparison | None:
        """The comparison being looked at; None while it is made, or when one text is open."""
        return self._sight.looked.comparison if self._sight.looked else None

    @property
    def review(self) -> ReviewState | None:
        """What the editor said about the comparison's changes."""
        return self._sight.review

    @property
    def pair(self) -> tuple[int, int] | None:
        """The ids of the older and the newer document being compared."""
        return self._sight.pair

    @property
    def opened(self) -> int | None:
        """The id of the document that is open alone."""
        return self._sight.document

    @property
    def shown(self) -> tuple[int, ...]:
        """The ids of what is looked at: one document, or the older and the newer."""
        return self.pair or (() if self.opened is None else (self.opened,))

    def folder(self) -> str:
        """The folder of a file that is looked at, or of any; that of the user's own where none is
        hers to write in.
        """
        samples = assets.path("samples")
        documents = [*map(self.document, reversed(self.shown)), *self.documents]
        folders = (Path(d.path).parent for d in documents if not d.pasted)
        own = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return next((str(f) for f in folders if f != samples and os.access(f, os.W_OK)), own)

    def fresh_name(self, pattern: str) -> str:
        """A name that no document has and none had in this window; `pattern` holds "{number}"."""
        used = {document.path for document in self.documents}
        while True:
            self._named += 1
            name = pattern.format(number=self._named)
            if name not in used:
                return name
