from __future__ import annotations

import os
from pathlib import Path

import pytest

from driftline.engine.reading.folders import expand, is_folder, is_readable


def test_a_folder_gives_its_readable_files_in_order(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.md",
        "sub/c.docx",
        "sub/.hidden.txt",
        ".git/d.txt",
        "~$e.docx",
        "f.png",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    files, troubles = expand([tmp_path])
    assert [Path(f).relative_to(tmp_path).as_posix() for f in files] == [
        "a.md",
        "b.txt",
        "sub/c.docx",
    ]
    assert not troubles


def test_named_files_pass_as_given(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("x")
    named = str(tmp_path / "b.txt")
    files, troubles = expand(["nowhere.xyz", named, tmp_path])
    assert files == ("nowhere.xyz", named, named)
    assert not troubles


def test_a_folder_without_readable_files_is_a_trouble(tmp_path: Path) -> None:
    files, troubles = expand([tmp_path])
    assert not files
    assert "no readable files" in str(troubles[0])


def test_endings() -> None:
    assert is_readable("Story.DOCX")
    assert not is_readable("picture.png")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "gone.txt").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    files, _ = expand([tmp_path])
    assert [Path(file).name for file in files] == ["a.txt", "gone.txt"]


def test_a_name_no_file_can_have_is_no_folder(tmp_path: Path) -> None:
    assert expand(["n" * 5000]) == (("n" * 5000,), ())
    assert not is_folder("a\0b")
