"""What stands in the window before anything is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from driftline.gui.language.plain_words import plain_label, plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from driftline.gui.settings import RecentPair

#: So many of the latest comparisons are offered.
_MOST = 5


class EmptyPage(QWidget):
    """Says what to do; three buttons do it, and below them stand the latest comparisons.

    `open_requested()`, `paste_requested()`, `sample_requested()`, `recent_requested(RecentPair)`.
    """

    open_requested = Signal()
    paste_requested = Signal()
    sample_requested = Signal()
    recent_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("Drop the versions of a story here"))
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.7)
        title.setFont(font)
        title.setWordWrap(True)
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = QLabel(
            self.tr(
                "Files, folders or copied text, as many as you like. Driftline cuts the page "
                "junk away, finds which texts are versions of one story, and names every change "
                "of wording.\nNothing leaves this computer."
            )
        )
        self._text.setObjectName("quiet")
        self._text.setWordWrap(True)
        self._text.setFixedWidth(520)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        self.open_button = QPushButton(self.tr("Open files…"))
        paste_button = QPushButton(self.tr("Paste text"))
        sample_button = QPushButton(self.tr("Try the sample story"))
        for button, signal in (
            (self.open_button, self.open_requested),
            (paste_button, self.paste_requested),
            (sample_button, self.sample_requested),
        ):
            button.clicked.connect(signal)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._keys = QLabel()
        self._keys.setObjectName("quiet")
        self._keys.setWordWrap(True)
        self._keys.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addStretch(2)
        layout.addWidget(title)
        # Between stretches, not aligned: an aligned label gets too little height for its lines.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._text)
        middle.addStretch(1)
        layout.addLayout(middle)
        layout.addLayout(buttons)
        layout.addWidget(self._keys)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._recent.setContentsMargins(0, 12, 0, 0)
        layout.addLayout(self._recent)
        layout.addStretch(3)

    def show_keys(self, way_to: Callable[[str], str]) -> None:
        """Name the keys; `way_to` tells how an action is reached."""
        self._keys.setText(
            self.tr(
                "{open} opens files · {paste} takes what is copied · {help} opens the help"
            ).format(**{name: way_to(name) for name in ("open", "paste", "help")})
        )

    def said(self) -> str:
        """What is said about the keys."""
        return self._keys.text()

    def show_recent(self, pairs: Sequence[RecentPair]) -> None:
        """Offer these comparisons."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not pairs:
            return
        middle = Qt.AlignmentFlag.AlignHCenter
        head = QLabel(self.tr("Compared lately"))
        head.setObjectName("quiet")
        self._recent.addWidget(head, 0, middle)
        for pair in pairs[:_MOST]:
            button = QPushButton(plain_label(pair.label))
            button.setFlat(True)
            button.setObjectName("link")
            button.setToolTip(plain_tip(f"{pair.title}\n{pair.old}\n{pair.new}"))
            button.clicked.connect(partial(self.recent_requested.emit, pair))
            self._recent.addWidget(button, 0, middle)
