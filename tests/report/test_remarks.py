"""What the editor said stands in every form of report, and so does the history when asked for."""

from __future__ import annotations

import io
import json
import zipfile
from itertools import count
from typing import TYPE_CHECKING

import pytest

from driftline.engine import pipeline
from driftline.engine.records import Kind
from driftline.report.options import ReportOptions
from driftline.report.remarks import annotations_of
from driftline.report.write import write
from driftline.review.session import Session
from driftline.review.statuses import Ref, Status, Subject

if TYPE_CHECKING:
    from pathlib import Path

    from driftline.engine.records import Comparison
    from driftline.report.options import Annotations

OLD = """Skip to main content

Harbour tram on hold

The tram would cost 48 million crowns, the mayor said on Monday.

“We have to wait for the harbour,” Ada Brook said on Monday.

Share this article
"""
NEW = OLD.replace("48", "84").replace("have to wait", "must wait")

REMARKS = {
    Subject.EDIT: ("must fix", "Ring the treasurer."),
    Subject.QUOTATION: ("query", "Ask for the tape."),
    Subject.OLD_CUT: ("fine", "Not the story."),
}


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Comparison, Session, int]:
    clock = count(1_750_000_000, 60)
    folder = tmp_path_factory.mktemp("reviewed")
    session = Session.open(folder / "tram.driftline", clock=lambda: float(next(clock)))
    versions = [pipeline.load_text(OLD, "old"), pipeline.load_text(NEW, "new")]
    old, new = session.documents.add_all([v.source for v in versions])
    comparison = pipeline.compare(*versions)
    state = session.reviews.open(old.id, new.id, comparison)
    number = next(e.id for e in comparison.edits if e.kind is Kind.NUMBER)
    session.reviews.set_status(state.pair, [Ref(Subject.EDIT, number)], Status.FINE)
    for subject, (status, note) in REMARKS.items():
        ref = Ref(subject, number if subject is Subject.EDIT else 0)
        session.reviews.set_status(state.pair, [ref], Status(status))
        session.reviews.set_note(state.pair, ref, note)
    return comparison, session, state.pair


def annotated(session: Session, pair: int, *, with_history: bool) -> Annotations:
    found = annotations_of(
        session.reviews.state(pair), session.history(pair), with_history=with_history
    )
    assert found is not None
    return found


def words(path: Path) -> str:
    if path.suffix == ".pdf":
        import pypdfium2

        document = pypdfium2.PdfDocument(path)
        text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    elif path.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            text = archive.read("word/comments.xml").decode("utf-8")
    else:
        text = path.read_text("utf-8-sig")
    return " ".join(text.split())


@pytest.mark.parametrize("suffix", [".pdf", ".html", ".docx", ".csv", ".json"])
def test_statuses_and_notes_stand_in_every_form(
    reviewed: tuple[Comparison, Session, int], tmp_path: Path, suffix: str
) -> None:
    comparison, session, pair = reviewed
    path = tmp_path / f"report{suffix}"
    review = annotated(session, pair, with_history=False)
    write(comparison, path, ReportOptions(cuts=True), review)
    found = words(path)
    # Word holds the texts and what is said about changes; a table and data hold no cuts.
    told = [Subject.EDIT] if suffix == ".docx" else [Subject.EDIT, Subject.QUOTATION]
    if suffix in (".pdf", ".html"):
        told.append(Subject.OLD_CUT)
    for subject in told:
        for said in REMARKS[subject]:
            assert said in found
    assert "fine → must fix" not in found


@pytest.mark.parametrize("suffix", [".pdf", ".html", ".docx", ".csv", ".json"])
def test_the_history_stands_in_every_form(
    reviewed: tuple[Comparison, Session, int], tmp_path: Path, suffix: str
) -> None:
    comparison, session, pair = reviewed
    path = tmp_path / f"report{suffix}"
    write(comparison, path, None, annotated(session, pair, with_history=True))
    found = words(path)
    assert "2025-06-15" in found
    if suffix == ".json":
        history = json.loads(path.read_text("utf-8"))["history"]
        assert [line["now"] for line in history[:2]] == ["fine", "must fix"]
        assert history[0]["when"] < history[1]["when"]
    elif suffix == ".csv":
        assert "Set one change to fine" in found
        assert "H1" in found
    else:
        assert "History of the review" in found
        assert "open → fine" in found
        assert "fine → must fix" in found
        # What was said of quotations and cuts, too.
        for _, note in REMARKS.values():
            assert note in found


def test_a_very_long_register_keeps_the_remarks(
    reviewed: tuple[Comparison, Session, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    comparison, session, pair = reviewed
    monkeypatch.setattr("driftline.report.pdf.COMPACT_ABOVE", 0)
    write(comparison, tmp_path / "r.pdf", None, annotated(session, pair, with_history=False))
    assert "Ring the treasurer." in words(tmp_path / "r.pdf")


def test_nothing_said_adds_nothing() -> None:
    assert annotations_of(None, []) is None
