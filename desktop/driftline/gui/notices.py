"""The one place to tell the user something or to ask her: an inline bar, and the system's dialogs.

Tests replace `Notices.choose_files`, `choose_target` and `confirm`; nothing else opens a dialog.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDrag, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from driftline.gui.language.announcing import announce
from driftline.gui.language.plain_words import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QMouseEvent, QResizeEvent
    from PySide6.QtPrintSupport import QPrinter

_MOST_LINES = 4
#: Where there is less room (pixels) the buttons stand below the sentence.
_WIDE = 560


class FileButton(QPushButton):
    """A file to take elsewhere: a click copies it, and it can be dragged away.

    `copied()`: it is on the clipboard.
    """

    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = ""
        self._pressed = QPoint()
        self.setToolTip(
            self.tr("To paste it into a mail or a folder. It can be dragged there too.")
        )
        self.clicked.connect(self._copy)

    def mime(self) -> QMimeData:
        """The file as other programs take it."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(self.path)])
        return data

    def _copy(self) -> None:
        QGuiApplication.clipboard().setMimeData(self.mime())
        self.copied.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        gone = (event.position().toPoint() - self._pressed).manhattanLength()
        if event.buttons() & Qt.MouseButton.LeftButton and gone >= QApplication.startDragDistance():
            # What is dragged is not clicked.
            self.setDown(False)
            drag = QDrag(self)
            drag.setMimeData(self.mime())
            drag.exec(Qt.DropAction.CopyAction)
        else:
            super().mouseMoveEvent(event)


class NoticeBar(QFrame):
    """A bar above the texts: sentences, perhaps one button, and a way to put it away.

    Above them may stand a sentence that stays as long as it is true.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._button = QPushButton()
        self._other = QPushButton()
        self._other.clicked.connect(self._act_otherwise)
        #: A few sentences are shown; this gives all of them.
        self.copy_all = QPushButton(self.tr("Copy all"))
        self.copy_all.clicked.connect(
            lambda: QGuiApplication.clipboard().setText("\n".join(self._sentences))
        )
        self.file = FileButton()
        self.file.copied.connect(self._say_copied)
        self._close = QToolButton()
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(self.tr("Put this notice away"))
        self._close.setToolTip(self._close.accessibleName())
        self._close.clicked.connect(self.clear)
        self._button.clicked.connect(self._act)
        self._standing = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._remedy = QPushButton()
        self._remedy.clicked.connect(lambda: self._heal())
        self._heal: Callable[[], object] = self.clear
        self._lasting, self._passing = QWidget(), QWidget()
        above = QHBoxLayout(self._lasting)
        above.setContentsMargins(12, 6, 8, 6)
        above.addWidget(self._standing, 1)
        above.addWidget(self._remedy)
        row = QHBoxLayout(self._passing)
        row.setContentsMargins(12, 6, 8, 6)
        buttons = QHBoxLayout()
        for button in (self.copy_all, self._button, self._other, self.file):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        buttons.addStretch()
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.addWidget(self._label, 1)
        self._parts.addLayout(buttons)
        row.addLayout(self._parts, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._sentences: list[str] = []
        self._action: Callable[[], object] | None = None
        self._otherwise: Callable[[], object] | None = None
        both = QVBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self._lasting)
        both.addWidget(self._passing)
        self._lasting.hide()
        self.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() > _WIDE
        ways = QBoxLayout.Direction
        self._parts.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    @property
    def standing(self) -> str:
        """What is said as long as it is true; "" when nothing is."""
        return "" if self._lasting.isHidden() else self._standing.text()

    def stand(self, sentence: str, button: str, action: Callable[[], object]) -> None:
        """Say something that stays, with what can be done about it; "" when it is past."""
        self._standing.setText(sentence)
        self._remedy.setText(button)
        self._heal = action
        self._lasting.setVisible(bool(sentence))
        announce(self, sentence)
        self.setVisible(bool(sentence or self._sentences))

    def sentences(self) -> list[str]:
        """What is being said."""
        return list(self._sentences)

    def say(
        self,
        sentence: str,
        button: str = "",
        action: Callable[[], object] | None = None,
        other: str = "",
        otherwise: Callable[[], object] | None = None,
        file: str = "",
    ) -> None:
        """Add a sentence; with buttons, it stands alone. A `file` can be taken elsewhere."""
        if action is not None:
            self._sentences = []
        elif sentence in self._sentences:
            return
        self._sentences.append(sentence)
        self._action, self._otherwise = action, otherwise
        self._button.setText(button)
        self._button.setVisible(action is not None)
        self._other.setText(other)
        self._other.setVisible(otherwise is not None)
        self.file.path = file
        self.file.setText(self.tr("Copy the file"))
        self.file.setVisible(bool(file))
        lines = self._sentences[:_MOST_LINES]
        left = len(self._sentences) - len(lines)
        if left:
            lines.append(self.tr("… and %n more", "", left))
        self._label.setText("\n".join(lines))
        self._label.setToolTip(plain_tip("\n".join(self._sentences)) if left else "")
        self.copy_all.setVisible(bool(left))
        self._passing.show()
        announce(self, sentence)
        self.show()

    def clear(self) -> None:
        """Put the notice away."""
        self._sentences = []
        self._action = self._otherwise = None
        # First the bar: who is on its buttons is led to the texts then.
        self.setVisible(bool(self.standing))
        self._passing.hide()

    def _say_copied(self) -> None:
        self.file.setText(self.tr("Copied"))
        announce(self, self.file.text())

    def _act(self) -> None:
        action = self._action
        self.clear()
        if action is not None:
            action()

    def _act_otherwise(self) -> None:
        action = self._otherwise
        self.clear()
        if action is not None:
            action()


class Notices(QObject):
    """What the rest of the window uses to speak and to ask."""

    def __init__(self, bar: NoticeBar, window: QWidget) -> None:
        super().__init__(window)
        self._bar = bar
        self._window = window
        #: Gives the folder in which the first file is offered to be saved.
        self.beside: Callable[[], str] = str
        self._folder = ""

    def tell(self, sentence: str) -> None:
        """Say something without stopping the user."""
        self._bar.say(sentence)

    def offer(
        self,
        sentence: str,
        button: str,
        action: Callable[[], object],
        other: str = "",
        otherwise: Callable[[], object] | None = None,
        file: str = "",
    ) -> None:
        """Say something with one or two things she may do about it, and a file to take away."""
        self._bar.say(sentence, button, action, other, otherwise, file)

    def stand(self, sentence: str, button: str, action: Callable[[], object]) -> None:
        """Say something that stays as long as it is true; "" when it is past."""
        self._bar.stand(sentence, button, action)

    def clear(self) -> None:
        """Put away what was said."""
        self._bar.clear()

    def sentences(self) -> list[str]:
        """What is being said at present."""
        return self._bar.sentences()

    def choose_files(self, title: str, filters: str) -> list[str]:
        """Files the user picks; none when she changes her mind."""
        return QFileDialog.getOpenFileNames(self._window, title, "", filters)[0]

    def choose_target(self, title: str, suggestion: str, filters: str) -> str:
        """Where to save; empty when she changes her mind.

        A suggestion without a folder is meant for the one used last.
        """
        path = Path(self._folder or self.beside()) / suggestion
        target = QFileDialog.getSaveFileName(self._window, title, str(path), filters)[0]
        if target:
            self._folder = str(Path(target).parent)
        return target

    def choose_folder(self, title: str) -> str:
        """A folder the user picks; empty when she changes her mind."""
        return QFileDialog.getExistingDirectory(self._window, title)

    def choose_printer(self, prepare: Callable[[QPrinter], None]) -> QPrinter | None:
        """A printer, made ready by `prepare` before the system's dialog shows it; None: no."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare(printer)
        dialog = QPrintDialog(printer, self._window)
        return printer if dialog.exec() else None

    def confirm(self, question: str) -> bool:
        """A yes or no."""
        answer = QMessageBox.question(self._window, "Driftline", question)
        return answer == QMessageBox.StandardButton.Yes

    def choose(self, question: str, *answers: str) -> int:
        """Which of some answers she gives; -1 when she changes her mind, as Return alone does."""
        box = QMessageBox(QMessageBox.Icon.Warning, "Driftline", question, parent=self._window)
        role = QMessageBox.ButtonRole.ActionRole
        buttons = [box.addButton(answer, role) for answer in answers]
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        chosen = box.clickedButton()
        box.deleteLater()
        return next((n for n, button in enumerate(buttons) if button is chosen), -1)
