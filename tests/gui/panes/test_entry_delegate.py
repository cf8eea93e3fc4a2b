"""How the entries of lists are drawn: on the side their words begin."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from driftline.gui import theme as themes
from driftline.gui.models.entries import Entry, Line
from driftline.gui.panes.entry_delegate import EntryDelegate


def inked(text, direction, qapp):
    """The first and the last column of pixels on which the line of an entry leaves ink."""
    image = QImage(400, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    option = QStyleOptionViewItem()
    option.rect, option.direction, option.font = QRect(0, 0, 400, 60), direction, qapp.font()
    painter = QPainter(image)
    EntryDelegate(themes.named("light"), 1).draw(painter, option, Entry("", (Line(text),), ""))
    painter.end()
    rows = range(image.height())
    columns = [x for x in range(400) if any(image.pixelColor(x, y).lightness() < 128 for y in rows)]
    return columns[0], columns[-1]


@pytest.mark.parametrize(
    ("text", "direction", "at_the_right"),
    [
        ("twelve", Qt.LayoutDirection.LeftToRight, False),
        ("twelve", Qt.LayoutDirection.RightToLeft, True),
        ("שלישי", Qt.LayoutDirection.LeftToRight, True),
        ("48 שלישי", Qt.LayoutDirection.LeftToRight, True),
        ("48", Qt.LayoutDirection.LeftToRight, False),
    ],
)
def test_words_begin_where_they_are_read_from(qapp, text, direction, at_the_right):
    first, last = inked(text, direction, qapp)
    assert (first > 200, last > 350) == (at_the_right, at_the_right)
