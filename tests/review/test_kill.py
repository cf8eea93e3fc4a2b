"""A session survives the death of its program at any moment, with every acknowledged act."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from driftline.review.session import Session
from review.making import NEW_STORY, STORY, fill, source
from review.nursery import COMPARISON, EDITS, status, title

KILLS = 200


def kill_many(path: Path, times: int, seed: int = 3) -> int:
    """Kills a working child again and again and checks the session; gives the number of acts."""
    here = Path(__file__).resolve()
    places = [str(here.parents[2] / "desktop"), str(here.parents[1])]
    rng = random.Random(seed)
    acknowledged = 0
    with subprocess.Popen(
        [sys.executable, str(here.with_name("nursery.py"))],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(places)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    ) as nursery:
        assert nursery.stdin
        assert nursery.stdout
        for number in range(times):
            print(path, file=nursery.stdin, flush=True)
            left = rng.randrange(5)
            child = 0
            for line in nursery.stdout:
                what, _, value = line.strip().partition(" ")
                if what == "dead":
                    break
                if what == "act":
                    acknowledged = int(value)
                    left -= 1
                else:
                    child = int(value)
                if child and left <= 0:
                    wait(rng.random() * 0.004)
                    os.kill(child, signal.SIGKILL)
                    child, left = 0, 1_000_000  # what it told before it died is still to be read
            # In between, the next child has to clean up after the dead one.
            if number % 4 == 3:
                acknowledged = check(path, acknowledged)
        nursery.stdin.close()
    return acknowledged


def wait(seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


def check(path: Path, acknowledged: int) -> int:
    """Opens what was left: all acknowledged acts hold, at most one more, none of them in part."""
    with Session.open(path) as session:
        assert session.notes == ()
        history = session.history()
        numbers = [entry.number for entry in history]
        assert numbers == list(range(1, len(numbers) + 1))
        assert acknowledged <= len(numbers) <= acknowledged + 1
        state = session.reviews.open(1, 2, COMPARISON)
        said = {state.edit(number).status for number in range(EDITS)}
        holding = [e.number for e in history if e.holds and e.number % 8]
        bulks = [n for n in holding if n % 2 == 0]
        titles = [n for n in holding if n % 2]
        if bulks:
            assert said == {status(bulks[-1] // 2)}
        if titles:
            assert session.documents.get(1).title == title(titles[-1])
        return len(numbers)


@pytest.mark.skipif(sys.platform == "win32", reason="forks its children")
def test_no_kill_loses_an_acknowledged_act(path: Path) -> None:
    assert kill_many(path, KILLS) > KILLS


def test_a_session_killed_while_it_was_made_opens_empty(path: Path) -> None:
    path.write_bytes(b"")
    with Session.open(path) as session:
        assert session.documents.all() == ()
        session.documents.add(source(STORY))


HALFWAY = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size=2")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE revision SET body = zeroblob(5000)")
connection.execute("UPDATE fact SET value = 'x'")
os.kill(os.getpid(), signal.SIGKILL)
"""


def halfway(path: Path) -> None:
    """Leaves a session as a program does that dies while it brings it up to date."""
    child = subprocess.run([sys.executable, "-c", HALFWAY, str(path)], check=False)
    assert child.returncode == -signal.SIGKILL
    assert path.with_name(f"{path.name}-journal").stat().st_size > 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_what_a_dead_program_left_halfway_is_taken_back(path: Path, filled: bytes) -> None:
    path.write_bytes(filled)
    halfway(path)
    with Session.open(path) as session:
        assert len(session.documents.all()) == 30
        assert session.documents.source(2) == source(NEW_STORY, "new.txt")
    assert [p.name for p in path.parent.iterdir()] == [path.name]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_copy_takes_the_place_of_a_session_left_halfway(path: Path, filled: bytes) -> None:
    path.write_bytes(filled)
    halfway(path)
    with Session.open(path.with_name("other.driftline")) as other:
        other.documents.add(source(STORY))
        other.save_copy(path)
    for _ in range(2):
        with Session.open(path) as session:
            assert [session.documents.source(d.id) for d in session.documents.all()] == [
                source(STORY)
            ]


def test_a_lock_left_by_a_crash_keeps_nobody_out(path: Path) -> None:
    fill(path)
    path.with_name(path.name + "-lock").write_bytes(b"")
    with Session.open(path) as session:
        assert session.read_only == ""
