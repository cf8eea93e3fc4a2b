"""Grouping near-duplicates: Driftline against MinHash libraries, on a newsroom made to measure.

    python tests/benchmarks/grouping.py [--count 10000] [--seed 1] [--texts FILE.jsonl ...]
                                        [--peers PYTHON] [--repeat 3]

Builds the corpus of `story_corpus.py`, runs each method in a process of its own, alternately, and
prints a table: pairwise precision, recall and F1 over the groups, CPU seconds from raw text (best
of the repeats), memory over the texts, and the ratio of CPU to rensa's. `--texts` names files of
real articles to build on (JSON Lines with a field truth, a or text); without them they are made up.
`--peers` is a Python that has rensa and datasketch; what is missing is named and skipped. The
environment variable PEERS_THRESHOLD sets the similarity (0..1) they join at.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parent))
from story_corpus import VARIANTS, Document, articles, corpus, pair_scores

if TYPE_CHECKING:
    from collections.abc import Callable

#: Similarity that makes two texts near-duplicates for the peers.
PEERS_THRESHOLD = float(os.environ.get("PEERS_THRESHOLD", "0.5"))


class _Families:
    """Groups of documents joined by single links."""

    def __init__(self, count: int) -> None:
        self._up = list(range(count))

    def root(self, one: int) -> int:
        while self._up[one] != one:
            self._up[one] = self._up[self._up[one]]
            one = self._up[one]
        return one

    def join(self, one: int, other: int) -> None:
        self._up[self.root(one)] = self.root(other)

    def all(self) -> list[int]:
        return [self.root(one) for one in range(len(self._up))]


def _runs(text: str) -> list[str]:
    words = re.findall(r"\w+", text.lower())
    return [" ".join(words[i : i + 5]) for i in range(max(1, len(words) - 4))]


def _joined(sketches: list[Any], index: Any) -> list[int]:
    """The families of all that the index brings together and whose sketches are alike."""
    families = _Families(len(sketches))
    for number, sketch in enumerate(sketches):
        for other in index.query(sketch):
            if other != number and sketches[other].jaccard(sketch) >= PEERS_THRESHOLD:
                families.join(number, other)
    return families.all()


def rensa(texts: list[str]) -> list[int]:
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=PEERS_THRESHOLD, num_perm=128, num_bands=32)
    sketches = []
    for number, text in enumerate(texts):
        sketch = RMinHash(num_perm=128, seed=42)
        sketch.update(_runs(text))
        sketches.append(sketch)
        index.insert(number, sketch)
    return _joined(sketches, index)


def datasketch(texts: list[str]) -> list[int]:
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=PEERS_THRESHOLD, num_perm=128)
    sketches = []
    for number, text in enumerate(texts):
        sketch = MinHash(num_perm=128, seed=42)
        sketch.update_batch([run.encode("utf-8") for run in set(_runs(text))])
        sketches.append(sketch)
        index.insert(number, sketch)
    return _joined(sketches, index)


def driftline(texts: list[str]) -> list[int]:
    from driftline.engine.grouping.families import families
    from driftline.engine.grouping.index import Index
    from driftline.engine.options import GroupingOptions

    options = GroupingOptions()
    index = Index(texts.__getitem__)
    numbers = index.add(texts, len(texts))
    found = families(index, options.same_story, options.shared_passage)
    return [found.of[number] for number in numbers]


def driftline_one_more(texts: list[str]) -> dict[str, float]:
    """CPU seconds for all but one text, and until the last one is indexed and grouped as well."""
    from driftline.engine.grouping.families import families
    from driftline.engine.grouping.index import Index

    index = Index(texts.__getitem__)
    start = time.process_time()
    index.add(texts[:-1], len(texts) - 1)
    families(index, 0.2, 0.05)
    whole = time.process_time()
    index.add(texts[-1:], 1)
    index.shared()
    indexed = time.process_time()
    families(index, 0.2, 0.05)
    grouped = time.process_time()
    return {"whole": whole - start, "indexed": indexed - whole, "grouped": grouped - whole}


METHODS: dict[str, Callable[[list[str]], list[int]]] = {
    "driftline": driftline,
    "rensa": rensa,
    "datasketch": datasketch,
}


def run_one(method: str, file: Path) -> dict[str, object]:
    """One method's figures, measured in this process."""
    with file.open(encoding="utf-8") as lines:
        documents = [Document(*json.loads(line)) for line in lines]
    texts = [document.text for document in documents]
    if method == "one more":
        return dict(driftline_one_more(texts))
    before = _resident()
    start = time.process_time()
    groups = METHODS[method](texts)
    cpu = time.process_time() - start
    memory = (_resident(peak=True) - before) / 1024
    return {"cpu": cpu, "MB": memory, **pair_scores(documents, groups)}


def _resident(*, peak: bool = False) -> int:
    """Kilobytes of memory held now, or the most since the last call without `peak`."""
    if not Path("/proc/self/status").exists():
        return 0  # only Linux tells
    lines = Path("/proc/self/status").read_text().splitlines()
    if not peak:
        Path("/proc/self/clear_refs").write_text("5")  # forgets the peak
    name = "VmHWM:" if peak else "VmRSS:"
    return next(int(line.split()[1]) for line in lines if line.startswith(name))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--texts", type=Path, action="append", default=[])
    parser.add_argument("--peers", default=sys.executable)
    parser.add_argument("--repeat", type=int, default=1)
    parser.add_argument("--run", help=argparse.SUPPRESS)
    parser.add_argument("--corpus", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.run:
        print(json.dumps(run_one(asked.run, asked.corpus)))
        return

    real = [text for path in asked.texts for text in articles(path)]
    documents = corpus(asked.count, asked.seed, real)
    words = sum(len(document.text.split()) for document in documents)
    print(
        f"{len(documents):,} documents, {words:,} words, from {len(real) or 'made-up'} articles\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "corpus.jsonl"
        with file.open("w", encoding="utf-8") as lines:
            for document in documents:
                row = [document.text, document.story, document.variant]
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")
        del documents
        results: dict[str, list[dict[str, float]]] = {}
        missing: dict[str, str] = {}
        for _ in range(asked.repeat):
            for method in METHODS:
                python = sys.executable if method == "driftline" else asked.peers
                told = _in_a_process(python, method, file)
                if isinstance(told, str):
                    missing[method] = told
                else:
                    results.setdefault(method, []).append(told)
        grown = _in_a_process(sys.executable, "one more", file)
    _print_table(results)
    for method, why in missing.items():
        print(f"{method} was skipped: {why}")
    if not isinstance(grown, str):
        print(
            f"\nOne document more: {grown['indexed']:.3f} s CPU until it is in the index, "
            f"{grown['grouped']:.2f} s until all are grouped anew; {grown['whole']:.2f} s for all."
        )


def _in_a_process(python: str, method: str, file: Path) -> dict[str, float] | str:
    command = [python, __file__, "--run", method, "--corpus", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return done.stderr.strip().splitlines()[-1]
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _print_table(results: dict[str, list[dict[str, float]]]) -> None:
    print("| method | P | R | F1 | CPU s | x rensa | MB | " + " / ".join(VARIANTS) + " |")
    print("| --- " * 8 + "|")
    peer = min((run["cpu"] for run in results.get("rensa", [])), default=None)
    for method, runs in results.items():
        cpu = min(run["cpu"] for run in runs)
        last = runs[-1]
        ratio = f"{cpu / peer:.2f}" if peer else "–"
        recalls = " / ".join(f"{last[name]:.2f}" for name in VARIANTS)
        print(
            f"| {method} | {last['P']:.3f} | {last['R']:.3f} | {last['F1']:.3f} | {cpu:.2f} | "
            f"{ratio} | {max(run['MB'] for run in runs):.0f} | {recalls} |"
        )


if __name__ == "__main__":
    main()
