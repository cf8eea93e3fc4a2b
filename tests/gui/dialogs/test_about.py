"""The About dialog: version, licences, and what Qt's licence asks for."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from driftline import __version__
from driftline.gui.dialogs.about import AboutDialog


def test_help_shows_version_and_every_licence(qtbot, window) -> None:
    window.actions_table["about"].trigger()
    dialog = window.findChild(AboutDialog)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert __version__ in said
    assert "Lesser General Public License" in said
    for row in range(dialog.parts.count()):
        dialog.parts.setCurrentRow(row)
        text = dialog.licence.toPlainText()
        assert len(text) > 100, dialog.parts.item(row).text()
    dialog.close()


def test_a_part_shows_its_own_licence(qtbot, window) -> None:
    window.actions_table["about"].trigger()
    dialog = window.findChild(AboutDialog)
    names = [dialog.parts.item(row).text().split()[0] for row in range(dialog.parts.count())]
    dialog.parts.setCurrentRow(names.index("Qt"))
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in dialog.licence.toPlainText()
    dialog.parts.setCurrentRow(names.index("Noto"))
    assert "SIL OPEN FONT LICENSE" in dialog.licence.toPlainText()
    dialog.close()
