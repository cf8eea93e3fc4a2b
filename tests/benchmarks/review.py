"""How fast and how large the editor's review is, against the goals the project has set itself.

    python tests/benchmarks/review.py [--documents 200] [--comparisons 50] [--items 10000]

Texts are made up from a fixed list of words. It is not part of the test run.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from typing import TYPE_CHECKING

from driftline.engine.records import Comparison, Edit, Kind, Severity, Span
from driftline.review.session import Session
from driftline.review.statuses import Status
from review.making import compare, source, version
from review.test_kill import kill_many

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = [
    "the",
    "of",
    "a",
    "in",
    "to",
    "and",
    "that",
    "harbour",
    "ferry",
    "crew",
    "said",
    "council",
    "valve",
    "engine",
    "passengers",
    "morning",
    "town",
    "would",
    "could",
    "company",
    "captain",
    "weather",
    "delayed",
    "repaired",
    "published",
    "bridge",
    "officials",
    "according",
    "early",
    "report",
    "nobody",
    "injured",
    "during",
    "second",
    "minutes",
    "police",
    "witnesses",
    "later",
    "expected",
    "spokesman",
    "quay",
    "timetable",
    "storm",
    "winds",
    "forecast",
    "island",
    "mainland",
    "service",
    "resumed",
    "cancelled",
    "tickets",
    "refund",
]


def text(rng: random.Random, words: int) -> str:
    """Sentences without sense, as long as a news story's."""
    pieces = []
    while words > 0:
        length = min(words, rng.randrange(8, 30))
        sentence = " ".join(rng.choices(WORDS, k=length))
        end = rng.choice([". ", ".\n\n", ".”\n\n", "? "])
        pieces.append(sentence.capitalize() + end)
        words -= length
    return "".join(pieces)


def changed(rng: random.Random, old: str, changes: int) -> str:
    """The text with some of its words replaced by others."""
    words = old.split(" ")
    for place in rng.sample(range(len(words)), changes):
        words[place] = f"{rng.choice(WORDS)}{rng.randrange(100)}"
    return " ".join(words)


def timed(act: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def spread(times: list[float]) -> str:
    """Median, 95th of 100 and worst, in milliseconds."""
    ranked = sorted(times)
    return (
        f"median {statistics.median(ranked):.2f} ms, "
        f"p95 {ranked[int(len(ranked) * 0.95)]:.2f} ms, worst {ranked[-1]:.2f} ms"
    )


def newsroom(path: Path, documents: int, comparisons: int) -> None:
    """A session of a week: pairs of versions, the first ones reviewed change by change."""
    rng = random.Random(1)
    made: list[tuple[str, str]] = []
    for _ in range(documents // 2):
        old = text(rng, 600)
        made.append((old, changed(rng, old, 30)))
    size = sum(len(t.encode()) for pair in made for t in pair)
    items, times = 0, []
    with Session.open(path) as session:
        names = [f"{n}-{side}.txt" for n in range(len(made)) for side in ("old", "new")]
        texts = [t for pair in made for t in pair]
        adding = timed(
            lambda: session.documents.add_all(
                source(*each) for each in zip(texts, names, strict=True)
            )
        )
        for number, (old, new) in enumerate(made[:comparisons]):
            state = session.reviews.open(2 * number + 1, 2 * number + 2, compare(old, new))
            for ref in state.refs():
                status = rng.choice([Status.FINE, Status.FINE, Status.QUERY, Status.MUST_FIX])
                times.append(
                    timed(lambda: session.reviews.set_status(state.pair, [ref], status))  # noqa: B023  (called at once)
                )
                items += 1
    print(f"adding {documents} documents: {adding:.0f} ms")
    print(f"one status, {items} times: {spread(times)}  (goal 20 ms)")
    allowed = 1.3 * size + 100 * items
    print(
        f"size: {path.stat().st_size:,} bytes for {size:,} bytes of text and {items} items, each "
        f"an act of its own (goal {allowed:,.0f})"
    )
    opened: list[float] = []
    for _ in range(5):
        start = time.perf_counter()
        with Session.open(path) as session:
            for document in session.documents.all():
                session.documents.source(document.id)
            session.stories.all()
            opened.append((time.perf_counter() - start) * 1000)
    print(f"opening, with all texts: {spread(opened)}  (goal 1000 ms)")
    opened = []
    with Session.open(path) as session:
        for number, (old, new) in enumerate(made[:comparisons]):
            comparison = compare(old, new)
            pair = (2 * number + 1, 2 * number + 2)
            opened.append(timed(lambda: session.reviews.open(*pair, comparison)))  # noqa: B023  (called at once)
    print(f"opening one reviewed comparison: {spread(opened)}")


def large(path: Path, items: int) -> None:
    """One comparison with very many changes."""
    rng = random.Random(2)
    words = [rng.choice(WORDS) for _ in range(items * 6)]
    comparison = replaced_words(words, rng)
    old, new = comparison.old.source, comparison.new.source
    with Session.open(path) as session:
        session.documents.add_all([replace(old, path="a.txt"), replace(new, path="b.txt")])
        print(f"{items} items")
        print(f"  first look: {timed(lambda: session.reviews.open(1, 2, comparison)):.0f} ms")
        session.close()
    empty = path.stat().st_size
    with Session.open(path) as session:
        pair = session.reviews.open(1, 2, comparison).pair
        refs = session.reviews.state(pair).refs()
        bulk = timed(lambda: session.reviews.set_status(pair, refs, Status.FINE))
        print(f"  all fine in one act: {bulk:.0f} ms")
        times = [
            timed(lambda: session.reviews.set_status(pair, [ref], Status.QUERY))  # noqa: B023  (called at once)
            for ref in rng.sample(refs, 200)
        ]
        print(f"  one status: {spread(times)}  (goal 20 ms)")
        print(f"  undo of one: {timed(session.undo):.1f} ms")
        state = session.reviews.state(pair)
        print(f"  state after it: {timed(lambda: session.reviews.state(pair)):.1f} ms")
        print(
            f"  next open, progress: {timed(state.next_open):.2f}, {timed(state.progress):.2f} ms"
        )
        for _ in range(199):
            session.undo()
        print(f"  undo of the bulk act: {timed(session.undo):.0f} ms")
        print(f"  redo of the bulk act: {timed(session.redo):.0f} ms")
        print(f"  history: {timed(session.history):.0f} ms")
    print(f"  bytes an item, with its history: {(path.stat().st_size - empty) / items:.0f}")
    opening = []
    for _ in range(5):
        start = time.perf_counter()
        with Session.open(path) as session:
            opening.append((time.perf_counter() - start) * 1000)
    print(f"  opening the session: {spread(opening)}")
    with Session.open(path) as session:
        print(
            f"  matching all again: {timed(lambda: session.reviews.open(1, 2, comparison)):.0f} ms"
        )
        moved = replaced_words(
            [*["a", "new", "beginning", "of", "it", "all"], *words], random.Random(3)
        )
        other = timed(lambda: session.reviews.open(1, 2, moved))
        print(f"  matching when every wording altered: {other:.0f} ms")


def replaced_words(words: list[str], rng: random.Random) -> Comparison:
    """A comparison in which every sixth word was replaced."""
    old, new, edits = [], [], []
    at = [0, 0]
    for place, word in enumerate(words):
        other = f"{word}{rng.randrange(10)}" if place % 6 == 3 else word
        if other != word:
            a, b = Span(at[0], at[0] + len(word)), Span(at[1], at[1] + len(other))
            edits.append(Edit(len(edits), Kind.PARAPHRASE, Severity.LOW, a, b))
        old.append(word)
        new.append(other)
        at = [at[0] + len(word) + 1, at[1] + len(other) + 1]
    base = compare("", "")
    return replace(base, old=version(" ".join(old)), new=version(" ".join(new)), edits=tuple(edits))


def main() -> None:
    """Prints all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--comparisons", type=int, default=50)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=200)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        newsroom(Path(folder) / "newsroom.driftline", chosen.documents, chosen.comparisons)
        large(Path(folder) / "large.driftline", chosen.items)
        start = time.perf_counter()
        acts = kill_many(Path(folder) / "killed.driftline", chosen.kills, seed=5)
        seconds = time.perf_counter() - start
        print(f"{chosen.kills} kills, {acts} acts, none lost, none corrupt: {seconds:.1f} s")


if __name__ == "__main__":
    main()
