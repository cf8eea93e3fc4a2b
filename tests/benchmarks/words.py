"""Word diff and whole comparison: Driftline against git, wdiff, dwdiff, difflib and others.

    python tests/benchmarks/words.py [--words 1000 10000 100000] [--rates 0.01 0.1 0.3] [--repeat 5]
        [--peers FOLDER]

Makes an article of so many words and a copy in which a share of the words is exchanged (60 %),
dropped (20 %) or added to (20 %), runs each method alternately and prints the best CPU time of the
repeats, its ratio to `git diff --no-index --word-diff`, and how many words each method says changed
to those that were. Then the whole comparison (sentences, moves, kinds, quotations) of both texts,
and of texts that are hard on algorithms. A peer that is not installed is named and skipped.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "desktop"), str(ROOT / "tests" / "quality")]

from alignment import load

from driftline.engine import pipeline
from driftline.engine.alignment.coded import Codes, coded
from driftline.engine.alignment.wording import word_edits
from driftline.engine.options import CleaningOptions, Options
from driftline.engine.records import Span

RAW = Options(cleaning=CleaningOptions(raw=True))
# Words up to which the whole comparison is timed so many times more often than the methods are.
_SHORT, _OFTEN = 1_000, 30
# Other articles of which the whole comparison is timed.
_OTHERS = 60


def make(count: int, rate: float, seed: int = 1) -> tuple[str, str, int]:
    """An article, its edited copy, and how many words were exchanged, dropped and added."""
    chance = random.Random(seed)
    pool = sorted({p["a"][s:e] for p in load("planted") for s, e in p["a_sents"] if e - s > 30})
    vocabulary = [word for sentence in pool for word in sentence.split() if word.isalpha()]
    old: list[str] = []
    new: list[str] = []
    words = changed = 0
    while words < count:
        before = [
            word if chance.random() < 0.6 else chance.choice(vocabulary)
            for word in chance.choice(pool).rstrip(".").split()[: count - words]
        ]
        after: list[str] = []
        for word in before:
            luck = chance.random()
            if luck < rate * 0.6:
                after.append(chance.choice(vocabulary))
                changed += 2
            elif luck < rate * 0.8:
                changed += 1
            else:
                after.append(word)
                if luck < rate:
                    after.append(chance.choice(vocabulary))
                    changed += 1
        words += len(before)
        end = ".\n\n" if len(old) % 4 == 3 else ". "
        old.append(" ".join(before).capitalize() + end)
        new.append(" ".join(after or before).capitalize() + end)
    return "".join(old), "".join(new), changed


# ------------------------------------------------------------------ methods


def driftline(old: str, new: str) -> int:
    """Driftline's word edits, from raw text."""
    codes = Codes()
    a, b = (coded(text, [Span(0, len(text))], codes)[1][0] for text in (old, new))
    return sum(e[1] - e[0] + e[3] - e[2] for e in word_edits(a, b))


def _difflib(old: str, new: str) -> int:
    from difflib import SequenceMatcher

    a, b = old.split(), new.split()
    blocks = SequenceMatcher(None, a, b).get_opcodes()
    return sum(i2 - i1 + j2 - j1 for tag, i1, i2, j1, j2 in blocks if tag != "equal")


def _as_characters(old: str, new: str) -> tuple[str, str]:
    codes = Codes()
    return codes.string(old.split()), codes.string(new.split())


def _diff_match_patch(old: str, new: str) -> int:
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    parts = engine.diff_main(*_as_characters(old, new), False)
    return sum(len(piece) for operation, piece in parts if operation)


def _fast_diff_match_patch(old: str, new: str) -> int:
    from fast_diff_match_patch import diff

    parts = diff(*_as_characters(old, new), timelimit=0, checklines=False, counts_only=True)
    return sum(count for operation, count in parts if operation != "=")


def _program(command: list[str]) -> Callable[[str, str], None]:
    def run(old: str, new: str) -> None:
        with tempfile.TemporaryDirectory() as folder:
            files = [Path(folder, name) for name in ("old.txt", "new.txt")]
            for file, text in zip(files, (old, new), strict=True):
                file.write_text(text, "utf-8")
            subprocess.run([*command, *map(str, files)], stdout=subprocess.DEVNULL, check=False)

    return run


_PROGRAMS = {
    "git": ["git", "diff", "--no-index", "--word-diff", "--diff-algorithm=histogram"],
    "wdiff": ["wdiff"],
    "dwdiff": ["dwdiff"],
}
_LIBRARIES = {
    "diff_match_patch": _diff_match_patch,
    "fast_diff_match_patch": _fast_diff_match_patch,
}


def missing() -> list[str]:
    """The peers that are not installed here."""
    programs = [name for name, command in _PROGRAMS.items() if not shutil.which(command[0])]
    return programs + [name for name in _LIBRARIES if not importlib.util.find_spec(name)]


def methods(count: int) -> dict[str, Callable[[str, str], int | None]]:
    """The methods that can be run here on so many words."""
    skipped = missing()
    found: dict[str, Callable[[str, str], int | None]] = {"driftline": driftline}
    found |= {name: _program(c) for name, c in _PROGRAMS.items() if name not in skipped}
    found |= {f"{n}, words": run for n, run in _LIBRARIES.items() if n not in skipped}
    if count <= 10_000:
        return found | {"difflib": _difflib}
    found.pop("diff_match_patch, words", None)  # minutes
    return found


def cpu(run: Callable[[], object]) -> tuple[float, object]:
    """CPU seconds of a call, those of the programs it starts included, and its result."""

    def spent() -> float:
        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return sum(u.ru_utime + u.ru_stime for u in used)

    start = spent()
    result = run()
    return spent() - start, result


def word_table(count: int, rate: float, repeat: int) -> None:
    """Print the table of one size and rate."""
    old, new, changed = make(count, rate)
    best: dict[str, float] = {}
    said: dict[str, object] = {}
    found = methods(count)
    for _ in range(repeat):
        for name, method in found.items():
            seconds, said[name] = cpu(lambda method=method: method(old, new))
            best[name] = min(seconds, best.get(name, seconds))
    print(f"\n{count:,} words, {rate:.0%} edited")
    for name, seconds in sorted(best.items(), key=lambda item: item[1]):
        ratio = f"{seconds / best['git']:6.2f}x" if best.get("git") else "      -"
        answer = said[name]
        share = f"{answer / changed:5.2f}" if isinstance(answer, int) else "    -"
        print(f"  {name:<30}{1000 * seconds:9.1f} ms {ratio} {share}")


# ------------------------------------------------------------------ the whole comparison


def whole(what: str, old: str, new: str, repeat: int = 1) -> None:
    """Print how long the whole comparison of two texts takes, at best."""
    one, other = (pipeline.load_text(text, what, RAW) for text in (old, new))
    seconds = wall = 0.0
    for number in range(repeat):
        start = time.perf_counter()
        spent, found = cpu(lambda: pipeline.compare(one, other, RAW))
        took = time.perf_counter() - start
        seconds = spent if not number else min(seconds, spent)
        wall = took if not number else min(wall, took)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    edits = len(found.edits)  # type: ignore[attr-defined]  # cpu() gives back what it is given
    spent, took = 1000 * seconds, 1000 * wall
    print(f"  {what:<28}{spent:8.1f} ms CPU {took:8.1f} ms {peak:5d} MB {edits:7d} edits")


def others(count: int, repeat: int) -> None:
    """Print how long the whole comparison of other articles and their copies takes.

    Once each, so that most of it is new to the program, and at best: the median of either.
    """
    first: list[float] = []
    best: list[float] = []
    for seed in range(2, _OTHERS + 2):
        one, other = (pipeline.load_text(t, "other", RAW) for t in make(count, 0.1, seed)[:2])
        times = [cpu(lambda a=one, b=other: pipeline.compare(a, b, RAW))[0] for _ in range(repeat)]
        first.append(times[0])
        best.append(min(times))
    spent, at_best = (1000 * statistics.median(times) for times in (first, best))
    what = f"{count:,} words, {_OTHERS} others"
    print(f"  {what:<28}{spent:8.1f} ms CPU once, {at_best:.1f} ms at best")


def hard_texts(count: int) -> None:
    """Print the time for texts that are hard on algorithms."""
    chance = random.Random(1)
    old, new, _ = make(count, 0.1)
    whole("one word against all", "Storm.", old)
    flat = [text.replace(".", "").replace("\n", " ") for text in (old, new)]
    whole("no sentence ends", *flat)
    whole("one word repeated", "word " * count, "word " * (count * 9 // 10))
    strange = [
        " ".join(f"{letter}{chance.randrange(5000)}." for _ in range(count)) for letter in "xy"
    ]
    whole("nothing in common", *strange)


def main() -> None:
    """Run the tables asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--words", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    asked.add_argument("--rates", type=float, nargs="*", default=[0.1])
    asked.add_argument("--repeat", type=int, default=5)
    asked.add_argument("--peers", help="a folder of Python libraries that has more of the peers")
    given = asked.parse_args()
    if given.peers:
        sys.path.append(given.peers)
    for name in missing():
        print(f"{name} is not installed: skipped", file=sys.stderr)
    for count in given.words:
        for rate in given.rates:
            word_table(count, rate, given.repeat)
    print("\nThe whole comparison, 10 % edited")
    whole("(first call)", *make(700, 0.1)[:2])
    for count in sorted({700, *given.words}):
        repeat = _OFTEN * given.repeat if count <= _SHORT else 1
        whole(f"{count:,} words", *make(count, 0.1)[:2], repeat=repeat)
    others(700, 6 * given.repeat)
    hard_texts(max(given.words))


if __name__ == "__main__":
    main()
