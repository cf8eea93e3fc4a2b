"""A whole story reviewed without a mouse, from the first paste to the saved report."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from driftline.gui.dialogs.export import ExportDialog
from driftline.gui.dialogs.help import HelpDialog
from driftline.gui.models.change_list import Alike
from driftline.review.statuses import Status

OLD = """Council backs the tram

The council has never refused a tram to the harbour, its leader Ada Brook said on Monday.

“We are ready to build as soon as our partners are ready for that,” she told reporters.

The tram would cost 48 million crowns and touch upon three districts of the old town.

Nobody has asked the people of the harbour, the union said in a letter to the council.
"""
NEW = (
    OLD.replace("refused a tram", "refused tram")
    .replace("ready for that", "ready")
    .replace("48 million", "84 million")
    .replace("to the harbour", "to a harbour")
    .replace("of the harbour", "of a harbour")
)
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


class Hands:
    """Presses keys where the focus is, as a keyboard does."""

    def __init__(self, qtbot: QtBot, window, settled):
        self._qtbot, self._window, self._settled = qtbot, window, settled

    def press(self, key, modifiers=NONE):
        self._qtbot.keyClick(self.focus(), key, modifiers)
        self._settled(self._window)

    def type(self, text):
        self._qtbot.keyClicks(self.focus(), text)

    def focus(self):
        return QApplication.focusWidget() or self._window

    def tab_to(self, wanted, most=60):
        """Goes on by Tab until the focus is where it is wanted."""
        for _ in range(most):
            if wanted(self.focus()):
                return self.focus()
            self._qtbot.keyClick(self.focus(), Qt.Key.Key_Tab)
        raise AssertionError("Tab does not lead there")


@pytest.fixture
def hands(qtbot, window, settled):
    window.activateWindow()
    return Hands(qtbot, window, settled)


def statuses(window):
    state = window.workspace.review
    return [state.edit(e.id).status for e in window.compare_page.shown_edits()]


def test_a_story_is_reviewed_by_key_alone(qtbot, hands, window, settled, tmp_path, monkeypatch):
    for text in (OLD, NEW):
        QGuiApplication.clipboard().setText(text)
        hands.press(Qt.Key.Key_V, CTRL | SHIFT)
    page = window.compare_page
    assert page.number() == (1, 5)

    # From change to change: fine, a note, must fix, a query, back to the number.
    hands.press(Qt.Key.Key_2, CTRL)
    assert page.number() == (2, 5)
    hands.press(Qt.Key.Key_M, CTRL)
    assert isinstance(hands.focus(), QPlainTextEdit)
    hands.type("Ask the city desk")
    hands.press(Qt.Key.Key_Tab)
    noted = page.current
    assert window.workspace.review.edit(noted.id).note == "Ask the city desk"
    hands.press(Qt.Key.Key_4, CTRL)
    hands.press(Qt.Key.Key_Down, ALT)
    hands.press(Qt.Key.Key_Up, ALT)
    assert Status.MUST_FIX in statuses(window)

    # The list: the two that say the same are one line, settled together.
    for _ in range(3):
        if hands.focus() is window.changes.view:
            break
        hands.press(Qt.Key.Key_F6)
    assert hands.focus() is window.changes.view
    row = window.changes.model.row_of(lambda r: isinstance(r, Alike))
    hands.press(Qt.Key.Key_Home)
    for _ in range(row):
        hands.press(Qt.Key.Key_Down)
    same = window.changes.model.record(window.changes.view.currentIndex().row())
    hands.press(Qt.Key.Key_Right)
    assert window.changes.model.rowCount() == 6
    hands.press(Qt.Key.Key_Left)
    hands.press(Qt.Key.Key_3, CTRL)
    state = window.workspace.review
    assert {state.edit(e.id).status for e in same.edits} == {Status.QUERY}
    hands.press(Qt.Key.Key_Z, CTRL)
    assert window.workspace.review.progress().open == 3
    hands.press(Qt.Key.Key_Y, CTRL)
    for _ in range(2):
        hands.press(Qt.Key.Key_J, CTRL)
        hands.press(Qt.Key.Key_2, CTRL)
    assert Status.OPEN not in statuses(window)

    # Words are found and the bar is closed; the help opens and closes.
    hands.press(Qt.Key.Key_F, CTRL)
    hands.type("crowns")
    assert page.find_bar.found.text() == "1 of 2"
    hands.press(Qt.Key.Key_Escape)
    assert not page.find_bar.isVisible()
    hands.press(Qt.Key.Key_F1)
    assert window.findChild(HelpDialog).isVisible()
    hands.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(window.isActiveWindow)

    # The report.
    target = tmp_path / "report.html"
    monkeypatch.setattr(window.notices, "choose_target", lambda *_: str(target))
    hands.press(Qt.Key.Key_E, CTRL)
    dialog = window.findChild(ExportDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    hands.tab_to(lambda w: w is dialog._format)
    hands.type("Web")
    button = hands.tab_to(lambda w: isinstance(w, QPushButton) and w is dialog._save)
    assert button.hasFocus()
    hands.press(Qt.Key.Key_Space)
    qtbot.waitUntil(target.is_file)
    settled(window)
    assert "Ask the city desk" in target.read_text(encoding="utf-8")


def test_the_focus_is_never_caught(hands, window, story, settled):
    window.bring([story("old.txt", OLD), story("new.txt", NEW)], compare=True)
    settled(window)
    hands.press(Qt.Key.Key_F6)
    seen = []
    for _ in range(80):
        seen.append(hands.focus())
        hands._qtbot.keyClick(hands.focus(), Qt.Key.Key_Tab)
    columns = (window.documents, window.compare_page, window.lists)
    for column in columns:
        assert any(column.isAncestorOf(w) for w in seen), column
    # It has come round.
    assert seen[0] in seen[1:]


def test_a_kind_is_hidden_by_key(hands, window, story, settled):
    window.bring([story("old.txt", OLD), story("new.txt", NEW)], compare=True)
    settled(window)
    before = len(window.compare_page.shown_edits())
    chip = hands.tab_to(lambda w: w.objectName() == "chip")
    hands.press(Qt.Key.Key_Space)
    assert len(window.compare_page.shown_edits()) < before
    assert not chip.isChecked()


def unnamed(window):
    """What a screen reader would meet without a name."""
    found = []
    for widget in window.findChildren(QWidget):
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
        if reached and not widget.objectName().startswith("qt_"):
            interface = QAccessible.queryAccessibleInterface(widget)
            name = interface.text(QAccessible.Text.Name) or widget.toolTip()
            if not name.strip():
                found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def test_everything_that_can_be_reached_has_a_name(hands, window, story, settled):
    assert unnamed(window) == []
    window.bring([story("old.txt", OLD), story("new.txt", NEW)], compare=True)
    settled(window)
    hands.press(Qt.Key.Key_F, CTRL)
    for pane in (window.changes, window.quotes, window.cuts):
        window.lists.setCurrentWidget(pane)
        assert unnamed(window) == []
    window.workspace.open(window.workspace.documents[0].id)
    settled(window)
    assert unnamed(window) == []
    window.actions_table["help"].trigger()
    dialog = window.findChild(HelpDialog)
    assert unnamed(dialog) == []
    dialog.close()
