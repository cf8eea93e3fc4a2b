"""What the program is, in which version, and the licences of all its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from driftline import __version__, assets
from driftline.gui.sizing import begin_with
from driftline.parts import parts

if TYPE_CHECKING:
    from driftline.parts import Part


class AboutDialog(QDialog):
    """The version, what Driftline promises, and the licence of each part beside its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Driftline"))
        begin_with(self, 980, 640)
        self.licence = QPlainTextEdit()
        self.licence.setReadOnly(True)
        self.licence.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.licence.setAccessibleName(self.tr("Licence"))
        self.parts = QListWidget()
        self.parts.setAccessibleName(self.tr("Parts"))
        self.parts.setMinimumWidth(280)
        self.parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for part in parts():
            item = QListWidgetItem(f"{part.name} {part.version}".strip())
            item.setToolTip(part.licence)
            item.setData(Qt.ItemDataRole.UserRole, part)
            self.parts.addItem(item)
        self.parts.currentItemChanged.connect(self._show_licence)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)

        both = QHBoxLayout()
        both.addWidget(self.parts, 2)
        both.addWidget(self.licence, 5)
        layout = QVBoxLayout(self)
        layout.addLayout(self._head())
        layout.addWidget(self._wrapped(self._about_qt()))
        layout.addLayout(both, 1)
        layout.addWidget(buttons)
        self.parts.setCurrentRow(0)
        self.parts.setFocus()

    def _head(self) -> QHBoxLayout:
        picture = QLabel()
        icon = QIcon(str(assets.path("icons", "driftline.svg")))
        picture.setPixmap(icon.pixmap(64, 64))
        what = self.tr(
            "Shows how the wording of a story drifts from version to version. Everything is done "
            "on this computer; nothing is sent anywhere."
        )
        head = QHBoxLayout()
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        title = f"<b style='font-size: large'>Driftline {__version__}</b><p>{what}</p>"
        head.addWidget(self._wrapped(title), 1)
        return head

    def _about_qt(self) -> str:
        return self.tr(
            "Driftline is under the MIT licence. It uses Qt under the GNU Lesser General Public "
            "License, version 3: Qt's libraries are files of their own, and you may put others in "
            "their place."
        )

    def _wrapped(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _show_licence(self, item: QListWidgetItem) -> None:
        part: Part = item.data(Qt.ItemDataRole.UserRole)
        self.licence.setPlainText(f"{part.licence}\n\n{part.text}")
