"""What the editor says about the chosen change: its status and a note."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from driftline.gui.compare.flow_layout import FlowLayout
from driftline.gui.language import labels
from driftline.gui.language.explaining import told
from driftline.gui.models.entries import short_name, shortened
from driftline.review.statuses import ReviewItem, Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

#: Versions that are named for one reading.
_MOST_NAMES = 4
#: Pixels between the panel's edges and what stands in it.
_MARGIN = 10
#: A note is kept when the typing pauses this long.
_PAUSE_MS = 700
#: Lines of text that the list above needs, with what stands in the panel besides; below this
#: height what all versions read gives way, and the note is a line.
_ELSE_LINES = 21
_SHORT_LINES = 30
#: Lines of a note, and of what all versions read where there is least room.
_LINES = 3


@dataclass(frozen=True, slots=True)
class VersionReading:
    """What some versions read in one place: the words (none: they have nothing), and of each
    version its document's id, its name, and whether it is one of the two compared.
    """

    text: str
    versions: tuple[tuple[int, str, bool], ...]


class _Note(QPlainTextEdit):
    """A few lines of text; `left()` when the cursor goes elsewhere, `done()` at Esc."""

    left = Signal()
    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class _Trail(QLabel):
    """Words with links; a label keeps the ink its links had when its text was set."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        ways = {Qt.FocusReason.TabFocusReason: True, Qt.FocusReason.BacktabFocusReason: False}
        if event.reason() in ways:
            # A label would take the focus without a sign, and only then go to its links.
            self.focusNextPrevChild(ways[event.reason()])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.text():
            text = self.text()
            self.clear()
            self.setText(text)


class _TrailBox(QScrollArea):
    """Shows a trail as high as it is, never higher than `most` (pixels), and lower where there is
    no room: the rest can be scrolled to.
    """

    def __init__(self, trail: QLabel) -> None:
        super().__init__()
        self._trail = trail
        self.most = self._height = 0
        trail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(trail)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        trail.setAutoFillBackground(False)

    def fit(self, width: int) -> None:
        """Take the height that the trail needs at a width (pixels)."""
        height = self._trail.heightForWidth(width)
        if height > self.most:
            bar = self.verticalScrollBar().sizeHint().width()
            height = self._trail.heightForWidth(width - bar)
        self._height = max(0, min(height, self.most))
        self.updateGeometry()
        self._choose_bar()

    def _choose_bar(self) -> None:
        """Left to itself, a bar that is there would make the words wrap so that it is needed."""
        policies = Qt.ScrollBarPolicy
        fits = self._trail.heightForWidth(self.width()) <= self.height()
        policy = policies.ScrollBarAlwaysOff if fits else policies.ScrollBarAlwaysOn
        self.setVerticalScrollBarPolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_bar()

    def sizeHint(self) -> QSize:
        return QSize(0, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class ReviewPanel(QFrame):
    """Stands below a list and speaks of its current record.

    `status_chosen(Status)` and `note_written(text)` are about the record last shown.
    `version_wanted(int)`: a document is to be compared that reads otherwise.
    """

    status_chosen = Signal(object)
    note_written = Signal(str)
    version_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._said = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._why = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._why.setObjectName("quiet")
        self._trail = _Trail(wordWrap=True)
        self._trail.setTextFormat(Qt.TextFormat.RichText)
        self._trail.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._trail.linkActivated.connect(lambda link: self.version_wanted.emit(int(link)))
        self._buttons = QButtonGroup(self)
        buttons = QWidget()
        row = FlowLayout(buttons, 4)
        row.setContentsMargins(0, 0, 0, 0)
        for number, status in enumerate(Status):
            button = QToolButton()
            button.setText(f"{labels.STATUS_SIGNS[status]} {labels.review_label(status)}".strip())
            button.setCheckable(True)
            self._buttons.addButton(button, number)
            row.addWidget(button)
        self._buttons.idClicked.connect(lambda n: self.status_chosen.emit(list(Status)[n]))
        self.note = _Note()
        self.note.setObjectName("note")
        self.name_note(self.tr("A note on this change"))
        self.note.setTabChangesFocus(True)
        # What is dropped here is for the window.
        self.note.setAcceptDrops(False)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.keep_note)
        self.note.textChanged.connect(self._pause.start)
        self.note.left.connect(self.keep_note)
        #: The note as it was last handed on, and as it was last told.
        self._kept = self._told = ""
        self._trail_box = _TrailBox(self._trail)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        column.setSpacing(6)
        column.addWidget(self._said)
        column.addWidget(self._why)
        column.addWidget(self._trail_box)
        column.addWidget(buttons)
        column.addWidget(self.note)
        self.hide()

    def tab_stops(self) -> list[QWidget]:
        """What the Tab key leads through, in order."""
        return [self._trail, *self._buttons.buttons(), self.note]

    def show_keys(self, keys: Mapping[Status, str]) -> None:
        """Name the keys that set each status."""
        for number, status in enumerate(Status):
            self._buttons.button(number).setToolTip(keys.get(status, ""))

    def name_note(self, what: str) -> None:
        """Say what a note is about."""
        self.note.setPlaceholderText(what)
        self.note.setAccessibleName(what)

    def show_items(self, said: str, items: Sequence[ReviewItem], *, another: bool) -> None:
        """Show what is said about a record; `said` names it, `another` when it is not the one
        shown last. One that stands for several changes shows the status they share, and takes no
        note.
        """
        first = items[0]
        self._said.setText(said)
        self._why.setText(told(first.why) if len(items) == 1 else "")
        self._why.setVisible(bool(self._why.text()))
        statuses = {item.status for item in items}
        # An exclusive group does not let go of its button.
        self._buttons.setExclusive(False)
        for number, status in enumerate(Status):
            self._buttons.button(number).setChecked(statuses == {status})
        self._buttons.setExclusive(True)
        self.note.setVisible(len(items) == 1)
        note = first.note if len(items) == 1 else ""
        if another or note != self._told:
            self._told = note
            self._put_note(note, keep_typed=not another)
        self.show()

    def _put_note(self, note: str, *, keep_typed: bool) -> None:
        text = self.note.toPlainText().strip()
        if keep_typed and text != self._kept:
            # More was typed while the beginning was being kept.
            return
        if text != note or not self.note.hasFocus():
            self.note.blockSignals(True)
            self.note.setPlainText(note)
            self.note.blockSignals(False)
        self._kept = note
        self._pause.stop()

    def show_trail(self, readings: Sequence[VersionReading]) -> None:
        """Show what the versions of the story read here; nothing where fewer than three are."""
        self._trail_box.setVisible(bool(readings))
        head = escape(self.tr("In all versions"))
        lines = [f"<b>{head}</b>", *map(self._reading, readings)]
        self._trail.setText("<br>".join(lines) if readings else "")
        self._fit_trail()

    def give_room(self, height: int) -> None:
        """Take no more of this height (pixels), which the list needs too, than is fair."""
        line = self.fontMetrics().lineSpacing()
        left = max(height - _ELSE_LINES * line, _LINES * line)
        self._trail_box.most = min(height // 3, left)
        lines = _LINES if height >= _SHORT_LINES * line else 1
        # A pixel more than its text needs, or a scroll bar takes the place of words.
        edge = self.note.frameWidth() + round(self.note.document().documentMargin())
        self.note.setFixedHeight(self.note.fontMetrics().lineSpacing() * lines + 2 * edge + 1)
        self._fit_trail()

    def _fit_trail(self) -> None:
        self._trail_box.fit(self.width() - 2 * _MARGIN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_trail()

    def _reading(self, reading: VersionReading) -> str:
        nothing = escape(self.tr("nothing"))
        words = escape(labels.quoted(shortened(reading.text)))
        said = words if reading.text else f"<i>{nothing}</i>"
        names = [
            short if here else f'<a href="{identity}">{short}</a>'
            for identity, name, here in reading.versions[:_MOST_NAMES]
            for short in (escape(short_name(name)),)
        ]
        more = len(reading.versions) - len(names)
        if more:
            names.append(escape(self.tr("%n more", "", more)))
        return f"{said} · {', '.join(names)}"

    def keep_note(self) -> None:
        """Hand on a note that was changed."""
        self._pause.stop()
        text = self.note.toPlainText().strip()
        if text != self._kept:
            self._kept = text
            self.note_written.emit(text)

    def rest(self) -> None:
        """Nothing is chosen."""
        self.keep_note()
        self.hide()
