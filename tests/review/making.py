"""Small comparisons and sessions made by hand, so that these tests need no part of the engine."""

from __future__ import annotations

import contextlib
import difflib
import hashlib
import os
import random
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

from driftline.engine.records import (
    Comparison,
    Cut,
    Edit,
    Kind,
    LedgerEntry,
    LedgerStatus,
    Paragraph,
    Quotation,
    QuotationKind,
    Quotations,
    Reason,
    Severity,
    Source,
    Span,
    Summary,
    Version,
)
from driftline.review import schema
from driftline.review.session import Session
from driftline.review.statuses import Ref, Status, Subject

STORY = (
    "The harbour master said on Monday that the ferry would leave at nine. "
    "A dozen passengers waited on the quay while the crew repaired a cracked valve. "
    "Nobody was hurt, the company added, and the afternoon boat was expected to sail as planned. "
    "The town council will discuss the age of the fleet next week."
)

NEW_STORY = STORY.replace("nine", "ten").replace("cracked", "leaking").replace("Nobody", "No one")


def source(text: str, path: str = "ferry.txt") -> Source:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Source(path, digest, "text/plain", "utf-8", text)


def version(text: str, *cuts: Span, path: str = "ferry.txt") -> Version:
    made = tuple(Cut(span, Reason.ADVERTISEMENT) for span in cuts)
    return Version(source(text, path), made, (Paragraph(Span(0, len(text))),))


def compare(
    old: Version | str,
    new: Version | str,
    ledger: tuple[LedgerEntry, ...] = (),
    old_quotes: tuple[Span, ...] = (),
    new_quotes: tuple[Span, ...] = (),
) -> Comparison:
    """A comparison word by word; good enough to hang a review on."""
    a = version(old) if isinstance(old, str) else old
    b = version(new) if isinstance(new, str) else new
    return Comparison(
        a,
        b,
        (),
        (),
        _edits(a.kept_text(), b.kept_text()),
        (),
        Summary(0, 0, 0, 0.0, {}),
        _quotations(old_quotes),
        _quotations(new_quotes),
        ledger,
    )


def _quotations(spans: tuple[Span, ...]) -> Quotations:
    return Quotations(tuple(Quotation(s, (s,), QuotationKind.DIRECT) for s in spans))


def line(status: LedgerStatus, a: int | None, b: int | None) -> LedgerEntry:
    return LedgerEntry(status, a, b)


def _edits(old: str, new: str) -> tuple[Edit, ...]:
    was, now = list(re.finditer(r"\w+|[^\w\s]", old)), list(re.finditer(r"\w+|[^\w\s]", new))
    matcher = difflib.SequenceMatcher(
        None, [w.group() for w in was], [w.group() for w in now], autojunk=False
    )
    edits: list[Edit] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        a, b = _span(was, i, j, len(old)), _span(now, k, m, len(new))
        if i == j:
            kind = Kind.INSERTION
        elif k == m:
            kind = Kind.DELETION
        elif not re.search(r"\w", a.of(old) + b.of(new)):
            kind = Kind.TYPOGRAPHY
        else:
            kind = Kind.PARAPHRASE
        edits.append(Edit(len(edits), kind, Severity.MEDIUM, a, b))
    return tuple(edits)


def _span(words: list[re.Match[str]], first: int, last: int, end: int) -> Span:
    if first == last:
        at = words[first].start() if first < len(words) else end
        return Span(at, at)
    return Span(words[first].start(), words[last - 1].end())


def make_newer(path: Path) -> None:
    """Marks a session as one that only the next version of the program can read."""
    row = (1, "readable by", str(schema.VERSION + 1))
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "REPLACE INTO meta VALUES (?, ?, ?, ?)", (*row, schema.row_check("meta", row))
        )
        connection.execute(f"PRAGMA user_version={schema.VERSION + 1}")
        connection.commit()


def add(session: Session, count: int) -> list[int]:
    """Put so many texts into a session; gives the numbers of their documents."""
    texts = [source(f"{STORY} {n}", f"{n}.txt") for n in range(count)]
    return [d.id for d in session.documents.add_all(texts)]


def fill(path: Path) -> None:
    """A session with thirty texts and a review."""
    with Session.open(path) as session:
        docs = session.documents
        docs.add_all([source(STORY, "old.txt"), source(NEW_STORY, "new.txt")])
        rng = random.Random(7)
        for number in range(28):
            noise = " ".join(f"{rng.getrandbits(60):x}" for _ in range(500))
            docs.add(source(f"{noise} {number}", f"{number}.txt"))
            docs.set_title(number + 3, f"Text {number}")
        pair = session.reviews.open(1, 2, compare(STORY, NEW_STORY)).pair
        session.reviews.set_status(pair, [Ref(Subject.EDIT, 0)], Status.MUST_FIX)
        session.reviews.set_note(pair, Ref(Subject.EDIT, 1), "ask")


def child(script: str, path: Path) -> str:
    """What a script prints that runs by itself, with a path as its argument."""
    here = Path(__file__).resolve()
    places = [str(here.parents[2] / "desktop"), str(here.parents[1])]
    ran = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(places)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout
