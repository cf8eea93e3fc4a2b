"""Trains the line models of the cleaner and writes them to resources/models.

    python training/cleaning_model.py ../shared/data/cleaning [--report] [--only text|html]

Needs LightGBM, which the program itself does not: install it in an environment of its own together
with the program. See README.md in this folder.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlparse

import lightgbm
import numpy as np
from rapidfuzz.distance import LCSseq

from driftline.engine.cleaning.features import OWN, own_features, page_features
from driftline.engine.cleaning.furniture import furniture
from driftline.engine.cleaning.language import language_of
from driftline.engine.cleaning.lines import lines_of
from driftline.engine.cleaning.markup_features import markup_features
from driftline.engine.reading.html import read_html
from driftline.engine.records import Source

TOKEN = re.compile(r"\w+")
SETS = ("aeb", "wcxb")
FOLDS = 5
ROUNDS = {"text": 300, "html": 300}
SETTINGS = {
    "objective": "binary", "learning_rate": 0.05, "num_leaves": 31, "min_data_in_leaf": 60,
    "feature_fraction": 0.25, "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5,
    "max_depth": 9, "verbose": -1, "num_threads": 2, "seed": 1, "deterministic": True,
    "force_row_wise": True,
}  # fmt: skip
#: Hosts where every writer has a site of her own.
SHARED_HOSTS = (".co.uk", ".com.au", "substack.com", "wordpress.com", "blogspot.com", "medium.com")


@dataclass
class Page:
    """A page as the model is taught it: a row a line, and whether the line is the story's."""

    name: str
    group: str
    host: str
    text: str
    truth: str
    spans: list[tuple[int, int]]
    table: np.ndarray
    own: np.ndarray
    tokens: np.ndarray
    wanted: np.ndarray
    sure: np.ndarray


def tokens(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return TOKEN.findall(text.lower())


def answers(text: str, spans: list[tuple[int, int]], truth: str) -> tuple[np.ndarray, np.ndarray]:
    """For each line its number of tokens and the share of them that stand in the truth in order."""
    numbers: dict[str, int] = {}
    page, owners, counts = [], [], []
    for i, (start, end) in enumerate(spans):
        found = tokens(text[start:end])
        page += [numbers.setdefault(token, len(numbers)) for token in found]
        owners += [i] * len(found)
        counts.append(len(found))
    wanted = [numbers.setdefault(token, len(numbers)) for token in tokens(truth)]
    matched = np.zeros(len(spans))
    for step in LCSseq.opcodes(page, wanted):
        if step.tag == "equal":
            for place in range(step.src_start, step.src_end):
                matched[owners[place]] += 1
    count = np.array(counts)
    return count, matched / np.maximum(count, 1)


def site(url: str) -> str:
    """The site a page belongs to: pages of one site are judged together."""
    host = urlparse(url).netloc.lower()
    return host if host.endswith(SHARED_HOSTS) else ".".join(host.split(".")[-2:])


def rows(path: Path) -> list[dict]:
    """The objects of a packed file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def pages(folder: Path, kind: str) -> list[Page]:
    """All pages of the development data, as text or as HTML."""
    found = []
    for group in SETS:
        texts = {row["id"]: row for row in rows(folder / group / "text.jsonl.gz")}
        if kind == "text":
            sources = [(name, Source(name, "", "", "", row["text"])) for name, row in texts.items()]
        else:
            sources = []
            for row in rows(folder / group / "pages.jsonl.gz"):
                read = read_html(row["id"], row["html"])
                sources.append(
                    (row["id"], Source("", "", "", "", read.text, read.blocks, read.metadata))
                )
        found += [page_of(name, group, source, texts[name]) for name, source in sources]
    return found


def page_of(name: str, group: str, source: Source, row: dict) -> Page:
    """One page with its features and answers."""
    language = source.metadata.language or language_of(source.text) or "en"
    lines = lines_of(source)
    hits = furniture(language).judge(lines)
    own = own_features(lines, hits, language)
    table = page_features(own)
    if source.blocks:
        words, good = own[:, OWN.index("words")], own[:, OWN.index("good")]
        table = np.concatenate([table, markup_features(lines, words, good)], axis=1)
    spans = [(line.span.start, line.span.end) for line in lines]
    count, share = answers(source.text, spans, row["truth"])
    sure = np.array([hit is not None and hit.sure for hit in hits])
    return Page(name, group, site(row["url"]), source.text, row["truth"], spans, table, own, count,
                share >= 0.5, sure)  # fmt: skip


def cropped(taught: list[Page], seed: int, *, short: bool = False) -> list[Page]:
    """Each page again as somebody pastes it: the story with a few lines around it.

    `short` leaves out most of the story's middle as well, for agency stories are short. Text only:
    the table is made anew from what is left.
    """
    random = np.random.RandomState(seed)
    found = []
    for page in taught:
        story = np.flatnonzero(page.wanted)
        if len(story) < 3:
            continue
        low = max(0, story[0] - random.randint(0, 12))
        high = min(len(page.wanted), story[-1] + 1 + random.randint(0, 12))
        part = np.arange(low, high)
        if short:
            lines = random.randint(3, 12)
            start = story[0] + random.randint(1, 4)
            part = part[(part < start) | (part >= max(start, story[-1] + 1 - lines))]
        found.append(part_of(page, part))
    return found


def part_of(page: Page, part: np.ndarray) -> Page:
    """Some lines of a page as a page of their own."""
    text = "\n".join(page.text[start:end] for start, end in (page.spans[i] for i in part))
    language = language_of(text) or "en"
    lines = lines_of(Source("", "", "", "", text))
    if len(lines) != len(part):  # what is left looks hard-wrapped: teach nothing wrong
        part = part[:0]
        lines = []
    hits = furniture(language).judge(lines)
    own = own_features(lines, hits, language)
    table = page_features(own) if lines else page.table[:0]
    spans = [(line.span.start, line.span.end) for line in lines]
    return Page(page.name, page.group, page.host, text, page.truth, spans, table, own,
                page.tokens[part], page.wanted[part], page.sure[part])  # fmt: skip


def taught(some: list[Page], kind: str) -> lightgbm.Booster:
    """A model that has seen some pages."""
    lessons = [(page, 1.0) for page in some]
    if kind == "text":
        lessons += [(page, 0.5) for page in cropped(some, 0)]
        lessons += [(page, 0.3) for page in cropped(some, 1, short=True)]
    table = np.concatenate([page.table for page, _ in lessons])
    wanted = np.concatenate([page.wanted for page, _ in lessons]).astype(float)
    weight = np.concatenate([weights(page) * factor for page, factor in lessons])
    data = lightgbm.Dataset(table, label=wanted, weight=weight)
    return lightgbm.train(SETTINGS, data, ROUNDS[kind])


def weights(page: Page) -> np.ndarray:
    """A line counts by its length, less so in a long story."""
    story = max(1, int((page.tokens * page.wanted).sum()))
    return np.minimum((page.tokens + 2) / story**0.5, 60) / 10


def export(model: lightgbm.Booster, path: Path) -> None:
    """Writes the trees as arrays; a threshold is rounded down, so that float32 decides the same."""
    feature, threshold, left, right, value, roots = [], [], [], [], [], []
    deepest = 0

    def add(node: dict, depth: int) -> int:
        nonlocal deepest
        here = len(feature)
        deepest = max(deepest, depth)
        feature.append(node.get("split_feature", 0))
        threshold.append(node.get("threshold", 0.0))
        value.append(node.get("leaf_value", 0.0))
        left.append(here)
        right.append(here)
        if "split_feature" in node:
            left[here] = add(node["left_child"], depth + 1)
            right[here] = add(node["right_child"], depth + 1)
        return here

    trees = model.dump_model()["tree_info"]
    roots += [add(tree["tree_structure"], 0) for tree in trees]
    exact = np.array(threshold)
    rounded = exact.astype(np.float32)
    rounded = np.where(rounded > exact, np.nextafter(rounded, np.float32(-np.inf)), rounded)
    np.savez_compressed(
        path,
        feature=np.array(feature, np.int16),
        threshold=rounded.astype(np.float32),
        left=np.array(left, np.int32),
        right=np.array(right, np.int32),
        value=np.array(value, np.float32),
        roots=np.array(roots, np.int32),
        depth=np.array(deepest, np.int32),
    )


def report(all_pages: list[Page], kind: str, score: object) -> None:
    """Cross-validation by site: no page is judged by a model that saw its site."""
    hosts = sorted({page.host for page in all_pages})
    np.random.RandomState(0).shuffle(hosts)
    fold = {host: i % FOLDS for i, host in enumerate(hosts)}
    chance = {}
    for number in range(FOLDS):
        model = taught([p for p in all_pages if fold[p.host] != number], kind)
        for page in all_pages:
            if fold[page.host] == number:
                chance[page.name] = model.predict(page.table)
    for group in SETS:
        for least in (0.35, 0.4, 0.45, 0.5, 0.55):
            found = []
            for page in all_pages:
                if page.group == group:
                    keep = (chance[page.name] >= least) & ~page.sure
                    text = "\n".join(
                        page.text[a:b] for (a, b), k in zip(page.spans, keep, strict=True) if k
                    )
                    found.append(score.tpfpfn(page.truth, text))
            _p, _r, _f = score.agg(found)
            [score.doc_f1(one) for one in found]


def main() -> None:
    """Trains, and with --report judges, the models."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("--report", action="store_true", help="cross-validate as well")
    arguments.add_argument("--only", choices=("text", "html"))
    chosen = arguments.parse_args()
    sys.path.insert(0, str(chosen.data))
    models = Path(__file__).resolve().parents[1] / "resources" / "models"
    models.mkdir(exist_ok=True)
    for kind in ("text", "html"):
        if chosen.only in (None, kind):
            all_pages = pages(chosen.data, kind)
            if chosen.report:
                import score

                report(all_pages, kind, score)
            export(taught(all_pages, kind), models / f"cleaning-{kind}.npz")


if __name__ == "__main__":
    main()
