"""Damaged, foreign and newer: a clear sentence, and nothing that was there is lost."""

from __future__ import annotations

import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from driftline.engine.errors import DriftlineError
from driftline.review import schema
from driftline.review.errors import (
    DamagedSessionError,
    ForeignFileError,
    ReadOnlySessionError,
    SessionError,
)
from driftline.review.salvage import salvage
from driftline.review.session import Session
from review.making import NEW_STORY, STORY, compare, make_newer, source


def everything(session: Session) -> list[object]:
    docs = session.documents
    state = session.reviews.open(1, 2, compare(STORY, NEW_STORY))
    return [
        docs.all(),
        [docs.source(d.id) for d in docs.all()],
        state.items,
        [(e.sentence, e.lines) for e in session.history()],
    ]


def test_every_row_is_found_without_sqlite(path: Path, filled: bytes) -> None:
    path.write_bytes(filled)
    found = salvage(path)
    connection = sqlite3.connect(path)
    for table in schema.COLUMNS:
        rows = {row[0]: row[:-1] for row in connection.execute(f"SELECT * FROM {table}")}
        assert found.get(table, {}) == rows
    connection.close()


def test_rows_of_the_log_are_found_too(path: Path, tmp_path: Path) -> None:
    with Session.open(path) as session:
        session.documents.add(source(STORY))
        session.documents.set_title(1, "first")
        session.documents.set_title(1, "second")
        copy = tmp_path / "crashed.driftline"
        for ending in ("", "-wal"):
            shutil.copy(f"{path}{ending}", f"{copy}{ending}")
    assert [row[2] for row in salvage(copy)["fact"].values()] == ['"second"']
    assert len(salvage(copy)["act"]) == 2


@pytest.mark.parametrize("share", [0.9, 0.7, 0.5])
def test_a_cut_off_file_gives_a_recovered_copy(path: Path, filled: bytes, share: float) -> None:
    cut = filled[: int(len(filled) * share)]
    path.write_bytes(cut)
    with pytest.raises(DamagedSessionError, match="damaged; what could be read is in") as caught:
        Session.open(path)
    assert path.read_bytes() == cut
    recovered = caught.value.recovered
    assert recovered is not None
    assert recovered.name == "ferry (recovered).driftline"
    with Session.open(recovered) as session:
        texts = [session.documents.source(d.id) for d in session.documents.all()]
        assert len(texts) > 30 * share / 2
        assert all(text is not None for text in texts)
        session.documents.set_title(1, "work goes on")
        session.undo()


def test_a_lost_first_page_loses_nothing_else(path: Path, filled: bytes) -> None:
    path.write_bytes(bytes(schema.PAGE_SIZE) + filled[schema.PAGE_SIZE :])
    with pytest.raises(DamagedSessionError) as caught:
        Session.open(path)
    assert caught.value.recovered is not None
    with Session.open(caught.value.recovered) as session:
        recovered = everything(session)
    path.write_bytes(filled)
    with Session.open(path) as session:
        assert everything(session) == recovered


def opened(path: Path, expected: list[object]) -> SessionError | None:
    """The trouble of opening a file; without one everything must be there."""
    try:
        session = Session.open(path)
    except SessionError as error:
        return error
    with session:
        assert everything(session) == expected
    return None


def test_any_flipped_bit_is_harmless_or_told(tmp_path: Path, filled: bytes) -> None:
    whole = tmp_path / "whole.driftline"
    whole.write_bytes(filled)
    with Session.open(whole) as session:
        expected = everything(session)
    rng = random.Random(11)
    told = 0
    for number in range(40):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = folder / "ferry.driftline"
        flipped = bytearray(filled)
        flipped[rng.randrange(len(flipped))] ^= 1 << rng.randrange(8)
        path.write_bytes(flipped)
        error = opened(path, expected)
        if error is None:
            continue
        told += 1
        assert path.read_bytes() == flipped
        assert str(error).startswith("ferry.driftline: ")
        if isinstance(error, DamagedSessionError):
            assert error.recovered is not None
            with Session.open(error.recovered) as session:
                assert len(session.documents.all()) >= 29
    assert told > 20


@pytest.mark.parametrize(
    "content",
    [b"The ferry left at nine.\n" * 900, b"%PDF-1.7\n", bytes(50_000), b"SQLite format 3\x00junk"],
    ids=["text", "short", "zeros", "half a header"],
)
def test_a_foreign_file_is_told_and_left(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(ForeignFileError, match="it was left as it is"):
        Session.open(path)
    assert path.read_bytes() == content
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_database_of_another_program_is_told_and_left(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, text)")
    connection.commit()
    connection.close()
    content = path.read_bytes()
    with pytest.raises(ForeignFileError, match="a database of another program"):
        Session.open(path)
    assert path.read_bytes() == content


def test_a_session_that_would_run_commands_is_refused(path: Path, filled: bytes) -> None:
    path.write_bytes(filled)
    connection = sqlite3.connect(path)
    connection.execute("CREATE TRIGGER t AFTER INSERT ON act BEGIN DELETE FROM item; END")
    connection.commit()
    connection.close()
    with pytest.raises(ForeignFileError, match="holds commands"):
        Session.open(path)


def test_a_huge_file_is_refused_at_once(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(5 * 1024**3)
    with pytest.raises(ForeignFileError, match="larger than any session"):
        Session.open(path)


def test_a_folder_is_no_session(tmp_path: Path) -> None:
    with pytest.raises(ForeignFileError, match="no file"):
        Session.open(tmp_path)


def test_a_session_of_a_newer_version_is_for_reading(path: Path, filled: bytes) -> None:
    path.write_bytes(filled)
    connection = sqlite3.connect(path)
    connection.execute("ALTER TABLE pair ADD COLUMN later")
    connection.execute("CREATE TABLE later (id INTEGER PRIMARY KEY)")
    connection.execute(f"PRAGMA user_version={schema.VERSION + 1}")
    connection.commit()
    connection.execute("ALTER TABLE pair DROP COLUMN later")
    connection.close()
    with Session.open(path) as session:
        assert session.read_only == "A newer version of Driftline made it."
        assert len(session.documents.all()) == 30
        with pytest.raises(ReadOnlySessionError):
            session.documents.set_title(1, "no")
        session.save_copy(path.with_name("copy.driftline"))


def test_a_session_this_version_cannot_read_is_told(path: Path, filled: bytes) -> None:
    path.write_bytes(filled)
    make_newer(path)
    with pytest.raises(SessionError, match=r"newer version .* update the program"):
        Session.open(path)


def test_steps_bring_a_file_up_to_date_each_wholly_or_not_at_all(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    steps = (*schema.STEPS, "CREATE TABLE later (id)", "CREATE TABLE last (id); no such command")
    with pytest.raises(sqlite3.Error):
        schema.upgrade(connection, steps)
    assert schema.version_of(connection) == len(schema.STEPS) + 1
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert names == {*schema.COLUMNS, "later"}
    schema.upgrade(connection, (*steps[:-1], "CREATE TABLE last (id)"))
    assert schema.version_of(connection) == len(steps)
    connection.close()


def test_a_damaged_automatic_session_is_set_aside(tmp_path: Path, filled: bytes) -> None:
    path = tmp_path / "automatic.driftline"
    path.write_bytes(filled[: len(filled) // 2])
    with Session.open_automatic(tmp_path) as session:
        assert session.path == path
        assert any("automatic (damaged).driftline" in note for note in session.notes)
        assert session.documents.all()
    assert (tmp_path / "automatic (damaged).driftline").stat().st_size == len(filled) // 2


def test_errors_can_be_sent_to_another_process() -> None:
    import pickle

    error = DamagedSessionError("a.driftline", "It is damaged", "open the other.", Path("b"))
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.recovered) == (str(error), Path("b"))
    assert isinstance(again, DriftlineError)
