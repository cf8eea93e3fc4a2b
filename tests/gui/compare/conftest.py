"""Comparisons made by hand, so that the view is tested apart from the engine."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from driftline.engine.records import (
    Comparison,
    Cut,
    Edit,
    Kind,
    Paragraph,
    Reason,
    Row,
    Severity,
    Source,
    Span,
    Summary,
    Version,
)
from driftline.gui import theme as themes
from driftline.gui.compare.row_view import RowView
from driftline.review.preferences import Fonts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def version(text: str, cuts: Sequence[str] = ()) -> Version:
    """A version whose paragraphs are parted by blank lines; `cuts` are words to cut."""
    paragraphs, position = [], 0
    for part in text.split("\n\n"):
        paragraphs.append(Paragraph(Span(position, position + len(part))))
        position += len(part) + 2
    spans = [Span(text.index(c), text.index(c) + len(c)) for c in cuts]
    source = Source("x.txt", hashlib.sha256(text.encode()).hexdigest(), "text/plain", "utf-8", text)
    return Version(source, tuple(Cut(s, Reason.OTHER) for s in spans), tuple(paragraphs))


@pytest.fixture
def make_version() -> Callable[..., Version]:
    return version


@pytest.fixture
def make_comparison() -> Callable[..., Comparison]:
    def make(
        old: Version,
        new: Version,
        edits: Sequence[tuple[Kind, str, str]] = (),
        rows: Sequence[Row] | None = None,
    ) -> Comparison:
        """`edits` are (kind, old words, new words), found by their first occurrence."""

        def span(text: str, words: str, other: int) -> Span:
            start = text.index(words) if words else other
            return Span(start, start + len(words))

        made = []
        for number, (kind, was, now) in enumerate(edits):
            a = span(old.source.text, was, new.source.text.index(now) if now else 0)
            b = span(new.source.text, now, a.start)
            a = a if was else Span(b.start, b.start)
            made.append(Edit(number, kind, Severity.MEDIUM, a, b))
        if rows is None:
            rows = [Row((i,), (i,)) for i in range(len(old.paragraphs))]
        summary = Summary(0, 0, 0, 1.0, {})
        return Comparison(old, new, (), tuple(rows), tuple(made), (), summary)

    return make


@pytest.fixture
def view(qtbot) -> RowView:
    """The two-text view in a window of its own."""
    made = RowView(themes.named("light"), Fonts(size=11.5))
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    qtbot.waitExposed(made)
    return made
