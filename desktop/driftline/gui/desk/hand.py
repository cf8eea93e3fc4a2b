"""What the editor does to documents and stories; every act can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from driftline.engine.records import Span
    from driftline.review.session import Session


class _Act(Protocol):
    def __call__(self, act: Callable[[Session], object], *, again: bool = False) -> None: ...


class Hand:
    """Hands her acts on; `act` queues one and shows what comes of it, `again` when the comparison
    looked at must be made anew.
    """

    def __init__(self, act: _Act) -> None:
        self._act = act

    def restore_cut(self, identity: int, span: Span) -> None:
        """Take a cut back: its words belong to the story after all."""
        self._act(lambda session: session.documents.restore(identity, span))

    def cut(self, identity: int, span: Span) -> None:
        """Cut a stretch by hand."""
        self._act(lambda session: session.documents.cut(identity, span))

    def set_speaker(self, identity: int, quotation: Span, name: str) -> None:
        """Say who is quoted; an empty name takes the correction back."""
        who = name or None
        self._act(lambda s: s.documents.set_speaker(identity, quotation, who), again=True)

    def rename(self, identity: int, title: str) -> None:
        """Give a document a title; an empty one takes it back."""
        self._act(lambda session: session.documents.set_title(identity, title))

    def rename_story(self, story: int, title: str) -> None:
        """Give a story a title; an empty one takes it back."""
        self._act(lambda session: session.stories.set_title(story, title))

    def move(self, identities: Sequence[int], story: int | None) -> None:
        """Move documents to a story (its number), None: to one of their own."""
        self._act(lambda session: session.stories.move(identities, story))

    def set_base(self, story: int, identity: int) -> None:
        """Choose a story's base text."""
        self._act(lambda session: session.stories.set_base(story, identity))

    def set_order(self, story: int, members: Sequence[int]) -> None:
        """Set the order of a story's versions."""
        self._act(lambda session: session.stories.set_order(story, members))
