from __future__ import annotations

import multiprocessing
import subprocess
import sys
from pathlib import Path

import pytest

from driftline.engine.errors import Outcome, UnreadableError
from driftline.engine.options import ReadingOptions
from driftline.engine.progress import Cancelled, silent
from driftline.engine.reading.read import read_all, read_bytes
from driftline.engine.reading.sniffing import Format
from driftline.engine.reading.worker import Worker
from driftline.engine.records import Source
from engine.reading.made_files import docx, wp

STORY = docx(wp("The fog lifted."))
#: Markdown that takes seconds: each paragraph stays just below what is refused.
SLOW = b"\n\n".join([b"![[" * 130] * 3000)


def test_one_process_serves_many_files() -> None:
    with Worker(ReadingOptions()) as worker:
        for _ in range(3):
            assert worker.parse(Format.DOCX, "a.docx", STORY, silent).text == "The fog lifted."
        assert len(multiprocessing.active_children()) == 1
    assert not multiprocessing.active_children()


def test_a_file_that_takes_too_long_is_stopped_and_the_next_is_read() -> None:
    with Worker(ReadingOptions(time_limit=0.3)) as worker:
        with pytest.raises(UnreadableError, match=r"took longer.*stopped") as caught:
            worker.parse(Format.MARKDOWN, "slow.md", SLOW, silent)
        assert caught.value.outcome is Outcome.DAMAGED
        assert not multiprocessing.active_children()
        assert worker.parse(Format.DOCX, "a.docx", STORY, silent).text == "The fog lifted."


def test_cancel_ends_the_process() -> None:
    def stop(label: str, done: int, total: int) -> None:
        if multiprocessing.active_children():
            raise Cancelled

    with pytest.raises(Cancelled):
        read_bytes(SLOW, "slow.md", progress=stop)
    assert not multiprocessing.active_children()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps the limit of address space")
def test_a_file_that_needs_too_much_memory() -> None:
    small = ReadingOptions(memory_limit=300 * 1024 * 1024)
    with pytest.raises(UnreadableError) as caught:
        read_bytes(b"word *word* " * 12_000_000, "large.md", small)
    assert "memory" in str(caught.value) or "reader stop" in str(caught.value)
    assert not multiprocessing.active_children()


def test_a_reader_that_dies_is_told() -> None:
    def kill(label: str, done: int, total: int) -> None:
        for child in multiprocessing.active_children():
            child.kill()

    with pytest.raises(UnreadableError, match="made its reader stop"):
        read_bytes(SLOW, "slow.md", progress=kill)


def test_all_files_and_troubles_in_order(tmp_path: Path) -> None:
    for name, content in (("a.docx", STORY), ("b.docx", STORY[:40]), ("c.txt", b"Words.")):
        (tmp_path / name).write_bytes(content)
    names = [str(tmp_path / n) for n in ("a.docx", "b.docx", "c.txt", "d.txt")]
    results = list(read_all(names))
    assert [r.path for r in results] == names
    assert [isinstance(r, Source) for r in results] == [True, False, True, False]
    assert not multiprocessing.active_children()


def test_inside_a_daemon_files_are_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(STORY)
    script = tmp_path / "owner.py"
    script.write_text(
        "import multiprocessing, sys\n"
        "from driftline.engine.reading.read import read\n"
        "def work(path):\n"
        "    print(read(path).text, flush=True)\n"
        "if __name__ == '__main__':\n"
        "    context = multiprocessing.get_context('spawn')\n"
        "    process = context.Process(target=work, args=sys.argv[1:], daemon=True)\n"
        "    process.start()\n"
        "    process.join()\n"
    )
    run = subprocess.run(
        [sys.executable, str(script), str(tmp_path / "a.docx")],
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert run.stdout == "The fog lifted.\n"


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the process where Linux lists it")
def test_no_process_outlives_a_killed_owner(tmp_path: Path) -> None:
    script = tmp_path / "owner.py"
    script.write_text(
        "import multiprocessing, os, signal\n"
        "from driftline.engine.options import ReadingOptions\n"
        "from driftline.engine.reading.sniffing import Format\n"
        "from driftline.engine.reading.worker import Worker\n"
        "def die(label, done, total):\n"
        "    for child in multiprocessing.active_children():\n"
        "        print(child.pid, flush=True)\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "if __name__ == '__main__':\n"
        "    slow = b'![[' * 130 + b'\\n\\n'\n"
        "    Worker(ReadingOptions(time_limit=60)).parse(Format.MARKDOWN, 'a', slow * 3000, die)\n"
    )
    run = subprocess.run([sys.executable, str(script)], capture_output=True, text=True)
    child = int(run.stdout)
    for _ in range(200):
        if not Path(f"/proc/{child}").exists() or "Z" in _state(child):
            return
        multiprocessing.get_context("spawn").Event().wait(0.05)
    pytest.fail(f"process {child} outlived its owner")


def _state(process: int) -> str:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"
