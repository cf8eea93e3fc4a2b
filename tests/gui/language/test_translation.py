"""The window in German, nothing left in English or lost on the way; and from right to left."""

import ast
import re
import string
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QLabel

import driftline
from driftline import assets
from driftline.engine.records import (
    Edit,
    Kind,
    LedgerStatus,
    QuotationKind,
    Reason,
    Severity,
    Span,
)
from driftline.gui.actions import ACTIONS, say
from driftline.gui.dialogs.preferences.dialog import PreferencesDialog
from driftline.gui.dialogs.preferences.page import Page
from driftline.gui.language import labels
from driftline.gui.language.document_labels import moment
from driftline.gui.language.explaining import explained, told
from driftline.gui.language.translation import LANGUAGES, system_language
from driftline.gui.models.change_list import Alike
from driftline.gui.settings import Settings
from driftline.gui.window.main_window import MainWindow
from driftline.review.session import Session
from driftline.review.statuses import Status

OLD = "The council has never refused a tram, its leader Ada Brook said on Monday.\n"
NEW = OLD.replace("a tram", "tram")
COUNT = re.compile("%L?n")
OTHERS = [language for language in LANGUAGES if language != "en"]


def messages(language):
    """(context, source, translations, is plural) of a language's file."""
    tree = ElementTree.parse(assets.path("translations", f"driftline_{language}.ts"))
    for context in tree.getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.findall("numerusform")]
            finished = translation.get("type") != "unfinished"
            yield (
                context.findtext("name") or "",
                message.findtext("source"),
                (forms or [translation.text or ""]) if finished else [""],
                bool(forms),
            )


def test_every_action_and_menu_has_german_words(german):
    texts = {text for spec in ACTIONS for text in (spec.menu, spec.text, spec.tip) if text}
    left = sorted(text for text in texts if not german[-1].translate("", text))
    assert left == []


def assert_letters_differ():
    for menu in dict.fromkeys(spec.menu for spec in ACTIONS):
        letters = [
            found[1].lower()
            for spec in ACTIONS
            if spec.menu == menu and (found := re.search("&(.)", say(spec.text)))
        ]
        assert len(letters) == len(set(letters)), (menu, sorted(letters))
    menus = [re.search("&(.)", say(m))[1] for m in dict.fromkeys(spec.menu for spec in ACTIONS)]
    assert len(menus) == len(set(menus))


def test_no_two_entries_of_a_menu_have_the_same_letter():
    assert_letters_differ()


def test_nor_have_they_in_german(german):
    assert_letters_differ()


def assert_dialogs_have_letters_of_their_own(window, settled):
    export = window.exporting.open_dialog()
    window.actions_table["preferences"].trigger()
    preferences = window.findChild(PreferencesDialog)
    pages = preferences.findChildren(Page)
    for dialog, page in ((export, None), *((preferences, page) for page in pages)):
        others = [other for other in pages if other is not page]
        letters = [
            (found[1].lower(), each.text())
            for each in (*dialog.findChildren(QLabel), *dialog.findChildren(QAbstractButton))
            if not any(other.isAncestorOf(each) for other in others)
            and (found := re.search(r"&([^&\s])", each.text()))
        ]
        assert len(dict(letters)) == len(letters), sorted(letters)
    export.reject()
    preferences.reject()
    settled(window)


def test_no_two_fields_of_a_dialog_have_the_same_letter(window, story, settled):
    window.bring([story("old.txt", OLD), story("new.txt", NEW)], compare=True)
    settled(window)
    assert_dialogs_have_letters_of_their_own(window, settled)


def test_nor_have_the_fields_in_german(german, window, story, settled):
    window.bring([story("old.txt", OLD), story("new.txt", NEW)], compare=True)
    settled(window)
    assert_dialogs_have_letters_of_their_own(window, settled)


def test_every_kind_reason_and_status_has_a_german_name(german):
    left = {
        labels.kind_label: Kind,
        labels.reason_label: Reason,
        labels.severity_label: Severity,
        labels.status_label: LedgerStatus,
        labels.quotation_label: QuotationKind,
        labels.review_label: Status,
    }
    german_names = [label(each) for label, every in left.items() for each in every]
    assert all(german_names)
    assert "determiner" not in german_names
    assert "Artikelwort" in german_names


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_untranslated_and_no_place_holder_is_lost(language):
    for context, source, forms, plural in messages(language):
        held = {name for _, name, _, _ in string.Formatter().parse(source) if name}
        for form in forms:
            assert form.strip() or not source.strip(), (context, source)
            assert {n for _, n, _, _ in string.Formatter().parse(form) if n} == held, source
            assert not plural or COUNT.findall(form) == COUNT.findall(source), source
            assert ("&" in form) == ("&" in source), (source, form)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(language):
    translator = QTranslator()
    assert translator.load(f"driftline_{language}", str(assets.path("translations")))
    for context, source, forms, plural in messages(language):
        number = 2 if plural else -1
        assert translator.translate(context, source, None, number) == forms[-1], source


def test_whatever_is_being_done_has_german_words(german):
    """The names of steps: what the engine and the reports call their progress with."""
    steps = set()
    for part in ("engine", "report", "review"):
        for module in (Path(driftline.__file__).parent / part).rglob("*.py"):
            tree = ast.parse(module.read_text(encoding="utf-8"))
            for node in ast.walk(tree):
                if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_LABEL":
                    steps.add(ast.unparse(node.value))
                if isinstance(node, ast.Call) and "progress" in ast.unparse(node):
                    steps |= {ast.unparse(each) for each in node.args}
    steps = {ast.literal_eval(each) for each in steps if re.fullmatch("'[A-Za-z ]+'", each)}
    assert {"words", "Setting the pages", "Cleaning"} <= steps
    assert [step for step in sorted(steps) if labels.work_label(step) == step] == []


def test_a_time_is_written_as_the_language_does(german):
    before = QLocale()
    QLocale.setDefault(QLocale("de"))
    try:
        assert moment("2024-03-09T17:42") == "9. März 2024, 17:42"
        assert moment("2024-03-09") == "9. März 2024"
        assert moment("last week") == "last week"
    finally:
        QLocale.setDefault(before)


def test_every_explanation_has_german_words():
    english = tomllib.loads(assets.path("lexicons", "en", "explanations.toml").read_text("utf-8"))
    german = tomllib.loads(assets.path("translations", "explanations_de.toml").read_text("utf-8"))
    for part, sentences in english.items():
        assert set(german[part]) == set(sentences)
        for name, sentence in sentences.items():
            held = {each for _, each, _, _ in string.Formatter().parse(sentence)}
            assert {each for _, each, _, _ in string.Formatter().parse(german[part][name])} == held


def test_an_explanation_is_said_in_the_language_of_the_window(german):
    def edit(rule, explanation, a, b):
        return Edit(1, Kind.NUMBER, Severity.HIGH, a, b, rule=rule, explanation=explanation)

    here, nothing = Span(0, 2), Span(0, 0)
    both = edit("number", "*48* became *84*: another number.", here, here)
    added = edit("number added", "*84* was added: a number that was not there.", nothing, here)
    whole = edit("moved_up", "This passage now stands further up.", here, here)
    assert explained(both) == "„48“ wurde zu „84“: eine andere Zahl."
    assert explained(added) == "„84“ kam hinzu: eine Zahl, die nicht da war."
    assert explained(whole) == "Diese Stelle steht nun weiter oben."


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "die Datei ist leer; prüfen Sie"),
        (
            "broken.pdf",
            b"%PDF-1.7 and no more",
            " (beschädigt): dieses PDF ist beschädigt oder unvollst",
        ),
        ("gone.txt", None, "diese Datei gibt es nicht; prüfen Sie"),
    ],
)
def test_a_trouble_is_told_in_german(german, window, settled, tmp_path, name, content, said):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    window.bring([str(tmp_path / name)])
    settled(window)
    assert said in window.notices.sentences()[0]
    assert name in window.notices.sentences()[0]


def test_a_trouble_nobody_has_words_for_is_told_as_it_is(german):
    assert told("a.txt: something else; do this") == "a.txt: something else; do this"
    assert told("no file at all") == "no file at all"


def test_the_window_speaks_german(german, qtbot, tmp_path, story, settled):
    window = MainWindow(Settings(tmp_path, tmp_path), lambda: Session.open_automatic(tmp_path))
    qtbot.addWidget(window)
    window.show()
    window.bring([story("old.txt", OLD), story("new.txt", NEW)], compare=True)
    settled(window)
    menus = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert menus == ["Datei", "Bearbeiten", "Ansicht", "Gehe zu", "Prüfen", "Hilfe"]
    assert window.status.place() == "Änderung 1 von 1"
    assert window.lists.tabText(0) == "Änderungen 1"
    spoken = window.changes.model.index(0).data()
    assert "Artikelwort" in spoken
    assert spoken.endswith("„a tram“ wurde zu „tram“: von einem einzelnen Fall zum Allgemeinen.")
    assert window.documents._title.text() == "Meldungen · 2 Dokumente"
    window.close()


def test_the_system_chooses_among_the_languages_there_are():
    assert system_language() in LANGUAGES
    assert QLocale("de").name().startswith("de")


def test_the_window_mirrors_itself(window, story, settled):
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.bring([story("old.txt", OLD), story("new.txt", NEW)], compare=True)
    settled(window)
    stories = window.documents.mapTo(window, window.documents.rect().center())
    lists = window.lists.mapTo(window, window.lists.rect().center())
    assert stories.x() > lists.x()
    older, newer = window.compare_page.header.old_head, window.compare_page.header.new_head
    assert older.x() > newer.x()


def test_in_a_mirrored_list_the_left_key_opens(qtbot, window, story, settled):
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    many = "\n\n".join(
        f"In street {n} they refused a tram that nobody had asked for." for n in range(3)
    )
    window.bring(
        [story("old.txt", many), story("new.txt", many.replace("a tram", "the tram"))], compare=True
    )
    settled(window)
    pane = window.changes
    assert isinstance(pane.model.record(0), Alike)
    pane.view.setFocus()
    pane.view.setCurrentIndex(pane.model.index(0))
    qtbot.keyClick(pane.view, Qt.Key.Key_Left)
    assert pane.model.rowCount() == 4
