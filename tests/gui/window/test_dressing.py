"""Another theme: what is in view changes at once, the rest before it is seen."""

import pytest
from PySide6.QtWidgets import QInputDialog

from driftline.gui import theme as themes


@pytest.fixture
def compared(window, story, settled):
    texts = [story("a.txt", "It rains on Monday."), story("b.txt", "It rains on Friday.")]
    window.bring(texts, compare=True)
    settled(window)
    return window


def test_a_page_that_was_hidden_is_dressed_when_it_comes_into_view(compared, settled):
    dark = themes.style_sheet(themes.named("dark"))
    pages = compared.columns.compare_page, compared.columns.document_page
    compared.actions_table["dark"].setChecked(True)
    assert pages[0].styleSheet() == dark
    assert pages[1].styleSheet() != dark
    compared.workspace.open(compared.workspace.documents[0].id)
    settled(compared)
    assert pages[1].isVisible()
    assert pages[1].styleSheet() == dark
    compared.lists.setCurrentWidget(compared.quotes)
    assert compared.quotes.styleSheet() == dark


def test_a_dialog_is_dressed_when_it_opens_and_when_it_chooses_other_colours(compared):
    dark, light = (themes.style_sheet(themes.named(name)) for name in ("dark", "light"))
    dialog = compared.appearance.open_dialog()
    assert dialog.styleSheet() == light
    compared.actions_table["dark"].setChecked(True)
    assert dialog.styleSheet() == dark
    dialog.reject()
    compared.about.ask_number()
    asking = compared.findChild(QInputDialog)
    assert "QLineEdit" in asking.styleSheet()
    asking.reject()
