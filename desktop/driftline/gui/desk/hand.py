"""What the editor does to documents and stories; every act can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from driftline.engine.records import Span
    from driftline.review.contents import Contents
    from driftline.review.desk import Desk


class _Do(Protocol):
    def __call__(
        self, work: Callable[..., Contents], *arguments: Any, again: bool = False
    ) -> None: ...


class Hand:
    """Hands her acts on to the desk; `do` queues one and shows what comes of it, `again` when the
    comparison looked at must be made anew.
    """

    def __init__(self, desk: Desk, do: _Do) -> None:
        self._desk = desk
        self._do = do

    def restore_cut(self, identity: int, span: Span) -> None:
        """Take a cut back: its words belong to the story after all."""
        self._do(self._desk.restore, identity, span)

    def cut(self, identity: int, span: Span) -> None:
        """Cut a stretch by hand."""
        self._do(self._desk.cut, identity, span)

    def set_speaker(self, identity: int, quotation: Span, name: str) -> None:
        """Say who is quoted; an empty name takes the correction back."""
        self._do(self._desk.set_speaker, identity, quotation, name, again=True)

    def rename(self, identity: int, title: str) -> None:
        """Give a document a title; an empty one takes it back."""
        self._do(self._desk.rename, identity, title)

    def rename_story(self, story: int, title: str) -> None:
        """Give a story a title; an empty one takes it back."""
        self._do(self._desk.rename_story, story, title)

    def move(self, identities: Sequence[int], story: int | None) -> None:
        """Move documents to a story (its number), None: to one of their own."""
        self._do(self._desk.move, tuple(identities), story)

    def set_base(self, story: int, identity: int) -> None:
        """Choose a story's base text."""
        self._do(self._desk.set_base, story, identity)

    def set_order(self, story: int, members: Sequence[int]) -> None:
        """Set the order of a story's versions."""
        self._do(self._desk.set_order, story, tuple(members))
