"""The status bar: where the reader is, what is going on, a way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from driftline.gui.language import labels
from driftline.gui.language.announcing import announce

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

#: A remark stays so long, and so much longer for each of its characters.
_SPOKEN_MS, _READING_MS = 4000, 70
#: Between a remark and the reader's place, in pixels.
_APART = 40


class _Place(QLabel):
    """A line that ends in an ellipsis where it has no room; its hint has all of it."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        box = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        with QPainter(self) as painter:
            painter.drawText(
                box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, text
            )


class StatusLine(QStatusBar):
    """`stop_requested()` when the user wants the work to end.

    A passing remark comes first: where both have no room, the reader's place waits.
    """

    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._place = _Place()
        self._work = QLabel()
        self._bar = QProgressBar()
        self._bar.setFixedWidth(140)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._stop = QPushButton(self.tr("Stop"))
        self._stop.setFlat(True)
        self._stop.clicked.connect(self.stop_requested)
        self.addPermanentWidget(self._work)
        self.addPermanentWidget(self._bar)
        self.addPermanentWidget(self._stop)
        # On both sides, for margins don't turn with the window.
        self._place.setContentsMargins(10, 0, 10, 0)
        self.addPermanentWidget(self._place)
        self.messageChanged.connect(self._make_room)
        self.rest()

    def show_place(self, text: str) -> None:
        """Which change of how many."""
        self._place.setText(text)
        self._place.setToolTip(text)
        self._make_room(self.currentMessage())

    def _make_room(self, remark: str) -> None:
        taken = self.fontMetrics().horizontalAdvance(remark) + self._place.sizeHint().width()
        self._place.setVisible(not remark or taken + _APART < self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room(self.currentMessage())

    def place(self) -> str:
        """What is said about the reader's place."""
        return self._place.text()

    def say(self, sentence: str) -> None:
        """A passing remark."""
        if sentence:
            self.showMessage(sentence, _SPOKEN_MS + _READING_MS * len(sentence))
            announce(self, sentence)
        else:
            self.clearMessage()

    def progress(self, label: str, done: int, total: int) -> None:
        """How far the work is; a total of 0 means nobody knows."""
        self._work.setText(labels.work_label(label))
        self._bar.setRange(0, max(0, total))
        self._bar.setValue(min(done, total))
        for widget in (self._work, self._bar, self._stop):
            widget.show()

    def rest(self) -> None:
        """Nothing is going on."""
        for widget in (self._work, self._bar, self._stop):
            widget.hide()
