from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from driftline.engine.errors import Outcome, UnreadableError
from driftline.engine.options import ReadingOptions
from driftline.engine.progress import Cancelled
from driftline.engine.reading.read import outcome, read, read_bytes, read_text

if TYPE_CHECKING:
    from pathlib import Path

STORY = "Harbour reopens\r\n\r\n“At last,” said the pilot.\rThe tide did the rest.\n"


def test_a_text_file_is_its_decoded_content_unchanged(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    data = b"\xef\xbb\xbf" + STORY.encode()
    file.write_bytes(data)
    source = read(file)
    assert source.text == STORY
    assert source.path == str(file)
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert (source.format, source.encoding) == ("text/plain", "utf-8")
    assert outcome(source) is Outcome.READ


def test_the_path_stays_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "story.txt").write_text("Words.")
    monkeypatch.chdir(tmp_path)
    assert read("./story.txt").path == "./story.txt"


def test_pasted_text() -> None:
    source = read_text("Pasted \ud800 words", "clipboard")
    assert source.text == "Pasted \ufffd words"
    assert source.path == "clipboard"
    assert len(source.sha256) == 64
    with pytest.raises(UnreadableError, match="no text"):
        read_text("  \n", "clipboard")


def test_nul_bytes_are_kept_and_told() -> None:
    text = "A long enough line about the harbour. " * 4 + "\0 and its end."
    source = read_bytes(text.encode(), "a.txt")
    assert source.text == text
    assert "NUL" in source.notes[0]
    assert outcome(source) is Outcome.READ_IN_PART


def sentence(path: str | Path, options: ReadingOptions | None = None) -> str:
    with pytest.raises(UnreadableError) as caught:
        read(path, options)
    assert caught.value.advice
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_troubles_are_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \r\n\t ")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    (tmp_path / "big.txt").write_bytes(b"word " * 500)
    (tmp_path / "noise.docx").write_bytes(b"\x00\x01\x02" * 900)
    assert "empty" in sentence(tmp_path / "empty.txt")
    assert "no text" in sentence(tmp_path / "blank.txt")
    assert "holds no text" in sentence(tmp_path / "noise.txt")
    assert "a picture" in sentence(tmp_path / "picture.txt")
    assert "not a Word document" in sentence(tmp_path / "noise.docx")
    assert "no such file" in sentence(tmp_path / "missing.txt")
    assert "a folder" in sentence(tmp_path)
    assert "more than" in sentence(tmp_path / "big.txt", ReadingOptions(largest_file=100))
    assert "file name" in sentence("bad\0name.txt")


def test_what_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    size = 50_000_000
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(size)
    tracemalloc.start()
    assert "more than" in sentence(tmp_path / "big.txt", ReadingOptions(largest_file=size - 1))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < size // 10


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may open everything")
def test_a_closed_file(tmp_path: Path) -> None:
    file = tmp_path / "closed.txt"
    file.write_text("Words.")
    file.chmod(0)
    assert "may not be opened" in sentence(file)


def test_cancel_passes_through(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text("Words.")

    def stop(label: str, done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read(file, progress=stop)


def test_a_text_file_loads_no_other_reader(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text("Words, plain words.")
    code = (
        "import sys\n"
        "from driftline.engine.reading.read import read\n"
        "read(sys.argv[1])\n"
        "heavy = {'lxml', 'mammoth', 'pypdfium2', 'odfdo', 'striprtf', 'markdown', 'chardet',"
        " 'email', 'zipfile', 'multiprocessing'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"
