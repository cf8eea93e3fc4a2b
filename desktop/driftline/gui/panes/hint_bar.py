"""Three steps for who sees the window for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

#: The actions of which the steps speak.
_NAMED = ("next", "fine", "must_fix", "export", "help", "new")


class HintBar(QFrame):
    """Shows one step after the other below the texts; `put_away()` at the end or when closed."""

    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hint")
        self._steps = (
            self.tr(
                "This is a sample: three versions of one story. Orange is what the older one "
                "said, blue the newer one. {next} goes to the next change."
            ),
            self.tr(
                "On the right every change has a name. {fine} says it is fine, {must_fix} that it "
                "must be fixed, and goes on to the next one. Quotes and cuts have lists too."
            ),
            self.tr(
                "Now your own story: drop its versions anywhere in this window. {export} writes a "
                "report, {help} opens the help. {new} puts the sample away."
            ),
        )
        self._step = 0
        self._keys: dict[str, str] = {}
        self._label = QLabel(wordWrap=True)
        self._next = QPushButton()
        self._next.clicked.connect(self._go_on)
        self._close = QPushButton(self.tr("Close"))
        self._close.setFlat(True)
        self._close.clicked.connect(self._put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(8)
        row.addWidget(self._label, 1)
        row.addWidget(self._next)
        row.addWidget(self._close)
        self.hide()

    def show_keys(self, way_to: Callable[[str], str]) -> None:
        """Name these keys; `way_to` tells how an action is reached."""
        self._keys = {name: way_to(name) for name in _NAMED}
        self._show()

    def begin(self) -> None:
        """Show the first step."""
        self._step = 0
        self._show()
        self.show()

    def text(self) -> str:
        """The step that is shown."""
        return self._label.text()

    def _show(self) -> None:
        number, count = self._step + 1, len(self._steps)
        step = self._steps[self._step].format_map(self._keys)
        self._label.setText(f"{number}/{count}  {step}")
        self._next.setText(self.tr("Next") if number < count else self.tr("Done"))
        self._close.setVisible(number < count)

    def _go_on(self) -> None:
        if self._step + 1 == len(self._steps):
            self._put_away()
        else:
            self._step += 1
            self._show()

    def _put_away(self) -> None:
        self.hide()
        self.put_away.emit()
