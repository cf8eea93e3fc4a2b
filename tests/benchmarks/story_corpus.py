"""A synthetic newsroom: many stories in several versions, with the right grouping known.

Bases are real articles when a file of them is given, further bases are order-1 Markov text over
other articles' words. 60 % of the bases stay alone, the rest get 2 to 12 versions: light (2 % of
the words changed), medium (8 %, a tenth of the sentences cut, one foreign sentence, a swap), heavy
(20 %, 30 % of the sentences cut), abridged (the first 35 %), chrome (light and two blocks of a
site's furniture), doubled (the body twice). 30 % of the bases carry furniture in all their
versions.
"""

from __future__ import annotations

import gzip
import itertools
import json
import random
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

VARIANTS = ("light", "medium", "heavy", "abridged", "chrome", "doubled")


@dataclass(frozen=True, slots=True)
class Document:
    """A text with the number of its story and how it was made ("base" or a variant)."""

    text: str
    story: int
    variant: str


def articles(path: Path | None) -> list[str]:
    """The texts of a JSON Lines file (plain or gzipped; field `truth`, `text` or `a`)."""
    if path is None:
        return []
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    rows = [json.loads(line) for line in text.split("\n") if line]
    seen: dict[str, None] = {}
    for row in rows:
        text = row.get("truth") or row.get("a") or row.get("text") or ""
        words = text.split()
        if len(words) >= 120:
            seen.setdefault(" ".join(words[:900]), None)
    return list(seen)


def unlike(texts: list[str]) -> list[str]:
    """The texts without those that share a twentieth of their runs of five words with another."""
    kept: list[str] = []
    known: set[tuple[str, ...]] = set()
    for text in texts:
        words = re.findall(r"\w+", text.lower())
        runs = {tuple(words[i : i + 5]) for i in range(len(words) - 4)}
        if len(runs & known) < 0.05 * len(runs):
            kept.append(text)
        known |= runs
    return kept


def invented_articles(count: int, rng: random.Random) -> list[str]:
    """Made-up articles over a made-up vocabulary with a natural distribution of frequencies."""
    syllables = [c + v for c in "bcdfghjklmnprstvwz" for v in ("a", "e", "i", "o", "u", "ai", "or")]
    vocabulary = sorted(
        {"".join(rng.choices(syllables, k=rng.randint(1, 4))) for _ in range(20000)}
    )
    rng.shuffle(vocabulary)
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(vocabulary))))
    texts = []
    for _ in range(count):
        topic = rng.sample(vocabulary, 120)
        sentences = []
        for _ in range(rng.randint(12, 40)):
            words = rng.choices(vocabulary, cum_weights=weights, k=rng.randint(8, 26))
            words = [rng.choice(topic) if rng.random() < 0.25 else w for w in words]
            sentences.append(" ".join(words).capitalize() + ".")
        texts.append(" ".join(sentences))
    return texts


class _Chain:
    """Order-1 Markov text over a few articles' words."""

    def __init__(self, texts: list[str]) -> None:
        follows: dict[str, list[str]] = defaultdict(list)
        for text in texts:
            words = text.split()
            for first, second in itertools.pairwise(words):
                follows[first].append(second)
        self.follows = dict(follows)
        self.starts = sorted(w for w in self.follows if w[:1].isupper())

    def text(self, length: int, rng: random.Random) -> str:
        word = rng.choice(self.starts)
        words = [word]
        while len(words) < length:
            options = self.follows.get(word)
            word = rng.choice(options) if options else rng.choice(self.starts)
            words.append(word)
        return " ".join(words)


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?]) ", text)


def _edited(words: list[str], share: float, pool: list[str], rng: random.Random) -> list[str]:
    out: list[str] = []
    for word in words:
        if rng.random() >= share:
            out.append(word)
            continue
        dice = rng.random()
        if dice < 0.6:
            out.append(rng.choice(pool))
        elif dice < 0.8:
            out.extend((word, rng.choice(pool)))
    return out


def _variant(
    name: str, base: str, other: str, pool: list[str], site: list[str], rng: random.Random
) -> str:
    sentences = _sentences(base)
    if name == "medium":
        sentences = [s for s in sentences if rng.random() >= 0.1] or sentences[:1]
        sentences.insert(rng.randrange(len(sentences) + 1), rng.choice(_sentences(other)))
        if len(sentences) > 2:
            i = rng.randrange(len(sentences) - 1)
            sentences[i], sentences[i + 1] = sentences[i + 1], sentences[i]
        return " ".join(_edited(" ".join(sentences).split(), 0.08, pool, rng))
    if name == "heavy":
        sentences = [s for s in sentences if rng.random() >= 0.3] or sentences[:1]
        return " ".join(_edited(" ".join(sentences).split(), 0.2, pool, rng))
    if name == "abridged":
        words = base.split()
        return " ".join(words[: max(20, int(len(words) * 0.35))])
    light = " ".join(_edited(base.split(), 0.02, pool, rng))
    if name == "chrome":
        return f"{site[0]} {light} {site[1]}"
    if name == "doubled":
        return f"{light} {light}"
    return light


def corpus(count: int, seed: int, real: list[str]) -> list[Document]:
    """`count` documents with their stories, in random order; the same for the same arguments."""
    rng = random.Random(seed)
    texts = unlike(real) or invented_articles(400, rng)
    rng.shuffle(texts)
    pool = [w for t in texts for w in t.split()]
    chains = [_Chain(texts[i::4]) for i in range(4)]
    sites = [
        [rng.choice(chains).text(rng.randint(40, 200), rng) for _ in range(2)] for _ in range(40)
    ]
    documents: list[Document] = []
    story = 0
    while len(documents) < count:
        if story < len(texts):
            base = " ".join(texts[story].split()[: rng.randint(200, 750)])
        else:
            base = rng.choice(chains).text(rng.randint(120, 620), rng)
        site = rng.choice(sites) if rng.random() < 0.3 else None
        made = [("base", base)]
        if rng.random() >= 0.6:
            for _ in range(rng.randint(1, 11)):
                name = rng.choice(VARIANTS)
                block = rng.choice(sites)
                made.append((name, _variant(name, base, rng.choice(texts), pool, block, rng)))
        for name, text in made:
            dressed = f"{site[0]} {text} {site[1]}" if site else text
            documents.append(Document(dressed, story, name))
        story += 1
    documents = documents[:count]
    rng.shuffle(documents)
    return documents


def pair_scores(documents: list[Document], groups: list[int]) -> dict[str, float]:
    """Pairwise precision, recall and F1 of group numbers, and the recall of each variant.

    A variant's recall is the share of its documents that found their story's base.
    """
    both: dict[tuple[int, int], int] = defaultdict(int)
    truth: dict[int, int] = defaultdict(int)
    found: dict[int, int] = defaultdict(int)
    for document, group in zip(documents, groups, strict=True):
        both[document.story, group] += 1
        truth[document.story] += 1
        found[group] += 1

    def pairs(counts: list[int]) -> int:
        return sum(n * (n - 1) // 2 for n in counts)

    right = pairs(list(both.values()))
    precision = right / max(1, pairs(list(found.values())))
    recall = right / max(1, pairs(list(truth.values())))
    scores = {
        "P": precision,
        "R": recall,
        "F1": 2 * precision * recall / max(1e-9, precision + recall),
    }
    base = {d.story: g for d, g in zip(documents, groups, strict=True) if d.variant == "base"}
    for name in VARIANTS:
        hits = [
            g == base[d.story]
            for d, g in zip(documents, groups, strict=True)
            if d.variant == name and d.story in base
        ]
        scores[name] = sum(hits) / max(1, len(hits))
    return scores
