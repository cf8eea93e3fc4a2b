"""Rules made of a change: its two words are one from now on."""

from PySide6.QtWidgets import QMenu

from driftline.engine.records import Kind

OLD = "The council asked Lena Pell on Monday to pay for 48 new trams to the old harbour."
NEW = OLD.replace("Pell", "Bell").replace("48", "84")


def rules(window, edit):
    """What is offered for a change in the list and over the texts: the same."""
    menus = (QMenu(), QMenu())
    window.compare_page.view.change_menu_opened.emit(menus[0], edit)
    window.changes.fill_menu(menus[1], window.workspace.comparison.edits[edit])
    found = [[a for a in menu.actions() if "one word" in a.text()] for menu in menus]
    assert [a.text() for a in found[0]] == [a.text() for a in found[1]]
    for rule in found[0]:
        rule.setParent(window)
    return found[0]


def test_two_words_are_taken_for_one_and_the_rule_can_be_taken_back(compared, settled):
    (name,) = (e.id for e in compared.workspace.comparison.edits if e.kind is Kind.NAME)
    (rule,) = rules(compared, name)
    assert rule.text() == "Take “Pell” and “Bell” for one word, in every text"
    rule.trigger()
    settled(compared)
    kinds = [edit.kind for edit in compared.workspace.comparison.edits]
    assert kinds == [Kind.SPELLING_VARIANT, Kind.NUMBER]
    assert "one word from now on" in compared.notices.sentences()[0]
    compared.notice_bar._button.click()
    settled(compared)
    assert compared.workspace.comparison.edits[0].kind is Kind.NAME


def test_numbers_are_never_one_word(compared):
    (number,) = (e.id for e in compared.workspace.comparison.edits if e.kind is Kind.NUMBER)
    assert rules(compared, number) == []
