"""Words that look like markup are shown as they are written, wherever the window shows words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from driftline.gui.language.plain_words import plain_tip

OLD = "The page said <b>nothing</b> of it & the council <i>met</i> on Monday, it was told."
NEW = OLD.replace("<b>nothing</b>", "<b>little</b>")


@pytest.fixture
def compared(window, story, settled):
    window.bring([story("a&amp;<b>.txt", OLD), story("b.txt", NEW)], compare=True)
    settled(window)
    return window


def plain_labels(widget):
    return [
        label.text()
        for label in widget.findChildren(QLabel)
        if label.textFormat() is Qt.TextFormat.PlainText
    ]


def test_the_panel_tells_of_a_change_in_its_own_signs(compared):
    compared.notices.tell("<b>.txt is gone")
    assert any("nothing" in text for text in plain_labels(compared.changes.review))
    assert any("<b>" in text for text in plain_labels(compared.notice_bar))


def test_tooltips_show_signs_as_they_are(compared):
    model = compared.columns.documents.model
    index = model.index(0, 0, model.index(0, 0))
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;nothing&lt;/b&gt;" in tip or "a&amp;amp;&lt;b&gt;.txt" in tip
    # What is heard has no need of it.
    assert "&lt;" not in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_common_words_stay_as_they_are():
    assert plain_tip("a < b & c\nd") == "a < b & c\nd"
    assert plain_tip("<b>a</b>\nd") == "<span>&lt;b&gt;a&lt;/b&gt;<br>d</span>"
