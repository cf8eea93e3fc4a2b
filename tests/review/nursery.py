"""A process whose children work on a session until they are killed.

It reads the path of a session a line and answers with the child's number ("pid 17"); the child
tells each act the moment its method has returned ("act 5"), and its death is told ("dead").
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from driftline.review.session import Session
from driftline.review.statuses import Ref, Status, Subject
from review.making import compare, source

OLD = "one two three four five six seven eight nine ten " * 4
NEW = OLD.replace("two", "2").replace("four", "4").replace("six", "6").replace("nine", "9")
EDITS = 16
COMPARISON = compare(OLD, NEW)


def tell(words: str) -> None:
    os.write(1, f"{words}\n".encode())


def title(number: int) -> str:
    """What a document is called after an act."""
    return f"After act {number}"


def status(number: int) -> Status:
    """What all edits are set to by an act."""
    return list(Status)[number % 4]


def work(path: Path) -> None:
    """Acts without end: by turns a title, a status of all edits, and one act undone."""
    session = Session.open(path)
    if not session.documents.all():
        session.documents.add_all([source(OLD, "old.txt"), source(NEW, "new.txt")])
    pair = session.reviews.open(1, 2, COMPARISON).pair
    refs = [Ref(Subject.EDIT, number) for number in range(EDITS)]
    history = session.history(last=1)
    number = history[0].number if history else 0
    while True:
        number += 1
        if number % 8 == 0:
            session.undo()
        elif number % 2:
            session.documents.set_title(1, title(number))
        else:
            session.reviews.set_status(pair, refs, status(number // 2))
        tell(f"act {number}")


def main() -> None:
    """Starts one child a line."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            work(Path(line.rstrip("\n")))
        tell(f"pid {child}")
        os.waitpid(child, 0)
        tell("dead")


if __name__ == "__main__":
    main()
