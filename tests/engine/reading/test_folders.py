from __future__ import annotations

from pathlib import Path

from driftline.engine.reading.read import expand, is_readable


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


def test_named_files_pass_as_given_and_once(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("x")
    named = str(tmp_path / "b.txt")
    files, troubles = expand(["nowhere.xyz", named, tmp_path])
    assert files == ("nowhere.xyz", named)
    assert not troubles


def test_a_folder_without_readable_files_is_a_trouble(tmp_path: Path) -> None:
    files, troubles = expand([tmp_path])
    assert not files
    assert "no readable files" in str(troubles[0])


def test_endings() -> None:
    assert is_readable("Story.DOCX")
    assert not is_readable("picture.png")
