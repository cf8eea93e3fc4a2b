"""There is room for the words of either language."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QToolButton

from driftline.gui.settings import Settings
from driftline.gui.window.main_window import MainWindow
from driftline.review.session import Session


@pytest.mark.parametrize("language", ["en", "de"])
def test_all_lists_can_be_chosen_in_the_smallest_window(
    language, request, qtbot, tmp_path, story, settled
):
    if language == "de":
        request.getfixturevalue("german")
    window = MainWindow(Settings(tmp_path, tmp_path), lambda: Session.open_automatic(tmp_path))
    qtbot.addWidget(window)
    window.show()
    said = " ".join(f"“It costs {n} crowns,” said Ada Brook of ward {n}." for n in range(120))
    window.bring([story("old.txt", said), story("new.txt", said.replace("costs", "cost"))])
    settled(window)
    window.resize(window.minimumSizeHint())
    tabs = window.lists.tabBar()
    assert tabs.tabText(0).endswith("120")
    assert tabs.tabRect(tabs.count() - 1).right() <= tabs.width()
    assert not [b for b in tabs.findChildren(QToolButton) if b.isVisible()]
    window.close()
