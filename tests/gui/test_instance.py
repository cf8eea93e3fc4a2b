"""One running window takes the files of a second start."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket

from driftline.gui.instance import Instance, address, hand_over
from driftline.review.folders import CONFIG_VARIABLE, DATA_VARIABLE

OLD = "The council has never refused a tram, its leader Ada Brook said on Monday.\n"
NEW = OLD.replace("a tram", "tram")


@pytest.fixture
def folder(tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    return data


@pytest.fixture
def first(window, folder):
    """A window that answers for the data folder."""
    instance = Instance(folder)
    assert instance.listen()
    instance.asked.connect(window.take_order)
    yield window
    instance.close()


def start(folder, *arguments, stdin=None, **more):
    """The program, started as a user starts it."""
    surroundings = {
        **os.environ,
        DATA_VARIABLE: str(folder),
        CONFIG_VARIABLE: str(folder),
        "QT_QPA_PLATFORM": "offscreen",
        **more,
    }
    return subprocess.Popen(
        [sys.executable, "-m", "driftline", *arguments],
        env=surroundings,
        stdin=stdin,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def test_a_second_start_hands_its_comparison_to_the_first(qtbot, first, folder, story, settled):
    second = start(folder, story("old.txt", OLD), story("new.txt", NEW))
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert second.returncode == 0
    # It comes back when the files are read: they may be gone now.
    assert len(first.workspace.documents) == 2
    settled(first)
    comparison = first.workspace.comparison
    assert comparison.old.source.text == OLD
    assert comparison.new.source.text == NEW


def test_standard_input_is_brought_like_a_file(qtbot, first, folder, story, settled):
    with Path(story("old.txt", OLD)).open() as piped:
        second = start(folder, "-", story("new.txt", NEW), stdin=piped)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert second.returncode == 0
    settled(first)
    comparison = first.workspace.comparison
    assert comparison.old.source.text == OLD
    assert comparison.new.source.text == NEW


@pytest.mark.parametrize("wanted", ["--new-window", "--wait", "git"])
def test_a_window_of_its_own_stays_open(qtbot, first, folder, story, wanted):
    paths = [story("old.txt", OLD), story("new.txt", NEW)]
    if wanted == "git":
        second = start(folder, *paths, GIT_DIFF_PATH_COUNTER="1")
    else:
        second = start(folder, wanted, *paths)
    try:
        # It has a session of its own: the window is there.
        qtbot.waitUntil(lambda: list(folder.glob("automatic*-lock")) != [], timeout=30_000)
        assert second.poll() is None
        assert first.workspace.documents == ()
    finally:
        second.terminate()
        second.wait()


def test_nobody_is_there(folder):
    assert not hand_over(folder, [], compare=False)


def test_only_one_window_is_the_first(folder):
    one, other = Instance(folder), Instance(folder)
    assert one.listen()
    assert not other.listen()
    one.close()
    assert other.listen()
    other.close()


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes go with their process")
def test_the_socket_of_a_window_that_died_is_taken_over(folder):
    dead = socket.socket(socket.AF_UNIX)
    dead.bind(address(folder))
    dead.close()
    instance = Instance(folder)
    assert instance.listen()
    instance.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a matter of Unix sockets")
def test_nobody_else_may_speak_to_it(folder):
    instance = Instance(folder)
    instance.listen()
    assert Path(address(folder)).stat().st_mode & 0o077 == 0
    instance.close()


def test_each_data_folder_has_its_own(tmp_path):
    long = tmp_path / ("deep" * 30)
    names = {address(tmp_path / "a"), address(tmp_path / "b"), address(long)}
    assert len(names) == 3
    assert address(long) == address(long)


@pytest.mark.parametrize("line", [b"nonsense\n", b"[1]\n", b'{"paths": [1]}\n'])
def test_an_order_that_is_none_is_refused(qtbot, first, folder, line):
    client = QLocalSocket()
    client.connectToServer(address(folder))
    assert client.waitForConnected()
    client.write(line)
    client.flush()
    gone = QLocalSocket.LocalSocketState.UnconnectedState
    qtbot.waitUntil(lambda: client.state() is gone)
    assert first.workspace.documents == ()
