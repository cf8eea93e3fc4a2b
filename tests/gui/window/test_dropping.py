"""What is dropped, pasted and opened, and what becomes of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from driftline import assets
from driftline.engine.records import Kind
from driftline.gui.compare.row_content import Side
from gui.window.tram_story import NEW, OLD, kinds


def drop(window, data):
    """What the system sends when something is dragged on to the window and let go."""
    where = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    plain = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(400, 300), *where, plain)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(400, 300), *where, plain))


def drop_files(window, paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(p)) for p in paths])
    drop(window, data)


def test_dropped_files_are_grouped_into_stories(window, story, settled):
    other = "A frost has taken half of the apple blossom in the valley, growers say today. " * 3
    paths = [story("old.txt", OLD), story("frost.txt", other), story("new.txt", NEW)]
    drop_files(window, paths)
    settled(window)
    assert [len(s) for s in window.workspace.stories] == [2, 1]
    # The story with two versions is what is shown first.
    assert window.workspace.comparison is not None


def test_dropped_text_becomes_a_document(window, settled):
    data = QMimeData()
    data.setText(OLD)
    drop(window, data)
    settled(window)
    assert window.workspace.documents[0].version.metadata.headline is not None
    assert "Ada Brook" in window.document_page.shown_text


def test_pasting_makes_a_new_version(qtbot, window, settled):
    for text in (OLD, NEW):
        QGuiApplication.clipboard().setText(text)
        qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        settled(window)
    assert [len(s) for s in window.workspace.stories] == [2]
    assert len(kinds(window)) == 4


def test_what_a_browser_copies_keeps_its_structure(window, settled):
    data = QMimeData()
    paragraphs = "".join(f"<p>{p}</p>" for p in OLD.strip().split("\n\n")[1:])
    data.setHtml(
        "<html><body><nav><a href='/'>Home</a> <a href='/s'>Sport</a></nav>"
        f"<article><h1>Council backs the tram</h1>{paragraphs}</article></body></html>"
    )
    data.setText("Home Sport\n" + OLD)
    drop(window, data)
    settled(window)
    version = window.workspace.documents[0].version
    assert version.metadata.headline.of(version.source.text) == "Council backs the tram"
    assert version.source.format == "text/html"
    assert "Ada Brook" in version.cleaned()


@pytest.mark.parametrize("filled", [False, True])
def test_an_empty_clipboard_is_told(window, settled, filled):
    QGuiApplication.clipboard().clear()
    if filled:
        QGuiApplication.clipboard().setText("  ")
    window.bringing.paste()
    settled(window)
    assert "no text on the clipboard" in window.notices.sentences()[0]


def test_an_empty_clipboard_puts_no_sample_away(window, settled):
    window.empty_page.sample_requested.emit()
    settled(window)
    before = [document.id for document in window.workspace.documents]
    QGuiApplication.clipboard().setText("  ")
    window.bringing.paste()
    settled(window)
    assert [document.id for document in window.workspace.documents] == before


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"", "empty"),
        ("picture.txt", bytes(range(256)) * 40, "picture.txt"),
        ("folder", None, "folder"),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_goes_on(
    window, story, settled, tmp_path, name, content, told
):
    bad = tmp_path / name
    if content is None:
        bad.mkdir()
    else:
        bad.write_bytes(content)
    window.bring([str(bad), story("old.txt", OLD)])
    settled(window)
    sentences = window.notices.sentences()
    assert len(sentences) == 1
    assert told in sentences[0]
    assert [Path(d.path).name for d in window.workspace.documents] == ["old.txt"]


def test_a_missing_file_is_told(window, settled, tmp_path):
    window.bring([str(tmp_path / "gone.txt")])
    settled(window)
    assert "gone.txt" in window.notices.sentences()[0]
    assert window.pages.currentWidget() is window.empty_page


def test_two_files_of_one_name_are_told_apart_by_their_folders(window, settled, tmp_path):
    paths = []
    for folder, text in (("morning", OLD), ("evening", NEW)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "tram.txt").write_text(text, "utf-8")
        paths.append(str(tmp_path / folder / "tram.txt"))
    window.bring(paths, compare=True)
    settled(window)
    header = window.compare_page.header
    names = [header.old_head.box.currentText(), header.new_head.box.currentText()]
    assert names == [str(Path("morning", "tram.txt")), str(Path("evening", "tram.txt"))]
    # Alone, it needs no folder.
    window.workspace.remove([window.workspace.pair[0]])
    settled(window)
    assert window.workspace.documents[0].name == "tram.txt"


def test_the_sample_opens_from_the_empty_window(window, settled):
    window.empty_page.sample_requested.emit()
    settled(window)
    names = {Path(d.path).name for d in window.workspace.documents}
    assert names == {p.name for p in assets.path("samples").glob("*.txt")}


@pytest.mark.seeds
def test_the_founding_stories_from_drop_to_named_changes(window, settled, seeds):
    drop_files(window, [seeds(n) for n in ("000", "001", "002", "003", "004")])
    settled(window)
    stories = [[Path(d.path).name[:3] for d in s] for s in window.workspace.stories]
    assert sorted(map(sorted, stories)) == [["000", "001"], ["002"], ["003"], ["004"]]
    twice = {
        Path(d.path).name[:3] for d in window.workspace.documents if d.version.holds_body_twice
    }
    assert twice == {"002", "004"}
    pair = next(s for s in window.workspace.stories if len(s) == 2)
    window.workspace.compare(*sorted((d.id for d in pair), key=lambda i: i))
    settled(window)
    comparison = window.workspace.comparison
    assert [e.kind for e in window.compare_page.shown_edits()] == [
        Kind.DETERMINER,
        Kind.QUOTATION,
        Kind.PREPOSITION,
        Kind.DETERMINER,
    ]
    assert {m.field for m in comparison.metadata} == {"source", "headline", "published"}
    shown = "\n".join(b.text for r in window.compare_page.rows for s in Side for b in r.blocks(s))
    for junk in ("icon", "Podcasts", "FILE PHOTO", "capitulate"):
        assert junk not in shown
