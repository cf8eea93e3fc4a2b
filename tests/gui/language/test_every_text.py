"""No English word is left in the German window, wherever a text may stand.

The same states are gone through in both languages, with stories in German: what reads alike in
both, or holds one of the little words no German text has, was never translated.
"""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QAccessible, QFontDatabase
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QTabBar,
)

from driftline.gui.settings import Settings
from driftline.gui.window.main_window import MainWindow
from driftline.review.preferences import load
from driftline.review.session import Session
from driftline.review.statuses import Status

OLD = """Kessburg sperrt die Hafenstraße

Von Ida Morling

Die Stadt Kessburg sperrt ab 3. März zwölf Monate lang die einzige Straße zu ihren Kränen.

„Wir haben das zu lange aufgeschoben“, sagte die Hafenmeisterin Marta Lindqvist.

Rund 310 Arbeiter fahren jeden Morgen über diese Straße.

Der Fischmarkt bleibt geöffnet, sagte der Bürgermeister.

Lesen Sie auch: Norhafen bekommt neue Brücken
"""
NEW = """Kessburg sperrt die Hafenstraße

Die Stadt Kessburg sperrt ab 10. März vierzehn Monate lang die einzige Straße zu ihren Kränen.

Der Fischmarkt bleibt geöffnet, sagte der Bürgermeister.

„Wir haben das viel zu lange aufgeschoben“, sagte die Hafenmeisterin Marta Lindqvist.

Rund 300 Arbeiter fahren jeden Morgen über diese Straße. Ein Schiff bringt sie dann nach Hause.
"""
NOTES = "---\ntitle: Kessburg\n---\n\n# Kessburg sperrt\n\nEin Wort.[^1]\n\n[^1]: Mehr\n"
#: What is called so in both languages.
NAMES = re.compile(
    r"<[^>]*>|Driftline|PDF|CSV|JSON|A4|Letter|OK|Format|Name|Palette|px|pt|English|Deutsch|American|français|español"
    r"|Strg|Alt\+\S+|Serif|F\d+|Newsletter|Navigation|Markdown|MB|Text|Status|UTF|Layout|Tab|Cookie|\w+\.\w+"
)
LITTLE = re.compile(
    r"\b(the|of|and|is|are|were|not|with|from|for|to|by|it|its|this|that|be|been|has|have|had|no"
    r"|as|on|at|or|but|open|read|file|change|changed|wording|which|their)\b"
)
#: Properties no user sees, and lists of names.
UNSEEN = {"objectName", "styleSheet", "windowFilePath", "html", "markdown", "inputMask"}


def seen(window):
    """Every text of a window and of what belongs to it."""
    for each in (window, *window.findChildren(QObject)):
        yield from texts_of(each)
    for top in (window, *window.findChildren(QDialog)):
        if top.isVisible():
            yield from spoken(QAccessible.queryAccessibleInterface(top))


def texts_of(each):
    about = each.metaObject()
    for number in range(about.propertyCount()):
        kind = about.property(number)
        if kind.typeName() == "QString" and kind.name() not in UNSEEN:
            yield each.property(kind.name())
    if isinstance(each, QComboBox):
        yield from (each.itemText(n) for n in range(each.count()))
    if isinstance(each, QTabBar):
        yield from (each.tabText(n) for n in range(each.count()))
    if isinstance(each, QAbstractItemView) and each.model() is not None:
        yield from cells(each.model(), QModelIndex())


def cells(model, parent, depth=0):
    for row in range(model.rowCount(parent)):
        for column in range(3):
            for role in (
                Qt.ItemDataRole.DisplayRole,
                Qt.ItemDataRole.ToolTipRole,
                Qt.ItemDataRole.AccessibleTextRole,
            ):
                words = model.index(row, column, parent).data(role)
                if isinstance(words, str):
                    yield words
        if depth < 3:
            yield from cells(model, model.index(row, 0, parent), depth + 1)


def spoken(interface, depth=0):
    if interface is None or not interface.isValid() or depth > 20:
        return
    for part in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
        yield interface.text(part)
    for number in range(min(interface.childCount(), 60)):
        yield from spoken(interface.child(number), depth + 1)


def dialog(window, action):
    window.actions_table[action].trigger()
    yield
    for each in window.findChildren(QDialog):
        each.reject()


def states(window, folder):
    """What an editor may come upon, one after the other."""

    def file(name, content):
        path = folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    yield  # nothing is open
    damaged = file("damaged.driftline", b"SQLite format 3\0" + b"\1" * 4000)
    window.keeping.open_session_file(damaged)
    window.bring(
        [
            file("leer.txt", ""),
            file("bild.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 90),
            file("kaputt.docx", b"PK\x03\x04nothing"),
            str(folder / "weg.txt"),
        ]
    )
    yield
    window.bring([file("notiz.md", NOTES), file("nul.txt", OLD.replace("Rund", "\0"))])
    yield
    for document in window.workspace.documents:
        window.workspace.open(document.id)
        yield
    between = OLD.replace("zwölf", "dreizehn")
    window.bring([file("alt.txt", OLD), file("mitte.txt", between), file("neu.txt", NEW)])
    yield
    window.workspace.show(tuple(d.id for d in max(window.workspace.stories, key=len)))
    yield
    for _ in window.compare_page.looked.comparison.edits:
        window.actions_table["next"].trigger()
        yield
    for action in ("must_fix", "query", "fine", "bookmark", "find", "correction"):
        window.actions_table[action].trigger()
    yield
    window.actions_table["inline"].setChecked(True)
    yield
    window.actions_table["inline"].setChecked(False)
    Path(folder / "alt.txt").write_text(OLD.replace("einzige", "letzte"), encoding="utf-8")
    Path(folder / "neu.txt").unlink()
    window.workspace.reload()
    yield
    for action in ("export", "preferences", "history", "keys", "go_to"):
        yield from dialog(window, action)
    kept, kept_elsewhere = folder / "review.driftline", folder / "elsewhere.driftline"
    window.workspace.save_session(str(kept_elsewhere), with_texts=True, saved=lambda: None)
    yield
    window.workspace.save_session(str(kept), with_texts=True, saved=lambda: None)
    yield
    with Session.open(kept_elsewhere) as _:
        window.workspace.open_session(lambda progress: Session.open(kept_elsewhere))
        yield
        window.reviewing.set_status(Status.FINE)
        yield


def gone_through(qtbot, folder, settled):
    """Every line of every text of a window in all its states."""
    folder.mkdir()
    (folder / "preferences.json").write_text('{"appearance": {"theme": "mauve"}, "export": 1}')
    settings = Settings(folder, folder, load(folder))
    window = MainWindow(settings, lambda: Session.open_automatic(folder))
    qtbot.addWidget(window)
    window.resize(1360, 860)
    window.show()
    found = set()
    for _ in states(window, folder):
        settled(window)
        for text in seen(window):
            found |= {line.strip() for line in re.split(r"\n| · ", text or "")}
    window.close()
    return found


def left(line):
    """What of a line is neither a name nor a word of the stories."""
    known = set(re.findall(r"\w+", f"{OLD} {NEW} {NOTES} nothing letzte dreizehn"))
    words = NAMES.sub(" ", line.replace("&", ""))
    return [word for word in re.findall(r"[A-Za-zÄÖÜäöüß]{2,}", words) if word not in known]


def test_no_english_is_left_in_the_german_window(qtbot, tmp_path, settled, german, qapp):
    translators = german
    in_german = gone_through(qtbot, tmp_path / "de", settled)
    assert any("beschädigt" in line for line in in_german)
    for translator in translators:
        qapp.removeTranslator(translator)
    in_english = gone_through(qtbot, tmp_path / "en", settled)
    fonts = QFontDatabase.families()
    alike = sorted(line for line in in_german & in_english if left(line) and line not in fonts)
    assert not alike, "\n".join(alike)
    # What stands in quotation marks is an example, and a path is nobody's sentence.
    unquoted = (re.sub("„.*?“", "", line) for line in in_german if "/" not in line)
    little = sorted(line for line in unquoted if LITTLE.search(line))
    assert not little, "\n".join(little)
