"""The help and what the program is, over the window or over the dialog that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtPrintSupport import QPrinter

    from driftline.gui.notices import Notices
    from driftline.gui.window.appearance import Appearance
    from driftline.gui.window.dressing import Dressing


class Helping(QObject):
    """Opens the help at the page that is about what is in front."""

    def __init__(
        self, appearance: Appearance, dressing: Dressing, notices: Notices, window: QWidget
    ) -> None:
        super().__init__(window)
        self._appearance = appearance
        self._dressing = dressing
        self._notices = notices
        self._window = window

    def show_help(self, page: str = "") -> None:
        """Open the help, or come back to it."""
        from driftline.gui.dialogs.help import HelpDialog

        # What is not above the dialog that waits for an answer could not be used.
        above = QApplication.activeModalWidget() or self._window
        dialog = above.findChild(HelpDialog, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if dialog is None:
            dialog = HelpDialog(self._appearance.preferences.keys.shortcuts, above)
            page = page or getattr(above, "help_page", "")
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.print_requested.connect(self._print)
            self._appearance.keys_changed.connect(dialog.show_keys)
            self._dressing.put_on(dialog)
        if page:
            dialog.open_page(page)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def show_about(self) -> None:
        """Tell what the program is."""
        from driftline.gui.dialogs.about import AboutDialog

        dialog = AboutDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def equip(self, dialog: QWidget, keys: Sequence[QAction]) -> None:
        """Dress a dialog that keeps the window's keys from working, and let these work in it."""
        self._dressing.put_on(dialog)
        dialog.addActions(keys)
        for button in dialog.findChildren(QPushButton):
            # Where no desktop says otherwise, Qt has pictures for some buttons of a row only.
            button.setIcon(QIcon())

    def _print(self, print_on: Callable[[QPrinter], object]) -> None:
        printer = self._notices.choose_printer(lambda _: None)
        if printer is not None:
            print_on(printer)
